/**
 * Owns: the stage's hand on the waves: the wave in hand as it is seen, its next step, and every change of its people.
 * An order names what was seen; while one is on its way, and for a moment after it, no second one is sent.
 */
import type { Link } from '$lib/client/link.svelte';
import { standInFor, withStandIn } from '$lib/core/awards/leaders';
import { callsBefore, membersOf, wavesInOrder, type LaterReason } from '$lib/core/awards/model';
import { honouredView, isAtHand, type HonouredView } from '$lib/core/awards/people';
import { nextFrame } from '$lib/core/awards/run';
import { isConfirmed, stacksOf, unconfirmed } from '$lib/core/awards/stack';
import { currentWave, laterWaveFor, nextWave, secondsLeft, secondsLeftOf } from '$lib/core/awards/waves';
import type { CommandMap, CommandType } from '$lib/core/log/command';
import type { Rejection } from '$lib/core/result';
import { personView } from '$lib/core/views/shared';
import { whereabouts } from '$lib/core/admissions/model';

/** A second tap of the same finger is no second step. */
const REST_MS = 600;

export type Member = HonouredView & {
	atHand: boolean;
	/** Being handed theirs. */
	now: boolean;
	/** Where "Sang lượt k" leads. */
	moveTo: number;
};

export class Waves {
	readonly link: Link;
	/** Why the last order was not carried out; the panel shows the step as it is. */
	refusal = $state<Rejection | null>(null);
	#sending = $state(0);
	#awaited = $state(0);
	#changed = $state<string | null>(null);
	#restUntil = 0;
	/** When the step on the screen last became another. */
	#steppedAt = 0;

	awards = $derived.by(() => this.link.state.awards);
	wave = $derived.by(() => currentWave(this.awards));
	ahead = $derived.by(() => nextWave(this.awards));
	count = $derived.by(() => wavesInOrder(this.awards).length);
	/** Also when all are over: the last step can be taken back. */
	last = $derived.by(() => wavesInOrder(this.awards).findLast((one) => one.step === 'cleared') ?? null);
	decision = $derived.by(() => (this.wave ? (this.awards.decisions[this.wave.decision] ?? null) : null));
	/** Called after the reading, and nobody has read it out. */
	unread = $derived.by(() => {
		const { decision, wave } = this;
		if (!decision || !wave || callsBefore(decision)) return false;
		return (
			this.awards.announced[decision.id] === undefined && (wave.step === 'prepared' || wave.step === 'staged')
		);
	});
	frame = $derived.by(() => (this.wave ? nextFrame(this.awards, this.wave) : null));
	missing = $derived.by(() => (this.wave ? unconfirmed(this.awards, this.wave) : []));
	members = $derived.by((): Member[] => {
		const { wave, awards } = this;
		if (!wave) return [];
		const handed = wave.step === 'presenting' ? this.frame?.row.id : undefined;
		const end = this.count + 1;
		return membersOf(awards, wave.number).map((row) => {
			const person = honouredView(this.link.state, this.link.personal, row);
			const moveTo = laterWaveFor(awards, row)?.number ?? end;
			return { ...person, atHand: isAtHand(person), now: row.id === handed, moveTo };
		});
	});
	away = $derived.by(() => this.members.filter((one) => !one.atHand));
	/** Who carries frames, and whether the pile is confirmed as it is now. */
	piles = $derived.by(() => {
		const { wave } = this;
		if (!wave) return [];
		const stacks = stacksOf(this.awards, wave.number);
		return ([1, 2] as const)
			.filter((presenter) => stacks[presenter].length > 0)
			.map((presenter) => ({
				presenter,
				confirmed: isConfirmed(wave, presenter),
				unseen: this.link.unseen.includes(`presenter-${presenter}`)
			}));
	});
	conferrers = $derived.by(() =>
		(this.wave?.conferrers ?? []).flatMap((id) => {
			const person = personView(this.link.state, this.link.personal, id);
			const here = whereabouts(this.link.state.admissions, id) === 'present';
			return person ? [{ ...person, here }] : [];
		})
	);
	/** The leader present who comes next, for one who is away. */
	standIn = $derived.by(() => {
		const id = this.wave && standInFor(this.link.state, this.wave);
		return id ? personView(this.link.state, this.link.personal, id) : null;
	});
	/** Estimates, seconds. */
	left = $derived.by(() => ({
		wave: this.wave ? secondsLeftOf(this.awards, this.wave) : 0,
		all: secondsLeft(this.awards)
	}));
	busy = $derived.by(() => this.#sending > 0 || this.link.upTo < this.#awaited);
	/** People may be changed until the photo. */
	open = $derived.by(() => this.wave !== null && this.wave.step !== 'photo' && this.wave.step !== 'cleared');
	/** Only this window's own change of people: the making of all waves is not undone from the stage. */
	undoable = $derived.by(() => {
		const last = this.awards.last?.command;
		return last !== undefined && last === this.#changed ? last : null;
	});

	constructor(link: Link) {
		this.link = link;
		$effect(() => {
			void [this.wave?.number, this.wave?.step, this.wave?.given];
			this.#steppedAt = performance.now();
		});
	}

	async #change<T extends CommandType>(type: T, payload: CommandMap[T]): Promise<boolean> {
		const done = await this.#order(type, payload);
		if (done !== null) this.#changed = done;
		return done !== null;
	}

	/** @returns the id of the order when it was taken */
	async #order<T extends CommandType>(type: T, payload: CommandMap[T]): Promise<string | null> {
		this.#sending++;
		try {
			const answer = await this.link.order(type, payload);
			this.refusal = answer.ok ? null : answer.rejection;
			if (!answer.ok) return null;
			this.#awaited = Math.max(this.#awaited, answer.value.seq);
			return answer.value.id;
		} finally {
			this.#sending--;
			this.#restUntil = performance.now() + REST_MS;
		}
	}
	get #rests(): boolean {
		return this.busy || performance.now() < this.#restUntil;
	}
	#seen(wave: { number: number; step: CommandMap['wave.next']['step']; given: number; version: number }) {
		const { number, step, given, version } = wave;
		return { wave: number, step, given, version };
	}

	/** The wave's one button. @param override "Vẫn mời lên", held */
	next = async (override = false): Promise<void> => {
		if (!this.wave || this.#rests) return;
		// The key changed its word under the finger: somebody else was first, and this press meant their step.
		if (performance.now() - this.#steppedAt < REST_MS) {
			this.refusal = { code: 'wave_moved_on', params: { wave: this.wave.number } };
			return;
		}
		await this.#order('wave.next', { ...this.#seen(this.wave), ...(override && { override }) });
	};
	/** One step back; of the last wave too when all are over. */
	back = async (): Promise<void> => {
		const { wave, last } = this;
		const one = wave && wave.step !== 'prepared' ? wave : last;
		if (!one || this.#rests) return;
		await this.#order('wave.back', this.#seen(one));
	};
	prepareAhead = async (): Promise<void> => {
		if (this.ahead?.step === 'prepared' && !this.#rests)
			await this.#order('wave.next', this.#seen(this.ahead));
	};

	get #version(): number {
		return this.wave?.version ?? 0;
	}
	/** Several of the wave at once, in one event. */
	later = async (recipients: readonly { id: string }[], reason: LaterReason): Promise<void> => {
		if (!recipients.length || this.busy) return;
		await this.#change('wave.later', {
			recipients: recipients.map(({ id }) => id),
			version: this.#version,
			reason
		});
	};
	move = async (recipient: string): Promise<void> => {
		if (!this.busy) await this.#change('wave.move', { recipient, version: this.#version });
	};
	swap = async (recipient: string, other: string): Promise<void> => {
		if (!this.busy) await this.#change('wave.swap', { recipient, with: other, version: this.#version });
	};
	/** @param stand null: nobody on behalf any more */
	behalf = (recipient: string, stand: { name: string; reason: string } | null): Promise<boolean> =>
		this.#change('wave.behalf', {
			recipient,
			version: this.#version,
			delegate: null,
			reason: stand?.reason ?? null,
			...(stand && { name: stand.name })
		});
	mark = (recipient: string, mark: CommandMap['frame.mark']['mark']): Promise<boolean> =>
		this.#change('frame.mark', { recipient, mark });
	/** @returns how to take it back, null when it was refused */
	substitute = async (away: string, by: string): Promise<(() => Promise<void>) | null> => {
		const { wave } = this;
		if (!wave || this.busy) return null;
		const { number, conferrers } = wave;
		const set = (people: string[]) => this.#order('wave.conferrers', { wave: number, conferrers: people });
		if ((await set(withStandIn(wave, away, by))) === null) return null;
		return async () => void (await set([...conferrers]));
	};
	undo = async (): Promise<void> => {
		if (this.undoable !== null && !this.busy) await this.#order('wave.undo', { of: this.undoable });
	};
}
