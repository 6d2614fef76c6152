/** Owns: bringing a phone onto the hall's network and into the app. */
export const connect = {
	'connect.title': 'Kết nối thiết bị',
	'connect.wifi': 'Vào Wi-Fi “{network}”',
	'connect.mobileDataOff': 'Tắt dữ liệu di động, chọn giữ kết nối khi máy báo “Wi-Fi không có Internet”.',
	'connect.scan': 'Mở máy ảnh, quét mã QR này',
	'connect.openAddress': 'Hoặc mở địa chỉ {address}',
	'connect.trust': 'Tin cậy chứng chỉ của máy chủ',
	'connect.fingerprint': 'So dãy số này với màn hình máy chủ: {fingerprint}',
	'connect.test': 'Kiểm tra kết nối',
	'connect.testOk': 'Kết nối tốt. Có thể bắt đầu làm việc.',
	'connect.testBad': 'Chưa tới được máy chủ. Kiểm tra Wi-Fi và tắt dữ liệu di động rồi thử lại.',
	'connect.inZalo': 'Đường dẫn đang mở trong Zalo',
	'connect.openInBrowser': 'Mở bằng Chrome / Safari',
	'connect.install': 'Thêm vào màn hình chính',
	'connect.screenTimeout': 'Đặt màn hình sáng lâu nhất có thể và chuẩn bị sạc dự phòng.',

	'connect.lead': 'Ba bước để điện thoại vào được hệ thống trong hội trường, kể cả khi không có Internet.',
	'connect.secure': 'Kết nối an toàn:',
	'connect.latency': '{ms} ms',
	'connect.testAgain': 'Kiểm tra lại',
	'connect.step1': '1. Vào cùng Wi-Fi với máy chủ',
	'connect.sameWifi': 'Nối Wi-Fi của hội trường, cùng mạng với máy tính chạy Khánh Tiết.',
	'connect.step2': '2. Mở địa chỉ của máy chủ',
	'connect.step3': '3. Tin cậy chứng chỉ của máy chủ',
	'connect.plainAddress': 'Địa chỉ thường',
	'connect.plainHint': 'Mở được ngay; quét mã bằng cách chụp ảnh.',
	'connect.safeAddress': 'Địa chỉ an toàn',
	'connect.safeHint':
		'Có camera trực tiếp, cài được lên màn hình chính. Cần tin cậy chứng chỉ trước (bước 3).',
	'connect.noAddress':
		'Máy chủ chưa biết địa chỉ nào mà điện thoại mở được. Nối máy tính vào Wi-Fi hoặc bật điểm phát sóng rồi tải lại trang.',
	'connect.noTls':
		'Máy chủ này chưa bật kết nối an toàn trong mạng nội bộ. Vẫn làm việc được: chụp ảnh mã, dùng máy quét hoặc tìm theo tên.',
	'connect.trustHint':
		'Chỉ làm một lần trên mỗi máy, khi cần camera trực tiếp. Chứng chỉ chỉ có giá trị với máy chủ này trong mạng nội bộ.',
	'connect.phoneKind': 'Loại máy',
	'connect.android1': 'Tải chứng chỉ về máy.',
	'connect.androidGet': 'Tải chứng chỉ (.crt)',
	'connect.android2':
		'Mở Cài đặt → Bảo mật → Mã hoá và thông tin xác thực → Cài đặt chứng chỉ → Chứng chỉ CA. Máy đặt tên khác thì tìm “chứng chỉ CA” trong Cài đặt.',
	'connect.android3': 'Chọn “Vẫn cài đặt”, nhập mã khoá màn hình, chọn tệp khanh-tiet.crt.',
	'connect.android4': 'So dãy số bên dưới với màn hình máy chủ, rồi mở địa chỉ an toàn.',
	'connect.ios1': 'Tải về hồ sơ, nhấn “Cho phép”.',
	'connect.iosGet': 'Tải hồ sơ (.mobileconfig)',
	'connect.ios2': 'Mở Cài đặt → Đã tải về hồ sơ → Cài đặt hồ sơ, nhập mật mã máy.',
	'connect.ios3': 'Mở Cài đặt → Cài đặt chung → Giới thiệu → Cài đặt tin cậy chứng nhận, bật “Khánh Tiết”.',
	'connect.ios4': 'So dãy số bên dưới với màn hình máy chủ, rồi mở địa chỉ an toàn bằng Safari.',
	'connect.fingerprintTitle': 'Dấu vân tay của chứng chỉ',
	'connect.fingerprintHint':
		'Dãy này trên điện thoại phải giống hệt dãy trên màn hình máy chủ. Khác một ký tự thì dừng lại, không cài.',
	'connect.openSafe': 'Mở địa chỉ an toàn',
	'connect.otherTitle': 'Khi chưa vào được',
	'connect.other1':
		'Máy tự chuyển sang 4G vì Wi-Fi không có Internet: tắt dữ liệu di động, chọn giữ kết nối Wi-Fi.',
	'connect.other2':
		'Trang không mở: điện thoại và máy chủ phải cùng một Wi-Fi; tắt chế độ “cách ly máy khách” trên bộ phát, cho phép Khánh Tiết qua tường lửa Windows.',
	'connect.other3':
		'Không cài được chứng chỉ: dùng địa chỉ thường và chụp ảnh mã, dùng máy quét USB trên máy tính, hoặc tìm theo tên.',
	'connect.other4':
		'Có tên miền và chứng chỉ thật: mở trước một ngày khi có mạng, cài lên màn hình chính, hôm sau dùng trong mạng nội bộ.',
	'update.here': 'Có bản mới. Bản đang dùng vẫn chạy bình thường; lượt chờ gửi được giữ nguyên khi cập nhật.',
	'update.apply': 'Cập nhật ngay',
	'connect.copyByHand': 'Máy không cho sao chép tự động. Xin chọn và sao chép bằng tay.',
	'front.lead':
		'Đón đại biểu, điều hành chương trình, lời dẫn MC và màn hình chiếu – mỗi người một thiết bị, tất cả cùng một nhịp. Chạy ngay trên máy tính của đơn vị, mất Internet vẫn làm việc.',
	'front.noAdminTitle': 'Chưa có người quản trị',
	'front.noAdmin':
		'Mở đường dẫn cài đặt dùng một lần đang hiện trong cửa sổ dòng lệnh của máy chủ để đặt tên và mật khẩu.',
	'front.organisers': 'Ban Tổ chức',
	'front.organisersHint': 'Chuẩn bị hội nghị, giao việc cho từng thiết bị.',
	'front.signedInAs': 'Đang đăng nhập: {name}',
	'front.toAdmin': 'Vào trang quản trị',
	'front.helpers': 'Người nhận việc',
	'front.helpersHint': 'Quét mã QR Ban Tổ chức đưa, hoặc nhập mã 6 chữ số.',
	'front.haveCode': 'Tôi có mã thiết bị',
	'front.mine': 'Màn hình của máy này',
	'front.enterScreen': 'Vào màn hình {role}',
	'front.try': 'Dùng thử',
	'front.tryHint':
		'Một hội nghị mẫu với 150 đại biểu không có thật, đang mở sẵn để thử mọi màn hình. Không ảnh hưởng hội nghị khác.',
	'front.tryButton': 'Dùng thử với hội nghị mẫu',
	'front.tryAgain': 'Tạo hội nghị mẫu mới',
	'front.demoLinks':
		'Mỗi đường dẫn giao việc cho một thiết bị và dùng được một lần. Mở ngay trên máy này, hoặc dùng mã QR để giao cho điện thoại.',
	'front.openRole': 'Mở màn hình: {role}',
	'front.opened': 'Đã mở',
	'front.qrOf': 'Mã QR giao việc: {role}',
	'front.qrHint': 'Quét bằng máy ảnh của điện thoại cùng Wi-Fi.',
	'setup.title': 'Đặt người quản trị đầu tiên',
	'setup.lead':
		'Đường dẫn này dùng được một lần. Ghi nhớ tên và mật khẩu: đây là tài khoản chuẩn bị mọi hội nghị.',
	'setup.name': 'Tên đăng nhập',
	'setup.nameHint': 'Ví dụ: Văn phòng UBND xã',
	'setup.nameMissing': 'Cần có tên đăng nhập.',
	'setup.short': 'Ít nhất {count} ký tự.',
	'setup.again': 'Nhập lại mật khẩu',
	'setup.different': 'Hai lần nhập mật khẩu chưa giống nhau.',
	'setup.submit': 'Tạo tài khoản và vào',
	'setup.noSecretTitle': 'Đường dẫn thiếu phần mã',
	'setup.noSecret': 'Sao chép trọn đường dẫn trong cửa sổ dòng lệnh của máy chủ, cả phần sau dấu #.',
	'login.lead': 'Dành cho Ban Tổ chức. Người nhận việc dùng mã QR, không cần đăng nhập.',
	'login.missing': 'Cần nhập cả tên đăng nhập và mật khẩu.'
} as const;
