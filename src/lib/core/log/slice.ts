/** Owns: what a slice of state is. A slice declares the events it reads and reads no other slice. */
import type { EventType, LogEvent } from './event';

export type Slice<S> = {
	initial: S;
	reads: readonly EventType[];
	/** Must tolerate ids it has never heard of: a replica may hold a slice whose neighbours it does not hold. */
	evolve(state: S, event: LogEvent): S;
};
