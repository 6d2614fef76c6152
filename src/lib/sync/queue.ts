/**
 * Owns: the pure machine of facts waiting to be sent. In order, in chunks of at most fifty; one that is refused for
 * its own sake is set aside for a person and the others go on. A fact stands in the queue only once it is on disk, and
 * leaves the screen's pending set only when the state shown has its seq. The caller runs the effects and reports back.
 */
import type { Command } from '../core/log/command';
import type { Rejection } from '../core/result';

/** A fact as it lies in the outbox. `at` is the device's corrected time of the deed, ms. */
export type PendingFact = { command: Command; at: number };
export type QueuedFact = PendingFact & {
	/** The command's id. */
	key: string;
	order: number;
	/** Why the server refused it for its own sake (bad shape, no right); null while it may be sent. */
	review: string | null;
};
/** Acknowledged with this seq, and possibly not yet part of the state shown. */
export type LandedFact = { fact: QueuedFact; seq: number };
export type Answer =
	{ id: string; ok: true; seq: number } | { id: string | null; ok: false; rejection: Rejection };

export type Queue = {
	/** On disk, in the order of the deeds. */
	facts: readonly QueuedFact[];
	/** On their way to the disk: no card is shown yet. */
	writing: readonly QueuedFact[];
	landed: readonly LandedFact[];
	/** Keys of the chunk on its way, with its number; null: nothing is under way. */
	sending: { attempt: number; keys: readonly string[] } | null;
	attempt: number;
	order: number;
	/** Seq of the state that is shown. */
	upTo: number;
};
export const emptyQueue: Queue = {
	facts: [],
	writing: [],
	landed: [],
	sending: null,
	attempt: 0,
	order: 0,
	upTo: 0
};

export type QueueInput =
	/** What lay on the disk when the page was opened. `landed`: the journal's facts behind `upTo`. */
	| { on: 'opened'; facts: readonly QueuedFact[]; landed: readonly LandedFact[]; upTo: number }
	| { on: 'deed'; fact: PendingFact }
	| { on: 'stored'; key: string }
	/** The disk refused a fact or its acknowledgement: the deed is undone, or the fact goes again. */
	| { on: 'diskFailed'; key: string }
	/** A reason to try: connected, online, visible, a timer. */
	| { on: 'wake' }
	/** Null: no answer came, and nobody knows what the server did. */
	| { on: 'answers'; attempt: number; answers: readonly Answer[] | null }
	/** The disk holds the acknowledgement. */
	| { on: 'journalled'; key: string; seq: number }
	/** The disk holds the refusal. */
	| { on: 'aside'; key: string; review: string }
	| { on: 'settle'; key: string; how: 'retry' | 'drop' }
	| { on: 'dropped'; key: string }
	| { on: 'confirmed'; upTo: number }
	/** Another history of the log: what it had acknowledged is offered again; ids make that harmless. */
	| { on: 'offerAgain'; facts: readonly PendingFact[] };

export type QueueEffect =
	| { do: 'store'; fact: QueuedFact }
	| { do: 'send'; attempt: number; commands: Command[] }
	| { do: 'journal'; fact: QueuedFact; seq: number }
	| { do: 'setAside'; fact: QueuedFact }
	| { do: 'drop'; key: string };

const CHUNK = 50;
/** A message over 64 KB closes the socket, and the same chunk would close it again for ever. */
const CHUNK_BYTES = 48 * 1024;
/** Not the fact's fault: keep it and try again. */
const LATER = new Set([
	'unavailable',
	'offline',
	'too_many_tries',
	'epoch_superseded',
	'not_signed_in',
	'device_pending'
]);

type Step = { queue: Queue; effects: QueueEffect[] };
const stay = (queue: Queue): Step => ({ queue, effects: [] });

/** One step of the machine; the same input on the same queue gives the same step. */
export function queueStep(queue: Queue, input: QueueInput): Step {
	switch (input.on) {
		case 'opened':
			return opened(queue, input);
		case 'deed': {
			const order = queue.order + 1;
			const fact: QueuedFact = { ...input.fact, key: input.fact.command.id, order, review: null };
			return {
				queue: { ...queue, order, writing: [...queue.writing, fact] },
				effects: [{ do: 'store', fact }]
			};
		}
		case 'stored': {
			const fact = queue.writing.find(({ key }) => key === input.key);
			if (!fact) return stay(queue);
			const writing = queue.writing.filter((one) => one !== fact);
			// The disk may answer out of turn; the order of the deeds stands.
			return send({ ...queue, writing, facts: inOrder([...without(queue.facts, fact.key), fact]) });
		}
		case 'diskFailed':
			return stay(settled({ ...queue, writing: without(queue.writing, input.key) }, input.key));
		case 'wake':
			return send(queue);
		case 'answers':
			return answered(queue, input);
		case 'journalled': {
			const fact = queue.facts.find(({ key }) => key === input.key);
			if (!fact) return stay(queue);
			const landed = input.seq > queue.upTo ? [...queue.landed, { fact, seq: input.seq }] : queue.landed;
			return send(settled({ ...queue, landed, facts: without(queue.facts, input.key) }, input.key));
		}
		case 'aside':
			return send(settled(reviewed(queue, input.key, input.review), input.key));
		case 'settle': {
			const fact = queue.facts.find(({ key }) => key === input.key);
			if (!fact) return stay(queue);
			if (input.how === 'drop') return { queue, effects: [{ do: 'drop', key: input.key }] };
			const again = { ...fact, review: null };
			return {
				queue: { ...queue, writing: [...queue.writing, again] },
				effects: [{ do: 'store', fact: again }]
			};
		}
		case 'dropped':
			return stay({ ...queue, facts: without(queue.facts, input.key) });
		case 'confirmed': {
			const { upTo } = input;
			const landed = queue.landed.some((one) => one.seq <= upTo)
				? queue.landed.filter((one) => one.seq > upTo)
				: queue.landed;
			return stay({ ...queue, upTo, landed });
		}
		case 'offerAgain':
			return offeredAgain(queue, input.facts);
	}
}

function opened(queue: Queue, { facts, landed, upTo }: Extract<QueueInput, { on: 'opened' }>): Step {
	const shown = Math.max(queue.upTo, upTo);
	const known = new Set([...queue.facts, ...facts].map(({ key }) => key));
	// Facts made before the disk was open go behind those that lay on it, and onto it.
	const saved = new Set(facts.map(({ key }) => key));
	const early = queue.facts.filter(({ key }) => !saved.has(key));
	const last = Math.max(queue.order, ...facts.map(({ order }) => order));
	const renumbered = early.map((fact, i) => ({ ...fact, order: last + i + 1 }));
	const next: Queue = {
		...queue,
		facts: [...facts, ...renumbered],
		landed: [...landed.filter(({ fact, seq }) => seq > shown && !known.has(fact.key)), ...queue.landed],
		order: last + renumbered.length,
		upTo: shown
	};
	const { queue: sent, effects } = send(next);
	return {
		queue: sent,
		effects: [...renumbered.map((fact) => ({ do: 'store', fact }) as const), ...effects]
	};
}

/** Takes the next chunk when nothing is under way. */
function send(queue: Queue): Step {
	if (queue.sending) return stay(queue);
	const chunk = chunkOf(queue.facts.filter(({ review }) => review === null));
	if (!chunk.length) return stay(queue);
	const attempt = queue.attempt + 1;
	return {
		queue: { ...queue, attempt, sending: { attempt, keys: chunk.map(({ key }) => key) } },
		effects: [{ do: 'send', attempt, commands: chunk.map(({ command }) => command) }]
	};
}

function answered(queue: Queue, { attempt, answers }: Extract<QueueInput, { on: 'answers' }>): Step {
	// A late answer to a chunk that was given up: its facts went again, and get the same answer again.
	if (queue.sending?.attempt !== attempt) return stay(queue);
	const effects: QueueEffect[] = [];
	const keys: string[] = [];
	for (const key of queue.sending.keys) {
		const fact = queue.facts.find((one) => one.key === key);
		const answer = answers?.find(({ id }) => id === key);
		if (!fact || !answer || (!answer.ok && LATER.has(answer.rejection.code))) continue;
		keys.push(key);
		effects.push(
			answer.ok
				? { do: 'journal', fact, seq: answer.seq }
				: { do: 'setAside', fact: { ...fact, review: answer.rejection.code } }
		);
	}
	// Nothing left the queue: going on at once would only repeat the question; the next wake does it.
	return { queue: { ...queue, sending: keys.length ? { attempt, keys } : null }, effects };
}

/** One fact of the chunk is done with; the last one frees the way. */
function settled(queue: Queue, key: string): Queue {
	if (!queue.sending) return queue;
	const keys = queue.sending.keys.filter((one) => one !== key);
	return { ...queue, sending: keys.length ? { ...queue.sending, keys } : null };
}

function offeredAgain(queue: Queue, facts: readonly PendingFact[]): Step {
	const waiting = new Set([...queue.facts, ...queue.writing].map(({ key }) => key));
	const first = Math.min(0, ...queue.facts.map(({ order }) => order)) - facts.length;
	const again = facts
		.filter(({ command }) => !waiting.has(command.id))
		.map((fact, i) => ({ ...fact, key: fact.command.id, order: first + i, review: null }));
	return {
		// What was acknowledged belongs to the history that is gone.
		queue: { ...queue, landed: [], writing: [...queue.writing, ...again] },
		effects: again.map((fact) => ({ do: 'store', fact }))
	};
}

const inOrder = (facts: QueuedFact[]): QueuedFact[] => facts.sort((a, b) => a.order - b.order);
const without = (facts: readonly QueuedFact[], key: string): QueuedFact[] =>
	facts.filter((one) => one.key !== key);
const reviewed = (queue: Queue, key: string, review: string): Queue => ({
	...queue,
	facts: queue.facts.map((one) => (one.key === key ? { ...one, review } : one))
});

/** As many from the front as fit into one message; at least one. */
function chunkOf(facts: QueuedFact[]): QueuedFact[] {
	let bytes = 0;
	const encoder = new TextEncoder();
	const over = facts.slice(0, CHUNK + 1).findIndex(({ command }, i) => {
		bytes += encoder.encode(JSON.stringify(command)).length + 1;
		return i > 0 && (i >= CHUNK || bytes > CHUNK_BYTES);
	});
	return over < 0 ? facts : facts.slice(0, over);
}

/** Facts to be replayed over the confirmed state, oldest first. */
export const pendingOf = (queue: Queue): PendingFact[] => [
	...queue.landed.map(({ fact }) => fact),
	...queue.facts
];
