/** Owns: English for `vi/role-screens.ts`. */
import type { roleScreens as vi } from '../vi/role-screens';

export const roleScreens = {
	'role.admin.screen': 'Prepare the conference, give devices their tasks and watch everything.',
	'role.reception.screen': 'Scan invitations, search by name or tick by unit; works without a network too.',
	'role.usher.screen':
		'Seat map: who has arrived, where they sit, which distinguished delegate is coming in.',
	'role.stage.screen': 'The live run-sheet: next item, hold, add or take minutes, expected end.',
	'role.awards.screen': 'Wave by wave: who is ready, which frame is next, who receives on behalf or later.',
	'role.mc.screen': 'The text in large type, the next item, the time left and the introduction list.',
	'role.chair.screen': 'Current item, time, who is next and readiness.',
	'role.reader.screen': 'When to walk up, which decision to read and whom to invite.',
	'role.presenter-1.screen': 'The frame stack of the first table and the cue to go on stage.',
	'role.presenter-2.screen': 'The frame stack of the second table and the cue to go on stage.',
	'role.marshal.screen': 'Recipients in stage order, ticked off as they line up.',
	'role.steward.screen': 'Which leader to bring up, when and with whom.',
	'role.tech.screen': 'Cues for sound, light, video and performances, item by item.',
	'role.recorder.screen': 'Notes, results of votes and figures for the minutes.',
	'role.security.screen': 'Silent cues, news of arriving cars and buses; no lists.',
	'role.projector.screen': 'Follows the programme: welcome backdrop, current item, names of the awarded.',
	'role.overlay.screen': 'Name and title on a transparent ground for the live broadcast.',
	'role.board.screen':
		'In the lobby: delegates find their name, seat and way; it holds names, units and seats only.',
	'role.kiosk.screen':
		'Delegates show their invitation: a greeting and the way to the seat, without any list.',
	'role.viewer.screen': 'Follows the programme without touching it.',
	'role.delegate.screen': 'Invitation, seat and live programme.',
	'roles.current': 'Now',
	'roles.next': 'Next'
} satisfies Record<keyof typeof vi, string>;
