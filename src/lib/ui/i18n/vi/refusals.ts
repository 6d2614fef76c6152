/** Owns: the sentences of refusals that only screens of work can meet: orders, imports, signing in, enrolling. */
export const refusals = {
	'reject.recipient_twice':
		'Có người đứng ở hai lượt nhận hoặc hai quyết định. Chưa lưu gì; xin xếp mỗi người một lượt.',
	'reject.seat_taken': 'Ghế {seat} hàng {row} đã có người. Chưa đổi chỗ nào; xin chọn ghế khác.',
	'reject.seat_taken_plain': 'Ghế này đã có người. Chưa đổi chỗ nào; xin chọn ghế khác.',
	'reject.item_current': 'Mục này đang diễn ra nên chưa làm được thao tác đó.',
	'reject.stale_order': 'Chương trình vừa có mục được thêm hoặc bớt. Thứ tự chưa đổi; xin xếp lại.',
	'reject.nothing_behind': 'Đây là mục đầu, không lùi được nữa.',
	'reject.part_of_part': 'Mục này đã là một phần của mục khác, không chia nhỏ thêm được.',
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
	'reject.desk_twice': 'Hai bàn trùng tên. Chưa có gì thay đổi; xin đặt tên khác nhau.',
	'reject.no_free_seat': 'Chưa có ghế trống phù hợp. Mời kê thêm ghế hoặc xếp chỗ bằng tay.',
	'reject.admission_unknown': 'Không tìm thấy lượt đón này. Có thể đã được hoàn tác trước đó.',
	'reject.enrolment_expired': 'Mã giao việc đã hết hạn. Mời Ban Tổ chức tạo mã mới.',
	'reject.enrolment_used': 'Mã giao việc đã dùng cho thiết bị khác. Mời Ban Tổ chức tạo mã mới.',
	'reject.enrolment_unknown': 'Mã giao việc không đúng. Xin quét lại mã trên màn hình của Ban Tổ chức.',
	'reject.wrong_password': 'Mật khẩu chưa đúng. Kiểm tra bộ gõ tiếng Việt, phím Caps Lock rồi thử lại.',
	'reject.setup_link_used': 'Đường dẫn cài đặt đã được dùng. Xin đăng nhập bằng mật khẩu đã đặt.',
	'reject.too_large': 'Nội dung gửi lên quá lớn. Chưa có gì thay đổi; xin chia nhỏ rồi gửi lại.',
	'reject.note_too_long': 'Ghi chú quá dài: tối đa {max} ký tự. Nội dung vẫn còn trong ô để rút gọn.',
	'reject.note_too_long_plain': 'Ghi chú quá dài. Nội dung vẫn còn trong ô để rút gọn.',
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
	'reject.settings_changed': 'Người khác vừa lưu phần này trước. Chưa lưu gì; xin xem bản mới rồi sửa lại.',
	'reject.title_required': 'Hội nghị cần có tên. Chưa lưu gì; xin ghi tên rồi lưu lại.',
	'reject.status_way':
		'Không chuyển được sang trạng thái đó từ trạng thái hiện tại. Xin xem lại trạng thái hội nghị.',
	'reject.checklist_unknown': 'Việc này không còn trong danh mục. Có thể người khác vừa xóa.',
	'reject.password_short': 'Mật khẩu quá ngắn. Xin đặt ít nhất 8 ký tự.',
	'reject.name_taken': 'Tên này đã có người dùng. Xin chọn tên khác.',
	'reject.template_unknown': 'Không có mẫu này. Xin tải lại trang rồi chọn lại.',
	'reject.import_empty': 'Tệp không có dòng nào nhập được. Chưa nhập gì; xin xem lại tệp.',
	'reject.enrolment_declined':
		'Ban Tổ chức chưa nhận thiết bị này. Cần dùng tiếp, mời hỏi Ban Tổ chức rồi nhập mã mới.',
	'reject.file_password': 'Tệp có đặt mật khẩu. Mở bằng Excel, bỏ mật khẩu, lưu lại rồi nhập.',
	'reject.file_xlsb': 'Tệp .xlsb. Mở bằng Excel, chọn Lưu thành (Save As) → .xlsx rồi nhập lại.',
	'reject.file_html':
		'Tệp là trang web mang đuôi Excel. Mở bằng Excel, chọn Lưu thành (Save As) → .xlsx rồi nhập lại.',
	'reject.file_not_table': 'Tệp không phải bảng tính. Xin chọn tệp .xlsx hoặc .csv.'
} as const;
