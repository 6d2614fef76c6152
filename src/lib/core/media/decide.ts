/**
 * Owns: the rules of media. Playing is an order that names what its sender saw.
 * Files are taken in by the server's own route, which alone makes `media.add` and `media.remove`.
 */
import type { Deciders } from '../log/command';
import type { State } from '../log/slices';
import { ok, reject } from '../result';
import { isSilent } from '../views/shared';
import type { Medium, MediumHash, ScreenReport } from './model';
import { kindOfType } from './sniff';

/** More than this on one item is a slip. */
export const MOST_ATTACHED = 10;

/**
 * During the flag salute nothing sounds but the anthem, which was attached to it beforehand, and what the stage itself
 * starts.
 */
function isHushed({ programme, media }: State, hash: MediumHash, role: string): boolean {
	if (!isSilent(programme) || role === 'stage' || role === 'admin') return false;
	return !(media.attached[programme.live?.item ?? ''] ?? []).includes(hash);
}

export type MediaCommands = {
	'media.add': { medium: Medium; name: string };
	'media.remove': { hash: MediumHash };
	'media.attach': { item: string; hash: MediumHash; on: boolean };
	'media.play': { hash: MediumHash; step: number };
	'media.pause': { step: number };
	'media.resume': { step: number };
	/** `play`: id of the order that began it, so that a late stop never ends what came after. */
	'media.stop': { play: string };
	'award.photo': { recipient: string; hash: MediumHash | null };
	'screen.report': { report: ScreenReport };
	'troupe.microphones': { item: string; count: number };
};

const nothing = ok({ events: [] });
const mediumOf = (state: State, hash: MediumHash): Medium | undefined =>
	Object.hasOwn(state.media.media, hash) ? state.media.media[hash] : undefined;
const isItem = (state: State, id: string): boolean => Object.hasOwn(state.programme.items, id);

export const mediaDeciders: Deciders<MediaCommands> = {
	'media.add': {
		kind: 'order',
		decide(state, { medium, name }) {
			const known = mediumOf(state, medium.hash);
			return ok({
				events: known ? [] : [{ type: 'mediumAdded', payload: { medium } }],
				personal: known ? [] : [{ ref: `medium:${medium.hash}`, payload: { name } }]
			});
		}
	},
	'media.remove': {
		kind: 'order',
		decide(state, { hash }) {
			if (!mediumOf(state, hash)) return reject('medium_unknown');
			if (state.media.play?.hash === hash) return reject('medium_playing');
			return ok({
				events: [{ type: 'mediumRemoved', payload: { hash } }],
				personal: [{ ref: `medium:${hash}`, payload: null }]
			});
		}
	},
	'media.attach': {
		kind: 'order',
		decide(state, payload) {
			const { item, hash, on } = payload;
			if (!isItem(state, item)) return reject('item_unknown');
			const medium = mediumOf(state, hash);
			if (!medium) return reject('medium_unknown');
			if (kindOfType(medium.type) === 'image') return reject('medium_not_played');
			const those = state.media.attached[item] ?? [];
			if (those.includes(hash) === on) return nothing;
			if (on && those.length >= MOST_ATTACHED) return reject('media_many', { most: MOST_ATTACHED });
			return ok({ events: [{ type: 'mediumAttached', payload }] });
		}
	},
	'media.play': {
		kind: 'order',
		decide(state, { hash, step }, { actor }) {
			const medium = mediumOf(state, hash);
			if (!medium) return reject('medium_unknown');
			if (kindOfType(medium.type) === 'image') return reject('medium_not_played');
			if (step !== state.media.step) return reject('play_moved');
			if (isHushed(state, hash, actor.role)) return reject('play_during_flag');
			const item = state.programme.live?.item ?? null;
			return ok({ events: [{ type: 'mediaPlayed', payload: { hash, item } }] });
		}
	},
	'media.pause': {
		kind: 'order',
		decide(state, { step }) {
			if (step !== state.media.step) return reject('play_moved');
			const { play } = state.media;
			return play && !play.paused ? ok({ events: [{ type: 'mediaPaused', payload: {} }] }) : nothing;
		}
	},
	'media.resume': {
		kind: 'order',
		decide(state, { step }, { actor }) {
			if (step !== state.media.step) return reject('play_moved');
			if (!state.media.play?.paused) return nothing;
			if (isHushed(state, state.media.play.hash, actor.role)) return reject('play_during_flag');
			return ok({ events: [{ type: 'mediaResumed', payload: {} }] });
		}
	},
	'media.stop': {
		kind: 'order',
		decide: (state, { play }) =>
			state.media.play?.id === play ? ok({ events: [{ type: 'mediaStopped', payload: {} }] }) : nothing
	},
	'award.photo': {
		kind: 'order',
		decide(state, payload) {
			const { recipient, hash } = payload;
			if (!Object.hasOwn(state.awards.recipients, recipient)) return reject('recipient_unknown');
			if (hash !== null) {
				const medium = mediumOf(state, hash);
				if (!medium) return reject('medium_unknown');
				if (kindOfType(medium.type) !== 'image') return reject('photo_type');
			}
			if ((state.media.photos[recipient] ?? null) === hash) return nothing;
			return ok({ events: [{ type: 'photoSet', payload }] });
		}
	},
	'screen.report': {
		kind: 'order',
		decide(state, { report }, { actor }) {
			const known = state.media.screens[actor.id];
			if (known && sameReport(known, report)) return nothing;
			return ok({ events: [{ type: 'screenReported', payload: { report } }] });
		}
	},
	'troupe.microphones': {
		kind: 'order',
		decide(state, payload) {
			if (!isItem(state, payload.item)) return reject('item_unknown');
			if ((state.media.microphones[payload.item] ?? 0) === payload.count) return nothing;
			return ok({ events: [{ type: 'microphonesSet', payload }] });
		}
	}
};

function sameReport(a: ScreenReport, b: ScreenReport): boolean {
	if (a.sound !== b.sound || a.keeps !== b.keeps || a.media.length !== b.media.length) return false;
	return a.media.every(({ hash, state, ms }, at) => {
		const other = b.media[at];
		return other?.hash === hash && other.state === state && other.ms === ms;
	});
}
