/** Owns: the words of screens where people enter, change and decide; watching screens go without. */
export const work = {
	'common.save': 'Lưu',
	'common.saved': 'Đã lưu',
	'common.back': 'Quay lại',
	'common.apply': 'Áp dụng',
	'common.delete': 'Xóa',
	'common.edit': 'Sửa',
	'common.undo': 'Hoàn tác',
	'common.nothingFound': 'Không thấy kết quả nào cho “{query}”',
	'common.chooseFile': 'Chọn tệp',
	'common.people': '{count} người',
	'common.delegates': '{count} đại biểu',
	'verdict.green': 'Được',
	'verdict.amber': 'Lưu ý',
	'verdict.blue': 'Đã có trước',
	'verdict.red': 'Cần người xem'
} as const;
