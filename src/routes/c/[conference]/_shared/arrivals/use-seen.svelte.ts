/** Owns: which arrivals somebody at this device has taken note of. Kept on the device: others have eyes of their own. */
import { SvelteSet } from 'svelte/reactivity';

/** More than a conference has important delegates; older ones are forgotten. */
const KEPT = 300;

export class SeenAlerts {
	readonly #key: string;
	readonly #seen: SvelteSet<string>;

	/**
	 * @param key one conference and role; several roles may share a browser
	 * @param old what a device that joins now need not be told loudly any more
	 */
	constructor(key: string, old: readonly string[]) {
		this.#key = `kt.seen.${key}`;
		const text = localStorage.getItem(this.#key);
		const kept: unknown = text === null ? old : JSON.parse(text);
		this.#seen = new SvelteSet(Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : []);
	}

	has(admission: string): boolean {
		return this.#seen.has(admission);
	}

	add(admission: string): void {
		this.#seen.add(admission);
		localStorage.setItem(this.#key, JSON.stringify([...this.#seen].slice(-KEPT)));
	}
}
