/** Floor of `scan`: one boolean of Svelte's turns, and one element comes or goes, on the product's own page. */
import { scriptOf } from '../support/browser.js';

/**
 * @param {import('playwright-core').Page} page
 * @returns {Promise<void>} afterwards `floor.change()` there changes the state
 */
export async function placeFloor(page) {
	await page.evaluate(await scriptOf('tests/bench/floors/Empty.svelte', 'benchFloor'));
	await page.evaluate(() => {
		const place = document.body.appendChild(document.createElement('div'));
		Reflect.set(globalThis, 'floor', Reflect.get(globalThis, 'benchFloor').start(place));
	});
}
