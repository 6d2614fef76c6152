import { describe, expect, it } from 'vitest';
import type { PersonalLookup } from '../log/event';
import { views } from '../views/registry';
import { callParts, callPhase, NAMES_A_BREATH, type CallPart } from './call';
import { AwardDay } from './awards.fixture';
import { membersOf } from './model';

const T0 = Date.UTC(2026, 7, 28, 0, 0);
const lookup =
	(day: AwardDay): PersonalLookup =>
	(ref) =>
		day.personal.get(ref);
const admit = (day: AwardDay, ...delegates: string[]) => {
	for (const delegate of delegates)
		day.send('door.admit', {
			delegate,
			claimedAt: T0,
			offset: 0,
			via: 'qr',
			verdict: 'green',
			desk: null,
			seen: 0
		});
	return day;
};
const reader = (day: AwardDay) =>
	views.reader(day.state, lookup(day), { role: 'reader', device: null, delegate: null });
const callOf = (day: AwardDay) => {
	const { call } = reader(day);
	if (!call) throw new Error('no call');
	return call;
};
const namesOf = (parts: CallPart[]) => parts.flatMap((part) => (part.kind === 'names' ? part.people : []));
const ready = (people = 6) => {
	const day = new AwardDay().decide('q1', { individual: people }).send('wave.make', {});
	return admit(day, ...day.members(1).map((id) => id.replace('-', '')));
};

describe('the call of a wave', () => {
	it('CALL-1: the invitation names the kind of people and the form, then names in breaths, then who confers', () => {
		const day = ready();
		admit(day.invite({ id: 'chair' }), 'chair').send('wave.conferrers', { wave: 1, conferrers: ['chair'] });
		const parts = callParts(callOf(day));
		expect(parts.map(({ kind }) => kind)).toEqual(['invite', 'names', 'names', 'conferrers']);
		expect(parts[0]).toEqual({ kind: 'invite', type: 'individual', one: false, form: 'Giấy khen' });
		expect(namesOf(parts).map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6]);
		for (const part of parts)
			if (part.kind === 'names') expect(part.people.length).toBeLessThanOrEqual(NAMES_A_BREATH);
		expect(callParts(callOf(ready(1)))[0]).toMatchObject({ one: true });
	});

	it('CALL-2: an absentee is left out in silence; who stands in the wings is called whatever the door has seen', () => {
		const day = new AwardDay().decide('q1', { individual: 3 }).send('wave.make', {});
		admit(day, 'q1i1');
		expect(namesOf(callParts(callOf(day))).map(({ id }) => id)).toEqual(['q1-i1']);
		day.send('wing.tick', { recipient: 'q1-i3', on: true, claimedAt: T0, offset: 0 });
		expect(namesOf(callParts(callOf(day))).map(({ id }) => id)).toEqual(['q1-i1', 'q1-i3']);
		const nobody = new AwardDay().decide('q1', { individual: 2 }).send('wave.make', {});
		expect(callParts(callOf(nobody))).toEqual([]);
	});

	it('CALL-3: nhận thay names who goes up; of a collective it is the representative; nobody unnamed is announced', () => {
		const day = ready(3);
		const { version } = day.wave(1);
		day.send('wave.behalf', {
			recipient: 'q1-i2',
			version,
			delegate: null,
			reason: 'Đi công tác',
			name: 'Bà Nông Thị Thay'
		});
		day.personal.set('recipient:q1-i3', { name: 'Chi hội Phụ nữ', say: 'Chi hội' });
		day.send('wave.behalf', { recipient: 'q1-i1', version: version + 1, delegate: null, reason: 'ốm' });
		expect(
			namesOf(callParts(callOf(day))).map(({ name, up, say }) => [name, up?.name, up?.behalf, say])
		).toEqual([
			['Nông Văn q1i1', undefined, undefined, ''],
			['Nông Văn q1i2', 'Bà Nông Thị Thay', true, ''],
			['Chi hội Phụ nữ', 'Nông Văn q1i3', false, 'Chi hội']
		]);
	});

	it('CALL-4: the caller waits for the decision to be read and for the stage’s word, then calls, then it was called', () => {
		const day = ready(2);
		expect(callPhase(callOf(day))).toBe('read');
		day.send('award.announce', { decision: 'q1' });
		expect(callPhase(callOf(day))).toBe('wait');
		day.confirm(1, 1, 2).next(1);
		expect(callPhase(callOf(day))).toBe('wait');
		day.next(1);
		expect(callPhase(callOf(day))).toBe('call');
		day.next(1);
		expect(callPhase(callOf(day))).toBe('given');
		const before = new AwardDay().decide('q0', { individual: 1 }, 'state').send('wave.make', {});
		expect(callPhase(callOf(before)), 'they stand for the reading').toBe('wait');
	});

	it('CALL-5: after any change the call names exactly the row on the stage, in its order', () => {
		const day = ready(6);
		const agrees = () =>
			expect(namesOf(callParts(callOf(day))).map(({ id }) => id)).toEqual(
				membersOf(day.state.awards, 1).map(({ id }) => id)
			);
		agrees();
		day.send('wave.later', { recipients: ['q1-i2', 'q1-i4'], version: 1, reason: 'absent' });
		agrees();
		day.send('wave.swap', { recipient: 'q1-i1', with: 'q1-i6', version: 2 });
		agrees();
		day.send('wave.undo', { of: day.state.awards.last?.command ?? '' });
		agrees();
		expect(namesOf(callParts(callOf(day)))).toHaveLength(4);
	});

	it('CALL-6: the reader has the decision with who reads it and its text, what an amendment changed, and the next one', () => {
		const day = ready(2);
		day.decide('q2', { individual: 1 }, 'province');
		day.personal.set('award:q1', { readBy: 'Bà Hà', text: 'Điều 1.' });
		expect(reader(day).decision).toMatchObject({
			id: 'q1',
			readBy: 'Bà Hà',
			text: 'Điều 1.',
			announcedAt: null
		});
		expect(reader(day).nextDecision).toMatchObject({ id: 'q2', recipients: 1 });
		day.send('award.announce', { decision: 'q1' });
		expect(reader(day).decision?.announcedAt).toBe(day.now);
		const { recipients, decisions, version } = day.state.awards;
		const decision = decisions['q1'];
		if (!decision) throw new Error('no decision');
		const listed = Object.values(recipients)
			.filter((row) => row.decision === 'q1')
			.map(({ listed: _listed, ...row }) => row);
		day.invite({ id: 'new' });
		day.send('award.amend', {
			decision,
			recipients: [
				...listed.slice(1),
				{ id: 'q1-new', delegate: 'new', decision: 'q1', type: 'individual', wave: 0, stagePosition: 0 }
			],
			based: version
		});
		expect(reader(day).decision?.amendments).toMatchObject([{ added: ['Ông Nông Văn new'], changed: [] }]);
		expect(JSON.stringify(reader(day))).not.toMatch(/phone|note":/);
	});

	it('CALL-8: a household that an amendment takes out is named as itself to the reader, not by its representative', () => {
		const day = ready(2);
		day.personal.set('delegate:q1i1', { honorific: 'Bà', name: 'Nông Thị Nhung' });
		day.personal.set('recipient:q1-i1', { honorific: '', name: 'Hộ gia đình bà Nông Thị Nhung' });
		day.send('award.announce', { decision: 'q1' });
		const { recipients, decisions, version } = day.state.awards;
		const decision = decisions['q1'];
		if (!decision) throw new Error('no decision');
		const kept = Object.values(recipients).filter((row) => row.id !== 'q1-i1');
		const bare = kept.map(({ listed: _listed, ...row }) => row);
		day.send('award.amend', { decision, recipients: bare, based: version });
		expect(reader(day).decision?.amendments).toMatchObject([{ removed: ['Hộ gia đình bà Nông Thị Nhung'] }]);
	});
});
