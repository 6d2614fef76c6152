/** Owns: the tests of one device before the day, run one beside the other, and what each of them found. */
import { call } from '$lib/client/http';
import { askToKeep, canWrite, freeMegabytes, keptState } from '$lib/client/persist';
import { Signals } from '$lib/client/scan/signals';
import type { Updates } from '$lib/client/update.svelte';
import { browserKind } from '../e/browser-kind';
import * as find from './findings';
import type { CameraResult, Finding } from './findings';

export const checkNames = [
	'server',
	'network',
	'browser',
	'secure',
	'offline',
	'storage',
	'camera',
	'sound',
	'awake'
] as const;
export type CheckName = (typeof checkNames)[number];

const PINGS = 3;
const WATCH_PINGS = 10;
const SECOND_MS = 1000;
const FRAME_MS = 5000;

export class Checks {
	readonly #updates: Updates;
	readonly #signals = new Signals();
	#server = $state.raw<Finding>(find.busy);
	#storage = $state.raw<Finding>(find.busy);
	#awake = $state.raw<Finding>(find.busy);
	#camera = $state.raw<CameraResult | 'busy'>('untested');
	#heard = $state<boolean | null>(null);
	#lost = $state<number | null>(null);
	#watched = $state<number | null>(null);
	/** True after the test sound, until somebody says whether it was heard. */
	asked = $state(false);
	#closed = false;

	constructor(updates: Updates) {
		this.#updates = updates;
	}

	readonly found: Record<CheckName, Finding> = $derived.by(() => ({
		server: this.#server,
		network: this.watching ? find.busy : find.network(this.#lost, WATCH_PINGS, networkKind()),
		browser: find.browser(browserKind(navigator.userAgent, navigator.maxTouchPoints).inApp),
		secure: find.secure(window.isSecureContext),
		offline: find.offline(this.#updates.worker),
		storage: this.#storage,
		camera: this.#camera === 'busy' ? find.busy : find.camera(this.#camera),
		sound: find.sound(this.#heard, this.#signals.muted),
		awake: this.#awake
	}));
	/** Seconds of the network test that have passed, null when none is on. */
	get watching(): { done: number; of: number } | null {
		return this.#watched === null ? null : { done: this.#watched, of: WATCH_PINGS };
	}

	/** All that needs no hand: again whenever somebody presses. */
	async run(): Promise<void> {
		this.#server = find.busy;
		if (!window.isSecureContext) this.#camera = 'insecure';
		await Promise.all([this.#askServer(), this.#askStorage(), this.#askAwake()]);
	}

	/** Lets go of sound and network test. */
	close(): void {
		this.#closed = true;
		this.#signals.close();
	}

	/** One ping a second: a phone that leaves a Wi-Fi without Internet does so within seconds. */
	async watchNetwork(): Promise<void> {
		let lost = 0;
		for (this.#watched = 0; this.#watched < WATCH_PINGS && !this.#closed; this.#watched++) {
			const next = new Promise((done) => setTimeout(done, SECOND_MS));
			if ((await ping(2 * SECOND_MS)) === null) lost++;
			await next;
		}
		this.#watched = null;
		this.#lost = lost;
		await this.#askServer();
	}

	async tryCamera(): Promise<void> {
		this.#camera = 'busy';
		this.#camera = await firstFrame();
	}

	/** Must be called from a touch, or the browser gives no sound. */
	playSound(): void {
		this.#signals.unlock();
		this.#signals.give('green', false);
		this.asked = true;
	}
	answerSound(heard: boolean): void {
		this.asked = false;
		this.#heard = heard;
	}

	async keepData(): Promise<void> {
		this.#storage = find.busy;
		await askToKeep();
		await this.#askStorage();
	}

	async #askServer(): Promise<void> {
		let best: number | null = null;
		for (let at = 0; at < PINGS; at++) {
			const ms = await ping(5 * SECOND_MS);
			// One that never came back says enough; nobody waits for two more.
			if (ms === null) break;
			best = Math.min(best ?? Infinity, ms);
		}
		this.#server = find.server(best);
	}

	async #askStorage(): Promise<void> {
		this.#storage = find.storage(await canWrite(), await keptState(), await freeMegabytes());
	}

	async #askAwake(): Promise<void> {
		try {
			const lock = 'wakeLock' in navigator ? await navigator.wakeLock.request('screen') : null;
			await lock?.release();
			this.#awake = find.awake(lock !== null);
		} catch (error) {
			// Battery saver refuses it.
			console.warn('wake lock', error);
			this.#awake = find.awake(false);
		}
	}
}

/** @returns milliseconds there and back, null when nothing came */
async function ping(timeoutMs: number): Promise<number | null> {
	const begun = performance.now();
	const answer = await call('/tls', { timeoutMs });
	return answer.ok ? performance.now() - begun : null;
}

/** Only Chromium on Android says it. */
function networkKind(): string | null {
	const connection: unknown = Reflect.get(navigator, 'connection');
	if (!connection || typeof connection !== 'object' || !('type' in connection)) return null;
	return typeof connection.type === 'string' ? connection.type : null;
}

/** Opens the back camera until one picture came, and lets it go. */
async function firstFrame(): Promise<CameraResult> {
	if (!navigator.mediaDevices) return 'insecure';
	let stream: MediaStream;
	try {
		stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
	} catch (error) {
		const name = error instanceof DOMException ? error.name : '';
		return name === 'NotAllowedError' ? 'denied' : name === 'NotFoundError' ? 'missing' : 'dark';
	}
	try {
		const video = document.createElement('video');
		video.muted = true;
		video.playsInline = true;
		video.srcObject = stream;
		const picture = new Promise<void>((done) => video.addEventListener('loadeddata', () => done()));
		const late = new Promise<'late'>((done) => setTimeout(() => done('late'), FRAME_MS));
		await video.play();
		if ((await Promise.race([picture, late])) === 'late' || video.videoWidth === 0) return 'dark';
		return { width: video.videoWidth, height: video.videoHeight };
	} catch (error) {
		console.warn('camera', error);
		return 'dark';
	} finally {
		for (const track of stream.getTracks()) track.stop();
	}
}
