/** Owns: HTTPS on the LAN as part of the server: material for the host, addresses and certificate for phones. */
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { TlsInfo } from '../api/tls-routes';
import { ensureTls, type TlsMaterial } from './ensure-tls';
import { watchAddresses } from './watch-addresses';
import { mobileconfig } from './trust-files';

export type TlsService = { info: () => TlsInfo; stop: () => void };
/** What the host lends and takes; see the host's slot. */
type Host = {
	config: { dataDir: string; port: number; httpsPort: number; readonly lanAddresses: string[] };
	tls?: HostTls | null;
	onTlsChange?: (listener: (tls: HostTls) => void) => void;
};
type HostTls = { key: string; cert: string; addresses: string[] };

const WATCH_MS = 15_000;
const DAY_MS = 24 * 3600_000;
const NAME = 'Khánh Tiết';

/** Makes or renews the certificate and keeps it right while the machine's addresses change. Never stops a start. */
export async function startTls(host: Host): Promise<TlsService> {
	const { dataDir, port, httpsPort } = host.config;
	const listeners = new Set<(tls: HostTls) => void>();
	const forHost = ({ key, cert, addresses }: TlsMaterial): HostTls => ({ key, cert, addresses });
	const make = (addresses: string[]) =>
		ensureTls({ dir: join(dataDir, 'tls'), hostnames: ownNames(), addresses, now: new Date() });

	const first = host.config.lanAddresses;
	let reading: string[] | null = first;
	let material: TlsMaterial | null = null;
	try {
		// Made for the addresses the watch begins with, so that no change falls between the two.
		material = await make(first);
	} catch (error) {
		// Without HTTPS everything but the live camera and installation still works.
		console.error('[tls]', error instanceof Error ? error.message : error);
	}
	host.tls = material && forHost(material);
	host.onTlsChange = (listener) => void listeners.add(listener);

	async function renew(addresses: string[]): Promise<void> {
		material = await make(addresses);
		host.tls = forHost(material);
		for (const listener of listeners) listener(host.tls);
	}
	const watch = watchAddresses({
		list: () => {
			const now = reading ?? host.config.lanAddresses;
			reading = null;
			return now;
		},
		every: WATCH_MS,
		onChange: renew,
		onError: (error) => console.error('[tls]', error instanceof Error ? error.message : error)
	});
	// A server that runs for months must notice that its certificate comes to an end.
	const daily = setInterval(() => void renew(host.config.lanAddresses).catch(() => undefined), DAY_MS);

	const info = (): TlsInfo => {
		if (!material) return null;
		const addresses = host.config.lanAddresses;
		const secured = addresses.filter((address) => material?.addresses.includes(address));
		const url = (scheme: string, at: number) => (address: string) =>
			`${scheme}://${address.includes(':') ? `[${address}]` : address}:${at}`;
		return {
			fingerprint: material.fingerprint,
			caDer: material.caDer,
			mobileconfig: mobileconfig({ caDer: material.caDer, name: NAME, organisation: NAME }),
			httpUrls: addresses.map(url('http', port)),
			httpsUrls: httpsPort ? secured.map(url('https', httpsPort)) : []
		};
	};
	return {
		info,
		stop() {
			watch.stop();
			clearInterval(daily);
		}
	};
}

function ownNames(): string[] {
	const name = hostname().toLowerCase();
	return ['localhost', name, `${name.split('.')[0]}.local`];
}
