import { describe, expect, test } from 'vitest';
import type { ImportedDelegate } from '../../delegates/import-rows';
import type { EnteredDelegate } from '../../delegates/entered';
import { programmeFromTemplate } from '../from-template';
import { TEMPLATES } from '../templates';
import { demoConference } from './conference';

const entered = (row: ImportedDelegate, id = `${row.row}`): EnteredDelegate => ({
	id,
	kind: row.kind,
	unit: row.unit,
	group: row.groupId,
	vip: row.vip,
	tier: 0,
	bloc: 0,
	officeRank: 0,
	lockedOrder: null,
	invitationNumber: null,
	personal: { honorific: row.honorific, name: row.name, title: row.title }
});

describe('what the MC of the sample reads', () => {
	test('DEMO-4: every item that runs has its own words, and no words are left without an item', () => {
		const template = TEMPLATES.find(({ id }) => id === '000-trung-khanh');
		if (!template) throw new Error('no template');
		const { script } = demoConference(entered);
		const running = programmeFromTemplate(template).flatMap(({ item, parts }) =>
			parts.length ? parts.map(({ id }) => id) : [item.id]
		);
		expect(Object.keys(script).sort()).toEqual([...running].sort());
		const texts = Object.values(script).map(({ mcText }) => mcText?.map(({ text }) => text).join('\n') ?? '');
		for (const text of texts) expect(text.length).toBeGreaterThan(80);
		expect(new Set(texts).size).toBe(running.length);
		expect(texts.join()).toBe(texts.join().normalize('NFC'));
	});
});

describe('the awards of the sample', () => {
	test('DEMO-5: every wave has somebody who hands over, and the decision its words', () => {
		const { recipients, conferrers, decisionText } = demoConference(entered);
		const waves = [...new Set(recipients.map(({ wave }) => wave))];
		expect(conferrers.map(({ wave }) => wave)).toEqual(waves);
		const handed = conferrers.flatMap((row) => row.conferrers);
		expect(handed).toHaveLength(waves.length);
		for (const id of handed) expect(recipients.map(({ delegate }) => delegate)).not.toContain(id);
		expect(decisionText).toBe(decisionText.normalize('NFC'));
		expect(decisionText.length).toBeGreaterThan(200);
	});

	test('DEMO-6: a collective or household is called by its own name, and somebody of the list receives it', () => {
		const { recipients, delegates } = demoConference(entered);
		const people = new Map(delegates.map(({ id, personal }) => [id, personal.name]));
		for (const { type, delegate, personal } of recipients) {
			const receives = people.get(delegate ?? '');
			expect(receives).toBeTruthy();
			if (type === 'individual') expect(personal).toBeUndefined();
			else if (type === 'collective') expect(personal?.name).not.toContain(receives);
			else expect(personal?.name).toMatch(new RegExp(`^Hộ gia đình (ông|bà) ${receives}, xóm \\p{Lu}`, 'u'));
		}
	});
});
