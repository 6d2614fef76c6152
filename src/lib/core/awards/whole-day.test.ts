import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LogEvent } from '../log/event';
import { evolve, initialState, type State } from '../log/slices';
import { views } from '../views/registry';
import { callParts } from './call';
import { membersOf, wavesInOrder, type Wave } from './model';
import { honouredView, isAtHand } from './people';
import { DOINGS, RandomAwards, type Choice, type Doing } from './random-awards.fixture';
import { nextFrame } from './run';
import { framesOf, isConfirmed, stacksOf, unconfirmed } from './stack';
import { tallyOf } from './tally';
import { currentWave, queueOf } from './waves';

const number = fc.nat(40);
/** What comes up while frames are handed over. */
const ON_STAGE: readonly Doing[] = [
	...([
		'goOn',
		'goOn',
		'goOn',
		'goOn',
		'frame',
		'frame',
		'frame',
		'swap',
		'swap',
		'swap',
		'later',
		'move'
	] as const),
	...(['back', 'undo', 'behalf'] as const)
];
/** Most days are made of a few kinds of doing only: what takes several of one kind comes up far more often. */
const kinds: fc.Arbitrary<readonly Doing[]> = fc.oneof(
	{ weight: 1, arbitrary: fc.constant(DOINGS) },
	{ weight: 2, arbitrary: fc.constant(ON_STAGE) },
	{
		weight: 1,
		arbitrary: fc
			.subarray([...DOINGS], { minLength: 4, maxLength: 14 })
			.map((some): Doing[] => ['goOn', 'goOn', ...some])
	}
);
const choices: fc.Arbitrary<Choice[]> = fc
	.tuple(
		kinds,
		fc.array(fc.record({ what: fc.nat(999), who: number, other: number, how: fc.nat(11) }), {
			maxLength: 70,
			size: 'max'
		})
	)
	.map(([some, list]) =>
		list.map(({ what, ...one }) => ({ ...one, doing: some[what % some.length] ?? 'goOn' }))
	);

/** Plays a random day and asks after each thing that was done, taken or refused. */
function everyDay(
	each: (day: RandomAwards, before: RandomAwards['state'], news: readonly LogEvent[]) => void,
	{ after = () => undefined, runs = 120 }: { after?: (day: RandomAwards) => void; runs?: number } = {}
): void {
	fc.assert(
		fc.property(choices, (list) => {
			const day = RandomAwards.begin();
			for (const one of list) {
				const before = day.state;
				const logged = day.log.length;
				day.do(one);
				each(day, before, day.log.slice(logged));
			}
			after(day);
		}),
		// A failing day is told as short as half a minute makes it.
		{ numRuns: runs, interruptAfterTimeLimit: 30_000 }
	);
}

/** A list that is entered anew may put somebody into no wave, and undo brings back whatever was. */
const LEAVES_WITHOUT_REASON: readonly Doing[] = ['set', 'amend', 'undo'];
/** Changing it afterwards throws. */
function frozen(value: unknown): void {
	if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
	Object.values(Object.freeze(value)).forEach(frozen);
}
const isOn = ({ step }: Wave): boolean => step !== 'prepared' && step !== 'staged' && step !== 'cleared';
const reader = { role: 'mc' as const, device: null, delegate: null };
const idsOf = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id);

/** How often each recipient was handed a frame, as the log tells it; a step back takes one away again. */
function handings(day: RandomAwards): Map<string, number> {
	const times = new Map<string, number>();
	let state = initialState;
	for (const event of day.log) {
		const next = evolve(state, event);
		for (const id of Object.keys(next.awards.recipients)) {
			const was = state.awards.outcomes[id]?.givenAt;
			const is = next.awards.outcomes[id]?.givenAt;
			if (was === is) continue;
			expect(event.type, `${id} was given or taken back by a step alone`).toBe('waveStepped');
			expect(was === undefined || is === undefined, `${id} twice`).toBe(true);
			times.set(id, (times.get(id) ?? 0) + (is === undefined ? -1 : 1));
		}
		state = next;
	}
	return times;
}

describe('a whole day of awards, whatever happens', () => {
	it('WAV-11: whoever is there stands in one wave and place, whoever was given stays there, and no wave ends over somebody', () => {
		everyDay(
			(day, before) => {
				const { awards } = day.state;
				const numbers = new Set(Object.keys(awards.waves).map(Number));
				for (const row of day.rows) {
					const outcome = awards.outcomes[row.id];
					const had = before.awards.recipients[row.id];
					if (row.wave !== 0) expect(numbers.has(row.wave), `${row.id} in a wave that is`).toBe(true);
					if (outcome?.later) expect(row.wave, `${row.id} is in no wave and given later`).toBe(0);
					const handed = outcome?.givenAt !== undefined;
					expect(outcome?.onBehalf ?? false, `${row.id} by a stand-in`).toBe(handed && !!row.onBehalf);
					if (had?.wave && row.wave === 0 && !outcome?.later)
						expect(LEAVES_WITHOUT_REASON, `${row.id} left its wave`).toContain(day.doing);
				}
				for (const [id, { givenAt }] of Object.entries(before.awards.outcomes)) {
					if (givenAt === undefined || (day.doing === 'back' && awards.outcomes[id]?.givenAt === undefined))
						continue;
					const [had, row] = [before.awards.recipients[id], awards.recipients[id]];
					expect([row?.wave, row?.onBehalf], `${id} was given and stays`).toEqual([had?.wave, had?.onBehalf]);
				}
				for (const wave of day.waves) {
					const members = membersOf(awards, wave.number);
					expect(members.length, `somebody stands in wave ${wave.number}`).toBeGreaterThan(0);
					expect(members.map((row) => row.stagePosition)).toEqual(members.map((_, at) => at + 1));
					expect(members.every((row) => row.decision === wave.decision && row.type === wave.type)).toBe(true);
					const open = members.filter(
						({ id }) => awards.outcomes[id]?.givenAt === undefined && !awards.outcomes[id]?.frameMissing
					);
					if (wave.step === 'photo' || wave.step === 'cleared') expect(idsOf(open)).toEqual([]);
					if (wave.step === 'presenting')
						expect(nextFrame(awards, wave)?.row.id, 'the first who still waits is next').toBe(open[0]?.id);
				}
				expect(day.waves.filter(isOn).length).toBeLessThanOrEqual(1);
				for (const decision of Object.keys(awards.decisions)) {
					const { given, onBehalf, toSend, toCome, total } = tallyOf(awards, decision);
					const lists = [
						...idsOf(given),
						...idsOf(onBehalf),
						...toSend.map(({ row }) => row.id),
						...idsOf(toCome)
					];
					expect(new Set(lists).size).toBe(lists.length);
					expect(lists.length).toBe(total);
				}
			},
			{ runs: 240 }
		);
	});

	it('WAV-12: from any moment the normal script reaches the end: everybody in a wave is handed one frame, once, and nobody else any', () => {
		everyDay(() => undefined, {
			after(day) {
				for (let steps = 0; day.goOn(); steps++) expect(steps).toBeLessThan(200);
				const times = handings(day);
				const { outcomes } = day.state.awards;
				for (const row of day.rows) {
					const due = row.wave !== 0 && !outcomes[row.id]?.frameMissing;
					const handed = times.get(row.id) ?? 0;
					if (due) expect(handed, row.id).toBe(1);
					else if (row.wave === 0) expect(handed, row.id).toBe(0);
					expect(outcomes[row.id]?.givenAt !== undefined, row.id).toBe(handed === 1);
				}
			},
			runs: 120
		});
	});

	it('WAV-13: row, queue, piles, call, wall, marshal and both frame tables say the same after every change', () => {
		everyDay((day) => {
			const { state, lookup } = day;
			const { awards } = state;
			const wave = currentWave(awards);
			const [one, two] = [views.presenter1(state, lookup, reader), views.presenter2(state, lookup, reader)];
			const { queues } = views.marshal(state, lookup, reader);
			// Who walks up is in the queue until all stand; then the wings look to the next two.
			const walkUp = day.waves.filter(({ step }) => ['prepared', 'staged', 'onStage'].includes(step));
			expect(queues.map((queue) => queue.wave.number)).toEqual(walkUp.slice(0, 2).map((row) => row.number));
			for (const queue of queues) {
				const row = membersOf(awards, queue.wave.number).map(({ id }) => id);
				const walking = awards.setup.steps === 'left' ? [...row].reverse() : row;
				expect(idsOf(queue.people)).toEqual(walking);
				expect(idsOf(queueOf(awards, queue.wave.number))).toEqual(walking);
			}
			const said = views.reader(state, lookup, reader).call;
			expect(views.mc(state, lookup, reader).call).toEqual(said);
			if (!wave) {
				expect([one.wave, two.wave, said]).toEqual([null, null, null]);
				return;
			}
			const members = membersOf(awards, wave.number);
			const seen = members.map((row) => honouredView(state, lookup, row)).filter(isAtHand);
			const frames = idsOf(framesOf(awards, wave.number));
			expect(frames).toEqual(idsOf(members.filter(({ id }) => !awards.outcomes[id]?.frameMissing)));
			// The call names the row in its order, and every view numbers one wave and one pile.
			const called = said && callParts(said).flatMap((part) => (part.kind === 'names' ? part.people : []));
			expect(called?.map(({ id, position }) => [id, position])).toEqual(
				seen.map(({ id, position }) => [id, position])
			);
			for (const shown of [one, two]) {
				expect(shown.wave).toEqual(said?.wave);
				expect(shown.wave).toMatchObject({ number: wave.number, version: wave.version, given: wave.given });
				expect(shown.frames).toBe(frames.length);
				expect(shown.confirmed).toBe(isConfirmed(wave, shown.presenter));
				if (shown.confirmed) expect(shown.reordered, 'confirmed as it is').toBe(false);
				for (const card of shown.stack) {
					expect(card.frame).toBe(frames.indexOf(card.id) + 1);
					expect(card.position).toBe(awards.recipients[card.id]?.stagePosition);
				}
			}
			// Each frame lies in one pile; each pile from its top is in the order of handing over.
			expect([...idsOf(one.stack), ...idsOf(two.stack)].sort()).toEqual([...frames].sort());
			for (const { stack } of [one, two])
				expect(stack.map(({ frame }) => frame)).toEqual(
					stack.map(({ frame }) => frame).sort((a, b) => a - b)
				);
			if (awards.setup.presenters === 1) expect(two.stack).toEqual([]);
			const next = wave.step === 'onStage' || wave.step === 'presenting' ? nextFrame(awards, wave) : null;
			for (const shown of [one, two]) {
				expect(shown.nextFrame?.id).toBe(next?.row.id);
				expect(shown.nextFrame?.frame).toBe(next?.frame);
			}
			if (next)
				for (const { nextFrame: coming, stack } of [one, two])
					expect(coming?.mine).toBe(idsOf(stack).includes(next.row.id));
			const wall = views.projector(state, lookup).award;
			if (isOn(wave) && seen.length) {
				expect(wall?.row?.map(({ id }) => id)).toEqual(idsOf(seen));
				const handed = wall?.row?.filter(({ now }) => now).map(({ id }) => id);
				const shows = wave.step === 'presenting' && next && seen.some(({ id }) => id === next.row.id);
				expect(handed).toEqual(shows ? [next.row.id] : []);
			} else expect(wall?.row ?? null).toBeNull();
		});
	});

	it('FRM-7: a pile that changed has a new version, a confirmed one is what was confirmed, and none is called otherwise without a record', () => {
		// A version names one pile for the whole day, also of a wave that was gone for a while.
		const named = new WeakMap<RandomAwards, Map<string, string>>();
		everyDay((day, before, news) => {
			const { awards } = day.state;
			const piles = named.get(day) ?? new Map<string, string>();
			named.set(day, piles);
			for (const wave of day.waves) {
				const old = before.awards.waves[wave.number];
				const stacks = stacksOf(awards, wave.number);
				for (const presenter of day.confirmedPiles(wave))
					expect(wave.confirmed[presenter]?.stack).toEqual(stacks[presenter]);
				if (old) {
					const same = JSON.stringify(stacksOf(before.awards, wave.number)) === JSON.stringify(stacks);
					if (!same) expect(wave.version, `pile ${wave.number}`).toBeGreaterThan(old.version);
				}
				expect(wave.version).toBeGreaterThanOrEqual(old?.version ?? 0);
				const name = `${wave.number} version ${wave.version}`;
				expect(day.piles(wave), name).toBe(piles.get(name) ?? day.piles(wave));
				piles.set(name, day.piles(wave));
				if (old?.step !== 'staged' || wave.step !== 'onStage') continue;
				const open = unconfirmed(before.awards, old);
				if (day.doing !== 'goOn') expect(wave.overridden ?? false).toBe(open.length > 0);
				if (open.length && day.doing !== 'goOn') {
					expect(day.doing, 'only by "Vẫn mời lên"').toBe('override');
					expect(news.at(-1)).toMatchObject({ type: 'waveStepped', payload: { overridden: true } });
				}
				if (day.doing === 'goOn')
					expect(wave.overridden, 'the normal script overrides nothing').toBeUndefined();
			}
		});
	});

	it('WAV-19: what was changed last is taken back whole: every wave, place, stand-in and outcome is as it was', () => {
		let last: { day: RandomAwards; was: RandomAwards['state']['awards'] } | null = null;
		everyDay((day, before, news) => {
			for (const event of news) {
				if (event.type !== 'wavesArranged') continue;
				if (!event.payload.undo) last = { day, was: before.awards };
				else if (last?.day === day) {
					const { recipients, outcomes } = day.state.awards;
					expect({ recipients, outcomes }).toEqual({
						recipients: last.was.recipients,
						outcomes: last.was.outcomes
					});
				}
			}
		});
	});

	it('WAV-14: after a restart the state is the same, folded from the log or taken from a snapshot', () => {
		everyDay(() => undefined, {
			after(day) {
				// A snapshot is taken of a state that others still hold: no rule may change it in place.
				const fold = (state: State, event: LogEvent): State => {
					frozen(state.awards);
					return evolve(state, event);
				};
				const folded = day.log.reduce(fold, initialState);
				expect(folded.awards).toEqual(day.state.awards);
				expect(JSON.parse(JSON.stringify(folded.awards))).toEqual(folded.awards);
				expect(wavesInOrder(folded.awards)).toEqual(day.waves);
			},
			runs: 100
		});
	});
});
