/** Owns: the steps of enrolling this browser: ask, wait for approval, ready. */
import type { Role } from '$lib/core/access/roles';
import type { Rejection } from '$lib/core/result';
import { call } from '$lib/client/http';
import { askToKeep } from '$lib/client/persist';
import { Session, type KnownDevice } from '../use-session.svelte';

type Enrolled = {
	device: string;
	conference: string;
	role: Role;
	screen: string;
	status: 'pending' | 'active' | 'revoked';
};
export type Step =
	{ at: 'asking' } | { at: 'waiting'; device: KnownDevice } | { at: 'ready'; device: KnownDevice };

const POLL_MS = 3000;
/** What was taken here last, and by which link: an icon made from that link opens it for ever, server or not. */
const TAKEN_KEY = 'kt.enrolled';
const PREFIX = 8;
type Taken = { secret: string; device: KnownDevice };

/** The device that this browser became by this secret, or null. */
export function takenBy(secret: string): KnownDevice | null {
	const kept: unknown = JSON.parse(localStorage.getItem(TAKEN_KEY) ?? 'null');
	if (!kept || typeof kept !== 'object' || !('secret' in kept) || !('device' in kept)) return null;
	return secret !== '' && kept.secret === secret.slice(0, PREFIX) ? (kept as Taken).device : null;
}

export class Enrolment {
	step = $state.raw<Step>({ at: 'asking' });
	refusal = $state.raw<Rejection | null>(null);
	busy = $state(false);
	/** True while the server does not answer the poll. */
	unreachable = $state(false);
	readonly #session = new Session();
	#timer: ReturnType<typeof setInterval> | null = null;

	/**
	 * A device that waits already goes on waiting, e.g. after the page was closed.
	 * @param taken what this link made of the device before: straight to its screen, also with the server gone
	 */
	async resume(taken: KnownDevice | null): Promise<void> {
		const me = await this.#session.load();
		const waiting = me?.devices.find((device) => device.pending);
		const known = me ? me.devices.find((device) => device.id === taken?.id) : taken;
		if (waiting) this.#wait(waiting);
		else if (known && !known.pending) this.step = { at: 'ready', device: known };
	}

	async enrol(
		input: { secret: string } | { code: string; conference?: string },
		name: string
	): Promise<boolean> {
		this.busy = true;
		this.refusal = null;
		const done = await call<Enrolled>('/enrol', { body: { ...input, name } });
		if (!done.ok) {
			this.busy = false;
			this.refusal = done.rejection;
			return false;
		}
		// Now there is something worth keeping; the connection card shows the answer.
		void askToKeep();
		const { device: id, conference, role, screen, status } = done.value;
		const me = await this.#session.load();
		this.busy = false;
		// The session knows the desk; without an answer the role alone is enough to go on.
		const known = me?.devices.find((device) => device.id === id);
		const device = known ?? { id, conference, name, role, desk: null, screen, pending: status === 'pending' };
		if ('secret' in input) {
			const taken: Taken = { secret: input.secret.slice(0, PREFIX), device: { ...device, pending: false } };
			localStorage.setItem(TAKEN_KEY, JSON.stringify(taken));
		}
		if (device.pending) this.#wait(device);
		else this.step = { at: 'ready', device };
		return true;
	}

	stop(): void {
		if (this.#timer) clearInterval(this.#timer);
		this.#timer = null;
	}

	#wait(device: KnownDevice): void {
		this.step = { at: 'waiting', device };
		this.stop();
		this.#timer = setInterval(() => void this.#look(device.id), POLL_MS);
	}

	async #look(id: string): Promise<void> {
		const me = await this.#session.load();
		this.unreachable = me === null;
		if (!me || this.step.at !== 'waiting') return;
		const device = me.devices.find((one) => one.id === id);
		if (!device) {
			this.stop();
			this.refusal = { code: 'enrolment_declined' };
			this.step = { at: 'asking' };
		} else if (!device.pending) {
			this.stop();
			this.step = { at: 'ready', device };
		}
	}
}
