/**
 * Owns: the files under `MEDIA_DIR`, each named by the SHA-256 of its bytes. A file comes in pieces that are on the
 * disk before they are answered, so that an upload goes on after a broken line or a restart; only when it is whole it
 * comes to its place. Nothing is ever held in memory but the piece on its way.
 */
import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import {
	copyFile,
	link,
	mkdir,
	open,
	readFile,
	readdir,
	rm,
	stat,
	statfs,
	writeFile
} from 'node:fs/promises';
import { join } from 'node:path';
import type { Medium } from '../../core/media/model';
import { SNIFF_BYTES } from '../../core/media/sniff';
import { ok, reject, type Result } from '../../core/result';
import { newId } from '../auth/secrets';

/** Nobody went on with it for so long: the half of a file is taken away. Milliseconds. */
export const FORGOTTEN_MS = 60 * 60_000;
/** Left free for the database, whatever is uploaded. Bytes. */
const SPARE_BYTES = 256 * 1024 * 1024;

export type UploadPlan = {
	conference: string;
	/** Who began it: nobody else goes on with it. */
	by: string;
	name: string;
	/** Bytes of the whole file. */
	size: number;
	/** Length as the browser measured it. */
	ms: number | null;
};
export type Stored = { hash: string; size: number };
type Ended = { plan: UploadPlan; medium: Medium };

/** So many are remembered for a sender whose last answer was lost. */
const ENDED = 200;
const IS_HASH = /^[0-9a-f]{64}$/;
const IS_ID = /^[A-Za-z0-9_-]{8,64}$/;

const codeOf = (error: unknown): string =>
	error instanceof Error && 'code' in error ? String(error.code) : '';
const isMissing = (error: unknown): boolean => codeOf(error) === 'ENOENT';

export class MediaStore {
	readonly #incoming: string;
	/** Uploads that a request is writing to. */
	readonly #busy = new Set<string>();
	readonly #ended = new Map<string, Ended>();

	/** @param dir absolute; made when it is first needed */
	constructor(
		readonly dir: string,
		readonly now: () => number
	) {
		this.#incoming = join(dir, 'incoming');
	}

	#part = (id: string): string => join(this.#incoming, `${id}.part`);
	#plan = (id: string): string => join(this.#incoming, `${id}.json`);
	/** Only hex digits ever become part of the path. */
	#place = (hash: string): string => join(this.dir, hash.slice(0, 2), hash);

	/** @returns the id of the upload. Codes: disk_full */
	async begin(plan: UploadPlan): Promise<Result<string>> {
		await mkdir(this.#incoming, { recursive: true });
		if ((await this.freeBytes()) < plan.size + SPARE_BYTES) return reject('disk_full');
		const id = newId();
		try {
			await writeFile(this.#part(id), '');
			await writeFile(this.#plan(id), JSON.stringify(plan));
		} catch (error) {
			return this.#failed(id, error);
		}
		return ok(id);
	}

	async freeBytes(): Promise<number> {
		const { bavail, bsize } = await statfs(this.dir);
		return bavail * bsize;
	}

	/** What an upload is and how much of it is here; null when it is unknown or was forgotten. */
	async upload(id: string): Promise<(UploadPlan & { offset: number }) | null> {
		if (!IS_ID.test(id)) return null;
		try {
			const plan = JSON.parse(await readFile(this.#plan(id), 'utf8')) as UploadPlan;
			const { size: offset } = await stat(this.#part(id));
			return { ...plan, offset };
		} catch (error) {
			if (isMissing(error) || error instanceof SyntaxError) return null;
			throw error;
		}
	}

	/** One request at a time may go on with an upload. Codes: upload_busy */
	async hold<T>(id: string, work: () => Promise<Result<T>>): Promise<Result<T>> {
		if (this.#busy.has(id)) return reject('upload_busy');
		this.#busy.add(id);
		try {
			return await work();
		} finally {
			this.#busy.delete(id);
		}
	}

	/**
	 * Writes one piece behind what is here, in `hold`. A piece that breaks off is cut away again.
	 * @param most bytes the piece may have
	 * @returns how much is here now. Codes: upload_unknown, upload_offset, too_large, upload_broken, disk_full
	 */
	async append(
		id: string,
		offset: number,
		body: ReadableStream<Uint8Array> | null,
		most: number
	): Promise<Result<number>> {
		const known = await this.upload(id);
		if (!known) return reject('upload_unknown');
		if (known.offset !== offset) return reject('upload_offset', { offset: known.offset });
		return this.#write(id, offset, body, Math.min(most, known.size - offset));
	}

	async #write(
		id: string,
		offset: number,
		body: ReadableStream<Uint8Array> | null,
		most: number
	): Promise<Result<number>> {
		const file = await open(this.#part(id), 'r+');
		let at = offset;
		try {
			if (body)
				for await (const bytes of body) {
					if (at + bytes.length > offset + most) {
						await file.truncate(offset);
						return reject('too_large');
					}
					await file.write(bytes, 0, bytes.length, at);
					at += bytes.length;
				}
			await file.sync();
			return ok(at);
		} catch (error) {
			await file.truncate(offset);
			if (codeOf(error) === 'ENOSPC') return await this.#failed(id, error);
			// The sender is gone: nobody reads the answer, and what came before this piece stays.
			return reject('upload_broken');
		} finally {
			await file.close();
		}
	}

	async #failed(id: string, error: unknown): Promise<Result<never>> {
		await this.drop(id);
		if (codeOf(error) === 'ENOSPC') return reject('disk_full');
		throw error;
	}

	/** The first bytes, which say what it is. */
	async head(id: string): Promise<Uint8Array> {
		const file = await open(this.#part(id), 'r');
		try {
			const { buffer, bytesRead } = await file.read(new Uint8Array(SNIFF_BYTES), 0, SNIFF_BYTES, 0);
			return buffer.subarray(0, bytesRead);
		} finally {
			await file.close();
		}
	}

	/**
	 * Puts a whole upload into its place too; the same bytes twice are one file. The upload stays until it is dropped:
	 * when the log cannot be reached just then, the same piece is sent once more.
	 */
	async finish(id: string): Promise<Stored> {
		const part = this.#part(id);
		const hash = await hashOf(part);
		const folder = join(this.dir, hash.slice(0, 2));
		await mkdir(folder, { recursive: true });
		const { size } = await stat(part);
		await linkOrCopy(part, this.#place(hash));
		await syncFolder(folder);
		return { hash, size };
	}

	/** The log has it: the upload goes, and what became of it is remembered for a while. */
	async end(id: string, plan: UploadPlan, medium: Medium): Promise<void> {
		this.#ended.set(id, { plan, medium });
		for (const oldest of [...this.#ended.keys()].slice(0, -ENDED)) this.#ended.delete(oldest);
		await this.drop(id);
	}
	ended = (id: string): Ended | null => this.#ended.get(id) ?? null;

	/** Gives an upload up. */
	async drop(id: string): Promise<void> {
		if (!IS_ID.test(id)) return;
		await rm(this.#part(id), { force: true });
		await rm(this.#plan(id), { force: true });
	}

	/** Path and size of a file; null when it is not here or the name is no hash. */
	async find(hash: string): Promise<{ path: string; size: number } | null> {
		if (!IS_HASH.test(hash)) return null;
		try {
			const { size } = await stat(this.#place(hash));
			return { path: this.#place(hash), size };
		} catch (error) {
			if (isMissing(error)) return null;
			throw error;
		}
	}

	/** For a file that no conference holds any more. */
	async remove(hash: string): Promise<void> {
		if (IS_HASH.test(hash)) await rm(this.#place(hash), { force: true });
	}

	/** Takes away what was begun and never finished. */
	async sweep(): Promise<void> {
		const names = await readdir(this.#incoming).catch((error: unknown) => {
			if (isMissing(error)) return [];
			throw error;
		});
		for (const name of names) {
			const path = join(this.#incoming, name);
			const found = await stat(path).catch((error: unknown) => {
				if (isMissing(error)) return null;
				throw error;
			});
			const id = name.replace(/\.\w+$/, '');
			if (!found || this.#busy.has(id) || this.now() - (await this.#touched(id)) < FORGOTTEN_MS) continue;
			await rm(path, { force: true });
		}
	}

	/** When the upload last grew, ms; 0 when there is nothing of it. */
	async #touched(id: string): Promise<number> {
		const times = await Promise.all(
			[this.#part(id), this.#plan(id)].map((path) =>
				stat(path).then(
					({ mtimeMs }) => mtimeMs,
					() => 0
				)
			)
		);
		return Math.max(...times);
	}
}

async function hashOf(path: string): Promise<string> {
	const hash: Hash = createHash('sha256');
	for await (const bytes of createReadStream(path)) hash.update(bytes as Uint8Array);
	return hash.digest('hex');
}

/** A second name costs nothing; some sticks and network drives know only one. */
async function linkOrCopy(from: string, to: string): Promise<void> {
	try {
		await link(from, to);
	} catch (error) {
		if (codeOf(error) !== 'EEXIST') await copyFile(from, to);
	}
}

/** A new name is on the disk when its folder is. */
async function syncFolder(path: string): Promise<void> {
	// Windows knows no open folders; there the name is as durable as it gets.
	if (process.platform === 'win32') return;
	const folder = await open(path, 'r');
	try {
		await folder.sync();
	} finally {
		await folder.close();
	}
}
