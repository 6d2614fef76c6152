/**
 * Owns: other ways of seeing a grey picture in which no code was found: sharper for blur and small codes, with a
 * threshold of the neighbourhood for folds and shade. Each gives a picture of the same size and leaves its own alone.
 */

/** Grey, row by row, one byte a pixel. */
export type Grey = { luma: Uint8Array; width: number; height: number };

/** Raises what differs from its surroundings of `reach` pixels by `strength` times the difference. */
export function sharper({ luma, width, height }: Grey, reach: number, strength: number): Grey {
	const around = meanAround(luma, width, height, reach);
	const out = new Uint8ClampedArray(luma.length);
	for (let at = 0; at < luma.length; at++) {
		const here = luma[at] ?? 0;
		out[at] = here + strength * (here - (around[at] ?? 0));
	}
	return { luma: new Uint8Array(out.buffer), width, height };
}

/** Black where darker than the mean of the surroundings of `reach` pixels, else white: no shade, fold or lamp is left. */
export function blackAndWhite({ luma, width, height }: Grey, reach: number): Grey {
	const around = meanAround(luma, width, height, reach);
	const out = new Uint8Array(luma.length);
	for (let at = 0; at < luma.length; at++) out[at] = (luma[at] ?? 0) < (around[at] ?? 0) ? 0 : 255;
	return { luma: out, width, height };
}

/** Weights 1 2 1 in both directions: grain goes, edges stay. */
export function smoother({ luma, width, height }: Grey): Grey {
	const rows = luma.slice();
	for (let y = 0; y < height; y++)
		for (let at = y * width + 1, end = (y + 1) * width - 1; at < end; at++)
			rows[at] = ((luma[at - 1] ?? 0) + 2 * (luma[at] ?? 0) + (luma[at + 1] ?? 0) + 2) >> 2;
	const out = rows.slice();
	for (let at = width, end = luma.length - width; at < end; at++)
		out[at] = ((rows[at - width] ?? 0) + 2 * (rows[at] ?? 0) + (rows[at + width] ?? 0) + 2) >> 2;
	return { luma: out, width, height };
}

/** Mean of the square of 2 × reach + 1 pixels around each, cut at the edges: sums that slide, whatever the reach. */
function meanAround(luma: Uint8Array, width: number, height: number, reach: number): Uint8Array {
	const columns = new Int32Array(width);
	const out = new Uint8Array(luma.length);
	const add = (row: number, sign: 1 | -1) => {
		const from = row * width;
		for (let x = 0; x < width; x++) columns[x] = (columns[x] ?? 0) + sign * (luma[from + x] ?? 0);
	};
	for (let y = 0; y < Math.min(reach, height); y++) add(y, 1);
	for (let y = 0; y < height; y++) {
		if (y + reach < height) add(y + reach, 1);
		if (y - reach > 0) add(y - reach - 1, -1);
		const tall = Math.min(height - 1, y + reach) - Math.max(0, y - reach) + 1;
		let sum = 0;
		for (let x = 0; x < Math.min(reach, width); x++) sum += columns[x] ?? 0;
		for (let x = 0, at = y * width; x < width; x++, at++) {
			if (x + reach < width) sum += columns[x + reach] ?? 0;
			if (x - reach > 0) sum -= columns[x - reach - 1] ?? 0;
			const wide = Math.min(width - 1, x + reach) - Math.max(0, x - reach) + 1;
			out[at] = sum / (tall * wide);
		}
	}
	return out;
}
