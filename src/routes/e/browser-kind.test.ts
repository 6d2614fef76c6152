import { describe, expect, it } from 'vitest';
import { browserKind } from './browser-kind';

const android =
	'Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36';
const iphone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148';

describe('the browser a link was opened in', () => {
	it.each([
		[`${android} Zalo android/12100577 ZaloTheme/light`, 'Zalo', 'android'],
		[`${iphone} Zalo iOS/570`, 'Zalo', 'ios'],
		[`${android} [FB_IAB/FB4A;FBAV/470.0.0.50.84;]`, 'Facebook', 'android'],
		[`${iphone} [FBAN/FBIOS;FBAV/468.0]`, 'Facebook', 'ios'],
		[`${android} [FB_IAB/Orca-Android;FBAV/462.0]`, 'Messenger', 'android']
	] as const)('DEV-21: %s is known as an app of its own', (userAgent, inApp, system) => {
		expect(browserKind(userAgent)).toEqual({ inApp, system });
	});

	it('DEV-21: Chrome and Safari are left alone, and an iPad is no Mac', () => {
		expect(browserKind(android)).toEqual({ inApp: null, system: 'android' });
		expect(browserKind(`${iphone} Version/17.5 Safari/604.1`)).toEqual({ inApp: null, system: 'ios' });
		const mac =
			'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/17.5 Safari/605.1.15';
		expect(browserKind(mac, 5).system).toBe('ios');
		expect(browserKind(mac, 0).system).toBe('mac');
	});
});
