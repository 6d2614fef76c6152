import { describe, expect, it } from 'vitest';
import { roleTable } from '../access/table';
import { Door } from '../admissions/day-facts.fixture';
import { rollCall, rollCallLine, rollCallSentences } from './roll-call';

const group = (id: string, text: string, recipients: boolean) => ({
	id,
	text,
	tier: null,
	quota: null,
	recipients
});

/** Summoned 10: 7 here, 2 excused, 1 simply not; a walk-in and a driver besides. */
function day(): Door {
	const door = new Door().create({
		title: 'Đại hội Thi đua yêu nước',
		ratio: { exemplary: 0.7, guests: 0.3 },
		groups: [group('g1', 'Điển hình tiên tiến', true), group('g2', 'Đại biểu khách mời', false)]
	});
	for (let at = 0; at < 10; at++) {
		const id = `p${at}`;
		door.person(id, { group: at < 6 ? 'g1' : 'g2', unit: at % 2 ? 'Xóm Lẻ' : 'Xóm Chẵn' });
		if (at < 7) door.admit(id, at);
		else if (at < 9) door.send('delegate.edit', { id, patch: { absence: 'excused' } });
	}
	door.person('w1', { kind: 'walkIn', unit: 'Xóm Lẻ' });
	door.admit('w1', 3);
	door.person('driver', { kind: 'crew' });
	door.admit('driver', 3);
	return door;
}

describe('Báo cáo thành phần', () => {
	it('RPT-1: those summoned are present, excused and absent together, walk-ins apart and crew nowhere', () => {
		const call = rollCall(day().state);
		expect(call).toMatchObject({ summoned: 10, present: 7, excused: 2, absent: 1, walkIns: 1 });
		expect(rollCallLine(call)).toBe('Triệu tập 10 · Có mặt 7 · Vắng có lý do 2 · Vắng 1');
		for (const row of [call, ...call.groups])
			expect(row.present + row.excused + row.absent).toBe(row.summoned);
	});

	it('RPT-2: the table goes by group in the plan’s order and by unit', () => {
		const call = rollCall(day().state);
		expect(call.groups).toEqual([
			{ id: 'g1', text: 'Điển hình tiên tiến', summoned: 6, present: 6, excused: 0, absent: 0 },
			{ id: 'g2', text: 'Đại biểu khách mời', summoned: 4, present: 1, excused: 2, absent: 1 }
		]);
		expect(
			call.units.map(({ unit, summoned, present, missing }) => [unit, summoned, present, missing])
		).toEqual([
			['Xóm Chẵn', 5, 4, 0],
			['Xóm Lẻ', 5, 4, 1]
		]);
	});

	it('RPT-3: the sentences speak of what there is, in numbers that agree with the table', () => {
		const door = day();
		expect(rollCallSentences(rollCall(door.state), door.state.conference)).toEqual([
			'Đại hội triệu tập 10 đại biểu.',
			'Có mặt 7 đại biểu, đạt 70%.',
			'Vắng có lý do 2 đại biểu, vắng 1 đại biểu.',
			'Ngoài danh sách triệu tập có thêm 1 đại biểu.',
			'Điển hình tiên tiến: có mặt 6 trên 6 đại biểu.',
			'Đại biểu khách mời: có mặt 1 trên 4 đại biểu.',
			'Trong số đại biểu có mặt, điển hình tiên tiến 6, chiếm 75%; đại biểu khác 2, chiếm 25%.'
		]);
		const empty = new Door().create();
		expect(rollCallSentences(rollCall(empty.state), empty.state.conference)).toEqual([
			'Hội nghị triệu tập 0 đại biểu.',
			'Có mặt 0 đại biểu.'
		]);
	});

	it('RPT-4: women, ethnicity and the like are totals that units stated, in the report and nowhere at the door', () => {
		const door = day();
		door.send('unit.totals', { unit: 'Xóm Lẻ', women: 3, ethnic: null, religious: null, partyMembers: 0 });
		door.send('unit.totals', { unit: 'Xóm Chẵn', women: 2, ethnic: 4, religious: null, partyMembers: 1 });
		door.send('unit.totals', { unit: 'Xóm Lẻ', women: 1, ethnic: null, religious: null, partyMembers: 0 });
		const call = rollCall(door.state);
		expect(call.traits).toEqual({
			women: { total: 3, units: 2 },
			ethnic: { total: 4, units: 1 },
			partyMembers: { total: 1, units: 2 }
		});
		expect(rollCallSentences(call, door.state.conference).at(-1)).toBe(
			'Theo báo cáo của các đơn vị, số đại biểu được cử có: nữ 3; người dân tộc thiểu số 4; đảng viên 1.'
		);
		for (const role of ['reception', 'usher', 'awards'] as const) {
			const { receives } = roleTable[role];
			expect('slices' in receives && receives.slices).not.toContain('composition');
		}
		// What a trait is said of is a unit: no row of a person has a place for it.
		expect(JSON.stringify(door.state.roster)).not.toMatch(/women|ethnic|religious|party/);
	});

	it('RPT-6: a device at the door reports the numbers, and nothing of the composition', () => {
		const door = day();
		door.send('unit.totals', { unit: 'Xóm Lẻ', women: 3, ethnic: 1, religious: 1, partyMembers: 2 });
		const { roster, admissions, welcome, conference } = door.state;
		const call = rollCall({ roster, admissions, welcome, conference });
		expect(call).toMatchObject({ summoned: 10, present: 7, ratio: null, traits: {} });
		expect(rollCallSentences(call, conference).join(' ')).not.toMatch(/nữ|dân tộc|đảng viên|chiếm/);
	});

	it('RPT-5: a delegation counted by heads stands in the report by its plan’s number', () => {
		const door = new Door().create({
			noPersonalInvitations: true,
			unitQuotas: [{ unit: 'Công an tỉnh', quota: 50, perUnit: false, units: null, who: '', plus: null }]
		});
		door.send('door.count', { ...door.claim(1), unit: 'Công an tỉnh', delta: 47 });
		const call = rollCall(door.state);
		expect(rollCallLine(call)).toBe('Triệu tập 50 · Có mặt 47 · Vắng có lý do 0 · Vắng 3');
		expect(call.units).toMatchObject([{ unit: 'Công an tỉnh', summoned: 50, present: 47, missing: 3 }]);
	});
});
