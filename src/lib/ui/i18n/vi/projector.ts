/** Owns: the words on the big screen and the broadcast overlay. */
export const projector = {
	'projector.title': 'Màn hình chiếu',
	'projector.welcome': 'Nhiệt liệt chào mừng các đại biểu đến dự',
	'projector.speech': 'THAM LUẬN',
	'projector.awardHeading': 'TRAO {award} CỦA {authority}',
	'projector.fullScreen': 'Toàn màn hình',
	'projector.dragHere': 'Kéo cửa sổ này sang màn hình chiếu rồi nhấn “Toàn màn hình”',
	'projector.waiting': 'Màn hình sẵn sàng, chờ chương trình bắt đầu',
	'projector.present': 'Có mặt {present} đại biểu',
	'projector.thanks': 'Trân trọng cảm ơn các đại biểu',
	'overlay.title': 'Lớp chữ truyền hình',
	'projector.controls': 'Màn hình chiếu',
	'projector.exitFullScreen': 'Thu nhỏ',
	'projector.theme.auto': 'Nền theo thiết lập',
	'projector.theme.maket': 'Nền đỏ maket',
	'projector.theme.ivory': 'Nền ngà',
	'projector.flag': 'Quốc kỳ',
	'projector.black': 'Màn hình đang để tối'
} as const;
