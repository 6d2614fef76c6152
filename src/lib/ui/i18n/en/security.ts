/** Owns: the English of `vi/security.ts`. */
import type { security as vi } from '../vi/security';

export const security = {
	'security.now': 'On now',
	'security.before': 'Not begun',
	'security.ended': 'The programme has ended',
	'security.next': 'Next: {item}',
	'security.vips': 'Important delegates arrived',
	'security.of': '{present}/{of}',
	'security.noVips': 'No important delegate has arrived yet.',
	'security.lounge': 'Lounge',
	'security.buses': 'Larger delegations arrived'
} satisfies Record<keyof typeof vi, string>;
