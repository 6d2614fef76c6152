import { describe, expect, it } from 'vitest';
import { Door, MINUTE, T0 } from '../admissions/day-facts.fixture';
import { viewsOf } from '../access/table';
import { stewardView } from './steward-view';

describe('who meets the leaders', () => {
	it('ALR-5: sees which important delegates came, where and whether to the lounge, who is awaited, and nobody else', () => {
		const who = { phone: '0912345678', birthYear: 1960, note: 'Đau chân' };
		const door = new Door()
			.create()
			.person('second', { vip: true }, who)
			.person('first', { vip: true })
			.person('excused', { vip: true, absence: 'excused' })
			.person('gone', { vip: true, withdrawn: true })
			.person('plain');
		door.send('desk.save', { desks: [{ name: 'Bàn 2', gate: 'Cổng sau' }] });
		expect(stewardView(door.state, door.lookup, null).awaited.map((one) => one.id)).toEqual([
			'first',
			'second'
		]);
		const admission = door.admit('second', 3, { desk: 'Bàn 2' });
		door.admit('plain', 4);
		door.send('door.lounge', { ...door.claim(4), admission, on: true });
		const view = stewardView(door.state, door.lookup, null);
		expect(view.arrived).toEqual([
			{
				id: 'second',
				honorific: 'Ông',
				name: 'Người second',
				title: '',
				unit: 'Xóm Một',
				admission,
				at: T0 + 3 * MINUTE,
				desk: 'Bàn 2',
				gate: 'Cổng sau',
				lounge: true,
				substitute: null
			}
		]);
		expect(view.awaited.map((one) => one.id)).toEqual(['first']);
		const shown = JSON.stringify(view);
		for (const hidden of ['plain', '0912345678', '1960', 'Đau chân']) expect(shown).not.toContain(hidden);
		door.exit(admission, 9);
		expect(stewardView(door.state, door.lookup, null).arrived).toEqual([]);
		expect(viewsOf('steward')).toContain('steward');
		expect(viewsOf('security')).not.toContain('steward');
	});
});
