/** Owns: the name of every role. */
export const roles = {
	'role.admin': 'Ban Tổ chức',
	'role.reception': 'Lễ tân đón tiếp',
	'role.usher': 'Hướng dẫn chỗ ngồi',
	'role.stage': 'Điều hành sân khấu',
	'role.awards': 'Điều hành trao thưởng',
	'role.mc': 'Người dẫn chương trình (MC)',
	'role.chair': 'Chủ tọa',
	'role.reader': 'Người công bố quyết định khen thưởng',
	'role.presenter-1': 'Lễ tân trao thưởng 1',
	'role.presenter-2': 'Lễ tân trao thưởng 2',
	'role.marshal': 'Người xếp hàng ở cánh gà',
	'role.steward': 'Người dẫn lãnh đạo lên sân khấu',
	'role.tech': 'Âm thanh, ánh sáng',
	'role.recorder': 'Thư ký tổng hợp',
	'role.security': 'An ninh, y tế',
	'role.projector': 'Màn hình chiếu',
	'role.overlay': 'Lớp chữ truyền hình',
	'role.board': 'Bảng tìm chỗ ngồi',
	'role.kiosk': 'Màn tra cứu chỗ ngồi',
	'role.viewer': 'Người theo dõi',
	'role.delegate': 'Đại biểu'
} as const;
