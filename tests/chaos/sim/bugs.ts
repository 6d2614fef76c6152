/** Owns: the planted bugs. Each is a wrapper at one port; a chaos run that does not catch every one is worth nothing. */
import { primaryAdmission } from '../../../src/lib/core/admissions/model';
import type { CommandRow } from '../../../src/lib/server/log/store';
import { pendingOver } from '../../../src/lib/sync/pending';
import type { Answer } from '../../../src/lib/sync/queue';
import type { Rule } from './alarms';
import { MemoryDisk } from './disk';
import type { Append, Ports, Store } from './ports';
import { MemoryStore } from './store';

/** A store of the same rows, in which appending is another. */
const storeWith =
	(change: (inner: MemoryStore) => Partial<Store>) =>
	(store: Store): Store => {
		if (!(store instanceof MemoryStore)) throw new Error('no store to plant a bug in');
		const whole: Store = {
			append: (input, done) => store.append(input, done),
			commands: (ids) => store.commands(ids),
			events: (after) => store.events(after),
			personal: () => store.personal()
		};
		return { ...whole, ...change(store) };
	};
export const bugs = {
	'acknowledge before commit': {
		store: storeWith((inner) => {
			return {
				append(input, done) {
					// The statement is on its way; the process goes on as if it had come back.
					inner.append(input, () => undefined);
					done('moved');
				}
			};
		})
	},
	'no unique command id': {
		store: storeWith((inner) => ({
			append: (input, done) => inner.append({ ...input, rows: [] }, done)
		}))
	},
	'dedupe by person only': { store: storeWith(onePersonOnce) },
	'drop on 409': {
		down: (message) =>
			message.is === 'answers' && message.answers
				? { ...message, answers: message.answers.map(takenAsDone) }
				: message
	},
	'queue erased by a roster refresh': {
		disk: (disk) => {
			if (!(disk instanceof MemoryDisk)) throw new Error('no disk to plant a bug in');
			const plain = disk.saveReplica.bind(disk);
			disk.saveReplica = (replica, fresh?: boolean) => {
				plain(replica);
				if (fresh) disk.outbox.clear();
			};
			return disk;
		}
	},
	'counter reset on reload': {
		ids: (device) => {
			let next = 0;
			return () => `${device}-${String(++next).padStart(8, '0')}`;
		}
	},
	'pending not replayed': { screen: (confirmed, _pending, actor) => pendingOver(confirmed, [], actor) },
	'primary by arrival': {
		up(message, { now }) {
			if (message.is !== 'commands') return message;
			const commands = message.commands.map((command) =>
				command.type === 'door.admit'
					? { ...command, payload: { ...command.payload, offset: now - command.payload.claimedAt } }
					: command
			);
			return { ...message, commands };
		}
	},
	'tail from the wrong seq': {
		// Only tails: a process that starts reads from the beginning.
		store: storeWith((inner) => ({ events: (after) => inner.events(after === 0 ? 0 : after + 1) }))
	},
	'batch half appended': {
		store: storeWith((inner) => ({
			append(input, done) {
				const half = input.events.slice(0, Math.ceil(input.events.length / 2));
				inner.append({ ...input, events: half }, done);
			}
		}))
	},
	'undo by person': {
		up(message, { screen }) {
			const admissions = screen()?.state.admissions;
			if (message.is !== 'commands' || !admissions) return message;
			const commands = message.commands.map((command) => {
				if (command.type !== 'door.undo') return command;
				const { admission } = command.payload;
				for (const bucket of admissions.byDelegate.buckets)
					for (const row of Object.values(bucket ?? {})) {
						const first = row.admissions.includes(admission) && primaryAdmission(admissions, row.id);
						if (first) return { ...command, payload: { ...command.payload, admission: first.id } };
					}
				return command;
			});
			return { ...message, commands };
		}
	},
	'clock offset ignored': { offset: () => 0 }
} satisfies Record<string, Partial<Ports>>;

/** The rule that each of them must be seen to break, whatever else goes wrong with it. */
export const breaks: Record<keyof typeof bugs, Rule> = {
	'acknowledge before commit': 'kept',
	'no unique command id': 'once',
	'dedupe by person only': 'kept',
	'drop on 409': 'kept',
	'queue erased by a roster refresh': 'kept',
	'counter reset on reload': 'asItWas',
	'pending not replayed': 'screen',
	'primary by arrival': 'primary',
	'tail from the wrong seq': 'replica',
	'batch half appended': 'kept',
	'undo by person': 'asItWas',
	'clock offset ignored': 'clock'
};

/** Whatever is no yes is taken as one. */
const takenAsDone = (answer: Answer): Answer =>
	answer.ok || answer.id === null ? answer : { id: answer.id, ok: true, seq: 0 };

/** A unique index on the person in place of the one on the command's id. */
function onePersonOnce(inner: MemoryStore): Partial<Store> {
	const admitted = new Map<string, CommandRow>();
	const personOf = (input: Append): Map<string, CommandRow> => {
		const found = new Map<string, CommandRow>();
		for (const event of input.events) {
			const row = input.rows.find(({ id }) => id === event.command);
			if (event.type === 'admitted' && row) found.set(event.payload.admission.delegate, row);
		}
		return found;
	};
	return {
		append(input, done) {
			const people = personOf(input);
			const twice = [...people].filter(([person, row]) => (admitted.get(person)?.id ?? row.id) !== row.id);
			for (const [, row] of twice) inner.rows.set(row.id, { ...row, result: { seq: inner.log.length } });
			if (twice.length) return done('known');
			inner.append(input, (outcome) => {
				if (outcome === 'moved') for (const [person, row] of people) admitted.set(person, row);
				done(outcome);
			});
		}
	};
}
