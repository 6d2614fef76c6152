/**
 * Which addresses are ours. A request that names another host is refused: a page elsewhere whose name was
 * pointed at this machine (DNS rebinding) must not talk to it with a visitor's browser.
 */
import { hostname, networkInterfaces } from 'node:os';

const CACHE_MS = 5000;
const VIRTUAL = /^(docker|br-|veth|virbr|vmnet|vboxnet|tun|tap|utun|zt|lxc)/i;
/** More headers than any browser or proxy sends; a flood of them is refused before it is looked at. */
const MAX_HEADERS = 100;

let cachedAt = -Infinity;
/** @type {string[]} */
let cached = [];

/**
 * IPv4 addresses of this machine, real networks before virtual ones. Read anew every few seconds: a laptop
 * changes its Wi-Fi between the rehearsal and the day.
 * @returns {string[]}
 */
export function lanAddresses() {
	const now = performance.now();
	if (now - cachedAt > CACHE_MS) {
		cachedAt = now;
		const found = Object.entries(networkInterfaces()).flatMap(([name, infos]) =>
			(infos ?? [])
				.filter((info) => info.family === 'IPv4' && !info.internal)
				.map((info) => ({ address: info.address, rank: rank(name, info.address) }))
		);
		cached = found.sort((a, b) => a.rank - b.rank).map((entry) => entry.address);
	}
	return [...cached];
}

/**
 * @param {string} name
 * @param {string} address
 */
function rank(name, address) {
	const isPrivate = /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(address);
	return (VIRTUAL.test(name) ? 2 : 0) + (isPrivate ? 0 : 1);
}

/**
 * @param {string | undefined} header value of Host
 * @param {string | null} origin
 * @returns {boolean}
 */
export function hostIsOurs(header, origin) {
	const url = header && /^[\w.:[\]-]+$/.test(header) ? tryUrl(`http://${header}`) : null;
	if (!url) return false;
	const name = url.hostname.toLowerCase();
	const own = hostname().toLowerCase();
	return (
		name === 'localhost' ||
		name === '[::1]' ||
		/^127\.\d+\.\d+\.\d+$/.test(name) ||
		name === own ||
		name === `${own}.local` ||
		name === `${own.split('.')[0]}.local` ||
		(origin !== null && name === new URL(origin).hostname) ||
		lanAddresses().includes(name)
	);
}

/**
 * The address the browser asked for, as far as we vouch for it. Behind a proxy that rewrites Host (it runs
 * on this machine and says so), it is ORIGIN.
 * @param {import('node:http').IncomingMessage} request
 * @param {string | null} origin
 * @returns {string} e.g. `http://192.168.1.5:3000`
 */
export function requestOrigin(request, origin) {
	const host = request.headers.host ?? 'localhost';
	if (origin !== null && (host === new URL(origin).host || viaLocalProxy(request))) return origin;
	const secure = 'encrypted' in request.socket && request.socket.encrypted === true;
	return `${secure ? 'https' : 'http'}://${host}`;
}

/** @param {import('node:http').IncomingMessage} request */
function viaLocalProxy(request) {
	const peer = request.socket.remoteAddress ?? '';
	const loopback = peer === '::1' || peer.startsWith('127.') || peer.startsWith('::ffff:127.');
	return loopback && ('x-forwarded-for' in request.headers || 'forwarded' in request.headers);
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {string | null} origin
 * @returns {'host' | 'headers' | null} why a request is refused, or null
 */
export function refusal(request, origin) {
	if (request.rawHeaders.length / 2 >= MAX_HEADERS) return 'headers';
	return hostIsOurs(request.headers.host, origin) ? null : 'host';
}

/**
 * Browsers always name the page that opens a websocket; other programs (scanners, tests) name none.
 * @param {import('node:http').IncomingMessage} request
 * @param {string | null} origin
 * @returns {boolean}
 */
export function originIsOurs(request, origin) {
	const from = request.headers.origin;
	if (from === undefined) return true;
	const page = tryUrl(from);
	if (!page) return false;
	return page.origin === origin || page.host === request.headers.host;
}

/** @param {string} text */
function tryUrl(text) {
	return URL.canParse(text) ? new URL(text) : null;
}
