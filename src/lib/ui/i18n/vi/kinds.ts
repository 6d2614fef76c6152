/** Owns: the names of programme kinds. */
export const kinds = {
	'kind.giai_lao': 'Giải lao',
	'kind.chup_anh': 'Chụp ảnh lưu niệm',
	'kind.van_nghe': 'Văn nghệ chào mừng',
	'kind.chao_co': 'Chào cờ',
	'kind.tuyen_bo_ly_do': 'Tuyên bố lý do, giới thiệu đại biểu',
	'kind.khai_mac': 'Khai mạc',
	'kind.phat_bieu': 'Phát biểu',
	'kind.bao_cao': 'Báo cáo tổng kết',
	'kind.phong_su': 'Chiếu phóng sự',
	'kind.giao_luu': 'Giao lưu',
	'kind.tham_luan': 'Tham luận',
	'kind.khen_thuong': 'Khen thưởng',
	'kind.phat_dong': 'Phát động thi đua',
	'kind.huong_ung': 'Phát biểu hưởng ứng',
	'kind.thong_qua': 'Thông qua danh sách đại biểu',
	'kind.tong_ket': 'Tổng kết',
	'kind.be_mac': 'Bế mạc'
} as const;
