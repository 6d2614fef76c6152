/**
 * Owns: the service worker as a page sees it: registered by ourselves, ready for a day without the server, and a newer
 * build that waits until a person says so. Nothing here ever reloads a screen that is in use.
 */
import type { Role } from '../core/access/roles';
import { call } from './http';
import type { Updates } from './update.svelte';
import { mayApplyByItself } from './update-moment';

/** A build comes with a restart of the server, which a screen notices when it is looked at again. */
const CHECK_EVERY_MS = 10 * 60_000;
const CHECK_AGAIN_MS = 60_000;
const LOOK_MS = 15_000;
const TOUCHES = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const;

/** Never throws: what fails is said by `updates.worker`. @returns how to let the newer build take over */
export function watchWorker(updates: Updates): () => void {
	const watch = new Watch(updates);
	void watch.start();
	return () => watch.apply();
}

class Watch {
	readonly #updates: Updates;
	#registration: ServiceWorkerRegistration | null = null;
	#applying = false;
	#checkedAt = -Infinity;
	#touchedAt = performance.now();

	constructor(updates: Updates) {
		this.#updates = updates;
	}

	async start(): Promise<void> {
		if (!('serviceWorker' in navigator)) {
			this.#updates.worker = window.isSecureContext ? 'unsupported' : 'insecure';
			return;
		}
		const { serviceWorker } = navigator;
		let controlled = serviceWorker.controller !== null;
		serviceWorker.addEventListener('controllerchange', () => {
			if (this.#applying) location.reload();
			// Another window applied it: this page goes on as it is, and says that it is the older one.
			else if (controlled) this.#updates.newer = true;
			controlled = true;
		});
		try {
			this.#registration = await serviceWorker.register('/service-worker.js', { updateViaCache: 'none' });
		} catch (error) {
			this.#updates.worker = 'failed';
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
		if (registration.active) this.#updates.worker = 'ready';
		else this.#updates.worker = worker.state === 'redundant' ? 'failed' : 'installing';
		// The very first one has nobody to wait for.
		if (registration.waiting && registration.active) this.#updates.newer = true;
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
		if (!this.#updates.newer || this.#applying) return;
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
