/** Owns: what delegates see on their own phones and on the look-up screen in the lobby. */
export const publicArea = {
	'public.invitation': 'Giấy mời',
	'public.invites': 'Trân trọng kính mời',
	'public.toAttend': 'Tới dự',
	'public.time': 'Thời gian',
	'public.venue': 'Địa điểm',
	'public.yourSeat': 'Chỗ ngồi của đại biểu',
	'public.programme': 'Chương trình',
	'public.liveNow': 'Đang diễn ra',
	'public.showAtDesk': 'Xin đưa mã này tại bàn đón tiếp',
	'public.findSeat': 'Tra cứu chỗ ngồi',
	'public.notStarted': 'Chương trình sẽ bắt đầu lúc {time}',
	'public.ended': 'Chương trình đã kết thúc. Trân trọng cảm ơn.',
	'public.privacy':
		'Thông tin chỉ dùng để tổ chức hội nghị này và được xóa sau khi hoàn thành báo cáo. Hội nghị có quay phim, chụp ảnh.'
} as const;
