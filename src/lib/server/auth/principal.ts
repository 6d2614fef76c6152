/** Owns: who is asking. A browser may hold several devices' cookies; the role asked for chooses among them. */
import type { Role } from '../../core/access/roles';
import type { Actor } from '../../core/log/event';

export type Principal =
	| {
			kind: 'admin';
			id: string;
			name: string;
			role: 'admin';
			/** The token that acts in the administrator's name; absent where the person signed in. */
			token?: string;
	  }
	| {
			kind: 'device' | 'token';
			id: string;
			name: string;
			conference: string;
			role: Role;
			desk: string | null;
			/** Where an admin sent it, when elsewhere than its role's own screen. */
			screen: string | null;
	  }
	| { kind: 'delegate'; conference: string; delegate: string; role: 'delegate' }
	| { kind: 'public'; conference: string; role: 'viewer' };

export const actorOf = (principal: Principal): Actor => {
	switch (principal.kind) {
		case 'admin':
			// The audit trail tells a script from the person.
			return principal.token
				? { kind: 'token', id: principal.token, role: 'admin' }
				: { kind: 'admin', id: principal.id, role: 'admin' };
		case 'device':
		case 'token':
			return { kind: principal.kind, id: principal.id, role: principal.role };
		case 'delegate':
			return { kind: 'device', id: `delegate:${principal.delegate}`, role: 'delegate' };
		case 'public':
			return { kind: 'device', id: 'public', role: 'viewer' };
	}
};

export const deviceOf = (principal: Principal): string | null =>
	principal.kind === 'device' || principal.kind === 'token' ? principal.id : null;

export const mayEnter = (principal: Principal, conference: string): boolean =>
	principal.kind === 'admin' || principal.conference === conference;
