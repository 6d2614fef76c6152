/** Chance with a seed: the same seed gives the same frames on every machine. */

export type Random = {
	/** From 0 to below 1. */
	(): number;
	between(low: number, high: number): number;
	whole(low: number, high: number): number;
	/** Mean 0, deviation 1, from a table: good enough for a sensor's noise, and quick. */
	normal(): number;
};

const TABLE = 1 << 14;

/** @param seed any text; mulberry32 on its hash */
export function randomOf(seed: string): Random {
	let state = 2166136261;
	for (const letter of seed) state = Math.imul(state ^ letter.charCodeAt(0), 16777619);
	const bits = (): number => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return (mixed ^ (mixed >>> 14)) >>> 0;
	};
	const next = () => bits() / 4294967296;
	const normals = normalTable();
	return Object.assign(next, {
		between: (low: number, high: number) => low + (high - low) * next(),
		whole: (low: number, high: number) => low + Math.floor(next() * (high - low + 1)),
		normal: () => normals[bits() & (TABLE - 1)] ?? 0
	});
}

let kept: Float32Array | null = null;
/** Quantiles of the normal distribution by a simple sum of twelve uniforms, drawn once from a fixed sequence. */
function normalTable(): Float32Array {
	if (kept) return kept;
	const table = new Float32Array(TABLE);
	let state = 1;
	for (let i = 0; i < TABLE; i++) {
		let sum = -6;
		for (let n = 0; n < 12; n++) {
			state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
			sum += state / 4294967296;
		}
		table[i] = sum;
	}
	return (kept = table);
}
