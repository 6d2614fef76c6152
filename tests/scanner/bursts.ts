/**
 * Bursts: ten frames of one invitation in a hand that is never quite still, as reception's phones see them. A class is
 * one trouble, from harmless to beyond reading; `mixed` is several at once. Everything follows from class and number.
 */
import { inviteToken } from '../../src/lib/core/invitations/token';
import { take, type Shot } from './camera';
import { printPaper, type Wear } from './paper';
import { randomOf, type Random } from './random';

export const CLASSES = [
	'plain',
	'angle',
	'small',
	'dim',
	'motion',
	'focus',
	'noisy',
	'creased',
	'scratched',
	'glare',
	'mixed'
] as const;
export type Class = (typeof CLASSES)[number];
export const FRAMES = 10;

export type Burst = {
	name: string;
	class: Class;
	/** What stands in the code. */
	text: string;
	width: number;
	height: number;
	/** Grey, row by row. */
	frames: Uint8Array[];
};

const KEY = new Uint8Array(32).fill(7);
const SIZES = [
	{ width: 640, height: 480 },
	{ width: 1280, height: 720 }
] as const;

/** @param number from 0; even ones are 640 × 480 and odd ones 1280 × 720, every other pair holds a link */
export function burstOf(kind: Class, number: number): Burst {
	const random = randomOf(`${kind} ${number}`);
	const { width, height } = SIZES[number % 2 === 0 ? 0 : 1];
	const token = inviteToken(KEY, kind, `delegate ${number}`, 1);
	const text = number % 4 < 2 ? token : `https://hoinghi.tuyenquang.gov.vn/c/hn-2025/me#${token}`;
	const still = sceneOf(kind, random, width, height, text.length > 39 ? 33 : 25);
	const paper = printPaper(text, random, still.wear);
	const frames = Array.from({ length: FRAMES }, () => take(paper, moved(still.shot, random), random));
	return { name: `${kind}-${number}`, class: kind, text, width, height, frames };
}

function sceneOf(kind: Class, random: Random, width: number, height: number, modules: number) {
	const { between } = random;
	// A comfortable picture: the code fills a third to two thirds of the height.
	const shot: Shot = {
		width,
		height,
		scale: (height * between(0.32, 0.6)) / modules,
		x: width * between(0.42, 0.58),
		y: height * between(0.42, 0.58),
		roll: between(-0.3, 0.3),
		yaw: between(-0.15, 0.15),
		pitch: between(-0.2, 0.2),
		focus: between(0.4, 0.8),
		motion: { length: between(0, 1.5), angle: between(0, Math.PI) },
		light: between(0.75, 1),
		noise: between(1, 3),
		glare: [],
		falloff: between(0, 0.15)
	};
	const wear: Wear = { creases: 0, scratches: 0 };
	const hard = random();
	for (const trouble of kind === 'mixed' ? someOf(random) : [kind])
		worsen(shot, wear, trouble, kind === 'mixed' ? hard * 0.55 : hard, random);
	return { shot, wear };
}

const someOf = (random: Random): Class[] => {
	const troubles: Class[] = [
		'angle',
		'small',
		'dim',
		'motion',
		'focus',
		'noisy',
		'creased',
		'scratched',
		'glare'
	];
	return Array.from({ length: 3 }, () => troubles[random.whole(0, troubles.length - 1)] ?? 'angle');
};

/** @param hard 0 harmless … 1 beyond reading */
function worsen(shot: Shot, wear: Wear, kind: Class, hard: number, random: Random): void {
	const { between, whole } = random;
	const sign = random() < 0.5 ? -1 : 1;
	switch (kind) {
		case 'angle':
			shot.roll = between(-Math.PI, Math.PI);
			if (random() < 0.5) shot.yaw = sign * (0.5 + 0.75 * hard);
			else shot.pitch = sign * (0.5 + 0.75 * hard);
			return;
		case 'small':
			shot.scale = 4 - 2.7 * hard;
			shot.x = shot.width * between(0.25, 0.75);
			shot.y = shot.height * between(0.25, 0.75);
			return;
		case 'dim':
			shot.light = 0.3 - 0.26 * hard;
			shot.noise = between(1.5, 4);
			shot.falloff = between(0.2, 0.6);
			return;
		case 'motion':
			shot.motion.length = shot.scale * (0.8 + 2.6 * hard);
			return;
		case 'focus':
			shot.focus = shot.scale * (0.25 + 0.7 * hard);
			return;
		case 'noisy':
			shot.noise = 3 + 55 * hard * hard;
			shot.light *= 0.8;
			return;
		case 'creased':
			wear.creases = 1 + Math.floor(3 * hard);
			return;
		case 'scratched':
			wear.scratches = 1 + Math.floor(7 * hard);
			return;
		case 'glare':
			shot.light *= 0.8;
			for (let n = whole(1, 2); n > 0; n--)
				shot.glare.push({
					x: shot.x + between(-9, 9) * shot.scale,
					y: shot.y + between(-9, 9) * shot.scale,
					radius: shot.scale * (2 + 5 * hard),
					strength: between(150, 420)
				});
			return;
		case 'plain':
		case 'mixed':
			return;
		default:
			kind satisfies never;
	}
}

/** The same scene a twelfth of a second later: hand, focus and lamp have moved a little. */
function moved(shot: Shot, random: Random): Shot {
	const { between } = random;
	const shift = shot.height * 0.02;
	return {
		...shot,
		x: shot.x + between(-shift, shift),
		y: shot.y + between(-shift, shift),
		scale: shot.scale * between(0.96, 1.04),
		roll: shot.roll + between(-0.05, 0.05),
		yaw: shot.yaw + between(-0.06, 0.06),
		pitch: shot.pitch + between(-0.06, 0.06),
		focus: shot.focus * between(0.75, 1.25),
		motion: { length: shot.motion.length * between(0.4, 1.3), angle: shot.motion.angle + between(-0.6, 0.6) },
		glare: shot.glare.map((lamp) => ({
			...lamp,
			x: lamp.x + between(-2.5, 2.5) * shot.scale,
			y: lamp.y + between(-2.5, 2.5) * shot.scale
		}))
	};
}
