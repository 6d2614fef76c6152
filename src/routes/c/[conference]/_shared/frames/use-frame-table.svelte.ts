/** Owns: confirming a pile from the frame table, and making whoever looks elsewhere notice that something changed. */
import type { WatchLink } from '$lib/client/watch-link.svelte';
import type { PresenterView } from '$lib/core/views/award-views';
import { rejectText } from '$lib/ui/i18n/i18n';
import '$lib/ui/i18n/use/refusals';
import { signalOf } from './phase';

/** Milliseconds on, off, on …; iPhones and hidden pages do not vibrate, so words and colour say it too. */
const CHANGED = [300, 150, 300, 150, 300];
const CALLED = [200, 100, 200];

export class FrameTable {
	busy = $state(false);
	/** Why the last confirmation was not taken. */
	refusal = $state<string | null>(null);
	readonly #link: WatchLink;
	#signal: string | null = null;

	constructor(link: WatchLink) {
		this.#link = link;
	}

	/** Sends the pile as it was shown; a pile that changed meanwhile is refused. @returns whether it was taken */
	confirm = async (view: PresenterView, how: 'tap' | 'scan'): Promise<boolean> => {
		if (this.busy || !view.wave) return false;
		this.busy = true;
		this.refusal = null;
		const { number: wave, version } = view.wave;
		const done = await this.#link.order('wave.confirm', { wave, presenter: view.presenter, version, how });
		this.busy = false;
		if (!done.ok) this.refusal = rejectText(done.rejection);
		return done.ok;
	};

	/** Vibrates once for each new thing; never during the flag salute. */
	notice(view: PresenterView): void {
		const signal = signalOf(view);
		const isNew = signal !== null && signal !== this.#signal;
		this.#signal = signal;
		if (!isNew || view.silent || !('vibrate' in navigator)) return;
		navigator.vibrate(signal.startsWith('changed') ? CHANGED : CALLED);
	}
}
