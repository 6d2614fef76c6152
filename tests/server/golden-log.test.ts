import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Command } from '../../src/lib/core/log/command';
import type { Actor, LogEvent } from '../../src/lib/core/log/event';
import { standingById } from '../../src/lib/core/cues/plan';
import { commandTypes } from '../../src/lib/core/log/decide';
import {
	evolve,
	initialState,
	sliceNames,
	typesOf,
	type SliceName,
	type State
} from '../../src/lib/core/log/slices';
import { readEvents } from '../../src/lib/server/log/store';
import { freshDatabase, type FreshDatabase } from '../database';
import { startNode, type TestNode } from '../support/node';
import { MemoryLog } from '../support/random-day';

/**
 * A day recorded once with version 1 of the events: paper, never changed again. When a rule or an event grows old,
 * this file must still fold to what it meant then. A new release adds a file beside it.
 */
const FILE = new URL('../fixtures/golden-log-v1.json', import.meta.url);
type Golden = { about: string; types: string[]; states: Record<string, string>; events: LogEvent[] };

function canonical(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(canonical);
	if (value === null || typeof value !== 'object') return value;
	return Object.fromEntries(
		Object.entries(value)
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([key, inner]) => [key, canonical(inner)])
	);
}
const hash = (value: unknown): string =>
	createHash('sha256')
		.update(JSON.stringify(canonical(value)))
		.digest('hex')
		.slice(0, 16);
/** A hash a slice, so that a failure names the noun. A slice that came later says nothing about an older log. */
const statesOf = (
	state: State,
	names: readonly SliceName[] = sliceNames.filter((name) => name in golden.states)
): Record<string, string> => Object.fromEntries(names.map((name) => [name, hash(state[name])]));
const fold = (events: LogEvent[]): State =>
	events.reduce<State>((state, event) => evolve(state, event), initialState);

/** How the file was made: a paper day that meets every command. Runs only when there is no file. */
function record(): void {
	const day = new MemoryLog();
	day.begin();
	for (let i = 0; i < 8 * commandTypes.length; i++)
		day.play({ what: i * 7 + Math.floor(i / commandTypes.length), who: (i * 13) % 97, how: (i * 29) % 89 });
	const stage: Actor = { kind: 'device', id: 'stage-1', role: 'stage' };
	const mc: Actor = { kind: 'device', id: 'mc-1', role: 'mc' };
	const send = (command: Omit<Command, 'id'>, actor: Actor): string => {
		const id = day.nextId();
		if (!day.apply({ ...command, id } as Command, actor).length)
			throw new Error(`${command.type} was refused`);
		return id;
	};
	// What chance seldom meets: pairs that belong together.
	const expectedItem = () => ({ expectedItem: day.log.state.programme.live?.item ?? null });
	if (day.log.state.programme.endedAt !== null)
		send({ type: 'programme.back', payload: expectedItem() }, stage);
	if (!day.log.state.programme.live) send({ type: 'programme.next', payload: expectedItem() }, stage);
	if (day.log.state.programme.live?.heldSince === null)
		send({ type: 'programme.hold', payload: expectedItem() }, stage);
	send({ type: 'programme.resume', payload: expectedItem() }, stage);
	const of = send({ type: 'programme.back', payload: expectedItem() }, stage);
	send({ type: 'programme.undo', payload: { of } }, stage);
	const item = {
		id: 'c-tick',
		text: 'Nước',
		responsible: '',
		minutesBefore: 60,
		dueDate: null,
		tag: 'water'
	};
	send({ type: 'checklist.set', payload: { item } }, stage);
	send({ type: 'checklist.tick', payload: { id: 'c-tick', done: true } }, stage);
	send({ type: 'note.send', payload: { id: 'n-last', to: { roles: ['mc'] }, text: 'Chờ' } }, stage);
	const answer = send({ type: 'note.answer', payload: { note: 'n-last', answer: 'unclear' } }, mc);
	send({ type: 'note.called', payload: { note: 'n-last', answer } }, stage);
	const decision = {
		id: 'q-last',
		form: 'Giấy khen',
		rank: 'commune' as const,
		number: '',
		caller: 'mc' as const
	};
	const last = { delegate: null, id: 'r-last', decision: 'q-last', type: 'household' as const };
	send(
		{ type: 'award.set', payload: { decision, recipients: [{ ...last, wave: 99, stagePosition: 1 }] } },
		stage
	);
	const confirmed = { wave: 99, presenter: 1 as const, version: 1, how: 'scan' as const };
	send({ type: 'wave.confirm', payload: confirmed }, stage);
	const medium = { hash: 'f'.repeat(64), size: 9, type: 'audio/wav' as const, ms: 1000 };
	send({ type: 'media.add', payload: { medium, name: 'Nhạc' } }, stage);
	const seen = () => ({ step: day.log.state.media.step });
	const play = send({ type: 'media.play', payload: { hash: medium.hash, ...seen() } }, stage);
	send({ type: 'media.pause', payload: seen() }, stage);
	send({ type: 'media.resume', payload: seen() }, stage);
	send({ type: 'media.stop', payload: { play } }, stage);
	const photo = { ...medium, hash: 'e'.repeat(64), type: 'image/png' as const };
	send({ type: 'media.add', payload: { medium: photo, name: 'Ảnh' } }, stage);
	send({ type: 'award.photo', payload: { recipient: 'r-last', hash: photo.hash } }, stage);
	const vote = {
		id: 'vote-last',
		kinds: ['thong_qua' as const],
		title: 'Thông qua danh sách',
		minutes: 5,
		on: true,
		delegate: null
	};
	send({ type: 'programme.insert', payload: { item: vote, before: null } }, stage);
	send({ type: 'programme.jump', payload: { ...expectedItem(), to: vote.id } }, stage);
	const listed = send(
		{ type: 'hands.list', payload: { item: vote.id, lines: ['Nông Văn Thử'], based: null } },
		stage
	);
	const counted = send(
		{ type: 'hands.count', payload: { item: vote.id, counts: null, listed, base: 9 } },
		stage
	);
	const counts = { for: 8, against: 1, other: 0 };
	const corrected = send({ type: 'hands.correct', payload: { item: vote.id, counts, of: counted } }, stage);
	send({ type: 'hands.show', payload: { item: vote.id, on: true } }, stage);
	send({ type: 'hands.undo', payload: { item: vote.id, of: corrected } }, stage);
	send({ type: 'cue.alert', payload: { id: 'alert-last', what: 'medical', detail: 'Khối A' } }, stage);
	const alert = standingById(day.log.state, 'alert-last');
	if (!alert) throw new Error('the alert is not standing');
	const security: Actor = { kind: 'device', id: 'guard-1', role: 'security' };
	const said = send(
		{
			type: 'cue.answer',
			payload: { cue: 'alert-last', occurrence: alert.occurrence, phase: 'go', answer: 'unclear' }
		},
		security
	);
	send({ type: 'cue.called', payload: { cue: 'alert-last', answer: said } }, stage);
	const [seated = 'p0'] = Object.keys(day.log.state.seating.seats);
	send({ type: 'seat.lock', payload: { delegates: [seated], on: true } }, stage);
	const { events } = day;
	const golden: Golden = {
		about: 'Recorded with version 1 of the events. Never edit; a new release adds its own file.',
		types: [...typesOf(sliceNames)].sort(),
		states: statesOf(fold(events), sliceNames),
		events
	};
	const lines = events.map((event) => `\t\t${JSON.stringify(event)}`).join(',\n');
	writeFileSync(
		FILE,
		`{\n\t"about": ${JSON.stringify(golden.about)},\n\t"types": ${JSON.stringify(golden.types)},\n\t"states": ${JSON.stringify(golden.states)},\n\t"events": [\n${lines}\n\t]\n}\n`
	);
}

if (!existsSync(FILE) && process.env.KT_RECORD_GOLDEN) record();
const golden = JSON.parse(readFileSync(FILE, 'utf8')) as Golden;

describe('the golden log', () => {
	let database: FreshDatabase;
	let node: TestNode;
	beforeAll(async () => {
		database = await freshDatabase();
		node = await startNode(database.url);
	});
	afterAll(async () => {
		await node.stop();
		await database.drop();
	});

	it('LOG-11: the log of version 1 still folds to the state it meant when it was recorded', () => {
		expect(
			statesOf(fold(golden.events)),
			'A meaning changed. Give the event a new version and lift old ones in an upcaster; never edit the recorded file.'
		).toEqual(golden.states);
	});

	it('LOG-14: the recorded day holds every event type of its version, and each is still known', () => {
		const recorded = [...new Set(golden.events.map((event) => event.type))].sort();
		expect(recorded).toEqual(golden.types);
		const known = typesOf(sliceNames);
		expect(recorded.filter((type) => !known.has(type))).toEqual([]);
	});

	it('LOG-15: stored in a database, the old log comes back and folds to the same', async () => {
		const { sql } = node.app.db;
		await sql`insert into conference (id, template, title, token_key, created_at, head)
			values ('golden', null, 'Cũ', ${Buffer.alloc(32)}, 0, ${golden.events.length})`;
		for (const e of golden.events)
			await sql`insert into event (conference, seq, epoch, type, v, at, actor, command, payload)
				values ('golden', ${e.seq}, ${e.epoch}, ${e.type}, ${e.v}, ${e.at}, ${JSON.stringify(e.actor)}::text::jsonb, ${e.command}, ${JSON.stringify(e.payload)}::text::jsonb)`;
		expect(await readEvents(node.app.db, 'golden', 0, 5000)).toEqual(golden.events);
		const log = await node.app.conferences.get('golden');
		expect(log && statesOf(log.state)).toEqual(golden.states);
	});
});
