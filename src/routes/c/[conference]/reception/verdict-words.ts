/** Owns: the words of a verdict, as they stand on the card. Binding words come from the catalogue. */
import type { DoorVerdict, Earlier } from '$lib/core/admissions/verdict';
import type { seatOf } from '$lib/core/seating/model';
import type { Verdict } from '$lib/core/admissions/model';
import type { IconName } from '$lib/ui/icons';
import { formatTime, t } from '$lib/ui/i18n/i18n';
import '$lib/ui/i18n/use/reception';

export type CardWords = { tone: Verdict; icon?: IconName; headline: string; lines: string[] };

export type Around = {
	/** What the server's answer added. */
	earlier: Earlier | null;
	/** Somebody who came instead before. */
	substitute: string | null;
	/** On a substitute's own card: whom they stand for. */
	insteadOf: string | null;
	online: boolean;
	lost: boolean;
	/** Nobody has a seat yet: then nobody waits for one. */
	seated: boolean;
	unit: string;
	title: string;
};

export function cardWords(verdict: DoorVerdict, around: Around): CardWords {
	if (around.lost)
		return { tone: 'red', headline: t('reception.notStored'), lines: [t('reception.notStoredLine')] };
	const flag = verdict.silent ? [t('reception.verdict.flagSalute')] : [];
	// On every card: two people of one name differ by nothing else.
	const tail = [[around.title, around.unit].filter(Boolean).join(' · ')].filter(Boolean);
	const earlier = around.earlier ?? (verdict.tone === 'blue' ? verdict.earlier : null);
	if (earlier)
		return {
			tone: 'blue',
			headline: t('reception.verdict.repeat'),
			lines: [
				...flag,
				whenAndWhere(earlier),
				...(around.substitute ? [t('reception.verdict.substituteCame', { person: around.substitute })] : []),
				...seatLines(verdict, around),
				...tail
			]
		};
	const place = [...flag, ...seatLines(verdict, around)];
	const award = verdict.recipient ? [awardLine(verdict.recipient)] : [];
	switch (verdict.code) {
		case 'admitted':
		case 'seatMoved':
		case 'repeat':
			return {
				tone: verdict.tone,
				...(verdict.code === 'seatMoved' && { icon: 'seat' }),
				headline: t('reception.verdict.admitted'),
				lines: [
					...(around.insteadOf ? [t('reception.substitute', { person: around.insteadOf })] : []),
					...place,
					...award,
					...tail
				]
			};
		case 'vip':
			return {
				tone: 'amber',
				icon: 'star',
				headline: t('reception.verdict.vip'),
				lines: [
					around.online ? t('reception.verdict.vipLine') : t('reception.verdict.vipOffline'),
					...(verdict.recipient ? [`${t('reception.verdict.recipient')} · ${award[0] ?? ''}`] : []),
					...place,
					...tail
				]
			};
		case 'recipient':
			return {
				tone: 'amber',
				icon: 'medal',
				headline: t('reception.verdict.recipient'),
				lines: [...award, ...place, ...tail]
			};
		case 'reissued':
			return {
				tone: 'red',
				headline: t('reception.verdict.reissued'),
				lines: [
					...flag,
					...(verdict.earlier ? [earlierLine(verdict.earlier)] : []),
					t('reception.verdict.reissuedLine'),
					...tail
				]
			};
		case 'withdrawn':
			return {
				tone: 'red',
				headline: t('reception.verdict.withdrawn'),
				lines: [...flag, t('reception.verdict.withdrawnLine'), ...tail]
			};
		case 'citizenCard':
			return {
				tone: 'red',
				headline: t('reception.verdict.unknown'),
				lines: [...flag, t('reception.verdict.citizenCardLine'), t('reception.verdict.unknownHelp')]
			};
		case 'otherConference':
			return {
				tone: 'red',
				headline: t('reception.verdict.otherConference'),
				lines: [...flag, t('reception.verdict.unknownHelp')]
			};
		case 'unknown':
			return {
				tone: 'red',
				headline: t('reception.verdict.unknown'),
				lines: [...flag, t('reception.verdict.unknownHelp')]
			};
		default:
			return verdict.code satisfies never;
	}
}

/** "7:41, bàn 2" */
function whenAndWhere(earlier: Earlier): string {
	const time = formatTime(earlier.at);
	return earlier.desk ? t('reception.verdict.repeatLine', { time, desk: lowerFirst(earlier.desk) }) : time;
}

function earlierLine(earlier: Earlier): string {
	const time = formatTime(earlier.at);
	return earlier.desk
		? t('reception.verdict.earlier', { time, desk: lowerFirst(earlier.desk) })
		: t('reception.verdict.earlierNoDesk', { time });
}

const lowerFirst = (text: string): string => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);

function seatLines(verdict: DoorVerdict, around: Around): string[] {
	if (!verdict.seat) return around.seated ? [t('reception.verdict.seatPending')] : [];
	const moved = verdict.seat.moved ? [t('reception.verdict.seatMoved')] : [];
	return [...moved, seatText(verdict.seat)];
}

/** "Khối A, hàng 3, ghế 12" */
export function seatText(seat: NonNullable<ReturnType<typeof seatOf>>): string {
	const { blockName, row } = seat;
	// Halls name their blocks "A" as well as "Khối A"; the Presidium's table is no block.
	const plain = blockName.replace(/^Khối\s+/i, '');
	const words = t('seat.full', { block: plain, row, seat: seat.seat });
	return plain === blockName && plain.length > 3 ? words.replace(/^Khối\s+/, '') : words;
}

/** Where a recipient stands; before the waves are made, or left out of theirs, that is nowhere yet. */
export const awardLine = (place: { wave: number; position: number }): string =>
	t(place.wave ? 'reception.verdict.recipientLine' : 'reception.verdict.noWave', place);
