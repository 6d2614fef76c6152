/** What the terminal shows once the application answers. */
import QRCode from 'qrcode';
import { lines } from './messages.js';
import { addressUrl } from './network.js';

/**
 * @param {import('./slot.js').HostSlot} slot
 * @param {(line: string) => void} say
 */
export async function printReady(slot, say) {
	const { port, httpsPort, origin, demo, version } = slot.config;
	const everywhere = slot.config.host === '0.0.0.0' || slot.config.host === '::';
	const local = addressUrl('http', everywhere ? 'localhost' : slot.config.host, port);
	const lan = slot.config.lanAddresses;
	say('');
	say(`${lines.ready} (${version})`);
	if (demo) say(lines.demo);
	say(`  ${lines.thisMachine}: ${local}`);
	for (const address of lan) {
		say(`  ${lines.onNetwork}: ${addressUrl('http', address, port)}`);
		if (httpsPort && slot.tls?.addresses.includes(address))
			say(`  ${lines.onNetwork}: ${addressUrl('https', address, httpsPort)} (${lines.secure})`);
	}
	if (origin) say(`  ${origin}`);
	for (const { label, url } of slot.announce) {
		say(`  ${label}: ${url.startsWith('/') ? `${origin ?? local}${url}` : url}`);
	}
	const forPhones = origin ?? (lan[0] ? addressUrl('http', lan[0], port) : null);
	if (forPhones && process.stdout.isTTY) {
		say(`\n${lines.phonesScan} ${forPhones}`);
		say(await QRCode.toString(forPhones, { type: 'terminal', small: true }));
	}
	say(lines.stopHint);
	if (process.env.KT_READY_JSON) {
		say(
			`khanh-tiet ready ${JSON.stringify({ http: port, https: httpsPort, pid: process.pid, links: slot.announce })}`
		);
	}
}
