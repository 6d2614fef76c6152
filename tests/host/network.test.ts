/** Which addresses this machine is said to have: one list for the terminal, the certificate and the phones. */
import { networkInterfaces, type NetworkInterfaceInfo } from 'node:os';
import { isIP } from 'node:net';
import { describe, expect, test } from 'vitest';
import { addressUrl, hostIsOurs, lanAddresses, reachableAddresses } from '../../src/host/network.js';
import { printReady } from '../../src/host/print-ready.js';

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

test('TLS-15: only addresses that the listeners are bound to are offered', () => {
	const interfaces = { lo: [four('127.0.0.1', true)], eth0: [four('10.0.0.4'), six('fd00::7')] };
	expect(reachableAddresses('0.0.0.0', interfaces)).toEqual(['10.0.0.4']);
	expect(reachableAddresses('::', interfaces)).toEqual(['10.0.0.4', 'fd00::7']);
	expect(reachableAddresses('10.0.0.4', interfaces)).toEqual(['10.0.0.4']);
	expect(reachableAddresses('127.0.0.1', interfaces)).toEqual([]);
	expect(reachableAddresses('localhost', interfaces)).toEqual([]);
});

test('RUN-11: every address of this machine is its own Host, and another one is not', () => {
	for (const infos of Object.values(networkInterfaces()))
		for (const { address, family, scopeid } of infos ?? [])
			if (family === 'IPv4' || !scopeid)
				expect(hostIsOurs(new URL(addressUrl('http', address, 3000)).host, null), address).toBe(true);
	expect(hostIsOurs('203.0.113.77:3000', null)).toBe(false);
	expect(hostIsOurs('[2001:db8::77]:3000', null)).toBe(false);
});

test('TLS-16: the terminal prints https only for addresses that the certificate names', async () => {
	const printed = async (named: string[] | null) => {
		const said: string[] = [];
		await printReady(
			{
				config: {
					port: 3000,
					httpsPort: named ? 3443 : 0,
					host: '0.0.0.0',
					dataDir: '',
					mediaDir: '',
					databaseUrl: '',
					origin: null,
					demo: false,
					version: '1',
					lanAddresses: ['10.0.0.4', '203.0.113.5', 'fd00::7'],
					startedAt: 0
				},
				io: null as never,
				tls: named && { key: '', cert: '', addresses: named },
				drain: [],
				announce: []
			},
			(line) => said.push(line)
		);
		return said.join('\n').match(/https?:\/\/[^\s)]+/g);
	};
	const plain = ['http://localhost:3000', 'http://10.0.0.4:3000'];
	expect(await printed(['127.0.0.1', '10.0.0.4', 'fd00::7'])).toEqual([
		...plain,
		'https://10.0.0.4:3443',
		'http://203.0.113.5:3000',
		'http://[fd00::7]:3000',
		'https://[fd00::7]:3443'
	]);
	expect(await printed(null)).toEqual([...plain, 'http://203.0.113.5:3000', 'http://[fd00::7]:3000']);
});
