import type { screen as vi } from '../vi/screen';

/** Owns: the frame around every role's screen, in English. */

export const screen: Record<keyof typeof vi, string> = {
	'common.otherLanguage': 'Tiếng Việt',
	'screen.firstData': 'Fetching the conference…',
	'screen.refusedTitle': 'This screen cannot be opened yet',
	'screen.toHome': 'To the first page',
	'screen.again': 'Try again',
	'screen.movedTitle': 'This device has a new task',
	'screen.moved': 'The organisers moved this device to another task. Opening its screen…',
	'screen.notReachable': 'The server cannot be reached. Check the hall’s Wi-Fi; this page keeps trying.'
};
