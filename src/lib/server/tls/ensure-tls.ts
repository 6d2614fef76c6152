/**
 * Owns: the certificate authority of this machine and its server certificate, made once and kept fit.
 * What phones were taught to trust is kept as long as it can be: everything else is made again around it.
 */
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { hostname as osHostname } from 'node:os';
import { DAY_MS, issueCa, issueLeaf, newKey } from './issue';
import { authorityCovers, canonicalAddress, canonicalHostname, isPermittedAddress } from './permitted-names';
import { readTlsFiles, writeTlsFile, type StoredTls } from './tls-files';

/** A certificate with less left than this is made again. */
const RENEW_BELOW_MS = 30 * DAY_MS;

export type TlsMaterial = {
	/** PEM of the server's private key. */
	key: string;
	/** PEM: the server's certificate, then the authority's. */
	cert: string;
	caPem: string;
	caDer: Uint8Array;
	/** SHA-256 of the authority's certificate, `AA:BB:…`, to be compared by eye. */
	fingerprint: string;
	/** Of the server's certificate. */
	notAfter: Date;
	/** What the server's certificate holds, always with localhost, 127.0.0.1 and ::1. */
	hostnames: string[];
	addresses: string[];
	/** Asked for, but outside what the authority may vouch for (a public address, a renamed machine). */
	leftOut: string[];
	/** Something was made in this call: the listener needs the new pair. */
	renewed: boolean;
	/** The authority is another than before, or the first: phones must be shown it (again). */
	caRenewed: boolean;
};

type Authority = { cert: string; x509: X509Certificate };
type Leaf = { key: string; cert: string; notAfter: Date };
type Names = Pick<TlsMaterial, 'hostnames' | 'addresses' | 'leftOut'>;
type Request = { dir: string; hostnames: string[]; addresses: string[]; now: Date; machineName?: string };

/**
 * Reads the folder, makes what is missing, broken, outdated or near its end, and returns the whole.
 * One caller a folder at a time.
 * @param request `dir` is made if need be; `machineName` (default: the system's) counts only when the authority is
 * made
 * @throws what the file system says; nothing is made anew because a file could not be opened
 */
export async function ensureTls(request: Request): Promise<TlsMaterial> {
	const { dir, now } = request;
	const stored = await readTlsFiles(dir);
	const kept = storedAuthority(stored, now);
	if (kept) {
		// Without its key an authority serves on with what it has signed; it only cannot sign the next.
		const names = coveredNames(request, kept);
		const leaf = storedLeaf(stored, kept, names, now);
		if (leaf) return { ...material(kept, leaf, names), renewed: false, caRenewed: false };
	}
	const signer =
		kept && stored.caKey !== null
			? { authority: kept, key: stored.caKey }
			: await makeAuthority(dir, stored, request.machineName ?? osHostname(), now);
	const names = coveredNames(request, signer.authority);
	// An authority made again for the same key still stands behind what it signed before.
	const leaf =
		storedLeaf(stored, signer.authority, names, now) ?? (await makeLeaf(dir, signer, stored, names, now));
	return { ...material(signer.authority, leaf, names), renewed: true, caRenewed: signer.authority !== kept };
}

/** @returns the authority on disk if phones may go on trusting it, with or without its key */
function storedAuthority({ caCert, caKey }: StoredTls, now: Date): Authority | null {
	if (caCert === null) return null;
	const x509 = new X509Certificate(caCert);
	const fit =
		x509.ca && lasts(x509, now) && (caKey === null || x509.checkPrivateKey(createPrivateKey(caKey)));
	return fit ? { cert: caCert, x509 } : null;
}

/** @returns the server's pair on disk if it needs nothing */
function storedLeaf({ leafCert, leafKey }: StoredTls, ca: Authority, names: Names, now: Date): Leaf | null {
	if (leafCert === null || leafKey === null) return null;
	const x509 = new X509Certificate(leafCert);
	const fit =
		x509.checkPrivateKey(createPrivateKey(leafKey)) &&
		x509.checkIssued(ca.x509) &&
		x509.verify(ca.x509.publicKey) &&
		lasts(x509, now) &&
		// Made while the clock was ahead. (A clock behind the authority itself proves nothing.)
		(clockIsBehind(ca, now) || validFrom(x509) <= now.getTime()) &&
		holdsExactly(x509, names);
	return fit ? { key: leafKey, cert: leafCert, notAfter: new Date(x509.validTo) } : null;
}

async function makeAuthority(dir: string, stored: StoredTls, machineName: string, now: Date) {
	// A lost certificate is made again for the same key, so phones need not be taught anew; at its end the
	// key goes too. The key is written first: alone on disk it gets its certificate at the next start.
	const ended = stored.caCert !== null && !lasts(new X509Certificate(stored.caCert), now);
	const key = ended || stored.caKey === null ? newKey() : stored.caKey;
	const cert = await issueCa({ key, machineName, now });
	if (key !== stored.caKey) await writeTlsFile(dir, 'caKey', key);
	await writeTlsFile(dir, 'caCert', cert);
	return { authority: { cert, x509: new X509Certificate(cert) }, key };
}

async function makeLeaf(
	dir: string,
	signer: { authority: Authority; key: string },
	stored: StoredTls,
	names: Names,
	now: Date
): Promise<Leaf> {
	const key = newKey();
	const ca = { key: signer.key, cert: signer.authority.cert };
	const from = startOfLeaf(signer.authority, stored, now);
	const cert = await issueLeaf({ key, ca, hostnames: names.hostnames, addresses: names.addresses, from });
	await writeTlsFile(dir, 'leafKey', key);
	await writeTlsFile(dir, 'leafCert', cert);
	return { key, cert, notAfter: new Date(new X509Certificate(cert).validTo) };
}

/** A dead battery sends a laptop's clock years back while the phones' are right: then trust our latest date. */
function startOfLeaf(ca: Authority, { leafCert }: StoredTls, now: Date): Date {
	if (!clockIsBehind(ca, now)) return now;
	const last = leafCert === null ? 0 : validFrom(new X509Certificate(leafCert));
	return new Date(Math.max(validFrom(ca.x509), last));
}

/** Loopback always, then what was asked for and the authority covers, in the order given, each once. */
function coveredNames(request: Request, ca: Authority): Names {
	const hostnames = new Set(['localhost']);
	const addresses = new Set(['127.0.0.1', '::1']);
	const leftOut = new Set<string>();
	for (const text of [...request.hostnames, ...request.addresses]) {
		const address = canonicalAddress(text);
		const hostname = address === null ? canonicalHostname(text) : null;
		if (address !== null && isPermittedAddress(address)) addresses.add(address);
		else if (hostname !== null && authorityCovers(ca.x509.raw, hostname)) hostnames.add(hostname);
		else leftOut.add(text);
	}
	return { hostnames: [...hostnames], addresses: [...addresses], leftOut: [...leftOut] };
}

function holdsExactly(x509: X509Certificate, names: Names): boolean {
	const held = (x509.subjectAltName ?? '').split(', ').map((entry) => {
		const value = entry.slice(entry.indexOf(':') + 1);
		return canonicalAddress(value) ?? value;
	});
	const wanted = [...names.hostnames, ...names.addresses];
	return held.sort().join() === wanted.sort().join();
}

const material = (ca: Authority, leaf: Leaf, names: Names): Omit<TlsMaterial, 'renewed' | 'caRenewed'> => ({
	...leaf,
	cert: leaf.cert + ca.cert,
	caPem: ca.cert,
	caDer: new Uint8Array(ca.x509.raw),
	fingerprint: ca.x509.fingerprint256,
	...names
});

const validFrom = (x509: X509Certificate): number => Date.parse(x509.validFrom);
const lasts = (x509: X509Certificate, now: Date): boolean =>
	Date.parse(x509.validTo) - now.getTime() >= RENEW_BELOW_MS;
const clockIsBehind = (ca: Authority, now: Date): boolean => now.getTime() < validFrom(ca.x509);
