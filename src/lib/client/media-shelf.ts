/**
 * Owns: the media that a device keeps of its own (Cache Storage), so that a film plays with the server gone. Keyed by
 * conference and hash: what is there is right for ever. Without a secure context there is no shelf.
 */
import type { Role } from '../core/access/roles';

const CACHE = 'kt-media';
const keyOf = (conference: string, hash: string): string => `/c/${conference}/media/${hash}`;

/** Address of a medium's bytes, for elements that send no header. */
export const mediumUrl = (conference: string, hash: string, as: Role): string =>
	`/api/v1/conferences/${conference}/media/${hash}?as=${as}`;

export const hasShelf = (): boolean => 'caches' in globalThis;

/** The kept bytes; they stay on the disk until they are played. Null when they are not all here. */
export async function fromShelf(conference: string, hash: string, size: number): Promise<Blob | null> {
	if (!hasShelf()) return null;
	const cache = await caches.open(CACHE);
	const kept = await cache.match(keyOf(conference, hash));
	const blob = await kept?.blob();
	return blob?.size === size ? blob : null;
}

/**
 * Fetches a medium onto the shelf; its bytes go to the disk as they come.
 * @throws when the line breaks, the server refuses, or the disk is full: nothing half is kept
 */
export async function toShelf(
	conference: string,
	hash: string,
	as: Role,
	signal: AbortSignal
): Promise<void> {
	const response = await fetch(mediumUrl(conference, hash, as), { signal, cache: 'no-store' });
	if (!response.ok) throw new Error(`medium ${response.status}`);
	const cache = await caches.open(CACHE);
	await cache.put(keyOf(conference, hash), response);
}

/** Lets go of what the conference no longer has. */
export async function tidyShelf(conference: string, hashes: readonly string[]): Promise<void> {
	if (!hasShelf()) return;
	const cache = await caches.open(CACHE);
	const keys = new Set(hashes.map((hash) => keyOf(conference, hash)));
	for (const request of await cache.keys()) {
		const { pathname } = new URL(request.url);
		if (pathname.startsWith(keyOf(conference, '')) && !keys.has(pathname)) await cache.delete(request);
	}
}
