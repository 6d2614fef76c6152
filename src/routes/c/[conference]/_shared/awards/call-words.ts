/** Owns: the sentences of a call, as they are spoken, and how the people of a wave are written. Pure but for the catalogue. */
import type { CalledName, CallPart } from '$lib/core/awards/call';
import type { HonouredView } from '$lib/core/awards/people';
import { withOffice } from '$lib/core/delegates/office';
import type { PersonView } from '$lib/core/views/shared';
import { t } from '$lib/ui/i18n/i18n';
import '$lib/ui/i18n/use/waves';
import { fullName, joined } from '../person-words';

/** The name as it is called; a collective's representative and nhận thay stand on a line of their own. */
export function nameLine(called: CalledName): string {
	const name = withOffice(called);
	return called.posthumous ? `${name} (${t('waves.call.posthumous')})` : name;
}

export function upLine({ up, ...called }: CalledName): string {
	if (!up) return '';
	if (!up.behalf) return t('waves.represents', { person: withOffice(up) });
	return t('waves.behalf', {
		receiver: withOffice(up),
		recipient: joined([called.honorific, called.name], ' ')
	});
}

/** "Trân trọng kính mời Ông A, Chủ tịch … và Bà B, … lên trao thưởng." */
export function conferrersLine(people: readonly PersonView[]): string {
	const names = people.map(withOffice);
	const last = names.pop() ?? '';
	const all = names.length ? `${names.join('; ')} ${t('waves.call.and')} ${last}` : last;
	return t('waves.call.conferrers', { people: all });
}

export const inviteLine = ({ type, one, form }: Extract<CallPart, { kind: 'invite' }>): string =>
	t(`waves.call.${type}.${one ? 'one' : 'many'}`, { form });

/** Who goes up instead, as a note beside the name. */
export function standsNote({ stands, ...person }: HonouredView): string {
	if (!stands?.name) return '';
	const who = withOffice(stands);
	return stands.reason
		? t('waves.behalf', { receiver: who, recipient: fullNameOf(person) })
		: t('waves.represents', { person: who });
}

export const fullNameOf = (person: Pick<PersonView, 'honorific' | 'name'>): string =>
	fullName({ id: '', title: '', unit: '', ...person });

/** "2 phút", "40 giây": as exact as an estimate is. */
export const about = (seconds: number): string =>
	seconds < 60
		? t('waves.seconds', { count: Math.ceil(seconds / 10) * 10 })
		: t('waves.minutes', { count: Math.round(seconds / 60) });
