import { describe, expect, it } from 'vitest';
import { AwardDay } from '$lib/core/awards/awards.fixture';
import { frameCode, shortCode } from '$lib/core/awards/frame-code';
import { presenterView, type PresenterView } from '$lib/core/views/award-views';
import { changeWords, scanFault, tableName } from './frame-words';
import { labelsOf } from './labels';
import { changedOffList, phaseOf, signalOf } from './phase';
import { nothingScanned, withCode, type PileScan } from './pile-scan';

/** Two waves of eight and four; every recipient is called after their id. */
const begun = () => new AwardDay().decide('q', { collective: 8, household: 4 }).send('wave.make', {});
const names = (ref: string) =>
	ref.startsWith('recipient:') ? { honorific: 'Bà', name: ref.slice('recipient:'.length) } : undefined;
const at = (day: AwardDay, presenter: 1 | 2 = 1): PresenterView =>
	presenterView(day.state, names, presenter, null);
const later = (day: AwardDay, recipient: string) =>
	day.send('wave.later', { recipients: [recipient], version: day.wave(1).version, reason: 'absent' });

describe('frame table', () => {
	it('TBL-1: calm before the awards, then the pile, the wait, the call, frame by frame, and done', () => {
		const day = begun();
		expect(phaseOf(at(new AwardDay()))).toBe('calm');
		expect(phaseOf(at(day))).toBe('early');
		day.next(1);
		expect(phaseOf(at(day))).toBe('pile');
		day.confirm(1, 1);
		expect([phaseOf(at(day)), phaseOf(at(day, 2))]).toEqual(['waiting', 'pile']);
		day.confirm(1, 2).next(1);
		expect(phaseOf(at(day))).toBe('go');
		day.next(1);
		expect([phaseOf(at(day)), at(day).nextFrame?.mine, at(day, 2).nextFrame?.mine]).toEqual([
			'next',
			true,
			false
		]);
		day.next(1, 8);
		expect(phaseOf(at(day))).toBe('done');
		day.next(1, 2);
		expect([at(day).wave?.number, phaseOf(at(day))]).toEqual([2, 'pile']);
	});

	it('TBL-2: a change asks both tables again and says which frames to move, put in and take out', () => {
		const day = begun().next(1).confirm(1, 1, 2);
		expect(changeWords(at(day))).toBe('');
		later(day, 'q-c3');
		for (const presenter of [1, 2] as const) expect(phaseOf(at(day, presenter))).toBe('pile');
		expect(changeWords(at(day))).toBe(
			'cho thêm khung 3, 5, 7 · chuyển sang bàn kia khung của Bà q-c5, Bà q-c7 · bỏ ra khung của Bà q-c3'
		);
		expect(at(day).stack.map(({ frame }) => frame)).toEqual([1, 3, 5, 7]);
		const swapped = begun().next(1).confirm(1, 1, 2);
		swapped.send('wave.swap', { recipient: 'q-c7', with: 'q-c5', version: swapped.wave(1).version });
		expect(changeWords(at(swapped))).toMatch(/^xếp lại khung [57]$/);
		expect(phaseOf(at(swapped, 2))).toBe('pile');
	});

	it('TBL-2: a change while the frames are carried is said above the next frame', () => {
		const day = begun().next(1).confirm(1, 1, 2).next(1, 2);
		expect(changedOffList(at(day))).toBe(false);
		later(day, 'q-c3');
		expect([phaseOf(at(day)), changedOffList(at(day))]).toEqual(['next', true]);
	});

	it('TBL-2: each new change is one signal, and none repeats while nothing happens', () => {
		const day = begun();
		expect(signalOf(at(day))).toBeNull();
		day.next(1).confirm(1, 1, 2);
		expect(signalOf(at(day))).toBeNull();
		later(day, 'q-c3');
		const first = signalOf(at(day));
		expect(signalOf(at(day))).toBe(first);
		later(day, 'q-c4');
		expect(signalOf(at(day))).not.toBe(first);
		day.confirm(1, 1, 2).next(1);
		expect(signalOf(at(day))).toBe('go 1');
	});

	it('TBL-3: one presenter carries all frames, and the other table is told so', () => {
		const day = begun();
		day.send('award.setup', { setup: { ...day.state.awards.setup, presenters: 1 } }).next(1);
		expect([at(day).stack.length, phaseOf(at(day)), at(day).alone]).toEqual([8, 'pile', true]);
		expect([at(day, 2).stack.length, phaseOf(at(day, 2)), at(day, 2).alone]).toEqual([0, 'none', true]);
		const merged = begun().next(1).confirm(1, 1, 2);
		merged.send('award.setup', { setup: { ...merged.state.awards.setup, presenters: 1 } });
		expect([phaseOf(at(merged, 2)), changedOffList(at(merged, 2))]).toEqual(['none', true]);
		expect(changeWords(at(merged, 2))).toMatch(/^chuyển sang bàn kia khung của Bà q-c2, Bà q-c4/);
		expect([tableName(1, false), tableName(2, false), tableName(1, true)]).toEqual([
			'Bàn bên trái',
			'Bàn bên phải',
			'Một bàn'
		]);
	});
});

describe('scan of a pile', () => {
	const view = () => at(begun().next(1));
	const scanOf = (ids: string[], { stack }: PresenterView): PileScan =>
		ids.reduce(
			(scan, id) =>
				withCode(
					scan,
					id,
					stack.map((frame) => frame.id)
				),
			nothingScanned
		);
	const codes = (...numbers: number[]) => numbers.map((number) => frameCode(`q-c${number}`));

	it('TBL-4: labels top-down are right one by one, a label held before the camera counts once', () => {
		const scan = scanOf(codes(1, 1, 3, 3, 5), view());
		expect(scan).toEqual({ right: ['q-c1', 'q-c3', 'q-c5'], fault: null, complete: false });
		expect(scanOf(codes(1, 3, 5, 7), view()).complete).toBe(true);
		expect(scanOf(['q-c1', ' q-c3 ', 'KTF:q-c5', shortCode('q-c7')], view()).complete).toBe(true);
	});

	it('TBL-4: the first frame out of order is named in words, and the scan goes on once it is right', () => {
		const { stack } = view();
		const wrong = scanOf(codes(1, 5), view());
		expect(scanFault(wrong, stack)).toBe(
			'Khung nằm thứ 2 từ trên xuống chưa đúng: phải là khung 3 · Bà q-c3. Đang là khung 5 · Bà q-c5.'
		);
		expect(scanFault(scanOf(codes(1, 2), view()), stack)).toContain('không thuộc chồng này');
		expect(scanFault(scanOf([...codes(1), '790123'], view()), stack)).toContain('không phải nhãn khung');
		const fixed = scanOf(codes(1, 5, 3, 5, 7), view());
		expect([fixed.complete, scanFault(fixed, stack)]).toEqual([true, null]);
	});
});

describe('labels of the frames', () => {
	it('TBL-7: one for each frame, wave by wave, each table’s pile from its top', () => {
		const day = begun();
		const labels = labelsOf(day.state, names);
		expect(labels.map(({ wave, presenter, frame }) => `${wave}/${presenter}/${frame}`)).toEqual([
			...['1/1/1', '1/1/3', '1/1/5', '1/1/7', '1/2/2', '1/2/4', '1/2/6', '1/2/8'],
			...['2/1/1', '2/1/3', '2/2/2', '2/2/4']
		]);
		expect(labels[1]).toMatchObject({
			name: 'Bà q-c3',
			position: 3,
			of: 8,
			form: 'Giấy khen',
			code: frameCode('q-c3'),
			short: shortCode('q-c3')
		});
		day.send('frame.mark', { recipient: 'q-c3', mark: 'missing' });
		expect(labelsOf(day.state, names).map(({ id }) => id)).not.toContain('q-c3');
	});
});
