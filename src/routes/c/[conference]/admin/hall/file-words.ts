/** Owns: the sentence that says why a hall file was not imported. */
import type { Rejection } from '$lib/core/result';
import { isMessageKey, rejectText, t, tOr } from '$lib/ui/i18n/i18n';
import '$lib/ui/i18n/use/hall';
import '$lib/ui/i18n/use/refusals';

export function fileWords({ code, params = {} }: Rejection): string {
	switch (code) {
		case 'hall_file_big':
			return t('hall.file.big');
		case 'hall_file_unreadable':
			return t('hall.file.unreadable');
		case 'hall_file_field':
			return fieldWords(params);
		default:
			return rejectText({ code, params });
	}
}

/** "Khối thứ 2 (Khối B), mục “số hàng (rows)”: phải là số nguyên từ 1 đến 200." */
function fieldWords(params: Record<string, string | number>): string {
	const list = String(params['list'] ?? 'hall');
	const where = tOr(`hall.in.${list}${params['name'] ? 'Named' : ''}`, 'hall.in.hall', params);
	const rule = tOr(`hall.rule.${params['rule']}`, 'hall.rule.unknown', params);
	const { field: name, nth } = params;
	if (name === undefined) return t('hall.whole', { where, rule });
	const words = `hall.called.${name}`;
	const field = isMessageKey(words) ? `${tOr(words, 'hall.in.hall')} (${name})` : String(name);
	return nth === undefined
		? t('hall.field', { where, field, rule })
		: t('hall.fieldNth', { where, field, nth, rule });
}
