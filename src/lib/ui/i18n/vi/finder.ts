/** Owns: the board in the lobby where people find their seat by name. */
export const finder = {
	'finder.title': 'Tìm chỗ ngồi',
	'finder.hint': 'Chạm chữ cái đầu của tên (không phải họ), ví dụ: Nông Văn Thành – chữ T.',
	'finder.field': 'Tên đại biểu',
	'finder.keys': 'Bàn phím',
	'finder.space': 'Dấu cách',
	'finder.back': 'Xóa một chữ',
	'finder.clear': 'Xóa hết',
	'finder.letter': 'Chữ {letter}',
	'finder.count': '{count} đại biểu',
	'finder.more': 'Còn {count} người nữa – gõ thêm chữ để thấy',
	'finder.none': 'Chưa tìm thấy “{query}”. Mời quý đại biểu tới bàn đón tiếp.',
	'finder.another': 'Tìm người khác',
	'finder.waiting': 'Chờ xếp chỗ – mời tới bàn đón tiếp',
	'finder.seat': '{block}, hàng {row}, ghế {seat}',
	'finder.empty': 'Danh sách chỗ ngồi chưa có',
	'finder.emptyHint': 'Danh sách tự hiện ở đây khi Ban Tổ chức xếp chỗ.',
	'finder.namesakes': 'Có người trùng tên: xin xem đơn vị',
	'finder.offline': 'Thông tin có thể đã thay đổi – nếu ghế có người, mời tới bàn đón tiếp.'
} as const;
