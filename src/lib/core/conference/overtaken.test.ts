import { describe, expect, it } from 'vitest';
import { Hall } from '../introduction/introduction.fixture';
import { sameValue } from './overtaken';

const requirements = (hall: Hall) => hall.state.conference.settings.requirements;

describe('two organisers at one form', () => {
	it('ORG-5: of two who edit one list from the same picture the second is told; other fields are left alone', () => {
		const hall = new Hall();
		const based = { requirements: requirements(hall) };
		hall.send('conference.edit', { patch: { requirements: ['trang trọng'] }, based });
		const second = () => hall.send('conference.edit', { patch: { requirements: ['tiết kiệm'] }, based });
		expect(second).toThrow('settings_changed');
		expect(requirements(hall)).toEqual(['trang trọng']);
		hall.send('conference.edit', { patch: { theme: 'Đoàn kết' }, based: { theme: '', ...based } });
		hall.send('conference.edit', {
			patch: { requirements: ['tiết kiệm'] },
			based: { requirements: requirements(hall) }
		});
		expect(requirements(hall)).toEqual(['tiết kiệm']);
	});

	it('ORG-5: the desks, too; who does not say what it was based on is taken as before', () => {
		const hall = new Hall();
		hall.send('desk.set', { desks: ['Bàn 1'], based: [] });
		expect(() => hall.send('desk.set', { desks: ['Bàn 2'], based: [] })).toThrow('settings_changed');
		hall.send('desk.set', { desks: ['Bàn 2'] });
		hall.send('conference.edit', { patch: { requirements: ['gọn'] } });
		expect(hall.state.conference.desks).toEqual(['Bàn 2']);
		expect(requirements(hall)).toEqual(['gọn']);
	});

	it('ORG-5: a value is the same in whatever order its keys come back', () => {
		expect(sameValue([{ a: 1, b: { c: null, d: [2] } }], [{ b: { d: [2], c: null }, a: 1 }])).toBe(true);
		expect(sameValue([1, 2], [2, 1])).toBe(false);
		expect(sameValue({ a: null }, { a: 'null' })).toBe(false);
	});
});
