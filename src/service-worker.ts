/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />
/// <reference types="@sveltejs/kit" />
/**
 * Owns: the app's files on the device. Every screen opens from here, also with the server gone: all built files are
 * taken down at installation, and any page address is answered with the one shell. What the server says (`/api`,
 * sockets) never passes through. A new version waits until it is told (`apply`): no screen changes in mid-day.
 */
import { build, files, version } from '$service-worker';
import { PrecacheController, PrecacheRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

const worker = globalThis.self as unknown as ServiceWorkerGlobalScope;

/** A page without content of its own; SvelteKit's router then shows the address that was asked for. */
const SHELL = '/shell';
const HASHED = '/_app/immutable/';
/** The server's own: data, health, and everything that is a file. */
const NOT_PAGES = [/^\/(?:api|health|socket\.io|_app)(?:[/?]|$)/, /^[^?]*\/[^/?]*\.[a-z0-9]+(?:\?|$)/i];

const precache = new PrecacheController({ cacheName: 'kt-app' });
precache.addToCacheList([
	// Hashed names never change what they hold; the others are fetched anew for each version.
	...build.map((url) => ({ url, revision: url.startsWith(HASHED) ? null : version })),
	...files.map((url) => ({ url, revision: version })),
	{ url: SHELL, revision: version }
]);

worker.addEventListener('install', (event) => void precache.install(event));

worker.addEventListener('activate', (event) => {
	event.waitUntil(dropOld().then(() => worker.clients.claim()));
});

worker.addEventListener('message', (event) => {
	if (event.data === 'apply') event.waitUntil(worker.skipWaiting());
});

registerRoute(new PrecacheRoute(precache, { cleanURLs: false, directoryIndex: '' }));
registerRoute(new NavigationRoute(precache.createHandlerBoundToURL(SHELL), { denylist: NOT_PAGES }));
registerRoute(
	({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith(HASHED),
	async ({ request }) => (await caches.match(request)) ?? fetch(request)
);

/** Files of earlier versions, except the parts that a page of the earlier version, still open, may yet need. */
async function dropOld(): Promise<void> {
	const cache = await caches.open('kt-app');
	const own = new Set(precache.getURLsToCacheKeys().values());
	const open = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
	// The one window that asked for the new version reloads by itself.
	const othersOpen = open.length > 1;
	for (const { url } of await cache.keys()) {
		if (own.has(url) || (othersOpen && new URL(url).pathname.startsWith(HASHED))) continue;
		await cache.delete(url);
	}
}
