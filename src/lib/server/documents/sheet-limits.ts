/** Owns: how large a sheet may be, judged on its XML before the reader builds rows from the addresses in it. */

export type SheetLimits = { rows: number; columns: number };
export type CheckedSheet =
	| {
			ok: true;
			/** The XML without its empty tail, or null when nothing was cut. */
			changed: string | null;
			/** Cells the reader will make room for: last row × last filled column. */
			cells: number;
	  }
	| { ok: false; code: 'file_too_large' | 'file_broken'; params: Record<string, number> };

const broken: CheckedSheet = { ok: false, code: 'file_broken', params: {} };

/**
 * Rows and cells must carry plain addresses. Filled cells beyond the limits refuse the file; empty formatted rows
 * beyond them (a sheet formatted down to row 1,048,576) are cut off. Other parts pass unchanged.
 */
export function checkSheet(xml: string, limits: SheetLimits): CheckedSheet {
	let cut = -1;
	let lastRow = 0;
	let lastColumn = 0;
	for (const found of xml.matchAll(/<(?:\w+:)?(row|c)(?=[\s/>])([^<>]*)>/g)) {
		const attributes = found[2] ?? '';
		// A ">" inside an attribute would hide the rest from this check; no program writes one here.
		if (((attributes.match(/["']/g)?.length ?? 0) & 1) === 1) return broken;
		const address = /(?:^|\s)r\s*=\s*(["'])([^"']*)\1/.exec(attributes)?.[2];
		if (address === undefined) {
			if (found[1] === 'c') return broken;
			continue;
		}
		if (found[1] === 'row') {
			if (!/^[1-9]\d{0,6}$/.test(address)) return broken;
			if (Number(address) > limits.rows) {
				cut = found.index;
				break;
			}
			lastRow = Math.max(lastRow, Number(address));
			continue;
		}
		const cell = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(address);
		if (!cell) return broken;
		const after = xml.slice(found.index + found[0].length, found.index + found[0].length + 400);
		const filled = !attributes.trimEnd().endsWith('/') && !/^\s*<\/(?:\w+:)?c>/.test(after);
		// Also an empty cell gives its row a number, when the row itself has none.
		if (Number(cell[2]) > limits.rows)
			return { ok: false, code: 'file_too_large', params: { rows: limits.rows } };
		lastRow = Math.max(lastRow, Number(cell[2]));
		if (!filled) continue;
		const column = columnNumber(cell[1] ?? '');
		if (column > limits.columns)
			return { ok: false, code: 'file_too_large', params: { columns: limits.columns } };
		lastColumn = Math.max(lastColumn, column);
	}
	const cells = lastRow * lastColumn;
	if (cut < 0) return { ok: true, changed: null, cells };
	const end = /<\/(?:\w+:)?sheetData>/.exec(xml.slice(cut));
	if (!end) return broken;
	if (/<(?:\w+:)?(?:v|is|f)[\s>]/.test(xml.slice(cut, cut + end.index)))
		return { ok: false, code: 'file_too_large', params: { rows: limits.rows } };
	return { ok: true, changed: xml.slice(0, cut) + xml.slice(cut + end.index), cells };
}

const columnNumber = (letters: string): number =>
	[...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
