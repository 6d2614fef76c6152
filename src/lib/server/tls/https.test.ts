/** The certificates in the hands of others: Node's TLS, OpenSSL and a real Chromium. */
import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, get, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { ensureTls, type TlsMaterial } from './ensure-tls';
import { issueLeaf, newKey } from './issue';
import { TLS_FILES } from './tls-files';

const run = promisify(execFile);
const CHROMIUM = '/usr/bin/chromium';
/** Imports a DER root as trusted for servers into an NSS database: what `certutil -A -t C,,` does. */
const NSS_IMPORT = `
import ctypes, sys
class Item(ctypes.Structure):
    _fields_ = [('type', ctypes.c_uint), ('data', ctypes.c_char_p), ('length', ctypes.c_uint)]
nss, p = ctypes.CDLL('libnss3.so'), ctypes.c_void_p
for name in ('PK11_GetInternalKeySlot', 'CERT_NewTempCertificate', 'CERT_GetDefaultCertDB'):
    getattr(nss, name).restype = p
der = open(sys.argv[2], 'rb').read()
assert nss.NSS_InitReadWrite(b'sql:' + sys.argv[1].encode()) == 0
slot, db = p(nss.PK11_GetInternalKeySlot()), p(nss.CERT_GetDefaultCertDB())
assert nss.PK11_InitPin(slot, None, b'') == 0
cert = p(nss.CERT_NewTempCertificate(db, ctypes.byref(Item(0, der, len(der))), None, 0, 1))
assert cert and nss.PK11_ImportCert(slot, cert, ctypes.c_ulong(0), b'kt', 0) == 0
trust = (ctypes.c_uint * 3)()
assert nss.CERT_DecodeTrustString(trust, b'C,,') == 0
assert nss.CERT_ChangeCertTrust(db, cert, trust) == 0
`;
const lacksNss = spawnSync('python3', ['-c', "import ctypes; ctypes.CDLL('libnss3.so')"]).status !== 0;
const noBrowser = !existsSync(CHROMIUM)
	? 'no chromium here'
	: lacksNss
		? 'no python3 with libnss3 here'
		: null;

let root: string;
let tls: TlsMaterial;

beforeAll(async () => {
	root = mkdtempSync(join(tmpdir(), 'kt-https-'));
	tls = await ensureTls({
		dir: root,
		hostnames: ['may-1.local', 'may-1'],
		addresses: ['192.168.1.20', 'fd00::7'],
		now: new Date(),
		machineName: 'may-1'
	});
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** What somebody with the authority's key could sign. */
async function forged(names: { hostnames?: string[]; addresses?: string[] }) {
	const key = newKey();
	const ca = { key: readFileSync(join(root, TLS_FILES.caKey), 'utf8'), cert: tls.caPem };
	const cert = await issueLeaf({ key, ca, hostnames: [], addresses: [], ...names, from: new Date() });
	return { key, cert };
}

async function serve(pair: { key: string; cert: string }): Promise<number> {
	const server: Server = createServer({ key: pair.key, cert: pair.cert }, (_, res) => {
		res.setHeader('content-type', 'text/html; charset=utf-8').end('<title>xin chào</title>');
	});
	await new Promise<void>((resolve) => server.listen(0, resolve));
	onTestFinished(() => {
		server.closeAllConnections();
		server.close();
	});
	return (server.address() as AddressInfo).port;
}

/** @returns the status, or the code of the error (its message where Node has no code for it) */
function fetchStatus(
	host: string,
	port: number,
	more: { ca?: string; servername?: string } = { ca: tls.caPem }
) {
	return new Promise<number | string | undefined>((resolve) => {
		get({ host, port, agent: false, ...more }, (res) => {
			res.resume();
			resolve(res.statusCode);
		}).on('error', (error: NodeJS.ErrnoException) =>
			resolve(error.code === 'UNSPECIFIED' ? error.message : error.code)
		);
	});
}

describe('Node', () => {
	test.each(['127.0.0.1', 'localhost', '::1'])(
		'TLS-8: a client that trusts the authority connects to %s',
		async (host) => {
			expect(await fetchStatus(host, await serve(tls))).toBe(200);
		}
	);

	test('TLS-8: one that does not trust it, or asks for another name, gives up', async () => {
		const port = await serve(tls);
		expect(await fetchStatus('127.0.0.1', port, {})).toBe('SELF_SIGNED_CERT_IN_CHAIN');
		const other = { ca: tls.caPem, servername: 'example.com' };
		expect(await fetchStatus('127.0.0.1', port, other)).toBe('ERR_TLS_CERT_ALTNAME_INVALID');
		expect(await fetchStatus('127.0.0.2', port)).toBe('ERR_TLS_CERT_ALTNAME_INVALID');
	});

	test("TLS-9: a name or address beyond the limits is refused even with the authority's signature", async () => {
		const name = await serve(await forged({ hostnames: ['example.com'] }));
		const asExample = { ca: tls.caPem, servername: 'example.com' };
		expect(await fetchStatus('127.0.0.1', name, asExample)).toBe('permitted subtree violation');
		const mixed = await serve(
			await forged({ hostnames: ['localhost'], addresses: ['127.0.0.1', '8.8.8.8'] })
		);
		expect(await fetchStatus('127.0.0.1', mixed)).toBe('permitted subtree violation');
	});
});

describe('OpenSSL', () => {
	/** @returns what `openssl verify` says, strictly, with the purpose of a TLS server */
	function verify(leaf: string, ...more: string[]): string {
		writeFileSync(join(root, 'given.pem'), leaf);
		const args = [
			'verify',
			'-x509_strict',
			'-purpose',
			'sslserver',
			'-CAfile',
			join(root, 'ca.crt'),
			...more
		];
		const { stdout, stderr } = spawnSync('openssl', [...args, join(root, 'given.pem')], { encoding: 'utf8' });
		return stdout + stderr;
	}

	test('TLS-8: accepts the server certificate for each of its names and addresses', () => {
		for (const name of tls.hostnames) expect(verify(tls.cert, '-verify_hostname', name)).toMatch(/: OK\n$/);
		for (const ip of tls.addresses) expect(verify(tls.cert, '-verify_ip', ip)).toMatch(/: OK\n$/);
		expect(verify(tls.cert, '-verify_hostname', 'other.local')).toContain('hostname mismatch');
	});

	test.each([
		['10.255.0.1', true],
		['11.0.0.1', false],
		['172.15.255.255', false],
		['172.16.0.1', true],
		['172.32.0.1', false],
		['192.168.255.1', true],
		['192.169.0.1', false],
		['169.254.1.1', true],
		['127.9.9.9', true],
		['::1', true],
		['::2', false],
		['fdff::1', true],
		['fe00::1', false],
		['febf::1', true],
		['fec0::1', false]
	])('TLS-9: address %s permitted: %s', async (address, permitted) => {
		const said = verify((await forged({ addresses: [address] })).cert);
		expect(said).toContain(permitted ? ': OK' : 'permitted subtree violation');
	});

	test.each([
		['localhost', true],
		['bat-ky.local', true],
		['may-1', true],
		['www.may-1', true],
		['may-2', false],
		['example.com', false],
		['local.example.com', false],
		['notlocal', false]
	])('TLS-9: name %s permitted: %s', async (hostname, permitted) => {
		const said = verify((await forged({ hostnames: [hostname] })).cert);
		expect(said).toContain(permitted ? ': OK' : 'permitted subtree violation');
	});

	test('TLS-9: the limits are critical and the authority may make no other', () => {
		const text = execFileSync('openssl', ['x509', '-in', join(root, 'ca.crt'), '-noout', '-text'], {
			encoding: 'utf8'
		});
		expect(text).toMatch(/Name Constraints: critical\s+Permitted:/);
		expect(text).toMatch(/Basic Constraints: critical\s+CA:TRUE, pathlen:0/);
		expect(text).toMatch(/Key Usage: critical\s+Certificate Sign, CRL Sign/);
	});
});

describe('Chromium', () => {
	async function browse(home: string): Promise<Browser> {
		const browser = await chromium.launch({
			executablePath: CHROMIUM,
			env: { ...process.env, HOME: home },
			args: [
				...['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking'],
				...['--disable-component-update', '--disable-sync', '--host-resolver-rules=MAP example.com 127.0.0.1']
			]
		});
		onTestFinished(() => browser.close());
		return browser;
	}

	async function visit(browser: Browser, url: string): Promise<string> {
		const page = await browser.newPage();
		const failed = await page.goto(url).then(
			() => null,
			(error: unknown) => /ERR_\w+/.exec(String(error))?.[0] ?? String(error)
		);
		if (failed !== null) return failed;
		return (await page.evaluate(() => window.isSecureContext)) ? page.title() : 'not a secure context';
	}

	test.skipIf(noBrowser !== null)(
		`TLS-10: a browser taught to trust the authority opens a secure page, but no foreign name${noBrowser ? ` (${noBrowser})` : ''}`,
		async () => {
			const home = join(root, 'home');
			const db = join(home, '.pki', 'nssdb');
			mkdirSync(db, { recursive: true });
			writeFileSync(join(root, 'ca.der'), tls.caDer);
			await run('python3', ['-c', NSS_IMPORT, db, join(root, 'ca.der')]);

			const port = await serve(tls);
			const trusting = await browse(home);
			expect(await visit(trusting, `https://127.0.0.1:${port}/`)).toBe('xin chào');
			expect(await visit(trusting, `https://localhost:${port}/`)).toBe('xin chào');
			const foreign = await serve(await forged({ hostnames: ['example.com'] }));
			expect(await visit(trusting, `https://example.com:${foreign}/`)).toBe('ERR_CERT_INVALID');

			const untaught = await browse(join(root, 'other-home'));
			expect(await visit(untaught, `https://127.0.0.1:${port}/`)).toBe('ERR_CERT_AUTHORITY_INVALID');
		}
	);
});
