import { describe, expect, it } from 'vitest';
import type { Actor } from '../log/event';
import { Hall } from '../introduction/introduction.fixture';
import { leftAt, lengthOf, positionAt } from './playback';

const stage: Actor = { kind: 'device', id: 'stage-1', role: 'stage' };
const tech: Actor = { kind: 'device', id: 'tech-1', role: 'tech' };
const wall: Actor = { kind: 'device', id: 'wall-1', role: 'projector' };
const admin: Actor = { kind: 'admin', id: 'admin-1', role: 'admin' };
const film = { hash: 'f'.repeat(64), size: 9, type: 'video/mp4' as const, ms: 60_000 };
const song = { hash: 'e'.repeat(64), size: 9, type: 'audio/mpeg' as const, ms: null };

/** A day of a flag salute, a film and two performances, with two media. */
function day(): Hall {
	const hall = new Hall();
	for (const [id, kind] of [
		['film', 'phong_su'],
		['flag', 'chao_co'],
		['dance', 'van_nghe'],
		['talk', 'phat_bieu']
	] as const)
		hall.send(
			'programme.insert',
			{ item: { id, kinds: [kind], title: id, minutes: 5, on: true, delegate: null }, before: null },
			admin
		);
	hall.send('conference.status', { status: 'live' }, admin);
	hall.send('media.add', { medium: film, name: 'Phóng sự.mp4' }, admin);
	hall.send('media.add', { medium: song, name: 'Quốc ca.mp3' }, admin);
	return hall;
}
const step = (hall: Hall) => ({ step: hall.state.media.step });
const next = (hall: Hall) =>
	hall.send('programme.next', { expectedItem: hall.state.programme.live?.item ?? null }, stage);
const playing = (hall: Hall) => hall.state.media.play;
function played(hall: Hall) {
	const play = playing(hall);
	if (!play) throw new Error('nothing plays');
	return play;
}

describe('playback', () => {
	it('PLY-1: position and time left follow from when it was started, paused and went on', () => {
		const hall = day();
		next(hall);
		hall.send('media.play', { hash: film.hash, ...step(hall) }, tech);
		const began = hall.now;
		expect(played(hall)).toMatchObject({ hash: film.hash, item: 'film', paused: false });
		const at = (now: number) => [
			positionAt(played(hall), now),
			leftAt({ ...played(hall), ms: film.ms }, now)
		];
		expect(at(began + 12_000)).toEqual([12_000, 48_000]);
		// A clock a little behind the server's, and one long past the end.
		expect(at(began - 40)).toEqual([0, 60_000]);
		expect(at(began + 90_000)[1]).toBe(0);
		hall.now += 20_000;
		hall.send('media.pause', step(hall), stage);
		const position = hall.now - began;
		expect(at(hall.now + 500_000)).toEqual([position, 60_000 - position]);
		hall.send('media.resume', step(hall), tech);
		expect(at(hall.now + 3000)).toEqual([position + 3000, 57_000 - position]);
		hall.send('media.stop', { play: played(hall).id }, tech);
		expect(playing(hall)).toBeNull();
	});

	it('PLY-1: a length that its uploader could not tell is the one a projector measured', () => {
		const hall = day();
		expect(lengthOf(hall.state.media, song.hash)).toBeNull();
		expect(leftAt({ at: 0, position: 0, paused: false, ms: null }, 9)).toBeNull();
		const report = {
			media: [{ hash: song.hash, state: 'ready' as const, ms: 51_000 }],
			sound: true,
			keeps: true
		};
		hall.send('screen.report', { report }, wall);
		expect(lengthOf(hall.state.media, song.hash)).toBe(51_000);
		expect(lengthOf(hall.state.media, film.hash)).toBe(60_000);
	});

	it('PLY-2: of two orders that saw the same state the second is refused, and a late or second stop ends nothing else', () => {
		const hall = day();
		const seen = step(hall);
		const first = hall.send('media.play', { hash: film.hash, ...seen }, stage);
		expect(() => hall.send('media.play', { hash: song.hash, ...seen }, tech)).toThrow('play_moved');
		const both = step(hall);
		hall.send('media.pause', both, stage);
		expect(() => hall.send('media.pause', both, tech)).toThrow('play_moved');
		expect(() => hall.send('media.resume', both, tech)).toThrow('play_moved');
		hall.send('media.play', { hash: song.hash, ...step(hall) }, tech);
		hall.send('media.stop', { play: first }, stage);
		expect(played(hall).hash).toBe(song.hash);
		const { id } = played(hall);
		hall.send('media.stop', { play: id }, stage);
		hall.send('media.stop', { play: id }, tech);
		expect(playing(hall)).toBeNull();
		expect(() => hall.send('media.play', { hash: 'a'.repeat(64), ...step(hall) }, tech)).toThrow(
			'medium_unknown'
		);
	});

	it('PLY-2: what plays cannot be removed', () => {
		const hall = day();
		hall.send('media.play', { hash: film.hash, ...step(hall) }, stage);
		expect(() => hall.send('media.remove', { hash: film.hash }, admin)).toThrow('medium_playing');
	});

	it('PLY-3: during the flag salute the stage alone starts and goes on, and what played before is over', () => {
		const hall = day();
		next(hall);
		hall.send('media.play', { hash: film.hash, ...step(hall) }, tech);
		next(hall);
		expect(playing(hall)).toBeNull();
		expect(() => hall.send('media.play', { hash: song.hash, ...step(hall) }, tech)).toThrow(
			'play_during_flag'
		);
		hall.send('media.play', { hash: song.hash, ...step(hall) }, stage);
		hall.send('media.pause', step(hall), tech);
		expect(() => hall.send('media.resume', step(hall), tech)).toThrow('play_during_flag');
		hall.send('media.resume', step(hall), stage);
		expect(played(hall)).toMatchObject({ hash: song.hash, paused: false });
	});

	it('PLY-3: the anthem that is attached to the flag salute is played by the tech, who is called to do so', () => {
		const hall = day();
		hall.send('media.attach', { item: 'flag', hash: song.hash, on: true }, tech);
		next(hall);
		next(hall);
		expect(() => hall.send('media.play', { hash: film.hash, ...step(hall) }, tech)).toThrow(
			'play_during_flag'
		);
		hall.send('media.play', { hash: song.hash, ...step(hall) }, tech);
		hall.send('media.pause', step(hall), tech);
		hall.send('media.resume', step(hall), tech);
		expect(played(hall)).toMatchObject({ hash: song.hash, paused: false });
	});

	it('PLY-4: what plays ends with its item; a step taken back brings it back where it would stand, one never does so later', () => {
		const hall = day();
		next(hall);
		hall.send('media.play', { hash: film.hash, ...step(hall) }, stage);
		const before = played(hall);
		const of = next(hall);
		expect(playing(hall)).toBeNull();
		hall.send('programme.undo', { of }, stage);
		expect(played(hall)).toEqual(before);
		next(hall);
		hall.send('programme.back', { expectedItem: 'flag' }, stage);
		expect(playing(hall)).toBeNull();
	});
});

describe('troupes', () => {
	it('TEC-1: the latest tick by its own time holds, whatever arrives last', () => {
		const hall = day();
		const tick = (state: 'away' | 'here' | 'ready', claimedAt: number) =>
			hall.send('troupe.tick', { item: 'dance', state, claimedAt, offset: 0 }, tech);
		tick('ready', hall.now - 1000);
		tick('here', hall.now - 60_000);
		expect(hall.state.media.troupes['dance']?.state).toBe('ready');
		tick('away', hall.now);
		expect(hall.state.media.troupes['dance']?.state).toBe('away');
	});
});
