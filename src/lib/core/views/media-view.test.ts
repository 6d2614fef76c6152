import { describe, expect, it } from 'vitest';
import type { Actor } from '../log/event';
import { Hall } from '../introduction/introduction.fixture';
import { mediaBoard, overlayView } from './media-view';

const stage: Actor = { kind: 'device', id: 'stage-1', role: 'stage' };
const admin: Actor = { kind: 'admin', id: 'admin-1', role: 'admin' };
const film = { hash: 'f'.repeat(64), size: 9, type: 'video/mp4' as const, ms: 60_000 };

function day(): Hall {
	const hall = new Hall();
	const add = (id: string, kind: 'khen_thuong' | 'chao_co' | 'van_nghe', performer: string) =>
		hall.send(
			'programme.insert',
			{
				item: { id, kinds: [kind], title: id, minutes: 5, on: true, delegate: null, personal: { performer } },
				before: null
			},
			admin
		);
	add('dance', 'van_nghe', 'Đội văn nghệ xóm Bản Mới');
	add('flag', 'chao_co', 'Toàn thể');
	add('awards', 'khen_thuong', 'Chủ tịch UBND xã');
	hall.send('conference.status', { status: 'live' }, admin);
	return hall;
}
const to = (hall: Hall, item: string) =>
	hall.send('programme.jump', { expectedItem: hall.state.programme.live?.item ?? null, to: item }, stage);
const overlay = (hall: Hall) => overlayView(hall.state, (ref) => hall.personal.get(ref));

describe('the overlay', () => {
	it('OVL-2: whoever is handed theirs now, one after the other; the item’s performer before the call, nobody under the row and its photo', () => {
		const hall = day();
		const decision = {
			id: 'q',
			form: 'Giấy khen',
			rank: 'commune' as const,
			number: '',
			caller: 'reader' as const
		};
		const recipients = [1, 2].map((at) => ({
			delegate: null,
			id: `r-${at}`,
			decision: 'q',
			type: 'household' as const,
			wave: 1,
			stagePosition: at,
			personal: { honorific: '', name: `Hộ gia đình thứ ${at}`, title: '', unit: 'Xóm Bản Mới' }
		}));
		hall.send('award.set', { decision, recipients }, admin);
		to(hall, 'awards');
		expect(overlay(hall).speaker?.performer).toBe('Chủ tịch UBND xã');
		const seen: (string | undefined)[] = [];
		const under: (string | undefined)[] = [];
		for (let press = 0; press < 7; press++) {
			const wave = hall.state.awards.waves[1];
			if (!wave || wave.step === 'cleared') break;
			const { step, given, version } = wave;
			hall.send('wave.next', { wave: 1, step, given, version, override: true }, stage);
			seen.push(overlay(hall).recipient?.name);
			const after = hall.state.awards.waves[1]?.step;
			if (after !== 'staged' && after !== 'cleared') under.push(overlay(hall).speaker?.performer);
		}
		expect(seen.filter(Boolean)).toEqual(['Hộ gia đình thứ 1', 'Hộ gia đình thứ 2']);
		expect(overlay(hall).recipient).toBeNull();
		expect(under.length).toBeGreaterThan(3);
		expect(under.filter(Boolean), 'nobody else is named under those on the stage').toEqual([]);
	});

	it('OVL-2: nothing while a film plays, and nothing over the flag', () => {
		const hall = day();
		hall.send('media.add', { medium: film, name: 'Phóng sự' }, admin);
		to(hall, 'dance');
		expect(overlay(hall).speaker?.performer).toBe('Đội văn nghệ xóm Bản Mới');
		hall.send('media.play', { hash: film.hash, step: hall.state.media.step }, stage);
		expect(overlay(hall).speaker).toBeNull();
		to(hall, 'flag');
		expect(overlay(hall)).toMatchObject({ speaker: null, recipient: null });
	});
});

describe('the board of media', () => {
	it('TEC-2: names what each item still lacks, where the day stands, and which projector has what', () => {
		const hall = day();
		hall.send('media.add', { medium: film, name: 'Phóng sự.mp4' }, admin);
		hall.send('media.attach', { item: 'dance', hash: film.hash, on: true }, admin);
		hall.send('device.enrol', { id: 'wall-1', role: 'projector', desk: null, name: 'Máy chiếu' }, admin);
		const report = {
			media: [{ hash: film.hash, state: 'ready' as const, ms: 60_000 }],
			sound: false,
			keeps: true
		};
		hall.send('screen.report', { report }, { kind: 'device', id: 'wall-1', role: 'projector' });
		// What a device says that is no projector any more counts for nothing.
		hall.send('screen.report', { report }, { kind: 'device', id: 'old-1', role: 'projector' });
		to(hall, 'dance');
		hall.send('troupe.microphones', { item: 'dance', count: 4 }, stage);
		const board = mediaBoard(hall.state, (ref) => hall.personal.get(ref));
		expect(board.items).toMatchObject([
			{ id: 'dance', where: 'current', media: [film.hash], troupe: { state: 'away', microphones: 4 } },
			{ id: 'flag', where: 'next', wants: 'music', media: [], troupe: null },
			{ id: 'awards', where: 'ahead', wants: 'music' }
		]);
		expect(board.media).toMatchObject([{ name: 'Phóng sự.mp4', ready: 1, failed: 0 }]);
		expect(board.screens).toMatchObject([{ id: 'wall-1', sound: false, ready: 1 }]);
	});
});
