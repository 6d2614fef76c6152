/**
 * Owns: what is to be played and shown, as tech and stage see it: media with who has them ready, the items they belong
 * to, the troupes, and what plays since when. And the two small views of it: what plays, and the overlay's line.
 */
import { membersOf } from '../awards/model';
import { honouredView } from '../awards/people';
import { nextFrame } from '../awards/run';
import { currentWave } from '../awards/waves';
import { office } from '../delegates/office';
import type { PersonalLookup } from '../log/event';
import type { State } from '../log/slices';
import type { Play, TroupeState } from '../media/model';
import { lengthOf } from '../media/playback';
import { kindOfType, type MediumKind } from '../media/sniff';
import type { ProgrammeItem } from '../programme/model';
import { crewView, noteFor, type CrewView } from './programme-views';
import { comingItem, currentItem, isSilent, itemView, text, type ItemView } from './shared';

export type PlayView = Play & {
	name: string;
	kind: MediumKind;
	/** Length, ms; null while nobody could measure it. */
	ms: number | null;
};
export type MediumView = {
	hash: string;
	name: string;
	kind: MediumKind;
	/** Bytes. */
	size: number;
	ms: number | null;
	/** How many of the projectors hold it, and how many cannot play it. */
	ready: number;
	failed: number;
};
export type TroupeView = { state: TroupeState; microphones: number; performer: string };
export type MediaItem = {
	id: string;
	title: string;
	where: 'past' | 'current' | 'next' | 'ahead';
	/** What usually belongs to such an item; null where nothing does. */
	wants: 'film' | 'music' | null;
	media: string[];
	/** Of a performance. */
	troupe: TroupeView | null;
};
export type ScreenView = {
	id: string;
	name: string;
	sound: boolean;
	keeps: boolean;
	ready: number;
	failed: number;
};
export type MediaBoard = {
	/** What an order must name. */
	step: number;
	play: PlayView | null;
	media: MediumView[];
	/** Those that have something to play, or should have. */
	items: MediaItem[];
	screens: ScreenView[];
};

export function playView(state: State, lookup: PersonalLookup): PlayView | null {
	const { play, media } = state.media;
	const medium = play && media[play.hash];
	if (!medium) return null;
	const name = text(lookup(`medium:${play.hash}`)?.name);
	return { ...play, name, kind: kindOfType(medium.type), ms: lengthOf(state.media, play.hash) };
}

const WANTS: Partial<Record<string, 'film' | 'music'>> = {
	chao_co: 'music',
	van_nghe: 'music',
	phong_su: 'film',
	khen_thuong: 'music'
};

export function mediaBoard(state: State, lookup: PersonalLookup): MediaBoard {
	const { media, attached, step } = state.media;
	const devices = state.conference.devices;
	const reports = Object.entries(state.media.screens).filter(([id]) => devices[id]?.role === 'projector');
	const counted = (hash: string, wanted: 'ready' | 'failed') =>
		reports.filter(([, { media: held }]) => held.some((one) => one.hash === hash && one.state === wanted))
			.length;
	const played = Object.values(media).filter((medium) => kindOfType(medium.type) !== 'image');
	return {
		step,
		play: playView(state, lookup),
		media: played.map(({ hash, type, size }) => ({
			hash,
			name: text(lookup(`medium:${hash}`)?.name),
			kind: kindOfType(type),
			size,
			ms: lengthOf(state.media, hash),
			ready: counted(hash, 'ready'),
			failed: counted(hash, 'failed')
		})),
		items: itemsOf(state, lookup).filter(({ id, wants }) => wants !== null || attached[id]?.length),
		screens: reports.map(([id, { sound, keeps, media: held }]) => {
			const known = held.filter(({ hash }) => media[hash]);
			return {
				id,
				name: text(lookup(`device:${id}`)?.name),
				sound,
				keeps,
				ready: known.filter((one) => one.state === 'ready').length,
				failed: known.filter((one) => one.state === 'failed').length
			};
		})
	};
}

function itemsOf(state: State, lookup: PersonalLookup): MediaItem[] {
	const { programme, media } = state;
	const on = programme.order
		.flatMap((id) => programme.items[id] ?? [])
		.filter((item) => item.on && (item.parent === null || programme.items[item.parent]?.on !== false));
	const parents = new Set(on.flatMap((item) => item.parent ?? []));
	const current = programme.live?.item ?? null;
	const next = comingItem(programme)?.id ?? null;
	const place = current === null ? -1 : programme.order.indexOf(current);
	const whereOf = ({ id }: ProgrammeItem): MediaItem['where'] => {
		if (id === current) return 'current';
		if (id === next) return 'next';
		return programme.endedAt !== null || programme.order.indexOf(id) < place ? 'past' : 'ahead';
	};
	return on
		.filter((item) => !parents.has(item.id))
		.map((item) => ({
			id: item.id,
			title: item.title,
			where: whereOf(item),
			wants: WANTS[item.kinds.find((kind) => WANTS[kind]) ?? ''] ?? null,
			media: (media.attached[item.id] ?? []).filter((hash) => media.media[hash]),
			troupe: item.kinds.includes('van_nghe')
				? {
						state: media.troupes[item.id]?.state ?? 'away',
						microphones: media.microphones[item.id] ?? 0,
						performer: text(lookup(`item:${item.id}`)?.performer)
					}
				: null
		}));
}

export type TechView = CrewView & { board: MediaBoard; note: string; nextNote: string };

export function techView(state: State, lookup: PersonalLookup, device: string | null): TechView {
	const noteOf = (item: ProgrammeItem | null): string =>
		item ? noteFor(lookup(`item:${item.id}`), 'tech') : '';
	return {
		...crewView(state, lookup, { role: 'tech', device }),
		board: mediaBoard(state, lookup),
		note: noteOf(currentItem(state.programme)),
		nextNote: noteOf(comingItem(state.programme))
	};
}

/** One line for the broadcast; both null: nothing is shown. */
export type OverlayView = {
	title: string;
	/** Who speaks or performs; its `performer` and `person` name them. */
	speaker: ItemView | null;
	/** Who is being handed an award now. */
	recipient: { id: string; name: string; office: string; form: string } | null;
};

const ON_STAGE: ReadonlySet<string> = new Set(['onStage', 'presenting', 'photo']);

export function overlayView(state: State, lookup: PersonalLookup): OverlayView {
	const { programme, awards, conference } = state;
	const item = currentItem(programme);
	const { title } = conference.settings;
	const play = playView(state, lookup);
	// A film has its own words, and nothing stands over the flag.
	if (!item || isSilent(programme) || (play?.kind === 'video' && !play.paused))
		return { title, speaker: null, recipient: null };
	const wave = item.kinds.includes('khen_thuong') ? currentWave(awards) : null;
	const frame = wave?.step === 'presenting' ? nextFrame(awards, wave) : null;
	const row =
		frame && wave ? membersOf(awards, wave.number).find((one) => one.id === frame.row.id) : undefined;
	if (row && wave) {
		const person = honouredView(state, lookup, row);
		return {
			title,
			speaker: null,
			recipient: {
				id: row.id,
				name: [person.honorific, person.name].filter(Boolean).join(' '),
				office: office(person),
				form: awards.decisions[wave.decision]?.form ?? ''
			}
		};
	}
	// Those on the stage walk up, stand for the photo, leave: nobody's name belongs under them.
	if (wave && ON_STAGE.has(wave.step)) return { title, speaker: null, recipient: null };
	const shown = itemView(state, lookup, item);
	const speaker = shown && (shown.performer || shown.person) ? { ...shown, conductor: '', minutes: 0 } : null;
	return { title, speaker, recipient: null };
}
