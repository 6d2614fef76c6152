/**
 * Owns: the stage's hand on the cues: what is called now, whom it asks and what they said, and the orders. An order
 * names what was seen; while one is on its way no second one is sent.
 */
import type { Link } from '$lib/client/link.svelte';
import { phaseOf } from '$lib/core/cues/due';
import { askedDevices, isAskable, standings, type Standing } from '$lib/core/cues/plan';
import type { CueAnswer, CuePhase } from '$lib/core/cues/plan-model';
import type { Role } from '$lib/core/access/roles';
import type { CommandMap, CommandType } from '$lib/core/log/command';
import { timingOf } from '$lib/core/time/timing-of';
import { rejectText } from '$lib/ui/i18n/i18n';
import type { useToasts } from '$lib/ui/toasts.svelte';
import { cueSentence } from '../../_shared/cues/cue-words';

export type Asked = { device: string; role: Role; answer: CueAnswer | null; reply: string };
export type CueRow = {
	standing: Standing;
	text: string;
	/** Null: not due yet. */
	phase: CuePhase | null;
	asked: Asked[];
	/** Roles it is for that have no device at all. */
	unmanned: Role[];
	/** Asked in this phase and without an answer. */
	waiting: Asked[];
	nudgedAt: number | null;
};
export type CueCall = { cue: string; text: string; answer: CueAnswer; device: string; reply: string };

export class Cues {
	readonly link: Link;
	readonly #toasts: ReturnType<typeof useToasts>;
	#sending = $state(0);

	#now = $derived.by(() => Math.floor(this.link.now / 1000) * 1000);
	#timing = $derived.by(() => timingOf(this.link.state.programme, this.link.state.conference.settings));
	rows = $derived.by((): CueRow[] =>
		standings(this.link.state)
			.filter((one) => !one.withdrawn)
			.map((one) => this.#row(one))
	);
	/** What asks somebody now: reports, then what is to be given, then what was. */
	due = $derived.by(() => this.rows.filter((row) => row.standing.near && row.phase !== null && !isDone(row)));
	done = $derived.by(() => this.rows.filter((row) => row.standing.near && row.phase !== null && isDone(row)));
	/** Coming, the nearest first. */
	ahead = $derived.by(() =>
		this.rows
			.filter(({ phase, standing: { cue } }) => !phase && cue.trigger.on !== 'hand')
			.sort((a, b) => Number(b.standing.near) - Number(a.standing.near))
	);
	byHand = $derived.by(() =>
		this.rows.filter(({ phase, standing: { cue } }) => !phase && cue.trigger.on === 'hand')
	);
	/** Every "Chưa rõ – gọi tôi" that nobody has called about. */
	calls = $derived.by((): CueCall[] =>
		this.rows.flatMap(({ standing, text }) =>
			Object.entries(standing.run?.answers ?? {}).flatMap(([device, { standby, go }]) =>
				[standby, go].flatMap((answer) =>
					answer?.answer === 'unclear' && answer.calledAt === undefined
						? [{ cue: standing.cue.id, text, answer, device, reply: this.#reply(answer) }]
						: []
				)
			)
		)
	);
	busy = $derived.by(() => this.#sending > 0);

	constructor(link: Link, toasts: ReturnType<typeof useToasts>) {
		this.link = link;
		this.#toasts = toasts;
	}

	#reply(answer: CueAnswer | undefined): string {
		const said = answer?.replied && this.link.personal(`reply:${answer.id}`)?.text;
		return typeof said === 'string' ? said : '';
	}

	#row(standing: Standing): CueRow {
		const { cue, run, alert } = standing;
		const { state } = this.link;
		const own = this.link.personal(`cue:${cue.id}`)?.text;
		const phase = standing.near ? phaseOf(standing, this.#timing, this.#now) : null;
		const asked = askedDevices(state, cue.to).map(({ device, role }): Asked => {
			const answer = phase && run?.answers[device]?.[phase];
			return { device, role, answer: answer ?? null, reply: this.#reply(answer ?? undefined) };
		});
		const roles = 'roles' in cue.to ? cue.to.roles.filter(isAskable) : [];
		return {
			standing,
			text: cueSentence({
				text: typeof own === 'string' ? own : '',
				word: cue.word,
				alert: alert?.what ?? null
			}),
			phase,
			asked,
			unmanned: roles.filter((role) => !asked.some((one) => one.role === role)),
			waiting: asked.filter(({ answer }) => answer === null),
			nudgedAt: (phase && run?.nudgedAt[phase]) ?? null
		};
	}

	/** @returns whether the server took it */
	order = async <T extends CommandType>(type: T, payload: CommandMap[T]): Promise<boolean> => {
		if (this.busy) return false;
		this.#sending++;
		try {
			const done = await this.link.order(type, payload);
			if (!done.ok) this.#toasts.show(rejectText(done.rejection), { tone: 'error' });
			return done.ok;
		} finally {
			this.#sending--;
		}
	};
	#seen = ({ standing: { cue, occurrence, version } }: CueRow) => ({ cue: cue.id, occurrence, version });
	call = (row: CueRow) => this.order('cue.call', this.#seen(row));
	give = (row: CueRow) => this.order('cue.give', this.#seen(row));
	withdraw = (row: CueRow) => this.order('cue.withdraw', this.#seen(row));
	nudge = ({ standing: { cue, occurrence }, phase }: CueRow) =>
		this.order('cue.nudge', { cue: cue.id, occurrence, phase: phase ?? 'standby' });
	markCalled = ({ cue, answer }: CueCall) => this.order('cue.called', { cue, answer: answer.id });
}

/** Given, and nobody is left who has not said so. */
const isDone = ({ phase, waiting }: CueRow): boolean => phase === 'go' && waiting.length === 0;
