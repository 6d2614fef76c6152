/** Small true media made in place, and sending them as a screen does. */
import type { Medium } from '../../src/lib/core/media/model';
import type { Json } from './node';

/** A sound of so many seconds: 8 bit, mono, 8 kHz, a soft tone. */
export function wav(seconds: number, hertz = 440): Uint8Array<ArrayBuffer> {
	const rate = 8000;
	const samples = Math.round(seconds * rate);
	const bytes = new Uint8Array(44 + samples);
	const view = new DataView(bytes.buffer);
	const put = (at: number, text: string) => bytes.set(new TextEncoder().encode(text), at);
	put(0, 'RIFF');
	view.setUint32(4, 36 + samples, true);
	put(8, 'WAVEfmt ');
	view.setUint32(16, 16, true);
	view.setUint16(20, 1, true);
	view.setUint16(22, 1, true);
	view.setUint32(24, rate, true);
	view.setUint32(28, rate, true);
	view.setUint16(32, 1, true);
	view.setUint16(34, 8, true);
	put(36, 'data');
	view.setUint32(40, samples, true);
	for (let i = 0; i < samples; i++)
		bytes[44 + i] = 128 + Math.round(20 * Math.sin((i * hertz * 2 * Math.PI) / rate));
	return bytes;
}

/** A photo of one dot. */
export const png = (): Uint8Array<ArrayBuffer> =>
	Uint8Array.from(
		Buffer.from(
			'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
			'base64'
		)
	);

type Sender = { base: string; conference: string; headers: Record<string, string> };
export type Sent = { status: number; json: Json };

export async function ask(
	{ base, conference, headers }: Sender,
	path: string,
	init: { method?: string; body?: BodyInit; json?: unknown } = {}
): Promise<Sent> {
	const { json } = init;
	const response = await fetch(`${base}/api/v1/conferences/${conference}/media${path}`, {
		method: init.method ?? (init.body !== undefined || json !== undefined ? 'POST' : 'GET'),
		headers: {
			...headers,
			'content-type': json === undefined ? 'application/octet-stream' : 'application/json'
		},
		...(json !== undefined && { body: JSON.stringify(json) }),
		...(init.body !== undefined && { body: init.body })
	});
	const text = await response.text();
	return { status: response.status, json: text ? JSON.parse(text) : null };
}

/** Sends a file whole, in pieces of `piece` bytes. @returns the last answer */
export async function send(
	sender: Sender,
	bytes: Uint8Array<ArrayBuffer>,
	{
		name = 'Tệp thử',
		ms = null,
		piece = 8 * 1024 * 1024
	}: { name?: string; ms?: number | null; piece?: number } = {}
): Promise<Sent> {
	const begun = await ask(sender, '', { json: { name, size: bytes.length, ms } });
	if (begun.status !== 200) return begun;
	let last: Sent = begun;
	for (let at = 0; at < bytes.length; at += piece) {
		last = await ask(sender, `/uploads/${begun.json.upload}?offset=${at}`, {
			body: bytes.slice(at, at + piece)
		});
		if (last.status !== 200) return last;
	}
	return last;
}

/** Sends a file that must be taken. */
export async function upload(
	sender: Sender,
	bytes: Uint8Array<ArrayBuffer>,
	name?: string,
	ms?: number
): Promise<Medium> {
	const { status, json } = await send(sender, bytes, { ...(name && { name }), ...(ms && { ms }) });
	if (status !== 200 || !json.medium) throw new Error(JSON.stringify(json));
	return json.medium;
}
