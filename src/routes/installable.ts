/** Owns: which page installs as what, and which screens nobody at work looks at. */

/** Screens that an audience sees: a notice for the staff has no place there. */
const AUDIENCE = /^\/c\/[^/]+\/(?:projector|overlay|board|kiosk|live|me)(?:\/|$)/;
const GUESTS = /^\/c\/[^/]+\/(?:live|me)(?:\/|$)/;
const SCREEN = /^\/c\/[^/]+\/[^/]+/;

export const isGuests = (pathname: string): boolean => GUESTS.test(pathname);
export const showsNotices = (pathname: string): boolean =>
	!AUDIENCE.test(pathname) && !/\/print(?:\/|$)/.test(pathname);

/**
 * The manifest of a page: an icon made at reception opens reception.
 * @returns null where the address itself is what should be installed: on an iPhone, which shares nothing with the
 * installed app, an enrolment link must be taken along with its secret; a guest's page lives from its token.
 */
export function manifestLink(
	url: { pathname: string; hash: string },
	userAgent: string,
	locale: 'vi' | 'en'
): string | null {
	const lang = locale === 'vi' ? '' : `?lang=${locale}`;
	if (isGuests(url.pathname)) return null;
	if (url.pathname === '/e' && url.hash.length > 1 && /iPhone|iPad|iPod|Macintosh/.test(userAgent))
		return null;
	const screen = SCREEN.exec(url.pathname)?.[0];
	return `${screen ?? ''}/manifest.webmanifest${lang}`;
}
