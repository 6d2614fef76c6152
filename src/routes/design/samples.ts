/**
 * Owns: the longest words the screens must hold, for the page that shows every component.
 * Sample content as an office would type it, so it is data and stands outside the catalogue.
 */
export const samples = {
	conference:
		'Hội nghị Tuyên dương điển hình tiên tiến xã Trùng Khánh lần thứ I (2025–2030) tiến tới Đại hội Thi đua yêu nước tỉnh Cao Bằng lần thứ VI',
	marks: 'Ẩ Ễ Ộ Ữ Ặ Ỗ Ỷ Ẵ – ậ ễ ộ ữ ặ ỵ g y p q – NGUYỄN THỊ HỒNG NGỰ ĐẶNG KHƯƠNG',
	shortName: 'Đồng chí Lý Văn Tư',
	longName: 'Mẹ Việt Nam Anh hùng Nguyễn Thị Hồng Phương Khuyên',
	unit: 'Ủy ban Mặt trận Tổ quốc Việt Nam và các tổ chức chính trị - xã hội xã Trùng Khánh',
	position:
		'Phó Chủ nhiệm Ủy ban Kiểm tra Đảng ủy kiêm Trưởng phòng Văn hóa - Xã hội, Phó Trưởng Ban Tổ chức Hội nghị',
	item: 'Thông qua danh sách đại biểu dự Hội nghị điển hình tiên tiến tỉnh Cao Bằng tiến tới Đại hội Thi đua yêu nước toàn quốc lần thứ XI',
	authority: 'CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ TRÙNG KHÁNH',
	award: 'GIẤY KHEN',
	village: 'Khối 3',
	address: 'https://khanh-tiet.example/m#ABCDEFGHJKMNPQRTUV234679'
};

/** 28/8/2025, 7:41 in Vietnam. */
export const sampleTime = Date.UTC(2025, 7, 28, 0, 41);
