/**
 * Owns: the rules of moving through the programme and editing it. Every movement names the item it believes current
 * (`expectedItem`, null before the start and after the end): of two stage managers who press at once one advances.
 */
import type { Deciders } from '../log/command';
import type { Decided, DecideContext } from '../log/event';
import { ok, reject, type Result } from '../result';
import {
	nextItem,
	previousItem,
	runList,
	type ItemId,
	type ItemPatch,
	type ItemPersonal,
	type ProgrammeItem,
	type ProgrammeState
} from './model';
import { addedParts } from './split';

type Expected = { expectedItem: ItemId | null; expectedStep?: number };
export type NewItem = Omit<ProgrammeItem, 'adjusted' | 'inserted' | 'dropped' | 'parent'> & {
	personal?: ItemPersonal;
};

export type ProgrammeCommands = {
	'programme.next': Expected;
	'programme.back': Expected;
	'programme.jump': Expected & { to: ItemId };
	'programme.hold': Expected;
	'programme.resume': Expected;
	'programme.undo': { of: string };
	'programme.adjust': { item: ItemId; minutes: number };
	'programme.insert': { item: NewItem; before: ItemId | null; parent?: ItemId | null };
	'programme.edit': { item: ItemId; patch: ItemPatch; personal?: ItemPersonal };
	'programme.reorder': { order: ItemId[] };
	'programme.remove': { item: ItemId };
	'programme.split': { item: ItemId; parts: NewItem[] };
};

/** "Hoàn tác" answers a slip of the finger; later, "Lùi một mục" is the honest way. */
export const UNDO_STEP_MS = 5_000;

function asExpected(state: ProgrammeState, expected: Expected): Result<null> {
	const current = state.live?.item ?? null;
	const moved = expected.expectedStep !== undefined && expected.expectedStep !== state.step;
	if (current === expected.expectedItem && !moved) return ok(null);
	return reject('stale_item', { current: current ? (state.items[current]?.title ?? '') : '' });
}

const one = (event: Decided['events'][number]): Result<Decided> => ok({ events: [event] });

/** Movement needs the day to be on: a slip in the office must not start the programme. */
function live(status: string): Result<null> {
	return status === 'live' ? ok(null) : reject('conference_not_live');
}

export const programmeDeciders: Deciders<ProgrammeCommands> = {
	'programme.next': {
		kind: 'order',
		decide(state, payload) {
			const on = live(state.conference.status);
			if (!on.ok) return on;
			const { programme } = state;
			const fresh = asExpected(programme, payload);
			if (!fresh.ok) return fresh;
			if (programme.endedAt !== null) return reject('already_ended');
			const from = programme.live?.item ?? null;
			const to = nextItem(programme, from);
			if (!to && from === null) return reject('nothing_ahead');
			if (!to) return one({ type: 'stepped', payload: { to: null, how: 'end' } });
			return one({ type: 'stepped', payload: { to: to.id, how: from === null ? 'start' : 'next' } });
		}
	},
	'programme.back': {
		kind: 'order',
		decide(state, payload) {
			const on = live(state.conference.status);
			if (!on.ok) return on;
			const { programme } = state;
			const fresh = asExpected(programme, payload);
			if (!fresh.ok) return fresh;
			if (programme.endedAt !== null) {
				const last = runList(programme).at(-1);
				return last
					? one({ type: 'stepped', payload: { to: last.id, how: 'back' } })
					: reject('nothing_ahead');
			}
			if (!programme.live) return reject('not_started');
			const to = previousItem(programme, programme.live.item);
			return to ? one({ type: 'stepped', payload: { to: to.id, how: 'back' } }) : reject('nothing_behind');
		}
	},
	'programme.jump': {
		kind: 'order',
		decide(state, payload) {
			const on = live(state.conference.status);
			if (!on.ok) return on;
			const { programme } = state;
			const fresh = asExpected(programme, payload);
			if (!fresh.ok) return fresh;
			if (programme.endedAt !== null) return reject('already_ended');
			const list = runList(programme);
			if (!list.some((item) => item.id === payload.to)) return reject('item_unknown');
			if (programme.live?.item === payload.to)
				return reject('stale_item', { current: titleOf(programme, payload.to) });
			const from = programme.live ? programme.order.indexOf(programme.live.item) : -1;
			const to = programme.order.indexOf(payload.to);
			const between = list.filter((item) => {
				const place = programme.order.indexOf(item.id);
				return place > from && place < to;
			});
			// Jumping to what would come next anyway means: the current one is left out ("Bỏ qua").
			const current = programme.live && to > from && !between.length ? [programme.live.item] : [];
			const skipped = [...current, ...between.map((item) => item.id)];
			return one({ type: 'stepped', payload: { to: payload.to, how: to < from ? 'back' : 'jump', skipped } });
		}
	},
	'programme.hold': {
		kind: 'order',
		decide(state, payload) {
			const fresh = asExpected(state.programme, payload);
			if (!fresh.ok) return fresh;
			if (!state.programme.live) return reject('not_started');
			// Held already is what was asked for: no second event, no complaint.
			if (state.programme.live.heldSince !== null) return ok({ events: [] });
			return one({ type: 'held', payload: {} });
		}
	},
	'programme.resume': {
		kind: 'order',
		decide(state, payload) {
			const fresh = asExpected(state.programme, payload);
			if (!fresh.ok) return fresh;
			if (!state.programme.live) return reject('not_started');
			if (state.programme.live.heldSince === null) return ok({ events: [] });
			return one({ type: 'resumed', payload: {} });
		}
	},
	'programme.undo': {
		kind: 'order',
		decide(state, payload, ctx) {
			const { last } = state.programme;
			if (!last || last.command !== payload.of) return reject('undo_too_late');
			if (ctx.now - last.at > UNDO_STEP_MS) return reject('undo_too_late');
			return one({ type: 'stepUndone', payload: { of: payload.of } });
		}
	},
	'programme.adjust': {
		kind: 'order',
		decide(state, payload) {
			const item = state.programme.items[payload.item];
			if (!item) return reject('item_unknown');
			if (isPast(state.programme, item.id)) return reject('item_past');
			const total = item.minutes + item.adjusted + payload.minutes;
			if (total < 0 || total > 600) return reject('minutes_range');
			return one({ type: 'minutesAdjusted', payload: { id: item.id, minutes: payload.minutes } });
		}
	},
	'programme.insert': { kind: 'order', decide: insert },
	'programme.edit': {
		kind: 'order',
		decide(state, { item: id, patch, personal }) {
			const item = state.programme.items[id];
			if (!item) return reject('item_unknown');
			if (patch.on === false && state.programme.live?.item === id) return reject('item_current');
			return ok({
				events: [{ type: 'itemEdited', payload: { id, patch } }],
				...(personal && { personal: [{ ref: `item:${id}`, payload: { ...personal } }] })
			});
		}
	},
	'programme.reorder': {
		kind: 'order',
		decide(state, payload) {
			const { programme } = state;
			const same =
				payload.order.length === programme.order.length &&
				new Set(payload.order).size === programme.order.length &&
				payload.order.every((id) => programme.items[id]);
			// Somebody inserted or removed meanwhile: the sender's picture is old.
			if (!same) return reject('stale_order');
			const place = programme.live ? programme.order.indexOf(programme.live.item) : -1;
			const behind = programme.order.slice(0, place + 1).some((id, at) => payload.order[at] !== id);
			if (behind) return reject('item_past');
			return one({ type: 'itemsReordered', payload: { order: groupParts(programme, payload.order) } });
		}
	},
	'programme.remove': {
		kind: 'order',
		decide(state, payload) {
			const { programme } = state;
			if (!programme.items[payload.item]) return reject('item_unknown');
			const gone = programme.order.filter(
				(id) => id === payload.item || programme.items[id]?.parent === payload.item
			);
			if (gone.some((id) => programme.live?.item === id)) return reject('item_current');
			// What has run belongs to the record of the day.
			if (gone.some((id) => programme.actual[id])) return reject('item_past');
			return ok({
				// Parts first, one event each: an event names the personal row that goes with it.
				events: gone.toReversed().map((id) => ({ type: 'itemRemoved', payload: { id } })),
				personal: gone.map((id) => ({ ref: `item:${id}`, payload: null }))
			});
		}
	},
	'programme.split': {
		kind: 'order',
		decide(state, payload) {
			const { programme } = state;
			const item = programme.items[payload.item];
			if (!item) return reject('item_unknown');
			if (item.parent !== null) return reject('part_of_part');
			if (programme.live?.item === item.id) return reject('item_current');
			if (programme.actual[item.id]) return reject('item_past');
			const fresh = payload.parts.filter((part) => !programme.items[part.id]);
			if (fresh.length !== payload.parts.length) return reject('id_taken');
			const last = programme.order.findLastIndex(
				(id) => id === item.id || programme.items[id]?.parent === item.id
			);
			const before = programme.order[last + 1] ?? null;
			const shared = addedParts(
				programme,
				item.id,
				fresh.map((part) => part.minutes)
			);
			return ok({
				events: [
					...shared.changed.map(({ id, minutes }) => ({
						type: 'itemEdited' as const,
						payload: { id, patch: { minutes } }
					})),
					...fresh.map((part, at) => ({
						type: 'itemAdded' as const,
						payload: {
							item: { ...toItem(part, item.id, false), minutes: shared.fresh[at] ?? part.minutes },
							before
						}
					}))
				],
				personal: fresh.flatMap(personalOf)
			});
		}
	}
};

function insert(
	{ programme, conference }: { programme: ProgrammeState; conference: { status: string } },
	payload: ProgrammeCommands['programme.insert'],
	_ctx: DecideContext
): Result<Decided> {
	if (programme.items[payload.item.id]) return reject('id_taken');
	if (payload.before !== null && !programme.items[payload.before]) return reject('item_unknown');
	const parent = payload.parent ?? null;
	if (parent !== null && !programme.items[parent]) return reject('item_unknown');
	if (payload.before !== null && programme.live) {
		const place = programme.order.indexOf(programme.live.item);
		if (programme.order.indexOf(payload.before) <= place) return reject('item_past');
	}
	const item = toItem(payload.item, parent, conference.status === 'live');
	return ok({
		events: [{ type: 'itemAdded', payload: { item, before: payload.before } }],
		personal: personalOf(payload.item)
	});
}

function toItem(from: NewItem, parent: ItemId | null, inserted: boolean): ProgrammeItem {
	const { personal: _beside, ...item } = from;
	return { ...item, parent, inserted, adjusted: 0 };
}

const personalOf = (item: NewItem): { ref: string; payload: { [k: string]: unknown } }[] =>
	item.personal ? [{ ref: `item:${item.id}`, payload: { ...item.personal } }] : [];

const titleOf = (state: ProgrammeState, id: ItemId): string => state.items[id]?.title ?? '';

function isPast(state: ProgrammeState, id: ItemId): boolean {
	if (state.endedAt !== null) return true;
	if (!state.live) return false;
	return state.order.indexOf(id) < state.order.indexOf(state.live.item);
}

/** Parts walk with their parent, wherever a drag left them. */
function groupParts(state: ProgrammeState, order: ItemId[]): ItemId[] {
	const tops = order.filter((id) => state.items[id]?.parent === null);
	return tops.flatMap((top) => [top, ...order.filter((id) => state.items[id]?.parent === top)]);
}
