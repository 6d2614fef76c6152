import { createHash, createPrivateKey, X509Certificate } from 'node:crypto';
import {
	chmodSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ensureTls } from './ensure-tls';
import { DAY_MS } from './issue';
import { canonicalHostname, permittedDomains } from './permitted-names';

const DAY_ONE = new Date('2026-11-21T02:00:00Z');
const later = (days: number): Date => new Date(DAY_ONE.getTime() + days * DAY_MS);

let root: string;
let dir: string;

beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'kt-tls-'));
	dir = join(root, 'tls');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const ensure = (
	given: { addresses?: string[]; hostnames?: string[]; now?: Date; machineName?: string } = {}
) =>
	ensureTls({
		dir,
		hostnames: ['may-chu.local'],
		addresses: ['192.168.1.20'],
		now: DAY_ONE,
		machineName: 'PC-01',
		...given
	});

const file = (name: string): string => readFileSync(join(dir, name), 'utf8');
const mode = (name: string): number => statSync(join(dir, name)).mode & 0o777;
const publicKeyOf = (pem: string): string =>
	new X509Certificate(pem).publicKey.export({ type: 'spki', format: 'pem' }).toString();

describe('the first call', () => {
	test('TLS-1: makes an authority for 3650 days and a server certificate for 397', async () => {
		const tls = await ensure();
		const ca = new X509Certificate(tls.caPem);
		const leaf = new X509Certificate(tls.cert);
		const days = (cert: X509Certificate): number =>
			(Date.parse(cert.validTo) - Date.parse(cert.validFrom)) / DAY_MS;

		expect(tls).toMatchObject({ renewed: true, caRenewed: true, leftOut: [] });
		expect([days(ca), days(leaf)]).toEqual([3650, 397]);
		expect(tls.notAfter).toEqual(new Date(leaf.validTo));
		expect(ca.ca && ca.verify(ca.publicKey)).toBe(true);
		expect(leaf.ca).toBe(false);
		expect(leaf.checkIssued(ca) && leaf.verify(ca.publicKey)).toBe(true);
		expect(leaf.checkPrivateKey(createPrivateKey(tls.key))).toBe(true);
		expect(leaf.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1']);
		expect(ca.publicKey.asymmetricKeyDetails?.namedCurve).toBe('prime256v1');
		expect(leaf.publicKey.asymmetricKeyDetails?.namedCurve).toBe('prime256v1');
		expect(tls.cert).toBe(file('leaf.crt') + file('ca.crt'));
		const hex = createHash('sha256').update(tls.caDer).digest('hex').toUpperCase();
		expect(tls.fingerprint).toBe(hex.match(/../g)?.join(':'));
	});

	test('TLS-1: names this machine and what was asked for', async () => {
		const tls = await ensure({ addresses: ['192.168.1.20', 'FD00:0::7', '::ffff:10.1.2.3', '192.168.1.20'] });
		expect(tls.hostnames).toEqual(['localhost', 'may-chu.local']);
		expect(tls.addresses).toEqual(['127.0.0.1', '::1', '192.168.1.20', 'fd00::7', '10.1.2.3']);
		const leaf = new X509Certificate(tls.cert);
		for (const address of tls.addresses) expect(leaf.checkIP(address)).toBeDefined();
		for (const name of tls.hostnames) expect(leaf.checkHost(name)).toBe(name);
	});

	test('TLS-2: keys are for their owner alone, also when a copy came back open to all', async () => {
		await ensure();
		expect(mode('ca.key')).toBe(0o600);
		expect(mode('leaf.key')).toBe(0o600);
		expect(statSync(dir).mode & 0o777).toBe(0o700);
		chmodSync(join(dir, 'ca.key'), 0o644);
		const { renewed } = await ensure();
		expect(renewed).toBe(false);
		expect(mode('ca.key')).toBe(0o600);
	});

	test('TLS-2: leaves the four files and nothing else, over what a killed process left behind', async () => {
		mkdirSync(dir);
		writeFileSync(join(dir, 'ca.key.tmp'), 'half', { mode: 0o666 });
		await ensure();
		expect(readdirSync(dir).sort()).toEqual(['ca.crt', 'ca.key', 'leaf.crt', 'leaf.key']);
		expect(mode('ca.key')).toBe(0o600);
	});
});

describe('a later call', () => {
	test('TLS-3: with everything as it was makes nothing', async () => {
		const first = await ensure();
		const again = await ensure({ now: later(300) });
		expect(again).toEqual({ ...first, renewed: false, caRenewed: false });
	});

	test('TLS-3: addresses in another order or spelling are the same addresses', async () => {
		await ensure({ addresses: ['192.168.1.20', 'fd00::7'] });
		const again = await ensure({ addresses: ['FD00:0:0::7%eth0', '192.168.1.20'] });
		expect(again.renewed).toBe(false);
	});

	test.each([
		['another address', { addresses: ['192.168.43.7'] }],
		['one more address', { addresses: ['192.168.1.20', '10.42.0.1'] }],
		['one address less', { addresses: [] }],
		['another name', { hostnames: ['hoi-truong.local'] }]
	])('TLS-4: %s renews the server certificate and keeps the authority', async (_, change) => {
		const first = await ensure();
		const next = await ensure(change);
		expect(next).toMatchObject({
			renewed: true,
			caRenewed: false,
			caPem: first.caPem,
			fingerprint: first.fingerprint
		});
		expect(next.key).not.toBe(first.key);
		const leaf = new X509Certificate(next.cert);
		expect(leaf.verify(new X509Certificate(first.caPem).publicKey)).toBe(true);
		expect((await ensure(change)).renewed).toBe(false);
	});

	test('TLS-5: renews the server certificate when fewer than 30 days are left', async () => {
		const first = await ensure();
		// One day of the 397 lies before the first call.
		expect((await ensure({ now: later(366) })).renewed).toBe(false);
		const next = await ensure({ now: later(366.01) });
		expect(next).toMatchObject({ renewed: true, caRenewed: false, caPem: first.caPem });
		expect(next.notAfter.getTime() - first.notAfter.getTime()).toBeGreaterThan(300 * DAY_MS);
	});

	test('TLS-5: the server certificate never outlives the authority; near its end both are made anew', async () => {
		const first = await ensure();
		const last = await ensure({ now: later(3600) });
		expect(last).toMatchObject({ renewed: true, caRenewed: false });
		expect(last.notAfter).toEqual(new Date(new X509Certificate(first.caPem).validTo));
		const next = await ensure({ now: later(3619.01) });
		expect(next).toMatchObject({ renewed: true, caRenewed: true });
		expect(publicKeyOf(next.caPem)).not.toBe(publicKeyOf(first.caPem));
		expect(new X509Certificate(next.cert).verify(new X509Certificate(next.caPem).publicKey)).toBe(true);
	});

	test('TLS-5: a clock far in the past makes no new authority, and no certificate that has ended today', async () => {
		const first = await ensure();
		const autumn = await ensure({ now: later(380) });
		const flat = await ensure({ now: new Date('2015-01-01T00:00:00Z') });
		expect(flat).toEqual({ ...autumn, renewed: false });
		const moved = await ensure({ now: new Date('2015-01-01T00:00:00Z'), addresses: ['10.0.0.9'] });
		expect(moved).toMatchObject({ renewed: true, caRenewed: false, caPem: first.caPem });
		expect(moved.notAfter.getTime()).toBeGreaterThan(later(700).getTime());
	});

	test('TLS-5: a certificate made while the clock was ahead is made again', async () => {
		await ensure();
		await ensure({ now: later(900), addresses: ['10.0.0.9'] });
		const corrected = await ensure({ now: later(1), addresses: ['10.0.0.9'] });
		expect(corrected).toMatchObject({ renewed: true, caRenewed: false });
		expect(Date.parse(new X509Certificate(corrected.cert).validFrom)).toBeLessThanOrEqual(later(1).getTime());
	});
});

describe('broken files', () => {
	const truncate = (name: string): void => writeFileSync(join(dir, name), file(name).slice(0, 90));

	test.each(['leaf.key', 'leaf.crt'])(
		'TLS-6: a broken or missing %s is made again under the same authority',
		async (name) => {
			const first = await ensure();
			truncate(name);
			const mended = await ensure();
			expect(mended).toMatchObject({ renewed: true, caRenewed: false, caPem: first.caPem });
			rmSync(join(dir, name));
			expect(await ensure()).toMatchObject({ renewed: true, caRenewed: false, caPem: first.caPem });
			expect((await ensure()).renewed).toBe(false);
		}
	);

	test('TLS-6: pairs that do not belong together are made again', async () => {
		const first = await ensure();
		const oldKey = file('leaf.key');
		await ensure({ addresses: ['10.0.0.1'] });
		writeFileSync(join(dir, 'leaf.key'), oldKey);
		const mended = await ensure({ addresses: ['10.0.0.1'] });
		expect(mended).toMatchObject({ renewed: true, caPem: first.caPem });
		expect(new X509Certificate(mended.cert).checkPrivateKey(createPrivateKey(mended.key))).toBe(true);
	});

	test('TLS-6: a broken ca.crt is made again for the same key, so what phones trust still signs for us', async () => {
		const first = await ensure();
		truncate('ca.crt');
		const mended = await ensure();
		expect(mended).toMatchObject({ renewed: true, caRenewed: true, key: first.key });
		expect(publicKeyOf(mended.caPem)).toBe(publicKeyOf(first.caPem));
		expect(new X509Certificate(mended.caPem).subject).toBe(new X509Certificate(first.caPem).subject);
		expect(new X509Certificate(mended.cert).checkIssued(new X509Certificate(first.caPem))).toBe(true);
	});

	test("TLS-6: without the authority's key its certificates serve on; only a change needs a new authority", async () => {
		const first = await ensure();
		truncate('ca.key');
		expect(await ensure({ now: later(100) })).toEqual({ ...first, renewed: false, caRenewed: false });
		const moved = await ensure({ addresses: ['10.0.0.9'] });
		expect(moved).toMatchObject({
			renewed: true,
			caRenewed: true,
			addresses: ['127.0.0.1', '::1', '10.0.0.9']
		});
		expect(new X509Certificate(moved.cert).verify(new X509Certificate(moved.caPem).publicKey)).toBe(true);
		expect((await ensure({ addresses: ['10.0.0.9'] })).renewed).toBe(false);
	});

	test('TLS-6: a server certificate of another authority is not used', async () => {
		await ensure();
		const foreign = { crt: file('leaf.crt'), key: file('leaf.key') };
		rmSync(dir, { recursive: true });
		const own = await ensure();
		writeFileSync(join(dir, 'leaf.crt'), foreign.crt);
		writeFileSync(join(dir, 'leaf.key'), foreign.key);
		expect(await ensure()).toMatchObject({ renewed: true, caRenewed: false, caPem: own.caPem });
	});

	test('TLS-6: a server certificate with a spoilt signature is not used', async () => {
		const first = await ensure();
		const der = Buffer.from(new X509Certificate(first.cert).raw);
		der.writeUInt8(der.readUInt8(der.length - 1) ^ 1, der.length - 1);
		const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
		const spoilt = ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
		writeFileSync(join(dir, 'leaf.crt'), spoilt);
		const mended = await ensure();
		expect(mended).toMatchObject({ renewed: true, caRenewed: false, caPem: first.caPem });
	});

	test('TLS-6: a file that cannot be opened is an error, never a reason for a new authority', async () => {
		await ensure();
		const cert = file('ca.crt');
		rmSync(join(dir, 'ca.key'));
		mkdirSync(join(dir, 'ca.key'));
		await expect(ensure()).rejects.toThrow('EISDIR');
		expect(file('ca.crt')).toBe(cert);
	});
});

describe('what the authority may vouch for', () => {
	test('TLS-7: public addresses, foreign and impossible names stay out and are told', async () => {
		const outside = [
			'8.8.8.8',
			'2001:db8::1',
			'100.64.0.1',
			'172.32.0.1',
			'example.com',
			'*.local',
			'a b',
			'local.example.com',
			''
		];
		const tls = await ensure({
			hostnames: ['PC-01', 'PC-01.local', ...outside],
			addresses: ['172.31.255.254']
		});
		expect(tls.leftOut).toEqual(outside);
		expect(tls.hostnames).toEqual(['localhost', 'pc-01', 'pc-01.local']);
		expect(tls.addresses).toEqual(['127.0.0.1', '::1', '172.31.255.254']);
	});

	test('TLS-7: a renamed machine keeps its authority and is reached as .local', async () => {
		const first = await ensure({ hostnames: ['pc-01'] });
		const renamed = await ensure({ machineName: 'PC-02', hostnames: ['pc-02', 'pc-02.local'] });
		expect(renamed).toMatchObject({ caRenewed: false, caPem: first.caPem, leftOut: ['pc-02'] });
		expect(renamed.hostnames).toEqual(['localhost', 'pc-02.local']);
	});

	test('TLS-7: a machine name that could be a top-level domain opens nothing', () => {
		const fixed = ['localhost', 'local'];
		for (const name of ['dev', 'VN', 'photography', 'xn--fiqs8s', '10.0.0.1', '', 'a b', '..']) {
			expect(permittedDomains(name)).toEqual(fixed);
		}
		expect(permittedDomains('LAPTOP-7Q')).toEqual([...fixed, 'laptop-7q']);
		expect(permittedDomains('pc1.ubnd.example.vn.')).toEqual([...fixed, 'pc1.ubnd.example.vn']);
	});

	test('TLS-7: a Vietnamese machine name is written as browsers ask for it', async () => {
		const ascii = canonicalHostname('Máy-Chủ.local') ?? '';
		expect(ascii).toMatch(/^xn--[a-z0-9-]+\.local$/);
		expect((await ensure({ hostnames: ['Máy-Chủ.local'] })).hostnames).toEqual(['localhost', ascii]);
	});
});
