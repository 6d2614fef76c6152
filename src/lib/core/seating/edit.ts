/**
 * Owns: changes of a drawn hall, each a new hall from an old one. A hall that is edited has every place written down
 * (`drawn`), so that moving one block moves no other. What no longer fits after a change (marks of seats that are gone,
 * an aisle behind the last seat, the name of a removed door) goes with it, so that a hall made here can be saved.
 */
import { placeKey, seatsOfRow, type Block, type Door, type Hall, type Passage, type Stage } from './hall';
import { depthOf, layoutOf, widthOf } from './layout';
import { COLOURS, presidiumTable } from './presets';

/** What can be chosen on the drawing. */
export type Part =
	| { kind: 'stage' }
	| { kind: 'block'; id: string }
	| { kind: 'door'; at: number }
	| { kind: 'passage'; at: number };
export type Mark = 'out' | 'wheelchair';
export type NewBlock = 'rows' | 'longTable' | 'roundTable';
/** `undefined` takes a field back to its default. */
export type BlockPatch = { [K in keyof Omit<Block, 'id'>]?: Block[K] | undefined };

export const LIMITS = {
	blocks: 60,
	doors: 40,
	passages: 60,
	rows: 200,
	seatsPerRow: 500,
	aisles: 20
} as const;

export const partKey = (part: Part): string =>
	part.kind === 'stage' ? 'stage' : part.kind === 'block' ? `block/${part.id}` : `${part.kind}/${part.at}`;

/** The same hall with the place of everything written down; null begins an empty one. */
export function drawn(hall: Hall | null): Hall {
	const from = hall ?? { name: '', blocks: [] };
	const { stage, outlines } = layoutOf(from);
	const { width, depth, podium, steps } = stage;
	return {
		...from,
		stage: { width, depth, podium, steps },
		blocks: from.blocks.map((block) => {
			const [left, right] = outlines.find((o) => o.block === block)?.corners ?? [];
			if ((block.x !== undefined && block.y !== undefined) || !left || !right) return block;
			return { ...block, x: (left.x + right.x) / 2, y: (left.y + right.y) / 2 };
		})
	};
}

export const sameHall = (a: Hall | null, b: Hall | null): boolean =>
	a === b || JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
/** A database may give fields back in another order. */
const sorted = (value: unknown): unknown =>
	Array.isArray(value)
		? value.map(sorted)
		: value && typeof value === 'object'
			? Object.fromEntries(
					Object.entries(value)
						.sort(([a], [b]) => (a < b ? -1 : 1))
						.map(([key, one]) => [key, sorted(one)])
				)
			: value;

export const named = (hall: Hall, name: string): Hall => ({
	...hall,
	name: name.normalize('NFC').slice(0, 200)
});

const withBlock = (hall: Hall, id: string, change: (block: Block) => Block): Hall => ({
	...hall,
	blocks: hall.blocks.map((block) => (block.id === id ? change(block) : block))
});

/** Rows, seats, names, place …; a table has one row, and only rows of chairs have aisles and rows of their own. */
export const patchBlock = (hall: Hall, id: string, patch: BlockPatch): Hall =>
	withBlock(hall, id, (block) => fitted(widened(block, merged(block, patch))));

/** A wider block grows in each of its rows, so that their shape stays. */
function widened(old: Block, next: Block): Block {
	const by = next.seatsPerRow - old.seatsPerRow;
	if (by === 0 || !next.rowSeats || next.rowSeats !== old.rowSeats) return next;
	return { ...next, rowSeats: next.rowSeats.map((count) => Math.max(0, count + by)) };
}

/** Keys without a value are left out, or the file and the wire would carry them. */
function merged(block: Block, patch: BlockPatch): Block {
	const next = { ...block, ...patch } as Record<string, unknown>;
	for (const key of Object.keys(next)) if (next[key] === undefined) delete next[key];
	const made = next as Block;
	return typeof patch.name === 'string' ? { ...made, name: patch.name.normalize('NFC').slice(0, 80) } : made;
}

function fitted(block: Block): Block {
	const table = block.shape === 'longTable' || block.shape === 'roundTable';
	const { rowSeats: _r, aisles: _a, out: _o, wheelchair: _w, align: _l, ...rest } = block;
	const rows = table ? 1 : within(block.rows, 1, LIMITS.rows);
	const seatsPerRow = within(block.seatsPerRow, 1, LIMITS.seatsPerRow);
	let next: Block = { ...rest, rows, seatsPerRow };
	if (!table && block.align) next = { ...next, align: block.align };
	if (!table && block.rowSeats) {
		const kept = Array.from({ length: rows }, (_, at) =>
			Math.min(block.rowSeats?.[at] ?? seatsPerRow, seatsPerRow)
		);
		// A block has a seat; the longest row is what the width is measured by.
		if (Math.max(...kept) === 0) kept[0] = 1;
		const longest = Math.max(...kept);
		next = kept.every((count) => count === longest)
			? { ...next, seatsPerRow: longest }
			: { ...next, seatsPerRow: longest, rowSeats: kept };
	}
	const aisles = [...new Set(block.aisles ?? [])].filter((after) => after >= 1 && after < next.seatsPerRow);
	if (!table && aisles.length)
		next = { ...next, aisles: aisles.sort((a, b) => a - b).slice(0, LIMITS.aisles) };
	for (const mark of ['out', 'wheelchair'] as const) {
		const there = (block[mark] ?? []).filter((place) => {
			const [row = 0, seat = 0] = place.split('/').map(Number);
			return seat >= 1 && seat <= seatsOfRow(next, row);
		});
		if (there.length) next = { ...next, [mark]: there };
	}
	return next;
}

const within = (value: number, least: number, most: number): number =>
	Math.min(most, Math.max(least, Math.round(value)));

/** Seats of one row; the block's width follows its longest row. */
export function rowSeatsSet(hall: Hall, id: string, row: number, count: number): Hall {
	return withBlock(hall, id, (block) => {
		const seats = Array.from({ length: block.rows }, (_, at) =>
			at + 1 === row ? within(count, 0, LIMITS.seatsPerRow) : seatsOfRow(block, at + 1)
		);
		return fitted({ ...block, seatsPerRow: Math.max(...seats, 1), rowSeats: seats });
	});
}

/** Takes the corner behind on the right: the front left corner stays where it is. @param dx, dy cm on the drawing */
export function stretched(hall: Hall, id: string, dx: number, dy: number): Hall {
	return withBlock(hall, id, (block) => {
		const angle = ((block.turn ?? 0) * Math.PI) / 180;
		const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
		const [wide, deep] = [dx * cos + dy * sin, dy * cos - dx * sin];
		const perSeat = widthOf({ ...block, seatsPerRow: 1, aisles: [] });
		const perRow = depthOf({ ...block, rows: 1 });
		const wanted = block.shape === 'roundTable' ? wide / 25 : wide / perSeat;
		const seatsPerRow = within(block.seatsPerRow + wanted, 1, LIMITS.seatsPerRow);
		const rows = block.rows + (block.shape === 'roundTable' ? 0 : Math.round(deep / perRow));
		const next = fitted(widened(block, { ...block, seatsPerRow, rows }));
		const shift = (widthOf(next) - widthOf(block)) / 2;
		return {
			...next,
			x: Math.round((block.x ?? 0) + shift * cos),
			y: Math.round((block.y ?? 0) + shift * sin)
		};
	});
}

/** Puts a mark on a seat or takes it off; a seat out of use is no place for a wheelchair. */
export function toggledMark(hall: Hall, id: string, row: number, seat: number, mark: Mark): Hall {
	return withBlock(hall, id, (block) => {
		if (seat < 1 || seat > seatsOfRow(block, row)) return block;
		const place = placeKey(row, seat);
		const had = block[mark]?.includes(place) ?? false;
		const other = mark === 'out' ? 'wheelchair' : 'out';
		return fitted({
			...block,
			[mark]: had ? block[mark]?.filter((one) => one !== place) : [...(block[mark] ?? []), place],
			[other]: block[other]?.filter((one) => one !== place)
		});
	});
}

function freeLetter(hall: Hall): string {
	const taken = new Set(hall.blocks.flatMap(({ id, name }) => [id.toLowerCase(), name.toLowerCase()]));
	for (let count = 0; ; count++) {
		const letter = String.fromCharCode(65 + (count % 26)) + (count < 26 ? '' : Math.floor(count / 26));
		if (!taken.has(letter.toLowerCase()) && !taken.has(`khối ${letter.toLowerCase()}`)) return letter;
	}
}

const behindAll = (hall: Hall): number =>
	layoutOf(hall)
		.outlines.filter((o) => o.block.place !== 'stage')
		.reduce((most, o) => Math.max(most, ...o.corners.map((c) => c.y)), 150);

const sizes: Record<NewBlock, Pick<Block, 'rows' | 'seatsPerRow'>> = {
	rows: { rows: 5, seatsPerRow: 8 },
	longTable: { rows: 1, seatsPerRow: 8 },
	roundTable: { rows: 1, seatsPerRow: 10 }
};

/** A new block behind all others. @returns the hall and the new block's id; the hall as it is when it is full */
export function addBlock(hall: Hall, shape: NewBlock): { hall: Hall; id: string | null } {
	if (hall.blocks.length >= LIMITS.blocks) return { hall, id: null };
	const letter = freeLetter(hall);
	const id = letter.toLowerCase();
	const colour = COLOURS[hall.blocks.length % COLOURS.length] ?? COLOURS[0];
	const block: Block = {
		id,
		name: `${shape === 'rows' ? 'Khối' : 'Bàn'} ${letter}`,
		colour,
		door: hall.doors?.[0]?.name ?? '',
		...sizes[shape],
		...(shape !== 'rows' && { shape }),
		x: 0,
		y: Math.ceil((behindAll(hall) + 110) / 10) * 10
	};
	return { hall: { ...hall, blocks: [...hall.blocks, block] }, id };
}

/** Beside its original, on the side with more room; marks of single seats are not copied. */
export function copyBlock(hall: Hall, from: string): { hall: Hall; id: string | null } {
	const block = hall.blocks.find((one) => one.id === from);
	if (!block || hall.blocks.length >= LIMITS.blocks) return { hall, id: null };
	const letter = freeLetter(hall);
	const { out: _o, wheelchair: _w, ...plain } = block;
	const x = block.x ?? 0;
	const by = widthOf(block) + 110;
	const copy: Block = {
		...plain,
		id: letter.toLowerCase(),
		name: `${block.shape && block.shape !== 'rows' ? 'Bàn' : 'Khối'} ${letter}`,
		colour: COLOURS[hall.blocks.length % COLOURS.length] ?? COLOURS[0],
		x: x + (x < 0 ? -by : by)
	};
	return { hall: { ...hall, blocks: [...hall.blocks, copy] }, id: copy.id };
}

/** The Presidium's table of so many chairs; one that is there gets this many and stays where it is. */
export function withPresidium(hall: Hall, chairs: number): { hall: Hall; id: string } {
	const table = presidiumTable(hall, chairs);
	const old = hall.blocks.find((block) => block.id === table.id);
	if (old) return { hall: patchBlock(hall, old.id, { seatsPerRow: table.seatsPerRow }), id: old.id };
	const taken = hall.blocks.some((block) => block.name === table.name);
	const block = taken ? { ...table, name: `${table.name} (sân khấu)` } : table;
	return { hall: { ...hall, blocks: [...hall.blocks, block] }, id: table.id };
}

export const patchStage = (hall: Hall, patch: Partial<Stage>): Hall => {
	const stage = { ...layoutOf(hall).stage, ...patch };
	const { width, depth, podium, steps } = stage;
	return {
		...hall,
		stage: { width: within(width, 100, 5000), depth: within(depth, 100, 3000), podium, steps }
	};
};

export function addDoor(hall: Hall, name: string): { hall: Hall; at: number | null } {
	const doors = hall.doors ?? [];
	if (doors.length >= LIMITS.doors) return { hall, at: null };
	const { bounds } = layoutOf(hall);
	let count = doors.length + 1;
	while (doors.some((door) => door.name === `${name} ${count}`)) count++;
	const door: Door = { name: `${name} ${count}`, x: 0, y: Math.round(bounds.bottom / 10) * 10 };
	const first = doors.length === 0;
	// With the first door drawn, blocks may no longer name one that is not there.
	const blocks = first ? hall.blocks.map((block) => ({ ...block, door: '' })) : hall.blocks;
	return { hall: { ...hall, blocks, doors: [...doors, door] }, at: doors.length };
}

/** A renamed door keeps its blocks. */
export function patchDoor(hall: Hall, at: number, patch: Partial<Door>): Hall {
	const old = hall.doors?.[at];
	if (!old) return hall;
	const door = { ...old, ...patch };
	const name = door.name.normalize('NFC').slice(0, 80);
	const shared = hall.doors?.some((one, other) => other !== at && one.name === old.name);
	return {
		...hall,
		doors: hall.doors?.map((one, i) => (i === at ? { ...door, name } : one)) ?? [],
		blocks: hall.blocks.map((block) =>
			block.door === old.name && name !== old.name && !shared ? { ...block, door: name } : block
		)
	};
}

export function addPassage(hall: Hall): { hall: Hall; at: number | null } {
	const passages = hall.passages ?? [];
	if (passages.length >= LIMITS.passages) return { hall, at: null };
	const deep = Math.max(200, Math.round((behindAll(hall) - 220) / 10) * 10);
	const passage: Passage = { x: -60, y: 220, width: 120, depth: deep };
	return { hall: { ...hall, passages: [...passages, passage] }, at: passages.length };
}

export const patchPassage = (hall: Hall, at: number, patch: Partial<Passage>): Hall => ({
	...hall,
	passages: (hall.passages ?? []).map((one, i) => (i === at ? { ...one, ...patch } : one))
});

/** The stage stays; a removed door is forgotten by its blocks. */
export function removed(hall: Hall, part: Part): Hall {
	switch (part.kind) {
		case 'stage':
			return hall;
		case 'block':
			return { ...hall, blocks: hall.blocks.filter((block) => block.id !== part.id) };
		case 'door': {
			const doors = (hall.doors ?? []).filter((_, at) => at !== part.at);
			const names = new Set(doors.map((door) => door.name));
			const blocks = hall.blocks.map((b) => (b.door && !names.has(b.door) ? { ...b, door: '' } : b));
			return { ...hall, doors, blocks };
		}
		case 'passage':
			return { ...hall, passages: (hall.passages ?? []).filter((_, at) => at !== part.at) };
		default:
			return part satisfies never;
	}
}

/** The anchor of a part: middle of a block's front edge, a door, the far left corner of a passage. */
export function placeOf(hall: Hall, part: Part): { x: number; y: number } | null {
	if (part.kind === 'block') {
		const block = hall.blocks.find((one) => one.id === part.id);
		return block ? { x: block.x ?? 0, y: block.y ?? 0 } : null;
	}
	if (part.kind === 'stage') return null;
	const one = part.kind === 'door' ? hall.doors?.[part.at] : hall.passages?.[part.at];
	return one ? { x: one.x, y: one.y } : null;
}

const FAR = 50_000;
/** The stage is where lengths are measured from and never moves. */
export function movedTo(hall: Hall, part: Part, to: { x: number; y: number }): Hall {
	const at = { x: within(to.x, -FAR, FAR), y: within(to.y, -FAR, FAR) };
	if (part.kind === 'block') return withBlock(hall, part.id, (block) => ({ ...block, ...at }));
	if (part.kind === 'door') return patchDoor(hall, part.at, at);
	return part.kind === 'passage' ? patchPassage(hall, part.at, at) : hall;
}
