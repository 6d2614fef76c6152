/**
 * What a phone's camera makes of a paper held before it: perspective, lens, shutter, light, sensor. All in grey, as
 * every decoder sees it in the end.
 */
import { CELL, type Paper } from './paper';
import type { Random } from './random';

export type Shot = {
	width: number;
	height: number;
	/** Pixels a module where the code's centre is. */
	scale: number;
	/** Centre of the code, pixels. */
	x: number;
	y: number;
	/** Radians: around the viewing axis, sideways, backwards. */
	roll: number;
	yaw: number;
	pitch: number;
	/** Deviation of the lens blur, pixels. */
	focus: number;
	/** Way of the shaking hand while the shutter was open, pixels. */
	motion: { length: number; angle: number };
	/** 1 is a well-lit hall. */
	light: number;
	/** Deviation of the sensor's noise, grey levels of 255. */
	noise: number;
	/** A lamp mirrored in glossy paper: place and size in pixels, strength in grey levels. */
	glare: { x: number; y: number; radius: number; strength: number }[];
	/** How much darker the far side of the picture is, 0 to 1. */
	falloff: number;
};

const LENS = 0.9;

export function take(paper: Paper, shot: Shot, random: Random): Uint8Array {
	const { width, height } = shot;
	let frame = expose(paper, shot);
	if (shot.focus > 0.2) frame = blur(frame, width, height, shot.focus);
	if (shot.motion.length > 1) frame = shake(frame, width, height, shot.motion);
	for (const { x, y, radius, strength } of shot.glare) {
		const reach = 2.2 * radius;
		for (let py = Math.max(0, Math.floor(y - reach)); py < Math.min(height, y + reach); py++)
			for (let px = Math.max(0, Math.floor(x - reach)); px < Math.min(width, x + reach); px++) {
				const far = ((px - x) ** 2 + (py - y) ** 2) / (radius * radius);
				frame[py * width + px] = (frame[py * width + px] ?? 0) + strength * Math.exp(-far * far);
			}
	}
	const grey = new Uint8Array(width * height);
	for (let y = 0, at = 0; y < height; y++)
		for (let x = 0; x < width; x++, at++) {
			const lit = (frame[at] ?? 0) * shot.light * (1 - shot.falloff * (x / width));
			// Shot noise grows with the root of the light; the rest is the amplifier's.
			const sigma = shot.noise * (0.7 + 0.3 * Math.sqrt(lit / 255));
			const value = lit + 4 + (sigma > 0 ? sigma * random.normal() : 0);
			grey[at] = value < 0 ? 0 : value > 255 ? 255 : value + 0.5;
		}
	return grey;
}

/** The sharp picture: every pixel looks back through the lens at the plane of the paper. */
function expose(paper: Paper, shot: Shot): Float32Array {
	const { width, height, scale } = shot;
	const [a, b, c, d, e, f, g, h, k] = planeOf(shot);
	const { texels, side } = paper;
	const fine = scale < 4 ? 3 : 2;
	const frame = new Float32Array(width * height);
	const half = side / 2;
	const outside = side + 2 * CELL;
	const ground = tableOf(width, height);
	for (let y = 0; y < height; y++)
		for (let x = 0; x < width; x++) {
			const z = g * x + h * y + k;
			const nearU = ((a * x + b * y + c) / z) * CELL + half;
			const nearV = ((d * x + e * y + f) / z) * CELL + half;
			const far = nearU < -2 * CELL || nearV < -2 * CELL || nearU > outside || nearV > outside;
			const behind = ground[y * width + x] ?? 0;
			if (far) {
				frame[y * width + x] = behind;
				continue;
			}
			let sum = 0;
			for (let sy = 0; sy < fine; sy++) {
				const py = y + (sy + 0.5) / fine;
				for (let sx = 0; sx < fine; sx++) {
					const px = x + (sx + 0.5) / fine;
					const w = g * px + h * py + k;
					const u = Math.floor(((a * px + b * py + c) / w) * CELL + half);
					const v = Math.floor(((d * px + e * py + f) / w) * CELL + half);
					sum += u >= 0 && v >= 0 && u < side && v < side ? (texels[v * side + u] ?? 0) : behind;
				}
			}
			frame[y * width + x] = sum / (fine * fine);
		}
	return frame;
}

/** What lies behind the paper: the grain of a table, in soft stripes. */
function tableOf(width: number, height: number): Uint8Array {
	const ground = new Uint8Array(width * height);
	const stripe = Uint8Array.from({ length: 1024 }, (_, at) => 118 + 22 * Math.sin((at / 1024) * 2 * Math.PI));
	for (let y = 0, at = 0; y < height; y++) {
		const swing = 424 * (1 + Math.sin(y * 0.011));
		for (let x = 0; x < width; x++, at++)
			ground[at] = (stripe[(x * 5.05 + swing) & 1023] ?? 0) + ((x * 7 + y * 13) & 15) - 7;
	}
	return ground;
}

type Nine = [number, number, number, number, number, number, number, number, number];

/** From pixels to modules, the code's centre being (0, 0): the inverse of camera × plane. */
function planeOf({ width, scale, x, y, roll, yaw, pitch }: Shot): Nine {
	const lens = LENS * width;
	const far = lens / scale;
	const [cr, sr] = [Math.cos(roll), Math.sin(roll)];
	const [cy, sy] = [Math.cos(yaw), Math.sin(yaw)];
	const [cp, sp] = [Math.cos(pitch), Math.sin(pitch)];
	// Columns of the turned plane's two axes: roll first, then yaw, then pitch.
	const ux = cy * cr;
	const uy = sp * sy * cr + cp * sr;
	const uz = -cp * sy * cr + sp * sr;
	const vx = -cy * sr;
	const vy = -sp * sy * sr + cp * cr;
	const vz = cp * sy * sr + sp * cr;
	return inverseOf([
		lens * ux + x * uz,
		lens * vx + x * vz,
		x * far,
		lens * uy + y * uz,
		lens * vy + y * vz,
		y * far,
		uz,
		vz,
		far
	]);
}

function inverseOf([a, b, c, d, e, f, g, h, k]: Nine): Nine {
	const A = e * k - f * h;
	const B = f * g - d * k;
	const C = d * h - e * g;
	const size = a * A + b * B + c * C;
	return [
		A / size,
		(c * h - b * k) / size,
		(b * f - c * e) / size,
		B / size,
		(a * k - c * g) / size,
		(c * d - a * f) / size,
		C / size,
		(b * g - a * h) / size,
		(a * e - b * d) / size
	];
}

/** Three box blurs in each direction are a bell in all but name; their width may be a fraction. */
function blur(sharp: Float32Array, width: number, height: number, sigma: number): Float32Array {
	const reach = (Math.sqrt(4 * sigma * sigma + 1) - 1) / 2;
	const rows = new Float32Array(sharp.length);
	const both = sharp.slice();
	for (let pass = 0; pass < 3; pass++) {
		boxRows(both, rows, width, height, reach);
		boxColumns(rows, both, width, height, reach);
	}
	return both;
}

/** Each pixel the mean of its row's `reach` neighbours on both sides; the edge goes on for ever. */
function boxRows(from: Float32Array, to: Float32Array, width: number, height: number, reach: number): void {
	const whole = Math.floor(reach);
	const rest = reach - whole;
	const weight = 1 / (2 * reach + 1);
	const pad = whole + 1;
	const line = new Float32Array(width + 2 * pad);
	for (let y = 0; y < height; y++) {
		const start = y * width;
		line.fill(from[start] ?? 0, 0, pad);
		line.set(from.subarray(start, start + width), pad);
		line.fill(from[start + width - 1] ?? 0, pad + width);
		let sum = 0;
		for (let i = 1; i <= 2 * whole + 1; i++) sum += line[i] ?? 0;
		for (let x = 0; x < width; x++) {
			const right = line[x + 2 * pad] ?? 0;
			to[start + x] = weight * (sum + rest * ((line[x] ?? 0) + right));
			sum += right - (line[x + 1] ?? 0);
		}
	}
}

/** The same down the columns, a whole row at a time. */
function boxColumns(
	from: Float32Array,
	to: Float32Array,
	width: number,
	height: number,
	reach: number
): void {
	const whole = Math.floor(reach);
	const rest = reach - whole;
	const weight = 1 / (2 * reach + 1);
	const sums = new Float32Array(width);
	const row = (y: number) => Math.min(height - 1, Math.max(0, y)) * width;
	for (let y = -whole; y <= whole; y++)
		for (let x = 0, at = row(y); x < width; x++, at++) sums[x] = (sums[x] ?? 0) + (from[at] ?? 0);
	for (let y = 0; y < height; y++) {
		const above = row(y - whole - 1);
		const below = row(y + whole + 1);
		const leaving = row(y - whole);
		for (let x = 0, at = y * width; x < width; x++, at++) {
			const next = from[below + x] ?? 0;
			const sum = sums[x] ?? 0;
			to[at] = weight * (sum + rest * ((from[above + x] ?? 0) + next));
			sums[x] = sum + next - (from[leaving + x] ?? 0);
		}
	}
}

function shake(frame: Float32Array, width: number, height: number, { length, angle }: Shot['motion']) {
	const steps = Math.ceil(length) + 1;
	const out = new Float32Array(frame.length);
	for (let n = 0; n < steps; n++) {
		const along = (n / (steps - 1) - 0.5) * length;
		const dx = Math.round(along * Math.cos(angle));
		const dy = Math.round(along * Math.sin(angle));
		for (let y = 0; y < height; y++) {
			const row = Math.min(height - 1, Math.max(0, y + dy)) * width;
			const to = y * width;
			for (let x = 0; x < width; x++) {
				const sx = x + dx;
				out[to + x] = (out[to + x] ?? 0) + (frame[row + (sx < 0 ? 0 : sx >= width ? width - 1 : sx)] ?? 0);
			}
		}
	}
	for (let i = 0; i < out.length; i++) out[i] = (out[i] ?? 0) / steps;
	return out;
}
