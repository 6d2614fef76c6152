/**
 * Owns: what a kiosk says to one person who shows an invitation: a greeting and a seat. The server answers it for the
 * code alone; the kiosk holds nobody's name before and keeps none after. A card that needs a person names nobody.
 */
import type { PersonalLookup } from '../log/event';
import type { seatOf, SeatingState } from '../seating/model';
import { wayTo, type Way } from '../seating/way';
import { text, type PersonView } from '../views/shared';
import type { DoorVerdict, VerdictCode } from './verdict';
import type { Verdict } from './model';

export type Greeting = {
	tone: Verdict;
	code: VerdictCode;
	silent: boolean;
	person: Omit<PersonView, 'id'> | null;
	seat: ReturnType<typeof seatOf>;
	way: Way | null;
	recipient: DoorVerdict['recipient'];
	/** Of a code of another conference: its title, where this server knows it. */
	conference: string | null;
};

/** @param conference title of the conference that the code is of, when it is not this one */
export function greetingOf(
	verdict: DoorVerdict,
	personal: PersonalLookup,
	seating: SeatingState,
	conference: string | null = null
): Greeting {
	const { tone, code, silent, delegate, seat, recipient } = verdict;
	const nobody = { silent, person: null, seat: null, way: null, recipient: null };
	if (conference !== null) return { ...nobody, tone: 'red', code: 'otherConference', conference };
	if (tone === 'red' || !delegate) return { ...nobody, tone, code, conference: null };
	const who = personal(`delegate:${delegate.id}`);
	const person = {
		honorific: text(who?.honorific),
		name: text(who?.name),
		title: text(who?.title),
		unit: delegate.unit
	};
	const place = seat && seating.seats[delegate.id];
	const way = place ? wayTo(seating.hall, place) : null;
	return { tone, code, silent, person, seat, way, recipient, conference: null };
}
