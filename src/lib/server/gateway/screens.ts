/**
 * Owns: the screens that watch, and the view each was sent last. A view is made and encoded once for all screens that
 * share it (ADR 0004). What a commit will show is made while the database writes it, and leaves only once it has.
 */
import type { Socket } from 'socket.io';
import type { Beat } from '../../core/log/message';
import type { LogEvent } from '../../core/log/event';
import type { ViewName, ViewReader } from '../../core/views/registry';
import type { ConferenceLog } from '../log/conference-log';
import type { Planned } from '../log/plan';
import { frameOf, put, type Frame } from './broadcast';
import { viewFor } from './receive';

/** `next`: what the screens of this view are sent in the present round. */
type Held = {
	key: string;
	name: ViewName;
	reader: ViewReader;
	json: string;
	seq: number;
	screens: number;
	next: Frame | null;
	/** The view encoded last, and its text: one that is the same object says the same. */
	made: { view: unknown; json: string } | null;
};
/**
 * Screens with one view each. Sent to in the order in which they came: no kind of screen waits behind all of another,
 * and a walk along sockets made one after the other ends an eighth sooner than one that jumps. Only the few who act at
 * a cue (`first`) are before everybody: they carry the frames while the others read.
 */
type Audience = { views: Map<string, Held>; first: Map<Socket, Held>; screens: Map<Socket, Held> };
/** `own`: pages of one person each. There may be hundreds, so they go after what the hall shares. */
type Watched = { shared: Audience; own: Audience; ahead: Ahead | null };
type Ahead = { events: readonly LogEvent[]; views: Map<Held, { json: string; frame: Frame | null }> };

const audience = (): Audience => ({ views: new Map(), first: new Map(), screens: new Map() });
const ACTING: ReadonlySet<ViewName> = new Set<ViewName>(['presenter1', 'presenter2']);

/** A `ViewMessage` around a view that is text already. */
const encode = (name: ViewName, json: string, epoch: number, seq: number): Frame =>
	frameOf('view', `{"name":"${name}","epoch":${epoch},"seq":${seq},"view":${json}}`);

export class Screens {
	readonly #watched = new Map<string, Watched>();
	readonly #waiting = new Map<string, ConferenceLog>();

	/** Sends the view as it stands, and from now on each change of it. */
	watch(socket: Socket, log: ConferenceLog, name: ViewName, reader: ViewReader): void {
		const watched = this.#watched.get(log.id) ?? { shared: audience(), own: audience(), ahead: null };
		this.#watched.set(log.id, watched);
		const { views, first, screens } = reader.delegate === null ? watched.shared : watched.own;
		const key = [name, name === 'crew' ? reader.role : '', reader.device ?? '', reader.delegate ?? ''].join(
			'|'
		);
		let held = views.get(key);
		if (!held) {
			const json = JSON.stringify(viewFor(log, name, reader));
			held = { key, name, reader, json, seq: log.head, screens: 0, next: null, made: null };
			views.set(key, held);
		}
		held.screens++;
		(ACTING.has(name) ? first : screens).set(socket, held);
		put(socket, encode(name, held.json, log.epoch, held.seq));
	}

	leave(socket: Socket, conference: string): void {
		const watched = this.#watched.get(conference);
		if (!watched) return;
		for (const { views, first, screens } of [watched.shared, watched.own]) {
			const held = first.get(socket) ?? screens.get(socket);
			if (!held) continue;
			first.delete(socket);
			screens.delete(socket);
			if (--held.screens === 0) views.delete(held.key);
		}
		const { shared, own } = watched;
		if (!shared.first.size && !shared.screens.size && !own.screens.size) this.#watched.delete(conference);
	}

	/** Makes the shared views of a commit that may yet fail; `publish` uses them if it is that one that came about. */
	prepare(planned: Planned, log: ConferenceLog): void {
		const watched = this.#watched.get(log.id);
		const last = planned.events.at(-1);
		if (!watched || !last) return;
		const ahead: Ahead = { events: planned.events, views: new Map() };
		for (const held of watched.shared.views.values()) {
			const json = encodedView(planned, held);
			if (json === null) continue;
			const frame = json === held.json ? null : encode(held.name, json, log.epoch, last.seq);
			ahead.views.set(held, { json, frame });
		}
		watched.ahead = ahead;
	}

	/** Sends what these events have changed; they are committed and folded. */
	publish(log: ConferenceLog, events: readonly LogEvent[]): void {
		const watched = this.#watched.get(log.id);
		if (!watched) return;
		const ahead = watched.ahead?.events === events ? watched.ahead : null;
		watched.ahead = null;
		send(watched.shared, log, ahead);
		if (!watched.own.screens.size) return;
		// Commits of the same moment make one page, and whoever sent them is answered first.
		if (!this.#waiting.size) setImmediate(() => this.#publishOwn());
		this.#waiting.set(log.id, log);
	}

	#publishOwn(): void {
		const logs = [...this.#waiting.values()];
		this.#waiting.clear();
		for (const log of logs) {
			const watched = this.#watched.get(log.id);
			if (watched) send(watched.own, log, null);
		}
	}

	beat(log: ConferenceLog, now: number): void {
		const watched = this.#watched.get(log.id);
		if (!watched) return;
		for (const one of [watched.shared, watched.own]) {
			for (const held of one.views.values()) {
				const beat: Beat & { view: ViewName } = {
					epoch: log.epoch,
					head: held.seq,
					now,
					view: held.name
				};
				held.next = frameOf('beat', JSON.stringify(beat));
			}
			deliver(one);
		}
	}

	close(): void {
		this.#watched.clear();
		this.#waiting.clear();
	}
}

function send(to: Audience, log: ConferenceLog, ahead: Ahead | null): void {
	let changed = false;
	for (const held of to.views.values()) {
		const made = ahead?.views.get(held);
		const json = made ? made.json : encodedView(log, held);
		if (json === null || json === held.json) continue;
		held.json = json;
		held.seq = log.head;
		held.next = made?.frame ?? encode(held.name, json, log.epoch, log.head);
		changed = true;
	}
	if (changed) deliver(to);
}

function deliver({ views, first, screens }: Audience): void {
	for (const [socket, { next }] of first) if (next) put(socket, next);
	for (const [socket, { next }] of screens) if (next) put(socket, next);
	for (const held of views.values()) held.next = null;
}

/** One view with a bug must not silence the screens beside it. */
function encodedView(from: Pick<ConferenceLog, 'state' | 'lookup'>, held: Held): string | null {
	try {
		const view = viewFor(from, held.name, held.reader);
		if (held.made && held.made.view === view) return held.made.json;
		const json = JSON.stringify(view);
		held.made = { view, json };
		return json;
	} catch (error) {
		console.error(`[view ${held.name}]`, error instanceof Error ? error.message : error);
		return null;
	}
}
