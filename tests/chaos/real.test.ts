import { expect, it } from 'vitest';
import { runReal } from './real/run';

it('CHA-4: node, PostgreSQL and both killed while eight devices work: their journals stand in the log, once', async () => {
	const { line, failures } = await runReal({ kills: 3, seed: 1 });
	expect(failures).toEqual([]);
	expect(line).toMatchObject({ rounds: 3, lost: 0, doubleCounted: 0, diverged: 0 });
	expect(line.acknowledged).toBeGreaterThan(1200);
}, 180_000);
