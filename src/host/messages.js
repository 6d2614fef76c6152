/**
 * Every sentence the terminal shows. Owns wording only: no I/O, no imports, so that it loads on any Node
 * and before anything is installed. Vietnamese first; failures carry one English line for the technician.
 */

/** @typedef {Record<string, string | number>} Params */
/** @typedef {{ vi: (p: Params) => string, en: (p: Params) => string }} Failure */

/** @type {Record<string, Failure>} */
const failures = {
	node_too_old: {
		vi: (p) =>
			`Khánh Tiết cần Node.js ${p.wanted} trở lên; máy này đang chạy ${p.found}. Hãy cài bản mới tại https://nodejs.org rồi chạy lại.`,
		en: (p) => `Node.js ${p.wanted} or newer is needed, found ${p.found}.`
	},
	install_failed: {
		vi: (p) =>
			`Không cài được các gói cần thiết (npm dừng với mã ${p.code}). Hãy kiểm tra kết nối mạng rồi chạy lại; dữ liệu không bị ảnh hưởng.`,
		en: (p) => `npm could not install the packages (exit code ${p.code}). Check the network and try again.`
	},
	npm_missing: {
		vi: () => 'Không tìm thấy lệnh npm. Hãy cài lại Node.js (kèm npm) rồi chạy lại.',
		en: () => 'The npm command was not found. Install Node.js together with npm.'
	},
	build_failed: {
		vi: (p) =>
			`Không dựng được giao diện (mã ${p.code}). Bản đang có được giữ nguyên; xem thông báo ngay phía trên.`,
		en: (p) => `The build failed (exit code ${p.code}). The previous build was left as it was.`
	},
	port_taken: {
		vi: (p) =>
			`Cổng ${p.port} đang được chương trình khác dùng. Hãy tắt chương trình đó hoặc chọn cổng khác: ${p.variable}=${p.suggestion} npm start`,
		en: (p) => `Port ${p.port} is in use. Stop the other program or set ${p.variable}.`
	},
	port_forbidden: {
		vi: (p) =>
			`Không có quyền mở cổng ${p.port}. Hãy chọn cổng từ 1024 trở lên: ${p.variable}=${p.suggestion} npm start`,
		en: (p) => `No permission to open port ${p.port}. Choose one above 1023 with ${p.variable}.`
	},
	host_unknown: {
		vi: (p) => `Máy này không có địa chỉ "${p.host}". Hãy sửa hoặc bỏ biến HOST rồi chạy lại.`,
		en: (p) => `This machine has no address "${p.host}". Correct or remove HOST.`
	},
	bad_port: {
		vi: (p) => `${p.variable}="${p.value}" không phải là số cổng. Hãy dùng một số từ 0 đến 65535.`,
		en: (p) => `${p.variable}="${p.value}" is not a port number from 0 to 65535.`
	},
	bad_origin: {
		vi: (p) => `ORIGIN="${p.value}" không phải là địa chỉ hợp lệ. Ví dụ đúng: https://hoinghi.xa.gov.vn`,
		en: (p) => `ORIGIN="${p.value}" is not an address such as https://event.example.`
	},
	data_dir_not_writable: {
		vi: (p) =>
			`Không ghi được vào thư mục dữ liệu ${p.path}. Hãy cấp quyền ghi cho tài khoản đang chạy, hoặc chọn thư mục khác bằng DATA_DIR.`,
		en: (p) => `The data folder ${p.path} is not writable. Grant access or set DATA_DIR.`
	},
	already_running: {
		vi: (p) =>
			`Khánh Tiết đang chạy trên thư mục dữ liệu ${p.path}. Mỗi thư mục chỉ mở được một lần: hãy dùng cửa sổ đang chạy, hoặc tắt nó trước.`,
		en: (p) => `Another process already runs on the data folder ${p.path}. Use it, or stop it first.`
	},
	lock_lost: {
		vi: (p) =>
			`Thư mục dữ liệu ${p.path} đã bị một tiến trình khác chiếm. Dừng lại để không ghi chồng lên nhau.`,
		en: (p) => `Another process took over the data folder ${p.path}. Stopping so that two never write.`
	},
	root_without_namespace: {
		vi: () =>
			'Cơ sở dữ liệu kèm theo không chạy được bằng tài khoản root trên máy này. Hãy chạy bằng tài khoản thường, hoặc đặt DATABASE_URL tới một PostgreSQL có sẵn.',
		en: () => 'The embedded database cannot run as root here. Run as an ordinary user, or set DATABASE_URL.'
	},
	binaries_missing: {
		vi: (p) =>
			`Không có cơ sở dữ liệu kèm theo cho máy loại ${p.platform}. Hãy đặt DATABASE_URL tới một PostgreSQL có sẵn.`,
		en: (p) => `There is no embedded database for ${p.platform}. Set DATABASE_URL to a PostgreSQL server.`
	},
	binaries_unusable: {
		vi: (p) =>
			`Không chuẩn bị được cơ sở dữ liệu kèm theo trong ${p.path} (${p.detail}). Hãy xóa thư mục node_modules rồi chạy lại.`,
		en: (p) =>
			`The embedded database in ${p.path} is not usable (${p.detail}). Delete node_modules and retry.`
	},
	cluster_init_failed: {
		vi: (p) => `Không tạo được cơ sở dữ liệu trong ${p.path}: ${p.detail}`,
		en: (p) => `The database could not be created in ${p.path}.`
	},
	cluster_foreign: {
		vi: (p) =>
			`Một PostgreSQL khác đang giữ thư mục ${p.path} và không nhận mật khẩu của Khánh Tiết. Hãy dừng tiến trình số ${p.pid} rồi chạy lại.`,
		en: (p) => `Process ${p.pid} holds ${p.path} and refuses our password. Stop it and try again.`
	},
	database_start_failed: {
		vi: (p) => `Cơ sở dữ liệu kèm theo không khởi động được: ${p.detail}. Xem thêm trong ${p.log}.`,
		en: (p) => `The embedded database did not start. See ${p.log}.`
	},
	database_url_bad: {
		vi: () =>
			'DATABASE_URL không đúng dạng. Ví dụ đúng: postgres://ten:matkhau@may-chu:5432/khanhtiet (hoặc bỏ trống để dùng cơ sở dữ liệu kèm theo).',
		en: () => 'DATABASE_URL is not of the form postgres://user:password@host:5432/database.'
	},
	database_unreachable: {
		vi: (p) => `Không kết nối được tới PostgreSQL tại ${p.where}. Hãy kiểm tra máy chủ đó và DATABASE_URL.`,
		en: (p) => `PostgreSQL at ${p.where} cannot be reached. Check the server and DATABASE_URL.`
	},
	database_refused: {
		vi: (p) =>
			`PostgreSQL tại ${p.where} từ chối: ${p.detail}. Hãy kiểm tra tên, mật khẩu trong DATABASE_URL.`,
		en: (p) => `PostgreSQL at ${p.where} refused the login. Check name, password and database.`
	},
	database_newer: {
		vi: () => 'Dữ liệu được ghi bởi một bản Khánh Tiết mới hơn. Hãy cập nhật chương trình rồi chạy lại.',
		en: () => 'The data were written by a newer version. Update the program.'
	},
	migration_failed: {
		vi: (p) =>
			`Không nâng cấp được cấu trúc dữ liệu: ${p.detail}. Dữ liệu được giữ nguyên như trước khi nâng cấp.`,
		en: (p) => `The database migration failed and was rolled back: ${p.detail}`
	},
	unexpected: {
		vi: (p) => `Không khởi động được: ${p.detail}. Chạy lại với KT_DEBUG=1 để xem chi tiết.`,
		en: (p) => `Could not start: ${p.detail}. KT_DEBUG=1 shows details.`
	}
};

/**
 * @param {string} code a key of `failures`; an unknown one gives the general sentence
 * @param {Params} params
 * @returns {string} Vietnamese line, then English line
 */
export function sentences(code, params) {
	const sentence = failures[code] || failures.unexpected;
	return sentence ? sentence.vi(params) + '\n' + sentence.en(params) : code;
}

/** Lines that are not failures. */
export const lines = {
	installing: 'Đang cài các gói cần thiết (chỉ lần đầu hoặc khi cập nhật, khoảng một phút)…',
	building: 'Đang dựng giao diện cho bản này (chỉ khi mã nguồn thay đổi)…',
	/** @param {string} seconds */
	built: (seconds) => `Đã dựng xong sau ${seconds} giây.`,
	ready: 'Khánh Tiết đã sẵn sàng.',
	demo: 'Chế độ dùng thử: hội nghị mẫu, không dùng cho ngày thật.',
	thisMachine: 'Trên máy này',
	onNetwork: 'Trong mạng',
	secure: 'bảo mật, dùng được camera',
	phonesScan: 'Điện thoại cùng mạng quét mã này:',
	stopHint: 'Nhấn Ctrl-C để dừng.',
	stopping: 'Đang dừng, chờ ghi xong dữ liệu… (nhấn Ctrl-C lần nữa để dừng ngay)',
	stopped: 'Đã dừng. Dữ liệu đã được ghi đầy đủ.',
	forced: 'Dừng ngay. Dữ liệu đã xác nhận vẫn còn nguyên cho lần chạy sau.',
	databaseDied: 'Cơ sở dữ liệu vừa ngừng; đang khởi động lại…',
	/** @param {number} ms */
	databaseBack: (ms) => `Cơ sở dữ liệu đã chạy lại sau ${ms} ms.`,
	/** @param {string} detail */
	databaseRetry: (detail) => `Chưa khởi động lại được cơ sở dữ liệu (${detail}); sẽ thử lại.`,
	/** @param {string} detail */
	drainFailed: (detail) => `Một bước dừng không hoàn tất: ${detail}`,
	/** @param {string} detail */
	background: (detail) => `Lỗi nền: ${detail}`,
	starting: 'Khánh Tiết đang khởi động, trang sẽ tự mở lại sau vài giây.',
	hostRefused: 'Địa chỉ này không thuộc máy chủ Khánh Tiết. Hãy dùng địa chỉ hoặc mã QR do ban tổ chức đưa.',
	requestRefused: 'Yêu cầu không hợp lệ.'
};

/** Labels of announced links; one that is not here is printed as it came. */
