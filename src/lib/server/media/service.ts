/** Owns: the way of a file from its first piece to the log, who may send or read it, and when it leaves the disk. */
import { and, inArray, ne, sql } from 'drizzle-orm';
import { inMegabytes, MOST_BYTES, mayReadMedium, mayUpload } from '../../core/media/limits';
import type { Medium } from '../../core/media/model';
import { kindOfType, sniff, SNIFF_BYTES, type MediumType } from '../../core/media/sniff';
import { ok, reject, type Result } from '../../core/result';
import type { App } from '../app';
import { actorOf, type Principal } from '../auth/principal';
import { newId } from '../auth/secrets';
import { event } from '../db/schema';
import type { ConferenceLog } from '../log/conference-log';
import type { MediaStore, UploadPlan } from './store';

/** One request carries so much of a file: a slow line finishes it well within the server's patience. Bytes. */
export const PIECE_BYTES = 8 * 1024 * 1024;

const byOf = (principal: Principal): string => {
	const { kind, id } = actorOf(principal);
	return `${kind}:${id}`;
};
const mayUploadAny = ({ role }: Principal): boolean => mayUpload(role, 'video') || mayUpload(role, 'image');

/** @returns the upload's id. Codes: not_allowed, conference_closed, medium_too_large, disk_full */
export async function beginUpload(
	store: MediaStore,
	log: ConferenceLog,
	principal: Principal,
	wanted: Pick<UploadPlan, 'name' | 'size' | 'ms'>
): Promise<Result<string>> {
	if (!mayUploadAny(principal)) return reject('not_allowed');
	if (log.state.conference.status === 'closed') return reject('conference_closed');
	const most = MOST_BYTES[mayUpload(principal.role, 'video') ? 'video' : 'image'];
	if (wanted.size > most) return tooLarge(most);
	// Some browsers hand over a whole path.
	const name = wanted.name.split(/[\\/]/).at(-1) ?? '';
	return store.begin({ ...wanted, name, conference: log.id, by: byOf(principal) });
}

const tooLarge = (most: number): Result<never> =>
	reject('medium_too_large', { megabytes: inMegabytes(most) });

/** The caller's own upload of this conference. Codes: not_allowed, upload_unknown */
export async function uploadOf(
	store: MediaStore,
	log: ConferenceLog,
	principal: Principal,
	id: string
): Promise<Result<UploadPlan & { offset: number }>> {
	if (!mayUploadAny(principal)) return reject('not_allowed');
	const found = await store.upload(id);
	return found && isOwn(found, log, principal) ? ok(found) : reject('upload_unknown');
}

/** How far an upload is; whole also for whom the answer to the last piece was lost. Codes: those of `uploadOf` */
export async function progressOf(
	store: MediaStore,
	log: ConferenceLog,
	principal: Principal,
	id: string
): Promise<Result<Progress>> {
	const found = await uploadOf(store, log, principal, id);
	if (found.ok) return ok({ offset: found.value.offset, medium: null });
	const ended = store.ended(id);
	return ended && isOwn(ended.plan, log, principal)
		? ok({ offset: ended.plan.size, medium: ended.medium })
		: found;
}

const isOwn = (plan: UploadPlan, log: ConferenceLog, principal: Principal): boolean =>
	plan.conference === log.id && plan.by === byOf(principal);

type Piece = { id: string; offset: number; body: ReadableStream<Uint8Array> | null };
export type Progress = { offset: number; medium: Medium | null };

/**
 * Takes one piece; with the last one the medium is in the log. What is no film, music or photo is thrown away with
 * the first piece. Codes: those of `uploadOf` and `MediaStore.append`, medium_type, medium_too_large, not_allowed,
 * conference_closed; unavailable: the upload waits for its last piece once more
 */
export async function takePiece(
	app: App,
	log: ConferenceLog,
	principal: Principal,
	{ id, offset, body }: Piece
): Promise<Result<Progress>> {
	const known = await uploadOf(app.media, log, principal, id);
	if (!known.ok) return known;
	return app.media.hold(id, () => piece(app, log, principal, known.value, { id, offset, body }));
}

async function piece(
	app: App,
	log: ConferenceLog,
	principal: Principal,
	plan: UploadPlan,
	{ id, offset, body }: Piece
): Promise<Result<Progress>> {
	const { media: store } = app;
	const { size, name, ms } = plan;
	const taken = await store.append(id, offset, body, PIECE_BYTES);
	if (!taken.ok) return taken;
	const here = taken.value;
	if (here < Math.min(SNIFF_BYTES, size)) return ok({ offset: here, medium: null });
	const type = await typeOf(store, principal, id, size);
	if (!type.ok) {
		await store.drop(id);
		return type;
	}
	if (here < size) return ok({ offset: here, medium: null });
	const { hash } = await store.finish(id);
	const medium: Medium = { hash, size, type: type.value, ms };
	// Named after the upload: sent again after a lost answer of the database, it is one and the same.
	const answer = await log.submit(
		{ id: `media-${id}`, type: 'media.add', payload: { medium, name } },
		actorOf(principal)
	);
	if (!answer.ok) {
		if (answer.rejection.code === 'unavailable') return answer;
		await store.drop(id);
		await removeUnheld(app, log, hash);
		return answer;
	}
	const added = log.state.media.media[hash] ?? medium;
	await store.end(id, plan, added);
	return ok({ offset: here, medium: added });
}

async function typeOf(
	store: MediaStore,
	{ role }: Principal,
	id: string,
	size: number
): Promise<Result<MediumType>> {
	const type = sniff(await store.head(id));
	if (type === null) return reject('medium_type');
	const kind = kindOfType(type);
	if (!mayUpload(role, kind)) return reject('not_allowed');
	return size > MOST_BYTES[kind] ? tooLarge(MOST_BYTES[kind]) : ok(type);
}

/** The medium when it is this conference's and the caller may have it. Codes: medium_unknown, not_allowed */
export function readableMedium(log: ConferenceLog, { role }: Principal, hash: string): Result<Medium> {
	const { media } = log.state.media;
	// Who may have neither kind learns nothing of what is there.
	if (!mayReadMedium(role, 'video') && !mayReadMedium(role, 'image')) return reject('not_allowed');
	const medium = Object.hasOwn(media, hash) ? media[hash] : undefined;
	if (!medium) return reject('medium_unknown');
	return mayReadMedium(role, kindOfType(medium.type)) ? ok(medium) : reject('not_allowed');
}

/** Takes a medium out of the conference; the file goes when no other conference ever took it in. */
export async function removeMedium(
	app: App,
	log: ConferenceLog,
	principal: Principal,
	hash: string
): Promise<Result<true>> {
	const { media } = log.state.media;
	const medium = Object.hasOwn(media, hash) ? media[hash] : undefined;
	if (!mayUploadAny(principal)) return reject('not_allowed');
	if (!medium) return reject('medium_unknown');
	if (!mayUpload(principal.role, kindOfType(medium.type))) return reject('not_allowed');
	const answer = await log.submit(
		{ id: newId(), type: 'media.remove', payload: { hash } },
		actorOf(principal)
	);
	if (!answer.ok) return answer;
	await removeUnheld(app, log, hash);
	return ok(true);
}

/** Takes a file away that neither this conference nor any other holds. */
async function removeUnheld(app: App, log: ConferenceLog, hash: string): Promise<void> {
	if (Object.hasOwn(log.state.media.media, hash)) return;
	if (!(await isHeldElsewhere(app, log.id, hash))) await app.media.remove(hash);
}

async function isHeldElsewhere(app: App, conference: string, hash: string): Promise<boolean> {
	const last = await app.db.orm
		.select({ conference: event.conference, type: event.type })
		.from(event)
		.where(
			and(
				ne(event.conference, conference),
				inArray(event.type, ['mediumAdded', 'mediumRemoved']),
				sql`coalesce(${event.payload}->'medium'->>'hash', ${event.payload}->>'hash') = ${hash}`
			)
		)
		.orderBy(event.conference, event.seq);
	const held = new Map(last.map((row) => [row.conference, row.type === 'mediumAdded']));
	return [...held.values()].includes(true);
}
