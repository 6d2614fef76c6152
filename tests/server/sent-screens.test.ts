import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConferenceLog } from '../../src/lib/server/log/conference-log';
import { deviceCookie } from '../../src/lib/server/auth/devices';
import { freshDatabase, type FreshDatabase } from '../database';
import { demo } from '../support/conference';
import { startNode, type TestNode } from '../support/node';

describe('sending a device to another screen', () => {
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

	async function projector(): Promise<{ device: string; cookie: string }> {
		const offer = await node.app.devices.offer(log.id, {
			name: 'Máy',
			role: 'projector',
			desk: null,
			kind: 'demo'
		});
		const enrolled = await node.app.devices.enrolBySecret(offer.secret, 'Máy chiếu');
		if (!enrolled.ok) throw new Error(enrolled.rejection.code);
		const { device, secret } = enrolled.value;
		return { device, cookie: `${deviceCookie(device)}=${secret}` };
	}
	const change = async (device: string, body: object) => {
		const admin = await node.token(log.id, 'admin');
		const { status } = await node.call(`/conferences/${log.id}/devices/${device}`, {
			method: 'PATCH',
			body,
			token: admin
		});
		expect(status).toBe(200);
	};
	const screenNow = async (cookie: string) =>
		(await node.call('/session', { headers: { cookie } })).json.devices[0].screen as string;
	const open = async (cookie: string, as: string) => {
		const socket = await node.socket(log.id, { as }, { cookie });
		const heard: string[] = [];
		socket.onAny((name: string) => heard.push(name));
		return {
			socket,
			heard,
			closed: new Promise<void>((resolve) => socket.once('disconnect', () => resolve()))
		};
	};

	it('SCR-1: a device sent to the public page is told at once, follows, and can be called back', async () => {
		const { device, cookie } = await projector();
		const own = await open(cookie, 'projector');
		await change(device, { screen: 'live' });
		await own.closed;
		expect(own.heard).toContain('moved');
		expect(await screenNow(cookie)).toBe('live');
		const there = await open(cookie, 'viewer');
		await change(device, { screen: null });
		await there.closed;
		expect(there.heard).toContain('moved');
		expect(await screenNow(cookie)).toBe('projector');
	});

	it('SCR-2: a new name opens no screen anew', async () => {
		const { device, cookie } = await projector();
		const { socket, heard } = await open(cookie, 'projector');
		await change(device, { name: 'Máy chiếu hội trường' });
		await socket.emitWithAck('clock', 0);
		expect(heard).not.toContain('moved');
		expect(socket.connected).toBe(true);
	});
});
