/** Owns: the two levels of chaos behind `npm run chaos`, and the line that each comes to. */
import { runReal } from './real/run';
import { kinds } from './sim/alarms';
import { runDay } from './sim/day';

export type Options = {
	/** Simulated days, each from a seed of its own: `seed`, `seed + 1`, … */
	rounds: number;
	seed: number;
	/** Of one simulated day. */
	events: number;
	/** Of real processes. */
	kills: number;
};
export type Line = {
	level: 'simulated' | 'real';
	/** Days, or kills. */
	rounds: number;
	/** Facts of which a device said that they are kept. */
	acknowledged: number;
	lost: number;
	doubleCounted: number;
	diverged: number;
	seconds: number;
};
/** `failures`: what was found, with the seed that finds it again. */
export type Outcome = { line: Line; failures: string[] };

/** Enough to see what is wrong. */
const MOST_FAILURES = 30;

export function runLevel(level: Line['level'], options: Options): Promise<Outcome> {
	return level === 'real' ? runReal(options) : Promise.resolve(simulate(options));
}

function simulate({ rounds, seed, events }: Options): Outcome {
	const began = performance.now();
	const found = { lost: 0, doubleCounted: 0, diverged: 0 };
	const failures: string[] = [];
	let acknowledged = 0;
	for (let day = seed; day < seed + rounds; day++) {
		const result = runDay(day, events);
		acknowledged += result.acknowledged;
		for (const { rule, what } of result.alarms) {
			found[kinds[rule]]++;
			if (failures.length < MOST_FAILURES) failures.push(`seed ${day}: ${kinds[rule]}: ${what}`);
		}
	}
	const seconds = Math.round((performance.now() - began) / 100) / 10;
	return { line: { level: 'simulated', rounds, acknowledged, ...found, seconds }, failures };
}
