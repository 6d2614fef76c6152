/**
 * Owns: one element that plays what was ordered, from this device's own shelf, where the fact of the order says it
 * stands now. A page that was reloaded, or came late, joins there. Assumes: `sync` is called whenever time or order
 * changes.
 */
import { fromShelf, mediumUrl } from '$lib/client/media-shelf';
import { positionAt } from '$lib/core/media/playback';
import type { PlayView } from '$lib/core/views/media-view';

/** Off by more than this, it is put right; smaller steps would be heard. Seconds. */
const APART = 1;
/** So soon after the order the beginning is not cut off. Seconds. */
const FRESH = 0.4;

export class Player {
	/** False until somebody touched this page, where the browser asks for that. */
	sound = $state(false);
	/** There is a picture to be seen. */
	picture = $state(false);
	element = $state<HTMLVideoElement>();
	#shown: string | null = null;
	#url: string | null = null;
	#over = false;

	constructor(readonly conference: string) {}

	/** @returns how to stop */
	start = (): (() => void) => {
		void this.tryVoice();
		return () => this.#clear();
	};

	/** Asks the browser whether sound is allowed, by playing silence. Called again at each touch. */
	tryVoice = async (): Promise<void> => {
		if (this.sound) return;
		const url = URL.createObjectURL(new Blob([silence()], { type: 'audio/wav' }));
		try {
			await new Audio(url).play();
			this.sound = true;
			if (this.element) this.element.muted = false;
		} catch {
			this.sound = false; // not allowed yet: the screen says what to do
		} finally {
			URL.revokeObjectURL(url);
		}
	};

	/** @param now corrected time, ms */
	async sync(play: PlayView | null, size: number, now: number): Promise<void> {
		const { element } = this;
		if (!element) return;
		if (!play) return this.#clear();
		if (this.#shown !== play.id) {
			this.#clear();
			this.#shown = play.id;
			const blob = await fromShelf(this.conference, play.hash, size);
			// Something else was ordered meanwhile.
			if (this.#shown !== play.id) return;
			this.#url = blob && URL.createObjectURL(blob);
			element.src = this.#url ?? mediumUrl(this.conference, play.hash, 'projector');
		}
		if (element.readyState < HTMLMediaElement.HAVE_METADATA) return;
		this.#follow(element, play, now);
	}

	#follow(element: HTMLVideoElement, play: PlayView, now: number): void {
		const wanted = positionAt(play, now) / 1000;
		this.#over = wanted >= element.duration;
		this.picture = element.videoWidth > 0 && !this.#over;
		if (this.#over) return element.pause();
		const begins = wanted < FRESH && element.currentTime < FRESH;
		if (!begins && Math.abs(element.currentTime - wanted) > (play.paused ? 0.05 : APART))
			element.currentTime = wanted;
		if (play.paused) element.pause();
		else if (element.paused) void this.#play(element);
	}

	async #play(element: HTMLVideoElement): Promise<void> {
		element.muted = !this.sound;
		try {
			await element.play();
		} catch (error) {
			if (!(error instanceof DOMException) || error.name !== 'NotAllowedError') return;
			// The picture at least; the sound comes with the first touch.
			this.sound = false;
			element.muted = true;
			await element.play().catch((again: unknown) => console.warn('play', again));
		}
	}

	#clear(): void {
		this.#shown = null;
		this.picture = false;
		if (this.element?.hasAttribute('src')) {
			this.element.pause();
			this.element.removeAttribute('src');
			this.element.load();
		}
		if (this.#url) URL.revokeObjectURL(this.#url);
		this.#url = null;
	}
}

/** A tenth of a second of nothing: 8 kHz, 8 bit, mono. */
function silence(): ArrayBuffer {
	const samples = 800;
	const view = new DataView(new ArrayBuffer(44 + samples));
	const put = (at: number, text: string) =>
		[...text].forEach((letter, i) => view.setUint8(at + i, letter.charCodeAt(0)));
	put(0, 'RIFF');
	view.setUint32(4, 36 + samples, true);
	put(8, 'WAVEfmt ');
	view.setUint32(16, 16, true);
	view.setUint16(20, 1, true);
	view.setUint16(22, 1, true);
	view.setUint32(24, 8000, true);
	view.setUint32(28, 8000, true);
	view.setUint16(32, 1, true);
	view.setUint16(34, 8, true);
	put(36, 'data');
	view.setUint32(40, samples, true);
	for (let at = 44; at < 44 + samples; at++) view.setUint8(at, 128);
	return view.buffer;
}
