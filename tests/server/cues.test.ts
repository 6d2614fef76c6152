/** Cues over real sockets: who is sent what, two stages at once, a device of its own, and a restart. */
import type { Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../src/lib/core/access/roles';
import type { ViewMessage } from '../../src/lib/core/log/message';
import type { CueView } from '../../src/lib/core/views/cue-views';
import type { ConferenceLog } from '../../src/lib/server/log/conference-log';
import { freshDatabase, type FreshDatabase } from '../database';
import { demo, nextId } from '../support/conference';
import { startNode, type TestNode } from '../support/node';
import { Watcher } from '../support/watcher';

type Answer = { ok: boolean; seq?: number; rejection?: { code: string } };

describe('cues over real sockets', () => {
	let database: FreshDatabase;
	let node: TestNode;
	let log: ConferenceLog;
	beforeAll(async () => {
		database = await freshDatabase();
		node = await startNode(database.url);
		log = await demo(node.app);
	});
	afterAll(async () => {
		await node.stop();
		await database.drop();
	});

	/** A screen that watches, and the cues it was sent last. */
	async function screen(role: Role): Promise<{ socket: Socket; cues: () => CueView[]; device: string }> {
		const bearer = await node.token(log.id, role);
		const socket = await node.socket(log.id, { bearer });
		let cues: CueView[] = [];
		socket.on('view', ({ view }: ViewMessage) => {
			// What the programme brings by itself is not what is asked about here.
			if (view && typeof view === 'object' && 'cues' in view)
				cues = (view.cues as CueView[]).filter(({ word }) => word === null);
		});
		const device = Object.keys(log.state.conference.devices).at(-1) ?? '';
		return { socket, cues: () => cues, device };
	}
	const send = async (socket: Socket, type: string, payload: object): Promise<Answer> => {
		const [answer] = await socket.emitWithAck('commands', [{ id: nextId('cue'), type, payload }]);
		return answer as Answer;
	};
	const own = (to: object, id: string) => ({
		cue: { id, trigger: { on: 'hand' }, to, give: 'hand', word: null },
		text: `Lời của ${id}`
	});

	it('CUE-18: two stages give one cue in the same moment: one event, two yeses; an old picture is refused', async () => {
		const tech = await screen('tech');
		const [one, two] = [await screen('stage'), await screen('stage')];
		expect((await send(one.socket, 'cue.set', own({ roles: ['tech'] }, 'hai'))).ok).toBe(true);
		const seen = { cue: 'hai', occurrence: 'h1', version: 0 };
		expect((await send(one.socket, 'cue.call', seen)).ok).toBe(true);
		await expect
			.poll(() => tech.cues().map(({ text, goAt }) => [text, goAt]))
			.toEqual([['Lời của hai', null]]);
		const { head } = log;
		const given = await Promise.all(
			[one, two].map(({ socket }) => send(socket, 'cue.give', { ...seen, version: 1 }))
		);
		expect(given.map(({ ok }) => ok)).toEqual([true, true]);
		expect(log.head).toBe(head + 1);
		await expect.poll(() => tech.cues()[0]?.goAt).toBe(log.state.cuePlan.runs['hai']?.[0]?.goAt);
		const stale = await send(two.socket, 'cue.withdraw', seen);
		expect(stale.rejection?.code).toBe('cue_moved_on');
		const answer = { cue: 'hai', occurrence: 'h1', phase: 'go', answer: 'clear', reply: 'Xong' };
		expect((await send(tech.socket, 'cue.answer', answer)).ok).toBe(true);
		expect((await send(one.socket, 'cue.withdraw', { ...seen, version: 2 })).ok).toBe(true);
		expect((await send(tech.socket, 'cue.answer', answer)).rejection?.code).toBe('cue_withdrawn');
		await expect.poll(() => tech.cues()).toEqual([]);
	});

	it('CUE-19: words reach the stage and whom they are for; a cue for one device reaches that device alone', async () => {
		const [mine, other] = [await screen('tech'), await screen('tech')];
		const stage = await screen('stage');
		const desk = await node.token(log.id, 'reception');
		const reception = await Watcher.open(node, log.id, 'reception', desk);
		const board = await Watcher.open(node, log.id, 'stage', await node.token(log.id, 'stage'));
		expect((await send(stage.socket, 'cue.set', own({ device: mine.device }, 'rieng'))).ok).toBe(true);
		const called = await send(stage.socket, 'cue.call', { cue: 'rieng', occurrence: 'h1', version: 0 });
		await expect.poll(() => mine.cues().map(({ cue }) => cue)).toContain('rieng');
		expect(other.cues().map(({ cue }) => cue)).not.toContain('rieng');
		expect(
			(
				await send(other.socket, 'cue.answer', {
					cue: 'rieng',
					occurrence: 'h1',
					phase: 'standby',
					answer: 'clear'
				})
			).rejection?.code
		).toBe('not_allowed');
		await Promise.all([reception.reached(called.seq ?? 0), board.reached(called.seq ?? 0)]);
		expect(board.replica.personal['cue:rieng']).toEqual({ text: 'Lời của rieng' });
		expect(reception.replica.personal['cue:rieng'] ?? null).toBeNull();
		const forDesk = await send(stage.socket, 'cue.set', own({ roles: ['reception'] }, 'rieng'));
		await reception.reached(forDesk.seq ?? 0);
		expect(reception.replica.personal['cue:rieng']).toEqual({ text: 'Lời của rieng' });
		const away = await send(stage.socket, 'cue.set', own({ roles: ['tech'] }, 'rieng'));
		await reception.reached(away.seq ?? 0);
		expect(reception.replica.personal['cue:rieng'] ?? null).toBeNull();
		reception.socket.disconnect();
		board.socket.disconnect();
	});

	it('CUE-20: after a restart plan, answers and reports stand as they did, and a re-sent report is one', async () => {
		const guard = await screen('security');
		const usher = await screen('usher');
		const id = nextId('report');
		const report = {
			id,
			type: 'cue.alert',
			payload: { id: 'bao-1', what: 'disorder', detail: 'Cổng chính' }
		};
		for (const _again of [1, 2]) {
			const [answer] = await usher.socket.emitWithAck('commands', [report]);
			expect(answer.ok).toBe(true);
		}
		await expect.poll(() => guard.cues().filter(({ alert }) => alert).length).toBe(1);
		const said = { cue: 'bao-1', occurrence: 'a1', phase: 'go', answer: 'clear', reply: 'Đang đến' };
		expect((await send(guard.socket, 'cue.answer', said)).ok).toBe(true);
		const before = structuredClone(log.state.cuePlan);
		await node.stop();
		node = await startNode(database.url);
		const again = await node.app.conferences.get(log.id);
		expect(again?.state.cuePlan).toEqual(before);
		expect(again?.personal.get('cue:bao-1')).toEqual({ text: 'Cổng chính' });
		if (again) log = again;
	});
});
