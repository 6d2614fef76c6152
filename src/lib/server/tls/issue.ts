/**
 * Owns: the shape of the two certificates. The clock comes in from outside. `crypto`
 * is Node's own webcrypto. The X.509 library is loaded only when something must be issued.
 */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { dnsSubtree, PERMITTED_RANGES, permittedDomains } from './permitted-names';

export const DAY_MS = 86_400_000;
export const CA_DAYS = 3650;
/** What browsers accept at most from anybody. */
export const LEAF_DAYS = 397;

/** Phones whose clock is behind must not find the certificate "not yet valid". */
const BACKDATED_MS = DAY_MS;
const CURVE = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const SIGNING = { name: 'ECDSA', hash: 'SHA-256' } as const;
const NAME_CONSTRAINTS = '2.5.29.30';
const SERVER_AUTH = '1.3.6.1.5.5.7.3.1';
const ORGANISATION = 'Khánh Tiết';

/** PEM of a fresh EC P-256 private key (PKCS #8). */
export const newKey = (): string =>
	generateKeyPairSync('ec', { namedCurve: 'P-256' })
		.privateKey.export({ type: 'pkcs8', format: 'pem' })
		.toString();

/**
 * The authority's certificate for a key. Its name and identifiers derive from the key, so a certificate made
 * again for the same key still stands for what phones already trust.
 * @param machineName the one host name, besides localhost and .local, it may vouch for
 * @returns PEM, valid 3650 days
 */
export async function issueCa(request: { key: string; machineName: string; now: Date }): Promise<string> {
	const x509 = await loadX509();
	const { signingKey, publicKey, id } = await keyPair(request.key);
	const name = distinguishedName(`${ORGANISATION} ${id}`);
	const from = wholeSecond(request.now.getTime() - BACKDATED_MS);
	const certificate = await x509.X509CertificateGenerator.create(
		{
			subject: name,
			issuer: name,
			notBefore: new Date(from),
			notAfter: new Date(from + CA_DAYS * DAY_MS),
			publicKey,
			signingKey,
			signingAlgorithm: SIGNING,
			extensions: [
				// Path length 0: it signs servers, never another authority.
				new x509.BasicConstraintsExtension(true, 0, true),
				new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
				await x509.SubjectKeyIdentifierExtension.create(publicKey, false, crypto),
				new x509.Extension(
					NAME_CONSTRAINTS,
					true,
					nameConstraints(x509, permittedDomains(request.machineName))
				)
			]
		},
		crypto
	);
	return pem(certificate);
}

/**
 * The server's certificate for the names given; the caller has left out what the authority does not cover.
 * @param from start of the 397 days; it never outlives the authority
 * @returns PEM
 */
export async function issueLeaf(request: {
	key: string;
	ca: { key: string; cert: string };
	hostnames: string[];
	addresses: string[];
	from: Date;
}): Promise<string> {
	const x509 = await loadX509();
	const ca = new x509.X509Certificate(request.ca.cert);
	const { signingKey, publicKey: caPublicKey } = await keyPair(request.ca.key);
	const { publicKey } = await keyPair(request.key);
	const from = wholeSecond(Math.max(request.from.getTime() - BACKDATED_MS, ca.notBefore.getTime()));
	const certificate = await x509.X509CertificateGenerator.create(
		{
			// No host in the common name: clients read the alternative names, and some would check both.
			subject: distinguishedName(`${ORGANISATION} LAN`),
			issuer: ca.subjectName,
			notBefore: new Date(from),
			notAfter: new Date(Math.min(from + LEAF_DAYS * DAY_MS, ca.notAfter.getTime())),
			publicKey,
			signingKey,
			signingAlgorithm: SIGNING,
			extensions: [
				new x509.BasicConstraintsExtension(false, undefined, true),
				new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
				new x509.ExtendedKeyUsageExtension([SERVER_AUTH]),
				new x509.SubjectAlternativeNameExtension([
					...request.hostnames.map((value) => ({ type: 'dns' as const, value })),
					...request.addresses.map((value) => ({ type: 'ip' as const, value }))
				]),
				await x509.SubjectKeyIdentifierExtension.create(publicKey, false, crypto),
				await x509.AuthorityKeyIdentifierExtension.create(caPublicKey, false, crypto)
			]
		},
		crypto
	);
	return pem(certificate);
}

const distinguishedName = (commonName: string): Record<string, string[]>[] => [
	{ CN: [commonName] },
	{ O: [ORGANISATION] }
];

type X509 = typeof import('@peculiar/x509');

/** `NameConstraints ::= SEQUENCE { permittedSubtrees [0] … }` (RFC 5280 §4.2.1.10); the library has no class for
 * it. */
function nameConstraints(x509: X509, domains: string[]): Uint8Array<ArrayBuffer> {
	const ranges = PERMITTED_RANGES.map((range) =>
		tlv(0x30, Buffer.from(new x509.GeneralName('ip', range).rawData))
	);
	return Uint8Array.from(tlv(0x30, tlv(0xa0, Buffer.concat([...domains.map(dnsSubtree), ...ranges]))));
}

function tlv(tag: number, content: Buffer): Buffer {
	const { length } = content;
	const size =
		length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
	return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

/**
 * The library's container asks for the old metadata proposal at load, and with it stores nothing we need:
 * no class of it has constructor parameters. Imported only now, since a bundler moves static imports up.
 */
async function loadX509(): Promise<X509> {
	if (!('getMetadata' in Reflect)) {
		const nothing = (): undefined => undefined;
		Object.assign(Reflect, { getMetadata: nothing, getOwnMetadata: nothing, defineMetadata: nothing });
	}
	return import('@peculiar/x509');
}

async function keyPair(privatePem: string) {
	const privateKey = createPrivateKey(privatePem);
	const spki = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
	const pkcs8 = privateKey.export({ type: 'pkcs8', format: 'der' });
	return {
		signingKey: await crypto.subtle.importKey('pkcs8', pkcs8, CURVE, false, ['sign']),
		publicKey: await crypto.subtle.importKey('spki', spki, CURVE, true, ['verify']),
		/** Tells two laptops' authorities apart in a phone's list. */
		id: createHash('sha256').update(spki).digest('hex').slice(0, 6).toUpperCase()
	};
}

/** Certificates know whole seconds. */
const wholeSecond = (ms: number): number => Math.floor(ms / 1000) * 1000;

const pem = (certificate: { toString(format: 'pem'): string }): string =>
	`${certificate.toString('pem').trim()}\n`;
