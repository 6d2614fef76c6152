/** Owns: what the frame around every role's screen says. */
export const screen = {
	'common.otherLanguage': 'English',
	'screen.firstData': 'Đang lấy dữ liệu hội nghị…',
	'screen.refusedTitle': 'Chưa vào được màn hình này',
	'screen.toHome': 'Về trang đầu',
	'screen.again': 'Thử lại',
	'screen.movedTitle': 'Thiết bị được giao việc khác',
	'screen.moved': 'Ban Tổ chức đã chuyển thiết bị này sang việc khác. Đang mở màn hình mới…',
	'screen.notReachable':
		'Chưa liên lạc được với máy chủ. Kiểm tra Wi-Fi của hội trường; trang này tự thử lại.'
} as const;
