/** Owns: telling from the user agent where a link was opened. A chat app's own browser keeps no cookies for long. */

export type BrowserKind = {
	/** The app whose built-in browser this is, or null for a browser of its own. */
	inApp: 'Zalo' | 'Facebook' | 'Messenger' | null;
	system: 'ios' | 'android' | 'windows' | 'mac' | 'other';
};

/** @param touchPoints an iPad calls itself a Mac, but no Mac has a touch screen */
export function browserKind(userAgent: string, touchPoints = 0): BrowserKind {
	return { inApp: inAppOf(userAgent), system: systemOf(userAgent, touchPoints) };
}

function inAppOf(userAgent: string): BrowserKind['inApp'] {
	if (/zalo/i.test(userAgent)) return 'Zalo';
	if (/messenger|orca-android/i.test(userAgent)) return 'Messenger';
	return /\bFB(AN|AV|_IAB)\b|FBAN|FBAV/.test(userAgent) ? 'Facebook' : null;
}

function systemOf(userAgent: string, touchPoints: number): BrowserKind['system'] {
	if (/iPhone|iPad|iPod/.test(userAgent)) return 'ios';
	if (/Android/.test(userAgent)) return 'android';
	if (/Windows/.test(userAgent)) return 'windows';
	if (/Macintosh/.test(userAgent)) return touchPoints > 1 ? 'ios' : 'mac';
	return 'other';
}
