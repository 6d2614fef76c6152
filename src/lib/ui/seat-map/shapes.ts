/**
 * Owns: the drawing of a seat: one path for each state, told apart by its shape alone, so that nobody needs the
 * colours. Centimetres around the middle of the seat; drawn with even-odd filling, one element a seat.
 */
import type { SeatState } from '../../core/seating/live-map';

const square = (half: number) => `M${-half} ${-half}h${2 * half}v${2 * half}h${-2 * half}z`;
const circle = (r: number) => `M${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
const saltire = (half: number) => `M${-half} ${-half}L${half} ${half}M${half} ${-half}L${-half} ${half}`;

export const SHAPES: Record<SeatState, string> = {
	empty: square(15),
	expected: circle(19),
	arrived: square(20),
	lounge: 'M0 -25L25 0L0 25L-25 0z',
	walkingIn: 'M0 -26L24 18H-24z',
	wrong: `${square(23)}M-4 -15h8v17h-8zM-4 8h8v8h-8z`,
	away: `${circle(17)}M-12 12L12 -12`,
	held: `${square(18)}M-18 0H18`,
	closed: `${square(18)}${saltire(18)}`,
	out: saltire(13)
};

/** In the order a legend tells them. */
export const STATES: readonly SeatState[] = [
	'empty',
	'expected',
	'arrived',
	'lounge',
	'walkingIn',
	'wrong',
	'away',
	'held',
	'closed',
	'out'
];

/** Around a place for a wheelchair. */
export const WHEELCHAIR = 'M-25 14v11h11M25 14v11h-11M-25 -14v-11h11M25 -14v-11h-11';
/** In the corner of a seat that is locked; of one that is another than on the invitation. */
export const LOCK = 'M12 -25h13v13h-13z';
export const MOVED = 'M-25 -25h13L-25 -12z';

export function shapeOf(look: {
	state: SeatState;
	wheelchair?: boolean;
	locked?: boolean;
	moved?: boolean;
}): string {
	const { state, wheelchair, locked, moved } = look;
	return SHAPES[state] + (wheelchair ? WHEELCHAIR : '') + (locked ? LOCK : '') + (moved ? MOVED : '');
}
