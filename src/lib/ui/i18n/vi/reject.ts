/**
 * Owns: the sentence for every refusal: what happened, what was kept, what to do.
 * `<code>_plain` stands in when a value of the sentence did not arrive.
 */
export const reject = {
	'reject.command_unknown': 'Máy chủ chưa nhận thao tác này. Xin xem lại màn hình rồi bấm lại nếu còn cần.',
	'reject.invitation_reissued':
		'Giấy mời này đã được cấp lại, mã cũ không còn dùng. Xin mở giấy mời mới nhất Ban Tổ chức đã gửi.',
	'reject.protocol': 'Trang đang mở đã quá cũ so với máy chủ. Dữ liệu trên máy vẫn còn; xin tải lại trang.',
	'reject.general':
		'Chưa thực hiện được. Chưa có gì thay đổi; xin thử lại hoặc báo người phụ trách kỹ thuật.',
	'reject.unknown_command':
		'Máy chủ không hiểu thao tác này. Trang có thể đã cũ: xin tải lại trang rồi làm lại.',
	'reject.bad_shape': 'Thông tin gửi lên chưa đúng. Chưa có gì thay đổi; xin kiểm tra rồi làm lại.',
	'reject.bad_json': 'Thông tin gửi lên bị hỏng trên đường truyền. Chưa có gì thay đổi; xin làm lại.',
	'reject.not_allowed': 'Nhiệm vụ của thiết bị này không gồm thao tác đó. Mời nhờ người được giao thực hiện.',
	'reject.not_signed_in':
		'Thiết bị chưa đăng nhập hoặc phiên đã hết. Xin đăng nhập hoặc quét lại mã giao việc.',
	'reject.conference_unknown': 'Không tìm thấy hội nghị này. Xin mở lại đường dẫn Ban Tổ chức đã gửi.',
	'reject.conference_not_live': 'Hội nghị chưa mở để làm việc. Ban Tổ chức cần mở hội nghị trước.',
	'reject.conference_closed': 'Hội nghị đã đóng, số liệu được giữ nguyên. Cần sửa, mời liên hệ Ban Tổ chức.',
	'reject.offline':
		'Chưa kết nối được máy chủ nên lệnh chưa gửi. Chưa có gì thay đổi; xin đợi có mạng rồi bấm lại.',
	'reject.not_sent': 'Lệnh chưa đến máy chủ. Chưa có gì thay đổi; xin bấm lại.',
	'reject.outcome_unknown':
		'Chưa biết máy chủ đã nhận lệnh hay chưa. Xin xem mục hiện tại trước khi bấm lại.',
	'reject.id_taken': 'Thao tác này đã được ghi trước đó.',
	'reject.note_unknown': 'Tin nhắn này đã được thu hồi.',
	'reject.failed': 'Máy chủ báo chưa làm được. Chưa có gì thay đổi; xin thử lại.',
	'reject.device_unknown': 'Máy chủ chưa biết thiết bị này. Xin quét lại mã giao việc.',
	'reject.device_revoked': 'Thiết bị này đã được thu hồi. Cần dùng tiếp, mời Ban Tổ chức cấp mã mới.',
	'reject.too_many_tries': 'Đã thử quá nhiều lần. Xin đợi {minutes} phút rồi thử lại.',
	'reject.too_many_tries_plain': 'Đã thử quá nhiều lần. Xin đợi ít phút rồi thử lại.',
	'reject.command_id_reused':
		'Thao tác bị trùng mã với thiết bị khác. Chưa có gì thay đổi; xin tải lại trang rồi làm lại.',
	'reject.epoch_superseded':
		'Máy chủ dự phòng đã tiếp quản. Dữ liệu trên máy này vẫn còn; trang đang kết nối lại.',
	'reject.unavailable': 'Máy chủ tạm thời chưa trả lời. Xin đợi giây lát rồi thử lại.',
	'reject.list_frozen': 'Danh sách giới thiệu đã chốt. Người đến sau nằm ở “Giới thiệu bổ sung”.',
	'reject.list_not_frozen': 'Danh sách giới thiệu chưa chốt. Xin chốt danh sách trước.',
	'reject.device_pending': 'Thiết bị đang chờ Ban Tổ chức đồng ý.',
	'reject.invitation_unknown': 'Không tìm thấy giấy mời này. Xin xem lại mã hoặc liên hệ Ban Tổ chức.',
	'reject.not_found': 'Không tìm thấy nội dung này. Xin tải lại trang.'
} as const;
