/** Owns: the commune conference of plan 004 (one session, about 70 % exemplary delegates). */
import { templateItem, type ConferenceTemplate } from '../template';

export const tanDoan: ConferenceTemplate = {
	id: '004-tan-doan',
	textQuality: 'clean',
	document: {
		type: 'Kế hoạch',
		number: null,
		date: '2025-07',
		dateNote: 'số và ngày để trống (dự thảo/bản chưa ghi số)',
		issuer: 'Ủy ban nhân dân xã Tân Đoàn',
		basis: ['Kế hoạch số 199/KH-UBND ngày 23/7/2025 của UBND tỉnh Lạng Sơn']
	},
	title: 'Hội nghị điển hình tiên tiến xã Tân Đoàn lần thứ I (2025 - 2030)',
	titleTemplates: null,
	backdropLines: [
		'Hội nghị điển hình tiên tiến xã Tân Đoàn lần thứ I (2025 - 2030)',
		'địa điểm, ngày … tháng … năm 2025'
	],
	backdropNote: 'Văn bản chỉ nêu tên, không trình bày maket nhiều dòng.',
	theme: null,
	form: 'Hội nghị điển hình tiên tiến',
	formCode: 'hoi_nghi',
	level: 'cấp xã',
	levels: [],
	locality: { commune: 'xã Tân Đoàn', province: 'tỉnh Lạng Sơn' },
	organiser: 'Ủy ban nhân dân xã Tân Đoàn',
	schedule: {
		text: '01 buổi, dự kiến ngày 20/8/2025 (sẽ có công văn triển khai cụ thể sau)',
		date: '2025-08-20',
		session: 'half_day',
		start: null,
		end: null,
		planned: true,
		liveBroadcast: false
	},
	hardEnd: null,
	venue: null,
	capacity: { text: 'tối đa 150 đại biểu', max: 150, expected: null, total: null },
	groups: [
		{ text: 'Đại biểu khách mời', tier: null, quota: null, recipients: false },
		{ text: 'Đại diện lãnh đạo các cấp, các ngành', tier: null, quota: null, recipients: false },
		{
			text: 'Đại diện tập thể và cá nhân, Chiến sĩ thi đua, các gương điển hình tiên tiến, tiêu biểu có thành tích xuất sắc (do tập thể lãnh đạo cấp ủy, chính quyền, đoàn thể của đơn vị lựa chọn)',
			tier: null,
			quota: null,
			recipients: true
		}
	],
	unitQuotas: [],
	ratio: {
		exemplary: 0.7,
		guests: 0.3,
		approx: true,
		text: 'đại biểu điển hình tiên tiến khoảng 70%; đại biểu khách mời và lãnh đạo các cấp, các ngành khoảng 30%'
	},
	derivedAtMax: { exemplary: 105, guests: 45, note: '70%/30% của 150; do người tổng hợp tính' },
	selectionRules: [
		'Chú trọng cá nhân trực tiếp sản xuất, công tác, học tập, chiến đấu, đại biểu nữ, dân tộc, đại diện các thành phần kinh tế',
		'Bình xét công khai, dân chủ từ cơ sở',
		'Cân đối lĩnh vực, ngành nghề; có đại diện các cơ quan, đơn vị, các thôn'
	],
	programme: [
		templateItem({ kinds: ['van_nghe'], title: 'Văn nghệ chào mừng' }),
		templateItem({
			kinds: ['tuyen_bo_ly_do', 'khai_mac'],
			title: 'Tuyên bố lý do, giới thiệu đại biểu và khai mạc'
		}),
		templateItem({
			kinds: ['bao_cao'],
			title:
				'Báo cáo tổng kết phong trào thi đua và công tác khen thưởng giai đoạn 2020 - 2025, phương hướng, nhiệm vụ công tác thi đua, khen thưởng giai đoạn 2025 - 2030'
		}),
		templateItem({ kinds: ['tham_luan'], title: 'Báo cáo tham luận của các điển hình tiên tiến' }),
		templateItem({
			kinds: ['khen_thuong'],
			title: 'Biểu dương, tôn vinh, khen thưởng các điển hình tiên tiến'
		}),
		templateItem({ kinds: ['phat_dong'], title: 'Phát động phong trào thi đua giai đoạn 2025 - 2030' }),
		templateItem({ kinds: ['huong_ung'], title: 'Phát biểu hưởng ứng phát động phong trào thi đua' }),
		templateItem({ kinds: ['thong_qua'], title: 'Thông qua danh sách đại biểu đi dự Đại hội cấp trên' }),
		templateItem({ kinds: ['be_mac', 'tong_ket'], title: 'Tổng kết và bế mạc' })
	],
	programmeNotes: ['Không có mục Chào cờ.', 'Không nêu thời lượng từng mục.'],
	awards: {
		authority: 'Chủ tịch UBND xã; Chủ tịch UBND tỉnh (nếu có)',
		priority: 'ưu tiên đơn vị, cá nhân là người lao động trực tiếp',
		quotas: null
	},
	duties: [
		{
			unit: 'Phòng Văn hóa - Xã hội',
			tags: ['plan', 'programme', 'awards', 'propaganda', 'budget_estimate'],
			tasks: [
				'Gửi kế hoạch, lịch tổ chức, báo cáo tổng kết, nội dung, chương trình về Hội đồng TĐKT tỉnh (qua Sở Nội vụ) trước khi tổ chức 15 ngày',
				'Hướng dẫn biểu dương, khen thưởng; trình Chủ tịch UBND xã, Chủ tịch UBND tỉnh (nếu có) khen thưởng, hoàn thành trước 10/8/2025',
				'Kế hoạch tuyên truyền; ấn phẩm; chuyên mục, chuyên trang, fanpage',
				'Kế toán Phòng: dự trù kinh phí tổ chức Hội nghị và tham dự Đại hội tỉnh'
			]
		},
		{
			unit: 'Ủy ban MTTQ xã, các đoàn thể (đề nghị)',
			tags: ['propaganda', 'award_nomination'],
			tasks: ['Vận động tham gia, hưởng ứng; phát hiện, giới thiệu gương người tốt việc tốt; tuyên truyền']
		},
		{
			unit: 'Cơ quan, đơn vị, các thôn',
			tags: ['award_nomination'],
			tasks: ['Xem xét, lựa chọn điển hình tiên tiến tiêu biểu']
		}
	],
	dutyOverlaps: [],
	presidium: null,
	slogans: null,
	deadlines: [
		{
			what: 'Gửi kế hoạch, lịch, báo cáo tổng kết, nội dung, chương trình về Hội đồng TĐKT tỉnh (qua Sở Nội vụ)',
			date: null,
			relation: '15_days_before_event',
			derivedDate: '2025-08-05',
			note: '2025-08-05 = 15 ngày trước 20/8/2025, do người tổng hợp tính'
		},
		{ what: 'Hoàn thành trình khen thưởng', date: '2025-08-10', relation: 'before' },
		{ what: 'Ngày tổ chức (dự kiến)', date: '2025-08-20', relation: 'planned' }
	],
	reportingAfter: [{ text: 'Vướng mắc báo cáo UBND xã (qua Phòng Văn hóa - Xã hội)', due: null }],
	requirements: ['trang trọng, thiết thực, tiết kiệm, tránh phô trương, hình thức, lãng phí'],
	substitutesInvitation: false,
	substitutesInvitationText: null,
	twoMcs: false
};
