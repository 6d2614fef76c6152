/** docs/checkin.md and the tests hold each other: a row that names a rule nobody tests, or names nothing, fails here. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** How many rows each section has. */
const ROWS = [10, 15, 10, 5, 3, 2, 5, 5, 6, 10, 12];

type Row = { id: string; proof: string };
const rows = (): Row[] =>
	readFileSync(join(ROOT, 'docs/checkin.md'), 'utf8')
		.split('\n')
		.flatMap((line) => {
			const [, id, , proof] = line.split('|').map((cell) => cell.trim());
			return id?.startsWith('CHK-') && proof !== undefined ? [{ id, proof }] : [];
		});

function testedRules(): Set<string> {
	const files = ['src', 'tests'].flatMap((folder) =>
		readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
			.filter((path) => path.endsWith('.test.ts') && !path.startsWith('.out'))
			.map((path) => join(ROOT, folder, path))
	);
	return new Set(
		files.flatMap((path) =>
			[...readFileSync(path, 'utf8').matchAll(/['"`]([A-Z][A-Z0-9]{1,5}-\d+):/g)].map(([, id = '']) => id)
		)
	);
}

/** "SRCH-1 … SRCH-6" is all six. */
function named(proof: string): string[] {
	const ranges = [...proof.matchAll(/([A-Z][A-Z0-9]{1,5})-(\d+) … \1-(\d+)/g)].flatMap(
		([, prefix, from, to]) =>
			Array.from({ length: Number(to) - Number(from) + 1 }, (_, at) => `${prefix}-${Number(from) + at}`)
	);
	return [...new Set([...ranges, ...[...proof.matchAll(/\b[A-Z][A-Z0-9]{1,5}-\d+\b/g)].map(([id]) => id)])];
}

test('CHK-29: every row of the acceptance list stands once and names tested rules, or says why it is not ours', () => {
	const all = rows();
	const wanted = ROWS.flatMap((count, section) =>
		Array.from({ length: count }, (_, at) => `CHK-${section + 1}.${at + 1}`)
	);
	expect(all.map((row) => row.id)).toEqual(wanted);
	const tested = testedRules();
	const untested = all.flatMap(({ id, proof }) => {
		const rules = named(proof);
		if (!rules.length) return /^not ours: \S/.test(proof) ? [] : [`${id} names nothing`];
		return rules.filter((rule) => !tested.has(rule)).map((rule) => `${id}: ${rule}`);
	});
	expect(untested).toEqual([]);
});
