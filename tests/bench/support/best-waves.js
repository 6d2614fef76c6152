/**
 * The best that can be done for the waves of a small hall, by an exact solver (HiGHS). Objective: as many waves as
 * possible whole, that is in neighbouring seats of one row without an aisle; among those the least sum of the ways of
 * all recipients to the nearer steps. Guests of honour keep the seats the plan gave them; the order of waves is free,
 * and so are the steps, so the optimum may be a little nearer than any seating in the order of the waves.
 */
import loadHighs from 'highs';

/** One wave that cannot be whole weighs more than any way, cm. */
const BROKEN = 1_000_000;

/**
 * @template {{ key: string }} S
 * @param {readonly S[][]} runs free stretches of rows
 * @param {readonly number[]} lengths of the waves
 * @param {(spot: S) => number} way to the nearer steps, cm
 * @returns {Promise<{ whole: number, distance: number }>} `distance`: mean of those whole, cm
 */
export async function bestWaves(runs, lengths, way) {
	/** @type {{ wave: number, spots: S[], cost: number }[]} */
	const windows = [];
	lengths.forEach((length, wave) => {
		for (const run of runs)
			for (let start = 0; start + length <= run.length; start++) {
				const spots = run.slice(start, start + length);
				const cost = spots.reduce((sum, spot) => sum + way(spot), 0);
				windows.push({ wave, spots, cost });
			}
	});
	/** @type {Map<string, string[]>} */
	const bySeat = new Map();
	windows.forEach(({ spots }, at) => {
		for (const { key } of spots) bySeat.set(key, [...(bySeat.get(key) ?? []), `x${at}`]);
	});
	const objective = [
		...windows.map(({ cost }, at) => `${cost.toFixed(3)} x${at}`),
		...lengths.map((_, wave) => `${BROKEN} y${wave}`)
	];
	const rows = [
		...lengths.map(
			(_, wave) =>
				`${[`y${wave}`, ...windows.flatMap((one, at) => (one.wave === wave ? [`x${at}`] : []))].join(' + ')} = 1`
		),
		...[...bySeat.values()].map((names) => `${names.join(' + ')} <= 1`)
	];
	const names = [...windows.map((_, at) => `x${at}`), ...lengths.map((_, wave) => `y${wave}`)];
	const problem = `Minimize\n obj: ${objective.join(' + ')}\nSubject To\n${rows
		.map((row, at) => ` c${at}: ${row}`)
		.join('\n')}\nBinary\n ${names.join(' ')}\nEnd`;
	const solver = await loadHighs();
	const found = solver.solve(problem);
	if (found.Status !== 'Optimal') throw new Error(`the exact solver ended with ${found.Status}`);
	const chosen = windows.filter((_, at) => (found.Columns[`x${at}`]?.Primal ?? 0) > 0.5);
	const people = chosen.reduce((sum, { spots }) => sum + spots.length, 0);
	return { whole: chosen.length, distance: chosen.reduce((sum, { cost }) => sum + cost, 0) / people };
}
