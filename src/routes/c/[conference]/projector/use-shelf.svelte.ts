/**
 * Owns: fetching every film and piece of music ahead, trying whether this browser can play it, and saying so to the
 * stage. One after another; what fails for want of a line is tried again, what cannot be played is not.
 */
import { fromShelf, hasShelf, tidyShelf, toShelf } from '$lib/client/media-shelf';
import type { WatchLink } from '$lib/client/watch-link.svelte';
import type { ScreenReport } from '$lib/core/media/model';
import type { ProjectorView } from '$lib/core/views/audience-views';

type Held = ScreenReport['media'][number];
type Wanted = ProjectorView['media'];
const AGAIN_MS = 3000;

export class Shelf {
	held = $state.raw<Record<string, Held>>({});
	readonly keeps = hasShelf();
	readonly #link: WatchLink;
	#wanted: Wanted = [];
	#stop = new AbortController();
	#working = false;
	#sent = '';

	constructor(link: WatchLink) {
		this.#link = link;
	}

	/** What there is now to be fetched; the work goes on by itself. */
	want(wanted: Wanted): void {
		this.#wanted = wanted;
		if (this.keeps && !this.#working) void this.#work();
	}

	stop(): void {
		this.#stop.abort();
	}

	async #work(): Promise<void> {
		this.#working = true;
		// Asked for once: a browser short of room then throws other sites' files away first.
		await navigator.storage?.persist?.().catch((error: unknown) => console.warn('persist', error));
		while (!this.#stop.signal.aborted) {
			const next = this.#wanted.find(({ hash }) => !this.held[hash]);
			if (!next) break;
			try {
				await this.#bring(next);
			} catch (error) {
				if (this.#stop.signal.aborted) break;
				console.warn('medium', error);
				await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
			}
		}
		this.#working = false;
		const hashes = this.#wanted.map(({ hash }) => hash);
		if (!this.#stop.signal.aborted) await tidyShelf(this.#link.conference, hashes);
	}

	async #bring({ hash, size }: Wanted[number]): Promise<void> {
		const { conference } = this.#link;
		let blob = await fromShelf(conference, hash, size);
		if (!blob) {
			await toShelf(conference, hash, 'projector', this.#stop.signal);
			blob = await fromShelf(conference, hash, size);
		}
		if (!blob) throw new Error(`${hash} came short`);
		const ms = await lengthOf(blob);
		const state = ms === undefined ? 'failed' : 'ready';
		this.held = { ...this.held, [hash]: { hash, state, ms: ms ?? null } };
	}

	/** Says what is ready, when it changed and there is somebody to hear it. */
	async report(wanted: Wanted, sound: boolean): Promise<void> {
		const media = wanted.flatMap(({ hash }) => this.held[hash] ?? []);
		const report: ScreenReport = { media, sound, keeps: this.keeps };
		const text = JSON.stringify(report);
		if (text === this.#sent || this.#link.freshness !== 'live') return;
		this.#sent = text;
		const done = await this.#link.order('screen.report', { report });
		// Not heard: the next change, or the link's return, says it again.
		if (!done.ok) this.#sent = '';
	}
}

/** Length in ms, null where the file does not say; undefined when this browser cannot play it. */
function lengthOf(blob: Blob): Promise<number | null | undefined> {
	const url = URL.createObjectURL(blob);
	const element = document.createElement('video');
	element.preload = 'metadata';
	element.muted = true;
	return new Promise<number | null | undefined>((resolve) => {
		const tell = (ms: number | null | undefined) => {
			clearTimeout(waited);
			element.removeAttribute('src');
			URL.revokeObjectURL(url);
			resolve(ms);
		};
		const waited = setTimeout(() => tell(undefined), 20_000);
		element.onloadedmetadata = () => {
			const { duration } = element;
			tell(Number.isFinite(duration) ? Math.min(86_400_000, Math.round(duration * 1000)) : null);
		};
		element.onerror = () => tell(undefined);
		element.src = url;
	});
}
