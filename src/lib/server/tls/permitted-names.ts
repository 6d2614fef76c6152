/**
 * Owns: what our certificate authority may ever vouch for. A phone that trusts it gives nobody power over
 * its bank: the limits stand inside the authority's own certificate and every client checks them.
 */
import { BlockList, isIP, SocketAddress } from 'node:net';
import { domainToASCII } from 'node:url';

/** Private and link-local networks and this machine itself; no public address, nothing of a provider's. */
export const PERMITTED_RANGES = [
	'10.0.0.0/8',
	'172.16.0.0/12',
	'192.168.0.0/16',
	'169.254.0.0/16',
	'127.0.0.0/8',
	'::1/128',
	'fc00::/7',
	'fe80::/10'
] as const;

const ALWAYS_PERMITTED = ['localhost', 'local'] as const;
/** Keeps every length in `dnsSubtree` within one byte; Windows and mDNS names are far shorter. */
const LONGEST_NAME = 120;
const LABEL = /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$/;

const permittedRanges = new BlockList();
for (const range of PERMITTED_RANGES) {
	const [network = '', prefix] = range.split('/');
	permittedRanges.addSubnet(network, Number(prefix), isIP(network) === 6 ? 'ipv6' : 'ipv4');
}

/**
 * One spelling an address, so that two lists can be compared.
 * @returns the short spelling without a zone (`fe80::1%eth0` → `fe80::1`), or null for what is no address
 */
export function canonicalAddress(text: string): string | null {
	const address = text.trim().split('%')[0] ?? '';
	const family = isIP(address);
	if (family !== 6) return family === 4 ? address : null;
	const short = new SocketAddress({ address, family: 'ipv6' }).address;
	const mapped = /^::ffff:([\d.]+)$/.exec(short)?.[1];
	return mapped ?? short;
}

/** @returns the name as it stands in a certificate (lower case, punycode), or null for what is no host name */
export function canonicalHostname(text: string): string | null {
	const name = domainToASCII(text.trim().replace(/\.$/, ''));
	const fits = name.length <= LONGEST_NAME && name.split('.').every((label) => LABEL.test(label));
	return fits && isIP(name) === 0 ? name : null;
}

/** @param address canonical */
export const isPermittedAddress = (address: string): boolean =>
	permittedRanges.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');

/**
 * The domains a new authority is limited to. A constraint covers everything below it, so a laptop somebody
 * called "dev" must not open all of .dev: a bare label enters only if no top-level domain can be spelled so
 * (those are letters alone, or begin with xn--). Such a laptop is still reached as `dev.local`.
 * @param machineName as the operating system gives it
 */
export function permittedDomains(machineName: string): string[] {
	const name = canonicalHostname(machineName);
	const safe = name !== null && (name.includes('.') || (/[\d_-]/.test(name) && !name.startsWith('xn--')));
	return [...new Set([...ALWAYS_PERMITTED, ...(safe ? [name] : [])])];
}

/** DER of one `GeneralSubtree` that holds a DNS name. @param name canonical */
export const dnsSubtree = (name: string): Buffer =>
	Buffer.concat([Buffer.from([0x30, name.length + 2, 0x82, name.length]), Buffer.from(name, 'ascii')]);

/**
 * Whether the authority made some time ago covers this name; the machine may have been renamed since. The
 * bytes of a subtree can stand nowhere but in its constraints.
 * @param caDer the authority's certificate
 * @param hostname canonical
 */
export function authorityCovers(caDer: Buffer, hostname: string): boolean {
	const labels = hostname.split('.');
	return labels.some((_, at) => caDer.includes(dnsSubtree(labels.slice(at).join('.'))));
}
