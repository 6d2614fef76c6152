/** Owns: how this MC likes to read: size of the text and whose lines. Kept on the device. */

/** CSS px. At 1.5 m a capital should be 5 mm high or more: 42 px on a ten-inch tablet. */
export const SIZES = [20, 23, 26, 30, 36, 42, 50, 60, 72] as const;
const ON_PHONE = 2;
const ON_TABLET = 5;

function kept(key: string): string | null {
	try {
		return localStorage.getItem(key);
	} catch {
		return null; // storage closed to us: the defaults are good
	}
}

function keep(key: string, value: string): void {
	try {
		localStorage.setItem(key, value);
	} catch (error) {
		console.warn('reading', error);
	}
}

/** The text, or the introduction list. */
export type Tab = 'script' | 'list';

export class Reading {
	#step = $state(ON_TABLET);
	/** Speaker whose lines are wanted, null for all. */
	#speaker = $state<string | null>(null);

	constructor(width: number) {
		const step = Number(kept('kt.mc.size') ?? NaN);
		this.#step = SIZES[step] === undefined ? (width < 600 ? ON_PHONE : ON_TABLET) : step;
		this.#speaker = kept('kt.mc.speaker') || null;
	}

	get px(): number {
		return SIZES[this.#step] ?? SIZES[ON_TABLET];
	}
	get smallest(): boolean {
		return this.#step === 0;
	}
	get largest(): boolean {
		return this.#step === SIZES.length - 1;
	}
	get speaker(): string | null {
		return this.#speaker;
	}

	resize = (by: 1 | -1): void => {
		this.#step = Math.min(SIZES.length - 1, Math.max(0, this.#step + by));
		keep('kt.mc.size', String(this.#step));
	};
	listenTo = (speaker: string | null): void => {
		this.#speaker = speaker;
		keep('kt.mc.speaker', speaker ?? '');
	};
}
