/**
 * Owns: films, music and photos by their hash, what they are attached to, what plays since when, what each projector
 * has ready, and how far the troupes are. Assumes: files lie with the server; names stand beside the log under
 * `medium:<hash>`. A film goes on only within the item it was started in: a step of the programme ends it.
 */
import type { FactTime } from '../admissions/model';
import type { Slice } from '../log/slice';
import type { ItemId } from '../programme/model';
import type { MediumType } from './sniff';

/** SHA-256 of the bytes, 64 lower-case hex digits. */
export type MediumHash = string;
export type Medium = {
	hash: MediumHash;
	/** Bytes. */
	size: number;
	type: MediumType;
	/** Length as the browser that uploaded it measured it; null where it could not tell. */
	ms: number | null;
};

export type Play = {
	/** Id of the order that began it. */
	id: string;
	hash: MediumHash;
	/** What ran when it was started; null before the first item and after the last. */
	item: ItemId | null;
	/** Server ms at which it stood at `position` (ms); while paused that is where it waits. */
	at: number;
	position: number;
	paused: boolean;
};

/** What one projector says of itself. */
export type ScreenReport = {
	media: { hash: MediumHash; state: 'ready' | 'failed'; ms: number | null }[];
	/** False until somebody touched the page: browsers play no sound before. */
	sound: boolean;
	/** False where the browser keeps no files, so that a film comes over the network while it plays. */
	keeps: boolean;
};
export const TROUPE_STATES = ['away', 'here', 'ready'] as const;
export type TroupeState = (typeof TROUPE_STATES)[number];
export type TroupeTick = FactTime & { id: string; item: ItemId; state: TroupeState };

export type MediaState = {
	media: Record<MediumHash, Medium>;
	/** In the order of attaching. */
	attached: Record<ItemId, MediumHash[]>;
	/** By recipient. */
	photos: Record<string, MediumHash>;
	play: Play | null;
	/** Counts every order that changed what plays, so that the next can name what it saw. */
	step: number;
	/** What the last step of the programme ended, for "Hoàn tác". */
	cut: { command: string; play: Play } | null;
	/** By device. */
	screens: Record<string, ScreenReport>;
	troupes: Record<ItemId, TroupeTick>;
	microphones: Record<ItemId, number>;
};

export type MediaEvents = {
	mediumAdded: { medium: Medium };
	mediumRemoved: { hash: MediumHash };
	mediumAttached: { item: ItemId; hash: MediumHash; on: boolean };
	photoSet: { recipient: string; hash: MediumHash | null };
	mediaPlayed: { hash: MediumHash; item: ItemId | null };
	mediaPaused: Record<string, never>;
	mediaResumed: Record<string, never>;
	mediaStopped: Record<string, never>;
	screenReported: { report: ScreenReport };
	troupeTicked: { tick: TroupeTick };
	microphonesSet: { item: ItemId; count: number };
};

export const mediaSlice: Slice<MediaState> = {
	initial: {
		media: {},
		attached: {},
		photos: {},
		play: null,
		step: 0,
		cut: null,
		screens: {},
		troupes: {},
		microphones: {}
	},
	reads: [
		'mediumAdded',
		'mediumRemoved',
		'mediumAttached',
		'photoSet',
		'mediaPlayed',
		'mediaPaused',
		'mediaResumed',
		'mediaStopped',
		'screenReported',
		'troupeTicked',
		'microphonesSet',
		'stepped',
		'stepUndone',
		'deviceRevoked'
	],
	evolve(state, event) {
		switch (event.type) {
			case 'mediumAdded': {
				const { medium } = event.payload;
				return { ...state, media: { ...state.media, [medium.hash]: medium } };
			}
			case 'mediumRemoved':
				return withoutMedium(state, event.payload.hash);
			case 'mediumAttached': {
				const { item, hash, on } = event.payload;
				const others = (state.attached[item] ?? []).filter((one) => one !== hash);
				return { ...state, attached: { ...state.attached, [item]: on ? [...others, hash] : others } };
			}
			case 'photoSet': {
				const { recipient, hash } = event.payload;
				const { [recipient]: _old, ...photos } = state.photos;
				return { ...state, photos: hash === null ? photos : { ...photos, [recipient]: hash } };
			}
			case 'mediaPlayed':
				return changed(state, {
					...event.payload,
					id: event.command,
					at: event.at,
					position: 0,
					paused: false
				});
			case 'mediaPaused': {
				const { play } = state;
				if (!play || play.paused) return state;
				const position = play.position + (event.at - play.at);
				return changed(state, { ...play, at: event.at, position, paused: true });
			}
			case 'mediaResumed':
				if (!state.play?.paused) return state;
				return changed(state, { ...state.play, at: event.at, paused: false });
			case 'mediaStopped':
				return state.play ? changed(state, null) : state;
			case 'screenReported':
				return { ...state, screens: { ...state.screens, [event.actor.id]: event.payload.report } };
			case 'deviceRevoked': {
				const { [event.payload.id]: gone, ...screens } = state.screens;
				return gone ? { ...state, screens } : state;
			}
			case 'troupeTicked': {
				const { tick } = event.payload;
				const old = state.troupes[tick.item];
				if (old && (old.at > tick.at || (old.at === tick.at && old.id >= tick.id))) return state;
				return { ...state, troupes: { ...state.troupes, [tick.item]: tick } };
			}
			case 'microphonesSet': {
				const { item, count } = event.payload;
				return { ...state, microphones: { ...state.microphones, [item]: count } };
			}
			case 'stepped': {
				const { play } = state;
				if (!play || play.item === event.payload.to) return state.cut ? { ...state, cut: null } : state;
				return { ...changed(state, null), cut: { command: event.command, play } };
			}
			case 'stepUndone':
				if (state.cut?.command !== event.payload.of || state.play) return state;
				return changed(state, state.cut.play);
			default:
				return state;
		}
	}
};

const changed = (state: MediaState, play: Play | null): MediaState => ({
	...state,
	play,
	step: state.step + 1,
	cut: null
});

function withoutMedium(state: MediaState, hash: MediumHash): MediaState {
	const { [hash]: gone, ...media } = state.media;
	if (!gone) return state;
	const attached = Object.fromEntries(
		Object.entries(state.attached).map(([item, those]) => [item, those.filter((one) => one !== hash)])
	);
	const photos = Object.fromEntries(Object.entries(state.photos).filter(([, one]) => one !== hash));
	const rest = { ...state, media, attached, photos };
	return state.play?.hash === hash ? changed(rest, null) : rest;
}
