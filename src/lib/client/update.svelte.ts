/**
 * Owns: the service worker as a page sees it: registered by ourselves, ready for a day without the server, and a newer
 * build that waits until a person says so. Nothing here ever reloads a screen that is in use.
 */
import { createContext } from 'svelte';
import type { Role } from '../core/access/roles';
import { call } from './http';
import { mayApplyByItself } from './update-moment';

export type WorkerState = 'starting' | 'insecure' | 'unsupported' | 'installing' | 'ready' | 'failed';

/** A build comes with a restart of the server, which a screen notices when it is looked at again. */
const CHECK_EVERY_MS = 10 * 60_000;
const CHECK_AGAIN_MS = 60_000;
const LOOK_MS = 15_000;
const TOUCHES = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const;

export class Updates {
	worker = $state<WorkerState>('starting');
	/** A newer build is on this device and has not taken over this page. */
	newer = $state(false);
	#registration: ServiceWorkerRegistration | null = null;
	#applying = false;
	#checkedAt = -Infinity;
	#touchedAt = performance.now();

	/** Registers and watches for as long as the page lives. Never throws: what fails is said by `worker`. */
	async start(): Promise<void> {
		if (!('serviceWorker' in navigator)) {
			this.worker = window.isSecureContext ? 'unsupported' : 'insecure';
			return;
		}
		const { serviceWorker } = navigator;
		let controlled = serviceWorker.controller !== null;
		serviceWorker.addEventListener('controllerchange', () => {
			if (this.#applying) location.reload();
			// Another window applied it: this page goes on as it is, and says that it is the older one.
			else if (controlled) this.newer = true;
			controlled = true;
		});
		try {
			this.#registration = await serviceWorker.register('/service-worker.js', { updateViaCache: 'none' });
		} catch (error) {
			this.worker = 'failed';
			console.warn('service worker', error);
			return;
		}
		this.#watch(this.#registration);
		for (const touch of TOUCHES)
			addEventListener(touch, () => (this.#touchedAt = performance.now()), { passive: true, capture: true });
		document.addEventListener('visibilitychange', this.#look);
		addEventListener('online', this.#look);
		setInterval(this.#look, CHECK_EVERY_MS);
		setInterval(() => void this.#applyWhenQuiet(), LOOK_MS);
	}

	/** A person said so: the newer build takes over and this page starts anew with it. */
	apply(): void {
		const waiting = this.#registration?.waiting;
		this.#applying = true;
		if (waiting) waiting.postMessage('apply');
		else location.reload();
	}

	#watch(registration: ServiceWorkerRegistration): void {
		const follow = (worker: ServiceWorker | null): void => {
			if (!worker) return;
			const see = (): void => this.#see(registration, worker);
			worker.addEventListener('statechange', see);
			see();
		};
		registration.addEventListener('updatefound', () => follow(registration.installing));
		follow(registration.installing ?? registration.waiting ?? registration.active);
	}

	#see(registration: ServiceWorkerRegistration, worker: ServiceWorker): void {
		if (registration.active) this.worker = 'ready';
		else this.worker = worker.state === 'redundant' ? 'failed' : 'installing';
		// The very first one has nobody to wait for.
		if (registration.waiting && registration.active) this.newer = true;
	}

	readonly #look = (): void => {
		const now = performance.now();
		if (document.visibilityState !== 'visible' || !navigator.onLine) return;
		if (now - this.#checkedAt < CHECK_AGAIN_MS) return;
		this.#checkedAt = now;
		// Without the server there is nothing newer to be had.
		this.#registration?.update().catch((error: unknown) => console.warn('update', error));
	};

	async #applyWhenQuiet(): Promise<void> {
		if (!this.newer || this.#applying) return;
		const idleMs = performance.now() - this.#touchedAt;
		const busy = document.querySelector('dialog[open], form') !== null;
		const moment = { idleMs, busy, queued: 0, statuses: [] };
		// The cheap half first: asking the server is for a device that lies there untouched.
		if (!mayApplyByItself(moment)) return;
		const [queued, statuses] = await Promise.all([unsent(), statusesHere()]);
		if (mayApplyByItself({ ...moment, idleMs: performance.now() - this.#touchedAt, queued, statuses }))
			this.apply();
	}
}

/** Facts of every conference and role on this device. A disk that cannot be asked counts as one that holds some. */
async function unsent(): Promise<number> {
	try {
		const { unsentFacts } = await import('./store');
		return await unsentFacts();
	} catch (error) {
		console.warn('store', error);
		return Infinity;
	}
}

type Known = { admin: unknown; devices: { conference: string; role: Role }[] };

/** Where the conferences of this browser stand; null when one of them cannot be asked. */
async function statusesHere(): Promise<string[] | null> {
	const me = await call<Known>('/session');
	if (!me.ok) return null;
	const here = /^\/c\/([^/]+)/.exec(location.pathname)?.[1];
	const wanted = me.value.devices.map(({ conference, role }) => ({ conference, role }));
	if (here && !wanted.some((one) => one.conference === here))
		wanted.push({ conference: here, role: 'admin' });
	const statuses: string[] = [];
	for (const { conference, role } of wanted) {
		const got = await call<{ status: string }>(`/conferences/${conference}`, { as: role });
		if (!got.ok) return null;
		statuses.push(got.value.status);
	}
	return statuses;
}

/** `provideUpdates(new Updates())` in the root layout, `useUpdates()` below it. */
export const [useUpdates, provideUpdates] = createContext<Updates>();
