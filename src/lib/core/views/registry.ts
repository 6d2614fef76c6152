/** Owns: the list of views by name. A view is pure: `(state, personal, subject) → what one screen needs`. */
import type { Role } from '../access/roles';
import type { PersonalLookup } from '../log/event';
import type { State } from '../log/slices';
import { delegateView, projectorView, publicView } from './audience-views';
import { finderView } from './finder-view';
import { marshalView, presenterView, readerView } from './award-views';
import { overlayView, techView } from './media-view';
import { chairView, crewView, mcView } from './programme-views';
import { securityView } from './security-view';
import { stewardView } from './steward-view';

export type ViewReader = { role: Role; device: string | null; delegate: string | null };

export const views = {
	mc: (state: State, lookup: PersonalLookup, reader: ViewReader) => mcView(state, lookup, reader.device),
	chair: (state: State, lookup: PersonalLookup, reader: ViewReader) =>
		chairView(state, lookup, reader.device),
	crew: (state: State, lookup: PersonalLookup, reader: ViewReader) => crewView(state, lookup, reader),
	steward: (state: State, lookup: PersonalLookup, reader: ViewReader) =>
		stewardView(state, lookup, reader.device),
	security: (state: State, lookup: PersonalLookup, reader: ViewReader) =>
		securityView(state, lookup, reader.device),
	reader: (state: State, lookup: PersonalLookup, reader: ViewReader) =>
		readerView(state, lookup, reader.device),
	presenter1: (state: State, lookup: PersonalLookup, reader: ViewReader) =>
		presenterView(state, lookup, 1, reader.device),
	presenter2: (state: State, lookup: PersonalLookup, reader: ViewReader) =>
		presenterView(state, lookup, 2, reader.device),
	marshal: (state: State, lookup: PersonalLookup, reader: ViewReader) =>
		marshalView(state, lookup, reader.device),
	projector: (state: State, lookup: PersonalLookup) => projectorView(state, lookup),
	tech: (state: State, lookup: PersonalLookup, reader: ViewReader) => techView(state, lookup, reader.device),
	overlay: (state: State, lookup: PersonalLookup) => overlayView(state, lookup),
	public: (state: State) => publicView(state),
	finder: (state: State, lookup: PersonalLookup) => finderView(state, lookup),
	delegate: (state: State, lookup: PersonalLookup, reader: ViewReader) =>
		delegateView(state, lookup, reader.delegate ?? '')
};
export type ViewName = keyof typeof views;
export type ViewOf<V extends ViewName> = ReturnType<(typeof views)[V]>;
export const viewNames = Object.keys(views).filter((name): name is ViewName => name in views);
