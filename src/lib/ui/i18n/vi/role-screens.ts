/** Owns: one sentence on what each role's screen shows, and the words of the plain pages. */
export const roleScreens = {
	'role.admin.screen': 'Chuẩn bị hội nghị, giao việc cho từng thiết bị và theo dõi toàn bộ diễn biến.',
	'role.reception.screen': 'Quét giấy mời, tìm tên hoặc đánh dấu theo đơn vị; làm việc được cả khi mất mạng.',
	'role.usher.screen': 'Sơ đồ chỗ ngồi: ai đã đến, ngồi ở đâu, đại biểu quan trọng nào đang vào.',
	'role.stage.screen': 'Kịch bản đang chạy: chuyển mục, tạm dừng, thêm bớt phút, dự kiến giờ kết thúc.',
	'role.awards.screen': 'Từng lượt trao: ai đã sẵn sàng, khung nào kế tiếp, ai nhận thay hoặc trao sau.',
	'role.mc.screen': 'Lời dẫn cỡ chữ lớn, mục tiếp theo, thời gian còn lại và danh sách giới thiệu.',
	'role.chair.screen': 'Mục đang diễn ra, thời gian, người kế tiếp và mức độ sẵn sàng.',
	'role.reader.screen': 'Khi nào lên bục, đọc quyết định nào và mời ai lên.',
	'role.presenter-1.screen': 'Thứ tự khung khen của bàn thứ nhất và hiệu lệnh ra sân khấu.',
	'role.presenter-2.screen': 'Thứ tự khung khen của bàn thứ hai và hiệu lệnh ra sân khấu.',
	'role.marshal.screen': 'Danh sách người nhận theo thứ tự lên sân khấu, đánh dấu từng người đã vào hàng.',
	'role.steward.screen': 'Đón vị lãnh đạo nào, lúc nào, cùng ai lên trao thưởng.',
	'role.tech.screen': 'Hiệu lệnh âm thanh, ánh sáng, phóng sự và văn nghệ theo từng mục.',
	'role.recorder.screen': 'Ghi chú diễn biến, kết quả biểu quyết và số liệu cho biên bản.',
	'role.security.screen': 'Hiệu lệnh im lặng, tin báo xe và đoàn đại biểu đến; không có danh sách.',
	'role.projector.screen':
		'Tự chuyển theo chương trình: phông chào mừng, mục đang diễn ra, tên người được khen.',
	'role.overlay.screen': 'Dòng chữ tên, chức vụ nền trong suốt cho truyền hình trực tiếp.',
	'role.board.screen': 'Đặt ở sảnh: đại biểu tìm tên, xem ghế và đường vào; chỉ có họ tên, đơn vị, chỗ ngồi.',
	'role.kiosk.screen': 'Đại biểu đưa giấy mời vào camera: màn chào và chỉ chỗ ngồi; không có danh sách.',
	'role.viewer.screen': 'Xem chương trình đang chạy, không thao tác.',
	'role.delegate.screen': 'Giấy mời, chỗ ngồi và chương trình đang diễn ra.',
	'roles.current': 'Đang diễn ra',
	'roles.next': 'Tiếp theo'
} as const;
