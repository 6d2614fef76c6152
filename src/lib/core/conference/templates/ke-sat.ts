/** Owns: the commune conference of plan 001 (an afternoon, award quotas by category, a generator in reserve). */
import { templateItem, type ConferenceTemplate } from '../template';

export const keSat: ConferenceTemplate = {
	id: '001-ke-sat',
	textQuality: 'reconstructed',
	document: {
		type: 'Kế hoạch',
		number: '26/KH-UBND',
		date: '2025-08-15',
		issuer: 'Ủy ban nhân dân xã Kẻ Sặt',
		basis: [
			'Quyết định số 3194/QĐ-UBND ngày 08/8/2025 của UBND thành phố Hải Phòng ban hành Kế hoạch tổ chức Hội nghị điển hình tiên tiến cấp xã, các cơ quan, đơn vị thuộc thành phố tiến tới Đại hội Thi đua yêu nước thành phố Hải Phòng lần thứ I (2025 - 2030)'
		]
	},
	title:
		'Hội nghị tuyên dương điển hình tiên tiến xã Kẻ Sặt lần thứ I (2025-2030), tiến tới Đại hội Thi đua yêu nước thành phố Hải Phòng lần thứ I (2025 - 2030)',
	titleTemplates: null,
	backdropLines: [
		'ĐẢNG ỦY - HĐND - UBND - UB MTTQVN XÃ KẺ SẶT',
		'HỘI NGHỊ',
		'TUYÊN DƯƠNG ĐIỂN HÌNH TIÊN TIẾN XÃ KẺ SẶT',
		'LẦN THỨ I (2025-2030)',
		'Kẻ Sặt, ngày 28 tháng 8 năm 2025'
	],
	theme: 'Đoàn kết, đổi mới, sáng tạo, thi đua xây dựng xã Kẻ Sặt giàu, đẹp, văn minh',
	form: 'Hội nghị tuyên dương điển hình tiên tiến',
	formCode: 'hoi_nghi',
	level: 'cấp xã',
	levels: [],
	locality: { commune: 'xã Kẻ Sặt', province: 'thành phố Hải Phòng' },
	organiser: 'Ủy ban nhân dân xã Kẻ Sặt',
	schedule: {
		text: '1/2 ngày, dự kiến chiều ngày 28/8/2025',
		date: '2025-08-28',
		session: 'afternoon_half_day',
		start: null,
		end: null,
		planned: true,
		liveBroadcast: false
	},
	hardEnd: null,
	venue: 'Nhà văn hóa Trung tâm xã Kẻ Sặt',
	capacity: { text: 'Đại biểu chính tham dự dự kiến 150 đại biểu', max: null, expected: 150, total: null },
	groups: [
		{
			text: 'Hội đồng Thi đua - Khen thưởng thành phố; đại diện lãnh đạo Sở Nội vụ thành phố; đại diện lãnh đạo Ban Thi đua - Khen thưởng thành phố; lãnh đạo UBMTTQ thành phố và công chức Ban Thi đua - Khen thưởng phụ trách xã',
			tier: 'thành phố',
			quota: null,
			recipients: false
		},
		{ text: 'Các đồng chí Ủy viên Ban Thường vụ Đảng ủy xã', tier: 'xã', quota: null, recipients: false },
		{ text: 'Các đồng chí trong Ban Chấp hành Đảng bộ xã', tier: 'xã', quota: null, recipients: false },
		{
			text: 'Trưởng, phó các cơ quan chuyên môn; các ban ngành, đoàn thể, đơn vị sự nghiệp thuộc UBND xã',
			tier: 'xã',
			quota: null,
			recipients: false
		},
		{ text: 'Hội đồng Thi đua - Khen thưởng xã', tier: 'xã', quota: null, recipients: false },
		{ text: 'Đại diện lãnh đạo các trường học, trạm y tế', tier: null, quota: null, recipients: false },
		{
			text: 'Bí thư Chi bộ, Trưởng thôn (29 thôn)',
			tier: null,
			quota: null,
			recipients: false,
			units: 29,
			note: '29 thôn; nếu mỗi thôn 2 người là 58 - văn bản không nêu tổng'
		},
		{
			text: 'Các cơ quan, đơn vị; các doanh nghiệp tiêu biểu trên địa bàn xã',
			tier: null,
			quota: null,
			recipients: false
		},
		{
			text: 'Đại biểu đại diện các tôn giáo (công giáo, phật giáo)',
			tier: null,
			quota: null,
			recipients: false
		},
		{
			text: 'Tập thể, cá nhân điển hình tiên tiến được khen thưởng',
			tier: null,
			quota: null,
			recipients: true
		}
	],
	unitQuotas: [],
	ratio: null,
	selectionRules: [],
	programme: [
		templateItem({ kinds: ['van_nghe'], title: 'Chương trình văn nghệ chào mừng' }),
		templateItem({ kinds: ['chao_co'], title: 'Chào cờ' }),
		templateItem({ kinds: ['tuyen_bo_ly_do'], title: 'Tuyên bố lý do, giới thiệu đại biểu' }),
		templateItem({
			kinds: ['khai_mac'],
			title: 'Lãnh đạo xã phát biểu khai mạc Hội nghị',
			performer: 'Lãnh đạo xã'
		}),
		templateItem({
			kinds: ['bao_cao'],
			title:
				'Báo cáo tổng kết phong trào thi đua và công tác khen thưởng giai đoạn 2020 - 2025, phương hướng, nhiệm vụ công tác thi đua, khen thưởng giai đoạn 2025 - 2030'
		}),
		templateItem({
			kinds: ['tham_luan'],
			title: 'Báo cáo tham luận của các điển hình tiên tiến (3 điển hình)',
			participants: { count: 3, who: 'điển hình tiên tiến' },
			parts: [{ title: 'Tham luận 1' }, { title: 'Tham luận 2' }, { title: 'Tham luận 3' }]
		}),
		templateItem({
			kinds: ['khen_thuong'],
			title: 'Công bố quyết định khen thưởng và trao giấy khen cho cá nhân, tập thể điển hình'
		}),
		templateItem({
			kinds: ['phat_dong'],
			title:
				'Chủ tịch UBND xã, Chủ tịch Hội đồng Thi đua - Khen thưởng phát động phong trào Thi đua yêu nước giai đoạn 2025 - 2030',
			performer: 'Chủ tịch UBND xã, Chủ tịch Hội đồng TĐKT'
		}),
		templateItem({
			kinds: ['huong_ung'],
			title:
				'Chủ tịch Ủy ban MTTQVN xã phát biểu hưởng ứng Phong trào Thi đua yêu nước giai đoạn 2025 - 2030',
			performer: 'Chủ tịch Ủy ban MTTQVN xã'
		}),
		templateItem({
			kinds: ['thong_qua'],
			title: 'Thông qua danh sách đại biểu đi dự Đại hội thi đua cấp trên'
		}),
		templateItem({ kinds: ['be_mac'], title: 'Phát biểu bế mạc Hội nghị' })
	],
	programmeNotes: ['Không nêu thời lượng từng mục.'],
	awards: {
		form: 'giấy khen',
		totalMin: 17,
		totalMax: 21,
		totalNote: 'Tổng do người tổng hợp cộng; văn bản không ghi tổng.',
		quotas: [
			{
				category: 'Lực lượng vũ trang',
				recipientType: 'cá nhân',
				min: 2,
				max: 2,
				breakdown: ['Công an xã: 01 cá nhân', 'Quân sự xã: 01 cá nhân']
			},
			{
				category: 'Ngành giáo dục',
				recipientType: 'tập thể',
				min: 3,
				max: 3,
				breakdown: ['mầm non: 01 trường', 'tiểu học: 01 trường', 'THCS: 01 trường'],
				selectedBy: 'Phòng Văn hóa - Xã hội xã chủ trì tham mưu xét chọn, đề xuất'
			},
			{ category: 'Ngành y tế', recipientType: 'tập thể', min: 1, max: 1, breakdown: ['01 Trạm Y tế'] },
			{ category: 'Công ty, doanh nghiệp', recipientType: 'đơn vị', min: 3, max: 5 },
			{
				category: 'Hộ gia đình sản xuất, kinh doanh giỏi',
				recipientType: 'hộ gia đình',
				min: 8,
				max: 10,
				selectedBy: 'Ban Thường trực UBMTTQVN xã chủ trì xét chọn, đề xuất'
			}
		]
	},
	duties: [
		{
			unit: 'Phòng Văn hóa - Xã hội',
			tags: [
				'plan',
				'report',
				'programme',
				'report_after',
				'propaganda',
				'delegate_allocation',
				'budget_estimate',
				'logistics'
			],
			tasks: [
				'Chủ trì tham mưu xây dựng Kế hoạch, báo cáo tổng kết, nội dung, chương trình Hội nghị',
				'Tổng hợp, báo cáo UBND thành phố kết quả tổ chức Hội nghị trước ngày 30/8/2025',
				'Xây dựng kế hoạch tuyên truyền Hội nghị',
				'Dự kiến phân bổ đại biểu cho các cơ quan, ban, ngành, đoàn thể, UBMTTQ, các tổ chức chính trị - xã hội, lực lượng vũ trang, trường học và các thôn',
				'Tham mưu dự trù kinh phí; chuẩn bị các điều kiện về cơ sở vật chất'
			]
		},
		{
			unit: 'Văn phòng HĐND và UBND xã',
			tags: [
				'speeches',
				'reception',
				'hall',
				'documents_handout',
				'usher',
				'send_invitations',
				'run_programme'
			],
			tasks: [
				'Chuẩn bị nội dung phát biểu khai mạc, bế mạc và phát động phong trào thi đua của lãnh đạo UBND xã; đón tiếp đại biểu khách mời',
				'Phối hợp với Trung tâm Văn hóa, Thể thao và Truyền thông chuẩn bị Hội trường, trang trí khánh tiết, phát tài liệu, hướng dẫn đại biểu dự Hội nghị',
				'Phát hành giấy mời tới các đại biểu và thông tin cho các cơ quan, đơn vị về thành phần mời; xây dựng nội dung và điều hành chương trình Hội nghị'
			]
		},
		{
			unit: 'Trung tâm Văn hóa, Thể thao và Truyền thông xã',
			tags: ['performance', 'decoration', 'sound', 'light', 'generator', 'slogans', 'press'],
			tasks: [
				'Chủ trì phối hợp tổ chức chương trình văn nghệ chào mừng',
				'Trang trí khánh tiết trong và ngoài Hội trường, chuẩn bị âm thanh, ánh sáng (máy phát điện phòng mất điện), pano, băng rôn, khẩu hiệu trên các trục đường; cắt tít chữ trong hội trường',
				'Mở chuyên trang, chuyên mục, tăng thời lượng tuyên truyền trước, trong và sau Hội nghị'
			]
		},
		{
			unit: 'Ủy ban Mặt trận Tổ quốc Việt Nam xã',
			tags: ['propaganda', 'award_nomination'],
			tasks: [
				'Vận động đoàn viên, hội viên, nhân dân tham gia; phát hiện, giới thiệu gương người tốt việc tốt',
				'Rà soát, bình chọn điển hình; lập danh sách (kèm bản trích ngang thành tích) gửi UBND xã, Hội đồng TĐKT xã (qua Phòng Văn hóa - Xã hội)'
			]
		},
		{
			unit: 'Công an, Ban Chỉ huy Quân sự xã',
			tags: ['security', 'award_nomination'],
			tasks: [
				'Phối hợp đảm bảo an ninh, trật tự trong thời gian diễn ra Hội nghị',
				'Rà soát, bình chọn điển hình thuộc lĩnh vực; lập danh sách kèm trích ngang thành tích'
			]
		},
		{
			unit: 'Các cơ quan, đơn vị trên địa bàn',
			tags: ['emulation', 'award_nomination'],
			tasks: ['Phát động đợt thi đua đặc biệt; tuyên truyền, đề xuất biểu dương, khen thưởng']
		}
	],
	dutyOverlaps: [],
	presidium: null,
	slogans: {
		all: [
			'Đảng Cộng sản Việt Nam quang vinh muôn năm!',
			'Nước Cộng hòa xã hội chủ nghĩa Việt Nam muôn năm!',
			'Sống, chiến đấu, lao động và học tập theo gương Bác Hồ vĩ đại!',
			'Thi đua là yêu nước, yêu nước thì phải thi đua!',
			'Chào mừng Hội nghị điển hình tiên tiến xã Kẻ Sặt, giai đoạn 2020 - 2025',
			'Thi đua lập thành tích chào mừng Đại hội Đảng các cấp tiến tới Đại hội Đại biểu toàn quốc!',
			'Thi đua lập thành tích chào mừng Đại hội Thi đua yêu nước thành phố lần thứ I, tiến tới Đại hội Thi đua yêu nước toàn quốc lần thứ XI năm 2025!',
			'Tất cả vì mục tiêu dân giàu, nước mạnh, dân chủ, công bằng, văn minh!'
		]
	},
	deadlines: [
		{
			what: 'Danh sách tập thể, cá nhân đề xuất biểu dương, khen thưởng gửi UBND xã, qua Phòng Văn hóa - Xã hội',
			date: '2025-08-22',
			relation: 'before'
		},
		{ what: 'Ngày tổ chức Hội nghị (chiều)', date: '2025-08-28', relation: 'planned' },
		{ what: 'Báo cáo UBND thành phố kết quả tổ chức Hội nghị', date: '2025-08-30', relation: 'before' }
	],
	reportingAfter: [
		{
			text: 'Phòng Văn hóa - Xã hội tổng hợp, báo cáo UBND thành phố kết quả tổ chức Hội nghị',
			due: { relation: 'before', date: '2025-08-30' },
			to: 'UBND thành phố Hải Phòng'
		}
	],
	requirements: ['trang trọng, thiết thực, tiết kiệm, tránh phô trương, hình thức, lãng phí'],
	substitutesInvitation: false,
	substitutesInvitationText: null,
	twoMcs: false
};
