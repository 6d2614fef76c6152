import { describe, expect, it } from 'vitest';
import type { Actor } from '../log/event';
import { Hall } from '../introduction/introduction.fixture';
import { notesInOrder } from './model';

const one: Actor = { kind: 'device', id: 'recorder-1', role: 'recorder' };
const two: Actor = { kind: 'device', id: 'recorder-2', role: 'recorder' };
const write = (hall: Hall, note: string, text: string, by = one, based: string | null = null, ago = 0) =>
	hall.send('minutes.write', { claimedAt: hall.now - ago, offset: 0, note, item: null, text, based }, by);
const texts = (hall: Hall) =>
	notesInOrder(hall.state.minutes).map(({ note }) => hall.lookup(`minutes:${note}`)?.['text']);

describe('the recorder’s notes', () => {
	it('MIN-1: a note is written over by who wrote it, in the order they wrote, whatever the clock says', () => {
		const hall = new Hall();
		write(hall, 'a', 'Ông A phát biểu');
		write(hall, 'b', 'Giải lao');
		write(hall, 'a', 'Ông A phát biểu về đường xóm', one, null, 3_600_000);
		expect(texts(hall)).toEqual(['Ông A phát biểu về đường xóm', 'Giải lao']);
		expect(JSON.stringify(hall.state)).not.toContain('Ông A');
	});

	it('MIN-2: who writes over a text they had not seen loses nothing: theirs stands beside it', () => {
		const hall = new Hall();
		const first = write(hall, 'a', 'Của máy 1');
		write(hall, 'a', 'Máy 2 sửa', two, first);
		write(hall, 'a', 'Máy 1 viết tiếp, chưa thấy máy 2', one, first);
		expect(texts(hall)).toEqual(['Máy 2 sửa', 'Máy 1 viết tiếp, chưa thấy máy 2']);
		const aside = hall.state.minutes.notes;
		const own = Object.values(aside).find(({ by }) => by === one.id)?.id ?? '';
		const next = write(hall, 'a', 'Máy 1 viết tiếp, chưa thấy máy 2, thêm một câu', one, own);
		write(hall, 'a', 'Máy 1 viết tiếp, chưa thấy máy 2', one, next);
		expect(texts(hall)).toEqual(['Máy 2 sửa', 'Máy 1 viết tiếp, chưa thấy máy 2']);
		write(hall, 'a', '', one, first);
		expect(texts(hall)).toHaveLength(2);
		write(hall, 'a', '', two);
		expect(texts(hall)).toEqual(['Máy 1 viết tiếp, chưa thấy máy 2']);
	});
});
