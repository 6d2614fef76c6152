/**
 * Owns: the sample conference around the invented people: hall, seats, award decision, what the MC reads. Everything
 * follows from the list, so that the same list always gives the same conference.
 */
import type { AwardDecision, Recipient, RecipientType } from '../../awards/model';
import type { EnteredDelegate } from '../../delegates/entered';
import type { ItemPersonal } from '../../programme/model';
import type { Hall, Seat } from '../../seating/model';
import { demoDelegates, type DemoDelegate } from './people';

export type DemoConference = {
	delegates: EnteredDelegate[];
	hall: Hall;
	seats: { delegate: string; seat: Seat }[];
	decision: AwardDecision;
	recipients: Recipient[];
	script: Record<string, ItemPersonal>;
};

const hall: Hall = {
	name: 'Hội trường tầng 2, UBND xã Trùng Khánh',
	blocks: [
		{ id: 'A', name: 'Khối A', colour: '#b3261e', door: 'Cửa chính', rows: 8, seatsPerRow: 10 },
		{ id: 'B', name: 'Khối B', colour: '#c8971f', door: 'Cửa phải', rows: 8, seatsPerRow: 10 }
	]
};
const PER_WAVE = 8;

/** @param enter how a row of a list becomes a delegate: the same way as an import */
export function demoConference(enter: (row: DemoDelegate, id: string) => EnteredDelegate): DemoConference {
	const rows = demoDelegates();
	const delegates = rows.map((row, at) => enter(row, `d${String(at + 1).padStart(3, '0')}`));
	const recipients = recipientsOf(rows, delegates);
	const receiving = new Set(recipients.map((r) => r.delegate));
	// Leaders in front, recipients as one block near the steps, the others behind.
	const order = [
		...delegates
			.filter((d) => d.vip)
			.sort((a, b) => a.tier - b.tier || a.bloc - b.bloc || a.officeRank - b.officeRank),
		...recipients.flatMap((r) => delegates.filter((d) => d.id === r.delegate && !d.vip)),
		...delegates.filter((d) => !d.vip && !receiving.has(d.id))
	];
	return {
		delegates,
		hall,
		seats: order.map((delegate, at) => ({ delegate: delegate.id, seat: seatAt(at) })),
		decision: {
			id: 'giay-khen',
			form: 'Giấy khen của Chủ tịch UBND xã',
			rank: 'commune',
			number: '',
			caller: 'reader'
		},
		recipients,
		script
	};
}

/** Row by row across both blocks, so that the front rows of the whole hall fill first. */
function seatAt(at: number): Seat {
	const across = 20;
	const column = at % across;
	return {
		block: column < 10 ? 'A' : 'B',
		row: Math.floor(at / across) + 1,
		seat: (column % 10) + 1
	};
}

const TYPES: RecipientType[] = ['collective', 'household', 'individual'];

/** Collectives first, then households, then individuals; a wave never mixes them. */
function recipientsOf(rows: DemoDelegate[], delegates: EnteredDelegate[]): Recipient[] {
	const out: Recipient[] = [];
	let wave = 0;
	for (const type of TYPES) {
		const these = rows
			.flatMap((row, at) => {
				const delegate = delegates[at];
				return row.award?.recipient === type && delegate ? [{ delegate, position: row.award.position }] : [];
			})
			.sort((a, b) => a.position - b.position);
		these.forEach(({ delegate }, at) => {
			if (at % PER_WAVE === 0) wave++;
			out.push({
				delegate: delegate.id,
				decision: 'giay-khen',
				type,
				wave,
				stagePosition: (at % PER_WAVE) + 1
			});
		});
	}
	return out;
}

const say = (...texts: string[]) => texts.map((text) => ({ speaker: 'MC', text }));

/** Samples of what an office would write; each names the item of the template it belongs to. */
const script: Record<string, ItemPersonal> = {
	i2: {
		performer: 'Văn phòng HĐND và UBND xã',
		mcText: say(
			'Kính thưa quý vị đại biểu, kính thưa toàn thể hội nghị!',
			'Thực hiện kế hoạch của Ủy ban nhân dân xã, hôm nay xã Trùng Khánh long trọng tổ chức Hội nghị tuyên dương điển hình tiên tiến lần thứ I, giai đoạn 2025 – 2030.',
			'Trước hết, xin được trân trọng giới thiệu các vị đại biểu về dự hội nghị.'
		)
	},
	i3: {
		performer: 'Đại diện lãnh đạo UBND xã',
		mcText: say(
			'Tiếp theo chương trình, xin trân trọng kính mời đại diện lãnh đạo UBND xã trình bày báo cáo tổng kết.'
		)
	},
	i5: {
		performer: 'Phòng Văn hóa - Xã hội',
		mcText: say('Xin trân trọng kính mời đại diện Phòng Văn hóa - Xã hội lên công bố quyết định khen thưởng.')
	},
	i8: {
		performer: 'Đại diện lãnh đạo UBND xã',
		mcText: say('Xin trân trọng kính mời đại diện lãnh đạo UBND xã tổng kết và bế mạc hội nghị.')
	}
};
