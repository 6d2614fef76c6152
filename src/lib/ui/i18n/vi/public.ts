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
		'Thông tin chỉ dùng để tổ chức hội nghị này và được xóa sau khi hoàn thành báo cáo. Hội nghị có quay phim, chụp ảnh.',
	'public.notPublished': 'Chương trình hội nghị chưa được công bố. Trang này tự mở khi Ban Tổ chức công bố.',
	'public.mineSoonTitle': 'Giấy mời hợp lệ – trang này chưa mở',
	'public.mineSoon':
		'Chỗ ngồi, đường vào và chương trình sẽ tự hiện ở đây khi Ban Tổ chức công bố. Xin giữ giấy mời để đưa tại bàn đón tiếp.',
	'public.notPublishedTitle': 'Chưa công bố',
	'public.unknownTitle': 'CHƯA TÌM THẤY',
	'public.unknown':
		'Không tìm thấy giấy mời này. Xin mở lại đường dẫn hoặc quét lại mã trên giấy mời; tại hội trường, mời đến bàn hỗ trợ.',
	'public.reissuedTitle': 'Giấy mời đã được cấp lại',
	'public.reissued':
		'Mã này thuộc giấy mời cũ. Xin dùng giấy mời mới nhất, hoặc đến bàn hỗ trợ tại hội trường.',
	'public.withdrawnTitle': 'CẦN BAN TỔ CHỨC XÁC NHẬN',
	'public.withdrawn': 'Mời liên hệ Ban Tổ chức hoặc bàn hỗ trợ tại hội trường.',
	'public.noCode': 'Đường dẫn thiếu mã giấy mời. Xin mở lại đường dẫn đầy đủ hoặc quét mã trên giấy mời.',
	'public.received': 'Đã đón',
	'public.seatRow': 'Hàng',
	'public.seatNumber': 'Ghế',
	'public.seatDoor': 'Cửa vào: {door}',
	'public.seatPending': 'Chờ xếp chỗ. Số ghế hiện tại đây khi có.',
	'public.seatMoved': 'Chỗ ngồi mới (khác giấy mời)',
	'public.state.past': 'Đã xong',
	'public.state.skipped': 'Không thực hiện',
	'public.aboutTime': 'khoảng {time}',
	'public.endsAbout': 'Dự kiến kết thúc khoảng {time}',
	'public.empty': 'Chưa có chương trình',
	'public.emptyHint': 'Các mục hiện tại đây khi Ban Tổ chức soạn xong.'
} as const;
