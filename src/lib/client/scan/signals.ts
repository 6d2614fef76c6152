/**
 * Owns: what a verdict sounds and feels like. A different shape for every tone, so that nobody needs to look; soft
 * sines only: nobody is buzzed at the door.
 */
import type { Verdict } from '../../core/admissions/model';

type Note = { hz: number; ms: number };

const melodies: Record<Verdict, readonly Note[]> = {
	green: [
		{ hz: 880, ms: 90 },
		{ hz: 1319, ms: 140 }
	],
	amber: [
		{ hz: 784, ms: 90 },
		{ hz: 988, ms: 90 },
		{ hz: 1175, ms: 160 }
	],
	blue: [{ hz: 659, ms: 220 }],
	red: [
		{ hz: 523, ms: 160 },
		{ hz: 440, ms: 240 }
	]
};
/** Milliseconds on, off, on …; iPhones ignore it. */
const vibrations: Record<Verdict, readonly number[]> = {
	green: [60],
	amber: [60, 60, 60, 60, 60],
	blue: [200],
	red: [120, 90, 240]
};
const MUTE_KEY = 'kt.mute';
const GAP_S = 0.04;
const ASK_EVERY_MS = 1000;

export class Signals {
	#audio: AudioContext | null = null;
	#asked = -ASK_EVERY_MS;
	#muted = localStorage.getItem(MUTE_KEY) === '1';

	get muted(): boolean {
		return this.#muted;
	}
	mute(on: boolean): void {
		this.#muted = on;
		localStorage.setItem(MUTE_KEY, on ? '1' : '0');
	}

	/** Browsers give sound only after a touch: call it from one. */
	unlock(): void {
		this.#audio ??= new AudioContext();
		// A hand scanner is forty keys: one question a second is enough. Never to wait for the answer of an earlier one:
		// asked before a touch that counts, it does not come.
		if (this.#audio.state !== 'suspended' || performance.now() - this.#asked < ASK_EVERY_MS) return;
		this.#asked = performance.now();
		void this.#audio.resume();
	}

	/** @param silent during the flag salute: neither sound nor vibration, whatever the switch says */
	give(tone: Verdict, silent: boolean): void {
		if (silent) return;
		if ('vibrate' in navigator) navigator.vibrate([...vibrations[tone]]);
		if (!this.#muted) this.#play(melodies[tone]);
	}

	close(): void {
		void this.#audio?.close();
		this.#audio = null;
	}

	#play(notes: readonly Note[]): void {
		const audio = this.#audio;
		if (!audio || audio.state !== 'running') return;
		let at = audio.currentTime;
		for (const { hz, ms } of notes) {
			const tone = audio.createOscillator();
			const loud = audio.createGain();
			tone.frequency.value = hz;
			// Without a short rise and fall each note would click.
			loud.gain.setValueAtTime(0, at);
			loud.gain.linearRampToValueAtTime(0.28, at + 0.012);
			loud.gain.linearRampToValueAtTime(0, at + ms / 1000);
			tone.connect(loud).connect(audio.destination);
			tone.start(at);
			tone.stop(at + ms / 1000);
			at += ms / 1000 + GAP_S;
		}
	}
}
