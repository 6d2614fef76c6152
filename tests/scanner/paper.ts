/**
 * The printed invitation as a flat picture: code, quiet zone, lines of print above and below it, and what happened to
 * the paper since (folds, scratches). `CELL` texels to a module; 0 is black, 255 white.
 */
import { create } from 'qrcode';
import type { Random } from './random';

export const CELL = 6;
/** Modules of paper on each side of the code: four of quiet zone, then print. */
const AROUND = 14;
const QUIET = 4;

export type Paper = { texels: Uint8Array; side: number; modules: number };
export type Wear = { creases: number; scratches: number };

export function printPaper(text: string, random: Random, wear: Wear): Paper {
	const { modules: code } = create(text, { errorCorrectionLevel: 'M' });
	const modules = code.size;
	const side = (modules + 2 * AROUND) * CELL;
	const texels = new Uint8Array(side * side).fill(228);
	print(texels, side, modules, random);
	for (let y = 0; y < modules * CELL; y++)
		for (let x = 0; x < modules * CELL; x++)
			if (code.get(Math.floor(y / CELL), Math.floor(x / CELL)))
				texels[(y + AROUND * CELL) * side + x + AROUND * CELL] = 22;
	for (let n = 0; n < wear.scratches; n++) scratch(texels, side, modules, random);
	let paper: Paper = { texels, side, modules };
	for (let n = 0; n < wear.creases; n++) paper = crease(paper, random);
	return paper;
}

/** Words as grey bars: what a decoder may take for parts of a code. */
function print(texels: Uint8Array, side: number, modules: number, random: Random): void {
	const top = (AROUND - QUIET) * CELL;
	const bottom = (AROUND + modules + QUIET) * CELL;
	for (let y = CELL; y < side - 2 * CELL; y += 3 * CELL) {
		if (y > top - 2 * CELL && y < bottom) continue;
		for (let x = CELL * 2; x < side - CELL * 2;) {
			const word = random.whole(4, 16);
			for (let letter = 0; letter < word && x < side - CELL * 2; letter++, x += 5)
				for (let dy = 0; dy < CELL; dy++)
					for (let dx = 0; dx < 4; dx++) if (random() < 0.55) texels[(y + dy) * side + x + dx] = 60;
			x += 7;
		}
	}
}

/** A worn streak or a stroke of a pen right across the code. */
function scratch(texels: Uint8Array, side: number, modules: number, random: Random): void {
	const middle = side / 2;
	const reach = (modules * CELL) / 2;
	const angle = random.between(0, Math.PI);
	const off = random.between(-0.8, 0.8) * reach;
	const x0 = middle + off * -Math.sin(angle);
	const y0 = middle + off * Math.cos(angle);
	const long = random.between(0.5, 1.2) * reach;
	const half = random.between(0.1, 0.35) * CELL;
	const tone = random() < 0.6 ? 235 : 40;
	const bend = random.between(-0.25, 0.25);
	for (let t = -long; t <= long; t += 0.5) {
		const x = x0 + t * Math.cos(angle) - bend * ((t * t) / reach) * Math.sin(angle);
		const y = y0 + t * Math.sin(angle) + bend * ((t * t) / reach) * Math.cos(angle);
		for (let dy = -half; dy <= half; dy++)
			for (let dx = -half; dx <= half; dx++) {
				const px = Math.round(x + dx);
				const py = Math.round(y + dy);
				if (px >= 0 && py >= 0 && px < side && py < side && random() < 0.85) texels[py * side + px] = tone;
			}
	}
}

/** A fold: beyond it the paper leans away (looks shorter) and takes less light; the ridge itself has lost its ink. */
function crease({ texels, side, modules }: Paper, random: Random): Paper {
	const angle = random.between(0, 2 * Math.PI);
	const nx = Math.cos(angle);
	const ny = Math.sin(angle);
	const at = random.between(-0.35, 0.35) * modules * CELL;
	const lean = 1 / Math.cos(random.between(0.15, 0.5));
	const shade = random.between(0.55, 0.85);
	const ridge = random.between(0.2, 0.5) * CELL;
	const bent = new Uint8Array(texels.length);
	for (let y = 0; y < side; y++)
		for (let x = 0; x < side; x++) {
			const beyond = (x - side / 2) * nx + (y - side / 2) * ny - at;
			const more = beyond > 0 ? beyond * (lean - 1) : 0;
			const sx = Math.min(side - 1, Math.max(0, Math.round(x + more * nx)));
			const sy = Math.min(side - 1, Math.max(0, Math.round(y + more * ny)));
			const ink = texels[sy * side + sx] ?? 0;
			const worn = Math.abs(beyond) < ridge ? ink * 0.35 + 215 * 0.65 : ink;
			bent[y * side + x] = beyond > 0 ? worn * shade : worn;
		}
	return { texels: bent, side, modules };
}
