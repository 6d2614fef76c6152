/**
 * Owns: what became of a decision's awards, for the lists after. Every recipient stands in exactly one of the four
 * lists, so that they add up to the decision; "in sai" is a mark beside them.
 */
import type { AwardsState, LaterReason, Row } from './model';

export type ToSend = { row: Row; reason: LaterReason };
export type AwardTally = {
	decision: string;
	total: number;
	/** Handed over to the recipient or, for a collective or household, to its representative. */
	given: Row[];
	onBehalf: Row[];
	toSend: ToSend[];
	/** Still to be handed over on the stage. */
	toCome: Row[];
	/** Of all of these: collected and made again. */
	misprinted: Row[];
};

export function tallyOf(awards: AwardsState, decision: string): AwardTally {
	const rows = Object.values(awards.recipients)
		.filter((row) => row.decision === decision)
		.sort((a, b) => a.listed - b.listed || (a.id < b.id ? -1 : 1));
	const tally: AwardTally = {
		decision,
		total: rows.length,
		given: [],
		onBehalf: [],
		toSend: [],
		toCome: [],
		misprinted: []
	};
	for (const row of rows) {
		const outcome = awards.outcomes[row.id] ?? {};
		if (outcome.misprinted) tally.misprinted.push(row);
		if (outcome.givenAt !== undefined) (outcome.onBehalf ? tally.onBehalf : tally.given).push(row);
		else if (outcome.later !== undefined) tally.toSend.push({ row, reason: outcome.later });
		else if (outcome.frameMissing) tally.toSend.push({ row, reason: 'frameMissing' });
		else tally.toCome.push(row);
	}
	return tally;
}
