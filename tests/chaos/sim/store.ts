/**
 * Owns: the simulated database: what is committed stays, a batch is written whole or not at all, a command's id stands
 * once. A statement that was under way when its process died, or its connection broke, is carried out or not.
 */
import type { LogEvent, PersonalPayload } from '../../../src/lib/core/log/event';
import type { CommandRow } from '../../../src/lib/server/log/store';
import type { Chance } from './chance';
import type { Append, Appended, Store } from './ports';
import type { Schedule } from './schedule';

/** A text that passes every check of the wire and that the database refuses all the same. */
export const UNSTORABLE = 'unstorable';

export class MemoryStore implements Store {
	readonly log: LogEvent[] = [];
	readonly rows = new Map<string, CommandRow>();
	readonly rowsBeside = new Map<string, PersonalPayload>();
	/** How often a statement's connection breaks. */
	broken = 0;
	slow = 20;
	/** Stops with its process. */
	#underWay = new Set<{ callOff: () => void }>();

	constructor(
		private readonly schedule: Schedule,
		private readonly chance: Chance
	) {}

	append(input: Append, done: (outcome: Appended) => void): void {
		const { chance, schedule } = this;
		const breaks = chance.happens(this.broken);
		const carriedOut = !breaks || chance.happens(0.5);
		const statement = { callOff: (): void => undefined };
		this.#underWay.add(statement);
		statement.callOff = schedule.after(chance.between(1, this.slow), () => {
			const outcome = carriedOut ? this.commit(input) : 'broken';
			statement.callOff = schedule.after(chance.between(0, 3), () => {
				this.#underWay.delete(statement);
				done(breaks ? 'broken' : outcome);
			});
		});
	}

	/** The server process died: half of its statements had reached the database. */
	cut(): void {
		for (const { callOff } of this.#underWay) if (this.chance.happens(0.5)) callOff();
		this.#underWay.clear();
	}

	/** One transaction. */
	commit({ expectedHead, events, rows, personal }: Append): Appended {
		if (expectedHead !== this.log.length) return 'missed';
		if (rows.some(({ id }) => this.rows.has(id))) return 'known';
		if (personal.some(({ payload }) => payload?.['note'] === UNSTORABLE)) return 'poison';
		this.write({ expectedHead, events, rows, personal });
		return 'moved';
	}

	/** Writes without a look at what is there. */
	write({ events, rows, personal }: Append): void {
		this.log.push(...events);
		for (const row of rows) this.rows.set(row.id, row);
		for (const { ref, payload } of personal)
			if (payload) this.rowsBeside.set(ref, payload);
			else this.rowsBeside.delete(ref);
	}

	commands(ids: readonly string[]): CommandRow[] {
		return ids.flatMap((id) => this.rows.get(id) ?? []);
	}
	events(after: number): LogEvent[] {
		return this.log.slice(after);
	}
	personal(): ReadonlyMap<string, PersonalPayload> {
		return this.rowsBeside;
	}
}
