/**
 * The one meeting place of the host and the SvelteKit server bundle. The host fills it before the bundle is
 * imported; `init` in hooks.server.ts binds its handlers to `io` (after clearing old ones) and may set
 * `tls`, `onTlsChange`, push to `drain` and `announce`.
 */
import type { Server } from 'socket.io';

export interface HostConfig {
	/** Real ports, already open when init runs (never 0); `httpsPort` is 0 where HTTPS is not served. */
	port: number;
	httpsPort: number;
	host: string;
	/** Absolute paths. */
	dataDir: string;
	mediaDir: string;
	databaseUrl: string;
	/** Public address, e.g. `https://hoinghi.example`, without a trailing slash. */
	origin: string | null;
	demo: boolean;
	version: string;
	/** Where phones reach this machine, likeliest first; read anew at each access. The one list of them. */
	readonly lanAddresses: string[];
	/** Milliseconds since 1970 on this machine's clock. */
	startedAt: number;
}

export interface TlsMaterial {
	/** PEM. */
	key: string;
	cert: string;
	/** IP addresses that the certificate names. */
	addresses: string[];
}

export interface HostSlot {
	config: HostConfig;
	io: Server;
	/** Set by init; null or absent: HTTPS is not served. */
	tls?: TlsMaterial | null;
	/** Set by init: registers the host's listener for renewed certificates. */
	onTlsChange?: (listener: (tls: TlsMaterial) => void) => void;
	/** Run at shutdown, before sockets and database are closed; each has five seconds. */
	drain: Array<() => Promise<void>>;
	/** Printed after start. A `url` that begins with `/` gets the best address of this machine. */
	announce: Array<{ key: string; label: string; url: string }>;
}

export function hostSlot(): HostSlot | undefined;
export function setHostSlot(slot: HostSlot): void;
