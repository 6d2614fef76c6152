/** Owns: a title that is set in quotation marks. Pure. */

/** Marks within marks become single ones: “Múa ‘Mừng Đảng’”. */
export const quotable = (title: string): string =>
	title
		.replaceAll('“', '‘')
		.replaceAll('”', '’')
		.replace(/"([^"]*)"/g, '‘$1’');
