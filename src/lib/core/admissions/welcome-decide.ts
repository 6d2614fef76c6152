/** Owns: the facts a desk notes beside an admission, and the order that says how many sets of documents there are. */
import type { Claim, Deciders } from '../log/command';
import type { DecideContext } from '../log/event';
import { ok } from '../result';
import type { DelegateId } from '../delegates/model';
import { factTime } from './decide';

export type WelcomeFacts = {
	'door.lounge': Claim & { admission: string; on: boolean };
	'door.companions': Claim & { admission: string; count: number };
	'door.documents': Claim & { delegate: DelegateId; given: boolean };
	'door.count': Claim & { unit: string; delta: number; desk?: string | null };
};
export type WelcomeCommands = WelcomeFacts & { 'documents.stock': { sets: number | null } };

const mark = (claim: Claim, ctx: DecideContext) => ({
	...factTime(claim, ctx.now),
	id: ctx.command,
	device: ctx.actor.id
});

export const welcomeFacts: Deciders<WelcomeFacts> = {
	'door.lounge': {
		kind: 'fact',
		decide(_state, payload, ctx) {
			const { admission, on } = payload;
			return ok({
				events: [{ type: 'loungeMarked', payload: { mark: { ...mark(payload, ctx), admission, on } } }]
			});
		}
	},
	'door.companions': {
		kind: 'fact',
		decide(_state, payload, ctx) {
			const { admission, count } = payload;
			return ok({
				events: [{ type: 'companionsNoted', payload: { mark: { ...mark(payload, ctx), admission, count } } }]
			});
		}
	},
	'door.documents': {
		kind: 'fact',
		decide(_state, payload, ctx) {
			const { delegate, given } = payload;
			return ok({
				events: [{ type: 'documentsMarked', payload: { mark: { ...mark(payload, ctx), delegate, given } } }]
			});
		}
	},
	'door.count': {
		kind: 'fact',
		decide(_state, payload, ctx) {
			const { unit, delta, desk = null } = payload;
			return ok({
				events: [{ type: 'unitCounted', payload: { mark: { ...mark(payload, ctx), unit, delta, desk } } }]
			});
		}
	}
};

export const welcomeDeciders: Deciders<WelcomeCommands> = {
	...welcomeFacts,
	'documents.stock': {
		kind: 'order',
		decide: (_state, payload) => ok({ events: [{ type: 'documentsStocked', payload }] })
	}
};
