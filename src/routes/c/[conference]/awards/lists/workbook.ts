/** Owns: sheets of lists as the library that writes workbooks takes them. Every text is a text cell, never a formula. */
import type { ListSheet } from '$lib/core/awards/list-sheets';

const WIDTHS = [6, 18, 18, 14, 34, 24, 28, 8, 28, 28];

export function workbookOf(sheets: readonly ListSheet[]) {
	return sheets.map(({ name, heading, rows }) => ({
		sheet: name,
		columns: WIDTHS.slice(0, heading.length).map((width) => ({ width })),
		stickyRowsCount: 1,
		data: [
			heading.map((value) => ({ value, type: String, fontWeight: 'bold' as const, wrap: true })),
			...rows.map((row) =>
				row.map((value) =>
					typeof value === 'number' ? { value, type: Number } : { value, type: String, wrap: true }
				)
			)
		]
	}));
}

/** The library comes when somebody asks for a file. */
export async function workbookFile(sheets: readonly ListSheet[]): Promise<Blob> {
	const { default: write } = await import('write-excel-file/browser');
	return write(workbookOf(sheets)).toBlob();
}
