/** Composition: puts the server's parts together once a process and binds them to the host's sockets. */
import type { Handle, ServerInit } from '@sveltejs/kit';
import { rejectText, t } from '$lib/ui/i18n/i18n';
import '$lib/ui/i18n/use/connect';
import '$lib/ui/i18n/use/refusals';
import { hostSlot, type HostSlot } from './host/slot.js';
import { createApi } from '$lib/server/api/api';
import { createApp, type App } from '$lib/server/app';
import { demoLinks, makeDemo } from '$lib/server/conference/demo';
import { listConferences, sweepUnfinished } from '$lib/server/conference/service';
import { Gateway } from '$lib/server/gateway/gateway';
import { releaseIdle } from '$lib/server/log/idle';
import { followOtherNodes } from '$lib/server/log/nodes';
import { sweepUploads } from '$lib/server/media/sweep';
import { startTls } from '$lib/server/tls/start';

type Parts = { app: App; api: ReturnType<typeof createApi>; stop: () => Promise<void> };
/** Kept on the process, so that a hot reload in development closes the old parts first. */
const PARTS = Symbol.for('khanh-tiet.parts');

export const init: ServerInit = async () => {
	const slot = hostSlot();
	// While the build analyses routes there is no host, and nothing to serve.
	if (!slot) return;
	const old = Reflect.get(globalThis, PARTS) as Parts | undefined;
	await old?.stop();
	Reflect.set(globalThis, PARTS, await start(slot));
};

async function start(slot: HostSlot): Promise<Parts> {
	const { config } = slot;
	const app = createApp({
		databaseUrl: config.databaseUrl,
		reducer: __KT_REDUCER__,
		version: config.version,
		origin: config.origin,
		mediaDir: config.mediaDir
	});
	await sweepUnfinished(app);
	await app.devices.forgetConnections();
	const tls = await startTls(slot);
	const gateway = new Gateway(app, slot.io);
	const nodes = await followOtherNodes(app, gateway);
	const idle = releaseIdle(app.conferences, () => gateway.watched());
	const api = createApi(app, tls.info, rejectText);
	const sweeping = sweepUploads(app.media);
	let stopped = false;
	const stop = async () => {
		if (stopped) return;
		stopped = true;
		tls.stop();
		idle.stop();
		sweeping.stop();
		gateway.close();
		await nodes.stop();
		await app.close();
		// After a hot reload in development nobody may go on talking to parts whose database is closed.
		gateway.dropSockets();
	};
	slot.drain.push(stop);
	await announce(app, slot);
	return { app, api, stop };
}

async function announce(app: App, slot: HostSlot): Promise<void> {
	const secret = await app.admins.setupSecret();
	if (secret) slot.announce.push({ key: 'setup', label: t('setup.link'), url: `/setup#${secret}` });
	if (!slot.config.demo) return;
	const [existing] = (await listConferences(app)).filter((row) => row.template === '000-trung-khanh');
	const links = existing ? await demoLinks(app, existing.id) : (await makeDemo(app)).links;
	for (const { role, url } of links) slot.announce.push({ key: role, label: t(`role.${role}`), url });
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** A page elsewhere must not act with a visitor's cookies, whatever content type it sends. */
function isForeign(request: Request, url: URL, origin: string | null): boolean {
	if (SAFE.has(request.method)) return false;
	const from = request.headers.get('origin');
	if (from !== null) return from !== url.origin && from !== origin;
	const site = request.headers.get('sec-fetch-site');
	return site === 'cross-site' || site === 'same-site';
}

export const handle: Handle = async ({ event, resolve }) => {
	const parts = Reflect.get(globalThis, PARTS) as Parts | undefined;
	const slot = hostSlot();
	if (!parts || !slot) return new Response('starting', { status: 503, headers: { 'retry-after': '1' } });
	if (isForeign(event.request, event.url, slot.config.origin))
		return Response.json(
			{ error: { code: 'not_allowed', message: rejectText({ code: 'not_allowed' }) } },
			{ status: 403 }
		);
	event.locals.app = parts.app;
	event.locals.api = async (request) => {
		const address = event.getClientAddress();
		const forwarded = request.headers.has('x-forwarded-for') || request.headers.has('forwarded');
		return parts.api.fetch(request, {
			address,
			encrypted: event.url.protocol === 'https:',
			direct: slot.config.origin === null && !forwarded && /^(::1|127\.|::ffff:127\.)/.test(address)
		});
	};
	const response = await resolve(event);
	response.headers.set('x-content-type-options', 'nosniff');
	response.headers.set('referrer-policy', 'no-referrer');
	response.headers.set('permissions-policy', 'camera=(self), microphone=(), geolocation=()');
	return response;
};
