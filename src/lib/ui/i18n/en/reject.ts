/** Owns: English for `vi/reject.ts`. */
import type { reject as vi } from '../vi/reject';

export const reject = {
	'reject.command_unknown':
		'The server has not received this. Look at the screen, then press again if it is still needed.',
	'reject.invitation_reissued':
		'This invitation was re-issued and its old code is void. Open the newest invitation you were sent.',
	'reject.protocol':
		'The open page is too old for the server. What is on this device is kept; please reload the page.',
	'reject.recipient_twice':
		'Somebody stands in two waves or two decisions. Nothing was saved; give each person one wave.',
	'reject.seat_taken': 'Seat {seat} in row {row} is taken. Nobody was moved; choose another seat.',
	'reject.seat_taken_plain': 'This seat is taken. Nobody was moved; choose another seat.',
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
	'reject.item_current': 'This item is running, so that cannot be done now.',
	'reject.stale_order':
		'An item was just added or removed. The order was not changed; please arrange it again.',
	'reject.id_taken': 'This was already recorded.',
	'reject.nothing_behind': 'This is the first item; there is nothing behind it.',
	'reject.note_unknown': 'This note has been withdrawn.',
	'reject.part_of_part': 'This item is already part of another and cannot be divided further.',
	'reject.failed': 'The server could not do it. Nothing changed; please try again.',
	'reject.stale_item': 'Somebody else has moved the programme on. The current item is: {current}.',
	'reject.stale_item_plain':
		'Somebody else has moved the programme on. Look at the current item, then act again.',
	'reject.already_ended': 'The programme has ended.',
	'reject.not_started': 'The programme has not started.',
	'reject.nothing_ahead': 'This is the last item; nothing follows.',
	'reject.undo_too_late': 'It is too late to undo. Ask the organisers to correct it.',
	'reject.item_unknown': 'This item is no longer in the programme. Look at the newest run-sheet.',
	'reject.item_past': 'This item is over and cannot be changed.',
	'reject.delegate_unknown':
		'This delegate is not on the list. Search by name or send them to the help desk.',
	'reject.delegate_withdrawn': 'This delegate has been withdrawn. The organisers must confirm.',
	'reject.admission_unknown': 'This admission was not found. It may have been undone already.',
	'reject.device_unknown': 'The server does not know this device. Scan the task code again.',
	'reject.device_revoked': 'This device has been taken back. Ask the organisers for a new code.',
	'reject.enrolment_expired': 'The task code has expired. Ask the organisers for a new one.',
	'reject.enrolment_used': 'The task code was used by another device. Ask the organisers for a new one.',
	'reject.enrolment_unknown': 'The task code is not right. Scan the code on the organisers’ screen again.',
	'reject.wrong_password':
		'The password is not right. Check the Vietnamese input method and Caps Lock, then try again.',
	'reject.too_many_tries': 'Too many tries. Wait {minutes} min and try again.',
	'reject.too_many_tries_plain': 'Too many tries. Wait a few minutes and try again.',
	'reject.setup_link_used': 'The set-up link has been used. Sign in with the password you chose.',
	'reject.too_large': 'Too much was sent at once. Nothing has changed; send it in smaller parts.',
	'reject.command_id_reused':
		'Another device used the same id. Nothing has changed; reload the page and do it again.',
	'reject.epoch_superseded':
		'A standby server has taken over. What is on this device is kept; the page is reconnecting.',
	'reject.unavailable': 'The server is not answering just now. Wait a moment and try again.',
	'reject.note_too_long': 'The note is too long: at most {max} characters. It is still in the box.',
	'reject.note_too_long_plain': 'The note is too long. It is still in the box.',
	'reject.list_frozen': 'The introduction list is frozen. Later arrivals are under “Late introductions”.',
	'reject.list_not_frozen': 'The introduction list is not frozen yet. Freeze it first.',
	'reject.name_required': 'The name is missing. Enter the full name.',
	'reject.minutes_range': 'The minutes must be between {min} and {max}.',
	'reject.minutes_range_plain': 'The minutes are outside the allowed range.',
	'reject.file_xls': 'This is an old .xls file. Open it in Excel, save it as .xlsx and import it again.',
	'reject.file_ods': 'This is a LibreOffice .ods file. Save it as .xlsx and import it again.',
	'reject.file_broken': 'The file cannot be read. Open it in Excel, save it as .xlsx and import it again.',
	'reject.file_empty': 'The file holds no delegate. Check that the first sheet has the list.',
	'reject.file_too_large':
		'The file is too large (at most {megabytes} MB). Remove pictures and spare sheets.',
	'reject.file_too_large_plain': 'The file is too large. Remove pictures and spare sheets.',
	'reject.import_bad_rows':
		'Rows still to correct: {bad}. None was imported; correct or drop the marked rows.',
	'reject.import_bad_rows_plain':
		'Some rows need correcting. None was imported; correct or drop the marked rows.',

	'reject.settings_changed':
		'Somebody else has just saved this part. Nothing was saved; look at the new text and edit again.',
	'reject.title_required': 'The conference needs a title. Nothing was saved.',
	'reject.status_way': 'That status cannot follow the present one. Look at the status again.',
	'reject.checklist_unknown': 'This task is no longer in the list. Somebody may have removed it.',
	'reject.password_short': 'The password is too short. Use at least 8 characters.',
	'reject.name_taken': 'This name is taken. Choose another.',
	'reject.template_unknown': 'There is no such template. Reload and choose again.',
	'reject.device_pending': 'The device waits for the organisers’ approval.',
	'reject.import_empty': 'The file has no row that can be imported. Nothing was imported.',
	'reject.invitation_unknown': 'This invitation is not known. Check the code or ask the organisers.',
	'reject.enrolment_declined':
		'The organisers have not accepted this device. Ask them, then enter a new code.',
	'reject.not_found': 'This was not found. Reload the page.',
	'reject.file_password': 'The file has a password. Remove it in Excel, save and import again.',
	'reject.file_xlsb': 'An .xlsb file. Save it as .xlsx in Excel and import again.',
	'reject.file_html':
		'The file is a web page with an Excel name. Save it as .xlsx in Excel and import again.',
	'reject.file_not_table': 'The file is no table. Choose an .xlsx or .csv file.'
} satisfies Record<keyof typeof vi, string>;
