/** Owns: giving a phone its role, watching the devices, taking a device back. */
export const devices = {
	'device.title': 'Thiết bị',
	'device.enrol': 'Giao việc cho thiết bị',
	'device.enrolHint': 'Người nhận việc dùng điện thoại quét mã này. Mã dùng một lần, hết hạn lúc {time}.',
	'device.name': 'Tên thiết bị',
	'device.rename': 'Đổi tên thiết bị',
	'device.role': 'Nhiệm vụ',
	'device.changeRole': 'Giao nhiệm vụ khác',
	'device.revoke': 'Thu hồi thiết bị',
	'device.revoked': 'Đã thu hồi',
	'device.waitingApproval': 'Chờ Ban Tổ chức đồng ý',
	'device.approve': 'Đồng ý cho dùng',
	'device.lastSeen': 'Thấy lần cuối lúc {time}',
	'device.queued': '{count} lượt chưa gửi',
	'device.battery': 'Pin {percent}%',
	'device.clockOff': 'Đồng hồ lệch {duration}',
	'device.youAre': 'Thiết bị này: {role}',
	'device.empty': 'Chưa có thiết bị nào được giao việc',
	'device.emptyHint': 'Chọn nhiệm vụ rồi đưa mã QR cho người nhận việc quét.'
} as const;
