/** Owns: the commune conference of plan 000 (half a day, 150 delegates at most). */
import { templateItem, type ConferenceTemplate } from '../template';

export const trungKhanh: ConferenceTemplate = {
	id: '000-trung-khanh',
	textQuality: 'reconstructed',
	document: {
		type: 'Kế hoạch',
		number: null,
		date: null,
		issuer: 'Ủy ban nhân dân xã Trùng Khánh',
		note: 'Phần đầu văn bản (số, ngày) không có trong bản OCR.',
		uncertain: true,
		basis: [
			'Kế hoạch số 2674/KH-UBND ngày 08/10/2024 của UBND tỉnh Cao Bằng về Tổ chức Đại hội Thi đua yêu nước các cấp trên địa bàn tỉnh Cao Bằng tiến tới Đại hội thi đua yêu nước toàn quốc lần thứ XI',
			'Công văn số 2064/SNV-BTĐKT ngày 19/7/2025 của Sở Nội vụ về việc tiếp tục tổ chức Đại hội thi đua yêu nước'
		]
	},
	title: 'Hội nghị Tuyên dương điển hình tiên tiến xã Trùng Khánh lần thứ I (2025-2030)',
	titleTemplates: null,
	backdropLines: [
		'ỦY BAN NHÂN DÂN XÃ TRÙNG KHÁNH',
		'HỘI NGHỊ',
		'TUYÊN DƯƠNG ĐIỂN HÌNH TIÊN TIẾN XÃ TRÙNG KHÁNH',
		'LẦN THỨ I (2025-2030)',
		'Trùng Khánh, ngày … tháng … năm 2025'
	],
	theme: null,
	form: 'Hội nghị Tuyên dương điển hình tiên tiến',
	formCode: 'hoi_nghi',
	level: 'cấp xã',
	levels: [],
	locality: { commune: 'xã Trùng Khánh', province: 'tỉnh Cao Bằng' },
	organiser: 'Ủy ban nhân dân xã Trùng Khánh',
	schedule: {
		text: '1/2 ngày, dự kiến tổ chức vào cuối tháng 8/2025 (thời gian cụ thể sẽ thông báo sau)',
		date: null,
		window: '2025-08-late',
		session: 'half_day',
		start: null,
		end: null,
		liveBroadcast: false
	},
	hardEnd: null,
	venue: 'Hội trường tầng 2, Ủy ban nhân dân xã Trùng Khánh',
	capacity: { text: 'Tối đa 150 đại biểu', max: 150, expected: null, total: null },
	groups: [
		{ text: 'Đại diện lãnh đạo Đảng ủy, HĐND, UBND xã', tier: null, quota: null, recipients: false },
		{
			text: 'Đại diện lãnh đạo Ban Xây dựng Đảng, Ủy ban Kiểm tra Đảng ủy, Văn phòng Đảng ủy, UBMTTQ Việt Nam và các tổ chức chính trị - xã hội xã',
			tier: null,
			quota: null,
			recipients: false,
			uncertain: true,
			uncertainNote: "OCR 'Uy ban kiém tra Pang' - có thể là 'Ủy ban Kiểm tra Đảng ủy'."
		},
		{
			text: 'Đại diện lãnh đạo Văn phòng HĐND và UBND; Phòng Văn hóa - Xã hội; Phòng Kinh tế; Trung tâm Phục vụ hành chính công; Trung tâm Văn hóa và Truyền thông xã',
			tier: null,
			quota: null,
			recipients: false
		},
		{
			text: 'Đại diện lãnh đạo Công an xã; Ban Chỉ huy Quân sự xã',
			tier: null,
			quota: null,
			recipients: false
		},
		{ text: 'Đại diện các trường học, Trạm Y tế', tier: null, quota: null, recipients: false },
		{ text: 'Đại diện các tổ dân phố, xóm', tier: null, quota: null, recipients: false },
		{ text: 'Đại diện các doanh nghiệp trên địa bàn xã', tier: null, quota: null, recipients: false },
		{
			text: 'Đại diện các tập thể và cá nhân được khen thưởng tại Hội nghị',
			tier: null,
			quota: null,
			recipients: true
		}
	],
	unitQuotas: [],
	ratio: null,
	selectionRules: [],
	programme: [
		templateItem({
			kinds: ['van_nghe'],
			title: 'Văn nghệ chào mừng',
			note: 'Trung tâm Văn hóa và Truyền thông xây dựng, khoảng 5 tiết mục',
			parts: [
				{ title: 'Tiết mục 1' },
				{ title: 'Tiết mục 2' },
				{ title: 'Tiết mục 3' },
				{ title: 'Tiết mục 4' },
				{ title: 'Tiết mục 5' }
			]
		}),
		templateItem({
			kinds: ['tuyen_bo_ly_do', 'khai_mac'],
			title: 'Tuyên bố lý do, giới thiệu đại biểu và khai mạc'
		}),
		templateItem({
			kinds: ['bao_cao'],
			title:
				'Báo cáo tổng kết phong trào thi đua và công tác khen thưởng giai đoạn 2020 - 2025, phương hướng, nhiệm vụ công tác thi đua, khen thưởng giai đoạn 2025 - 2030'
		}),
		templateItem({
			kinds: ['tham_luan'],
			title: 'Báo cáo tham luận của các điển hình tiên tiến',
			note: 'Số lượng tham luận không nêu'
		}),
		templateItem({
			kinds: ['khen_thuong'],
			title: 'Biểu dương, tôn vinh, khen thưởng các điển hình tiên tiến',
			note: 'Phòng Văn hóa - Xã hội công bố quyết định và điều hành trao thưởng; 02 đồng chí bê khung khen'
		}),
		templateItem({ kinds: ['phat_dong'], title: 'Phát động phong trào thi đua giai đoạn 2025 - 2030' }),
		templateItem({ kinds: ['thong_qua'], title: 'Thông qua danh sách đại biểu đi dự Đại hội cấp trên' }),
		templateItem({ kinds: ['be_mac', 'tong_ket'], title: 'Tổng kết và bế mạc' })
	],
	programmeNotes: [
		'Không có mục Chào cờ và mục Phát biểu hưởng ứng trong chương trình.',
		'Không nêu thời lượng từng mục.'
	],
	awards: {
		authority: 'Chủ tịch UBND xã quyết định khen thưởng (Hội đồng TĐKT xã xem xét, lựa chọn, trình)',
		fund: 'Quỹ Thi đua, khen thưởng của xã',
		quotas: null
	},
	duties: [
		{
			unit: 'Phòng Văn hóa - Xã hội',
			tags: [
				'report',
				'programme',
				'speeches',
				'award_decision_reader',
				'award_control',
				'print_documents',
				'print_invitations',
				'delegate_list_upper_congress',
				'budget_estimate'
			],
			tasks: [
				'Xây dựng Báo cáo tổng kết',
				'Phối hợp thống nhất, giới thiệu các điển hình tiên tiến, người tốt, việc tốt tham dự Hội nghị',
				'Tổ chức thông tin, tuyên truyền',
				'Xây dựng chương trình Hội nghị, các bài phát biểu khai mạc, bế mạc và phát động thi đua',
				'Đề xuất danh sách đại biểu tham dự Đại hội thi đua yêu nước tỉnh Cao Bằng lần thứ VI',
				'Công bố quyết định khen thưởng và điều hành trao thưởng',
				'In ấn tài liệu, giấy mời gửi đại biểu dự Hội nghị',
				'Tổng hợp, lập dự trù kinh phí trình UBND xã phê duyệt'
			]
		},
		{
			unit: 'Văn phòng HĐND và UBND xã',
			tags: ['organise', 'mc', 'hall', 'water', 'usher', 'sound', 'send_invitations', 'award_presenters'],
			tasks: [
				'Làm công tác tổ chức, dẫn chương trình Hội nghị',
				'Chuẩn bị hội trường và nước uống cho đại biểu, nước uống ở phía ngoài hội trường, hướng dẫn đại biểu ngồi đúng vị trí quy định',
				'Chuẩn bị hệ thống âm thanh, loa đài phục vụ Hội nghị',
				'Phối hợp với Phòng Văn hóa - Xã hội gửi Giấy mời tới các đại biểu',
				{
					text: 'Cử 02 đồng chí mặc trang phục áo dài truyền thống bê khung khen trao thưởng cho các đại biểu trên sân khấu',
					count: 2,
					uncertain: true,
					uncertainNote: "OCR 'do dai truyén théng' đọc là 'áo dài truyền thống' (rất có khả năng)."
				}
			]
		},
		{
			unit: 'Trung tâm Văn hóa và Truyền thông xã',
			tags: ['performance', 'press', 'decoration', 'sound', 'light', 'slogans', 'broadcast'],
			tasks: [
				{
					text: 'Xây dựng chương trình văn nghệ chào mừng (khoảng 5 tiết mục)',
					performances: 5,
					approx: true
				},
				'Cử phóng viên dự và đưa tin trên hệ thống truyền thanh, trang thông tin điện tử và mạng xã hội của xã',
				'Trang trí khánh tiết, âm thanh, ánh sáng, maket và khẩu hiệu bên trong, bên ngoài hội trường',
				'Tuyên truyền, phát sóng trên Đài truyền thanh trước, trong và sau Hội nghị'
			]
		},
		{
			unit: 'Công an xã',
			tags: ['security', 'traffic'],
			tasks: [
				'Đảm bảo an ninh trật tự, an toàn giao thông trên các tuyến đường xung quanh UBND xã - nơi diễn ra Hội nghị'
			]
		},
		{
			unit: 'Hội đồng Thi đua - Khen thưởng xã',
			tags: ['award_selection'],
			tasks: ['Xem xét, lựa chọn tập thể, cá nhân tiêu biểu trình Chủ tịch UBND xã quyết định khen thưởng']
		},
		{
			unit: 'Ban Xây dựng Đảng (đề nghị)',
			tags: ['propaganda'],
			tasks: ['Định hướng, chỉ đạo công tác tuyên truyền']
		},
		{
			unit: 'UBMTTQ Việt Nam và các tổ chức chính trị - xã hội xã (đề nghị)',
			tags: ['propaganda', 'exchange_guests'],
			tasks: [
				'Vận động, tuyên truyền hưởng ứng phong trào thi đua',
				'Phối hợp với Phòng Văn hóa - Xã hội giới thiệu tập thể, cá nhân điển hình tiên tiến giao lưu tại Hội nghị'
			]
		}
	],
	dutyOverlaps: [
		'Âm thanh được giao cho cả Văn phòng HĐND-UBND và Trung tâm Văn hóa và Truyền thông.',
		'Giấy mời: Phòng VH-XH in; Văn phòng phối hợp gửi.'
	],
	presidium: null,
	slogans: {
		inside: [
			'Thi đua là yêu nước, yêu nước thì phải thi đua!',
			'Đoàn kết, sáng tạo, thi đua xây dựng và bảo vệ Tổ quốc!'
		],
		outside: [
			'Nhiệt liệt chào mừng các đại biểu đến dự Hội nghị Tuyên dương Điển hình tiên tiến xã Trùng Khánh lần thứ I (2025-2030)'
		]
	},
	deadlines: [],
	reportingAfter: [
		{
			text: 'Vướng mắc phản ánh kịp thời về UBND xã (qua Phòng Văn hóa - Xã hội) để tổng hợp, báo cáo',
			due: null
		}
	],
	requirements: ['trang trọng, thiết thực, tiết kiệm, tránh phô trương, hình thức, lãng phí'],
	substitutesInvitation: false,
	substitutesInvitationText: null,
	twoMcs: false
};
