/** Owns: a CSV of tests/fixtures as the table a reader would give: texts, and null for empty cells. */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

export function fixtureTable(name: string, delimiter: string): (string | null)[][] {
	const text = readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8');
	const rows: string[][] = parse(text, { delimiter, relax_column_count: true });
	return rows.map((row) => row.map((cell) => (cell === '' ? null : cell)));
}
