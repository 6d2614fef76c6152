/** Owns: English for `vi/refusals.ts`. */
import type { refusals as vi } from '../vi/refusals';

export const refusals = {
	'reject.cue_given': 'This cue has been given. To tell them again, press “Ask again”.',
	'reject.presets_changed':
		'Somebody else has just changed the ready-made messages. Nothing was saved; look at the new list.',
	'reject.cue_needs_hand':
		'A cue by time or by hand is given by the stage’s key, never by itself. Nothing was saved.',
	'reject.cue_wordless': 'The cue has no words. Nothing was saved; write them and save.',
	'reject.cue_nobody': 'The cue is for nobody. Nothing was saved; choose who is told.',
	'reject.cue_too_many': 'There are {most} own cues. Remove some before adding.',
	'reject.cue_too_many_plain': 'There are too many own cues. Remove some before adding.',
	'reject.recipient_twice':
		'Somebody stands in two waves or two decisions. Nothing was saved; give each person one wave.',
	'reject.decision_announced':
		'This decision has been read out; its list is closed. Make an amendment if something changes.',
	'reject.decision_unknown': 'This decision is no longer there. Please reload the list.',
	'reject.awards_changed':
		'Somebody has just changed the awards or the waves. Nothing was saved; look at the new ones and do it again.',
	'reject.recipient_nameless': 'A line has no recipient. Nothing was saved; enter a name.',
	'reject.recipient_other_decision': 'A recipient belongs to another decision. Nothing was saved.',
	'reject.recipient_place_twice': 'Two people stand on place {place} of wave {wave}. Nothing was saved.',
	'reject.recipient_place_twice_plain': 'Two people stand on one place of a wave. Nothing was saved.',
	'reject.recipient_unknown': 'This recipient is no longer in the list. Please look at the new one.',
	'reject.recipient_given': 'This award has been presented. A decision is presented once only.',
	'reject.recipient_in_no_wave': 'This recipient stands in no wave yet. Put them in one first.',
	'reject.waves_begun': 'A wave has begun, so they cannot be divided anew. Move people one by one.',
	'reject.nobody_to_divide': 'There is nobody to divide yet. Enter the award list first.',
	'reject.wave_unknown': 'This wave is no longer there. Please look at the new list.',
	'reject.wave_twice': 'One wave is named twice. Nothing was saved.',
	'reject.decision_begun':
		'A wave of this decision was called to the stage. Please change it by an amendment.',
	'reject.frame_passed':
		'This place was passed. Press Back to give it now, or move the person to a later wave.',
	'reject.wave_begun': 'This wave is on the stage; nobody can join or leave it now.',
	'reject.wave_mixed': 'A wave holds one kind of award and one kind of recipient only. Nothing was changed.',
	'reject.wave_incomplete': 'Not everybody of the waves concerned was given a place. Nothing was changed.',
	'reject.wave_moved_on': 'Somebody has just moved wave {wave} on. Look at its step, then act again.',
	'reject.wave_moved_on_plain': 'Somebody has just moved this wave on. Look at its step, then act again.',
	'reject.wave_on_stage': 'Wave {wave} is still on the stage. Finish it first.',
	'reject.wave_on_stage_plain': 'A wave is still on the stage. Finish it first.',
	'reject.wave_empty': 'Nobody is left in this wave.',
	'reject.wave_over': 'Wave {wave} is over.',
	'reject.wave_over_plain': 'This wave is over.',
	'reject.wave_not_begun': 'This wave has not begun; there is nothing to take back.',
	'reject.wave_undo_gone': 'Something else was changed since; it can no longer be undone.',
	'reject.stack_changed': 'The order of wave {wave} has just changed. Look at it and confirm again.',
	'reject.stack_changed_plain': 'The order of this wave has just changed. Look at it and confirm again.',
	'reject.stack_unconfirmed': 'Presenter {presenters} has not confirmed the frames. Nobody was called.',
	'reject.stack_unconfirmed_plain': 'The frames are not confirmed. Nobody was called.',
	'reject.stack_empty': 'This presenter carries no frame in this wave.',
	'reject.stack_not_yours': 'This is the other presenter’s pile. Each confirms their own.',
	'reject.later_other_wave': 'These people are not in one wave. Nothing was changed; do it wave by wave.',
	'reject.swap_other_wave': 'The two are not in the same wave.',
	'reject.seat_taken': '{block}, row {row}, seat {seat} is taken. Nobody was moved; choose another seat.',
	'reject.seat_taken_plain': 'This seat is taken. Nobody was moved; choose another seat.',
	'reject.seat_changed':
		'Somebody else has just moved this delegate to {block}, row {row}, seat {seat}. Your change was not saved; look at the new seat and move again if need be.',
	'reject.seat_changed_plain':
		'Somebody else has just moved this delegate. Your change was not saved; look at the new seat and move again if need be.',
	'reject.seat_changed_none':
		'Somebody else has just released this delegate’s seat. Your change was not saved; please look again.',
	'reject.seat_unknown': 'The hall has no {block}, row {row}, seat {seat}. Nobody was moved.',
	'reject.seat_unknown_plain': 'The hall has no such seat. Nobody was moved.',
	'reject.seat_out': '{block}, row {row}, seat {seat} is out of use. Nobody was moved; choose another seat.',
	'reject.seat_out_plain': 'This seat is out of use. Nobody was moved; choose another seat.',
	'reject.seat_blocked': '{block}, row {row}, seat {seat} is closed. Open it first, or choose another seat.',
	'reject.seat_blocked_plain': 'This seat is closed. Open it first, or choose another seat.',
	'reject.seat_held':
		'{block}, row {row}, seat {seat} is held for somebody. Let it go first, or choose another seat.',
	'reject.seat_held_plain': 'This seat is held for somebody. Let it go first, or choose another seat.',
	'reject.seat_hold_taken':
		'Somebody sits on {block}, row {row}, seat {seat}. Move them before you close or hold it.',
	'reject.seat_hold_taken_plain': 'Somebody sits there. Move them before you close or hold the seat.',
	'reject.seat_lock_nobody': 'This delegate has no seat yet, so there is nothing to lock. Give a seat first.',
	'reject.seat_locked': 'A seat was locked meanwhile, so this plan is no longer right. Nobody was moved.',
	'reject.seat_twice': 'One delegate was given two seats. Nobody was moved.',
	'reject.plan_overtaken':
		'Somebody has just changed a seat. This plan was not applied; look at the plan made anew.',
	'reject.no_hall': 'No hall is drawn yet. Choose one of the ready-made halls first.',
	'reject.block_unknown': 'This block is no longer in the hall. Nothing was saved; choose again.',
	'reject.hall_changed':
		'Somebody else saved the hall first. Yours was not saved and is still on this screen; look at the new one, then edit again.',
	'reject.hall_unseats':
		'{count} delegates sit on seats that the new hall does not have. Nothing was saved. Save and let them lose their seats?',
	'reject.hall_unseats_plain':
		'Some delegates sit on seats that the new hall does not have. Nothing was saved. Save and let them lose their seats?',
	'reject.hall_file_json':
		'The file cannot be read from line {line} on. Look at commas and brackets there, then import it again.',
	'reject.hall_file_json_plain':
		'The hall file is no right JSON. Look at commas and brackets, then import it again.',
	'reject.hall_file_kind': 'This is no hall file of Khánh Tiết. Choose one exported from the section Hall.',
	'reject.hall_file_version': 'The file has version {version}; this software reads version {known} only.',
	'reject.hall_file_version_plain': 'The file has a version that this software does not read.',
	'reject.hall_file_field':
		'Something in the hall file is wrong. Nothing was changed; please look at the file.',
	'reject.hall_block_twice': 'Two blocks are called {block}. Nothing was saved; give them different names.',
	'reject.hall_block_twice_plain': 'Two blocks have the same name. Nothing was saved.',
	'reject.hall_seat_missing': '{block} has no seat {seat} (row/seat). Nothing was saved.',
	'reject.hall_seat_missing_plain': 'A seat is marked that its block does not have. Nothing was saved.',
	'reject.hall_rows_wrong':
		'The seats of each row of {block} do not fit its rows and seats. Nothing was saved.',
	'reject.hall_rows_wrong_plain': 'The seats of each row do not fit the block. Nothing was saved.',
	'reject.hall_too_big': 'The hall is too big: {most} seats at most. Nothing was saved.',
	'reject.hall_too_big_plain': 'The hall is too big. Nothing was saved.',
	'reject.hall_door_unknown':
		'{block} is entered by “{door}”, but the hall has no such door. Nothing was saved.',
	'reject.hall_door_unknown_plain': 'A block is entered by a door the hall does not have. Nothing was saved.',
	'reject.item_current': 'This item is running, so that cannot be done now.',
	'reject.stale_order':
		'An item was just added or removed. The order was not changed; please arrange it again.',
	'reject.nothing_behind': 'This is the first item; there is nothing behind it.',
	'reject.part_of_part': 'This item is already part of another and cannot be divided further.',
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
	'reject.desk_twice': 'Two desks have the same name. Nothing was changed; give them different names.',
	'reject.no_free_seat': 'No suitable seat is free. Add a chair or choose a seat by hand.',
	'reject.admission_unknown': 'This admission was not found. It may have been undone already.',
	'reject.enrolment_expired': 'The task code has expired. Ask the organisers for a new one.',
	'reject.enrolment_used': 'The task code was used by another device. Ask the organisers for a new one.',
	'reject.enrolment_unknown': 'The task code is not right. Scan the code on the organisers’ screen again.',
	'reject.wrong_password':
		'The password is not right. Check the Vietnamese input method and Caps Lock, then try again.',
	'reject.admin_unknown': 'This administrator is gone. Reload the page for the current list.',
	'reject.last_admin': 'This is the only administrator and cannot be removed. Add another one first.',
	'reject.invite_unknown': 'This invitation was used or withdrawn.',
	'reject.token_unknown': 'This token was revoked before.',
	'reject.setup_link_used': 'The set-up link has been used. Sign in with the password you chose.',
	'reject.too_large': 'Too much was sent at once. Nothing has changed; send it in smaller parts.',
	'reject.note_too_long': 'The note is too long: at most {max} characters. It is still in the box.',
	'reject.note_too_long_plain': 'The note is too long. It is still in the box.',
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
	'reject.import_empty': 'The file has no row that can be imported. Nothing was imported.',
	'reject.enrolment_declined':
		'The organisers have not accepted this device. Ask them, then enter a new code.',
	'reject.file_password': 'The file has a password. Remove it in Excel, save and import again.',
	'reject.file_xlsb': 'An .xlsb file. Save it as .xlsx in Excel and import again.',
	'reject.file_html':
		'The file is a web page with an Excel name. Save it as .xlsx in Excel and import again.',
	'reject.hands_locked':
		'This list has been voted on and is locked. If that was a slip, undo the result first.',
	'reject.hands_list_changed':
		'Somebody else has just changed the list. Nothing was recorded; look at the new list and do it again.',
	'reject.hands_counted':
		'Somebody else has just recorded {for}/{base}. Yours was not recorded; correct it if it differs.',
	'reject.hands_counted_plain':
		'Somebody else has just recorded a result. Yours was not recorded; correct it if it differs.',
	'reject.hands_changed': 'The result has just become {for}/{base}. Nothing was changed; look at it again.',
	'reject.hands_changed_plain':
		'Somebody else has just changed the result. Nothing was changed; look at it again.',
	'reject.hands_none': 'There is no result for this item, or it has just been undone.',
	'reject.hands_left': 'The programme has moved on, so this cannot be undone. Use “Correct”.',
	'reject.hands_not_begun': 'This item has not begun. Wait until the stage comes to it.',
	'reject.hands_not_here': 'Nothing is passed by a show of hands in this item.',
	'reject.hands_too_many':
		'{count} were counted, but only {base} official delegates are present. Not recorded; count again or correct the number present.',
	'reject.hands_too_many_plain':
		'More hands than delegates present. Not recorded; count again or correct the number present.',
	'reject.hands_no_base':
		'No official delegate has been admitted yet. Not recorded; enter how many are present in the hall.',
	'reject.file_not_table': 'The file is no table. Choose an .xlsx or .csv file.',
	'reject.medium_type':
		'This file is no film, music or photo that the projector can play. Use .mp4 or .webm films, .mp3, .m4a, .ogg or .wav music, .jpg, .png or .webp photos.',
	'reject.medium_too_large':
		'The file is too large ({megabytes} MB at most). Nothing was stored; export it smaller and send it again.',
	'reject.medium_too_large_plain':
		'The file is too large. Nothing was stored; export it smaller and send it again.',
	'reject.medium_unknown':
		'This file is no longer part of the conference. Somebody may just have removed it.',
	'reject.medium_gone': 'The server no longer has this file. Please send it again.',
	'reject.medium_not_played': 'A photo cannot be played. Choose a film or music.',
	'reject.medium_playing': 'The file is playing and cannot be removed. Stop it first.',
	'reject.media_many': 'An item takes {most} files at most. Remove one first.',
	'reject.media_many_plain': 'This item has as many files as it takes. Remove one first.',
	'reject.photo_type': 'This file is no photo. Choose a .jpg, .png or .webp.',
	'reject.play_moved': 'Somebody else pressed first. Nothing was changed; look again, then press.',
	'reject.play_during_flag':
		'During the flag salute only what is attached to it is played; anything else by the stage manager.',
	'reject.upload_unknown': 'This upload was given up or left too long. Send the file from its beginning.',
	'reject.upload_busy': 'This file is being sent from elsewhere. Wait a moment.',
	'reject.upload_offset':
		'This piece does not follow what is here. The file goes on from where the server is.',
	'reject.upload_broken': 'The line broke. What was sent is still here; go on sending.',
	'reject.disk_full': 'The server’s disk is full. Nothing was stored; make room on it and send again.',
	'reject.range_outside': 'The range asked for lies outside the file.'
} satisfies Record<keyof typeof vi, string>;
