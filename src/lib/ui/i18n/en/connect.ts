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
	'connect.screenTimeout': 'Set the longest screen time-out and bring a power bank.',

	'connect.lead': 'Three steps that bring a phone into the hall’s system, with or without Internet.',
	'connect.secure': 'Secure connection:',
	'connect.latency': '{ms} ms',
	'connect.testAgain': 'Test again',
	'connect.step1': '1. Join the server’s Wi-Fi',
	'connect.sameWifi': 'Join the hall’s Wi-Fi, the one the server’s computer is on.',
	'connect.step2': '2. Open the server’s address',
	'connect.step3': '3. Trust the server’s certificate',
	'connect.plainAddress': 'Plain address',
	'connect.plainHint': 'Opens at once; codes are photographed.',
	'connect.safeAddress': 'Secure address',
	'connect.safeHint': 'Live camera and installation. Trust the certificate first (step 3).',
	'connect.noAddress':
		'The server knows no address that a phone can open. Join a Wi-Fi or start a hotspot, then reload.',
	'connect.noTls':
		'This server has no secure connection on the LAN. Work goes on: photograph codes, use a scanner or search.',
	'connect.trustHint':
		'Once a phone, for the live camera. The certificate is valid for this server on the LAN only.',
	'connect.phoneKind': 'Kind of phone',
	'connect.android1': 'Download the certificate.',
	'connect.androidGet': 'Download (.crt)',
	'connect.android2':
		'Settings → Security → Encryption and credentials → Install a certificate → CA certificate. Or search Settings for “CA certificate”.',
	'connect.android3': 'Choose “Install anyway”, enter the screen lock, pick khanh-tiet.crt.',
	'connect.android4': 'Compare the digits below with the server’s screen, then open the secure address.',
	'connect.ios1': 'Download the profile and press “Allow”.',
	'connect.iosGet': 'Download the profile',
	'connect.ios2': 'Settings → Profile Downloaded → Install, enter the passcode.',
	'connect.ios3': 'Settings → General → About → Certificate Trust Settings, switch “Khánh Tiết” on.',
	'connect.ios4':
		'Compare the digits below with the server’s screen, then open the secure address in Safari.',
	'connect.fingerprintTitle': 'Fingerprint of the certificate',
	'connect.fingerprintHint':
		'On the phone it must equal the one on the server’s screen. If one character differs, stop and do not install.',
	'connect.openSafe': 'Open the secure address',
	'connect.otherTitle': 'If it does not work',
	'connect.other1':
		'The phone leaves a Wi-Fi without Internet: switch mobile data off and keep the connection.',
	'connect.other2':
		'The page does not open: both must be on one Wi-Fi; switch client isolation off and allow the app through the Windows firewall.',
	'connect.other3':
		'No certificate possible: use the plain address with photos, a USB scanner on the laptop, or search by name.',
	'connect.other4':
		'With a real name and certificate: open and install it the day before, then use it on the LAN.',
	'update.here': 'A new version is here. The one in use goes on as it is; what waits to be sent is kept.',
	'update.apply': 'Update now',
	'connect.copyByHand': 'This device forbids copying. Select the text and copy it by hand.',
	'front.lead':
		'Reception, programme, the MC’s words and the projector – a device each, all in step. It runs on your own computer, with or without Internet.',
	'front.noAdminTitle': 'No administrator yet',
	'front.noAdmin':
		'Open the one-time setup link in the server’s terminal window and set a name and a password.',
	'front.organisers': 'Organisers',
	'front.organisersHint': 'Prepare the conference and give each device its task.',
	'front.signedInAs': 'Signed in: {name}',
	'front.toAdmin': 'Open the organisers’ pages',
	'front.helpers': 'Helpers',
	'front.helpersHint': 'Scan the organisers’ QR code, or enter the six digits.',
	'front.haveCode': 'I have a device code',
	'front.mine': 'Screens of this device',
	'front.enterScreen': 'Open the screen: {role}',
	'front.try': 'Try it',
	'front.tryHint':
		'A sample conference with 150 invented delegates, open and ready. Nothing else is touched.',
	'front.tryButton': 'Try the sample conference',
	'front.tryAgain': 'Make a new sample',
	'front.demoLinks':
		'Each link gives one device its task and works once. Open it here, or use the QR code for a phone.',
	'front.openRole': 'Open the screen: {role}',
	'front.opened': 'Opened',
	'front.qrOf': 'QR code for: {role}',
	'front.qrHint': 'Scan it with a phone on the same Wi-Fi.',
	'setup.title': 'The first administrator',
	'setup.lead': 'This link works once. Remember name and password: this account prepares all conferences.',
	'setup.name': 'User name',
	'setup.nameHint': 'E.g. the office’s name',
	'setup.nameMissing': 'A user name is needed.',
	'setup.short': 'At least {count} characters.',
	'setup.again': 'Password again',
	'setup.different': 'The two passwords differ.',
	'setup.submit': 'Create and enter',
	'setup.noSecretTitle': 'The link is incomplete',
	'setup.noSecret': 'Copy the whole link from the server’s terminal, with what stands behind the #.',
	'login.lead': 'For the organisers. Helpers use a QR code and need no account.',
	'login.missing': 'Enter both user name and password.'
} satisfies Record<keyof typeof vi, string>;
