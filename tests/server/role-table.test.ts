import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roles, type Role } from '../../src/lib/core/access/roles';
import { internalCommands, roleTable, slicesOf, viewsOf } from '../../src/lib/core/access/table';
import { commandTypes } from '../../src/lib/core/log/decide';
import type { CommandType } from '../../src/lib/core/log/command';
import { sliceNames, typesOf } from '../../src/lib/core/log/slices';
import { viewNames } from '../../src/lib/core/views/registry';
import { rowOf } from '../../src/lib/core/table';
import type { ConferenceLog } from '../../src/lib/server/log/conference-log';
import { tokenOf } from '../../src/lib/server/conference/invitations';
import { freshDatabase, type FreshDatabase } from '../database';
import { demo, nextId } from '../support/conference';
import { startNode, type TestNode } from '../support/node';
import { samples } from '../support/samples';

/**
 * What the table should say, written down a second time by hand for the roles that matter most, so that a slip in
 * the table is not simply repeated by the test.
 */
const mustNot: [Role, CommandType][] = [
	['reception', 'programme.next'],
	['reception', 'delegate.import'],
	['reception', 'delegate.reissue'],
	['mc', 'programme.next'],
	['mc', 'door.admit'],
	['projector', 'note.answer'],
	['viewer', 'note.answer'],
	['delegate', 'door.admit'],
	['stage', 'conference.status'],
	['stage', 'delegate.edit'],
	['stage', 'minutes.write'],
	['chair', 'hands.count'],
	['projector', 'hands.show'],
	['recorder', 'programme.next'],
	['recorder', 'hands.show'],
	['admin', 'device.enrol'],
	['admin', 'conference.create']
];
const must: [Role, CommandType][] = [
	['reception', 'door.admit'],
	['stage', 'programme.next'],
	['mc', 'introduction.freeze'],
	['admin', 'delegate.import'],
	['chair', 'note.answer'],
	['stage', 'hands.count'],
	['recorder', 'hands.correct']
];

const AWARD_VIEWS = new Set<string>(['mc', 'reader', 'marshal', 'presenter1', 'presenter2']);

describe('the role table', () => {
	let database: FreshDatabase;
	let node: TestNode;
	let log: ConferenceLog;
	const tokens = new Map<Role, string>();
	beforeAll(async () => {
		database = await freshDatabase();
		node = await startNode(database.url);
		log = await demo(node.app);
		for (const role of roles) if (role !== 'delegate') tokens.set(role, await node.token(log.id, role));
	});
	afterAll(async () => {
		await node.stop();
		await database.drop();
	});

	const allowed = (role: Role, type: CommandType): boolean => {
		const { commands } = roleTable[role];
		return !internalCommands.has(type) && (commands === '*' || commands.includes(type));
	};
	const authOf = (role: Role): Record<string, unknown> =>
		role === 'delegate' ? { token: tokenOf(log, 'd001', 1) } : { bearer: tokens.get(role) };
	const headersOf = (role: Role): Record<string, string> =>
		role === 'delegate' ? { 'kt-invitation': tokenOf(log, 'd001', 1) } : {};
	const notAllowed = (answer: { ok: boolean; rejection?: { code: string } }): boolean =>
		!answer.ok && answer.rejection?.code === 'not_allowed';

	it('ACC-1: the table says what the office expects of the roles that matter most', () => {
		for (const [role, type] of mustNot) expect(allowed(role, type), `${role} ${type}`).toBe(false);
		for (const [role, type] of must) expect(allowed(role, type), `${role} ${type}`).toBe(true);
	});

	it('ACC-2: every role × every command over the socket: allowed ones reach their rule, others are refused', async () => {
		for (const role of roles) {
			const socket = await node.socket(log.id, authOf(role));
			const list = commandTypes.map((type) => ({ id: nextId('acc'), type, payload: samples[type] }));
			for (let at = 0; at < list.length; at += 50) {
				const chunk = list.slice(at, at + 50);
				const answers: { ok: boolean; rejection?: { code: string } }[] = await socket.emitWithAck(
					'commands',
					chunk
				);
				chunk.forEach(({ type }, i) => {
					const answer = answers[i];
					if (!answer) throw new Error('no answer');
					// A note for others is not for us to answer: the rule itself says not_allowed there.
					if (type === 'note.answer' && allowed(role, type)) return;
					expect(notAllowed(answer), `${role} ${type} ${JSON.stringify(answer)}`).toBe(!allowed(role, type));
				});
			}
			socket.disconnect();
		}
	});

	it('ACC-3: every role × every command over HTTP', async () => {
		for (const role of roles) {
			if (role === 'viewer') continue;
			const token = tokens.get(role);
			for (let at = 0; at < commandTypes.length; at += 50) {
				const chunk = commandTypes.slice(at, at + 50);
				const commands = chunk.map((type) => ({ id: nextId('acc'), type, payload: samples[type] }));
				const { status, json } = await node.call(`/conferences/${log.id}/commands`, {
					body: { commands },
					...(token && { token }),
					headers: headersOf(role)
				});
				expect(status).toBe(200);
				chunk.forEach((type, i) => {
					if (type === 'note.answer' && allowed(role, type)) return;
					expect(notAllowed(json.answers[i]), `${role} ${type}`).toBe(!allowed(role, type));
				});
			}
		}
	});

	it('ACC-4: every role × every slice: the snapshot holds exactly those of the table, over HTTP', async () => {
		for (const role of roles) {
			const token = tokens.get(role);
			const { status, json } = await node.call(`/conferences/${log.id}/replica`, {
				...(token && { token }),
				headers: headersOf(role)
			});
			const slices = slicesOf(role);
			expect(status, role).toBe(slices ? 200 : 403);
			if (slices) expect(Object.keys(json.state).sort()).toEqual([...slices].sort());
		}
	});

	it('ACC-5: every role × every view over HTTP', async () => {
		for (const role of roles)
			for (const view of viewNames) {
				const token = tokens.get(role);
				const { status } = await node.call(`/conferences/${log.id}/views/${view}`, {
					...(token && { token }),
					headers: headersOf(role)
				});
				const may = role === 'admin' || viewsOf(role).includes(view);
				expect(status, `${role} ${view}`).toBe(may ? 200 : 403);
			}
	});

	it('ACC-6: events over HTTP and socket hold only types of the role’s slices', async () => {
		for (const role of roles) {
			const slices = slicesOf(role);
			const token = tokens.get(role);
			const { status, json } = await node.call(`/conferences/${log.id}/events?after=0&limit=1000`, {
				...(token && { token }),
				headers: headersOf(role)
			});
			expect(status, role).toBe(slices ? 200 : 403);
			if (!slices) continue;
			const types = typesOf(slices);
			expect(json.events.length).toBeGreaterThan(0);
			for (const event of json.events) expect(types.has(event.type), `${role} ${event.type}`).toBe(true);
		}
	});

	it('ACC-7: only admins reach people and devices; the stage reads devices', async () => {
		const paths: [string, string, (role: Role) => boolean][] = [
			['GET', '/invitations', (role) => role === 'admin'],
			['GET', '/devices', (role) => role === 'admin' || role === 'stage'],
			['POST', '/enrolments', (role) => role === 'admin'],
			['POST', '/devices', (role) => role === 'admin'],
			['POST', '/duplicate', (role) => role === 'admin']
		];
		const bodies: Record<string, unknown> = {
			'/enrolments': { name: 'Máy', role: 'mc', desk: null, kind: 'day' },
			'/devices': { name: 'Máy', role: 'mc', desk: null }
		};
		for (const role of roles)
			for (const [method, path, may] of paths) {
				const token = tokens.get(role);
				const { status } = await node.call(`/conferences/${log.id}${path}`, {
					method,
					...(method === 'POST' && bodies[path] !== undefined && { body: bodies[path] }),
					...(token && { token }),
					headers: headersOf(role)
				});
				if (may(role)) expect(status, `${role} ${method} ${path}`).toBe(200);
				else expect([401, 403], `${role} ${method} ${path}`).toContain(status);
			}
	});

	it('ACC-8: a token of one conference opens nothing of another', async () => {
		const other = await demo(node.app);
		for (const role of roles) {
			const token = tokens.get(role);
			if (!token || role === 'viewer') continue;
			for (const path of ['/replica', '/events', '/invitations', '/devices', '/views/mc']) {
				const { status } = await node.call(`/conferences/${other.id}${path}`, { token });
				expect([401, 403], `${role} ${path}`).toContain(status);
			}
			await expect(node.socket(other.id, { bearer: token, as: role })).rejects.toThrow('not_signed_in');
		}
	});

	it('ACC-9: a revoked device is closed at once and let in nowhere', async () => {
		const issued = await node.app.devices.issueToken(log.id, { name: 'Máy', role: 'mc', desk: null });
		if (!issued.ok) throw new Error('issue');
		const { device, secret } = issued.value;
		const socket = await node.socket(log.id, { bearer: secret });
		const closed = new Promise((resolve) => socket.once('disconnect', resolve));
		const reason = new Promise((resolve) => socket.once('gone', resolve));
		const { status } = await node.call(`/conferences/${log.id}/devices/${device}`, {
			method: 'DELETE',
			token: tokens.get('admin') ?? ''
		});
		expect(status).toBe(200);
		expect(await reason).toEqual({ reason: 'device_revoked' });
		await closed;
		expect((await node.call(`/conferences/${log.id}/views/mc`, { token: secret })).status).toBe(401);
		await expect(node.socket(log.id, { bearer: secret, as: 'mc' })).rejects.toThrow('not_signed_in');
	});

	it('ACC-10: raw socket bytes of each role hold no field the role must not hold', async () => {
		const people = [...log.personal].filter(([ref]) => ref.startsWith('delegate:'));
		const phones = people.flatMap(([, p]) => (typeof p['phone'] === 'string' ? [p['phone']] : []));
		const isVip = (ref: string) =>
			rowOf(log.state.roster.delegates, ref.slice('delegate:'.length))?.vip === true;
		const nameOf = ([, p]: (typeof people)[number]) => (typeof p['name'] === 'string' ? p['name'] : '');
		// Somebody of the same name may be important; that name then says nothing.
		const known = people.filter(([ref]) => isVip(ref)).map(nameOf);
		const plain = people
			.filter(([ref]) => !isVip(ref))
			.map(nameOf)
			.filter((name) => name && !known.some((one) => one.includes(name)));
		expect(plain.length).toBeGreaterThan(100);
		const key = log.tokenKey.toString('hex');
		const invitation = tokenOf(log, 'd010', 1);
		// The board in the lobby names everybody with unit and seat: that is what it is for.
		const honoured = new Set(
			Object.values(log.state.awards.recipients).map(({ delegate }) =>
				nameOf(['', log.personal.get(`delegate:${delegate}`) ?? {}])
			)
		);
		// The recorder's minutes name whoever speaks, also somebody who was put in a moment ago.
		const names: Role[] = ['admin', 'reception', 'usher', 'stage', 'awards', 'recorder', 'board'];
		expect(phones.length).toBeGreaterThan(100);
		for (const role of roles) {
			const socket = await node.socket(log.id, { ...authOf(role), epoch: 1, upTo: 0 });
			const bytes: string[] = [];
			socket.io.engine.on('packet', (packet: { data?: unknown }) => bytes.push(String(packet.data)));
			await node.app.conferences.get(log.id);
			const actor = { kind: 'device' as const, id: `probe-${role}`, role: 'reception' as const };
			const heard = new Promise((resolve) => {
				socket.once('replica', resolve);
				socket.once('view', resolve);
				socket.once('beat', resolve);
			});
			for (const id of ['d001', 'd011', 'd149'])
				await log.submit(
					{ id: nextId('probe'), type: 'door.admit', payload: { ...samples['door.admit'], delegate: id } },
					actor
				);
			await log.submit(
				{ id: nextId('probe'), type: 'delegate.reissue', payload: { id: 'd149' } },
				{ kind: 'admin', id: 'a', role: 'admin' }
			);
			await heard;
			if (slicesOf(role)) {
				const message: unknown = await socket.emitWithAck('pull', [1, 0]);
				bytes.push(JSON.stringify(message));
				const snapshot = await node.call(`/conferences/${log.id}/replica`, { token: tokens.get(role) ?? '' });
				bytes.push(JSON.stringify(snapshot.json));
			} else
				for (const view of viewsOf(role)) {
					const token = tokens.get(role);
					const got = await node.call(`/conferences/${log.id}/views/${view}`, {
						...(token && { token }),
						headers: headersOf(role)
					});
					expect(got.status).toBe(200);
					bytes.push(JSON.stringify(got.json));
				}
			const all = bytes.join('\n');
			expect(all.length, role).toBeGreaterThan(200);
			expect(all.includes(key), `${role}: token key`).toBe(false);
			expect(all.includes(invitation), `${role}: an invitation token`).toBe(false);
			if (role !== 'admin')
				expect(
					phones.some((phone) => all.includes(phone)),
					`${role}: a phone`
				).toBe(false);
			if (!names.includes(role)) {
				// Those who carry the frames, call and line up know whose award it is, and nobody else.
				const mayKnow = viewsOf(role).some((view) => AWARD_VIEWS.has(view)) ? honoured : new Set<string>();
				const own = role === 'delegate' ? log.personal.get('delegate:d001')?.['name'] : null;
				expect(
					plain.filter((name) => name !== own && !mayKnow.has(name) && all.includes(name)),
					`${role}: names`
				).toEqual([]);
			}
			if (role !== 'admin' && role !== 'reception') {
				expect(all.includes('birthYear'), `${role}: birth year`).toBe(false);
				expect(all.includes('"codes"'), `${role}: invitation hashes`).toBe(false);
			}
			socket.disconnect();
		}
	});

	it('ACC-11: every slice is held by some role, and every role has a screen of its own', () => {
		for (const slice of sliceNames)
			expect(
				roles.some((role) => slicesOf(role)?.includes(slice)),
				slice
			).toBe(true);
		expect(new Set(roles.map((role) => roleTable[role].screen)).size).toBe(roles.length);
	});
});
