/** Owns: the silent reports to security and medics. Apart from the tables of cues: every reducer carries it. */
import type { Role } from '../access/roles';

/** Silent reports: who is told. Never the hall, nor the MC. */
export const ALERTS = {
	medical: ['security'],
	disorder: ['security'],
	vipArrival: ['security', 'steward'],
	busArrival: ['security', 'usher']
} as const satisfies Record<string, readonly Role[]>;
export type AlertKind = keyof typeof ALERTS;
export const ALERT_KINDS = ['medical', 'disorder', 'vipArrival', 'busArrival'] as const satisfies AlertKind[];
