/** Owns: English for `vi/connect.ts`. */
import type { connect as vi } from '../vi/connect';

export const connect = {
	'connect.title': 'Connect a device',
	'connect.wifi': 'Join the Wi-Fi “{network}”',
	'connect.mobileDataOff':
		'Switch mobile data off; keep the connection when the phone says there is no Internet.',
	'connect.scan': 'Open the camera and scan this QR code',
	'connect.openAddress': 'Or open {address}',
	'connect.trust': 'Trust the server’s certificate',
	'connect.fingerprint': 'Compare these digits with the server’s screen: {fingerprint}',
	'connect.test': 'Test the connection',
	'connect.testOk': 'The connection is good. You can start.',
	'connect.testBad': 'The server cannot be reached. Check the Wi-Fi, switch mobile data off and try again.',
	'connect.inZalo': 'This link is open inside Zalo',
	'connect.openInBrowser': 'Open in Chrome / Safari',
	'connect.install': 'Add to the home screen',
	'connect.cameraNeedsHttps':
		'The live camera needs a secure connection. You can still photograph the code, use a scanner or search by name.',
	'connect.screenTimeout': 'Set the longest screen time-out and bring a power bank.'
} satisfies Record<keyof typeof vi, string>;
