/**
 * A keystroke in the search until the list of hits: 5,000 delegates with ordinary names, whole queries typed letter
 * by letter, in Chromium. As information: the same on the real reception page, until the rows are laid out.
 */
import { includesPass } from './floors/search.js';
import { launchBrowser, openDesk, scriptOf } from './support/browser.js';
import { interleaved, judged, median } from './support/figures.js';
import { conferenceOf, startProduct } from './support/product.js';

const DELEGATES = 5000;
const SHOWN = 30;
const TYPED = [
	'nguyễn văn đức',
	'duc nguyen',
	'ng v duc',
	'hoang thi lan',
	'xom 12',
	'truong xom',
	'4711',
	'khong co'
];
const WARM = 5;
const QUADS = 15;

/** @param {(line: import('./support/figures.js').Line) => void} print */
export async function bench(print) {
	const product = await startProduct();
	const browser = await launchBrowser();
	try {
		const { id } = await conferenceOf(product, DELEGATES, nameOf);
		const page = await openDesk(browser, product, id);
		// Offline it must be there already.
		await page.getByRole('tab', { name: 'Tìm tên' }).click();
		await page.locator('input[inputmode="search"]').waitFor();
		await page.context().setOffline(true);
		await page.evaluate(await scriptOf('src/lib/core/delegates/search.ts', 'benchSearch'));
		await page.evaluate(`globalThis.includesPass = ${includesPass.toString()}`);
		await page.evaluate(prepare, { entries: await entriesOf(product, id), typed: TYPED, shown: SHOWN });
		const ours = () => page.evaluate(() => Reflect.get(globalThis, 'searchRound')());
		const floor = () => page.evaluate(() => Reflect.get(globalThis, 'floorRound')());
		for (let n = 0; n < WARM; n++) {
			await ours();
			await floor();
		}
		const { a, b } = await interleaved(QUADS, ours, floor);
		print(
			judged('search-5000', a, b, `mean of ${TYPED.join('').length} keystrokes, best ${SHOWN} of all matches`)
		);

		/** @type {number[]} */
		const rounds = [];
		for (let n = 0; n < 7; n++) rounds.push(await page.evaluate(typeInto, TYPED));
		print(judged('search-5000-page', median(rounds.slice(2)), b, 'on the page, until its rows are laid out'));
	} finally {
		await browser.close();
		await product.stop();
	}
}

const FAMILY = ['Nguyễn', 'Nông', 'Hoàng', 'Bế', 'Lục', 'Đàm', 'Triệu', 'Trần', 'Lý', 'Phạm', 'Vũ'];
const MIDDLE = ['Văn', 'Thị', 'Đức', 'Minh', 'Thanh', 'Quốc', 'Hồng', 'Ngọc'];
const GIVEN = [
	'Đức',
	'Lan',
	'Hòa',
	'Cường',
	'Tuyết',
	'Hiền',
	'Phượng',
	'Dũng',
	'Thảo',
	'Quân',
	'Mai',
	'Sơn',
	'Vinh'
];

/** @param {number} n */
const nameOf = (n) => `${FAMILY[n % 11]} ${MIDDLE[(n * 7) % 8]} ${GIVEN[(n * 5) % 13]}`;

/**
 * What the reception's list is made from.
 * @param {import('./support/product.js').Product} product
 * @param {string} id
 */
async function entriesOf(product, id) {
	const { state, personal } = await product.api(`/conferences/${id}/replica`);
	/** @type {{ id: string, unit: string, invitationNumber: string | null }[]} */
	const people = state.roster.delegates.buckets.flatMap((/** @type {object | null} */ bucket) =>
		Object.values(bucket ?? {})
	);
	return people.map(({ id: delegate, unit, invitationNumber }) => {
		const { name = '', title = '' } = personal[`delegate:${delegate}`] ?? {};
		return { id: delegate, unit, name, title, ...(invitationNumber && { code: invitationNumber }) };
	});
}

/**
 * Runs in the page, so that both sides are the same engine's.
 * @param {{ entries: { id: string, unit: string, name: string, title: string, code?: string }[], typed: string[], shown: number }} given
 */
function prepare({ entries, typed, shown }) {
	const { buildIndex, search, foldVietnamese } = Reflect.get(globalThis, 'benchSearch');
	const pass = Reflect.get(globalThis, 'includesPass');
	const index = buildIndex(entries);
	const texts = entries.map(({ name, unit, title, code = '' }) =>
		foldVietnamese(`${name} ${unit} ${title} ${code}`)
	);
	const queries = typed.flatMap((text) => [...text].map((_, at) => text.slice(0, at + 1)));
	const ROUNDS = 4;
	/** @param {(query: string) => unknown} one */
	const timed = (one) => () => {
		const start = performance.now();
		for (let n = 0; n < ROUNDS; n++) for (const query of queries) one(query);
		return (performance.now() - start) / ROUNDS / queries.length;
	};
	Reflect.set(
		globalThis,
		'searchRound',
		timed((query) => search(index, query, shown))
	);
	Reflect.set(
		globalThis,
		'floorRound',
		timed((query) => pass(texts, foldVietnamese(query)))
	);
}

/**
 * Types into the reception's field; Svelte's work is done when the microtask behind it runs. Runs in the page.
 * @param {string[]} typed
 * @returns {Promise<number>} ms a keystroke
 */
async function typeInto(typed) {
	const field = document.querySelector('input[inputmode="search"]');
	if (!(field instanceof HTMLInputElement)) throw new Error('no search field');
	let sum = 0;
	let count = 0;
	for (const text of typed)
		for (let at = 1; at <= text.length; at++) {
			await new Promise((resolve) => requestAnimationFrame(resolve));
			const start = performance.now();
			field.value = text.slice(0, at);
			field.dispatchEvent(new Event('input', { bubbles: true }));
			await Promise.resolve();
			document.body.getBoundingClientRect();
			sum += performance.now() - start;
			count++;
		}
	return sum / count;
}
