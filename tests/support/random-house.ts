/**
 * The house on a random day: its people, the door, the desks, the seats; and the moment a choice falls into, which all
 * other payloads start from. Choices are numbers: the same ones in the same state make the same payload.
 */
import type { CommandMap, CommandType } from '../../src/lib/core/log/command';
import type { State } from '../../src/lib/core/log/slices';
import type { Role } from '../../src/lib/core/access/roles';
import type { EnteredDelegate } from '../../src/lib/core/delegates/entered';
import { rowsOf } from '../../src/lib/core/table';

export const NOW = Date.UTC(2025, 7, 28, 0, 30);
export const deviceRoles: Role[] = ['reception', 'usher', 'awards', 'mc', 'stage'];

export const entered = (id: string, name = `Nông Văn ${id}`): EnteredDelegate => ({
	id,
	kind: 'guest',
	unit: `Xóm ${id}`,
	group: null,
	vip: false,
	tier: 50,
	bloc: 6,
	officeRank: 90,
	lockedOrder: null,
	invitationNumber: null,
	personal: { honorific: 'Ông', name, title: 'Trưởng xóm', phone: '0912345678' }
});

export const at = <T>(list: readonly T[], index: number): T | undefined => list[index % list.length];

/** How the payload of each of these commands is made when it is the one that was chosen. */
export type Payloads<T extends CommandType> = { [K in T]: () => CommandMap[K] };
/** Commands by what stands before the dot. */
export type CommandsOf<Area extends string> = Extract<CommandType, `${Area}.${string}`>;

/** What a choice falls on, as whoever chose it would see it. */
export type Moment = ReturnType<typeof momentOf>;
/** @param made how many commands there were: makes new ids */
export function momentOf(state: State, who: number, how: number, made: number) {
	const delegates = [...rowsOf(state.roster.delegates)].map((row) => row.id).sort();
	const freshHash = String(made).padStart(64, '0');
	return {
		state,
		who,
		how,
		fresh: `x${made}`,
		freshHash,
		delegate: at(delegates, who) ?? 'nobody',
		item: at(state.programme.order, who) ?? 'i1',
		device: at(['door-1', 'mc-1', 'stage-1'], who) as string,
		medium: at(Object.keys(state.media.media), who) ?? freshHash,
		claim: { claimedAt: NOW - 3_600_000 + who * 977 - how * 331, offset: (how % 7) - 3 }
	};
}

type HouseCommand = CommandsOf<
	| ('conference' | 'checklist' | 'desk' | 'device' | 'delegate')
	| ('door' | 'documents' | 'unit' | 'introduction' | 'hall' | 'seat')
>;
export function housePayloads(moment: Moment): Payloads<HouseCommand> {
	const { state, who, how, fresh, delegate, device, claim } = moment;
	const admission =
		at([...rowsOf(state.admissions.admissions)].map((row) => row.id).sort(), how) ?? 'none-none';
	const admit = { ...claim, via: 'qr' as const, verdict: 'green' as const, desk: 'Bàn 1', seen: 0 };
	return {
		'conference.create': () => ({
			template: null,
			settings: state.conference.settings,
			checklist: [],
			rehearsalOf: null
		}),
		'conference.edit': () => ({ patch: { theme: `Chủ đề ${who}` } }),
		// A closed day refuses all orders; it would end most days early.
		'conference.status': () => ({ status: 'live' }),
		'checklist.set': () => ({
			item: {
				id: `c${who % 5}`,
				text: 'Nước',
				responsible: '',
				minutesBefore: 60,
				dueDate: null,
				tag: 'water'
			}
		}),
		'checklist.remove': () => ({ id: `c${who % 5}` }),
		'checklist.tick': () => ({ id: `c${who % 5}`, done: how % 2 === 0 }),
		'desk.set': () => ({ desks: ['Bàn 1', `Bàn ${how}`] }),
		'desk.save': () => ({ desks: [{ name: 'Bàn 1', gate: `Cổng ${how % 3}` }] }),
		'device.enrol': () => ({ id: device, role: at(deviceRoles, how) as Role, desk: null }),
		'device.change': () => ({ id: device, role: at(deviceRoles, how) as Role, desk: null }),
		'device.revoke': () => ({ id: device }),
		'delegate.add': () => ({ delegate: entered(fresh) }),
		'delegate.import': () => ({ delegates: [entered(`${fresh}c`), entered(`${fresh}d`)] }),
		'delegate.edit': () => ({
			id: delegate,
			patch: { vip: how % 2 === 0 },
			personal: entered(delegate, `Tên ${how}`).personal
		}),
		'delegate.withdraw': () => ({ id: delegate, withdrawn: how % 2 === 0 }),
		'delegate.reissue': () => ({ id: delegate }),
		'door.admit': () => ({ ...admit, delegate }),
		'door.undo': () => ({ ...claim, admission }),
		'door.exit': () => ({ ...claim, admission }),
		'door.walkIn': () => ({ ...admit, delegate: entered(`w${who}`), reason: 'Không có trong danh sách' }),
		'door.substitute': () => ({ ...admit, delegate, name: 'Bế Thị Thay', title: '', honorific: 'Bà' }),
		'door.failed': () => ({ ...claim, code: '123456789', reason: 'unknown' }),
		'door.settle': () => ({ admission }),
		'door.lounge': () => ({ ...claim, admission, on: how % 3 !== 0 }),
		'door.companions': () => ({ ...claim, admission, count: how % 4 }),
		'door.documents': () => ({ ...claim, delegate, given: how % 3 !== 0 }),
		'door.count': () => ({ ...claim, unit: `Xóm p${who % 5}`, delta: (how % 7) - 2 }),
		'documents.stock': () => ({ sets: how % 5 ? 150 + who : null }),
		'unit.totals': () => ({
			unit: `Xóm p${who % 5}`,
			women: how % 9,
			ethnic: how % 5,
			religious: null,
			partyMembers: who % 7
		}),
		'introduction.freeze': () => ({}),
		'introduction.reopen': () => ({}),
		'introduction.tick': () => ({ ...claim, delegate, on: how % 3 !== 0 }),
		'hall.set': () => ({
			hall: {
				name: 'Hội trường',
				blocks: [{ id: 'A', name: 'A', colour: '', door: '', rows: 9, seatsPerRow: 9 }]
			}
		}),
		'seat.assign': () => ({
			seats: [{ delegate, seat: how % 4 ? { block: 'A', row: 1 + (who % 9), seat: 1 + (how % 9) } : null }]
		}),
		'seat.free': () => ({ delegate }),
		'seat.plan': () => ({
			seats: [{ delegate, seat: { block: 'A', row: 1 + (how % 9), seat: 1 + (who % 9) } }],
			based: state.seating.version
		}),
		'seat.lock': () => ({ delegates: [delegate], on: how % 3 > 0 }),
		'seat.hold': () => ({
			seats: [{ block: 'A', row: 1 + (how % 9), seat: 1 + (who % 9) }],
			hold: at(['held', 'blocked', null] as const, how) ?? null
		}),
		'seat.issue': () => ({}),
		'seat.placement': () => ({ placement: { groups: {}, units: { [`Xóm ${delegate}`]: ['A'] } } }),
		'seat.sat': () => ({
			...claim,
			delegate,
			seat: how % 3 ? { block: 'A', row: 1 + (how % 9), seat: 1 + (who % 9) } : null
		})
	};
}
