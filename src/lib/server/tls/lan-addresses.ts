/** Owns: under which addresses phones on the same network reach this machine, and noticing when they change. */
import { isIPv4 } from 'node:net';
import { networkInterfaces } from 'node:os';

/** Of containers, virtual machines and tunnels: no phone in the hall is on those. */
const NOT_OF_THE_HALL =
	/^(docker|br-[0-9a-f]{6,}|veth|virbr|vmnet|vboxnet|lxc|lxd|cni|flannel|cali|podman|tun|tap|utun|wg|tailscale|zt|vethernet|virtualbox|vmware|hyper-v|loopback)/i;

type Interfaces = ReturnType<typeof networkInterfaces>;

/**
 * Addresses of this machine on its networks: private IPv4 first, then other IPv4, link-local IPv4, private
 * IPv6 last. Within a rank by interface name, so that the same networks always give the same list. Other IPv6
 * is left out: phones cannot type link-local ones, public ones change by themselves every day.
 */
export function lanAddresses(interfaces: Interfaces = networkInterfaces()): string[] {
	const found = Object.entries(interfaces)
		.filter(([name]) => !NOT_OF_THE_HALL.test(name))
		.flatMap(([name, infos]) =>
			(infos ?? [])
				.filter((info) => !info.internal)
				.map(({ address }) => ({ name, address, rank: rank(address) }))
		)
		.filter((entry) => entry.rank !== null);
	const sorted = found.sort(
		(a, b) => (a.rank ?? 0) - (b.rank ?? 0) || compare(a.name, b.name) || compare(a.address, b.address)
	);
	return [...new Set(sorted.map((entry) => entry.address))];
}

function rank(address: string): number | null {
	if (isIPv4(address)) {
		if (/^(10|192\.168|172\.(1[6-9]|2\d|3[01]))\./.test(address)) return 0;
		return address.startsWith('169.254.') ? 2 : 1;
	}
	return /^f[cd]/i.test(address) ? 3 : null;
}

/** By code unit: the machine's language must not change the order. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What the poller needs of a clock; `every` in milliseconds. */
export type PollTimer = { start: (tick: () => void, every: number) => { stop: () => void } };

const systemTimer: PollTimer = {
	start(tick, every) {
		const handle = setInterval(tick, every);
		// Watching is no reason to keep a process alive.
		handle.unref();
		return { stop: () => clearInterval(handle) };
	}
};

/**
 * Reports when the set of addresses is another than at the last report (first: than at the call). One report
 * at a time; one that fails goes to `onError` and is made again at the next tick.
 * @param options `every` in milliseconds; `onError` defaults to a process warning
 */
export function watchAddresses(options: {
	list: () => string[];
	every: number;
	onChange: (addresses: string[]) => void | Promise<void>;
	onError?: (error: unknown) => void;
	timer?: PollTimer;
}): { stop: () => void } {
	const { list, every, onChange, onError = warn, timer = systemTimer } = options;
	let reported = keyOf(list());
	let reporting = false;
	let stopped = false;

	const look = async (): Promise<void> => {
		if (reporting || stopped) return;
		reporting = true;
		try {
			const addresses = list();
			if (keyOf(addresses) !== reported) {
				await onChange(addresses);
				reported = keyOf(addresses);
			}
		} catch (error) {
			onError(error);
		} finally {
			reporting = false;
		}
	};
	const running = timer.start(() => void look(), every);
	return {
		stop() {
			stopped = true;
			running.stop();
		}
	};
}

const keyOf = (addresses: string[]): string => [...addresses].sort().join();

const warn = (error: unknown): void => process.emitWarning(error instanceof Error ? error : String(error));
