/**
 * Owns: the sample conference around the invented people: hall, award decision, what the MC reads. Everything
 * follows from the list, so that the same list always gives the same conference.
 */
import type { EnteredRecipient } from '../../awards/decide';
import type { AwardDecision, RecipientType } from '../../awards/model';
import type { EnteredDelegate } from '../../delegates/entered';
import type { ItemPersonal } from '../../programme/model';
import type { Hall } from '../../seating/model';
import { demoDelegates, type DemoDelegate } from './people';

export type DemoConference = {
	delegates: EnteredDelegate[];
	hall: Hall;
	decision: AwardDecision;
	/** A collective or household under its own name; its delegate receives it. */
	recipients: EnteredRecipient[];
	/** Who hands over in each wave. */
	conferrers: { wave: number; conferrers: string[] }[];
	/** What the reader reads out. */
	decisionText: string;
	script: Record<string, ItemPersonal>;
};

const hall: Hall = {
	name: 'Hội trường tầng 2, UBND xã Trùng Khánh',
	stage: { width: 1040, depth: 420, podium: 'left', steps: ['left', 'right'] },
	doors: [
		{ name: 'Cửa chính', x: 0, y: 1240 },
		{ name: 'Cửa phải', x: 780, y: 620 }
	],
	passages: [{ x: -65, y: 260, width: 130, depth: 720 }],
	blocks: [
		{
			id: 'CT',
			name: 'Đoàn Chủ tịch',
			colour: '#8f1218',
			door: 'Cửa chính',
			shape: 'longTable',
			place: 'stage',
			x: 0,
			y: -230,
			rows: 1,
			seatsPerRow: 5,
			seatPitch: 90
		},
		{
			id: 'A',
			name: 'Khối A',
			colour: '#b3261e',
			door: 'Cửa chính',
			x: -340,
			y: 260,
			rows: 8,
			seatsPerRow: 10
		},
		{ id: 'B', name: 'Khối B', colour: '#c8971f', door: 'Cửa phải', x: 340, y: 260, rows: 8, seatsPerRow: 10 }
	]
};
const PRESIDIUM = 5;
const PER_WAVE = 8;

/** @param enter how a row of a list becomes a delegate: the same way as an import */
export function demoConference(enter: (row: DemoDelegate, id: string) => EnteredDelegate): DemoConference {
	const rows = demoDelegates();
	const delegates = rows.map((row, at) => enter(row, `d${String(at + 1).padStart(3, '0')}`));
	const recipients = recipientsOf(rows, delegates);
	const leaders = delegates
		.filter((d) => d.vip && d.kind === 'official')
		.sort((a, b) => a.tier - b.tier || a.bloc - b.bloc || a.officeRank - b.officeRank)
		.slice(0, PRESIDIUM);
	return {
		delegates: delegates.map((d) => (leaders.includes(d) ? { ...d, seatNeeds: ['presidium'] } : d)),
		hall,
		decision: {
			id: 'giay-khen',
			form: 'Giấy khen của Chủ tịch UBND xã',
			rank: 'commune',
			number: '',
			caller: 'reader'
		},
		recipients,
		conferrers: [...new Set(recipients.map(({ wave }) => wave))].map((wave) => ({
			wave,
			conferrers: leaders.slice(wave % 2, (wave % 2) + 1).map(({ id }) => id)
		})),
		decisionText,
		script
	};
}

const TYPES: RecipientType[] = ['collective', 'household', 'individual'];

/** Collectives first, then households, then individuals; a wave never mixes them. */
function recipientsOf(rows: DemoDelegate[], delegates: EnteredDelegate[]): EnteredRecipient[] {
	const out: EnteredRecipient[] = [];
	let wave = 0;
	for (const type of TYPES) {
		const these = rows
			.flatMap((row, at) => {
				const delegate = delegates[at];
				const { award } = row;
				return award?.recipient === type && delegate ? [{ delegate, ...award }] : [];
			})
			.sort((a, b) => a.position - b.position);
		these.forEach(({ delegate, recipientName }, at) => {
			if (at % PER_WAVE === 0) wave++;
			out.push({
				delegate: delegate.id,
				decision: 'giay-khen',
				type,
				wave,
				stagePosition: (at % PER_WAVE) + 1,
				...(type !== 'individual' && { personal: { name: recipientName } })
			});
		});
	}
	return out;
}

/** Invented like the people: no number, no date and no article of any law. */
const decisionText = [
	'Chủ tịch Ủy ban nhân dân xã Trùng Khánh quyết định:',
	'Tặng Giấy khen cho các tập thể, hộ gia đình và cá nhân có thành tích xuất sắc trong phong trào thi đua yêu nước giai đoạn 2020 - 2025.',
	'Danh sách kèm theo gồm các tập thể, hộ gia đình và cá nhân có tên được xướng sau đây.',
	'Quyết định có hiệu lực kể từ ngày ký.'
].join('\n');

const say = (...texts: string[]) => texts.map((text) => ({ speaker: 'MC', text }));

/** What an office would write; each names the item or part of the template it belongs to. */
const script: Record<string, ItemPersonal> = {
	i1p1: {
		performer: 'Đội văn nghệ Trung tâm Văn hóa và Truyền thông xã',
		mcText: say(
			'Kính thưa quý vị đại biểu, thưa toàn thể các đồng chí! Trong lúc chờ hội nghị bắt đầu, xin mời quý vị ổn định chỗ ngồi và để điện thoại ở chế độ im lặng.',
			'Mở đầu buổi sáng hôm nay là tốp ca nam nữ của Trung tâm Văn hóa và Truyền thông xã với bài hát ca ngợi Đảng, ca ngợi Bác Hồ kính yêu.'
		)
	},
	i1p2: {
		performer: 'Câu lạc bộ hát then, đàn tính xóm Bản Khấy',
		mcText: say(
			'Tiếng đàn tính, lời then đã theo người Tày Trùng Khánh qua bao mùa lúa. Xin mời quý vị thưởng thức tiết mục hát then của các nghệ nhân xóm Bản Khấy.'
		)
	},
	i1p3: {
		performer: 'Học sinh Trường Tiểu học số 1',
		mcText: say(
			'Tiếp theo, các em học sinh Trường Tiểu học số 1 gửi tới quý vị điệu múa mừng quê hương vào hội. Xin một tràng pháo tay cổ vũ các em!'
		)
	},
	i1p4: {
		performer: 'Hội Liên hiệp Phụ nữ xã',
		mcText: say(
			'Từ những chi hội có phong trào mạnh nhất, các chị em phụ nữ xã mang đến một tiết mục về tình làng nghĩa xóm. Trân trọng kính mời quý vị cùng theo dõi.'
		)
	},
	i1p5: {
		performer: 'Đoàn Thanh niên xã',
		mcText: say(
			'Khép lại phần văn nghệ chào mừng là tiết mục của tuổi trẻ Trùng Khánh. Xin mời các bạn đoàn viên.',
			'Xin cảm ơn các diễn viên không chuyên. Kính mời quý vị đại biểu ổn định vị trí, hội nghị sẽ bắt đầu ngay sau ít phút.'
		)
	},
	i2: {
		performer: 'Văn phòng HĐND và UBND xã',
		mcText: say(
			'Kính thưa quý vị đại biểu, kính thưa toàn thể hội nghị!',
			'Thực hiện kế hoạch của Ủy ban nhân dân xã, hôm nay xã Trùng Khánh long trọng tổ chức Hội nghị tuyên dương điển hình tiên tiến lần thứ I, giai đoạn 2025 – 2030.',
			'Đây là dịp nhìn lại năm năm thi đua của cán bộ và Nhân dân trong xã, và để tôn vinh những tập thể, gia đình, cá nhân đã làm nhiều việc tốt.',
			'Trước hết, xin được trân trọng giới thiệu các vị đại biểu về dự hội nghị.',
			'Sau đây, xin trân trọng kính mời đại diện lãnh đạo UBND xã phát biểu khai mạc hội nghị.'
		)
	},
	i3: {
		performer: 'Đại diện lãnh đạo UBND xã',
		mcText: say(
			'Xin cảm ơn bài phát biểu khai mạc của đồng chí.',
			'Tiếp theo chương trình, xin trân trọng kính mời đại diện lãnh đạo UBND xã trình bày báo cáo tổng kết phong trào thi đua và công tác khen thưởng giai đoạn 2020 – 2025, phương hướng giai đoạn 2025 – 2030.'
		)
	},
	i4: {
		performer: 'Các điển hình tiên tiến',
		mcText: say(
			'Kính thưa hội nghị, đằng sau những con số của báo cáo là những con người và những cách làm rất cụ thể.',
			'Sau đây, xin mời các điển hình tiên tiến lên bục phát biểu tham luận, chia sẻ kinh nghiệm với hội nghị. Mỗi tham luận xin không quá năm phút.',
			'Xin cảm ơn các tham luận vừa rồi. Những việc làm giản dị ấy rất đáng để mỗi xóm, mỗi cơ quan cùng học tập.'
		)
	},
	i5: {
		performer: 'Phòng Văn hóa - Xã hội',
		mcText: say(
			'Kính thưa quý vị, chúng ta bước vào phần được mong đợi nhất: biểu dương, tôn vinh và khen thưởng các điển hình tiên tiến.',
			'Xin trân trọng kính mời đại diện Phòng Văn hóa - Xã hội lên công bố quyết định khen thưởng.',
			'Xin nhiệt liệt chúc mừng các tập thể, hộ gia đình và cá nhân vừa được khen thưởng!'
		)
	},
	i6: {
		performer: 'Đại diện lãnh đạo UBND xã',
		mcText: say(
			'Tiếp nối thành tích đã đạt được, xin trân trọng kính mời đại diện lãnh đạo UBND xã phát động phong trào thi đua giai đoạn 2025 – 2030.',
			'Xin cảm ơn đồng chí. Đề nghị toàn thể hội nghị hưởng ứng phong trào bằng một tràng pháo tay.'
		)
	},
	i7: {
		performer: 'Phòng Văn hóa - Xã hội',
		mcText: say(
			'Kính thưa hội nghị, để cử đại biểu của xã đi dự Đại hội Thi đua yêu nước tỉnh Cao Bằng, xin mời đại diện Phòng Văn hóa - Xã hội trình bày danh sách dự kiến.',
			'Xin ý kiến hội nghị. Nếu các đại biểu nhất trí với danh sách vừa trình bày, xin biểu thị bằng cách vỗ tay. Xin trân trọng cảm ơn.'
		)
	},
	i8: {
		performer: 'Đại diện lãnh đạo UBND xã',
		mcText: say(
			'Kính thưa quý vị đại biểu, chương trình hội nghị đã hoàn thành các nội dung đề ra.',
			'Xin trân trọng kính mời đại diện lãnh đạo UBND xã tổng kết và bế mạc hội nghị.',
			'Thay mặt Ban Tổ chức, xin cảm ơn quý vị đại biểu đã về dự. Kính chúc quý vị mạnh khỏe, hạnh phúc và hẹn gặp lại ở hội nghị lần sau!'
		)
	}
};
