/**
 * Seat plans for the five conferences' sizes and for 500, 2,000 and 5,000 people: the time beside sorting the same
 * people, and each score beside that of a first-come filling (the list from the top, row by row). For small halls the
 * waves beside the optimum of an exact solver.
 */
import { sortPeople } from './floors/seats.js';
import { bestWaves } from './support/best-waves.js';
import { bundled } from './support/bundle.js';
import { interleaved, judged } from './support/figures.js';

/** @typedef {typeof import('./support/seats-side.js')} Side */
/** @typedef {import('../support/seated-conference.js').Size} Size */
/** @typedef {import('../../src/lib/core/seating/plan/input.js').PlanInput} PlanInput */

const SEED = 1;
/** Last weeks that are tried: 5 % of the people change. */
const WEEKS = 8;
const SHARE = 0.05;
const SMALL = [24, 36, 48, 54];

/** @param {(line: import('./support/figures.js').Line) => void} print */
export async function bench(print) {
	const side = /** @type {Side} */ (await bundled('tests/bench/support/seats-side'));
	const sizes = [...side.FIVE, ...[500, 2000, 5000].map(side.sized)];
	for (const size of sizes) {
		const input = side.inputFrom(side.conferenceOf(size, SEED));
		const quads = size.people > 1000 ? 6 : 20;
		const plan = timed(() => side.planSeats(input, 'fresh'));
		const people = [...input.people].sort((a, b) => (a.id < b.id ? -1 : 1));
		const sort = timed(() => sortPeople(people));
		for (let n = 0; n < quads; n++) {
			await plan();
			await sort();
		}
		const { a, b } = await interleaved(quads, plan, sort);
		print(judged(`seats-${size.name}`, a, b));
		scores(side, size, input, print);
		weeks(side, size, print);
	}
	await growth(side, print);
	await small(side, print);
}

/** @param {() => unknown} what @returns {() => Promise<number>} ms */
const timed = (what) => async () => {
	const start = performance.now();
	what();
	return performance.now() - start;
};

/** @param {Side} side @param {Size} size @param {PlanInput} input @param {(line: import('./support/figures.js').Line) => void} print */
function scores(side, size, input, print) {
	const ours = side.planSeats(input, 'fresh').scores;
	const list = side.scoresOf(input, side.firstCome(input, listOf(input)));
	/** @param {string} what @param {number} value @param {number} other @param {string} [note] */
	const say = (what, value, other, note) =>
		print(judged(`seats-${size.name}-${what}`, value, other || null, note));
	say('inversions', ours.inversions, list.inversions);
	say('split', ours.unitsSplit, list.unitsSplit, `of ${ours.units} units`);
	if (ours.waves === 0) return;
	say('distance', ours.recipientsDistance ?? 0, list.recipientsDistance ?? 0);
	say(
		'waves',
		ours.wavesPossible - ours.wavesWhole,
		list.wavesPossible - list.wavesWhole,
		`of ${ours.waves} waves`
	);
}

/** People who move, for each who came, left or changed; filling the list again is the other side. */
/** @param {Side} side @param {Size} size @param {(line: import('./support/figures.js').Line) => void} print */
function weeks(side, size, print) {
	const first = side.conferenceOf(size, SEED);
	const seated = side.seated(first, side.planSeats(side.inputFrom(first), 'fresh'));
	const before = side.firstCome(side.inputFrom(first), listOf(side.inputFrom(first)));
	const sum = { moved: 0, refilled: 0, changed: 0, worst: 0, broken: 0 };
	for (let week = 1; week <= WEEKS; week++) {
		const { conference, people } = side.changed(seated, SHARE, week);
		const input = side.inputFrom(conference);
		const plan = side.planSeats(input, 'keep');
		const after = side.firstCome(input, listOf(input));
		sum.moved += plan.moved.length;
		sum.changed += people;
		sum.worst = Math.max(sum.worst, plan.moved.length / people);
		sum.broken += plan.scores.wavesPossible - plan.scores.wavesWhole + plan.scores.inversions;
		sum.refilled += Object.entries(after).filter(([id, seat]) => {
			const old = before[id];
			return old && (old.block !== seat.block || old.row !== seat.row || old.seat !== seat.seat);
		}).length;
	}
	const note = `mean of ${WEEKS} weeks, worst ${sum.worst.toFixed(2)}`;
	print(judged(`seats-${size.name}-moved`, sum.moved / sum.changed, sum.refilled / sum.changed, note));
	print(
		judged(`seats-${size.name}-moved-broken`, sum.broken, null, 'inversions and waves not whole, afterwards')
	);
}

/** The list as an office has it: people one after another as they were entered. @param {PlanInput} input */
const listOf = (input) =>
	input.people
		.map(({ id }) => id)
		.sort((a, b) => (a[0] ?? '').localeCompare(b[0] ?? '') || Number(a.slice(1)) - Number(b.slice(1)));

/** Both sizes take turns, so that the machine's drift falls on both. @param {Side} side @param {(line: import('./support/figures.js').Line) => void} print */
async function growth(side, print) {
	const [few, many] = [500, 5000].map((people) =>
		side.inputFrom(side.conferenceOf(side.sized(people), SEED))
	);
	if (!few || !many) return;
	// Ten of the small ones at once: so that both sides pay for the garbage they leave.
	const batch = 10;
	const { a, b } = await interleaved(
		12,
		timed(() => side.planSeats(many, 'fresh')),
		timed(() => {
			for (let n = 0; n < batch; n++) side.planSeats(few, 'fresh');
		})
	);
	print(judged('seats-growth', (a / b) * batch, null, `${a.toFixed(1)} ms by ${(b / batch).toFixed(2)} ms`));
}

/** @param {Side} side @param {(line: import('./support/figures.js').Line) => void} print */
async function small(side, print) {
	for (const people of SMALL) {
		const { ours, best } = await besideOptimum(side, people);
		print(
			judged(`seats-small-${people}-waves`, best.whole - ours.wavesWhole, null, `of ${ours.waves} waves`)
		);
		print(
			judged(
				`seats-small-${people}-distance`,
				ours.recipientsDistance ?? 0,
				best.distance,
				'floor: the exact optimum'
			)
		);
	}
}

/**
 * The waves of a small conference as the plan seats them, and the best there is; the guests of honour sit alike.
 * @param {Side} side @param {number} people
 */
export async function besideOptimum(side, people) {
	const recipients = Math.round(people / 3);
	const size = { name: `${people}`, people, room: 1.1, recipients, perWave: 5, presidium: 0 };
	const input = side.inputFrom(side.conferenceOf(size, SEED));
	const { all, scores: ours } = side.planSeats(input, 'fresh');
	if (!input.hall) throw new Error('a sample has a hall');
	const honour = new Set(
		input.people.flatMap(({ id, role }) => {
			const seat = all[id]?.seat;
			return role === 'protocol' && seat ? [`${seat.block}/${seat.row}/${seat.seat}`] : [];
		})
	);
	const runs = side.runsOf(
		side.boardOf(input.hall, input.holds),
		(spot) => spot.open && !honour.has(spot.key)
	);
	/** @type {Map<number, number>} */
	const lengths = new Map();
	for (const { role, award, wheelchair } of input.people)
		if (role === 'recipient' && award && !wheelchair)
			lengths.set(award.wave, (lengths.get(award.wave) ?? 0) + 1);
	const best = await bestWaves(runs, [...lengths.values()], (spot) =>
		Math.min(side.wayToSteps(spot, 'left'), side.wayToSteps(spot, 'right'))
	);
	return { ours, best };
}
