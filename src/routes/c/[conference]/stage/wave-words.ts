/** Owns: what the stage says of the awards outside their panel; loaded with it, not before. */
import { t } from '$lib/ui/i18n/i18n';
import '$lib/ui/i18n/use/waves';

export const spaceIdle = (): string => t('waves.spaceIdle');
