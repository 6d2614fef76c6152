import { expect, it } from 'vitest';
import { whenWords } from './cues/plan-words';
import { AwardDay } from '$lib/core/awards/awards.fixture';

it('CUE-21: a title with quotation marks of its own is quoted with single ones within', () => {
	const item = { minutes: 5, on: true, delegate: null, kinds: ['van_nghe' as const] };
	const day = new AwardDay()
		.send('programme.insert', { item: { ...item, id: 'a', title: 'Múa “Mừng Đảng”' }, before: null })
		.send('programme.insert', { item: { ...item, id: 'b', title: 'Hát "Quê hương"' }, before: null });
	const words = (id: string) =>
		whenWords({ trigger: { on: 'itemStart', item: id, lead: 3 } }, day.state.programme);
	expect(words('a')).toBe('Trước mục “Múa ‘Mừng Đảng’” 3 phút');
	expect(words('b')).toBe('Trước mục “Hát ‘Quê hương’” 3 phút');
});
