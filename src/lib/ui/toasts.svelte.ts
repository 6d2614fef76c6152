/** Owns: the short notices of one screen, handed down by context so that any component may speak. */
import { createContext } from 'svelte';
import type { BannerTone } from './tones';

export interface Toast {
	id: number;
	tone: BannerTone | 'done';
	text: string;
	/** One thing to do about it, e.g. undo. */
	action?: { label: string; run: () => void };
	/** Milliseconds on screen; null stays until it is closed. */
	lastsMs: number | null;
}

export class Toasts {
	list = $state<Toast[]>([]);
	#nextId = 1;

	/** Errors stay until closed; the rest go by themselves, later when there is something to press. */
	show(
		text: string,
		options: { tone?: Toast['tone']; action?: Toast['action']; lastsMs?: number | null } = {}
	) {
		const { tone = 'done', action } = options;
		const usual = tone === 'error' ? null : action ? 10_000 : 5_000;
		const toast: Toast = {
			id: this.#nextId++,
			tone,
			text,
			action,
			lastsMs: options.lastsMs === undefined ? usual : options.lastsMs
		};
		this.list = [...this.list.slice(-2), toast];
		return toast.id;
	}

	dismiss(id: number) {
		this.list = this.list.filter((toast) => toast.id !== id);
	}
}

/** `provideToasts(new Toasts())` in a layout, `useToasts()` below it. */
export const [useToasts, provideToasts] = createContext<Toasts>();
