/** "Chưa thấy": the stage knows within two seconds whom a running wave has lost, also when nothing was closed. */
import { EventEmitter } from 'node:events';
import { io as connect, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../src/lib/core/access/roles';
import { PROTOCOL } from '../../src/lib/protocol/version';
import { DARK_MS, LOOK_MS, Presence } from '../../src/lib/server/gateway/presence';
import { blackHole, type BlackHole } from '../support/black-hole';
import { demo, nextId } from '../support/conference';
import { startNode, system, type TestNode } from '../support/node';
import type { ConferenceLog } from '../../src/lib/server/log/conference-log';
import { freshDatabase, type FreshDatabase } from '../database';

const PROMISE_MS = 2000;

/** A log that is at a step of its only wave, and a socket whose line answers pings while it is in reach. */
const logAt = (step: string) =>
	({ id: 'c', state: { awards: { waves: { 1: { step } } } } }) as unknown as ConferenceLog;
class FakeLine extends EventEmitter {
	reachable = true;
	pings = 0;
	ping(): void {
		this.pings++;
		if (this.reachable) this.emit('pong');
	}
}
function hall(step = 'staged') {
	let now = 0;
	const said: Role[][] = [];
	let elsewhere: Role[] = [];
	const presence = new Presence({ now: () => now, connected: () => Promise.resolve(new Set(elsewhere)) });
	const log = logAt(step);
	const line = new FakeLine();
	const socketOf = (own: FakeLine) =>
		({ conn: { transport: { socket: own } }, emit: (_: string, roles: Role[]) => said.push(roles) }) as never;
	return {
		presence,
		log,
		line,
		said,
		socket: socketOf(line),
		stage: socketOf(new FakeLine()),
		elsewhere: (...roles: Role[]) => (elsewhere = roles),
		/** Time goes by, with a look each quarter of a second. @returns ms until the word was said */
		async until(role: Role, unseen: boolean, most = 10_000): Promise<number | null> {
			for (let gone = 0; gone <= most; gone += LOOK_MS) {
				now += LOOK_MS;
				presence.look();
				await Promise.resolve();
				if (said.length && said.at(-1)?.includes(role) === unseen) return gone + LOOK_MS;
			}
			return null;
		}
	};
}

describe('whom a running wave has lost, in virtual time', () => {
	it('RUNW-20: a device that answers no more is said within two seconds with half a second to spare, and again when it is back', async () => {
		const { presence, log, socket, stage, line, until } = hall();
		presence.join(stage, log, 'stage');
		presence.join(socket, log, 'presenter-2');
		expect(await until('presenter-2', false)).not.toBeNull();
		line.reachable = false;
		expect(await until('presenter-2', true)).toBeLessThanOrEqual(PROMISE_MS - 500);
		expect(DARK_MS + LOOK_MS).toBeLessThanOrEqual(PROMISE_MS - 500);
		line.reachable = true;
		expect(await until('presenter-2', false)).toBeLessThanOrEqual(2 * LOOK_MS);
	});

	it('RUNW-20: nobody is pinged without a wave under way or a stage to tell, and a device on another process counts', async () => {
		for (const step of ['prepared', 'cleared']) {
			const idle = hall(step);
			idle.presence.join(idle.stage, idle.log, 'stage');
			idle.presence.join(idle.socket, idle.log, 'presenter-1');
			expect(await idle.until('presenter-1', true)).toBeNull();
			expect(idle.line.pings).toBe(0);
		}
		const alone = hall();
		alone.presence.join(alone.socket, alone.log, 'presenter-1');
		expect(await alone.until('presenter-1', true)).toBeNull();
		expect(alone.line.pings).toBe(0);
		const two = hall();
		two.elsewhere('presenter-1');
		two.presence.join(two.stage, two.log, 'stage');
		expect(await two.until('presenter-1', false)).toBeLessThanOrEqual(PROMISE_MS);
		expect(await two.until('presenter-2', true)).toBeLessThanOrEqual(PROMISE_MS);
		two.elsewhere();
		expect(await two.until('presenter-1', true), 'gone there too').toBeLessThanOrEqual(PROMISE_MS);
	});
});

describe('whom a running wave has lost, on real sockets', () => {
	let database: FreshDatabase;
	let node: TestNode;
	let log: ConferenceLog;
	let hole: BlackHole;
	const open: Socket[] = [];

	beforeAll(async () => {
		database = await freshDatabase();
		node = await startNode(database.url);
		log = await demo(node.app);
		hole = await blackHole(Number(new URL(node.base).port));
		const send = async (type: string, payload: object) =>
			expect((await log.submit({ id: nextId(), type, payload } as never, system)).ok, type).toBe(true);
		await send('wave.make', {});
		const { version } = log.state.awards.waves[1] ?? { version: 0 };
		await send('wave.next', { wave: 1, step: 'prepared', given: 0, version });
	});
	afterAll(async () => {
		for (const socket of open) socket.disconnect();
		await hole.close();
		await node.stop();
		await database.drop();
	});

	async function device(role: Role, base = node.base): Promise<Socket> {
		const bearer = await node.token(log.id, role);
		const socket = connect(base, {
			transports: ['websocket'],
			reconnection: false,
			forceNew: true,
			auth: { protocol: PROTOCOL, conference: log.id, bearer }
		});
		open.push(socket);
		await new Promise((resolve, fail) => socket.once('beat', resolve).once('connect_error', fail));
		return socket;
	}
	/** @returns ms until the stage is told so */
	const told = (stage: Socket, is: (unseen: Role[]) => boolean): Promise<number> => {
		const begun = performance.now();
		return new Promise((resolve) => {
			const take = (unseen: Role[]) => {
				if (!is(unseen)) return;
				stage.off('unseen', take);
				resolve(performance.now() - begun);
			};
			stage.on('unseen', take);
		});
	};

	it('RUNW-21: within two seconds the stage reads of a killed socket and of one whose packets are swallowed while it stays open', async () => {
		const stage = await device('stage');
		const dark = await device('presenter-1', `http://127.0.0.1:${hole.port}`);
		const killed = await device('presenter-2');
		const both = ['presenter-1', 'presenter-2'] as const;
		await told(stage, (unseen) => both.every((role) => !unseen.includes(role)));
		const seesDark = told(stage, (unseen) => unseen.includes('presenter-1'));
		const seesKilled = told(stage, (unseen) => unseen.includes('presenter-2'));
		hole.swallow();
		killed.io.engine.close();
		expect(await seesDark).toBeLessThan(PROMISE_MS);
		expect(await seesKilled).toBeLessThan(PROMISE_MS);
		expect(dark.connected, 'the socket still looks open').toBe(true);
		const back = told(stage, (unseen) => !unseen.includes('presenter-2'));
		await device('presenter-2');
		expect(await back).toBeLessThan(PROMISE_MS);
	});
});
