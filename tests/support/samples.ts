/** A well-formed payload for every command type, so that a refusal can only be about permission or state. */
import type { CommandMap, CommandType } from '../../src/lib/core/log/command';
import { emptySettings } from '../../src/lib/core/conference/model';

const hash = 'a'.repeat(64);
const claim = { claimedAt: 1_000, offset: 0 };
const entered = {
	id: 'new-person',
	kind: 'walkIn' as const,
	unit: 'Xóm Nà Mò',
	group: null,
	vip: false,
	tier: 50,
	bloc: 6,
	officeRank: 90,
	lockedOrder: null,
	invitationNumber: null,
	personal: { honorific: 'Ông', name: 'Nông Văn Thử', title: '' }
};
const admit = { ...claim, via: 'qr' as const, verdict: 'green' as const, desk: null, seen: 0 };
const item = (id: string) => ({
	id,
	kinds: ['phat_bieu' as const],
	title: 'Phát biểu',
	minutes: 5,
	on: true,
	delegate: null
});
const checklistItem = {
	id: 'c-new',
	text: 'Nước uống',
	responsible: '',
	minutesBefore: 60,
	dueDate: null,
	tag: 'water'
};

export const samples: { [T in CommandType]: CommandMap[T] } = {
	'conference.create': { template: null, settings: emptySettings, checklist: [], rehearsalOf: null },
	'conference.edit': { patch: { theme: 'Đoàn kết' } },
	'conference.status': { status: 'live' },
	'checklist.set': { item: checklistItem },
	'checklist.remove': { id: 'c-new' },
	'checklist.tick': { id: 'c-new', done: true },
	'desk.set': { desks: ['Bàn 1'] },
	'desk.save': { desks: [{ name: 'Bàn 1', gate: 'Cổng chính' }] },
	'device.enrol': { id: 'x', role: 'mc', desk: null },
	'device.change': { id: 'x', role: 'mc', desk: null },
	'device.revoke': { id: 'x' },
	'programme.next': { expectedItem: null },
	'programme.back': { expectedItem: null },
	'programme.jump': { expectedItem: null, to: 'i3' },
	'programme.hold': { expectedItem: null },
	'programme.resume': { expectedItem: null },
	'programme.undo': { of: 'nothing-there' },
	'programme.adjust': { item: 'i8', minutes: 1 },
	'programme.insert': { item: item('new-item'), before: null },
	'programme.edit': { item: 'i8', patch: { title: 'Bế mạc' } },
	'programme.reorder': { order: [] },
	'programme.remove': { item: 'new-item' },
	'programme.split': { item: 'i4', parts: [item('p1')] },
	'note.send': { id: 'note-new', to: { roles: ['mc'] }, text: 'Chờ ít phút' },
	'note.answer': { note: 'note-new', answer: 'clear' },
	'note.withdraw': { note: 'note-new' },
	'note.called': { note: 'note-new', answer: 'nothing-there' },
	'scene.set': { scene: null },
	'cue.set': {
		cue: {
			id: 'own-cue',
			trigger: { on: 'itemStart', item: 'i8', lead: 2 },
			to: { roles: ['mc'], voice: 1 },
			give: 'hand',
			word: null
		},
		text: 'Mời lên bục'
	},
	'cue.drop': { cue: 'own-cue', default: false },
	'cue.presets': { presets: ['Chờ ít phút'], based: 0 },
	'cue.call': { cue: 'none', occurrence: 'h1', version: 0 },
	'cue.give': { cue: 'none', occurrence: 'h1', version: 0 },
	'cue.withdraw': { cue: 'none', occurrence: 'h1', version: 0 },
	'cue.nudge': { cue: 'none', occurrence: 'h1', phase: 'standby' },
	'cue.answer': { cue: 'none', occurrence: 'w1-1', phase: 'go', answer: 'clear', reply: 'Xong' },
	'cue.called': { cue: 'none', answer: 'nothing-there' },
	'cue.alert': { id: 'alert-new', what: 'medical', detail: 'Khối A, hàng 3' },
	'cue.voice': { voice: 1 },
	'delegate.add': { delegate: { ...entered, id: 'new-delegate', kind: 'guest' } },
	'delegate.import': { delegates: [{ ...entered, id: 'imported', kind: 'guest' }] },
	'delegate.edit': { id: 'd001', patch: { vip: true } },
	'delegate.withdraw': { id: 'd150', withdrawn: true },
	'delegate.reissue': { id: 'd150' },
	'door.admit': { ...admit, delegate: 'd001' },
	'door.undo': { ...claim, admission: 'nothing-there' },
	'door.exit': { ...claim, admission: 'nothing-there' },
	'door.walkIn': { ...admit, delegate: entered, reason: 'Không có trong danh sách' },
	'door.substitute': {
		...admit,
		delegate: 'd002',
		honorific: 'Bà',
		name: 'Bế Thị Thay',
		title: 'Phó Chủ tịch'
	},
	'door.failed': { ...claim, code: '123456789012', reason: 'unknown' },
	'door.settle': { admission: 'nothing-there' },
	'door.lounge': { ...claim, admission: 'nothing-there', on: true },
	'door.companions': { ...claim, admission: 'nothing-there', count: 1 },
	'door.documents': { ...claim, delegate: 'd001', given: true },
	'door.count': { ...claim, unit: 'Công an tỉnh', delta: 1 },
	'documents.stock': { sets: 160 },
	'unit.totals': { unit: 'Công an tỉnh', women: 12, ethnic: 7, religious: null, partyMembers: 40 },
	'introduction.freeze': {},
	'introduction.reopen': {},
	'introduction.tick': { ...claim, delegate: 'd001', on: true },
	'hall.set': {
		hall: {
			name: 'Hội trường',
			blocks: [{ id: 'A', name: 'Khối A', colour: '#b3261e', door: 'Cửa chính', rows: 8, seatsPerRow: 10 }]
		},
		unseat: true
	},
	'seat.assign': { seats: [{ delegate: 'd150', seat: null }] },
	'seat.free': { delegate: 'd150' },
	'seat.plan': { seats: [{ delegate: 'd150', seat: null }], based: 0 },
	'seat.lock': { delegates: ['d150'], on: false },
	'seat.hold': { seats: [{ block: 'A', row: 8, seat: 10 }], hold: 'blocked' },
	'seat.issue': {},
	'seat.placement': { placement: { groups: {}, units: { 'Xóm Bản Mới': ['A'] } } },
	'seat.sat': { ...claim, delegate: 'd001', seat: { block: 'A', row: 8, seat: 1 } },
	'award.setup': {
		setup: {
			waveSize: 8,
			steps: 'left',
			presenters: 2,
			split: 'alternate',
			types: ['collective', 'household', 'individual']
		}
	},
	'award.announce': { decision: 'qd-9' },
	'award.amend': {
		decision: { id: 'qd-9', form: 'Giấy khen', rank: 'commune', number: '', caller: 'reader' },
		recipients: [],
		based: 0
	},
	'wave.make': {},
	'wave.arrange': {
		waves: [{ number: 90, decision: 'qd-9', type: 'individual', members: [] }],
		based: 0
	},
	'wave.conferrers': { wave: 90, conferrers: ['d001'] },
	'wave.next': { wave: 90, step: 'prepared', given: 0, version: 1 },
	'wave.back': { wave: 90, step: 'staged', given: 0, version: 1 },
	'wave.confirm': { wave: 90, presenter: 1, version: 1, how: 'tap' },
	'wave.later': { recipients: ['r-none'], version: 1, reason: 'absent' },
	'wave.move': { recipient: 'r-none', version: 1 },
	'wave.swap': { recipient: 'r-none', with: 'r-other', version: 1 },
	'wave.behalf': {
		recipient: 'r-none',
		version: 1,
		delegate: null,
		reason: 'Đi công tác',
		name: 'Nông Văn Thay'
	},
	'frame.mark': { recipient: 'r-none', mark: 'misprinted' },
	'wave.undo': { of: 'command-none' },
	'wing.tick': { ...claim, recipient: 'r-none', on: true },
	'hands.list': { item: 'i-none', lines: ['Nông Văn Thử'], based: null },
	'hands.count': { item: 'i-none', counts: { for: 1, against: 0, other: 0 }, listed: null },
	'hands.correct': { item: 'i-none', counts: null, base: 3, of: 'command-none' },
	'hands.undo': { item: 'i-none', of: 'command-none' },
	'hands.show': { item: 'i-none', on: true },
	'minutes.write': { ...claim, note: 'm-1', item: null, text: 'Đại biểu thảo luận', based: null },
	'media.add': { medium: { hash, size: 9, type: 'video/mp4', ms: null }, name: 'Phóng sự' },
	'media.remove': { hash },
	'media.attach': { item: 'i8', hash, on: true },
	'media.play': { hash, step: 0 },
	'media.pause': { step: 0 },
	'media.resume': { step: 0 },
	'media.stop': { play: 'command-none' },
	'award.photo': { recipient: 'r-none', hash: null },
	'screen.report': { report: { media: [{ hash, state: 'ready', ms: 1000 }], sound: true, keeps: true } },
	'troupe.tick': { ...claim, item: 'i1', state: 'here' },
	'troupe.microphones': { item: 'i1', count: 4 },
	'award.set': {
		decision: { id: 'qd-2', form: 'Giấy khen', rank: 'commune', number: '', caller: 'reader' },
		recipients: []
	}
};
