/** Owns: shapes that travel to replicas and views, and the rule of what a replica sees. */
import type { LogEvent, PersonalPayload } from './event';
import type { PartialState } from './slices';

/** `prev`: the seq before the first of these that this replica could see; a mismatch with what it holds means pull. */
export type ReplicaMessage = {
	epoch: number;
	prev: number;
	upTo: number;
	events: LogEvent[];
	personal: Record<string, PersonalPayload | null>;
};
export type ReplicaSnapshot = {
	epoch: number;
	upTo: number;
	state: PartialState;
	personal: Record<string, PersonalPayload>;
};
export type ViewMessage = { name: string; epoch: number; seq: number; view: unknown };
/** `head`: newest seq this replica can see, or the seq of the view last sent. */
export type Beat = { epoch: number; head: number; now: number };
