/** Films, music and photos: taken in piece by piece, kept once, handed out by range. Real HTTP, real disk. */
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, stat, utimes } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ConferenceLog } from '../../src/lib/server/log/conference-log';
import { FORGOTTEN_MS } from '../../src/lib/server/media/store';
import { freshDatabase, type FreshDatabase } from '../database';
import { demo, nextId } from '../support/conference';
import { ask, png, send, upload, wav } from '../support/media';
import { startNode, system, type TestNode } from '../support/node';

const MB = 1024 * 1024;
const sha = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('media', () => {
	let database: FreshDatabase;
	let mediaDir: string;
	let node: TestNode;
	let log: ConferenceLog;
	const tokens = new Map<string, string>();
	beforeAll(async () => {
		database = await freshDatabase();
		mediaDir = await mkdtemp(join(tmpdir(), 'kt-media-'));
		node = await startNode(database.url, { mediaDir });
		log = await demo(node.app);
		for (const role of ['admin', 'tech', 'stage', 'projector', 'awards', 'mc', 'overlay'] as const)
			tokens.set(role, await node.token(log.id, role));
	});
	afterAll(async () => {
		await node.stop();
		await database.drop();
		await rm(mediaDir, { recursive: true, force: true });
	});
	const as = (role: string, conference = log.id) => ({
		base: node.base,
		conference,
		headers: { authorization: `Bearer ${tokens.get(role)}` }
	});
	const get = (hash: string, headers: Record<string, string> = {}, role = 'projector', method = 'GET') =>
		fetch(`${node.base}/api/v1/conferences/${log.id}/media/${hash}`, {
			method,
			headers: { authorization: `Bearer ${tokens.get(role)}`, ...headers }
		});
	/** All files under the media folder, by path below it. */
	const files = async (): Promise<string[]> => {
		const found = await readdir(mediaDir, { recursive: true });
		const kept = await Promise.all(
			found.map(async (path) => (await stat(join(mediaDir, path))).isFile() && path)
		);
		return kept.filter((path) => path !== false).sort();
	};

	it('MED-1: a file comes in pieces, is named by its hash on the disk, and the log holds hash, size and type but not its name', async () => {
		const bytes = wav(2);
		const medium = await upload(as('tech'), bytes, 'C:\\Phim\\Quốc ca.wav', 2000);
		const hash = sha(bytes);
		expect(medium).toEqual({ hash, size: bytes.length, type: 'audio/wav', ms: 2000 });
		expect(await files()).toEqual([join(hash.slice(0, 2), hash)]);
		expect(log.state.media.media[hash]).toEqual(medium);
		expect(log.lookup(`medium:${hash}`)).toEqual({ name: 'Quốc ca.wav' });
		const { json } = await node.call(`/conferences/${log.id}/events?after=0&limit=1000`, {
			token: tokens.get('admin') ?? ''
		});
		expect(JSON.stringify(json.events)).toContain(hash);
		expect(JSON.stringify(json.events)).not.toContain('Quốc ca.wav');
	});

	it('MED-2: the same file twice, also from another conference, is one file on the disk and one entry', async () => {
		const bytes = wav(1.5);
		const first = await upload(as('admin'), bytes, 'Một.wav');
		const again = await upload(as('stage'), bytes, 'Hai.wav');
		expect(again).toEqual(first);
		expect(log.lookup(`medium:${first.hash}`)).toEqual({ name: 'Một.wav' });
		const other = await demo(node.app);
		const token = await node.token(other.id, 'tech');
		const there = { base: node.base, conference: other.id, headers: { authorization: `Bearer ${token}` } };
		await upload(there, bytes);
		expect((await files()).filter((path) => path.endsWith(first.hash))).toHaveLength(1);
		// Removed here, it is still there for the other; removed there too, it leaves the disk.
		expect((await ask(as('stage'), `/${first.hash}`, { method: 'DELETE' })).status).toBe(200);
		expect((await get(first.hash)).status).toBe(404);
		expect((await ask(there, `/${first.hash}`, { method: 'DELETE' })).status).toBe(200);
		expect((await files()).filter((path) => path.endsWith(first.hash))).toEqual([]);
		expect((await ask(there, `/${first.hash}`, { method: 'DELETE' })).json.error.code).toBe('medium_unknown');
	});

	it('MED-3: bytes decide what a file is; a page, a script, a program, a heic photo are refused with a sentence and leave nothing', async () => {
		const before = await files();
		const text = (line: string) => new TextEncoder().encode(line.padEnd(6000, ' '));
		const heic = new Uint8Array(64);
		heic.set(new TextEncoder().encode('\0\0\0\x18ftypheic'));
		for (const bytes of [
			text('<!doctype html><script>alert(1)</script>'),
			text('<svg xmlns=""/>'),
			text('MZ\x90'),
			heic
		]) {
			const { status, json } = await send(as('tech'), bytes, { name: 'phim.mp4' });
			expect([status, json.error.code]).toEqual([415, 'medium_type']);
			expect(json.error.message).toMatch(/\.mp4/);
		}
		expect(await files()).toEqual(before);
	});

	it('MED-4: who may send: films and music admin, tech and stage; photos admin and awards; nobody else begins', async () => {
		expect((await send(as('mc'), wav(1))).json.error.code).toBe('not_allowed');
		expect((await send(as('projector'), wav(1))).json.error.code).toBe('not_allowed');
		expect((await send(as('awards'), wav(1))).json.error.code).toBe('not_allowed');
		expect((await send(as('tech'), png())).json.error.code).toBe('not_allowed');
		const photo = await send(as('awards'), png());
		expect(photo.json.medium).toMatchObject({ type: 'image/png', size: png().length });
		// Another's upload is nobody's business.
		const begun = await ask(as('tech'), '', { json: { name: 'a', size: 10 } });
		const path = `/uploads/${begun.json.upload}`;
		expect((await ask(as('stage'), path)).json.error.code).toBe('upload_unknown');
		expect((await ask(as('stage'), `${path}?offset=0`, { body: 'x' })).json.error.code).toBe(
			'upload_unknown'
		);
		expect((await ask(as('tech'), path, { method: 'DELETE' })).status).toBe(200);
		expect((await ask(as('tech'), path)).json.error.code).toBe('upload_unknown');
	});

	it('MED-5: who may read: what is played the stage, tech and projector; photos awards, projector and overlay; no other conference', async () => {
		const sound = await upload(as('tech'), wav(1.1));
		const photo = await upload(as('awards'), png());
		const may = async (role: string, hash: string) => (await get(hash, {}, role)).status;
		for (const role of ['admin', 'stage', 'tech', 'projector'])
			expect(await may(role, sound.hash), role).toBe(200);
		for (const role of ['awards', 'mc', 'overlay']) expect(await may(role, sound.hash), role).toBe(403);
		for (const role of ['admin', 'awards', 'projector', 'overlay'])
			expect(await may(role, photo.hash), role).toBe(200);
		for (const role of ['tech', 'mc']) expect(await may(role, photo.hash), role).toBe(403);
		const url = `${node.base}/api/v1/conferences/${log.id}/media/${sound.hash}`;
		expect((await fetch(url)).status).toBe(401);
		const other = await demo(node.app);
		const token = await node.token(other.id, 'projector');
		const there = { headers: { authorization: `Bearer ${token}` } };
		expect((await fetch(url, there)).status).toBe(401);
		expect((await fetch(url.replace(log.id, other.id), there)).status).toBe(404);
	});

	it('MED-6: bytes are handed out whole or by one range, from an offset, at the end or within; HEAD says how many', async () => {
		const bytes = wav(3);
		const { hash, size } = await upload(as('tech'), bytes);
		const range = async (value: string, more: Record<string, string> = {}) => {
			const response = await get(hash, { range: value, ...more });
			return {
				status: response.status,
				range: response.headers.get('content-range'),
				length: response.headers.get('content-length'),
				bytes: new Uint8Array(await response.arrayBuffer())
			};
		};
		const whole = await get(hash);
		expect(whole.status).toBe(200);
		expect(sha(new Uint8Array(await whole.arrayBuffer()))).toBe(hash);
		const etag = whole.headers.get('etag') ?? '';
		expect(await range('bytes=0-9')).toEqual({
			status: 206,
			range: `bytes 0-9/${size}`,
			length: '10',
			bytes: bytes.slice(0, 10)
		});
		expect(await range(`bytes=${size - 4}-`)).toMatchObject({ status: 206, bytes: bytes.slice(-4) });
		expect(await range('bytes=-7')).toMatchObject({ status: 206, bytes: bytes.slice(-7) });
		expect(await range(`bytes=5-${size * 9}`)).toMatchObject({ status: 206, bytes: bytes.slice(5) });
		expect(await range(`bytes=-${size * 9}`)).toMatchObject({ status: 206, bytes });
		for (const odd of ['bytes=9-2', 'bytes=-', 'pages=1-2', 'bytes=a-b', 'bytes=0-1,4-5'])
			expect(await range(odd), odd).toMatchObject({ status: 200, range: null, length: String(size) });
		for (const outside of [`bytes=${size}-`, 'bytes=-0']) {
			const response = await get(hash, { range: outside });
			expect([response.status, response.headers.get('content-range')]).toEqual([416, `bytes */${size}`]);
			expect((await response.json()).error.code).toBe('range_outside');
		}
		expect(await range('bytes=0-9', { 'if-range': etag })).toMatchObject({ status: 206 });
		expect(await range('bytes=0-9', { 'if-range': '"older"' })).toMatchObject({ status: 200 });
		expect((await get(hash, { 'if-none-match': `"other", ${etag}` })).status).toBe(304);
		const head = await get(hash, {}, 'projector', 'HEAD');
		expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([
			200,
			String(size),
			''
		]);
		expect((await get(hash, { range: 'bytes=0-9' }, 'projector', 'HEAD')).status).toBe(206);
	});

	it('MED-7: what was sent is never run: its own type, no guessing, no script, no frame of another site, kept for ever by its one device', async () => {
		const { hash } = await upload(as('awards'), png());
		const { headers } = await get(hash, {}, 'awards');
		expect(headers.get('content-type')).toBe('image/png');
		expect(headers.get('x-content-type-options')).toBe('nosniff');
		expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/);
		expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
		expect(headers.get('content-disposition')).toBe('inline');
		expect(headers.get('cache-control')).toBe('private, max-age=31536000, immutable');
	});

	it('MED-8: no name, hash or id leads out of the media folder', async () => {
		const bad = [
			'..%2f..%2fetc%2fpasswd',
			'%2e%2e',
			'A'.repeat(64),
			`${'a'.repeat(63)}%00`,
			'incoming',
			'a'.repeat(63)
		];
		for (const hash of bad) {
			expect([400, 404], hash).toContain((await get(hash)).status);
			expect([400, 404], hash).toContain((await ask(as('tech'), `/${hash}`, { method: 'DELETE' })).status);
			expect(await node.app.media.find(decodeURIComponent(hash))).toBeNull();
			expect(await node.app.media.upload(decodeURIComponent(hash))).toBeNull();
		}
		const medium = await upload(as('tech'), wav(1.2), '../../../etc/cron.d/x.wav');
		expect(log.lookup(`medium:${medium.hash}`)).toEqual({ name: 'x.wav' });
		expect((await files()).every((path) => /^[0-9a-f]{2}.[0-9a-f]{64}$|^incoming./.test(path))).toBe(true);
	});

	it('MED-9: a line that breaks within a piece leaves nothing of that piece; the upload goes on from the last whole one', async () => {
		const bytes = wav(20);
		const begun = await ask(as('tech'), '', { json: { name: 'dở.wav', size: bytes.length } });
		const path = `/uploads/${begun.json.upload}`;
		await ask(as('tech'), `${path}?offset=0`, { body: bytes.slice(0, 9000) });
		const part = join(mediaDir, 'incoming', `${begun.json.upload}.part`);
		const { port } = new URL(node.base);
		const socket = connect(Number(port), '127.0.0.1');
		socket.write(
			`POST /api/v1/conferences/${log.id}/media${path}?offset=9000 HTTP/1.1\r\nhost: x\r\n` +
				`authorization: Bearer ${tokens.get('tech')}\r\ncontent-type: application/octet-stream\r\ncontent-length: 100000\r\n\r\n`
		);
		socket.write(bytes.slice(9000, 60_000));
		await vi.waitFor(async () => expect((await stat(part)).size).toBeGreaterThan(9000), { interval: 20 });
		socket.destroy();
		await vi.waitFor(async () => expect((await stat(part)).size).toBe(9000), { interval: 20 });
		await vi.waitFor(async () =>
			expect((await ask(as('tech'), path)).json).toEqual({ offset: 9000, medium: null })
		);
		const wrong = await ask(as('tech'), `${path}?offset=60000`, { body: bytes.slice(60_000) });
		expect([wrong.status, wrong.json.error.code, wrong.json.error.params]).toEqual([
			409,
			'upload_offset',
			{ offset: 9000 }
		]);
		const done = await ask(as('tech'), `${path}?offset=9000`, { body: bytes.slice(9000) });
		expect(done.json.medium.hash).toBe(sha(bytes));
		expect((await files()).filter((name) => name.startsWith('incoming'))).toEqual([]);
	});

	it('MED-10: an upload goes on after the server’s restart, and one that nobody goes on with for an hour is taken away', async () => {
		const bytes = wav(5);
		const begun = await ask(as('tech'), '', { json: { name: 'tiếp.wav', size: bytes.length } });
		const left = await ask(as('tech'), '', { json: { name: 'bỏ.wav', size: 77 } });
		await ask(as('tech'), `/uploads/${begun.json.upload}?offset=0`, { body: bytes.slice(0, 20_000) });
		await node.stop();
		node = await startNode(database.url, { mediaDir });
		const found = await node.app.conferences.get(log.id);
		if (!found) throw new Error('the conference is gone');
		log = found;
		expect((await ask(as('tech'), `/uploads/${begun.json.upload}`)).json.offset).toBe(20_000);
		const old = new Date(Date.now() - FORGOTTEN_MS - 1000);
		for (const end of ['part', 'json'])
			await utimes(join(mediaDir, 'incoming', `${left.json.upload}.${end}`), old, old);
		await node.app.media.sweep();
		expect((await ask(as('tech'), `/uploads/${left.json.upload}`)).json.error.code).toBe('upload_unknown');
		const done = await ask(as('tech'), `/uploads/${begun.json.upload}?offset=20000`, {
			body: bytes.slice(20_000)
		});
		expect(done.json.medium.hash).toBe(sha(bytes));
		expect((await files()).filter((name) => name.startsWith('incoming'))).toEqual([]);
		const again = await get(done.json.medium.hash, { range: 'bytes=100-', 'if-range': `"${sha(bytes)}"` });
		expect(again.status).toBe(206);
	});

	it('MED-11: what is too large is refused by a sentence before a byte of it is sent, a photo of more than 5 MB with its first', async () => {
		const film = await ask(as('tech'), '', { json: { name: 'dài.mp4', size: 1025 * MB } });
		expect([film.status, film.json.error.code]).toEqual([413, 'medium_too_large']);
		expect(film.json.error.message).toContain('1024 MB');
		const photo = await ask(as('awards'), '', { json: { name: 'ảnh.jpg', size: 6 * MB } });
		expect(photo.json.error.params).toEqual({ megabytes: 5 });
		const big = new Uint8Array(6 * MB);
		big.set(png());
		expect((await send(as('admin'), big)).json.error).toMatchObject({
			code: 'medium_too_large',
			params: { megabytes: 5 }
		});
		const begun = await ask(as('tech'), '', { json: { name: 'nói dối.wav', size: 1000 } });
		const more = await ask(as('tech'), `/uploads/${begun.json.upload}?offset=0`, { body: wav(1) });
		expect([more.status, more.json.error.code]).toEqual([413, 'too_large']);
		for (const size of [0, -5, 1.5, 'x'])
			expect((await ask(as('tech'), '', { json: { name: 'a', size } })).status).toBe(400);
		expect((await ask(as('tech'), '', { json: { name: '', size: 5 } })).status).toBe(400);
	});

	it('MED-12: a disk without room refuses with a sentence, and keeps nothing', async () => {
		const before = await files();
		const full = vi.spyOn(node.app.media, 'freeBytes').mockResolvedValue(100 * MB);
		const { status, json } = await ask(as('tech'), '', { json: { name: 'phim.mp4', size: 300 * MB } });
		full.mockRestore();
		expect([status, json.error.code]).toEqual([507, 'disk_full']);
		expect(json.error.message).toMatch(/hết chỗ/);
		expect(await files()).toEqual(before);
	});

	it('MED-13: a film of hundreds of megabytes is taken in and handed out without ever being held in memory', async () => {
		const size = 320 * MB;
		const begun = await ask(as('tech'), '', { json: { name: 'phim dài.wav', size } });
		const piece = new Uint8Array(8 * MB);
		piece.set(wav(1).slice(0, 44));
		let most = 0;
		const look = () => (most = Math.max(most, process.memoryUsage().rss));
		const before = process.memoryUsage().rss;
		let last = begun;
		for (let at = 0; at < size; at += piece.length) {
			last = await ask(as('tech'), `/uploads/${begun.json.upload}?offset=${at}`, { body: piece });
			look();
		}
		const { hash } = last.json.medium;
		const response = await get(hash);
		let read = 0;
		for await (const bytes of response.body ?? []) {
			read += bytes.length;
			look();
		}
		expect(read).toBe(size);
		expect(most - before).toBeLessThan(160 * MB);
		expect((await ask(as('tech'), `/${hash}`, { method: 'DELETE' })).status).toBe(200);
	});

	it('MED-14: films and music are attached to an item and taken off it; a photo belongs to a recipient; removing one takes it off everywhere', async () => {
		const submit = async (type: string, payload: object) =>
			log.submit({ id: nextId('med'), type, payload } as never, system);
		const sound = await upload(as('tech'), wav(1.3));
		const photo = await upload(as('awards'), png());
		const item = log.state.programme.order[0] ?? '';
		expect(await submit('media.attach', { item, hash: sound.hash, on: true })).toMatchObject({ ok: true });
		expect(log.state.media.attached[item]).toEqual([sound.hash]);
		expect(await submit('media.attach', { item, hash: photo.hash, on: true })).toMatchObject({
			rejection: { code: 'medium_not_played' }
		});
		expect(await submit('media.attach', { item: 'none', hash: sound.hash, on: true })).toMatchObject({
			rejection: { code: 'item_unknown' }
		});
		const recipient = Object.keys(log.state.awards.recipients)[0] ?? '';
		expect(await submit('award.photo', { recipient, hash: sound.hash })).toMatchObject({
			rejection: { code: 'photo_type' }
		});
		expect(await submit('award.photo', { recipient, hash: photo.hash })).toMatchObject({ ok: true });
		expect(log.state.media.photos[recipient]).toBe(photo.hash);
		for (const { hash } of [sound, photo])
			expect((await ask(as('admin'), `/${hash}`, { method: 'DELETE' })).status).toBe(200);
		expect([log.state.media.attached[item], log.state.media.photos]).toEqual([[], {}]);
		expect(log.lookup(`medium:${sound.hash}`)).toBeUndefined();
	});

	it('MED-15: whose last answer is lost asks and has the medium; while the log is away the last piece waits and is one', async () => {
		const bytes = wav(3.3);
		const begun = await ask(as('tech'), '', { json: { name: 'mất trả lời.wav', size: bytes.length } });
		const path = `/uploads/${begun.json.upload}`;
		const away = vi.spyOn(log, 'submit').mockResolvedValueOnce({
			id: 'x',
			ok: false,
			rejection: { code: 'unavailable' }
		});
		const refused = await ask(as('tech'), `${path}?offset=0`, { body: bytes });
		expect([refused.status, refused.json.error.code]).toEqual([503, 'unavailable']);
		away.mockRestore();
		expect((await ask(as('tech'), path)).json).toEqual({ offset: bytes.length, medium: null });
		const { head } = log;
		const done = await ask(as('tech'), `${path}?offset=${bytes.length}`, { method: 'POST' });
		expect(done.json.medium.hash).toBe(sha(bytes));
		expect((await ask(as('tech'), path)).json).toEqual(done.json);
		expect((await ask(as('stage'), path)).json.error.code).toBe('upload_unknown');
		expect(log.head).toBe(head + 1);
		expect((await files()).filter((name) => name.includes(begun.json.upload))).toEqual([]);
	});

	it('MED-16: a closed conference takes no upload, and what was on its way leaves nothing', async () => {
		const other = await demo(node.app);
		tokens.set('late', await node.token(other.id, 'tech'));
		const sender = as('late', other.id);
		const bytes = wav(4.4);
		const before = await files();
		const begun = await ask(sender, '', { json: { name: 'muộn.wav', size: bytes.length } });
		for (const status of ['live', 'closed'] as const)
			await other.submit({ id: nextId(), type: 'conference.status', payload: { status } }, system);
		const last = await ask(sender, `/uploads/${begun.json.upload}?offset=0`, { body: bytes });
		expect(last.json.error.code).toBe('conference_closed');
		expect(await files()).toEqual(before);
		const more = await ask(sender, '', { json: { name: 'nữa.wav', size: 77 } });
		expect([more.status, more.json.error.code]).toEqual([last.status, 'conference_closed']);
	});
});
