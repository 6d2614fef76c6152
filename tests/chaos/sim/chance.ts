/** Owns: all chance of a simulated day, from one seed (mulberry32), so that a failing day can be run again. */
export class Chance {
	#state: number;

	constructor(seed: number) {
		// Neighbouring seeds must not give neighbouring days.
		this.#state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0;
	}

	/** In [0, 1). */
	next(): number {
		this.#state = (this.#state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	}
	happens(probability: number): boolean {
		return this.next() < probability;
	}
	below(count: number): number {
		return Math.floor(this.next() * count);
	}
	/** Both ends included. */
	between(least: number, most: number): number {
		return least + this.below(most - least + 1);
	}
	pick<T>(list: readonly T[]): T | undefined {
		return list[this.below(list.length)];
	}
	/** @param weights by name; a name comes up in proportion */
	weighed<T extends string>(weights: Readonly<Record<T, number>>): T {
		const names = Object.keys(weights) as T[];
		let left = this.next() * names.reduce((sum, name) => sum + weights[name], 0);
		const found = names.find((name) => (left -= weights[name]) < 0) ?? names.at(-1);
		if (found === undefined) throw new Error('nothing to choose from');
		return found;
	}
	hex(digits: number): string {
		let text = '';
		while (text.length < digits)
			text += Math.floor(this.next() * 2 ** 32)
				.toString(16)
				.padStart(8, '0');
		return text.slice(0, digits);
	}
}
