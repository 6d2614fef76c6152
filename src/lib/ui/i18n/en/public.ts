/** Owns: English for `vi/public.ts`. */
import type { publicArea as vi } from '../vi/public';

export const publicArea = {
	'public.invitation': 'Invitation',
	'public.invites': 'respectfully invites',
	'public.toAttend': 'to attend',
	'public.time': 'Time',
	'public.venue': 'Venue',
	'public.yourSeat': 'Your seat',
	'public.programme': 'Programme',
	'public.liveNow': 'Now',
	'public.showAtDesk': 'Please show this code at the reception desk',
	'public.findSeat': 'Find a seat',
	'public.notStarted': 'The programme starts at {time}',
	'public.ended': 'The programme has ended. Thank you.',
	'public.privacy':
		'This information serves only this conference and is deleted once the report is complete. Photos and video are taken.'
} satisfies Record<keyof typeof vi, string>;
