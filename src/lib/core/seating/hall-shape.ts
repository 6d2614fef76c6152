/**
 * Owns: whether a value from outside has the shape of a hall, and if not, which field of it is wrong and what it should
 * be. The browser's twin of `protocol/hall.ts`, which would bring a whole schema library; a test holds the two together.
 */
import type { Block, Door, Hall, Passage, Stage } from './hall';

/** What a field should be; the interface has a sentence for each. */
export type Rule =
	| { rule: 'object' | 'missing' | 'unknown' | 'list' | 'colour' | 'id' | 'place' | 'control' | 'filled' }
	| { rule: 'text' | 'most'; most: number }
	| { rule: 'number' | 'whole'; least: number; most: number }
	| { rule: 'oneOf'; words: string };
/** Path of names and, in lists, positions from 0. */
export type Trouble = { path: readonly (string | number)[] } & Rule;

type Check = (value: unknown) => Trouble | null;
type Fields<T> = { [K in keyof Required<T>]: Check };

const wrong = (rule: Rule): Trouble => ({ path: [], ...rule });
const below = (trouble: Trouble | null, step: string | number): Trouble | null =>
	trouble && { ...trouble, path: [step, ...trouble.path] };

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** @param may fields that may be left out */
const object =
	<T>(fields: Fields<T>, may: readonly (keyof T & string)[]): Check =>
	(value) => {
		if (!isRecord(value)) return wrong({ rule: 'object' });
		const checks = new Map<string, Check>(Object.entries<Check>(fields));
		for (const key of Object.keys(value)) if (!checks.has(key)) return { path: [key], rule: 'unknown' };
		const optional = new Set<string>(may);
		for (const [key, check] of checks) {
			if (!Object.hasOwn(value, key) || value[key] === undefined) {
				if (!optional.has(key)) return { path: [key], rule: 'missing' };
				continue;
			}
			const trouble = below(check(value[key]), key);
			if (trouble) return trouble;
		}
		return null;
	};

const list =
	(most: number, check: Check): Check =>
	(value) => {
		if (!Array.isArray(value)) return wrong({ rule: 'list' });
		if (value.length > most) return wrong({ rule: 'most', most });
		for (const [at, one] of value.entries()) {
			const trouble = below(check(one), at);
			if (trouble) return trouble;
		}
		return null;
	};

const text =
	(most: number, least = 0): Check =>
	(value) => {
		if (typeof value !== 'string' || value.length > most) return wrong({ rule: 'text', most });
		if (value.length < least) return wrong({ rule: 'filled' });
		return storable(value) ? null : wrong({ rule: 'control' });
	};

/** Control characters but tab and line breaks, and halves of letters, cannot be stored. */
function storable(value: string): boolean {
	for (let at = 0; at < value.length; at++) {
		const code = value.charCodeAt(at);
		if ((code < 32 && code !== 9 && code !== 10 && code !== 13) || code === 127) return false;
	}
	return !/\p{Surrogate}/u.test(value);
}

const pattern =
	(form: RegExp, rule: 'colour' | 'place'): Check =>
	(value) =>
		typeof value === 'string' && form.test(value) ? null : wrong({ rule });

const id: Check = (value) =>
	typeof value === 'string' && /^[A-Za-z0-9_-]{1,64}$/.test(value) && !(value in Object.prototype)
		? null
		: wrong({ rule: 'id' });

const number =
	(least: number, most: number): Check =>
	(value) =>
		typeof value === 'number' && value >= least && value <= most
			? null
			: wrong({ rule: 'number', least, most });
const whole =
	(least: number, most: number): Check =>
	(value) =>
		Number.isSafeInteger(value) && number(least, most)(value) === null
			? null
			: wrong({ rule: 'whole', least, most });
const oneOf =
	(...words: readonly (string | null)[]): Check =>
	(value) =>
		words.some((word) => word === value) ? null : wrong({ rule: 'oneOf', words: words.join(', ') });

const FAR = 50_000;
const length = number(-FAR, FAR);
const size = number(1, FAR);
const side = oneOf('left', 'right');
const sideOrMiddle = oneOf('left', 'right', 'centre');
const place = pattern(/^[1-9]\d{0,2}\/[1-9]\d{0,2}$/, 'place');

const block = object<Block>(
	{
		id,
		name: text(80, 1),
		colour: pattern(/^#[0-9a-fA-F]{6}$/, 'colour'),
		door: text(80),
		rows: whole(1, 200),
		seatsPerRow: whole(1, 500),
		shape: oneOf('rows', 'longTable', 'roundTable'),
		place: oneOf('floor', 'stage'),
		x: length,
		y: length,
		turn: number(-360, 360),
		seatPitch: number(30, 300),
		rowPitch: number(40, 500),
		rowSeats: list(200, whole(0, 500)),
		align: sideOrMiddle,
		aisles: list(20, whole(1, 500)),
		walls: list(2, side),
		rowNames: oneOf('numbers', 'letters'),
		firstRow: whole(1, 1000),
		numbered: sideOrMiddle,
		firstSeat: whole(1, 10_000),
		out: list(5_000, place),
		wheelchair: list(1_000, place)
	},
	[
		'shape',
		'place',
		'x',
		'y',
		'turn',
		'seatPitch',
		'rowPitch',
		'rowSeats',
		'align',
		'aisles',
		'walls',
		'rowNames',
		'firstRow',
		'numbered',
		'firstSeat',
		'out',
		'wheelchair'
	]
);

const stage = object<Stage>(
	{ width: size, depth: size, podium: oneOf('left', 'right', 'centre', null), steps: list(2, side) },
	[]
);
const door = object<Door>({ name: text(80, 1), x: length, y: length }, []);
const passage = object<Passage>({ x: length, y: length, width: size, depth: size }, []);

const hall = object<Hall>(
	{
		name: text(200),
		blocks: list(60, block),
		stage,
		doors: list(40, door),
		passages: list(60, passage)
	},
	['stage', 'doors', 'passages']
);

/** The first field that is wrong, null when the value is a hall in shape. */
export const hallTrouble = (value: unknown): Trouble | null => hall(value);

/** Has it the shape of a hall? Rules between fields are `faultOf`'s. */
export const isHall = (value: unknown): value is Hall => hallTrouble(value) === null;
