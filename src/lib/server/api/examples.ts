/**
 * Owns: one example for every JSON body of the API. What a conference answers is not written down but played: a few
 * commands go through the rules, so the examples hold whatever the rules hold today.
 */
import type { RecipientPreview } from '../../core/awards/import-recipients';
import { emptySettings } from '../../core/conference/model';
import type { Command } from '../../core/log/command';
import { decide } from '../../core/log/decide';
import type { Actor, LogEvent } from '../../core/log/event';
import type { ReplicaMessage, ReplicaSnapshot } from '../../core/log/message';
import { evolve, initialState, project, typesOf, type State } from '../../core/log/slices';
import { slicesOf } from '../../core/access/table';
import type { Rejection } from '../../core/result';
import { views } from '../../core/views/registry';
import type { Preview } from '../conference/import';
import type { ConferenceRow } from '../conference/service';
import { INVITE_MS, type AdminInvite } from '../auth/admins';
import type { AdminTokenRow } from '../auth/admin-tokens';
import type { DeviceInfo } from '../auth/devices';
import type { Api } from './base';
import { mediaExamples } from './media-examples';

type Example = { request?: unknown; response?: unknown };

const NOW = Date.UTC(2025, 7, 28, 1);
const CONFERENCE = 'mZ0rT8sVq1xYb2Lk';
const DEVICE = 'pX3nE7wQk9aRt5Uv';
const SECRET = 'S3cr3tOf128BitsAsText';
const TITLE = 'Hội nghị Tuyên dương điển hình tiên tiến xã Trùng Khánh lần thứ I (2025-2030)';

const claim = { claimedAt: NOW, offset: -42 };
const item = (id: string, kind: 'van_nghe' | 'khai_mac', title: string, minutes: number): Command => ({
	id: `insert-${id}`,
	type: 'programme.insert',
	payload: { item: { id, kinds: [kind], title, minutes, on: true, delegate: null }, before: null }
});
const before: Command[] = [
	{
		id: 'create-1',
		type: 'conference.create',
		payload: {
			template: null,
			settings: { ...emptySettings, title: TITLE },
			checklist: [],
			rehearsalOf: null
		}
	},
	item('i1', 'van_nghe', 'Văn nghệ chào mừng', 15),
	item('i2', 'khai_mac', 'Khai mạc', 10),
	{ id: 'status-1', type: 'conference.status', payload: { status: 'live' } }
];
const sent: Command[] = [
	{ id: 'next-0001', type: 'programme.next', payload: { expectedItem: null } },
	{
		id: 'admit-0001',
		type: 'door.admit',
		payload: { ...claim, delegate: 'd001', via: 'qr', verdict: 'green', desk: 'Bàn 1', seen: 4 }
	}
];
/** A second “next” from the state before: refused. */
const late: Command = { id: 'next-0002', type: 'programme.next', payload: { expectedItem: null } };
const actor: Actor = { kind: 'token', id: DEVICE, role: 'admin' };

function play(state: State, commands: Command[], after: number): { state: State; events: LogEvent[] } {
	const events: LogEvent[] = [];
	for (const command of commands) {
		const decided = decide(state, command, { now: NOW, actor, command: command.id });
		if (!decided.ok) throw new Error(`example ${command.id}: ${decided.rejection.code}`);
		for (const event of decided.value.events) {
			const seq = after + events.length + 1;
			const full: LogEvent = { ...event, seq, epoch: 1, v: 1, at: NOW, actor, command: command.id };
			events.push(full);
			state = evolve(state, full);
		}
	}
	return { state, events };
}

const conference: ConferenceRow = {
	id: CONFERENCE,
	title: TITLE,
	status: 'live',
	template: '000-trung-khanh',
	createdAt: NOW - 86_400_000
};
const device: DeviceInfo = {
	id: DEVICE,
	name: 'Điện thoại bàn 1',
	role: 'reception',
	desk: 'Bàn 1',
	kind: 'browser',
	status: 'active',
	createdAt: NOW - 3_600_000,
	lastSeen: NOW,
	connected: true,
	queued: 0,
	latency: 12,
	screen: null
};
const recipients: RecipientPreview = {
	found: true,
	rows: [
		{
			row: 4,
			honorific: 'Ông',
			name: 'Nông Văn Ví Dụ',
			title: 'Trưởng xóm',
			unit: 'Xóm Bản Mới',
			type: 'individual',
			category: '',
			form: 'Giấy khen',
			delegate: 'd001',
			candidates: []
		}
	],
	bad: [{ row: 9, reason: 'no_name', raw: '6 | Tổ dân phố 2' }]
};
const preview: Preview = {
	columns: {
		found: true,
		headerRow: 2,
		fields: { name: 1, title: 2, unit: 3 },
		labels: { name: 'Họ và tên', title: 'Chức vụ', unit: 'Đơn vị' },
		unknown: [{ column: 5, text: 'Ghi chú xe' }],
		sensitive: []
	},
	rows: [
		{
			row: 4,
			honorific: 'Ông',
			name: 'Nông Văn Ví Dụ',
			title: 'Trưởng xóm',
			unit: 'Xóm Bản Mới',
			groupText: '',
			groupId: null,
			phone: '',
			birthYear: 1968,
			kind: 'official',
			vip: false,
			awardForm: null,
			invitationNumber: '17',
			note: ''
		}
	],
	bad: [{ row: 5, reasons: [{ code: 'no_name', params: {} }], raw: ['2', '', 'Bí thư chi bộ'] }],
	warnings: [{ row: 4, code: 'same_name', params: { row: 9 } }],
	sheet: 'Danh sách',
	sheets: ['Danh sách'],
	notes: []
};
const ok = { ok: true };
const password = { name: 'Nguyễn Thị Quản Trị', password: 'một câu dài dễ nhớ' };
const person = { id: 'qA1bC2dE3fG4hI5j', name: 'Nguyễn Thị Quản Trị' };
const invite: AdminInvite = {
	id: 'iN6vI7tE8aDm9iN0',
	name: 'Chị Hoa, Văn phòng',
	createdAt: NOW,
	expiresAt: NOW + INVITE_MS
};
const adminToken: AdminTokenRow = {
	id: 'tO1kE2nAdM3iN4xY',
	name: 'Phần mềm quản lý văn bản',
	admin: person.name,
	createdAt: NOW - 86_400_000,
	lastUsed: NOW
};
const enrolment = { name: 'Điện thoại bàn 1', role: 'reception', desk: 'Bàn 1', kind: 'day' };

/** By method and path below /api/v1, as the document writes them. */
export function examples(): Record<string, Example> {
	const made = play(initialState, before, 0);
	const day = play(made.state, sent, made.events.length);
	const seqOf = (command: string): number => day.events.findLast((e) => e.command === command)?.seq ?? 0;
	const replica: ReplicaSnapshot = {
		epoch: 1,
		upTo: made.events.length,
		state: project(made.state, slicesOf('reception') ?? []),
		personal: { 'item:i2': { performer: 'Chủ tịch UBND xã' } }
	};
	const seen = typesOf(slicesOf('reception') ?? []);
	const events: ReplicaMessage & { head: number } = {
		epoch: 1,
		prev: made.events.length,
		upTo: day.events.length + made.events.length,
		events: day.events.filter((event) => seen.has(event.type)),
		personal: {},
		head: day.events.length + made.events.length
	};
	const accepted = (id: string) => ({ id, ok: true, seq: seqOf(id) });
	const refused = decide(day.state, late, { now: NOW, actor, command: late.id });
	return {
		'post /setup': { request: { secret: SECRET, ...password }, response: ok },
		'post /session': { request: password, response: ok },
		'delete /session': { response: ok },
		'get /admins': { response: [{ ...person, createdAt: NOW, you: true }] },
		'post /admins': { request: password, response: { id: person.id } },
		'delete /admins/{admin}': { response: ok },
		'get /admin-invites': { response: [invite] },
		'post /admin-invites': {
			request: { name: invite.name },
			response: { ...invite, secret: SECRET, path: `/setup#${SECRET}` }
		},
		'delete /admin-invites/{invite}': { response: ok },
		'get /admin-tokens': { response: [adminToken] },
		'post /admin-tokens': {
			request: { name: adminToken.name },
			response: { ...adminToken, lastUsed: null, secret: `kta_${SECRET}` }
		},
		'delete /admin-tokens/{token}': { response: ok },
		'get /session': {
			response: {
				admin: null,
				needsSetup: false,
				devices: [
					{
						id: DEVICE,
						conference: CONFERENCE,
						name: device.name,
						role: 'reception',
						desk: 'Bàn 1',
						screen: 'reception',
						pending: false
					}
				]
			}
		},
		'post /enrol': {
			request: { secret: SECRET, name: 'Máy của Lan' },
			response: {
				device: DEVICE,
				conference: CONFERENCE,
				role: 'reception',
				screen: 'reception',
				status: 'active'
			}
		},
		'post /enrol/offer': {
			request: { secret: SECRET },
			response: { conference: CONFERENCE, role: 'reception', desk: 'Bàn 1', title: TITLE }
		},
		'get /templates': {
			response: [
				{
					id: '000-trung-khanh',
					title: TITLE,
					organiser: 'Ủy ban nhân dân xã Trùng Khánh',
					schedule: '1/2 ngày',
					items: 12
				}
			]
		},
		'get /conferences': { response: [conference] },
		'post /conferences': { request: { template: '000-trung-khanh' }, response: { id: CONFERENCE } },
		'post /demo': {
			response: {
				id: CONFERENCE,
				links: [
					{ role: 'reception', url: `/e#${SECRET}` },
					{ role: 'viewer', url: `/c/${CONFERENCE}/live` }
				]
			}
		},
		'get /conferences/{conference}': {
			response: { ...conference, head: events.head, epoch: 1, now: NOW }
		},
		'post /conferences/{conference}/duplicate': { response: { id: 'kD4uP1iCaTe00001' } },
		'get /conferences/{conference}/replica': { response: replica },
		'get /conferences/{conference}/events': { response: events },
		'get /conferences/{conference}/views/{view}': {
			response: { name: 'public', epoch: 1, seq: events.head, view: views.public(day.state) }
		},
		'post /conferences/{conference}/commands': {
			request: { commands: [...sent, late] },
			response: {
				answers: [
					...sent.map(({ id }) => accepted(id)),
					{ id: late.id, ok: false, rejection: refused.ok ? null : refused.rejection }
				]
			}
		},
		'post /conferences/{conference}/greet': {
			request: { scan: '312732621176508649831817657737124420074' },
			response: {
				tone: 'green',
				code: 'admitted',
				silent: false,
				person: { honorific: 'Ông', name: 'Nông Văn Ví Dụ', title: 'Trưởng xóm', unit: 'Xóm Bản Mới' },
				seat: { blockName: 'Khối A', door: 'Cửa 1', colour: '#7a1f1f', row: '3', seat: '12', moved: false },
				way: {
					box: [-80, -54, 160, 160],
					stage: [-52, -42, 104, 42],
					blocks: [{ name: 'Khối A', colour: '#7a1f1f', points: '-61,26 -6,26 -6,98 -61,98' }],
					own: 0,
					doors: [{ name: 'Cửa 1', at: [0, 124] }],
					door: 0,
					doorName: 'Cửa 1',
					row: [
						[-59, 49],
						[-9, 49]
					],
					seat: [-9, 49],
					path: '0,124 0,49 -9,49',
					aisle: { at: 'right', block: 'Khối A' },
					hand: 'left',
					steps: null
				},
				recipient: null,
				conference: null
			}
		},
		'get /conferences/{conference}/commands/{command}': { response: accepted('admit-0001') },
		'post /conferences/{conference}/import/preview': { response: preview },
		'post /conferences/{conference}/import': { response: { added: 149, skipped: 1 } },
		'post /conferences/{conference}/import/awards': { response: recipients },
		'get /conferences/{conference}/invitations': {
			response: [
				{
					delegate: 'd001',
					honorific: 'Ông',
					name: 'Nông Văn Ví Dụ',
					title: 'Trưởng xóm',
					unit: 'Xóm Bản Mới',
					invitationNumber: '17',
					withdrawn: false,
					token: '0'.repeat(39),
					path: `/c/${CONFERENCE}/me#${'0'.repeat(39)}`,
					qr: '0'.repeat(39)
				}
			]
		},
		'get /conferences/{conference}/devices': { response: [device] },
		'post /conferences/{conference}/devices': {
			request: { name: 'Bảng điện tử', role: 'board', desk: null },
			response: { device: DEVICE, secret: SECRET }
		},
		'patch /conferences/{conference}/devices/{device}': {
			request: { desk: 'Bàn 2' },
			response: { ...device, desk: 'Bàn 2' }
		},
		'post /conferences/{conference}/devices/{device}/approve': { response: device },
		'delete /conferences/{conference}/devices/{device}': { response: ok },
		'post /conferences/{conference}/enrolments': {
			request: enrolment,
			response: {
				id: 'eN5rO6lMeNt7iD8x',
				secret: SECRET,
				code: '407193',
				expiresAt: NOW + 600_000,
				path: `/e#${SECRET}`
			}
		},
		...mediaExamples,
		'get /tls': {
			response: {
				available: true,
				fingerprint: Array.from({ length: 32 }, (_, i) => (i * 7).toString(16).padStart(2, '0')).join(':'),
				httpUrls: ['http://192.168.1.20:3000'],
				httpsUrls: ['https://192.168.1.20:3443'],
				caUrl: '/api/v1/tls/ca.crt',
				profileUrl: '/api/v1/tls/ca.mobileconfig'
			}
		}
	};
}

type Paths = NonNullable<ReturnType<Api['getOpenAPI31Document']>['paths']>;
const METHODS = ['get', 'post', 'patch', 'delete'] as const;

/**
 * Puts the examples into the document's paths, in place.
 * @param base what all paths begin with
 * @param sentence as for the refusals themselves
 */
export function addExamples(paths: Paths, base: string, sentence: (rejection: Rejection) => string): void {
	const known = examples();
	const unknown: Rejection = { code: 'conference_unknown' };
	const refusal = { error: { ...unknown, message: sentence(unknown) } };
	for (const [path, operations] of Object.entries(paths))
		for (const method of METHODS) {
			const operation = operations[method];
			const example = known[`${method} ${path.slice(base.length)}`];
			put(operation?.requestBody, example?.request);
			put(operation?.responses?.['200'], example?.response);
			put(operation?.responses?.['default'], refusal);
		}
}

function put(body: object | undefined, example: unknown): void {
	if (!body || !('content' in body) || example === undefined) return;
	const { content } = body;
	if (!content || typeof content !== 'object' || !('application/json' in content)) return;
	const json = content['application/json'];
	if (json && typeof json === 'object') Object.assign(json, { example });
}
