/** SRCH-6 as a ratio beside its floor, both measured in this process, in interleaved rounds. */
import { expect, test } from 'vitest';
import { buildIndex, foldVietnamese, search, type SearchEntry } from './search';

const FAMILY = ['Nguyễn', 'Nông', 'Hoàng', 'Bế', 'Lục', 'Đàm', 'Triệu', 'Trần', 'Lý', 'Nguyễn', 'Nguyễn'];
const MIDDLE = ['Văn', 'Thị', 'Đức', 'Minh', 'Thanh', 'Quốc', 'Hồng', 'Ngọc'];
const GIVEN = [
	'Đức',
	'Lan',
	'Hòa',
	'Cường',
	'Tuyết',
	'Hiền',
	'Phượng',
	'Dũng',
	'Thảo',
	'Quân',
	'Mai',
	'Sơn',
	'Vinh'
];
const entries: SearchEntry[] = Array.from({ length: 5000 }, (_, n) => ({
	id: `id${n}`,
	name: `${FAMILY[n % 11]} ${MIDDLE[(n * 7) % 8]} ${GIVEN[(n * 5) % 13]}`,
	unit: `Xóm Bản ${n % 90}, xã Trùng Khánh`,
	title: ['Trưởng xóm', 'Giáo viên Trường Tiểu học', 'Phó Chủ tịch Hội Nông dân', ''][n % 4] ?? '',
	code: `GM-${String(n).padStart(4, '0')}`
}));
const QUERIES = [
	'n',
	'ng',
	'nguyen',
	'nguyen van duc',
	'duc nguyen',
	'ng v duc',
	'xom ban 12',
	'4711',
	'không có'
];

test('SRCH-6: a search over 5,000 delegates costs at most 1.5 times one pass of includes', () => {
	const index = buildIndex(entries);
	const folded = entries.map((e) => foldVietnamese(`${e.name} ${e.unit} ${e.title} ${e.code}`));
	let sink = 0;
	const floor = (query: string) => {
		const needle = foldVietnamese(query);
		for (const text of folded) if (text.includes(needle)) sink++;
	};
	const ours = (query: string) => (sink += search(index, query, 30).ids.length);
	const time = (run: (query: string) => unknown, query: string) => {
		const start = performance.now();
		for (let n = 0; n < 10; n++) run(query);
		return performance.now() - start;
	};
	for (let n = 0; n < 5; n++) for (const query of QUERIES) for (const run of [floor, ours]) time(run, query);

	const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1] ?? 0;
	const ratios = QUERIES.map((query) => {
		const f: number[] = [];
		const o: number[] = [];
		for (let round = 0; round < 8; round++) {
			f.push(time(floor, query));
			o.push(time(ours, query));
			o.push(time(ours, query));
			f.push(time(floor, query));
		}
		return { query, floor: median(f) / 10, ours: median(o) / 10, ratio: median(o) / median(f) };
	});
	console.table(ratios);
	expect(sink).toBeGreaterThan(0);
	for (const { query, ratio } of ratios) expect(ratio, query).toBeLessThanOrEqual(1.5);
});
