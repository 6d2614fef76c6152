/** Owns: English for `vi/devices.ts`. */
import type { devices as vi } from '../vi/devices';

export const devices = {
	'device.title': 'Devices',
	'device.enrol': 'Give a device its task',
	'device.enrolHint': 'The helper scans this code with their phone. It works once and expires at {time}.',
	'device.name': 'Name of the device',
	'device.rename': 'Rename the device',
	'device.role': 'Task',
	'device.changeRole': 'Give another task',
	'device.revoke': 'Take the device back',
	'device.revoked': 'Taken back',
	'device.waitingApproval': 'Waiting for the organisers',
	'device.approve': 'Approve',
	'device.lastSeen': 'Last seen at {time}',
	'device.queued': 'Not yet sent: {count}',
	'device.battery': 'Battery {percent}%',
	'device.clockOff': 'Clock off by {duration}',
	'device.youAre': 'This device: {role}',
	'device.empty': 'No device has a task yet',
	'device.emptyHint': 'Choose a task, then let the helper scan the QR code.'
} satisfies Record<keyof typeof vi, string>;
