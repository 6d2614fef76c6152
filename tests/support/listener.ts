/** Turns Node's request into the web's Request and back: the few lines the adapter does in production. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeStream } from 'node:stream/web';

export const getRequestListener =
	(fetch: (request: Request) => Response | Promise<Response>) =>
	(incoming: IncomingMessage, outgoing: ServerResponse): void => {
		void answer(fetch, incoming, outgoing).catch((error: unknown) => {
			outgoing.writeHead(500).end(String(error));
		});
	};

async function answer(
	fetch: (request: Request) => Response | Promise<Response>,
	incoming: IncomingMessage,
	outgoing: ServerResponse
): Promise<void> {
	const method = incoming.method ?? 'GET';
	const hasBody = method !== 'GET' && method !== 'HEAD';
	const init: RequestInit & { duplex?: 'half' } = {
		method,
		headers: Object.entries(incoming.headers).flatMap(([name, value]): [string, string][] =>
			value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]]
		),
		...(hasBody && { body: Readable.toWeb(incoming) as unknown as ReadableStream, duplex: 'half' })
	};
	const response = await fetch(new Request(`http://${incoming.headers.host}${incoming.url}`, init));
	outgoing.writeHead(response.status, [...response.headers].flat());
	if (!response.body) return void outgoing.end();
	// As fast as it is taken, like the adapter: a film must not pile up in memory.
	const body = Readable.fromWeb(response.body as unknown as NodeStream);
	await pipeline(body, outgoing).catch((error: unknown) => {
		// Whoever asked may leave in the middle.
		if (!outgoing.destroyed) throw error;
	});
}
