import { describe, expect, it } from 'vitest';
import { roles } from '../access/roles';
import { mayView } from '../access/table';
import { Hall, NINE } from '../introduction/introduction.fixture';
import { viewNames, views, type ViewName } from './registry';

const SECRETS = ['0912 345 678', '1970', 'ghi chú nội bộ'];
const reader = { role: 'viewer' as const, device: null, delegate: null };

/** A day with people in the seats, a script, notes to everybody and one item spoken by a delegate. */
function day(): Hall {
	const hall = new Hall();
	hall.send('conference.edit', {
		patch: { title: 'Hội nghị Tuyên dương', organiser: 'UBND xã Trùng Khánh', startsAt: NINE, capacity: 150 }
	});
	hall.invite(
		{ id: 'me', name: 'Nông Văn Khách', vip: false },
		{ id: 'speaker', name: 'Hoàng Thị Báo Cáo', title: 'Trưởng xóm' },
		{ id: 'other', name: 'Lý Văn Ngồi Cạnh' }
	);
	for (const id of ['me', 'speaker', 'other']) hall.arrive(id);
	hall.send('hall.set', {
		hall: {
			name: 'Hội trường',
			blocks: [{ id: 'A', name: 'Khối A', colour: '#b00', door: 'Cửa chính', rows: 5, seatsPerRow: 5 }]
		}
	});
	hall.send('seat.assign', {
		seats: ['me', 'speaker', 'other'].map((delegate, at) => ({
			delegate,
			seat: { block: 'A', row: 2, seat: at + 1 }
		}))
	});
	const item = (id: string, kind: 'chao_co' | 'tham_luan' | 'be_mac', delegate: string | null) =>
		hall.send('programme.insert', {
			item: {
				id,
				kinds: [kind],
				title: `Mục ${id}`,
				minutes: 5,
				on: true,
				delegate,
				personal: {
					performer: 'Người thực hiện',
					conductor: 'Người điều hành',
					mcText: [{ speaker: 'MC 1', text: 'Lời dẫn riêng' }],
					notes: { mc: 'Nhắc riêng MC', stage: 'Nhắc riêng sân khấu' }
				}
			},
			before: null
		});
	item('salute', 'chao_co', null);
	item('paper', 'tham_luan', 'speaker');
	item('end', 'be_mac', null);
	hall.send('conference.status', { status: 'live' });
	hall.send('note.send', { id: 'n1', to: { roles: ['mc'] }, text: 'Tin cho MC' });
	hall.send('note.send', { id: 'n2', to: { device: 'tablet-2' }, text: 'Tin cho máy 2' });
	return hall;
}
const next = (hall: Hall) =>
	hall.send('programme.next', { expectedItem: hall.state.programme.live?.item ?? null });
const textOf = (hall: Hall, name: ViewName, who: Parameters<(typeof views)[ViewName]>[2] = reader) =>
	JSON.stringify(views[name](hall.state, hall.lookup, who));

describe('what a view may hold', () => {
	it('VIEW-1: no view of any role holds a phone, a birth year or an internal note of a person', () => {
		const hall = day();
		next(hall);
		next(hall);
		for (const name of viewNames)
			for (const role of roles.filter((one) => mayView(one, name))) {
				const text = textOf(hall, name, { role, device: 'tablet-2', delegate: 'me' });
				for (const secret of SECRETS) expect(text, `${name} of ${role}`).not.toContain(secret);
			}
	});

	it('VIEW-2: the public page names nobody, and holds neither script nor notes nor ids of people', () => {
		const hall = day();
		next(hall);
		next(hall);
		const text = textOf(hall, 'public');
		const hidden = ['Nông', 'Hoàng', 'Lý Văn', 'Người ', 'Lời dẫn', 'Nhắc', 'Tin cho', 'speaker', 'other'];
		for (const word of hidden) expect(text).not.toContain(word);
		expect(text).toContain('Mục paper');
	});

	it('VIEW-3: the projector names only who performs the current item, never who comes next or sits in the hall', () => {
		const hall = day();
		next(hall);
		expect(textOf(hall, 'projector')).not.toContain('Hoàng');
		next(hall);
		const text = textOf(hall, 'projector');
		expect(text).toContain('Hoàng Thị Báo Cáo');
		for (const word of ['Nông', 'Lý Văn', 'Người điều hành', 'Lời dẫn', 'Nhắc', 'Tin cho'])
			expect(text).not.toContain(word);
	});

	it('VIEW-14: while awards are presented the projector names the recipients in the order of the stage, else nobody', () => {
		const hall = day();
		hall.send('programme.insert', {
			item: {
				id: 'award',
				kinds: ['khen_thuong'],
				title: 'Khen thưởng',
				minutes: 5,
				on: true,
				delegate: null
			},
			before: 'salute'
		});
		const recipient = (delegate: string, wave: number, stagePosition: number) => ({
			delegate,
			decision: 'q',
			type: 'individual' as const,
			wave,
			stagePosition
		});
		hall.send('award.set', {
			decision: { id: 'q', form: 'Giấy khen', rank: 'commune', number: '', caller: 'reader' },
			recipients: [recipient('me', 2, 1), recipient('other', 1, 2), recipient('speaker', 1, 1)]
		});
		const award = () => views.projector(hall.state, hall.lookup).award;
		expect(award()).toBeNull();
		next(hall);
		expect(award()?.names.map((name) => name.replace(/^(Ông|Bà|Đồng chí) /, ''))).toEqual([
			'Hoàng Thị Báo Cáo',
			'Lý Văn Ngồi Cạnh',
			'Nông Văn Khách'
		]);
		next(hall);
		expect(award()).toBeNull();
	});

	it('VIEW-15: the chair reads parts below their heading, whose minutes are theirs, each once', () => {
		const hall = day();
		const item = (id: string) => ({
			id,
			kinds: ['van_nghe' as const],
			title: id,
			minutes: 4,
			on: true,
			delegate: null
		});
		hall.send('programme.insert', { item: item('show'), before: 'salute' });
		hall.send('programme.split', { item: 'show', parts: [item('one'), item('two'), item('three')] });
		const ahead = () =>
			views
				.chair(hall.state, hall.lookup, reader)
				.ahead.map(({ id, minutes, parts }) => [id, minutes, parts.map((part) => part.id).join()]);
		const rest = [
			['salute', 5, ''],
			['paper', 5, ''],
			['end', 5, '']
		];
		const minutes = (id: string) => hall.state.programme.items[id]?.minutes ?? 0;
		expect(ahead()).toEqual([
			['show', minutes('one') + minutes('two') + minutes('three'), 'one,two,three'],
			...rest
		]);
		next(hall);
		expect(ahead()).toEqual([['show', minutes('two') + minutes('three'), 'two,three'], ...rest]);
	});

	it('VIEW-4: a delegate’s page holds that delegate alone', () => {
		const hall = day();
		next(hall);
		next(hall);
		const text = textOf(hall, 'delegate', { role: 'delegate', device: null, delegate: 'me' });
		expect(text).toContain('Nông Văn Khách');
		for (const word of ['Hoàng', 'Lý Văn', 'Người điều hành', 'Lời dẫn']) expect(text).not.toContain(word);
		expect(
			views.delegate(hall.state, hall.lookup, { role: 'delegate', device: null, delegate: 'me' })
		).toMatchObject({ arrived: true, seat: { blockName: 'Khối A', row: '2', seat: '1', door: 'Cửa chính' } });
		expect(textOf(hall, 'delegate', { role: 'delegate', device: null, delegate: null })).not.toContain(
			'Nông'
		);
	});

	it('VIEW-5: a note reaches the role or the device it is for, with the answer given, and no other', () => {
		const hall = day();
		const notes = (role: 'mc' | 'chair' | 'tech', device: string | null) =>
			views.crew(hall.state, hall.lookup, { role, device, delegate: null }).notes.map((note) => note.text);
		expect(notes('mc', null)).toEqual(['Tin cho MC']);
		expect(notes('chair', null)).toEqual([]);
		expect(notes('tech', 'tablet-2')).toEqual(['Tin cho máy 2']);
		hall.send('note.answer', { note: 'n1', answer: 'unclear' }, { kind: 'device', id: 'm', role: 'mc' });
		const [note] = views.mc(hall.state, hall.lookup, { role: 'mc', device: null, delegate: null }).notes;
		expect(note?.answered).toBe('unclear');
		hall.send('note.withdraw', { note: 'n1' });
		expect(notes('mc', null)).toEqual([]);
	});

	it('VIEW-6: an MC gets the note for the MC, not the ones for others', () => {
		const hall = day();
		next(hall);
		const text = textOf(hall, 'mc', { role: 'mc', device: null, delegate: null });
		expect(text).toContain('Nhắc riêng MC');
		expect(text).not.toContain('Nhắc riêng sân khấu');
	});
});

describe('what the hall sees', () => {
	it('VIEW-7: the projector follows by itself, the flag salute is silent, and the stage may override', () => {
		const hall = day();
		const scene = () => views.projector(hall.state, hall.lookup).scene;
		const silent = () => views.public(hall.state).silent;
		const seen = [scene()];
		for (let step = 0; step < 4; step++) {
			next(hall);
			seen.push(scene());
			expect(silent()).toBe(step === 0);
		}
		expect(seen).toEqual(['welcome', 'flag', 'item', 'item', 'closing']);
		hall.send('scene.set', { scene: 'black' });
		expect(scene()).toBe('black');
		hall.send('scene.set', { scene: null });
		expect(scene()).toBe('closing');
	});

	it('VIEW-8: no count on the projector unless the office asks for it', () => {
		const hall = day();
		expect(views.projector(hall.state, hall.lookup).present).toBeNull();
		hall.send('conference.edit', { patch: { showCountOnProjector: true } });
		expect(views.projector(hall.state, hall.lookup).present).toBe(3);
	});
});

describe('before the first item', () => {
	const mc = { role: 'mc' as const, device: null, delegate: null };

	it('MC-9: MC and chair get conference, place, readiness and the opening item with its text, until the day begins', () => {
		const hall = day();
		hall.send('conference.edit', { patch: { venue: 'Nhà văn hóa' } });
		const before = views.mc(hall.state, hall.lookup, mc);
		expect(before.opening).toMatchObject({
			venue: 'Nhà văn hóa',
			ready: { present: 3, summoned: 3, vipsPresent: 2, vips: 2 }
		});
		expect([before.next?.title, before.nextScript[0]?.text]).toEqual(['Mục salute', 'Lời dẫn riêng']);
		expect(views.chair(hall.state, hall.lookup, mc).opening).toEqual(before.opening);
		next(hall);
		expect(views.mc(hall.state, hall.lookup, mc).opening).toBeNull();
		expect(views.chair(hall.state, hall.lookup, mc).opening).toBeNull();
	});

	it('MC-10: the MC’s view names the printed sheet of the current item, of the first before the start, none after the end', () => {
		const hall = day();
		const text = 'Kính thưa toàn thể hội nghị. '.repeat(80);
		hall.send('programme.edit', {
			item: 'salute',
			patch: {},
			personal: { mcText: [{ speaker: 'MC 1', text }] }
		});
		const page = () => views.mc(hall.state, hall.lookup, mc).page;
		expect(page()).toBe(1);
		next(hall);
		expect(page()).toBe(1);
		next(hall);
		expect(page()).toBe(2);
		next(hall);
		next(hall);
		expect(page()).toBeNull();
	});
});
