/** Owns: what the MC reads and does: introduction list, call texts, the paper fall-back. */
export const mc = {
	'mc.title': 'Lời dẫn chương trình',
	'mc.current': 'Đang dẫn',
	'mc.next': 'Mục tiếp theo',
	'mc.offline': 'MẤT KẾT NỐI – theo kịch bản giấy, trang {page}',
	'mc.offlineNoPage': 'MẤT KẾT NỐI – theo kịch bản giấy',
	'mc.list': 'Danh sách giới thiệu (chốt {time}, {count} đại biểu)',
	'mc.listOpen': 'Danh sách giới thiệu ({count} đại biểu, chưa chốt)',
	'mc.listAdditional': 'Giới thiệu bổ sung: {count}',
	'mc.freezeList': 'Chốt danh sách giới thiệu',
	'mc.introduced': 'Đã giới thiệu',
	'mc.onBehalfOf': 'Về phía {unit}, xin trân trọng giới thiệu:',
	'mc.waveCall.collectives': 'Xin trân trọng kính mời các tập thể có tên sau đây lên sân khấu nhận {award}:',
	'mc.waveCall.households':
		'Xin trân trọng kính mời các hộ gia đình có tên sau đây lên sân khấu nhận {award}:',
	'mc.waveCall.individuals': 'Xin trân trọng kính mời các cá nhân có tên sau đây lên sân khấu nhận {award}:',
	'mc.conferrerCall': 'Trân trọng kính mời {person} lên trao thưởng.',
	'mc.textSize': 'Cỡ chữ',
	'mc.noText': 'Mục này chưa có lời dẫn. Xin theo kịch bản giấy.'
} as const;
