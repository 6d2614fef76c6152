/** Owns: when the list of the admin plans from, and where an item stands after it is moved one place. Parts walk with their item, and never leave it. */
import type { ItemId, ProgrammeState } from '$lib/core/programme/model';

type Programme = Pick<ProgrammeState, 'items' | 'order'>;
type Block = ItemId[];

/** Top items with their parts behind them, in order. */
export function blocksOf({ items, order }: Programme): Block[] {
	const tops = order.filter((id) => items[id]?.parent === null);
	return tops.map((top) => [top, ...order.filter((id) => items[id]?.parent === top)]);
}

/** Until the day begins the plan counts, not the hour at which somebody looks at it. All in ms since 1970. */
export const planClock = (
	{ live, endedAt }: Pick<ProgrammeState, 'live' | 'endedAt'>,
	startsAt: number | null,
	now: number
): number => (live === null && endedAt === null ? (startsAt ?? now) : now);

/**
 * @param by -1 up, 1 down
 * @returns the whole new order, or null when the item is at the edge or unknown
 */
export function movedOrder(programme: Programme, id: ItemId, by: -1 | 1): ItemId[] | null {
	const blocks = blocksOf(programme);
	const at = blocks.findIndex((block) => block.includes(id));
	const block = blocks[at];
	if (!block) return null;
	if (block[0] === id) {
		const swapped = swap(blocks, at, at + by);
		return swapped && swapped.flat();
	}
	const place = block.indexOf(id);
	// The first of a block is the item itself.
	const moved = place + by < 1 ? null : swap(block, place, place + by);
	return moved && blocks.flatMap((one, nth) => (nth === at ? moved : one));
}

function swap<T>(list: readonly T[], a: number, b: number): T[] | null {
	const one = list[a];
	const other = list[b];
	if (one === undefined || other === undefined) return null;
	return list.map((entry, nth) => (nth === a ? other : nth === b ? one : entry));
}

/** The item before which something must be inserted to stand behind `id` and its parts; null is the end. */
export function behind(programme: Programme, id: ItemId): ItemId | null {
	const blocks = blocksOf(programme);
	const at = blocks.findIndex((block) => block.includes(id));
	return blocks[at + 1]?.[0] ?? null;
}
