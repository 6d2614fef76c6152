/** Owns: HTTPS on the LAN as part of the server: material for the host, addresses and certificate for phones. */
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { TlsInfo } from '../api/tls-routes';
import { ensureTls, type TlsMaterial } from './ensure-tls';
import { lanAddresses, watchAddresses } from './lan-addresses';
import { mobileconfig } from './trust-files';

export type TlsService = { info: () => TlsInfo; stop: () => void };
/** What the host lends and takes; see the host's slot. */
type Host = {
	config: { dataDir: string; port: number; httpsPort: number };
	tls?: { key: string; cert: string } | null;
	onTlsChange?: (listener: (tls: { key: string; cert: string }) => void) => void;
};

const WATCH_MS = 15_000;
const NAME = 'Khánh Tiết';

/** Makes or renews the certificate and keeps it right while the machine's addresses change. Never stops a start. */
export async function startTls(host: Host): Promise<TlsService> {
	const { dataDir, port, httpsPort } = host.config;
	const listeners = new Set<(tls: { key: string; cert: string }) => void>();
	const make = (addresses: string[]) =>
		ensureTls({ dir: join(dataDir, 'tls'), hostnames: ownNames(), addresses, now: new Date() });

	let material: TlsMaterial | null = null;
	try {
		material = await make(lanAddresses());
	} catch (error) {
		// Without HTTPS everything but the live camera and installation still works.
		console.error('[tls]', error instanceof Error ? error.message : error);
	}
	host.tls = material && { key: material.key, cert: material.cert };
	host.onTlsChange = (listener) => void listeners.add(listener);

	const watch = watchAddresses({
		list: lanAddresses,
		every: WATCH_MS,
		onChange: async (addresses) => {
			material = await make(addresses);
			for (const listener of listeners) listener({ key: material.key, cert: material.cert });
		}
	});

	const info = (): TlsInfo => {
		if (!material) return null;
		const addresses = lanAddresses();
		const url = (scheme: string, at: number) => (address: string) =>
			`${scheme}://${address.includes(':') ? `[${address}]` : address}:${at}`;
		return {
			fingerprint: material.fingerprint,
			caDer: material.caDer,
			mobileconfig: mobileconfig({ caDer: material.caDer, name: NAME, organisation: NAME }),
			httpUrls: addresses.map(url('http', port)),
			httpsUrls: httpsPort ? addresses.map(url('https', httpsPort)) : []
		};
	};
	return { info, stop: () => watch.stop() };
}

function ownNames(): string[] {
	const name = hostname().toLowerCase();
	return ['localhost', name, `${name.split('.')[0]}.local`];
}
