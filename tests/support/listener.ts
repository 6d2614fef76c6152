/** Turns Node's request into the web's Request and back: the few lines the adapter does in production. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';

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
	if (response.body) for await (const chunk of response.body) outgoing.write(chunk);
	outgoing.end();
}
