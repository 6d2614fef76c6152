/** A day of awards in memory: decisions, waves and what is done with them, as the screens would send it. */
import { SeatingDay } from '../seating/seating.fixture';
import {
	membersOf,
	type AwardDecision,
	type AwardRank,
	type PresenterNumber,
	type RecipientType
} from './model';
import type { EnteredRecipient } from './decide';

export const decisionOf = (id: string, rank: AwardRank = 'commune'): AwardDecision => ({
	id,
	form: 'Giấy khen',
	rank,
	number: '12/QĐ-UBND',
	caller: 'reader'
});

export class AwardDay extends SeatingDay {
	/** One decision with so many of a type; a person `<decision><type><n>` is invited for each. */
	decide(id: string, counts: Partial<Record<RecipientType, number>>, rank: AwardRank = 'commune'): this {
		const recipients = Object.entries(counts).flatMap(([type, count]) =>
			Array.from({ length: count }, (_, at): EnteredRecipient => ({
				id: `${id}-${type[0]}${at + 1}`,
				delegate: `${id}${type[0]}${at + 1}`,
				decision: id,
				type: type as RecipientType,
				wave: 0,
				stagePosition: 0
			}))
		);
		this.invite(...recipients.flatMap(({ delegate }) => (delegate ? [{ id: delegate }] : [])));
		return this.send('award.set', { decision: decisionOf(id, rank), recipients });
	}

	wave(number: number) {
		const wave = this.state.awards.waves[number];
		if (!wave) throw new Error(`no wave ${number}`);
		return wave;
	}
	members = (number: number): string[] => membersOf(this.state.awards, number).map((row) => row.id);
	seen = (number: number) => {
		const { step, given, version } = this.wave(number);
		return { wave: number, step, given, version };
	};
	confirm(number: number, ...presenters: PresenterNumber[]): this {
		for (const presenter of presenters)
			this.send('wave.confirm', { wave: number, presenter, version: this.wave(number).version, how: 'tap' });
		return this;
	}
	next(number: number, times = 1): this {
		for (let i = 0; i < times; i++) this.send('wave.next', this.seen(number));
		return this;
	}
}
