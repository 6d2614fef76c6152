import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { roleTable, viewsOf } from '../access/table';
import { block, hallOf, SeatingDay } from '../seating/seating.fixture';
import { views } from './registry';

const reader = { role: 'board' as const, device: null, delegate: null };
const finder = (day: SeatingDay) => views.finder(day.state, (ref) => day.personal.get(ref));
const admit = (day: SeatingDay, delegate: string) =>
	day.send(
		'door.admit',
		{ claimedAt: day.now, offset: 0, delegate, via: 'qr', verdict: 'green', desk: null, seen: 0 },
		{ kind: 'device', id: 'desk', role: 'reception' }
	);

function day(): SeatingDay {
	return new SeatingDay()
		.send('hall.set', { hall: hallOf(block('A', 10, 30), block('B', 10, 30)) })
		.invite(
			{
				id: 'secret-id',
				vip: true,
				tier: 7,
				unit: 'Xóm Bản Mới',
				invitationNumber: 'GM-077',
				personal: {
					honorific: 'Mẹ Việt Nam Anh hùng',
					name: 'Đàm Thị Ánh',
					title: 'Chức vụ riêng',
					phone: '0912 345 678',
					birthYear: 1931,
					note: 'ghi chú nội bộ'
				}
			},
			{ id: 'b', unit: 'Xóm Nà Mò', personal: { honorific: 'Ông', name: 'Nông Văn Đức', title: '' } },
			{ id: 'c', unit: 'Xóm Cốc Chia', personal: { honorific: 'Ông', name: 'Nông Văn Dũng', title: '' } },
			{ id: 'd', unit: 'Xóm Keo Hin', personal: { honorific: 'Ông', name: 'Nông Văn Ân', title: '' } }
		)
		.sit('secret-id', 'A', 2, 3);
}

describe('the board in the lobby', () => {
	it('BRD-1: it holds names, units and seats by given name, and nothing else of anybody', () => {
		const view = finder(day());
		expect(view.people).toEqual([
			['Mẹ Việt Nam Anh hùng', 'Đàm Thị Ánh', 0, 'A/2/3'],
			['Ông', 'Nông Văn Ân', 1, ''],
			['Ông', 'Nông Văn Dũng', 2, ''],
			['Ông', 'Nông Văn Đức', 3, '']
		]);
		expect(view.units).toEqual(['Xóm Bản Mới', 'Xóm Keo Hin', 'Xóm Cốc Chia', 'Xóm Nà Mò']);
		const text = JSON.stringify(view);
		const secrets = ['0912', '1931', 'nội bộ', 'Chức vụ', 'GM-077', 'secret-id', 'vip', 'tier', 'official'];
		for (const secret of secrets) expect(text).not.toContain(secret);
		expect(Object.keys(view).sort()).toEqual(['hall', 'people', 'title', 'units', 'venue']);
	});

	it('BRD-2: its role receives that view alone, no slice and no personal field, and may send nothing', () => {
		expect(roleTable.board.receives).toEqual({ views: ['finder'] });
		expect(roleTable.board.personal).toEqual({});
		expect(roleTable.board.commands).toEqual([]);
		expect(viewsOf('kiosk')).not.toContain('finder');
	});

	it('BRD-3: an arrival leaves the very same view; a seat, a name or somebody withdrawn makes a new one', () => {
		const one = day();
		const before = finder(one);
		admit(one, 'b');
		expect(finder(one)).toBe(before);
		one.sit('b', 'A', 1, 1);
		const seated = finder(one);
		expect(seated).not.toBe(before);
		expect(seated.people.find(([, name]) => name === 'Nông Văn Đức')?.[3]).toBe('A/1/1');
		one.send('delegate.withdraw', { id: 'b', withdrawn: true });
		expect(finder(one).people.map(([, name]) => name)).not.toContain('Nông Văn Đức');
		expect(views.finder(one.state, (ref) => one.personal.get(ref))).toBe(finder(one));
		expect(reader.role).toBe('board');
	});

	it('BRD-4: 500 people with long names and units are at most 20 kB compressed', () => {
		const given = ['Thảo Nguyên', 'Phượng', 'Đức', 'Quyết', 'Hường', 'Ánh', 'Slao', 'Tuyết', 'Khánh', 'Mỵ'];
		const family = [
			'Nông Hoàng Thị Phương',
			'Triệu Đức',
			'Bế Ích',
			'Lục Văn',
			'Hứa Thị',
			'Đàm Quang',
			'Mã Thế'
		];
		const many = new SeatingDay()
			.send('hall.set', { hall: hallOf(block('A', 10, 30), block('B', 10, 30)) })
			.invite(
				...Array.from({ length: 500 }, (_, n) => ({
					id: `p${n}`,
					unit: `Trường PTDT bán trú THCS xóm ${given[n % 10]} ${n % 90}`,
					personal: {
						honorific: n % 3 ? 'Ông' : 'Bà',
						name: `${family[(n * 5) % 7]} ${given[(n * 3 + Math.floor(n / 10)) % 10]}`,
						title: ''
					}
				}))
			);
		many.send('seat.assign', {
			seats: Array.from({ length: 500 }, (_, n) => ({
				delegate: `p${n}`,
				seat: { block: n < 300 ? 'A' : 'B', row: 1 + (Math.floor(n / 30) % 10), seat: 1 + (n % 30) }
			}))
		});
		const json = JSON.stringify(finder(many));
		expect(finder(many).people).toHaveLength(500);
		expect(gzipSync(json).length).toBeLessThan(20_000);
		expect(brotliCompressSync(json).length).toBeLessThan(20_000);
	});
});
