import { networkInterfaces, type NetworkInterfaceInfo } from 'node:os';
import { isIP } from 'node:net';
import { describe, expect, test } from 'vitest';
import { lanAddresses, watchAddresses, type PollTimer } from './lan-addresses';

const four = (address: string, internal = false): NetworkInterfaceInfo => ({
	address,
	internal,
	family: 'IPv4',
	netmask: '255.255.255.0',
	mac: '00:00:00:00:00:00',
	cidr: `${address}/24`
});
const six = (address: string, internal = false): NetworkInterfaceInfo => ({
	address,
	internal,
	family: 'IPv6',
	netmask: 'ffff:ffff:ffff:ffff::',
	mac: '00:00:00:00:00:00',
	cidr: `${address}/64`,
	scopeid: 0
});

describe('lanAddresses', () => {
	test('TLS-11: private IPv4 first, then other IPv4, link-local, private IPv6; no loopback', () => {
		const interfaces = {
			lo: [four('127.0.0.1', true), six('::1', true)],
			wlan0: [six('fe80::1'), six('2001:db8::9'), six('fd00::7'), four('192.168.1.20')],
			usb0: [four('169.254.7.7')],
			eth1: [four('203.0.113.5')],
			eth0: [four('10.0.0.4')]
		};
		expect(lanAddresses(interfaces)).toEqual([
			'10.0.0.4',
			'192.168.1.20',
			'203.0.113.5',
			'169.254.7.7',
			'fd00::7'
		]);
	});

	test('TLS-11: the order does not depend on the order of the system', () => {
		const interfaces = { b: [four('192.168.1.2')], a: [four('192.168.1.3'), four('192.168.1.1')] };
		const turned = { a: [four('192.168.1.1'), four('192.168.1.3')], b: [four('192.168.1.2')] };
		expect(lanAddresses(interfaces)).toEqual(['192.168.1.1', '192.168.1.3', '192.168.1.2']);
		expect(lanAddresses(turned)).toEqual(lanAddresses(interfaces));
	});

	test.each([
		'docker0',
		'br-1a2b3c4d5e6f',
		'veth12ab',
		'virbr0',
		'vmnet8',
		'vboxnet0',
		'utun3',
		'wg0',
		'tailscale0',
		'vEthernet (WSL)',
		'VMware Network Adapter VMnet1'
	])('TLS-11: %s is not a network of the hall', (name) =>
		expect(lanAddresses({ [name]: [four('172.17.0.1')] })).toEqual([])
	);

	test.each(['Wi-Fi', 'Ethernet', 'en0', 'wlp3s0', 'br0', 'bridge100', 'Local Area Connection* 2'])(
		'TLS-11: %s is one (also a hotspot of the laptop itself)',
		(name) => expect(lanAddresses({ [name]: [four('192.168.137.1')] })).toEqual(['192.168.137.1'])
	);

	test('TLS-11: reads the real interfaces of this machine', () => {
		const known = Object.values(networkInterfaces()).flatMap((infos) =>
			(infos ?? []).map((info) => info.address)
		);
		for (const address of lanAddresses()) {
			expect(isIP(address)).not.toBe(0);
			expect(known).toContain(address);
		}
	});
});

/** A clock under the test's hand. */
function handTimer() {
	let tick: (() => void) | null = null;
	const timer: PollTimer & { every: number } = {
		every: 0,
		start(given, every) {
			tick = given;
			timer.every = every;
			return { stop: () => void (tick = null) };
		}
	};
	/** One tick, and all it set off that needs no further clock. */
	const next = async (): Promise<void> => {
		tick?.();
		await new Promise((resolve) => setImmediate(resolve));
	};
	return { timer, next, isStopped: () => tick === null };
}

describe('watchAddresses', () => {
	test('TLS-12: reports each change once, and neither the start nor another order', async () => {
		const { timer, next } = handTimer();
		let now = ['192.168.1.20', '10.0.0.4'];
		const reports: string[][] = [];
		watchAddresses({ list: () => now, every: 5000, onChange: (to) => void reports.push(to), timer });
		expect(timer.every).toBe(5000);
		await next();
		now = ['10.0.0.4', '192.168.1.20'];
		await next();
		expect(reports).toEqual([]);
		now = ['192.168.43.7'];
		await next();
		await next();
		now = [];
		await next();
		expect(reports).toEqual([['192.168.43.7'], []]);
	});

	test('TLS-12: a report that fails is told and made again; two never run at once', async () => {
		const { timer, next } = handTimer();
		let now = ['10.0.0.1'];
		const errors: unknown[] = [];
		const pending: Array<{ done: () => void; fail: (error: Error) => void; to: string[] }> = [];
		const onChange = (to: string[]): Promise<void> =>
			new Promise((done, fail) => void pending.push({ done, fail, to }));
		watchAddresses({
			list: () => now,
			every: 1,
			onChange,
			onError: (error) => void errors.push(error),
			timer
		});
		now = ['10.0.0.2'];
		await next();
		now = ['10.0.0.3'];
		await next();
		expect(pending).toHaveLength(1);
		now = ['10.0.0.2'];
		const full = new Error('disk full');
		pending[0]?.fail(full);
		await next();
		await next();
		expect(errors).toEqual([full]);
		expect(pending.map((report) => report.to)).toEqual([['10.0.0.2'], ['10.0.0.2']]);
		pending[1]?.done();
		await next();
		await next();
		expect(pending).toHaveLength(2);
	});

	test('TLS-12: stops, also in the middle of a report', async () => {
		const { timer, next, isStopped } = handTimer();
		let now = ['10.0.0.1'];
		let reports = 0;
		const watch = watchAddresses({ list: () => now, every: 1, onChange: () => void reports++, timer });
		now = ['10.0.0.2'];
		watch.stop();
		await next();
		expect(isStopped()).toBe(true);
		expect(reports).toBe(0);
	});

	test('TLS-12: the system timer ticks and is stopped', async () => {
		let now = ['10.0.0.1'];
		const seen = await new Promise<string[]>((resolve) => {
			const watch = watchAddresses({
				list: () => now,
				every: 1,
				onChange(to) {
					watch.stop();
					resolve(to);
				}
			});
			now = ['10.0.0.2'];
		});
		expect(seen).toEqual(['10.0.0.2']);
	});
});
