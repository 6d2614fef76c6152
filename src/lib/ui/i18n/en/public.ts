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
		'This information serves only this conference and is deleted once the report is complete. Photos and video are taken.',
	'public.notPublished': 'The programme has not been published yet. This page opens by itself when it is.',
	'public.mineSoonTitle': 'Your invitation is valid – this page is not open yet',
	'public.mineSoon':
		'Your seat, the way to it and the programme appear here by themselves when they are published. Please keep the invitation for the desk.',
	'public.notPublishedTitle': 'Not published yet',
	'public.unknownTitle': 'NOT FOUND',
	'public.unknown':
		'This invitation was not found. Please open the link again or scan the code on the invitation; at the hall, please come to the help desk.',
	'public.reissuedTitle': 'The invitation was re-issued',
	'public.reissued':
		'This code belongs to an older invitation. Please use the newest one, or come to the help desk at the hall.',
	'public.withdrawnTitle': 'THE ORGANISERS NEED TO CONFIRM',
	'public.withdrawn': 'Please contact the organisers or the help desk at the hall.',
	'public.noCode':
		'The link lacks the invitation code. Please open the full link or scan the code on the invitation.',
	'public.received': 'Received',
	'public.seatRow': 'Row',
	'public.seatNumber': 'Seat',
	'public.seatDoor': 'Enter by: {door}',
	'public.seatPending': 'Seat not assigned yet. It will appear here.',
	'public.seatMoved': 'New seat (differs from the invitation)',
	'public.state.past': 'Done',
	'public.state.skipped': 'Left out',
	'public.aboutTime': 'about {time}',
	'public.endsAbout': 'Expected to end about {time}',
	'public.empty': 'No programme yet',
	'public.emptyHint': 'Items appear here once the organisers have prepared them.'
} satisfies Record<keyof typeof vi, string>;
