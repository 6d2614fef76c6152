/** Owns: one item's show of hands as the stage, the recorder and the office work on it. */
import { maySend } from '$lib/core/access/table';
import { silentOf, minutesSentence } from '$lib/core/hands/words';
import { handsOf } from '$lib/core/hands/model';
import { voteBase } from '$lib/core/introduction/list';
import type { Counted } from '$lib/core/hands/decide';
import type { CommandMap, CommandType } from '$lib/core/log/command';
import { eventWord } from '$lib/core/report/roll-call';
import { linesOf } from '$lib/core/views/hands-view';
import type { Link } from '$lib/client/link.svelte';
import { rejectText, t } from '$lib/ui/i18n/i18n';
import '$lib/ui/i18n/use/hands';
import '$lib/ui/i18n/use/refusals';
import { useToasts } from '$lib/ui/toasts.svelte';

export type Entered = { counts: Counted; base?: number };

export class HandsDesk {
	readonly link: Link;
	readonly #item: () => string;
	readonly #toasts = useToasts();
	busy = $state(false);
	hands = $derived.by(() => handsOf(this.link.state.hands, this.#item()));
	lines = $derived.by(() => linesOf(this.link.personal, this.#item()));
	/** Of this moment; a result has its own. */
	base = $derived.by(() => voteBase(this.link.state));
	title = $derived.by(() => this.link.state.programme.items[this.#item()]?.title ?? '');
	current = $derived.by(() => this.link.state.programme.live?.item === this.#item());
	begun = $derived.by(() => {
		const ran = this.link.state.programme.actual[this.#item()];
		return this.current || (ran !== undefined && !ran.skipped);
	});
	silent = $derived.by(() => (this.hands.result ? silentOf(this.hands.result) : 0));
	sentence = $derived.by(() =>
		this.hands.result
			? minutesSentence(this.hands.result, eventWord(this.link.state.conference), this.title)
			: ''
	);

	constructor(link: Link, item: () => string) {
		this.link = link;
		this.#item = item;
	}

	get online(): boolean {
		return this.link.freshness === 'live';
	}
	get mayShow(): boolean {
		return maySend(this.link.role, 'hands.show');
	}

	/** @returns whether the server took it; a refusal has been said */
	async #send<T extends CommandType>(type: T, payload: CommandMap[T], done?: string): Promise<boolean> {
		if (this.busy) return false;
		this.busy = true;
		const answer = await this.link.order(type, payload);
		this.busy = false;
		if (!answer.ok) this.#toasts.show(rejectText(answer.rejection), { tone: 'error' });
		else if (done) this.#toasts.show(done);
		return answer.ok;
	}

	saveList = (lines: string[], based: string | null) =>
		this.#send('hands.list', { item: this.#item(), lines, based });
	record = (entered: Entered) =>
		this.#send(
			'hands.count',
			{ item: this.#item(), ...entered, listed: this.hands.listed },
			t('hands.recorded')
		);
	/** @param of the result that stood when the numbers were entered */
	correct = (entered: Entered, of: string) =>
		this.#send('hands.correct', { item: this.#item(), ...entered, of }, t('hands.recorded'));
	undo = () =>
		this.#send('hands.undo', { item: this.#item(), of: this.hands.result?.id ?? '' }, t('hands.undone'));
	show = (on: boolean) => this.#send('hands.show', { item: this.#item(), on });
}
