/**
 * Owns: the live camera: html5-qrcode's camera layer for stream, torch and choice of camera, our own loop that gives
 * every frame to `decoder.ts`. Tracks stop while the page is hidden and start anew after it; a camera from which no
 * frame came for two seconds is started again (iOS shows black after a resume).
 */
import type { Camera, RenderedCamera } from 'html5-qrcode/esm/camera/core';
import type { Decoder } from './decoder';

export type CameraState =
	| { kind: 'off' }
	| { kind: 'starting' }
	| { kind: 'running'; torch: boolean | null }
	/** `insecure`: no HTTPS, so the browser has no camera to give. */
	| { kind: 'failed'; why: 'insecure' | 'denied' | 'missing' | 'busy' | 'failed' };

const NO_FRAME_MS = 2000;
const WATCH_MS = 500;
/** Between two frames given to the decoder: a phone stays cool, a code is still read at once. */
const PAUSE_MS = 60;
const CAMERA_KEY = 'kt.camera';

export class QrCamera {
	state = $state<CameraState>({ kind: 'off' });
	cameras = $state.raw<{ id: string; label: string }[]>([]);
	chosen = $state<string | null>(null);
	readonly #onText: (text: string) => void;
	#host: HTMLElement | null = null;
	#rendered: RenderedCamera | null = null;
	#decoder: Promise<Decoder> | null = null;
	/** Grows with every start and stop, so that whatever was under way for an older one ends by itself. */
	#run = 0;
	#lastFrame = 0;
	#watch: ReturnType<typeof setInterval> | null = null;

	/** @param onText every text in every frame; the same code comes again and again while it is held there */
	constructor(onText: (text: string) => void) {
		this.#onText = onText;
		this.chosen = localStorage.getItem(CAMERA_KEY);
	}

	/** Shows the camera inside `host` until `close`. Never throws; failures are in `state`. */
	open(host: HTMLElement): void {
		this.#host = host;
		forgivePlay(host);
		document.addEventListener('visibilitychange', this.#onVisible);
		this.#watch = setInterval(() => this.#look(), WATCH_MS);
		if (document.visibilityState === 'visible') void this.#start();
	}

	close(): void {
		document.removeEventListener('visibilitychange', this.#onVisible);
		if (this.#watch) clearInterval(this.#watch);
		this.#watch = null;
		void this.#stop();
		this.#host = null;
	}

	/** After a refusal, when a person has allowed the camera. */
	async retry(): Promise<void> {
		await this.#stop();
		await this.#start();
	}

	async choose(id: string): Promise<void> {
		this.chosen = id;
		localStorage.setItem(CAMERA_KEY, id);
		await this.retry();
	}

	async toggleTorch(): Promise<void> {
		if (this.state.kind !== 'running' || this.state.torch === null || !this.#rendered) return;
		const on = !this.state.torch;
		try {
			await this.#rendered.getCapabilities().torchFeature().apply(on);
			this.state = { kind: 'running', torch: on };
		} catch (error) {
			console.warn('torch', error);
			this.state = { kind: 'running', torch: null };
		}
	}

	#onVisible = (): void => {
		if (document.visibilityState === 'visible') void this.#start();
		else void this.#stop();
	};

	#look(): void {
		if (this.state.kind !== 'running' || document.visibilityState !== 'visible') return;
		if (performance.now() - this.#lastFrame > NO_FRAME_MS) void this.retry();
	}

	async #start(): Promise<void> {
		const host = this.#host;
		if (!host || this.state.kind === 'starting' || this.state.kind === 'running') return;
		if (!navigator.mediaDevices) {
			this.state = { kind: 'failed', why: 'insecure' };
			return;
		}
		const run = ++this.#run;
		this.state = { kind: 'starting' };
		this.#decoder ??= import('./decoder').then(({ openDecoder }) => openDecoder());
		try {
			const camera = await this.#openStream();
			const rendered = await camera.render(host, {}, { onRenderSurfaceReady: () => undefined });
			if (run !== this.#run) {
				await rendered.close();
				return;
			}
			this.#rendered = rendered;
			this.#lastFrame = performance.now();
			const torch = rendered.getCapabilities().torchFeature();
			this.state = { kind: 'running', torch: torch.isSupported() ? (torch.value() ?? false) : null };
			void this.#listCameras();
			void this.#readFrames(run, rendered.getSurface());
		} catch (error) {
			if (run === this.#run) this.state = { kind: 'failed', why: reasonOf(error) };
		}
	}

	async #openStream(): Promise<Camera> {
		const { CameraFactory } = await import('html5-qrcode/esm/camera/factories');
		const factory = await CameraFactory.failIfNotSupported();
		const size = { width: { ideal: 1280 }, height: { ideal: 720 } };
		const back = { facingMode: { ideal: 'environment' }, ...size };
		if (this.chosen === null) return factory.create(back);
		try {
			return await factory.create({ deviceId: { exact: this.chosen }, ...size });
		} catch (error) {
			if (reasonOf(error) === 'denied') throw error;
			// The camera chosen yesterday is not plugged in today.
			this.chosen = null;
			return factory.create(back);
		}
	}

	async #stop(): Promise<void> {
		this.#run++;
		const rendered = this.#rendered;
		this.#rendered = null;
		if (this.state.kind !== 'failed') this.state = { kind: 'off' };
		try {
			await rendered?.close();
		} catch (error) {
			// The surface may already be gone with its page; the tracks are stopped by then.
			console.warn('camera', error);
		}
		if (this.state.kind === 'failed') this.state = { kind: 'off' };
	}

	async #listCameras(): Promise<void> {
		try {
			const { CameraRetriever } = await import('html5-qrcode/esm/camera/retriever');
			this.cameras = await CameraRetriever.retrieve();
		} catch (error) {
			// Choosing is a comfort; the running camera goes on.
			console.warn('cameras', error);
		}
	}

	async #readFrames(run: number, video: HTMLVideoElement): Promise<void> {
		try {
			const decoder = await this.#decoder;
			while (decoder && run === this.#run) {
				await nextFrame(video);
				if (run !== this.#run) return;
				this.#lastFrame = performance.now();
				for (const text of await decoder.decode(video, 'frame')) this.#onText(text);
				await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
			}
		} catch (error) {
			// A frame that cannot be read is not the end: the watch starts the camera again.
			console.warn('decode', error);
			this.#decoder = null;
		}
	}
}

/**
 * html5-qrcode starts its video without looking at what becomes of it; a camera that is put away while it starts
 * would leave an unhandled rejection each time. The video gets its forgiveness on its way into the host.
 */
function forgivePlay(host: HTMLElement): void {
	host.append = (...nodes) => {
		for (const node of nodes)
			if (node instanceof HTMLVideoElement) {
				const play = node.play.bind(node);
				node.play = () => play().catch((error: unknown) => console.warn('video', error));
			}
		Element.prototype.append.apply(host, nodes);
	};
}

function nextFrame(video: HTMLVideoElement): Promise<void> {
	if ('requestVideoFrameCallback' in video)
		return new Promise((resolve) => video.requestVideoFrameCallback(() => resolve()));
	const before = (video as HTMLVideoElement).currentTime;
	return new Promise((resolve) => {
		const look = () =>
			(video as HTMLVideoElement).currentTime === before ? setTimeout(look, 30) : resolve();
		look();
	});
}

function reasonOf(error: unknown): 'denied' | 'missing' | 'busy' | 'failed' {
	const name = error instanceof DOMException || error instanceof Error ? error.name : '';
	if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied';
	if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'missing';
	if (name === 'NotReadableError' || name === 'AbortError') return 'busy';
	return 'failed';
}
