/** Owns: reading a list to be passed from what an office pastes: one line each, its own numbers and bullets left off. */

export const MOST_LINES = 300;
export const LONGEST_LINE = 300;

/** "1. ", "01) ", "1/ ", "- ", "• ", "+ " at the beginning of a line; a year or an age is none of them. */
const MARK = /^(?:\(?\d{1,3}[.)/](?=\s|\D)|[-–—•*+▪])\s*/u;

/** Cells of a pasted table are joined; empty lines are dropped; nothing is sorted and nobody is left out. */
export function linesFrom(text: string): string[] {
	return text
		.normalize('NFC')
		.split(/\r\n|\r|\n/u)
		.map((line) => {
			const cells = line
				.split('\t')
				.map((cell) => cell.replace(/\s+/gu, ' ').trim())
				.filter((cell) => cell !== '');
			// A table's first column is often the number alone.
			const rest = cells.length > 1 && /^\d{1,3}[.)]?$/u.test(cells[0] ?? '') ? cells.slice(1) : cells;
			return rest
				.join(' – ')
				.replace(MARK, '')
				.replace(/[;,]+$/u, '')
				.trim();
		})
		.filter((line) => line !== '');
}

/** Even pages for the big screen: fewer lines on a page where one of them is long. */
export function pagesOf(lines: readonly string[]): { from: number; lines: string[] }[] {
	const longest = Math.max(0, ...lines.map((line) => line.length));
	const most = longest <= 32 ? 16 : longest <= 64 ? 12 : 8;
	const pages = Math.max(1, Math.ceil(lines.length / most));
	const each = Math.ceil(lines.length / pages);
	return Array.from({ length: pages }, (_, at) => ({
		from: at * each + 1,
		lines: lines.slice(at * each, (at + 1) * each)
	})).filter((page) => page.lines.length > 0);
}
