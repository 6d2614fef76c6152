/** Owns: what a block looks like on the drawing: paths and words, from where `layout.ts` says its seats stand. */
import type { Block, Hall, Stage } from '$lib/core/seating/hall';
import { layoutOf, SEAT_PITCH, type Layout, type Outline, type Place } from '$lib/core/seating/layout';

type Point = { x: number; y: number };
type Words = Point & { text: string };
export type BlockShape = {
	block: Block;
	outline: Outline;
	angle: number;
	corners: string;
	/** All seats of one look as one path: thousands of seats stay a handful of elements. */
	seats: string;
	out: string;
	wheelchair: string;
	table: string;
	rowWords: Words[];
	places: Place[];
	front: Point;
	count: number;
};

const SEAT = 20;

export function blockShapes(hall: Hall): BlockShape[] {
	const layout = layoutOf(hall);
	const places = new Map<string, Place[]>();
	for (const place of layout.places) {
		const of = places.get(place.seat.block);
		if (of) of.push(place);
		else places.set(place.seat.block, [place]);
	}
	return layout.outlines.map((outline) => shapeOf(outline, places.get(outline.block.id) ?? []));
}

function shapeOf(outline: Outline, places: Place[]): BlockShape {
	const { block, corners } = outline;
	const radius = Math.min(SEAT, (block.seatPitch ?? SEAT_PITCH) * 0.4);
	const of = (wanted: (place: Place) => boolean, draw: (place: Place, r: number) => string): string =>
		places
			.filter(wanted)
			.map((place) => draw(place, radius))
			.join('');
	const [a, b] = [corners[0] ?? outline, corners[1] ?? outline];
	return {
		block,
		outline,
		angle: block.turn ?? 0,
		corners: corners.map((c) => `${c.x},${c.y}`).join(' '),
		seats: of((p) => !p.out && !p.wheelchair, disc),
		out: of((p) => p.out, crossed),
		wheelchair: of((p) => p.wheelchair && !p.out, wheel),
		table: tableOf(block, outline, radius),
		rowWords: block.shape === 'roundTable' || block.shape === 'longTable' ? [] : rowWords(block, places),
		places,
		front: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 },
		count: places.length
	};
}

export const disc = ({ x, y }: Point, r: number): string =>
	`M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;
const crossed = ({ x, y }: Point, r: number): string => {
	const d = r * 0.75;
	return `M${x - d} ${y - d}l${2 * d} ${2 * d}M${x + d} ${y - d}l${-2 * d} ${2 * d}`;
};
/** A square place with a wheel in it. */
const wheel = (at: Point, r: number): string =>
	`M${at.x - r} ${at.y - r}h${2 * r}v${2 * r}h${-2 * r}z${disc(at, r * 0.55)}`;

/** At the stage people sit behind their table, on the floor before it: always towards whom they face. */
function tableOf(block: Block, { corners, x, y }: Outline, radius: number): string {
	if (block.shape === 'roundTable') {
		const [a, b] = [corners[0], corners[1]];
		const width = a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0;
		return disc({ x, y }, Math.max(30, width / 2 - (block.seatPitch ?? SEAT_PITCH) / 2 - radius - 6));
	}
	if (block.shape !== 'longTable') return '';
	const [fl, fr, br, bl] = corners;
	if (!fl || !fr || !br || !bl) return '';
	const share = 0.26;
	const [p, q, r, s] = block.place === 'stage' ? [bl, br, fr, fl] : [fl, fr, br, bl];
	const to = (from: Point, end: Point): Point => ({
		x: from.x + (end.x - from.x) * share,
		y: from.y + (end.y - from.y) * share
	});
	return `M${[p, q, to(q, r), to(p, s)].map((c) => `${c.x} ${c.y}`).join('L')}Z`;
}

function rowWords(block: Block, places: Place[]): Words[] {
	const angle = ((block.turn ?? 0) * Math.PI) / 180;
	const away = (block.seatPitch ?? SEAT_PITCH) * 0.85;
	const step = { x: Math.cos(angle) * away, y: Math.sin(angle) * away };
	return places.flatMap((place, at) => {
		const { x, y, rowLabel: text } = place;
		const first = place.seat.seat === 1 ? [{ x: x - step.x, y: y - step.y, text }] : [];
		const last = places[at + 1]?.seat.row !== place.seat.row ? [{ x: x + step.x, y: y + step.y, text }] : [];
		return [...first, ...last];
	});
}

const DESK = { width: 70, depth: 55 };
const STEP = { width: 70, depth: 90, back: 140 };
export type Box = Point & { width: number; height: number };

/** Podium at the stage's front edge, steps at its ends: where the maps draw them and ways lead up. */
export function stageThings(stage: Layout['stage']): {
	podium: Box | null;
	steps: (Box & { side: string })[];
} {
	const at = (side: Stage['podium'], width: number, inset: number): number =>
		side === 'left'
			? stage.x + inset
			: side === 'right'
				? stage.x + stage.width - inset - width
				: stage.x + stage.width / 2 - width / 2;
	return {
		podium:
			stage.podium === null
				? null
				: { x: at(stage.podium, DESK.width, 90), y: -DESK.depth - 25, width: DESK.width, height: DESK.depth },
		steps: stage.steps.map((side) => ({
			side,
			x: side === 'left' ? stage.x - STEP.width : stage.x + stage.width,
			y: -STEP.back,
			width: STEP.width,
			height: STEP.depth
		}))
	};
}

export const oblong = ({ x, y, width, height }: Box): string => `M${x} ${y}h${width}v${height}h${-width}z`;

/** The seat nearest to a point, null when none is within reach. */
export function seatAt(hall: Hall, at: Point, reach: number): Place | null {
	let best: Place | null = null;
	let nearest = reach;
	for (const place of layoutOf(hall).places) {
		const off = Math.hypot(place.x - at.x, place.y - at.y);
		if (off < nearest) [best, nearest] = [place, off];
	}
	return best;
}

/** A name in lines that fit a width, broken between words; no word is cut. @param width, size cm */
export function linesOf(name: string, width: number, size: number): string[] {
	const most = Math.max(6, Math.floor(width / (size * 0.58)));
	const lines: string[] = [];
	for (const word of name.split(/\s+/).filter(Boolean)) {
		const last = lines.at(-1);
		if (last !== undefined && last.length + 1 + word.length <= most)
			lines[lines.length - 1] = `${last} ${word}`;
		else lines.push(word);
	}
	return lines;
}

/** Where a block is taken to grow: off its corner behind on the right, so that it covers no seat. @param off cm */
export function handleOf({ outline }: BlockShape, off: number): Point | null {
	const corner = outline.corners[2];
	if (!corner) return null;
	const away = Math.hypot(corner.x - outline.x, corner.y - outline.y) || 1;
	return {
		x: corner.x + ((corner.x - outline.x) / away) * off,
		y: corner.y + ((corner.y - outline.y) / away) * off
	};
}
