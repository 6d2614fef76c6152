/** Owns: what every watching screen does with its link: when it counts as lost, answers to notes, a lit screen. */
import type { WatchLink } from '$lib/client/watch-link.svelte';
import { rejectText } from '$lib/ui/i18n/i18n';
import { useToasts } from '$lib/ui/toasts.svelte';

/** As long as a living link may be silent. */
const LOST_MS = 5000;

export type Answer = 'clear' | 'unclear';

export class Watch {
	readonly link: WatchLink;
	/** Note whose answer is on its way. */
	answering = $state<string | null>(null);
	readonly #opened = Date.now();
	readonly #toasts = useToasts();

	constructor(link: WatchLink) {
		this.link = link;
	}

	/** Nothing heard for five seconds: what is shown may be old. */
	get lost(): boolean {
		const { freshness, now } = this.link;
		return freshness === 'stale' || (freshness === 'connecting' && Math.abs(now - this.#opened) > LOST_MS);
	}

	answer = async (note: string, answer: Answer): Promise<void> => {
		if (this.answering !== null) return;
		this.answering = note;
		const done = await this.link.order('note.answer', { note, answer });
		this.answering = null;
		if (!done.ok) this.#toasts.show(rejectText(done.rejection), { tone: 'error' });
	};
}
