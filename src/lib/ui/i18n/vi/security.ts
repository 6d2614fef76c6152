/** Owns: the sentences of security's and the medics' screen. */
export const security = {
	'security.now': 'Đang diễn ra',
	'security.before': 'Chưa bắt đầu',
	'security.ended': 'Chương trình đã kết thúc',
	'security.next': 'Tiếp theo: {item}',
	'security.vips': 'Đại biểu quan trọng đã đến',
	'security.of': '{present}/{of}',
	'security.noVips': 'Chưa có đại biểu quan trọng nào đến.',
	'security.lounge': 'Phòng khách',
	'security.buses': 'Các đoàn đông người đã đến'
};
