/** Owns: the way to a seat: words beside the small map, at the door and on the guest’s phone. */
export const guide = {
	'guide.stage': 'Sân khấu',
	'guide.map': 'Sơ đồ đường vào ghế: {way}',
	'guide.enter': 'Vào {door}',
	'guide.aisle.middle': 'đi theo lối giữa',
	'guide.aisle.between': 'đi theo lối giữa {first} và {second}',
	'guide.aisle.inside': 'đi theo lối trong {block}',
	'guide.aisle.left': 'đi theo lối bên trái {block}',
	'guide.aisle.right': 'đi theo lối bên phải {block}',
	'guide.steps.left': 'lên sân khấu bằng bậc bên trái',
	'guide.steps.right': 'lên sân khấu bằng bậc bên phải',
	'guide.hand.left': 'hàng {row} bên tay trái',
	'guide.hand.right': 'hàng {row} bên tay phải',
	'guide.row': 'hàng {row}',
	'guide.seat': 'ghế {seat}',
	'guide.way': 'Đường vào ghế',
	'guide.place': 'Xếp chỗ'
} as const;
