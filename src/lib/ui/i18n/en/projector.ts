/** Owns: English for `vi/projector.ts`. */
import type { projector as vi } from '../vi/projector';

export const projector = {
	'projector.title': 'Projector',
	'projector.welcome': 'A warm welcome to the delegates attending',
	'projector.speech': 'PAPER',
	'projector.awardHeading': '{award} OF {authority}',
	'projector.fullScreen': 'Full screen',
	'projector.dragHere': 'Drag this window to the projector, then press “Full screen”',
	'projector.waiting': 'Screen ready, waiting for the programme to start',
	'projector.present': 'Delegates present: {present}',
	'projector.award': 'Presenting: {form}',
	'projector.award.commune': 'of the Chairman of the Commune People’s Committee',
	'projector.award.province': 'of the Chairman of the Provincial People’s Committee',
	'projector.award.ministry': 'of the Minister',
	'projector.award.pm': 'of the Prime Minister',
	'projector.award.state': 'of the State President',
	'projector.thanks': 'Our sincere thanks to the delegates',
	'overlay.title': 'Broadcast overlay',
	'projector.controls': 'Projector',
	'projector.exitFullScreen': 'Leave full screen',
	'projector.theme.auto': 'Ground as set',
	'projector.theme.maket': 'Red ground',
	'projector.theme.ivory': 'Ivory ground',
	'projector.flag': 'National flag',
	'projector.touchForSound': 'Touch the projector screen once to turn the sound on',
	'projector.black': 'The screen is kept dark'
} satisfies Record<keyof typeof vi, string>;
