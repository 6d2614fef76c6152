/** Owns: the invented offices and recipients of the demonstration, in plan 000's order of groups; names come later. */

const COMMUNE = 'xã Trùng Khánh';

const VILLAGES = [
	...[
		'Nà Mò',
		'Pác Rằng',
		'Bản Khấy',
		'Cốc Chia',
		'Nà Sao',
		'Lũng Đính',
		'Bản Luông',
		'Phia Muông',
		'Nà Giốc'
	],
	...[
		'Keo Hin',
		'Bó Đa',
		'Thoong Lẩu',
		'Đông Luông',
		'Pò Tấu',
		'Nà Phai',
		'Lũng Hoài',
		'Bản Đâu',
		'Khuổi Luông'
	]
];
const SCHOOLS = [
	...['Trường Mầm non Sao Mai', 'Trường Mầm non Hoa Lê', 'Trường Tiểu học số 1', 'Trường Tiểu học số 2'],
	...[
		'Trường THCS Bản Luông',
		'Trường THCS Nà Sao',
		'Trường PTDT bán trú THCS Lũng Đính',
		'Trường THPT Trùng Khánh'
	]
];
const FRONT = ['Hội Liên hiệp Phụ nữ', 'Hội Nông dân', 'Hội Cựu chiến binh', 'Đoàn Thanh niên'];
const OFFICES = [
	...['Phòng Văn hóa - Xã hội', 'Phòng Kinh tế', 'Trung tâm Phục vụ hành chính công'],
	'Trung tâm Văn hóa và Truyền thông'
];
const FIRMS = [
	...[
		'Công ty TNHH Nông sản Hạt Dẻ Xanh',
		'Hợp tác xã Dược liệu Phia Muông',
		'Hợp tác xã Miến dong Cốc Chia'
	],
	...['Doanh nghiệp tư nhân Vật liệu xây dựng Bản Luông', 'Công ty TNHH Du lịch cộng đồng Thác Bạc']
];

export type Post = {
	title: string;
	unit: string;
	group: number | null;
	vip?: boolean;
	honorific?: string;
	name?: string;
};

/** The offices in the plan's order of groups; names are dealt out afterwards. */
export function posts(): Post[] {
	const list: Post[] = [];
	const add = (group: number | null, title: string, unit: string, more: Partial<Post> = {}) =>
		list.push({ group, title, unit, ...more });
	const leader = { vip: true, honorific: 'Đồng chí' };

	add(null, 'Phó Chủ tịch UBND tỉnh', 'UBND tỉnh Cao Bằng', leader);
	add(null, 'Phó Giám đốc Sở Nội vụ', 'Sở Nội vụ tỉnh Cao Bằng', leader);
	add(null, 'Phó Trưởng Ban Tuyên giáo và Dân vận Tỉnh ủy', 'Tỉnh ủy Cao Bằng', leader);

	add(1, 'Bí thư Đảng ủy, Chủ tịch HĐND xã', `Đảng ủy ${COMMUNE}`, leader);
	add(1, 'Phó Bí thư Thường trực Đảng ủy', `Đảng ủy ${COMMUNE}`, leader);
	add(1, 'Phó Bí thư Đảng ủy, Chủ tịch UBND xã', `UBND ${COMMUNE}`, leader);
	add(1, 'Ủy viên Ban Thường vụ Đảng ủy, Phó Chủ tịch HĐND xã', `HĐND ${COMMUNE}`, leader);
	add(1, 'Ủy viên Ban Thường vụ Đảng ủy, Phó Chủ tịch UBND xã', `UBND ${COMMUNE}`, leader);
	add(1, 'Phó Chủ tịch UBND xã', `UBND ${COMMUNE}`, leader);
	add(1, 'Trưởng Ban Kinh tế - Ngân sách HĐND xã', `HĐND ${COMMUNE}`);
	add(1, 'Trưởng Ban Văn hóa - Xã hội HĐND xã', `HĐND ${COMMUNE}`);
	add(1, 'Nguyên Bí thư Đảng ủy', `Đảng ủy ${COMMUNE}`, { honorific: 'Ông' });

	for (const unit of ['Ban Xây dựng Đảng', 'Ủy ban Kiểm tra Đảng ủy', 'Văn phòng Đảng ủy'])
		for (const title of ['Trưởng', 'Phó', 'Chuyên viên']) add(2, partyTitle(title, unit), unit);
	const front = 'Ủy ban MTTQ Việt Nam xã';
	add(2, 'Ủy viên Ban Thường vụ Đảng ủy, Chủ tịch Ủy ban MTTQ Việt Nam xã', front, leader);
	for (const unit of FRONT) {
		const head = unit === 'Đoàn Thanh niên' ? 'Bí thư' : 'Chủ tịch';
		const women = unit.includes('Phụ nữ') ? { honorific: 'Bà' } : {};
		add(2, head, `${unit} xã`, women);
		add(2, `Phó ${head}`, `${unit} xã`, women);
	}

	add(3, 'Chánh Văn phòng', 'Văn phòng HĐND và UBND xã');
	for (const title of ['Phó Chánh Văn phòng', 'Chuyên viên', 'Chuyên viên'])
		add(3, title, 'Văn phòng HĐND và UBND xã');
	for (const unit of OFFICES) {
		const head = unit.startsWith('Trung tâm') ? 'Giám đốc' : 'Trưởng phòng';
		for (const title of [head, `Phó ${head}`, 'Chuyên viên', 'Viên chức']) add(3, title, `${unit} xã`);
	}

	for (const title of ['Trưởng Công an xã', 'Phó Trưởng Công an xã', 'Cán bộ', 'Cán bộ'])
		add(4, title, 'Công an xã');
	for (const title of ['Chỉ huy trưởng', 'Chính trị viên phó', 'Phó Chỉ huy trưởng', 'Trợ lý'])
		add(4, title, 'Ban Chỉ huy Quân sự xã');

	for (const unit of SCHOOLS)
		for (const title of ['Hiệu trưởng', 'Phó Hiệu trưởng'].slice(0, unit.includes('THPT') ? 1 : 2))
			add(5, title, unit);
	for (const unit of SCHOOLS.slice(0, 6)) add(5, 'Giáo viên', unit);
	for (const title of ['Trạm trưởng', 'Bác sĩ', 'Y sĩ']) add(5, title, 'Trạm Y tế xã');

	for (const village of VILLAGES.slice(0, 15)) {
		add(6, 'Bí thư Chi bộ', `Xóm ${village}`);
		add(6, 'Trưởng xóm', `Xóm ${village}`);
	}
	for (let n = 1; n <= 4; n++) add(6, 'Tổ trưởng Tổ dân phố', `Tổ dân phố ${n}`);

	for (const unit of FIRMS) {
		const head = unit.startsWith('Hợp tác xã') ? 'Chủ tịch Hội đồng quản trị' : 'Giám đốc';
		add(7, head, unit);
		add(7, `Phó ${head}`, unit);
	}
	for (const recipient of recipients()) add(8, recipient.title, recipient.unit, recipient.more);
	return list;
}

function partyTitle(title: string, unit: string): string {
	if (title === 'Chuyên viên') return title;
	if (unit.startsWith('Văn phòng')) return title === 'Trưởng' ? 'Chánh Văn phòng' : 'Phó Chánh Văn phòng';
	if (unit.startsWith('Ủy ban')) return title === 'Trưởng' ? 'Chủ nhiệm' : 'Phó Chủ nhiệm';
	return title === 'Trưởng' ? 'Trưởng ban' : 'Phó Trưởng ban';
}

export type RecipientKind = 'collective' | 'household' | 'individual';
export type Recipient = { kind: RecipientKind; title: string; unit: string; more: Partial<Post> };

/** 8 collectives, 4 households, 12 individuals: two namesakes among them, and some long names. */
export function recipients(): Recipient[] {
	const collective = (unit: string, title: string): Recipient => ({
		kind: 'collective',
		unit,
		title,
		more: unit.includes('Phụ nữ') ? { honorific: 'Bà' } : {}
	});
	const household = (village: string, honorific: string): Recipient => ({
		kind: 'household',
		unit: `Xóm ${village}`,
		title: 'Chủ hộ',
		more: { honorific }
	});
	const person = (title: string, unit: string, honorific?: string, name?: string): Recipient => ({
		kind: 'individual',
		title,
		unit,
		more: { honorific, name }
	});
	return [
		collective('Chi bộ xóm Bản Luông', 'Phó Bí thư Chi bộ'),
		collective('Trường PTDT bán trú THCS Lũng Đính', 'Chủ tịch Công đoàn'),
		collective('Chi hội Phụ nữ xóm Nà Sao', 'Chi hội trưởng'),
		collective('Tổ An ninh trật tự cơ sở xóm Pò Tấu', 'Tổ trưởng'),
		collective('Hợp tác xã Dệt thổ cẩm Đông Luông', 'Giám đốc'),
		collective('Câu lạc bộ Hát Then - Đàn tính Khuổi Luông', 'Chủ nhiệm'),
		collective('Ban Công tác Mặt trận xóm Keo Hin', 'Trưởng ban'),
		collective('Xóm văn hóa Thoong Lẩu', 'Trưởng xóm'),
		household('Bó Đa', 'Ông'),
		household('Nà Phai', 'Bà'),
		household('Lũng Hoài', 'Ông'),
		household('Bản Đâu', 'Bà'),
		person('Nông dân sản xuất giỏi', 'Xóm Nà Mò', 'Ông', 'Hoàng Văn Sơn'),
		person('Nông dân sản xuất giỏi', 'Xóm Cốc Chia', 'Ông', 'Hoàng Văn Sơn'),
		person('Người có uy tín', 'Xóm Phia Muông', 'Ông'),
		person('Mẹ Việt Nam Anh hùng', 'Xóm Nà Giốc', 'Mẹ Việt Nam Anh hùng', 'Đàm Thị Slao'),
		person('Nghệ nhân hát Then', 'Xóm Khuổi Luông', 'Nghệ nhân ưu tú', 'Nông Hoàng Thị Phương Thảo Nguyên'),
		person('Giáo viên', 'Trường Tiểu học số 2', 'Bà'),
		person('Bác sĩ', 'Trạm Y tế xã', 'Ông'),
		person('Công an viên', 'Công an xã', 'Đồng chí'),
		person('Dân quân cơ động', 'Ban Chỉ huy Quân sự xã', 'Đồng chí'),
		person('Học sinh đạt giải Nhì cấp tỉnh', 'Trường THPT Trùng Khánh', 'Em', 'Nông Thị Ánh'),
		person('Chuyên viên', 'Phòng Văn hóa - Xã hội xã', 'Bà'),
		person('Công nhân', 'Công ty TNHH Nông sản Hạt Dẻ Xanh', 'Anh')
	];
}
