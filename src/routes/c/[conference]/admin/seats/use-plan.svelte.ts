/**
 * Owns: a plan from the press of the button to its being applied. It is made on one version of the seats; when somebody
 * else changed them meanwhile it is made again and says so, and nothing is applied that nobody has looked at.
 */
import { planInput } from '$lib/core/seating/plan/input';
import { planSeats, type Plan, type PlanMode } from '$lib/core/seating/plan/plan';
import type { Rejection } from '$lib/core/result';
import type { Link } from '$lib/client/link.svelte';
import { sendLarge } from '../../_shared/seating/large-order';

export type Made = { plan: Plan; mode: PlanMode; based: number };

export class Planning {
	readonly #link: Link;
	made = $state.raw<Made | null>(null);
	/** Others changed seats after the plan was made; the one on show is new. */
	overtaken = $state(false);
	applying = $state(false);
	refused = $state.raw<Rejection | null>(null);

	constructor(link: Link) {
		this.#link = link;
	}

	/** Makes the plan after the screen has said that it is being made: thousands of people take a moment. */
	async make(mode: PlanMode): Promise<void> {
		this.made = null;
		this.refused = null;
		await painted();
		const { state, personal } = this.#link;
		const plan = planSeats(planInput(state, personal), mode);
		this.made = { plan, mode, based: state.seating.version };
	}

	/** @returns the seq of the applied plan; null when nothing was applied */
	async apply(): Promise<number | null> {
		const { made } = this;
		if (!made || this.applying) return null;
		this.applying = true;
		this.refused = null;
		const sent = await sendLarge(this.#link, 'seat.plan', { seats: made.plan.seats, based: made.based });
		this.applying = false;
		if (sent.ok) return sent.value.seq;
		if (sent.rejection.code === 'plan_overtaken') {
			this.overtaken = true;
			await this.make(made.mode);
		} else this.refused = sent.rejection;
		return null;
	}

	/** Seats were changed elsewhere while the plan is looked at. */
	get stale(): boolean {
		return this.made !== null && this.made.based !== this.#link.state.seating.version;
	}
}

/** Two frames: the first one shows what was said, the second begins after it. */
const painted = (): Promise<void> =>
	new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
