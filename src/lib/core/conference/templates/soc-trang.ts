/** Owns: the frame of plan 003 for several levels, with a Presidium and a cap per level. */
import { templateItem, type ConferenceTemplate } from '../template';

export const socTrang: ConferenceTemplate = {
	id: '003-soc-trang-2019',
	textQuality: 'reconstructed',
	document: {
		type: 'Kế hoạch',
		number: '128/KH-UBND',
		date: '2019-09',
		dateNote: "ngày không đọc được (OCR '\\L')",
		uncertain: true,
		issuer: 'Ủy ban nhân dân tỉnh Sóc Trăng',
		basis: [
			'Kế hoạch số 19/KH-HĐTĐKT ngày 24/5/2019 của Hội đồng Thi đua - Khen thưởng Trung ương',
			'Hướng dẫn số 1149/HD-BTĐKT ngày 18/6/2019 của Ban Thi đua - Khen thưởng Trung ương'
		]
	},
	title:
		'Tổ chức Hội nghị điển hình tiên tiến các cấp tiến tới Đại hội thi đua yêu nước tỉnh Sóc Trăng lần thứ V',
	titleTemplates: {
		hoi_nghi: [
			'Hội nghị điển hình tiên tiến … (tên đơn vị)',
			'Lần thứ … (2020 - 2025)',
			'Địa điểm, ngày … tháng … năm 2020'
		],
		dai_hoi_tinh: [
			'Đại hội thi đua yêu nước tỉnh Sóc Trăng',
			'Lần thứ V (2020 - 2025)',
			'Sóc Trăng, ngày … tháng … năm 2020'
		]
	},
	backdropLines: null,
	theme: null,
	form: 'Hội nghị điển hình tiên tiến / Đại hội thi đua yêu nước',
	formCode: 'hoi_nghi',
	level: 'khung nhiều cấp (cơ sở, trên cơ sở, tỉnh)',
	levels: [
		{
			code: 'co_so',
			name: 'Cấp cơ sở (xã, phường, thị trấn, các doanh nghiệp)',
			form: 'Hội nghị điển hình tiên tiến',
			schedule: '1/2 ngày vào Quý I năm 2020',
			maxDelegates: 200,
			rule: 'Dưới 200 cán bộ, công chức, viên chức, người lao động: Hội nghị toàn thể. Trên 200: Hội nghị đại biểu, số lượng do đơn vị quyết định nhưng không quá 200 đại biểu.',
			ruleGap: 'Trường hợp đúng 200 người văn bản không nói.',
			ratio: { exemplary: 0.7, guests: 0.3, approx: true },
			composition:
				'Đại biểu khách mời; đại diện lãnh đạo cấp ủy, chính quyền; đại diện tập thể và cá nhân Anh hùng Lao động, Anh hùng LLVT Nhân dân, Chiến sĩ thi đua, điển hình tiên tiến'
		},
		{
			code: 'tren_co_so',
			name: 'Cấp trên cơ sở (sở, ban ngành, đơn vị sự nghiệp, cơ quan Đảng, UBMTTQ và đoàn thể tỉnh, cơ quan Trung ương đóng tại tỉnh, huyện, thị xã, thành phố)',
			form: 'Hội nghị điển hình tiên tiến',
			schedule: '1/2 ngày vào Quý II năm 2020',
			maxDelegates: 300,
			ratio: { exemplary: 0.7, guests: 0.3, approx: true },
			composition:
				'Như cấp cơ sở; cân đối ngành, địa phương, lĩnh vực, thành phần kinh tế, dân tộc, tôn giáo; đại biểu nữ, trẻ tuổi; chú trọng người lao động trực tiếp, điển hình mới'
		},
		{
			code: 'chi_dao_diem',
			name: 'Đơn vị chỉ đạo điểm',
			schedule: 'hoàn thành trong Quý I năm 2020',
			places: [
				'Sở Lao động - Thương binh và Xã hội',
				'Công ty TNHH Một thành viên Xổ số Kiến thiết Sóc Trăng',
				'huyện Châu Thành'
			],
			note: 'Mời thêm một số đơn vị cùng cấp để học tập, rút kinh nghiệm'
		},
		{
			code: 'tinh',
			name: 'Cấp tỉnh',
			form: 'Đại hội thi đua yêu nước tỉnh Sóc Trăng lần thứ V',
			schedule: '01 ngày vào Quý III năm 2020',
			maxDelegates: 500,
			groups: [
				'Ban Thường vụ Tỉnh ủy, Chủ tịch và các Phó Chủ tịch HĐND tỉnh, Chủ tịch và các Phó Chủ tịch UBND tỉnh, Chủ tịch UBMTTQ Việt Nam tỉnh, Trưởng Đoàn, Phó Trưởng Đoàn ĐBQH tỉnh, các thành viên Hội đồng TĐKT tỉnh',
				'Chiến sĩ thi đua toàn quốc',
				'Bà mẹ Việt Nam Anh hùng (chọn trong số những Bà mẹ khỏe mạnh)',
				'Đại diện tập thể, cá nhân Anh hùng trong thời kỳ đổi mới',
				'Đại diện Thầy thuốc Nhân dân/Ưu tú, Nhà giáo Nhân dân/Ưu tú, Nghệ sĩ Nhân dân/Ưu tú, Nghệ nhân Nhân dân/Ưu tú…',
				'Đại diện tập thể, cá nhân được Chủ tịch nước tặng thưởng Huân chương các hạng từ năm 2016 đến nay',
				'Đại diện tập thể và cá nhân là các gương điển hình tiên tiến',
				'Lãnh đạo các Sở, ban ngành, đơn vị sự nghiệp, cơ quan Đảng, đoàn thể tỉnh, cơ quan Trung ương đóng tại tỉnh',
				'Lãnh đạo các huyện, thị xã, thành phố; các doanh nghiệp trên địa bàn tỉnh',
				'Khách mời, các cơ quan Báo, Đài trong tỉnh và khu vực'
			],
			decidedBy: 'Thường trực Hội đồng TĐKT tỉnh đề xuất, UBND tỉnh quyết định'
		}
	],
	locality: { commune: null, province: 'tỉnh Sóc Trăng' },
	organiser: 'Ủy ban nhân dân tỉnh Sóc Trăng (ban hành); các đơn vị, địa phương tự tổ chức hội nghị cấp mình',
	schedule: { text: 'Theo cấp, xem levels', date: null, start: null, end: null, liveBroadcast: false },
	hardEnd: null,
	venue: null,
	capacity: {
		text: null,
		max: null,
		expected: null,
		total: null,
		byLevel: { co_so: 200, tren_co_so: 300, tinh: 500 }
	},
	groups: [],
	unitQuotas: [],
	ratio: { exemplary: 0.7, guests: 0.3, approx: true, appliesTo: ['co_so', 'tren_co_so'] },
	selectionRules: [],
	programme: [
		templateItem({ kinds: ['chao_co'], title: 'Chào cờ' }),
		templateItem({
			kinds: ['tuyen_bo_ly_do', 'khai_mac'],
			title: 'Tuyên bố lý do, giới thiệu đại biểu và khai mạc'
		}),
		templateItem({
			kinds: ['bao_cao'],
			title:
				'Báo cáo đánh giá kết quả thực hiện các phong trào thi đua và công tác khen thưởng giai đoạn 2015 - 2020, phương hướng, nhiệm vụ giai đoạn 2020 - 2025'
		}),
		templateItem({
			kinds: ['tham_luan', 'giao_luu', 'phong_su'],
			title: 'Báo cáo tham luận của các điển hình tiên tiến (hoặc Tọa đàm, xem phóng sự)',
			alternatives: true,
			note: 'ba phương án thay thế nhau'
		}),
		templateItem({
			kinds: ['khen_thuong'],
			title: 'Biểu dương, tôn vinh, khen thưởng các điển hình tiên tiến'
		}),
		templateItem({ kinds: ['phat_dong'], title: 'Phát động phong trào thi đua giai đoạn 2020 - 2025' }),
		templateItem({ kinds: ['huong_ung'], title: 'Phát biểu hưởng ứng phong trào thi đua' }),
		templateItem({ kinds: ['thong_qua'], title: 'Thông qua danh sách đại biểu dự Đại hội cấp trên' }),
		templateItem({ kinds: ['be_mac', 'tong_ket'], title: 'Tổng kết và bế mạc' })
	],
	programmeNotes: ['Chương trình không có mục Văn nghệ chào mừng.', 'Không nêu thời lượng từng mục.'],
	awards: {
		authority:
			'Sở Nội vụ đề xuất Chủ tịch UBND tỉnh xem xét khen thưởng tập thể, cá nhân có thành tích đặc biệt xuất sắc giai đoạn 2015 - 2020',
		quotas: null
	},
	duties: [
		{
			unit: 'Thủ trưởng sở, ban ngành, đơn vị; Chủ tịch UBND huyện, thị xã, thành phố; Giám đốc doanh nghiệp',
			tags: ['plan', 'delegate_selection'],
			tasks: [
				'Xây dựng Kế hoạch tổ chức Hội nghị điển hình tiên tiến, lựa chọn đại biểu dự Đại hội tỉnh đúng đối tượng và số lượng quy định'
			]
		},
		{
			unit: 'Sở Nội vụ (Thường trực Hội đồng TĐKT tỉnh)',
			tags: ['committee', 'delegate_allocation', 'report', 'budget', 'awards'],
			tasks: [
				'Thành lập Ban Tổ chức Đại hội và các Tiểu ban',
				'Phân bổ số lượng và thành phần đại biểu dự Đại hội tỉnh',
				'Báo cáo đánh giá; phát động phong trào thi đua',
				'Dự toán kinh phí; hướng dẫn lựa chọn điển hình',
				'Đề xuất khen thưởng',
				'Phối hợp lựa chọn đại biểu dự Đại hội toàn quốc lần thứ X'
			]
		},
		{
			unit: 'Văn phòng UBND tỉnh',
			tags: ['logistics'],
			tasks: ['Phối hợp Sở Nội vụ và cơ quan liên quan chuẩn bị các nội dung phục vụ Đại hội']
		},
		{
			unit: 'Sở VHTTDL, Sở Thông tin và Truyền thông, Báo Sóc Trăng, Đài PTTH Sóc Trăng',
			tags: ['propaganda'],
			tasks: ['Kế hoạch tuyên truyền trước, trong và sau Đại hội']
		},
		{
			unit: 'Ban Tổ chức và ba Tiểu ban',
			tags: ['committee'],
			tasks: ['Tiểu ban Nội dung', 'Tiểu ban Tuyên truyền', 'Tiểu ban Phục vụ']
		}
	],
	dutyOverlaps: [],
	presidium: {
		name: 'Đoàn Chủ tịch',
		min: 5,
		max: 9,
		approx: true,
		composition:
			'đại diện lãnh đạo Đảng, chính quyền, đoàn thể, cá nhân Anh hùng và gương điển hình tiên tiến',
		duty: 'tổ chức, điều hành Hội nghị, Đại hội từ lúc khai mạc đến khi bế mạc'
	},
	slogans: null,
	deadlines: [
		{
			what: 'Gửi Kế hoạch tổ chức Hội nghị và Quyết định thành lập Ban Tổ chức về Sở Nội vụ',
			date: '2020-02-28',
			relation: 'no_later_than'
		}
	],
	reportingAfter: [
		{
			text: 'Gửi báo cáo ngay khi tổ chức xong Hội nghị điển hình tiên tiến của đơn vị, địa phương',
			due: { relation: 'immediately_after' },
			to: 'Sở Nội vụ'
		}
	],
	requirements: ['trang trọng, thiết thực, tiết kiệm, tránh phô trương, hình thức'],
	substitutesInvitation: false,
	substitutesInvitationText: null,
	twoMcs: false
};
