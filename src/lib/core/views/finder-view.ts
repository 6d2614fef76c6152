/**
 * Owns: what the board in the lobby holds: everybody's name, unit and seat, and the drawing of the hall. Nothing else
 * of anybody travels there, since whoever passes may read it; and an arrival is nothing to it.
 */
import { byGivenName } from '../delegates/given-name';
import type { PersonalLookup } from '../log/event';
import type { State } from '../log/slices';
import { seatKey, type Hall } from '../seating/hall';
import { rowsOf } from '../table';
import { text } from './shared';

/** Short, for there may be thousands; `unit` counts in `units`, `seat` is a seat's key, '' while there is none. */
export type FinderPerson = [honorific: string, name: string, unit: number, seat: string];

export type FinderView = {
	title: string;
	venue: string;
	hall: Hall | null;
	units: string[];
	/** By given name. */
	people: FinderPerson[];
};

type Made = Pick<State, 'roster' | 'seating'> & { view: FinderView };
/** By the settings, which change least. A list of thousands is not sorted anew because somebody came in. */
const made = new WeakMap<object, Made>();

/** The same object while list, seats and settings are the same: nothing is encoded or sent again. */
export function finderView({ conference, roster, seating }: State, lookup: PersonalLookup): FinderView {
	const before = made.get(conference.settings);
	if (before?.roster === roster && before.seating === seating) return before.view;
	const units = new Map<string, number>();
	const people = [...rowsOf(roster.delegates)]
		.filter(({ withdrawn }) => !withdrawn)
		.map(({ id, unit }) => {
			const who = lookup(`delegate:${id}`);
			const seat = seating.seats[id];
			return {
				honorific: text(who?.honorific),
				name: text(who?.name),
				unit,
				seat: seat ? seatKey(seat) : ''
			};
		})
		// Whose name is not here any more cannot be looked up by it.
		.filter(({ name }) => name !== '')
		.sort((a, b) => byGivenName(a, b) || (a.seat < b.seat ? -1 : a.seat > b.seat ? 1 : 0))
		.map(({ honorific, name, unit, seat }): FinderPerson => {
			const at = units.get(unit) ?? units.size;
			units.set(unit, at);
			return [honorific, name, at, seat];
		});
	const { title, venue } = conference.settings;
	const view: FinderView = { title, venue, hall: seating.hall, units: [...units.keys()], people };
	made.set(conference.settings, { roster, seating, view });
	return view;
}
