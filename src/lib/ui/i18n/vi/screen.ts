/** Owns: what the frame around every role's screen says. */
export const screen = {
	'screen.cameraNeedsHttps':
		'Camera trực tiếp cần kết nối an toàn. Vẫn có thể chụp ảnh mã, dùng máy quét hoặc tìm theo tên.',
	'setup.link': 'Đặt mật khẩu quản trị lần đầu (chỉ dùng một lần)',
	'common.otherLanguage': 'English',
	'screen.checkDevice': 'Kiểm tra thiết bị',
	'screen.firstData': 'Đang lấy dữ liệu hội nghị…',
	'screen.refusedTitle': 'Chưa vào được màn hình này',
	'screen.toHome': 'Về trang đầu',
	'screen.again': 'Thử lại',
	'screen.movedTitle': 'Thiết bị được giao việc khác',
	'screen.moved': 'Ban Tổ chức đã chuyển thiết bị này sang việc khác. Đang mở màn hình mới…',
	'screen.notReachable':
		'Chưa liên lạc được với máy chủ. Kiểm tra Wi-Fi của hội trường; trang này tự thử lại.'
} as const;
