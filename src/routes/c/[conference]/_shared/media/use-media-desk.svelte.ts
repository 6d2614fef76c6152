/** Owns: the orders of whoever plays media, and sending files. What is refused is said in a notice. */
import { call } from '$lib/client/http';
import { uploadMedium } from '$lib/client/upload';
import type { WatchLink } from '$lib/client/watch-link.svelte';
import type { TroupeState } from '$lib/core/media/model';
import type { CommandMap, CommandType } from '$lib/core/log/command';
import type { MediaBoard } from '$lib/core/views/media-view';
import { rejectText } from '$lib/ui/i18n/i18n';
import '$lib/ui/i18n/use/media';
import '$lib/ui/i18n/use/refusals';
import { useToasts } from '$lib/ui/toasts.svelte';

type Sending = { name: string; share: number; stop: AbortController };

export class MediaDesk {
	/** The order on its way: no second press gets through. */
	busy = $state<string | null>(null);
	sending = $state.raw<Sending | null>(null);
	readonly #link: WatchLink;
	readonly #board: () => MediaBoard;
	readonly #toasts = useToasts();

	constructor(link: WatchLink, board: () => MediaBoard) {
		this.#link = link;
		this.#board = board;
	}

	async #order<T extends CommandType>(what: string, type: T, payload: CommandMap[T]): Promise<void> {
		if (this.busy !== null) return;
		this.busy = what;
		const done = await this.#link.order(type, payload);
		this.busy = null;
		if (!done.ok) this.#toasts.show(rejectText(done.rejection), { tone: 'error' });
	}

	play = (hash: string) => this.#order(hash, 'media.play', { hash, step: this.#board().step });
	pause = () => this.#order('pause', 'media.pause', { step: this.#board().step });
	resume = () => this.#order('resume', 'media.resume', { step: this.#board().step });
	stop = async () => {
		const { play } = this.#board();
		if (play) await this.#order('stop', 'media.stop', { play: play.id });
	};
	attach = (item: string, hash: string, on: boolean) => this.#order(item, 'media.attach', { item, hash, on });
	microphones = (item: string, count: number) => this.#order(item, 'troupe.microphones', { item, count });
	tick = (item: string, state: TroupeState) =>
		this.#link.fact('troupe.tick', (claim) => ({ ...claim, item, state }));

	remove = async (hash: string) => {
		const { conference, role } = this.#link;
		const done = await call(`/conferences/${conference}/media/${hash}`, { method: 'DELETE', as: role });
		if (!done.ok) this.#toasts.show(rejectText(done.rejection), { tone: 'error' });
	};

	/** One after the other. A dead line only makes it wait; `sending.stop` gives it up. */
	send = async (files: readonly File[]) => {
		for (const file of files) {
			const stop = new AbortController();
			this.sending = { name: file.name, share: 0, stop };
			const { conference, role } = this.#link;
			const done = await uploadMedium(file, {
				conference,
				as: role,
				signal: stop.signal,
				onprogress: (share) => (this.sending = { name: file.name, share, stop })
			});
			this.sending = null;
			if (!done.ok && done.rejection.code !== 'cancelled')
				// Of several files the sentence alone does not say which.
				this.#toasts.show(`${file.name}: ${rejectText(done.rejection)}`, { tone: 'error' });
		}
	};
}
