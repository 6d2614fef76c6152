import { describe, expect, it } from 'vitest';
import { freshnessText } from './freshness';

const since = Date.UTC(2025, 7, 28, 0, 41);

describe('how fresh a screen is', () => {
	it.each([
		[{ state: 'live', since }, 'Trực tuyến'],
		[{ state: 'live', since, queued: 3 }, 'Trực tuyến – 3 lượt chờ gửi'],
		[{ state: 'stale', since }, 'Thông tin lúc 7:41 – có thể đã thay đổi'],
		[{ state: 'stale', since: null }, 'Thông tin có thể đã thay đổi'],
		[
			{ state: 'offline', since, queued: 12, place: 'door' },
			'Mất kết nối từ 7:41 – vẫn đón bình thường, 12 lượt chờ gửi'
		],
		[{ state: 'offline', since, place: 'door' }, 'Mất kết nối từ 7:41 – vẫn đón bình thường'],
		[{ state: 'offline', since: null, place: 'door' }, 'Mất kết nối – vẫn đón bình thường'],
		[{ state: 'offline', since }, 'Mất kết nối từ 7:41 – màn hình giữ thông tin lúc đó'],
		[
			{ state: 'offline', since: null, queued: 2 },
			'Mất kết nối – chưa nhận được thông tin nào · 2 lượt chờ gửi'
		]
	] as const)('UI-3: %o is said in words', (freshness, words) => {
		expect(freshnessText(freshness)).toBe(words);
	});
});
