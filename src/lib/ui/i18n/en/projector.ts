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
	'projector.thanks': 'Our sincere thanks to the delegates',
	'overlay.title': 'Broadcast overlay'
} satisfies Record<keyof typeof vi, string>;
