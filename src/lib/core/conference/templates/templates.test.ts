/**
 * Holds the templates against the facts they were taken from, leaf by leaf: every fact must stand in its template
 * and every value of a template must come from a fact or from a rule written here.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PROGRAMME_KINDS, type ProgrammeKind } from '../../programme/kinds';
import { defaultMinutes } from '../default-minutes';
import { TEMPLATES, templateById } from './index';

type Leaf = string | number | boolean;
type Leaves = Map<string, Leaf>;
type Tree = { [key: string]: unknown };

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;

function tree(value: unknown): Tree {
	if (!isTree(value)) throw new Error(`not an object: ${String(value)}`);
	return value;
}

/** Every stated value under its dotted path; null, false and empty lists state nothing. */
function leaves(value: unknown, path = '', into: Leaves = new Map()): Leaves {
	if (isTree(value)) {
		for (const [key, child] of Object.entries(value)) leaves(child, path ? `${path}.${key}` : key, into);
	} else if (typeof value === 'string' || typeof value === 'number' || value === true) {
		into.set(path, value);
	}
	return into;
}

const camel = (path: string) => path.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

type Rule = [pattern: RegExp, to: string | ((groups: string[], value: Leaf) => [string, Leaf][])];

/** Where a fact stands in the template, first match wins; a fact without a rule keeps its place in camelCase. */
const rules: Rule[] = [
	[/^source_file$/, () => []],
	[/^ocr_quality$/, (_, value) => [['textQuality', value === 'clean' ? 'clean' : 'reconstructed']]],
	[/^document\.substitutes_invitation$/, 'substitutesInvitation'],
	[/^document\.substitutes_invitation_text$/, 'substitutesInvitationText'],
	[/^title_lines_note$/, 'backdropNote'],
	[/^title_lines\.(\d+)$/, 'backdropLines.$1'],
	[/^title_templates\.(.+)$/, 'titleTemplates.$1'],
	[/^capacity\.(max|expected|total)_delegates$/, 'capacity.$1'],
	[/^capacity\.by_level\.(.+)$/, 'capacity.byLevel.$1'],
	[
		/^(?:delegates\.groups|programme)\.(\d+)\.order$/,
		([index], value) => (value === Number(index) + 1 ? [] : [[`order.${index}`, value]])
	],
	[/^delegates\.groups\.(\d+)\.is_recipient_group$/, 'groups.$1.recipients'],
	[/^programme\.(\d+)\.kind$/, 'programme.$1.kinds.0'],
	[
		/^programme\.(\d+)\.also_kinds\.(\d+)$/,
		([item, index], value) => [[`programme.${item}.kinds.${Number(index) + 1}`, value]]
	],
	[/^programme\.(\d+)\.text$/, 'programme.$1.title'],
	[/^programme\.(\d+)\.participants$/, 'programme.$1.performer'],
	[/^programme\.(\d+)\.participants\.exemplars\.(\d+)\.movement$/, 'programme.$1.parts.$2.title'],
	[/^programme\.(\d+)\.participants\.exemplars\.(\d+)\.who$/, 'programme.$1.parts.$2.performer'],
	[/^programme\.(\d+)\.participants\.exemplars\.(\d+)\.represents$/, 'programme.$1.parts.$2.note'],
	[
		/^reporting_after\.(\d+)\.due$/,
		([index], value) => {
			const [relation = '', date] = String(value).split(' ');
			const due = `reportingAfter.${index}.due`;
			return date
				? [
						[`${due}.relation`, relation],
						[`${due}.date`, date]
					]
				: [[`${due}.relation`, relation]];
		}
	]
];

function place(path: string, value: Leaf): [string, Leaf][] {
	for (const [pattern, to] of rules) {
		const match = pattern.exec(path);
		if (!match) continue;
		return typeof to === 'string' ? [[path.replace(pattern, to), value]] : to(match.slice(1), value);
	}
	return [[camel(path.replace(/^delegates\./, '')), value]];
}

const isKind = (value: unknown): value is ProgrammeKind => PROGRAMME_KINDS.some((kind) => kind === value);

/** What follows from the facts without standing there: minutes, parts that are only counted, codes and switches. */
function derived(facts: Tree): Leaves {
	const out: Leaves = new Map();
	const schedule = tree(facts.schedule);
	if (schedule.live_broadcast) out.set('hardEnd', String(schedule.end).slice(11, 16));
	out.set('formCode', String(facts.form).startsWith('Hội nghị') ? 'hoi_nghi' : 'giao_luu');
	if (JSON.stringify(facts.duty_overlaps ?? '').includes('hai MC')) out.set('twoMcs', true);
	Object.values(tree(facts.programme)).forEach((raw, index) => {
		const item = tree(raw);
		const at = `programme.${index}`;
		const note = String(item.note ?? '');
		const counted = isTree(item.participants) ? Number(item.participants.count) : null;
		const parts: Tree[] = [];
		if (item.kind === 'tham_luan')
			for (let k = 1; k <= (counted ?? 0); k += 1) parts.push({ title: `Tham luận ${k}` });
		if (item.kind === 'van_nghe') {
			const total = Number(/khoảng (\d+) tiết mục/.exec(note)?.[1] ?? 0);
			for (let k = 1; k <= total; k += 1) parts.push({ title: `Tiết mục ${k}` });
			for (const match of note.matchAll(/([^,;]+?) 01 tiết mục/g))
				parts.push({ title: `Tiết mục ${parts.length + 1}`, performer: match[1]?.trim() });
		}
		for (const [path, value] of leaves(parts)) out.set(`${at}.parts.${path}`, value);
		const alternatives = note.includes('phương án thay thế nhau');
		if (alternatives) out.set(`${at}.alternatives`, true);
		const [own, ...others] = [item.kind, ...Object.values(tree(item.also_kinds ?? {}))].filter(isKind);
		if (!own) throw new Error(`unknown kind in ${at}`);
		const estimate = defaultMinutes([own, ...others], {
			parts: counted ?? (parts.length || null),
			alternatives
		});
		out.set(`${at}.minutes`, item.stated_minutes === null ? estimate : Number(item.stated_minutes));
	});
	return out;
}

function expected(facts: Tree): Tree {
	const out = derived(facts);
	for (const [path, value] of leaves(facts)) for (const [to, leaf] of place(path, value)) out.set(to, leaf);
	return Object.fromEntries(out);
}

/** The template's leaves, without the minutes of parts: KND-10 holds those to their item. */
const actual = (template: unknown): Tree =>
	Object.fromEntries([...leaves(template)].filter(([path]) => !/\.parts\.\d+\.minutes$/.test(path)));

const file = tree(JSON.parse(readFileSync('tests/fixtures/conferences.json', 'utf8')));
const plans = Object.values(tree(file.conferences)).map(tree);

describe('conference templates', () => {
	it('TPL-1: there is one template for each plan, in their order', () => {
		expect(TEMPLATES.map((template) => template.id)).toEqual(plans.map((facts) => facts.id));
		for (const template of TEMPLATES) expect(templateById(template.id)).toBe(template);
		expect(templateById('005')).toBeNull();
	});

	for (const facts of plans) {
		it(`TPL-2: ${String(facts.id)} says what its plan says, no more and no less`, () => {
			expect(actual(templateById(String(facts.id)))).toEqual(expected(facts));
		});
	}

	it('TPL-3: the comparison notices a change of any single fact', () => {
		// Named by a file we do not ship, and worded more finely than clean or reconstructed.
		const unheld = new Set(['source_file', 'ocr_quality']);
		const change = (value: unknown) =>
			typeof value === 'number' ? value + 1 : typeof value === 'string' ? `${value}x` : value ? false : 'x';
		let changed = 0;
		for (const facts of plans) {
			const before = JSON.stringify(expected(facts));
			const visit = (node: Tree, path: string) => {
				for (const [key, value] of Object.entries(node)) {
					const at = path ? `${path}.${key}` : key;
					if (isTree(value)) visit(value, at);
					else if (!unheld.has(at)) {
						node[key] = change(value);
						let after: string;
						try {
							after = JSON.stringify(expected(facts));
						} catch (error) {
							// A fact that no longer makes sense (an unknown kind) is noticed too.
							after = String(error);
						}
						expect(after, `${String(facts.id)} ${at}`).not.toBe(before);
						node[key] = value;
						changed += 1;
					}
				}
			};
			visit(facts, '');
		}
		expect(changed).toBeGreaterThan(600);
	});

	it('TPL-4: kinds stand in the plans where the survey of all plans says so', () => {
		const presence = tree(tree(file.across_plans).kind_presence);
		for (const [kind, ids] of Object.entries(presence)) {
			const having = TEMPLATES.filter((template) =>
				template.programme.some((item) => item.kinds.some((one) => one === kind))
			).map((template) => template.id.slice(0, 3));
			expect(having, kind).toEqual(ids);
		}
	});

	it('TPL-5: sums and dates that were worked out agree with what they were worked out from', () => {
		for (const { awards, unitQuotas, unitQuotaSum, derivedAtMax, capacity, ratio, levels } of TEMPLATES) {
			if (awards?.quotas) {
				expect(awards.quotas.reduce((sum, quota) => sum + quota.min, 0)).toBe(awards.totalMin);
				expect(awards.quotas.reduce((sum, quota) => sum + quota.max, 0)).toBe(awards.totalMax);
			}
			const counted = unitQuotas.reduce((sum, row) => {
				if (row.perUnit && row.units === null) return sum;
				return sum + (row.quota ?? 0) * (row.perUnit ? (row.units ?? 0) : 1);
			}, 0);
			if (unitQuotaSum) expect(counted).toBe(unitQuotaSum.value);
			if (derivedAtMax && ratio && capacity.max) {
				expect(derivedAtMax.exemplary).toBe(Math.round(capacity.max * ratio.exemplary));
				expect(derivedAtMax.guests).toBe(Math.round(capacity.max * ratio.guests));
			}
			const caps = levels
				.filter((level) => level.maxDelegates)
				.map((level) => [level.code, level.maxDelegates]);
			expect(Object.fromEntries(caps)).toEqual(capacity.byLevel ?? {});
		}
	});

	it('TPL-6: every text is NFC and carries no phone number', () => {
		for (const template of TEMPLATES) {
			for (const [path, value] of leaves(template)) {
				if (typeof value !== 'string') continue;
				expect(value, path).toBe(value.normalize('NFC'));
				expect(value, path).not.toMatch(/\b0[\dx]{8,}/i);
			}
		}
	});
});
