/** Owns: English for `vi/reject.ts`. */
import type { reject as vi } from '../vi/reject';

export const reject = {
	'reject.command_unknown':
		'The server has not received this. Look at the screen, then press again if it is still needed.',
	'reject.invitation_reissued':
		'This invitation was re-issued and its old code is void. Open the newest invitation you were sent.',
	'reject.protocol':
		'The open page is too old for the server. What is on this device is kept; please reload the page.',
	'reject.general': 'That did not work. Nothing has changed; try again or tell the technician.',
	'reject.unknown_command':
		'The server does not know this action. The page may be old: reload it and do it again.',
	'reject.bad_shape': 'What was sent is not right. Nothing has changed; check it and do it again.',
	'reject.bad_json': 'What was sent arrived damaged. Nothing has changed; do it again.',
	'reject.not_allowed': 'This is not part of this device’s task. Ask the person who has it.',
	'reject.not_signed_in':
		'The device is not signed in, or its session ended. Sign in or scan the task code again.',
	'reject.conference_unknown': 'This conference was not found. Open the organisers’ link again.',
	'reject.conference_not_live': 'The conference is not open for work yet. The organisers must open it first.',
	'reject.conference_closed':
		'The conference is closed and its figures are kept. For a correction ask the organisers.',
	'reject.offline':
		'No connection to the server, so the order was not sent. Nothing changed; wait for the network and press again.',
	'reject.not_sent': 'The order did not reach the server. Nothing changed; please press again.',
	'reject.outcome_unknown':
		'It is not known whether the server took the order. Look at the current item before pressing again.',
	'reject.id_taken': 'This was already recorded.',
	'reject.note_unknown': 'This note has been withdrawn.',
	'reject.failed': 'The server could not do it. Nothing changed; please try again.',
	'reject.device_unknown': 'The server does not know this device. Scan the task code again.',
	'reject.device_revoked': 'This device has been taken back. Ask the organisers for a new code.',
	'reject.too_many_tries': 'Too many tries. Wait {minutes} min and try again.',
	'reject.too_many_tries_plain': 'Too many tries. Wait a few minutes and try again.',
	'reject.command_id_reused':
		'Another device used the same id. Nothing has changed; reload the page and do it again.',
	'reject.epoch_superseded':
		'A standby server has taken over. What is on this device is kept; the page is reconnecting.',
	'reject.unavailable': 'The server is not answering just now. Wait a moment and try again.',
	'reject.list_frozen': 'The introduction list is frozen. Later arrivals are under “Late introductions”.',
	'reject.list_not_frozen': 'The introduction list is not frozen yet. Freeze it first.',
	'reject.device_pending': 'The device waits for the organisers’ approval.',
	'reject.invitation_unknown': 'This invitation is not known. Check the code or ask the organisers.',
	'reject.not_found': 'This was not found. Reload the page.'
} satisfies Record<keyof typeof vi, string>;
