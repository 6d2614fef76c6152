/** Owns: the words of a programme kind. */
import type { ProgrammeKind } from '$lib/core/programme/kinds';
import { t, tOr } from '$lib/ui/i18n/i18n';
import '$lib/ui/i18n/use/admin';
import '$lib/ui/i18n/use/kinds';
import '$lib/ui/i18n/use/stage';

export function kindName(kind: ProgrammeKind): string {
	if (kind === 'giai_lao') return t('stage.insert.break');
	if (kind === 'chup_anh') return t('stage.insert.photo');
	return tOr(`kind.${kind}`, 'admin.otherKind');
}
