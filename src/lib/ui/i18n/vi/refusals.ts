/** Owns: the sentences of refusals that only screens of work can meet: orders, imports, signing in, enrolling. */
export const refusals = {
	'reject.cue_given': 'Hiệu lệnh này đã được phát. Muốn báo lại, xin bấm “Nhắc lại”.',
	'reject.presets_changed':
		'Người khác vừa sửa danh sách câu soạn sẵn. Chưa lưu gì; xin xem bản mới rồi sửa lại.',
	'reject.cue_needs_hand':
		'Hiệu lệnh theo giờ hoặc gọi tay phải do sân khấu bấm, không tự phát. Chưa lưu gì.',
	'reject.cue_wordless': 'Hiệu lệnh chưa có lời. Chưa lưu gì; xin ghi lời rồi lưu.',
	'reject.cue_nobody': 'Hiệu lệnh chưa có người nhận. Chưa lưu gì; xin chọn người nhận.',
	'reject.cue_too_many': 'Đã có {most} hiệu lệnh riêng. Xin bỏ bớt rồi thêm mới.',
	'reject.cue_too_many_plain': 'Đã có quá nhiều hiệu lệnh riêng. Xin bỏ bớt rồi thêm mới.',
	'reject.recipient_twice':
		'Có người đứng ở hai lượt nhận hoặc hai quyết định. Chưa lưu gì; xin xếp mỗi người một lượt.',
	'reject.decision_announced':
		'Quyết định này đã công bố nên không sửa danh sách được nữa. Nếu có thay đổi, xin lập bản điều chỉnh.',
	'reject.decision_unknown': 'Không còn quyết định này. Xin tải lại danh sách.',
	'reject.awards_changed':
		'Người khác vừa sửa danh sách khen thưởng hoặc các lượt. Chưa lưu gì; xin xem bản mới rồi làm lại.',
	'reject.recipient_nameless': 'Có dòng chưa có tên người nhận. Chưa lưu gì; xin ghi tên rồi lưu lại.',
	'reject.recipient_other_decision': 'Có người nhận thuộc quyết định khác. Chưa lưu gì; xin xem lại.',
	'reject.recipient_place_twice':
		'Lượt {wave} có hai người cùng đứng vị trí {place}. Chưa lưu gì; xin xếp lại.',
	'reject.recipient_place_twice_plain':
		'Có hai người cùng một vị trí trong một lượt. Chưa lưu gì; xin xếp lại.',
	'reject.recipient_unknown': 'Không còn người nhận này trong danh sách. Xin xem bản mới.',
	'reject.recipient_given': 'Người này đã được trao. Mỗi quyết định chỉ trao một lần.',
	'reject.recipient_in_no_wave': 'Người này chưa đứng trong lượt nào. Xin chuyển vào một lượt trước.',
	'reject.waves_begun': 'Đã có lượt bắt đầu nên không chia lại từ đầu được. Xin chuyển từng người.',
	'reject.nobody_to_divide': 'Chưa có người nhận nào để chia lượt. Xin nhập danh sách khen thưởng trước.',
	'reject.wave_unknown': 'Không còn lượt này. Xin xem danh sách lượt mới.',
	'reject.wave_twice': 'Một lượt được ghi hai lần. Chưa lưu gì; xin xem lại.',
	'reject.decision_begun': 'Đã mời lượt của quyết định này lên sân khấu. Xin sửa bằng bản điều chỉnh.',
	'reject.frame_passed':
		'Đã trao qua vị trí này. Bấm Lùi một bước để trao ngay, hoặc chuyển người này sang lượt sau.',
	'reject.wave_begun': 'Lượt này đã lên sân khấu nên không thêm bớt được.',
	'reject.wave_mixed': 'Một lượt chỉ gồm một hình thức khen và một loại đối tượng. Chưa đổi gì.',
	'reject.wave_incomplete': 'Chưa xếp chỗ cho đủ người của các lượt liên quan. Chưa đổi gì.',
	'reject.wave_moved_on':
		'Người khác vừa chuyển lượt {wave} sang bước khác. Xin xem bước hiện tại rồi thao tác.',
	'reject.wave_moved_on_plain': 'Người khác vừa chuyển lượt này sang bước khác. Xin xem rồi thao tác lại.',
	'reject.wave_on_stage': 'Lượt {wave} còn trên sân khấu. Xin kết thúc lượt ấy trước.',
	'reject.wave_on_stage_plain': 'Còn một lượt trên sân khấu. Xin kết thúc lượt ấy trước.',
	'reject.wave_empty': 'Lượt này không còn ai.',
	'reject.wave_over': 'Lượt {wave} đã trao xong.',
	'reject.wave_over_plain': 'Lượt này đã trao xong.',
	'reject.wave_not_begun': 'Lượt này chưa bắt đầu nên không lùi được nữa.',
	'reject.wave_undo_gone': 'Đã có thay đổi khác sau đó nên không hoàn tác được nữa.',
	'reject.stack_changed': 'Thứ tự lượt {wave} vừa đổi. Xin xem thứ tự mới rồi xác nhận lại.',
	'reject.stack_changed_plain': 'Thứ tự lượt này vừa đổi. Xin xem thứ tự mới rồi xác nhận lại.',
	'reject.stack_unconfirmed': 'Lễ tân {presenters} chưa xác nhận thứ tự khung. Chưa mời lên.',
	'reject.stack_unconfirmed_plain': 'Lễ tân chưa xác nhận thứ tự khung. Chưa mời lên.',
	'reject.stack_empty': 'Lễ tân này không có khung nào ở lượt này.',
	'reject.stack_not_yours': 'Đây là chồng khung của lễ tân kia. Mỗi người chỉ xác nhận chồng của mình.',
	'reject.later_other_wave': 'Những người này không cùng một lượt. Chưa đổi gì; xin làm từng lượt.',
	'reject.swap_other_wave': 'Hai người không cùng một lượt nên không đổi chỗ được.',
	'reject.seat_taken': '{block}, hàng {row}, ghế {seat} đã có người. Chưa đổi chỗ nào; xin chọn ghế khác.',
	'reject.seat_taken_plain': 'Ghế này đã có người. Chưa đổi chỗ nào; xin chọn ghế khác.',
	'reject.seat_changed':
		'Người khác vừa đổi chỗ đại biểu này: {block}, hàng {row}, ghế {seat}. Lần đổi của bạn chưa được ghi; xin xem chỗ mới rồi đổi lại nếu cần.',
	'reject.seat_changed_plain':
		'Người khác vừa đổi chỗ đại biểu này. Lần đổi của bạn chưa được ghi; xin xem chỗ mới rồi đổi lại nếu cần.',
	'reject.seat_changed_none':
		'Người khác vừa nhả chỗ của đại biểu này. Lần đổi của bạn chưa được ghi; xin xem lại rồi xếp chỗ mới.',
	'reject.seat_unknown': 'Hội trường không có {block}, hàng {row}, ghế {seat}. Chưa đổi chỗ nào.',
	'reject.seat_unknown_plain': 'Hội trường không có ghế này. Chưa đổi chỗ nào.',
	'reject.seat_out':
		'{block}, hàng {row}, ghế {seat} đang hỏng, không dùng. Chưa đổi chỗ nào; xin chọn ghế khác.',
	'reject.seat_out_plain': 'Ghế này đang hỏng, không dùng. Chưa đổi chỗ nào; xin chọn ghế khác.',
	'reject.seat_blocked': '{block}, hàng {row}, ghế {seat} đã đóng. Mở ghế trước, hoặc chọn ghế khác.',
	'reject.seat_blocked_plain': 'Ghế này đã đóng. Mở ghế trước, hoặc chọn ghế khác.',
	'reject.seat_held':
		'{block}, hàng {row}, ghế {seat} đang giữ cho người đến sau. Bỏ giữ ghế trước, hoặc chọn ghế khác.',
	'reject.seat_held_plain': 'Ghế này đang giữ cho người đến sau. Bỏ giữ ghế trước, hoặc chọn ghế khác.',
	'reject.seat_hold_taken':
		'{block}, hàng {row}, ghế {seat} đang có người. Chuyển người ấy sang ghế khác trước khi đóng hoặc giữ.',
	'reject.seat_hold_taken_plain':
		'Ghế này đang có người. Chuyển người ấy sang ghế khác trước khi đóng hoặc giữ.',
	'reject.seat_lock_nobody': 'Đại biểu này chưa có chỗ nên chưa khóa chỗ được. Xin xếp chỗ trước.',
	'reject.seat_locked': 'Có chỗ vừa được khóa nên sơ đồ này không còn đúng. Chưa đổi chỗ nào; xin xếp lại.',
	'reject.seat_twice': 'Một đại biểu được xếp hai ghế. Chưa đổi chỗ nào; xin xem lại.',
	'reject.plan_overtaken':
		'Chỗ ngồi vừa có người khác thay đổi. Chưa áp dụng sơ đồ này; xin xem lại sơ đồ mới tính.',
	'reject.no_hall': 'Chưa vẽ hội trường. Xin chọn một mẫu hội trường trước.',
	'reject.block_unknown': 'Khối này không còn trong hội trường. Chưa lưu gì; xin chọn lại khối.',
	'reject.hall_changed':
		'Người khác vừa lưu hội trường trước. Bản của bạn chưa được lưu và vẫn còn trên màn hình; xin xem bản mới rồi sửa lại.',
	'reject.hall_unseats':
		'{count} đại biểu đang ngồi ở ghế không còn trong hội trường mới. Chưa lưu gì. Lưu cả khi những người này mất chỗ?',
	'reject.hall_unseats_plain':
		'Có đại biểu đang ngồi ở ghế không còn trong hội trường mới. Chưa lưu gì. Lưu cả khi những người này mất chỗ?',
	'reject.hall_file_json':
		'Tệp hỏng ở dòng {line}: từ đó không còn đọc được. Mở tệp, xem dấu phẩy, ngoặc ở dòng ấy rồi nhập lại.',
	'reject.hall_file_json_plain':
		'Tệp hội trường không đúng dạng JSON nên không đọc được. Mở tệp, xem dấu phẩy, ngoặc rồi nhập lại.',
	'reject.hall_file_kind':
		'Đây không phải tệp hội trường của Khánh Tiết. Chọn tệp đã xuất từ mục Hội trường.',
	'reject.hall_file_version': 'Tệp thuộc phiên bản {version}, phần mềm này chỉ đọc phiên bản {known}.',
	'reject.hall_file_version_plain': 'Tệp thuộc phiên bản mà phần mềm này không đọc được.',
	'reject.hall_file_field': 'Tệp hội trường có chỗ ghi chưa đúng. Chưa thay đổi gì; xin xem lại tệp.',
	'reject.hall_block_twice': 'Hai khối cùng mang tên {block}. Chưa lưu gì; xin đặt tên khác nhau.',
	'reject.hall_block_twice_plain': 'Hai khối trùng tên. Chưa lưu gì; xin đặt tên khác nhau.',
	'reject.hall_seat_missing': '{block} không có ghế {seat} (hàng/ghế). Chưa lưu gì.',
	'reject.hall_seat_missing_plain': 'Có ghế được đánh dấu mà khối không có. Chưa lưu gì.',
	'reject.hall_rows_wrong': 'Số ghế từng hàng của {block} không khớp với số hàng và số ghế. Chưa lưu gì.',
	'reject.hall_rows_wrong_plain': 'Số ghế từng hàng không khớp với số hàng và số ghế của khối. Chưa lưu gì.',
	'reject.hall_too_big': 'Hội trường quá lớn: tối đa {most} ghế. Chưa lưu gì.',
	'reject.hall_too_big_plain': 'Hội trường quá lớn. Chưa lưu gì.',
	'reject.hall_door_unknown': '{block} vào bằng “{door}” nhưng hội trường không có cửa ấy. Chưa lưu gì.',
	'reject.hall_door_unknown_plain': 'Có khối vào bằng một cửa không có trong hội trường. Chưa lưu gì.',
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
	'reject.admin_unknown': 'Không còn người quản trị này. Tải lại trang để xem danh sách mới.',
	'reject.last_admin': 'Đây là người quản trị duy nhất nên không xóa được. Thêm một người khác trước.',
	'reject.invite_unknown': 'Liên kết mời này đã dùng hoặc đã thu hồi.',
	'reject.token_unknown': 'Mã kết nối này đã thu hồi từ trước.',
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
	'reject.hands_locked':
		'Danh sách này đã biểu quyết nên không sửa được nữa. Nếu ghi nhầm, hoàn tác kết quả trước.',
	'reject.hands_list_changed':
		'Người khác vừa sửa danh sách. Chưa ghi gì; xin xem danh sách mới rồi làm lại.',
	'reject.hands_counted':
		'Người khác vừa ghi kết quả {for}/{base}. Số của máy này chưa được ghi; nếu khác, xin đính chính.',
	'reject.hands_counted_plain':
		'Người khác vừa ghi kết quả trước. Số của máy này chưa được ghi; nếu khác, xin đính chính.',
	'reject.hands_changed': 'Kết quả vừa được sửa thành {for}/{base}. Chưa đổi gì; xin xem lại rồi làm tiếp.',
	'reject.hands_changed_plain': 'Kết quả vừa được người khác sửa. Chưa đổi gì; xin xem lại rồi làm tiếp.',
	'reject.hands_none': 'Mục này chưa có kết quả biểu quyết, hoặc kết quả vừa được hoàn tác.',
	'reject.hands_left': 'Chương trình đã sang mục khác nên không hoàn tác được nữa. Dùng “Đính chính”.',
	'reject.hands_not_begun': 'Mục này chưa bắt đầu. Chờ điều hành chuyển đến mục rồi ghi kết quả.',
	'reject.hands_not_here': 'Mục này không phải mục thông qua, không có biểu quyết giơ tay.',
	'reject.hands_too_many':
		'Đếm được {count} nhưng chỉ có {base} đại biểu chính thức có mặt. Chưa ghi; xin đếm lại, hoặc sửa số có mặt.',
	'reject.hands_too_many_plain':
		'Tổng số giơ tay nhiều hơn số đại biểu có mặt. Chưa ghi; xin đếm lại, hoặc sửa số có mặt.',
	'reject.hands_no_base':
		'Chưa có đại biểu chính thức nào được đón. Chưa ghi; xin ghi số đại biểu có mặt trong hội trường.',
	'reject.file_not_table': 'Tệp không phải bảng tính. Xin chọn tệp .xlsx hoặc .csv.',
	'reject.medium_type':
		'Tệp này không phải phim, nhạc hay ảnh mà màn hình chiếu phát được. Dùng phim .mp4 hoặc .webm, nhạc .mp3, .m4a, .ogg hoặc .wav, ảnh .jpg, .png hoặc .webp.',
	'reject.medium_too_large':
		'Tệp quá lớn (tối đa {megabytes} MB). Chưa lưu gì; xin xuất lại tệp nhỏ hơn rồi gửi lại.',
	'reject.medium_too_large_plain': 'Tệp quá lớn. Chưa lưu gì; xin xuất lại tệp nhỏ hơn rồi gửi lại.',
	'reject.medium_unknown': 'Tệp này không còn trong hội nghị. Có thể người khác vừa gỡ.',
	'reject.medium_gone': 'Máy chủ không còn giữ tệp này. Xin gửi lại tệp.',
	'reject.medium_not_played': 'Ảnh không phát được. Xin chọn phim hoặc nhạc.',
	'reject.medium_playing': 'Tệp đang phát nên chưa gỡ được. Dừng phát rồi gỡ.',
	'reject.media_many': 'Mỗi mục kèm nhiều nhất {most} tệp. Gỡ bớt một tệp rồi thêm.',
	'reject.media_many_plain': 'Mục này đã kèm đủ tệp. Gỡ bớt một tệp rồi thêm.',
	'reject.photo_type': 'Tệp này không phải ảnh. Xin chọn ảnh .jpg, .png hoặc .webp.',
	'reject.play_moved': 'Người khác vừa bấm trước. Chưa có gì thay đổi; xin xem lại rồi bấm.',
	'reject.play_during_flag':
		'Đang chào cờ: chỉ phát nhạc kèm mục này; nhạc khác do người điều hành chương trình cho phát.',
	'reject.upload_unknown': 'Lần gửi này đã hủy hoặc để quá lâu. Xin gửi lại tệp từ đầu.',
	'reject.upload_busy': 'Tệp này đang được gửi ở nơi khác. Xin đợi một chút.',
	'reject.upload_offset': 'Phần vừa gửi không nối tiếp phần đã có. Tệp được gửi tiếp từ chỗ máy chủ đã nhận.',
	'reject.upload_broken': 'Đường truyền ngắt giữa chừng. Phần đã gửi vẫn còn, xin gửi tiếp.',
	'reject.disk_full': 'Máy chủ hết chỗ trống. Chưa lưu gì; xin xóa bớt tệp trên máy chủ rồi gửi lại.',
	'reject.range_outside': 'Đoạn được hỏi nằm ngoài tệp.'
} as const;
