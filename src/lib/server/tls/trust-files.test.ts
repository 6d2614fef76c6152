import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { issueCa, newKey } from './issue';
import { ANDROID_CRT, androidCrt, mobileconfig, MOBILECONFIG } from './trust-files';

/** Python's own reader, as a second opinion; bytes come back as base64. */
const READ_PLIST = `
import base64, json, plistlib, sys
def plain(o): return {'base64': base64.b64encode(o).decode()}
json.dump(plistlib.loads(sys.stdin.buffer.read()), sys.stdout, default=plain)
`;
const readPlist = (xml: string): unknown =>
	JSON.parse(execFileSync('python3', ['-c', READ_PLIST], { input: xml, encoding: 'utf8' }));

const newAuthority = async (): Promise<Uint8Array> =>
	new X509Certificate(await issueCa({ key: newKey(), machineName: 'pc-1', now: new Date() })).raw;

const UUID = /^[0-9A-F]{8}-[0-9A-F]{4}-8[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}$/;

describe('mobileconfig', () => {
	test('TLS-13: is a property list whose one payload is the authority, byte for byte', async () => {
		const caDer = await newAuthority();
		const profile = readPlist(mobileconfig({ caDer, name: 'Khánh Tiết', organisation: 'UBND xã Bình Yên' }));
		expect(profile).toEqual({
			PayloadContent: [
				{
					PayloadCertificateFileName: 'khanh-tiet.crt',
					PayloadContent: { base64: Buffer.from(caDer).toString('base64') },
					PayloadDisplayName: 'Khánh Tiết',
					PayloadIdentifier: expect.stringMatching(/^vn\.khanhtiet\.ca\.[0-9a-f]{16}\.root$/),
					PayloadType: 'com.apple.security.root',
					PayloadUUID: expect.stringMatching(UUID),
					PayloadVersion: 1
				}
			],
			PayloadDisplayName: 'Khánh Tiết',
			PayloadIdentifier: expect.stringMatching(/^vn\.khanhtiet\.ca\.[0-9a-f]{16}$/),
			PayloadOrganization: 'UBND xã Bình Yên',
			PayloadRemovalDisallowed: false,
			PayloadType: 'Configuration',
			PayloadUUID: expect.stringMatching(UUID),
			PayloadVersion: 1
		});
	});

	test('TLS-13: any text stays text', async () => {
		const caDer = await newAuthority();
		const name = `</string><key>x</key> & "Hội nghị" 'A' 🎉 ]]>`;
		const dirty = `${name}\u0000\u0008\uD800\uFFFF`;
		const profile = readPlist(mobileconfig({ caDer, name: dirty, organisation: dirty }));
		expect(profile).toMatchObject({
			PayloadDisplayName: name,
			PayloadOrganization: name,
			PayloadContent: [{ PayloadDisplayName: name }]
		});
	});

	test('TLS-13: the same authority gives the same identifiers, another gives others', async () => {
		const [one, other] = [await newAuthority(), await newAuthority()];
		const idsOf = (caDer: Uint8Array, name: string): string[] =>
			mobileconfig({ caDer, name, organisation: '' }).match(
				/[0-9A-F]{8}-[0-9A-F-]{27}|vn\.khanhtiet\.ca[.\w]*/g
			) ?? [];
		expect(idsOf(one, 'A')).toEqual(idsOf(one, 'B'));
		expect(new Set([...idsOf(one, 'A'), ...idsOf(other, 'A')]).size).toBe(8);
	});
});

describe('androidCrt', () => {
	test('TLS-14: is the certificate in DER with its name and type', async () => {
		const caDer = await newAuthority();
		const file = androidCrt(caDer);
		expect(new X509Certificate(file.body).ca).toBe(true);
		expect(Buffer.from(file.body).equals(caDer)).toBe(true);
		expect(file).toMatchObject(ANDROID_CRT);
		expect(ANDROID_CRT).toEqual({ fileName: 'khanh-tiet.crt', contentType: 'application/x-x509-ca-cert' });
		expect(MOBILECONFIG.contentType).toBe('application/x-apple-aspen-config');
	});
});
