/** Owns: a day on paper for the programme's tests: real deciders and reducers, a clock that is set by hand. */
import type { CommandMap, CommandType, Command } from '../log/command';
import { decide } from '../log/decide';
import type { LogEvent, NewEvent } from '../log/event';
import { evolve, initialState, type State } from '../log/slices';
import type { Result } from '../result';
import type { ProgrammeState } from './model';

export const START = Date.UTC(2025, 7, 28, 0, 30);
export const MIN = 60_000;

export class Day {
	state: State = initialState;
	now = START - 60 * MIN;
	#seq = 0;

	get programme(): ProgrammeState {
		return this.state.programme;
	}
	get current(): string | null {
		return this.programme.live?.item ?? null;
	}

	/** Decides and applies; the answer carries the command's id, which an undo names. */
	send<T extends CommandType>(type: T, payload: CommandMap[T]): Result<{ id: string }> {
		const id = `command-${++this.#seq}`;
		const command = { id, type, payload } as Command;
		const actor = { kind: 'device', id: 'stage-1', role: 'stage' } as const;
		const done = decide(this.state, command, { now: this.now, actor, command: id });
		if (!done.ok) return done;
		for (const event of done.value.events) this.state = evolve(this.state, this.#logged(event, id));
		return { ok: true, value: { id } };
	}

	/** CHUYỂN MỤC as a screen sends it, after some minutes. */
	next(afterMinutes = 0): Result<{ id: string }> {
		this.now += afterMinutes * MIN;
		return this.send('programme.next', { expectedItem: this.current, expectedStep: this.programme.step });
	}

	#logged({ type, payload }: NewEvent, command: string): LogEvent {
		const actor = { kind: 'device', id: 'stage-1', role: 'stage' } as const;
		const envelope = { seq: this.#seq, epoch: 1, v: 1, at: this.now, actor, command };
		// The pair of type and payload is lost by taking it apart; it comes from one event.
		return { ...envelope, type, payload } as LogEvent;
	}
}

type Line = { id: string; minutes: number; parts?: { id: string; minutes: number }[] };

/** A conference with these items, live, its clock at the planned begin. */
export function dayWith(lines: Line[], status: 'published' | 'live' = 'live'): Day {
	const day = new Day();
	const fresh = ({ id, minutes }: { id: string; minutes: number }) => ({
		id,
		minutes,
		kinds: ['phat_bieu' as const],
		title: `Mục ${id}`,
		on: true,
		delegate: null
	});
	for (const line of lines) {
		day.send('programme.insert', { item: fresh(line), before: null });
		if (line.parts) day.send('programme.split', { item: line.id, parts: line.parts.map(fresh) });
	}
	day.send('conference.status', { status });
	day.now = START;
	return day;
}

export const newItem = (id: string, minutes: number) => ({
	id,
	minutes,
	kinds: ['giai_lao' as const],
	title: `Mục ${id}`,
	on: true,
	delegate: null
});
