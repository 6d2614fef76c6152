/** Owns: English for `vi/roles.ts`. */
import type { roles as vi } from '../vi/roles';

export const roles = {
	'role.admin': 'Organisers',
	'role.reception': 'Reception',
	'role.usher': 'Usher',
	'role.stage': 'Stage manager',
	'role.awards': 'Award controller',
	'role.mc': 'MC',
	'role.chair': 'Chair',
	'role.reader': 'Decision reader',
	'role.presenter-1': 'Award presenter 1',
	'role.presenter-2': 'Award presenter 2',
	'role.marshal': 'Marshal in the wings',
	'role.steward': 'Steward of the conferrers',
	'role.tech': 'Sound and light',
	'role.recorder': 'Recorder',
	'role.security': 'Security and first aid',
	'role.projector': 'Projector',
	'role.overlay': 'Broadcast overlay',
	'role.board': 'Seat finder',
	'role.kiosk': 'Seat look-up screen',
	'role.viewer': 'Viewer',
	'role.delegate': 'Delegate'
} satisfies Record<keyof typeof vi, string>;
