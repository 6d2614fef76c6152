/** Floor of `search`: one pass of `includes` over the same folded strings. Runs in the page, so it stands by itself. */

/**
 * @param {readonly string[]} texts folded
 * @param {string} needle folded
 * @returns {number} how many contain it
 */
export function includesPass(texts, needle) {
	let found = 0;
	for (const text of texts) if (text.includes(needle)) found++;
	return found;
}
