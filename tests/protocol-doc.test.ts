/** docs/protocol.md and the code hold each other: whoever writes a client from the page alone must not be misled. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { roles } from '../src/lib/core/access/roles';
import { internalCommands, maySend, viewsOf } from '../src/lib/core/access/table';
import { commandTypes, isFact } from '../src/lib/core/log/decide';
import { viewNames } from '../src/lib/core/views/registry';
import { payloads } from '../src/lib/protocol/commands';
import { vi } from '../src/lib/ui/i18n/vi';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const document = readFileSync(join(ROOT, 'docs/protocol.md'), 'utf8');

/** Cells by the words of their heading. */
type Row = Record<string, string>;
const cellsOf = (line: string): string[] =>
	line
		.split('|')
		.slice(1, -1)
		.map((cell) => cell.trim());

/** The rows of all tables that have such a column. */
function rowsWith(column: string): Row[] {
	const tables = document
		.split(/\n(?!\|)/)
		.map((block) => block.split('\n').filter((l) => l.startsWith('|')));
	return tables.flatMap(([head = '', , ...lines]) => {
		const heading = cellsOf(head);
		if (!heading.includes(column)) return [];
		return lines.map((line) =>
			Object.fromEntries(cellsOf(line).map((cell, at) => [heading[at] ?? '', cell]))
		);
	});
}

/** "_place_ stands for …: a, b." lets a cell say `_place_` for all of them. */
const shorthands = new Map(
	[...document.matchAll(/_(\w+)_ stands for[^:]*: ([^.]*)\./g)].map(([, name = '', those = '']) => [
		name,
		those
	])
);
const spelled = (cell: string): string =>
	cell.replace(/(?<!\w)_([a-z]+)_(?!\w)/g, (whole, name: string) => shorthands.get(name) ?? whole);

const commandsIn = (cell = ''): string[] => [...cell.matchAll(/`(\w+\.\w+)`/g)].map(([, type = '']) => type);
const codesIn = (cell = ''): string[] =>
	[...spelled(cell).matchAll(/`([a-z]+(?:_[a-z]+)*)`/g)].map(([, code = '']) => code);
const rolesIn = (cell = ''): string[] =>
	spelled(cell)
		.split(/[,\s]+/)
		.filter((word) => word !== '' && word !== '–')
		.sort();

const listed = rowsWith('Refusals of its own').flatMap((row) =>
	commandsIn(row['Type']).map((type) => ({ type, row }))
);
const fromOutside = commandTypes.filter((type) => !internalCommands.has(type));

test('PRO-3: every command that a client may send has one row in the protocol, and no row or guard names another', () => {
	expect(Object.keys(payloads).sort()).toEqual([...commandTypes].sort());
	expect(listed.map(({ type }) => type).sort()).toEqual([...fromOutside].sort());
	const [, refused = ''] = /\nRefused from outside,[^:]*: ([^.]*(?:\.\w[^.]*)*)\.\n/.exec(document) ?? [];
	expect(commandsIn(refused).sort()).toEqual([...internalCommands].sort());
	const guarded = rowsWith('Commands').flatMap((row) => commandsIn(row['Commands']));
	expect(guarded.length).toBeGreaterThan(20);
	expect(guarded.filter((type) => !fromOutside.some((known) => known === type))).toEqual([]);
});

test('PRO-4: kind and roles of each row, and the roles of each view, are those of the code', () => {
	const wrong = listed.flatMap(({ type: written, row }) => {
		const type = fromOutside.find((known) => known === written);
		if (!type) return [];
		const kind = isFact(type) ? 'fact' : 'order';
		const named = rolesIn(row['Roles']);
		const senders = roles.filter((role) => role !== 'admin' && maySend(role, type));
		// An organiser may send everything and is named only where nobody else may.
		const expected = senders.length ? [...senders].sort() : ['admin'];
		return [
			...(row['Kind'] === kind ? [] : [`${type} is ${kind}`]),
			...(named.join() === expected.join() ? [] : [`${type}: ${expected.join(', ')}`])
		];
	});
	expect(wrong).toEqual([]);
	const views = rowsWith('View').map((row) => [row['View']?.replaceAll('`', ''), rolesIn(row['Roles'])]);
	const expected = viewNames.map((name) => [
		name,
		roles.filter((role) => viewsOf(role).includes(name)).sort()
	]);
	expect(views.sort()).toEqual(expected.sort());
});

test('PRO-5: every refusal that the protocol names has its sentence', () => {
	const named = ['Refusals of its own', 'Refused with', 'Code', 'Codes'].flatMap((column) =>
		rowsWith(column).flatMap((row) => codesIn(row[column]))
	);
	expect(named.length).toBeGreaterThan(200);
	expect([...new Set(named)].filter((code) => !Object.hasOwn(vi, `reject.${code}`))).toEqual([]);
});
