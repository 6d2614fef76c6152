/**
 * Owns: sending a film, music or a photo to the server piece by piece. A broken line, or a server that starts anew,
 * only makes it wait: it asks how much is there and goes on from that.
 */
import type { Role } from '../core/access/roles';
import type { Medium } from '../core/media/model';
import { ok, type Result } from '../core/result';
import { call } from './http';

const PIECE_BYTES = 8 * 1024 * 1024;
/** A piece on a bad line. */
const PIECE_TIMEOUT_MS = 110_000;
const AGAIN_MS = 2000;
/** The server is away or starting, or another request still holds the upload: these pass by themselves. */
const PASSING = new Set([
	'offline',
	'unavailable',
	'failed',
	'upload_broken',
	'upload_busy',
	'upload_offset'
]);

export type UploadOptions = {
	conference: string;
	as: Role;
	/** Share that is there, 0 to 1. */
	onprogress?: (share: number) => void;
	/** Gives the upload up; nothing of it is left on the server. */
	signal?: AbortSignal;
};
type Progress = { offset: number; medium: Medium | null };

/** Codes: `cancelled`, and what the server refuses with; a dead line is waited for, never refused. */
export async function uploadMedium(file: File, options: UploadOptions): Promise<Result<Medium>> {
	const { conference, as, onprogress, signal } = options;
	const folder = `/conferences/${conference}/media`;
	const body = {
		name: file.name.normalize('NFC').slice(0, 200) || 'tep',
		size: file.size,
		ms: await lengthOf(file)
	};
	const begun = await call<{ upload: string; offset: number }>(folder, { as, body });
	if (!begun.ok) return begun;
	const path = `${folder}/uploads/${begun.value.upload}`;
	let { offset } = begun.value;
	for (;;) {
		if (signal?.aborted) {
			await call(path, { as, method: 'DELETE' });
			return { ok: false, rejection: { code: 'cancelled' } };
		}
		const sent = await call<Progress>(`${path}?offset=${offset}`, {
			as,
			bytes: file.slice(offset, offset + PIECE_BYTES),
			signal: AbortSignal.any([AbortSignal.timeout(PIECE_TIMEOUT_MS), ...(signal ? [signal] : [])])
		});
		if (sent.ok) {
			({ offset } = sent.value);
			onprogress?.(offset / file.size);
			if (sent.value.medium) return ok(sent.value.medium);
			continue;
		}
		if (signal?.aborted) continue;
		if (!PASSING.has(sent.rejection.code)) return sent;
		await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
		const asked = await call<Progress>(path, { as });
		// The last piece arrived, its answer did not.
		if (asked.ok && asked.value.medium) return ok(asked.value.medium);
		if (asked.ok) ({ offset } = asked.value);
		else if (!PASSING.has(asked.rejection.code)) return asked;
	}
}

/** Length of a film or music as this browser reads it, ms; null where it cannot tell. */
function lengthOf(file: File): Promise<number | null> {
	if (file.type.startsWith('image/')) return Promise.resolve(null);
	const url = URL.createObjectURL(file);
	const element = document.createElement('video');
	element.preload = 'metadata';
	return new Promise<number | null>((resolve) => {
		const tell = (ms: number | null) => {
			clearTimeout(waited);
			URL.revokeObjectURL(url);
			element.removeAttribute('src');
			resolve(ms);
		};
		// A broken file may say neither yes nor no.
		const waited = setTimeout(() => tell(null), 5000);
		element.onloadedmetadata = () => {
			const { duration } = element;
			tell(Number.isFinite(duration) && duration < 86_400 ? Math.round(duration * 1000) : null);
		};
		element.onerror = () => tell(null);
		element.src = url;
	});
}
