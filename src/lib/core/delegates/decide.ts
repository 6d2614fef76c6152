/** Owns: the rules of the roster. An import is one event in one transaction: all or nothing. */
import type { Deciders } from '../log/command';
import { ok, reject } from '../result';
import { rowOf } from '../table';
import { toDelegate, type EnteredDelegate } from './entered';
import type { DelegateId, DelegatePatch, DelegatePersonal } from './model';

export type RosterCommands = {
	'delegate.add': { delegate: EnteredDelegate };
	'delegate.import': { delegates: EnteredDelegate[] };
	'delegate.edit': { id: DelegateId; patch: DelegatePatch; personal?: DelegatePersonal };
	'delegate.withdraw': { id: DelegateId; withdrawn: boolean };
	'delegate.reissue': { id: DelegateId };
};

export const rosterDeciders: Deciders<RosterCommands> = {
	'delegate.add': {
		kind: 'order',
		decide(state, payload, { now }) {
			if (rowOf(state.roster.delegates, payload.delegate.id)) return reject('id_taken');
			const { delegate, personal } = toDelegate(payload.delegate, now);
			return ok({ events: [{ type: 'delegateAdded', payload: { delegate } }], personal: [personal] });
		}
	},
	'delegate.import': {
		kind: 'order',
		decide(state, payload, { now }) {
			const ids = new Set(payload.delegates.map((d) => d.id));
			if (ids.size !== payload.delegates.length) return reject('id_taken');
			if (payload.delegates.some((d) => rowOf(state.roster.delegates, d.id))) return reject('id_taken');
			const rows = payload.delegates.map((delegate) => toDelegate(delegate, now));
			return ok({
				events: [{ type: 'delegatesImported', payload: { delegates: rows.map((r) => r.delegate) } }],
				personal: rows.map((r) => r.personal)
			});
		}
	},
	'delegate.edit': {
		kind: 'order',
		decide(state, { id, patch, personal }) {
			if (!rowOf(state.roster.delegates, id)) return reject('delegate_unknown');
			return ok({
				events: [{ type: 'delegateEdited', payload: { id, patch } }],
				...(personal && { personal: [{ ref: `delegate:${id}`, payload: { ...personal } }] })
			});
		}
	},
	'delegate.withdraw': {
		kind: 'order',
		decide(state, payload) {
			if (!rowOf(state.roster.delegates, payload.id)) return reject('delegate_unknown');
			return ok({ events: [{ type: 'invitationWithdrawn', payload }] });
		}
	},
	'delegate.reissue': {
		kind: 'order',
		decide(state, { id }) {
			const row = rowOf(state.roster.delegates, id);
			if (!row) return reject('delegate_unknown');
			return ok({ events: [{ type: 'invitationReissued', payload: { id, version: row.tokenVersion + 1 } }] });
		}
	}
};
