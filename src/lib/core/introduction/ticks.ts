/** Owns: the introduction list as this screen shows it: what the server said, and its own ticks not yet in it. */
import type { IntroductionView } from '../views/programme-views';

export type OwnTick = { delegate: string; on: boolean };

/** @param own ticks made here that the view does not hold yet, oldest first; the latest of a person counts */
export function withOwnTicks(view: IntroductionView, own: readonly OwnTick[]): IntroductionView {
	if (!own.length) return view;
	const latest = new Map(own.map((tick) => [tick.delegate, tick.on]));
	const shown = <P extends { id: string; introduced: boolean }>(person: P): P => {
		const on = latest.get(person.id);
		return on === undefined || on === person.introduced ? person : { ...person, introduced: on };
	};
	return {
		...view,
		groups: view.groups.map((group) => ({ ...group, people: group.people.map(shown) })),
		late: view.late.map(shown)
	};
}

/** How many stand on the list and how many of them were introduced. */
export function introductionCount(view: IntroductionView): {
	listed: number;
	introduced: number;
	late: number;
} {
	const people = view.groups.flatMap((group) => group.people);
	return {
		listed: people.length,
		introduced: people.filter((person) => person.introduced).length,
		late: view.late.length
	};
}
