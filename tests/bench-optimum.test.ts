import { describe, expect, it } from 'vitest';
import { besideOptimum } from './bench/seats.js';
import * as side from './bench/support/seats-side';

describe('the optimum beside the plan of a small hall', () => {
	it.each([24, 54])(
		'BEN-6: is a seating that could be: no shorter than any way, no longer than ours (%i)',
		async (people) => {
			const { ours, best } = await besideOptimum(side, people);
			const distance = ours.recipientsDistance;
			expect(ours.waves).toBeGreaterThan(1);
			expect(best.whole).toBe(ours.wavesWhole);
			// The nearest seat of these halls is metres from the steps.
			expect(best.distance).toBeGreaterThan(200);
			expect(best.distance).toBeLessThanOrEqual((distance ?? 0) + 1);
		}
	);
});
