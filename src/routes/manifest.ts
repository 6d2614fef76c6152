/**
 * Owns: what a phone installs. Each screen has a manifest of its own, so that the icon made at reception opens
 * reception. It holds no title of a conference: anybody may read it.
 */
import { roleTable } from '$lib/core/access/table';
import { roles, type Role } from '$lib/core/access/roles';
import { connect as connectEn } from '$lib/ui/i18n/en/connect';
import { roleScreens as screensEn } from '$lib/ui/i18n/en/role-screens';
import { roles as rolesEn } from '$lib/ui/i18n/en/roles';
import { connect as connectVi } from '$lib/ui/i18n/vi/connect';
import { roleScreens as screensVi } from '$lib/ui/i18n/vi/role-screens';
import { roles as rolesVi } from '$lib/ui/i18n/vi/roles';

const NAME = 'Khánh Tiết';
const COLOURS = { theme_color: '#8f1218', background_color: '#fbf4e4' };
const ICONS = [
	{ src: '/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
	{ src: '/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
	{ src: '/icon-maskable-192.png', sizes: '192x192', type: 'image/png', purpose: 'maskable' },
	{ src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' }
];

/** Screens that one person opens beside their own, e.g. the organisers' laptop that also drives the projector. */
const BESIDE: Partial<Record<Role, readonly Role[]>> = {
	admin: ['reception', 'stage', 'projector'],
	stage: ['projector', 'mc'],
	reception: ['usher'],
	awards: ['reader']
};

type Words = Record<keyof typeof connectVi | keyof typeof rolesVi | keyof typeof screensVi, string>;
const words: Record<'vi' | 'en', Words> = {
	vi: { ...connectVi, ...rolesVi, ...screensVi },
	en: { ...connectEn, ...rolesEn, ...screensEn }
};

/** The role that works on a screen, e.g. `live` → `viewer`. */
const roleOf = (screen: string): Role | undefined => roles.find((role) => roleTable[role].screen === screen);

/** The manifest of a page outside any conference. */
export function frontManifest(locale: 'vi' | 'en'): object {
	const say = words[locale];
	return {
		id: '/',
		name: NAME,
		short_name: NAME,
		description: say['front.lead'],
		start_url: '/',
		...common(locale),
		shortcuts: [
			shortcut(say['front.haveCode'], '/e'),
			shortcut(say['connect.title'], '/ket-noi'),
			shortcut(say['front.organisers'], '/admin')
		]
	};
}

/** @returns the manifest of one screen of one conference, null when there is no such screen */
export function screenManifest(conference: string, screen: string, locale: 'vi' | 'en'): object | null {
	const role = roleOf(screen);
	if (!role || !/^[\w-]{1,64}$/.test(conference)) return null;
	const say = words[locale];
	const home = `/c/${conference}/${screen}`;
	const beside = (BESIDE[role] ?? []).map((other) =>
		shortcut(say[`role.${other}`], `/c/${conference}/${roleTable[other].screen}`)
	);
	return {
		id: home,
		name: `${say[`role.${role}`]} · ${NAME}`,
		short_name: say[`role.${role}`],
		description: say[`role.${role}.screen`],
		start_url: home,
		...common(locale),
		shortcuts: [shortcut(say[`role.${role}`], home), ...beside, shortcut(say['connect.test'], '/ket-noi')]
	};
}

const common = (lang: 'vi' | 'en') => ({
	lang,
	dir: 'ltr',
	// Reception also shows the connection card and the enrolment page: they are the same app.
	scope: '/',
	display: 'standalone',
	...COLOURS,
	icons: ICONS
});

const shortcut = (name: string, url: string) => ({
	name,
	url,
	icons: [{ src: '/icon-192.png', sizes: '192x192', type: 'image/png' }]
});

/** The answer of both endpoints. */
export function manifestResponse(manifest: object): Response {
	return new Response(JSON.stringify(manifest), {
		headers: { 'content-type': 'application/manifest+json', 'cache-control': 'no-cache' }
	});
}

/** @param url its `lang` is what the device chose; Vietnamese otherwise */
export const localeIn = (url: URL): 'vi' | 'en' => (url.searchParams.get('lang') === 'en' ? 'en' : 'vi');
