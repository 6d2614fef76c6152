/** Faults of a page that keep somebody from using it, as axe finds them. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The serious and critical ones, each with where it is. */
export async function faultsOf(page: Page): Promise<string[]> {
	// Through the debugger: the page itself, rightly, runs no script from elsewhere.
	await page.evaluate(source);
	return page.evaluate(async () => {
		type Found = { id: string; impact: string; nodes: { html: string }[] };
		const { axe } = window as unknown as { axe: { run(o: object): Promise<{ violations: Found[] }> } };
		const { violations } = await axe.run({ resultTypes: ['violations'] });
		return violations
			.filter(({ impact }) => impact === 'serious' || impact === 'critical')
			.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
	});
}
