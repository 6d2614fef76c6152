/**
 * Owns: the sentence for every refusal: what happened, what was kept, what to do.
 * `<code>_plain` stands in when a value of the sentence did not arrive.
 */
export const reject = {
	'reject.command_unknown': 'Máy chủ chưa nhận thao tác này. Xin xem lại màn hình rồi bấm lại nếu còn cần.',
	'reject.invitation_reissued':
		'Giấy mời này đã được cấp lại, mã cũ không còn dùng. Xin mở giấy mời mới nhất Ban Tổ chức đã gửi.',
	'reject.protocol': 'Trang đang mở đã quá cũ so với máy chủ. Dữ liệu trên máy vẫn còn; xin tải lại trang.',
	'reject.recipient_twice':
		'Có người đứng ở hai lượt nhận hoặc hai quyết định. Chưa lưu gì; xin xếp mỗi người một lượt.',
	'reject.seat_taken': 'Ghế {seat} hàng {row} đã có người. Chưa đổi chỗ nào; xin chọn ghế khác.',
	'reject.seat_taken_plain': 'Ghế này đã có người. Chưa đổi chỗ nào; xin chọn ghế khác.',
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
	'reject.item_current': 'Mục này đang diễn ra nên chưa làm được thao tác đó.',
	'reject.stale_order': 'Chương trình vừa có mục được thêm hoặc bớt. Thứ tự chưa đổi; xin xếp lại.',
	'reject.id_taken': 'Thao tác này đã được ghi trước đó.',
	'reject.nothing_behind': 'Đây là mục đầu, không lùi được nữa.',
	'reject.note_unknown': 'Tin nhắn này đã được thu hồi.',
	'reject.part_of_part': 'Mục này đã là một phần của mục khác, không chia nhỏ thêm được.',
	'reject.failed': 'Máy chủ báo chưa làm được. Chưa có gì thay đổi; xin thử lại.',
	'reject.stale_item': 'Người khác đã chuyển chương trình trước. Hiện đang ở mục: {current}.',
	'reject.stale_item_plain':
		'Người khác đã chuyển chương trình trước. Xin xem mục hiện tại rồi thao tác lại.',
	'reject.already_ended': 'Chương trình đã kết thúc.',
	'reject.not_started': 'Chương trình chưa bắt đầu.',
	'reject.nothing_ahead': 'Đây là mục cuối, không còn mục nào phía sau.',
	'reject.undo_too_late': 'Đã quá thời gian hoàn tác. Mời Ban Tổ chức điều chỉnh.',
	'reject.item_unknown': 'Mục này không còn trong chương trình. Xin xem lại kịch bản mới nhất.',
	'reject.item_past': 'Mục này đã qua, không thay đổi được nữa.',
	'reject.delegate_unknown':
		'Không tìm thấy đại biểu này trong danh sách. Tìm theo tên hoặc mời sang bàn hỗ trợ.',
	'reject.delegate_withdrawn': 'Đại biểu này đã rút khỏi danh sách. Cần Ban Tổ chức xác nhận.',
	'reject.admission_unknown': 'Không tìm thấy lượt đón này. Có thể đã được hoàn tác trước đó.',
	'reject.device_unknown': 'Máy chủ chưa biết thiết bị này. Xin quét lại mã giao việc.',
	'reject.device_revoked': 'Thiết bị này đã được thu hồi. Cần dùng tiếp, mời Ban Tổ chức cấp mã mới.',
	'reject.enrolment_expired': 'Mã giao việc đã hết hạn. Mời Ban Tổ chức tạo mã mới.',
	'reject.enrolment_used': 'Mã giao việc đã dùng cho thiết bị khác. Mời Ban Tổ chức tạo mã mới.',
	'reject.enrolment_unknown': 'Mã giao việc không đúng. Xin quét lại mã trên màn hình của Ban Tổ chức.',
	'reject.wrong_password': 'Mật khẩu chưa đúng. Kiểm tra bộ gõ tiếng Việt, phím Caps Lock rồi thử lại.',
	'reject.too_many_tries': 'Đã thử quá nhiều lần. Xin đợi {minutes} phút rồi thử lại.',
	'reject.too_many_tries_plain': 'Đã thử quá nhiều lần. Xin đợi ít phút rồi thử lại.',
	'reject.setup_link_used': 'Đường dẫn cài đặt đã được dùng. Xin đăng nhập bằng mật khẩu đã đặt.',
	'reject.too_large': 'Nội dung gửi lên quá lớn. Chưa có gì thay đổi; xin chia nhỏ rồi gửi lại.',
	'reject.command_id_reused':
		'Thao tác bị trùng mã với thiết bị khác. Chưa có gì thay đổi; xin tải lại trang rồi làm lại.',
	'reject.epoch_superseded':
		'Máy chủ dự phòng đã tiếp quản. Dữ liệu trên máy này vẫn còn; trang đang kết nối lại.',
	'reject.unavailable': 'Máy chủ tạm thời chưa trả lời. Xin đợi giây lát rồi thử lại.',
	'reject.note_too_long': 'Ghi chú quá dài: tối đa {max} ký tự. Nội dung vẫn còn trong ô để rút gọn.',
	'reject.note_too_long_plain': 'Ghi chú quá dài. Nội dung vẫn còn trong ô để rút gọn.',
	'reject.list_frozen': 'Danh sách giới thiệu đã chốt. Người đến sau nằm ở “Giới thiệu bổ sung”.',
	'reject.list_not_frozen': 'Danh sách giới thiệu chưa chốt. Xin chốt danh sách trước.',
	'reject.name_required': 'Chưa có họ tên. Xin ghi họ và tên.',
	'reject.minutes_range': 'Số phút phải từ {min} đến {max}.',
	'reject.minutes_range_plain': 'Số phút nằm ngoài khoảng cho phép.',
	'reject.file_xls': 'Tệp .xls kiểu cũ. Mở bằng Excel, chọn Lưu thành (Save As) → .xlsx rồi nhập lại.',
	'reject.file_ods': 'Tệp .ods của LibreOffice. Chọn Lưu thành (Save As) → .xlsx rồi nhập lại.',
	'reject.file_broken': 'Không đọc được tệp. Xin mở bằng Excel, lưu lại thành .xlsx rồi nhập lại.',
	'reject.file_empty': 'Tệp không có dòng đại biểu nào. Kiểm tra trang tính đầu tiên có danh sách.',
	'reject.file_too_large': 'Tệp quá lớn (tối đa {megabytes} MB). Xóa ảnh và trang tính thừa rồi nhập lại.',
	'reject.file_too_large_plain': 'Tệp quá lớn. Xóa ảnh và trang tính thừa rồi nhập lại.',
	'reject.import_bad_rows':
		'Còn {bad} dòng cần sửa. Chưa nhập dòng nào; xin sửa hoặc bỏ các dòng được đánh dấu.',
	'reject.import_bad_rows_plain':
		'Còn dòng cần sửa. Chưa nhập dòng nào; xin sửa hoặc bỏ các dòng được đánh dấu.',

	'reject.settings_changed':
		'Người khác vừa lưu phần này trước. Chưa lưu gì; xin xem bản mới rồi sửa lại.',
	'reject.title_required': 'Hội nghị cần có tên. Chưa lưu gì; xin ghi tên rồi lưu lại.',
	'reject.status_way':
		'Không chuyển được sang trạng thái đó từ trạng thái hiện tại. Xin xem lại trạng thái hội nghị.',
	'reject.checklist_unknown': 'Việc này không còn trong danh mục. Có thể người khác vừa xóa.',
	'reject.password_short': 'Mật khẩu quá ngắn. Xin đặt ít nhất 8 ký tự.',
	'reject.name_taken': 'Tên này đã có người dùng. Xin chọn tên khác.',
	'reject.template_unknown': 'Không có mẫu này. Xin tải lại trang rồi chọn lại.',
	'reject.device_pending': 'Thiết bị đang chờ Ban Tổ chức đồng ý.',
	'reject.import_empty': 'Tệp không có dòng nào nhập được. Chưa nhập gì; xin xem lại tệp.',
	'reject.invitation_unknown': 'Không tìm thấy giấy mời này. Xin xem lại mã hoặc liên hệ Ban Tổ chức.',
	'reject.enrolment_declined':
		'Ban Tổ chức chưa nhận thiết bị này. Cần dùng tiếp, mời hỏi Ban Tổ chức rồi nhập mã mới.',
	'reject.not_found': 'Không tìm thấy nội dung này. Xin tải lại trang.',
	'reject.file_password': 'Tệp có đặt mật khẩu. Mở bằng Excel, bỏ mật khẩu, lưu lại rồi nhập.',
	'reject.file_xlsb': 'Tệp .xlsb. Mở bằng Excel, chọn Lưu thành (Save As) → .xlsx rồi nhập lại.',
	'reject.file_html':
		'Tệp là trang web mang đuôi Excel. Mở bằng Excel, chọn Lưu thành (Save As) → .xlsx rồi nhập lại.',
	'reject.file_not_table': 'Tệp không phải bảng tính. Xin chọn tệp .xlsx hoặc .csv.'
} as const;
