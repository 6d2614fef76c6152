/** Owns: how many are proposed in each category of the plan, against what the plan says. Words only, never a lock. */
import type { AwardQuota } from '../conference/model';
import type { Recipient } from './model';

export type QuotaCount = {
	category: string;
	min: number;
	max: number;
	count: number;
	state: 'few' | 'fits' | 'many';
};
export type QuotaSums = {
	rows: QuotaCount[];
	min: number;
	max: number;
	/** Of all recipients, also of those in no category of the plan. */
	total: number;
	/** In no category of the plan. */
	outside: number;
};

/** @returns null where the plan has no quotas */
export function quotaSums(
	quotas: readonly Pick<AwardQuota, 'category' | 'min' | 'max'>[],
	recipients: readonly Pick<Recipient, 'category'>[]
): QuotaSums | null {
	if (!quotas.length) return null;
	const rows = quotas.map(({ category, min, max }): QuotaCount => {
		const count = recipients.filter((one) => one.category === category).length;
		return { category, min, max, count, state: count < min ? 'few' : count > max ? 'many' : 'fits' };
	});
	const inside = rows.reduce((sum, row) => sum + row.count, 0);
	return {
		rows,
		min: rows.reduce((sum, row) => sum + row.min, 0),
		max: rows.reduce((sum, row) => sum + row.max, 0),
		total: recipients.length,
		outside: recipients.length - inside
	};
}
