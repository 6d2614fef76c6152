/** Owns: which addresses of this server a phone can open. A page opened on the laptop itself says "localhost". */

export type TlsInfo = {
	available: boolean;
	fingerprint: string;
	httpUrls: string[];
	httpsUrls: string[];
	caUrl: string;
	profileUrl: string;
};
export type Address = { base: string; secure: boolean };

const LOOPBACK = /^https?:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/;

export const isLoopback = (origin: string): boolean => LOOPBACK.test(origin);
const isIpv6 = (url: string): boolean => url.includes('://[');
const toOrigin = (url: string): string => url.replace(/\/+$/, '');

/**
 * The addresses to hand to a phone, best first: the page's own when others can reach it, then HTTP, which every
 * phone opens, then HTTPS, which needs our certificate trusted first. People can read IPv4 aloud, so it goes first.
 * Empty when the page was opened on the machine itself and the server knows no address on a network.
 */
export function addressesFor(origin: string, tls: TlsInfo | null): Address[] {
	const readable = (urls: string[]) => [...urls.filter((url) => !isIpv6(url)), ...urls.filter(isIpv6)];
	const known = [...readable(tls?.httpUrls ?? []), ...readable(tls?.httpsUrls ?? [])].map(toOrigin);
	const all = [...(isLoopback(origin) ? [] : [origin]), ...known].filter((base) => !isLoopback(base));
	return [...new Set(all)].map((base) => ({ base, secure: base.startsWith('https:') }));
}
