/** Owns: the files by which a phone learns to trust this machine's authority: Android's .crt, Apple's profile. */
import { createHash } from 'node:crypto';

export const ANDROID_CRT = { fileName: 'khanh-tiet.crt', contentType: 'application/x-x509-ca-cert' } as const;
export const MOBILECONFIG = {
	fileName: 'khanh-tiet.mobileconfig',
	contentType: 'application/x-apple-aspen-config'
} as const;

/** @param caDer the authority's certificate @returns what to serve for Android: DER, with its name and type */
export const androidCrt = (caDer: Uint8Array) => ({ ...ANDROID_CRT, body: new Uint8Array(caDer) });

/**
 * An Apple configuration profile that brings the authority. Its identifiers derive from the certificate, so a
 * second download replaces the first on the phone, and another authority stands beside it.
 * @param profile `name` and `organisation` are shown on the phone; any text, any of it is escaped
 * @returns XML property list, UTF-8
 */
export function mobileconfig(profile: { caDer: Uint8Array; name: string; organisation: string }): string {
	const fingerprint = createHash('sha256').update(profile.caDer).digest('hex');
	const identifier = `vn.khanhtiet.ca.${fingerprint.slice(0, 16)}`;
	const name = escapeXml(profile.name);
	const data = Buffer.from(profile.caDer).toString('base64');
	return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
	<key>PayloadContent</key>
	<array>
		<dict>
			<key>PayloadCertificateFileName</key>
			<string>${ANDROID_CRT.fileName}</string>
			<key>PayloadContent</key>
			<data>${data}</data>
			<key>PayloadDisplayName</key>
			<string>${name}</string>
			<key>PayloadIdentifier</key>
			<string>${identifier}.root</string>
			<key>PayloadType</key>
			<string>com.apple.security.root</string>
			<key>PayloadUUID</key>
			<string>${uuidFrom(`${fingerprint}/root`)}</string>
			<key>PayloadVersion</key>
			<integer>1</integer>
		</dict>
	</array>
	<key>PayloadDisplayName</key>
	<string>${name}</string>
	<key>PayloadIdentifier</key>
	<string>${identifier}</string>
	<key>PayloadOrganization</key>
	<string>${escapeXml(profile.organisation)}</string>
	<key>PayloadRemovalDisallowed</key>
	<false/>
	<key>PayloadType</key>
	<string>Configuration</string>
	<key>PayloadUUID</key>
	<string>${uuidFrom(`${fingerprint}/profile`)}</string>
	<key>PayloadVersion</key>
	<integer>1</integer>
</dict>
</plist>
`;
}

/** A UUID of version 8 (RFC 9562: made by one's own rule) from the hash of a text. */
function uuidFrom(text: string): string {
	const bytes = createHash('sha256').update(text).digest().subarray(0, 16);
	bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
	bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
	return bytes
		.toString('hex')
		.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
		.toUpperCase();
}

const XML_NAMES: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&apos;'
};

/** XML has no spelling at all for control characters and half surrogates: they are dropped. */
const escapeXml = (text: string): string =>
	text
		.replace(/[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
		.replace(/[&<>"']/g, (character) => XML_NAMES[character] ?? '');
