/** Owns: the exchange evening of plan 002, broadcast live, delegates by unit quota. */
import { templateItem, type ConferenceTemplate } from '../template';

export const caoBangGiaoLuu: ConferenceTemplate = {
	id: '002-cao-bang-giao-luu',
	textQuality: 'clean',
	document: {
		type: 'Kế hoạch',
		number: '2683/KH-BTC',
		date: '2025-08-25',
		issuer: 'Ban Tổ chức Đại hội Thi đua yêu nước tỉnh Cao Bằng lần thứ VI',
		basis: [
			'Kế hoạch số 2674/KH-UBND ngày 08/10/2024 của UBND tỉnh',
			'Kế hoạch số 2500/KH-UBND ngày 12/8/2025 của UBND tỉnh về tổ chức Đại hội Thi đua yêu nước tỉnh Cao Bằng lần thứ VI'
		]
	},
	title: 'Chương trình giao lưu điển hình tiên tiến (Đại hội Thi đua yêu nước tỉnh Cao Bằng lần thứ VI)',
	titleTemplates: null,
	backdropLines: null,
	backdropNote: 'Văn bản không quy định maket.',
	theme: null,
	form: 'Giao lưu trực tiếp, truyền hình trực tiếp trên sóng Phát thanh - Truyền hình, Báo Cao Bằng',
	formCode: 'giao_luu',
	level: 'cấp tỉnh',
	levels: [],
	locality: { commune: null, province: 'tỉnh Cao Bằng' },
	organiser: 'Ban Tổ chức Đại hội Thi đua yêu nước tỉnh Cao Bằng lần thứ VI',
	schedule: {
		text: 'Từ 19h30 đến 21h30 ngày 03/9/2025',
		date: '2025-09-03',
		session: 'evening',
		start: '2025-09-03T19:30:00+07:00',
		end: '2025-09-03T21:30:00+07:00',
		liveBroadcast: true
	},
	hardEnd: '21:30',
	venue: 'Trung tâm Hội nghị tỉnh Cao Bằng',
	capacity: { text: '450 đại biểu', max: null, expected: null, total: 450 },
	groups: [
		{
			text: 'Hội đồng Thi đua - Khen thưởng Trung ương; Ban Thi đua - Khen thưởng Trung ương; Vụ Thi đua, khen thưởng, Văn phòng Chủ tịch nước; Vụ Tổ chức hành chính nhà nước và Công vụ, Văn phòng Chính phủ',
			tier: 'Trung ương',
			quota: null,
			recipients: false
		},
		{
			text: 'Đại biểu 6 tỉnh trong Cụm thi đua 7 tỉnh miền núi biên giới phía Bắc',
			tier: 'ngoài tỉnh',
			quota: null,
			recipients: false
		},
		{
			text: 'Đại diện Thường trực Tỉnh ủy, Thường trực HĐND, UBND tỉnh, UBMTTQ Việt Nam tỉnh, Đoàn ĐBQH tỉnh; thành viên Hội đồng TĐKT tỉnh; Ban Tổ chức Đại hội và các Tiểu ban; đại diện lãnh đạo Hội đồng TĐKT các cơ quan, đơn vị, địa phương',
			tier: 'tỉnh',
			quota: null,
			recipients: false
		},
		{
			text: 'Đại biểu đại diện Chiến sỹ thi đua toàn quốc, Chiến sỹ thi đua cấp tỉnh, Nghệ sỹ/Nghệ nhân/Thầy thuốc Nhân dân, Ưu tú, Nhà giáo Ưu tú; đại diện tập thể, cá nhân điển hình tiên tiến giai đoạn 2020 - 2025',
			tier: null,
			quota: null,
			recipients: false
		},
		{
			text: 'Đoàn viên, thanh niên, học sinh, sinh viên và lực lượng vũ trang',
			tier: null,
			quota: null,
			recipients: false
		},
		{
			text: 'Đại diện các cơ quan thông tấn, báo chí Trung ương và địa phương',
			tier: null,
			quota: null,
			recipients: false
		}
	],
	unitQuotas: [
		{
			unit: 'UBMTTQ Việt Nam tỉnh (Ban Công tác Thanh thiếu nhi)',
			quota: 30,
			perUnit: false,
			units: null,
			who: 'đoàn viên, thanh niên tiêu biểu',
			plus: null
		},
		{
			unit: 'Công an tỉnh',
			quota: 50,
			perUnit: false,
			units: null,
			who: 'cán bộ, chiến sĩ tiêu biểu',
			plus: null
		},
		{
			unit: 'Bộ Chỉ huy Quân sự tỉnh',
			quota: 50,
			perUnit: false,
			units: null,
			who: 'cán bộ, chiến sĩ tiêu biểu',
			plus: null
		},
		{
			unit: 'Sở Giáo dục và Đào tạo',
			quota: 60,
			perUnit: false,
			units: null,
			who: 'giáo viên và học sinh tiêu biểu',
			plus: null
		},
		{
			unit: 'UBND các phường Thục Phán; Tân Giang; Nùng Trí Cao',
			quota: 20,
			perUnit: true,
			units: 3,
			who: 'điển hình tiên tiến tiêu biểu (trong đó có đại diện học sinh Tiểu học, THCS)',
			plus: 'đại diện lãnh đạo Đảng ủy; đại diện lãnh đạo UBND'
		},
		{
			unit: 'Các sở, ban, ngành; doanh nghiệp, hợp tác xã tham gia khối, cụm thi đua',
			quota: 1,
			perUnit: true,
			units: null,
			who: '01 điển hình tiên tiến tiêu biểu',
			plus: 'đại diện lãnh đạo Hội đồng TĐKT'
		},
		{
			unit: 'UBND các xã Bảo Lạc, Lý Bôn, Ca Thành',
			quota: null,
			perUnit: false,
			units: null,
			who: 'đại diện lãnh đạo xã; đưa, đón điển hình tham gia giao lưu và dự Đại hội',
			plus: null
		}
	],
	unitQuotaSum: { value: 250, note: '30+50+50+60+3x20 = 250/450; do người tổng hợp cộng' },
	ratio: null,
	selectionRules: [],
	programme: [
		templateItem({
			kinds: ['van_nghe'],
			title: 'Văn nghệ chào mừng',
			note: 'Công an tỉnh 01 tiết mục, Bộ CHQS tỉnh 01 tiết mục; Sở VHTTDL chủ trì',
			parts: [
				{ title: 'Tiết mục 1', performer: 'Công an tỉnh' },
				{ title: 'Tiết mục 2', performer: 'Bộ CHQS tỉnh' }
			]
		}),
		templateItem({ kinds: ['tuyen_bo_ly_do'], title: 'Tuyên bố lý do, giới thiệu đại biểu' }),
		templateItem({ kinds: ['phat_bieu'], title: 'Phát biểu chào mừng' }),
		templateItem({
			kinds: ['phong_su'],
			title:
				'Chiếu phóng sự về kết quả phát hiện, xây dựng, bồi dưỡng, nhân rộng điển hình tiên tiến trên địa bàn tỉnh giai đoạn 2020 - 2025',
			statedMinutes: 5,
			note: 'thời lượng khoảng 5 phút'
		}),
		templateItem({
			kinds: ['giao_luu'],
			title: 'Giao lưu, đối thoại với các điển hình tiên tiến (có Kịch bản giao lưu riêng)',
			participants: {
				count: 7,
				namesOmitted: true,
				namesOmittedNote:
					'Tên riêng của các cá nhân (có một học sinh) có trong văn bản gốc; không chép sang đây vì không cần cho vận hành.'
			},
			parts: [
				{
					title: 'Vì người nghèo - Không để ai bị bỏ lại phía sau; giảm nghèo',
					performer: 'Hợp tác xã Nông nghiệp 118, xóm Lũng Tiến, xã Bảo Lạc',
					note: 'doanh nghiệp, hợp tác xã'
				},
				{
					title: 'Toàn dân bảo vệ an ninh Tổ quốc',
					performer: 'Thượng tá, Phó Trưởng phòng PC04, Công an tỉnh',
					note: 'lực lượng vũ trang (phòng chống tội phạm)'
				},
				{
					title: 'Nông dân sản xuất kinh doanh giỏi',
					performer: 'nông dân, tổ Đoàn Kết, phường Thục Phán',
					note: 'nông dân tiêu biểu'
				},
				{
					title: 'Cán bộ, công chức, viên chức thi đua thực hiện văn hóa công sở',
					performer: 'Bí thư Đoàn thanh niên, chuyên viên Sở Nội vụ',
					note: 'công chức, viên chức trẻ'
				},
				{
					title: 'Chỉ thị 05-CT/TW - học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh',
					performer: 'Bí thư Chi bộ xóm Phiêng Pèn, xã Lý Bôn',
					note: 'Người uy tín tiêu biểu'
				},
				{
					title: 'Dạy tốt - Học tốt',
					performer: 'học sinh lớp 12 Toán, Trường THPT Chuyên Cao Bằng',
					note: 'công dân trẻ tiêu biểu'
				},
				{
					title:
						'Chủ động phòng, chống thiên tai, xây dựng cộng đồng an toàn; khắc phục hậu quả bão số 3 (Yagi)',
					performer: 'Tổ trưởng Tổ bảo vệ an ninh, trật tự xóm Xà Pèng, xã Ca Thành',
					note: 'cá nhân tiêu biểu phòng, chống thiên tai'
				}
			]
		}),
		templateItem({ kinds: ['be_mac'], title: 'Kết thúc' })
	],
	programmeNotes: [
		'Không có Chào cờ, báo cáo tổng kết, trao thưởng trong tối giao lưu.',
		'Tổng thời lượng 120 phút; chỉ phóng sự có thời lượng riêng.'
	],
	awards: null,
	duties: [
		{
			unit: 'Báo Cao Bằng',
			tags: ['live_tv', 'script', 'reportage', 'mc'],
			tasks: [
				'Chủ trì tổ chức Chương trình truyền hình trực tiếp',
				'Chủ trì, phối hợp Sở Nội vụ xây dựng kịch bản; các phóng sự',
				'Thực hiện dẫn chương trình buổi giao lưu',
				'Tuyên truyền, đưa tin',
				'Phối hợp dự toán kinh phí'
			]
		},
		{
			unit: 'Sở Nội vụ',
			tags: ['exemplar_selection', 'script', 'performance_selection', 'budget'],
			tasks: [
				'Chủ trì tham mưu lựa chọn các điển hình tham gia giao lưu',
				'Phối hợp xây dựng kịch bản',
				'Phối hợp Sở VHTTDL lựa chọn tiết mục văn nghệ',
				'Tổng hợp, bố trí dự toán kinh phí'
			]
		},
		{
			unit: 'Văn phòng UBND tỉnh',
			tags: ['follow_up', 'reception', 'decoration'],
			tasks: [
				'Chủ trì theo dõi, đôn đốc, kiểm tra thực hiện Kế hoạch; tổ chức đón tiếp đại biểu',
				'Phối hợp trang trí, khánh tiết và điều kiện phục vụ truyền hình trực tiếp'
			]
		},
		{
			unit: 'UBMTTQ Việt Nam tỉnh (đề nghị)',
			tags: ['propaganda', 'delegates'],
			tasks: ['Tuyên truyền', 'Chọn cử 30 đại biểu đoàn viên, thanh niên']
		},
		{
			unit: 'Sở Văn hóa, Thể thao và Du lịch',
			tags: ['performance'],
			tasks: ['Chủ trì phối hợp Công an tỉnh, Bộ CHQS tỉnh xây dựng Chương trình văn nghệ']
		},
		{
			unit: 'Công an tỉnh',
			tags: ['delegates', 'mc', 'performance'],
			tasks: [
				'Chọn cử 50 đại biểu',
				'Cử 01 đồng chí tham gia dẫn chương trình (MC)',
				'Lựa chọn 01 tiết mục văn nghệ đặc sắc'
			]
		},
		{
			unit: 'Bộ Chỉ huy Quân sự tỉnh',
			tags: ['delegates', 'performance'],
			tasks: ['Chọn cử 50 đại biểu', 'Lựa chọn 01 tiết mục văn nghệ đặc sắc']
		},
		{
			unit: 'Sở Giáo dục và Đào tạo',
			tags: ['delegates'],
			tasks: ['Chọn cử 60 đại biểu là giáo viên và học sinh tiêu biểu']
		},
		{
			unit: 'UBND các phường Thục Phán; Tân Giang; Nùng Trí Cao',
			tags: ['propaganda', 'transport', 'delegates'],
			tasks: [
				'Tuyên truyền',
				'Đưa, đón điển hình (nếu có)',
				'Đại diện lãnh đạo Đảng ủy, UBND; mỗi đơn vị 20 đại biểu'
			]
		},
		{
			unit: 'Các sở, ban, ngành; doanh nghiệp, HTX trong khối, cụm thi đua',
			tags: ['propaganda', 'delegates'],
			tasks: ['Đại diện lãnh đạo Hội đồng TĐKT; mỗi đơn vị 01 điển hình tiên tiến']
		},
		{
			unit: 'Các xã trên địa bàn tỉnh',
			tags: ['relay_broadcast'],
			tasks: [
				'Triển khai truyền hình trực tiếp Chương trình tới Nhân dân',
				'Bảo Lạc, Lý Bôn, Ca Thành: cử lãnh đạo xã dự; đưa, đón điển hình'
			]
		}
	],
	dutyOverlaps: [
		"Dẫn chương trình: Báo Cao Bằng 'thực hiện dẫn chương trình'; Công an tỉnh 'cử 01 đồng chí tham gia dẫn chương trình (MC)' - hai MC."
	],
	presidium: null,
	slogans: null,
	deadlines: [],
	reportingAfter: [{ text: 'Vướng mắc báo cáo Ban Tổ chức Đại hội (qua Sở Nội vụ)', due: null }],
	requirements: ['thiết thực, tiết kiệm và hiệu quả, tạo sức lan tỏa rộng rãi trong Nhân dân'],
	substitutesInvitation: true,
	substitutesInvitationText: 'Kế hoạch này thay cho Giấy mời',
	twoMcs: true
};
