/**
 * Which addresses are ours. A request that names another host is refused: a page elsewhere whose name was
 * pointed at this machine (DNS rebinding) must not talk to it with a visitor's browser.
 */
import { isIP, isIPv4 } from 'node:net';
import { hostname, networkInterfaces } from 'node:os';

const CACHE_MS = 5000;
/** Of containers, virtual machines and tunnels: no phone in the hall is on those. */
const NOT_OF_THE_HALL =
	/^(docker|br-[0-9a-f]{6,}|veth|virbr|vmnet|vboxnet|lxc|lxd|cni|flannel|cali|podman|tun|tap|utun|wg|tailscale|zt|vethernet|virtualbox|vmware|hyper-v|loopback)/i;
/** More headers than any browser or proxy sends; a flood of them is refused before it is looked at. */
const MAX_HEADERS = 100;

let cachedAt = -Infinity;
/** @type {ReturnType<typeof networkInterfaces>} */
let cached = {};

/** Read anew every few seconds: a laptop changes its Wi-Fi between the rehearsal and the day. */
function interfacesNow() {
	const now = performance.now();
	if (now - cachedAt > CACHE_MS) {
		cachedAt = now;
		cached = networkInterfaces();
	}
	return cached;
}

/**
 * Addresses of this machine on its networks: private IPv4 first, then other IPv4, link-local IPv4, private
 * IPv6 last. Within a rank by interface name, so that the same networks always give the same list. Other IPv6
 * is left out: phones cannot type link-local ones, public ones change by themselves every day.
 * @param {ReturnType<typeof networkInterfaces>} [interfaces]
 * @returns {string[]}
 */
export function lanAddresses(interfaces = interfacesNow()) {
	const found = Object.entries(interfaces)
		.filter(([name]) => !NOT_OF_THE_HALL.test(name))
		.flatMap(([name, infos]) =>
			(infos ?? [])
				.filter((info) => !info.internal)
				.map(({ address }) => ({ name, address, rank: rank(address) }))
		);
	const sorted = found
		.filter((entry) => entry.rank < NEVER)
		.sort((a, b) => a.rank - b.rank || compare(a.name, b.name) || compare(a.address, b.address));
	return [...new Set(sorted.map((entry) => entry.address))];
}

/**
 * Those of `lanAddresses` that somebody answers at: what the terminal prints, the certificate names and the
 * page for phones offers is this one list.
 * @param {string} host the setting HOST: what the listeners are bound to
 * @param {ReturnType<typeof networkInterfaces>} [interfaces]
 * @returns {string[]}
 */
export function reachableAddresses(host, interfaces) {
	const all = lanAddresses(interfaces);
	if (host === '::') return all;
	if (host === '0.0.0.0') return all.filter((address) => isIPv4(address));
	return isIP(host) && !isLoopback(host) ? [host] : [];
}

const NEVER = 4;

/** @param {string} address */
function rank(address) {
	if (isIPv4(address)) {
		if (/^(10|192\.168|172\.(1[6-9]|2\d|3[01]))\./.test(address)) return 0;
		return address.startsWith('169.254.') ? 2 : 1;
	}
	return /^f[cd]/i.test(address) ? 3 : NEVER;
}

/**
 * By code unit: the machine's language must not change the order.
 * @param {string} a
 * @param {string} b
 */
const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** @param {string} address */
const isLoopback = (address) => address === '::1' || address.startsWith('127.');

/**
 * @param {'http' | 'https'} scheme
 * @param {string} address
 * @param {number} port
 */
export const addressUrl = (scheme, address, port) =>
	`${scheme}://${address.includes(':') ? `[${address}]` : address}:${port}`;

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
		isOurAddress(name)
	);
}

/**
 * Any address of this machine, also of networks that are not the hall's: a script in a container is no stranger.
 * @param {string} name as a URL writes it, IPv6 in brackets
 */
function isOurAddress(name) {
	const address = name.replace(/^\[|\]$/g, '');
	if (!isIP(address)) return false;
	const all = Object.values(interfacesNow()).flatMap((infos) => infos ?? []);
	return all.some((info) => info.address.toLowerCase() === address);
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
