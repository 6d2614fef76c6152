import { describe, expect, it } from 'vitest';
import { addressesFor, type TlsInfo } from './addresses';

const tls: TlsInfo = {
	available: true,
	fingerprint: '',
	httpsUrls: ['https://192.168.1.7:3443/', 'https://localhost:3443'],
	httpUrls: ['http://[fd00::2]:3000', 'http://192.168.1.7:3000', 'http://127.0.0.1:3000'],
	caUrl: '',
	profileUrl: ''
};

describe('addresses for phones', () => {
	it('DEV-20: a page opened on the laptop itself never hands out its loopback address', () => {
		const bases = addressesFor('http://localhost:3000', tls).map((one) => one.base);
		expect(bases).toEqual(['http://192.168.1.7:3000', 'http://[fd00::2]:3000', 'https://192.168.1.7:3443']);
		expect(addressesFor('http://127.0.0.1:3000', null)).toEqual([]);
	});

	it('DEV-20: the address that brought the organiser here comes first, once', () => {
		const bases = addressesFor('http://192.168.1.7:3000', tls).map((one) => one.base);
		expect(bases).toEqual(['http://192.168.1.7:3000', 'http://[fd00::2]:3000', 'https://192.168.1.7:3443']);
		expect(addressesFor('https://khanhtiet.example.vn', null)).toEqual([
			{ base: 'https://khanhtiet.example.vn', secure: true }
		]);
	});
});
