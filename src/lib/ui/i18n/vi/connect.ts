/** Owns: bringing a phone onto the hall's network and into the app. */
export const connect = {
	'connect.title': 'Kết nối thiết bị',
	'connect.wifi': 'Vào Wi-Fi “{network}”',
	'connect.mobileDataOff': 'Tắt dữ liệu di động, chọn giữ kết nối khi máy báo “Wi-Fi không có Internet”.',
	'connect.scan': 'Mở máy ảnh, quét mã QR này',
	'connect.openAddress': 'Hoặc mở địa chỉ {address}',
	'connect.trust': 'Tin cậy chứng chỉ của máy chủ',
	'connect.fingerprint': 'So dãy số này với màn hình máy chủ: {fingerprint}',
	'connect.test': 'Kiểm tra kết nối',
	'connect.testOk': 'Kết nối tốt. Có thể bắt đầu làm việc.',
	'connect.testBad': 'Chưa tới được máy chủ. Kiểm tra Wi-Fi và tắt dữ liệu di động rồi thử lại.',
	'connect.inZalo': 'Đường dẫn đang mở trong Zalo',
	'connect.openInBrowser': 'Mở bằng Chrome / Safari',
	'connect.install': 'Thêm vào màn hình chính',
	'connect.cameraNeedsHttps':
		'Camera trực tiếp cần kết nối an toàn. Vẫn có thể chụp ảnh mã, dùng máy quét hoặc tìm theo tên.',
	'connect.screenTimeout': 'Đặt màn hình sáng lâu nhất có thể và chuẩn bị sạc dự phòng.'
} as const;
