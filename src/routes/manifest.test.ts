import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { roleTable } from '$lib/core/access/table';
import { roles } from '$lib/core/access/roles';
import { isGuests, manifestLink, showsNotices } from './installable';
import { frontManifest, screenManifest } from './manifest';

type Icon = { src: string; sizes: string; purpose: string };
type Manifest = {
	id: string;
	name: string;
	short_name: string;
	start_url: string;
	display: string;
	icons: Icon[];
	shortcuts: { name: string; url: string }[];
};
const of = (screen: string, locale: 'vi' | 'en' = 'vi') =>
	screenManifest('hoi-nghi-1', screen, locale) as Manifest | null;

/** Width and height as a PNG's first chunk says them. */
const sizeOf = (path: string): string => {
	const bytes = readFileSync(path);
	return `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`;
};

describe('what a phone installs', () => {
	it('OFF-16: the icon made at a screen opens that screen, and each role has its shortcuts', () => {
		for (const role of roles) {
			const { screen } = roleTable[role];
			const made = of(screen);
			expect(made).toMatchObject({
				id: `/c/hoi-nghi-1/${screen}`,
				start_url: `/c/hoi-nghi-1/${screen}`,
				display: 'standalone'
			});
			expect(made?.shortcuts[0]?.url).toBe(`/c/hoi-nghi-1/${screen}`);
			expect(made?.name).toContain(made?.short_name);
		}
		expect(of('reception')?.short_name).toBe('Lễ tân đón tiếp');
		expect(of('reception', 'en')?.short_name).not.toBe('Lễ tân đón tiếp');
		expect(of('no-such-screen')).toBeNull();
		expect(screenManifest('../admin', 'reception', 'vi')).toBeNull();
	});

	it('OFF-16: every icon is there in the size it is said to have, maskable ones too', () => {
		const { icons } = frontManifest('vi') as Manifest;
		for (const { src, sizes } of icons) {
			expect(existsSync(`static${src}`), src).toBe(true);
			expect(sizeOf(`static${src}`)).toBe(sizes);
		}
		for (const purpose of ['any', 'maskable'])
			expect(icons.filter((icon) => icon.purpose === purpose).map((icon) => icon.sizes)).toEqual([
				'192x192',
				'512x512'
			]);
		expect(sizeOf('static/apple-touch-icon.png')).toBe('180x180');
	});

	it('OFF-17: an iPhone takes an enrolment link to its home screen as it is; guests install nothing', () => {
		const link = { pathname: '/e', hash: '#secret' };
		expect(manifestLink(link, 'iPhone; CPU iPhone OS 17_5', 'vi')).toBeNull();
		expect(manifestLink(link, 'Linux; Android 14', 'vi')).toBe('/manifest.webmanifest');
		expect(manifestLink({ pathname: '/e', hash: '' }, 'iPhone', 'en')).toBe('/manifest.webmanifest?lang=en');
		expect(manifestLink({ pathname: '/c/a/admin/print', hash: '' }, '', 'vi')).toBe(
			'/c/a/admin/manifest.webmanifest'
		);
		expect(manifestLink({ pathname: '/c/a/me', hash: '#token' }, '', 'vi')).toBeNull();
		expect([isGuests('/c/a/live'), isGuests('/c/a/reception')]).toEqual([true, false]);
	});

	it('OFF-9: no notice of ours stands on a screen that the audience sees', () => {
		for (const screen of ['projector', 'overlay', 'board', 'kiosk', 'live', 'me', 'admin/print'])
			expect(showsNotices(`/c/a/${screen}`), screen).toBe(false);
		for (const path of ['/', '/e', '/c/a/reception', '/c/a/stage', '/c/a/mc'])
			expect(showsNotices(path)).toBe(true);
	});
});
