/** Owns: one decision on its way: the draft, what it began from, and whether somebody else saved meanwhile. */
import {
	differenceOf,
	draftOf,
	isSame,
	settled,
	type AwardDraft,
	type DraftRow
} from '$lib/core/awards/draft';
import type { EnteredRecipient } from '$lib/core/awards/decide';
import { defaultCaller } from './words';
import { newId } from '$lib/client/ids';
import { t } from '$lib/ui/i18n/i18n';
import '$lib/ui/i18n/use/awards';
import type { Office } from '../use-office.svelte';

export class Draft {
	readonly #office: Office;
	readonly fresh: boolean;
	/** It was read out: what is saved is an amendment. */
	readonly amends: boolean;
	#base = $state.raw<AwardDraft>(emptyDraft());
	now = $state<AwardDraft>(emptyDraft());
	/** Who goes up instead and is not on the list, by recipient: their names stand beside the log. */
	standIns = $state<Record<string, string>>({});
	#theirs = $derived.by(() =>
		draftOf(this.#office.awards, this.#office.link.personal, this.#base.decision.id)
	);
	difference = $derived.by(() => differenceOf(this.#base, this.now));
	changed = $derived.by(() => !isSame(this.difference) || Object.keys(this.standIns).length > 0);
	/** Somebody else saved this decision after it was opened here. */
	overtaken = $derived.by(
		() => !this.fresh && (this.#theirs === null || !isSame(differenceOf(this.#base, this.#theirs)))
	);

	constructor(office: Office, id: string | null) {
		this.#office = office;
		const known = id === null ? null : draftOf(office.awards, office.link.personal, id);
		this.fresh = known === null;
		this.amends = id !== null && office.awards.announced[id] !== undefined;
		this.#base = known ?? emptyDraft(newId());
		this.now = structuredClone(this.#base);
	}

	/** What everybody has now; what was entered here is dropped. */
	reopen(): void {
		if (!this.#theirs) return;
		this.#base = this.#theirs;
		this.now = structuredClone(this.#theirs);
		this.standIns = {};
	}

	put(row: DraftRow): void {
		const at = this.now.recipients.findIndex((one) => one.id === row.id);
		if (at === -1) this.now.recipients.push(row);
		else this.now.recipients[at] = row;
	}
	remove(id: string): void {
		this.now.recipients = this.now.recipients.filter((one) => one.id !== id);
	}
	/** A person's own id where it is free: then the name is known wherever the person's is. */
	idFor(delegate: string | null): string {
		const taken = (id: string) =>
			this.#office.row(id) !== undefined || this.now.recipients.some((one) => one.id === id);
		return delegate !== null && !taken(delegate) ? delegate : newId();
	}
	newRow(): DraftRow {
		return {
			id: '',
			delegate: null,
			decision: this.now.decision.id,
			type: 'individual',
			wave: 0,
			stagePosition: 0,
			personal: {}
		};
	}

	/** @returns whether it was saved */
	async save(): Promise<boolean> {
		const { awards } = this.#office;
		const { recipients, ...head } = settled($state.snapshot(this.now) as AwardDraft, awards);
		const draft = { ...head, recipients: recipients.map((row) => this.#withoutKnown(row)) };
		const sent = this.amends
			? await this.#office.send('award.amend', { ...draft, based: awards.version }, t('awards.amended'))
			: await this.#office.send('award.set', draft, t('awards.saved'));
		if (sent === null) return false;
		for (const [recipient, name] of Object.entries(this.standIns)) await this.#nameStandIn(recipient, name);
		return true;
	}
	/** Names that stay as they are need not travel, nor be written again. */
	#withoutKnown({ personal, ...row }: DraftRow): EnteredRecipient {
		const before = this.#base.recipients.find((one) => one.id === row.id)?.personal ?? {};
		return JSON.stringify(before) === JSON.stringify(personal) ? row : { ...row, personal };
	}
	async #nameStandIn(recipient: string, name: string): Promise<void> {
		const entered = this.now.recipients.find((one) => one.id === recipient);
		if (!entered?.onBehalf || entered.onBehalf.by !== null) return;
		const version = this.#office.awards.waves[this.#office.row(recipient)?.wave ?? 0]?.version ?? 0;
		const { reason } = entered.onBehalf;
		await this.#office.send('wave.behalf', { recipient, version, delegate: null, reason, name });
	}
}

const emptyDraft = (id = ''): AwardDraft => ({
	decision: { id, form: '', rank: 'commune', number: '', caller: defaultCaller },
	personal: {},
	recipients: []
});
