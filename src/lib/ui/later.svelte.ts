/**
 * Owns: components that come when they are first needed. A first load stays small; and because a phone may have no
 * service worker, the rest is fetched while the network is still there.
 */
export class Later<C> {
	component = $state.raw<C | null>(null);
	failed = $state(false);
	readonly #load: () => Promise<{ default: C }>;
	#coming: Promise<void> | null = null;

	/** @param load `() => import('./X.svelte')` */
	constructor(load: () => Promise<{ default: C }>) {
		this.#load = load;
	}

	/** Resolves when the component is here or could not be had; never throws, `failed` says which. */
	need(): Promise<void> {
		if (this.component) return Promise.resolve();
		return (this.#coming ??= this.#bring());
	}

	async #bring(): Promise<void> {
		this.failed = false;
		try {
			this.component = (await this.#load()).default;
		} catch (error) {
			console.warn('part', error);
			this.failed = true;
		}
		this.#coming = null;
	}
}

const QUIET_MS = 1500;

/**
 * Brings what a screen may still need, one after another, after it stands and whenever it is idle.
 * @param work each brings one thing; a failed one is tried when it is needed
 * @returns stops it
 */
export function bringWhenIdle(work: readonly (() => Promise<unknown>)[]): () => void {
	let stopped = false;
	const timer = setTimeout(async () => {
		for (const bring of work) {
			await new Promise<void>((idle) =>
				'requestIdleCallback' in window ? requestIdleCallback(() => idle(), { timeout: 2000 }) : idle()
			);
			if (stopped) return;
			await bring();
		}
	}, QUIET_MS);
	return () => {
		stopped = true;
		clearTimeout(timer);
	};
}
