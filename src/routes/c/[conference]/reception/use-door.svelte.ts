/**
 * Owns: what a reception screen does: a code or a name becomes a verdict at once, a verdict becomes facts, and what
 * comes back from the server is added to the card on show. One card at a time.
 */
import { untrack } from 'svelte';
import { OVERRIDES, type Override, type Via, type Verdict } from '$lib/core/admissions/model';
import {
	attemptCode,
	decidedTone,
	matchCitizenCard,
	nothingSeen,
	recordOf,
	withSeen,
	type SeenCodes
} from '$lib/core/admissions/door';
import {
	acceptedHere,
	codeIndex,
	earlierThan,
	parseCitizenCard,
	verdictFor,
	type DoorVerdict,
	type Earlier
} from '$lib/core/admissions/verdict';
import type { DelegateId } from '$lib/core/delegates/model';
import { rowOf } from '$lib/core/table';
import { newId } from '$lib/client/ids';
import type { Link } from '$lib/client/link.svelte';
import type { Signals } from '$lib/client/scan/signals';
import { enteredOf, type Unlisted } from './unlisted';

export type Card = {
	verdict: DoorVerdict;
	via: Via;
	/** The admission this card stands for; null when nothing was admitted. */
	admission: string | null;
	/** Name and post of who came instead. */
	substitute: string | null;
	/** Set when the device could not keep the fact: tries once more. */
	again: (() => Promise<void>) | null;
};

export type Person = { honorific: string; name: string; title: string; birthYear: number | null };

/** What a person lets somebody in against; null when the card has nothing against it. */
const overrodeOf = ({ tone, code }: DoorVerdict): Override | null =>
	tone === 'red' || tone === 'blue' ? (OVERRIDES.find((one) => one === code) ?? null) : null;

export class Door {
	/** The verdict on show. */
	card = $state.raw<Card | null>(null);
	/** A person found by name, before anybody presses "Đón". */
	asking = $state.raw<{ verdict: DoorVerdict; via: Via } | null>(null);
	/** A form or dialog is open: a card behind it would be seen by nobody, so nothing is scanned. */
	paused = $state(false);
	/** People a citizen card may belong to, when there are several. */
	candidates = $state.raw<DelegateId[]>([]);
	readonly #link: Link;
	readonly #signals: Signals;
	#seen: SeenCodes = nothingSeen;
	#busy: Promise<void> = Promise.resolve();
	#roster = $derived.by(() => this.#link.state.roster);
	// Thousands of hashes are indexed again when the list changes, not at every admission.
	#codes = $derived.by(() => {
		const roster = this.#roster;
		return untrack(() => codeIndex(roster, this.#link.personal));
	});
	/** Somebody admitted the same person earlier, elsewhere: the card on show turns blue. */
	readonly earlier: Earlier | null = $derived.by(() =>
		this.card?.admission ? earlierThan(this.#link.state.admissions, this.card.admission) : null
	);

	constructor(link: Link, signals: Signals) {
		this.#link = link;
		this.#signals = signals;
	}

	person(id: DelegateId): Person {
		const who = this.#link.personal(`delegate:${id}`);
		const text = (value: unknown) => (typeof value === 'string' ? value : '');
		return {
			honorific: text(who?.honorific),
			name: text(who?.name),
			title: text(who?.title),
			birthYear: typeof who?.birthYear === 'number' ? who.birthYear : null
		};
	}

	/** Who came instead of the person, if somebody did. */
	substituteOf(admission: string): string | null {
		if (!rowOf(this.#link.state.admissions.substitutions, admission)) return null;
		const who = this.#link.personal(`sub:${admission}`);
		const words = [who?.honorific, who?.name].filter((word) => typeof word === 'string' && word !== '');
		return words.length > 0 ? words.join(' ') : null;
	}

	/**
	 * A code was read. A card that asks something of a person is not swept away by what still lies before the camera;
	 * a hand scanner is pulled on purpose, and a pull that shows nothing would look like a broken scanner.
	 */
	scan(text: string, via: Extract<Via, 'qr' | 'photo' | 'scanner'>): void {
		if (this.paused) return;
		const { seen, fresh } = withSeen(this.#seen, text, performance.now());
		this.#seen = seen;
		const pulledAgain = via === 'scanner' && !this.card && !this.asking;
		if (!fresh && !pulledAgain) return;
		if (via === 'qr' && (this.asking || (this.card && this.#tone(this.card) !== 'green'))) return;
		this.#busy = this.#busy.then(() => this.#answer(text, via));
	}

	/** A name was chosen from a list: what is known of the person, before anything is written. */
	look(id: DelegateId, via: Via): void {
		const verdict = verdictFor(this.#link.state, this.#codes, { delegate: id });
		this.candidates = [];
		if (verdict.tone === 'green' || verdict.tone === 'amber') this.asking = { verdict, via };
		else this.#show({ verdict, via });
	}

	/** "Đón": the person looked up, or somebody let in against the card by a person's decision. */
	async admit(verdict: DoorVerdict, via: Via): Promise<void> {
		if (!verdict.delegate) return;
		this.asking = null;
		const tone = decidedTone(verdict);
		const shown: DoorVerdict =
			tone === verdict.tone ? verdict : { ...verdict, tone: 'amber', code: 'admitted' };
		await this.#record(shown, via, verdict.delegate.id, tone, overrodeOf(verdict));
	}

	/** One fact each, in order. @returns how many were kept; fewer when the device cannot keep any more. */
	async admitMany(ids: readonly DelegateId[], onDone: (done: number) => void): Promise<number> {
		let done = 0;
		for (const id of ids) {
			const { tone } = verdictFor(this.#link.state, this.#codes, { delegate: id });
			// Admitted elsewhere, or withdrawn, since the boxes were ticked.
			if (tone !== 'green' && tone !== 'amber') continue;
			try {
				await this.#link.fact('door.admit', (claim) => ({
					...claim,
					...this.#shown('unit', tone),
					delegate: id
				}));
			} catch (error) {
				console.warn('fact', error);
				return done;
			}
			onDone(++done);
		}
		return done;
	}

	/** "Dự thay". @param taken the admission already made of the person who does not come, to be taken back */
	async substitute(
		{ verdict, via, taken }: { verdict: DoorVerdict; via: Via; taken: string | null },
		who: { name: string; title: string; honorific: string }
	): Promise<void> {
		const { delegate } = verdict;
		if (!delegate) return;
		if (taken) await this.undo(taken);
		this.asking = null;
		const substitute = [who.honorific, who.name].filter(Boolean).join(' ');
		const shown: DoorVerdict = { ...verdict, tone: 'amber', code: 'admitted', seat: null, recipient: null };
		await this.#keep({ verdict: shown, via, substitute }, () =>
			this.#link.fact('door.substitute', (claim) => ({
				...claim,
				...this.#shown(via, 'amber'),
				...who,
				delegate: delegate.id
			}))
		);
	}

	/** "Cầm nhầm" or "cầm hộ": nobody came in by this invitation; an admission already made is taken back. */
	async returned(
		{ verdict, taken }: { verdict: DoorVerdict; taken: string | null },
		reason: 'wrong_invitation' | 'carried_for'
	): Promise<void> {
		if (taken) await this.undo(taken);
		await this.#link.fact('door.failed', (claim) => ({
			...claim,
			code: '',
			reason,
			...(verdict.delegate && { delegate: verdict.delegate.id })
		}));
	}

	/** Somebody who is on no list; crew have a place to be, and never count. */
	async walkIn(who: Unlisted): Promise<void> {
		const entered = enteredOf(who, newId());
		const { reason } = who;
		const verdict: DoorVerdict = {
			tone: 'green',
			code: 'admitted',
			delegate: { ...entered, tokenVersion: 1, withdrawn: false, absence: null },
			seat: null,
			recipient: null,
			earlier: null,
			silent: verdictFor(this.#link.state, this.#codes, { scan: '' }).silent
		};
		await this.#keep({ verdict, via: 'walkIn' }, () =>
			this.#link.fact('door.walkIn', (claim) => ({
				...claim,
				...this.#shown('walkIn', 'green'),
				delegate: entered,
				reason
			}))
		);
	}

	async undo(admission: string): Promise<void> {
		await this.#link.fact('door.undo', (claim) => ({ ...claim, admission }));
		if (this.card?.admission === admission) this.card = null;
	}

	async exit(admission: string): Promise<void> {
		await this.#link.fact('door.exit', (claim) => ({ ...claim, admission }));
		this.card = null;
	}

	close(): void {
		this.card = null;
		this.asking = null;
	}

	#tone = (card: Card): Verdict => (card.again ? 'red' : this.earlier ? 'blue' : card.verdict.tone);

	async #answer(text: string, via: Via): Promise<void> {
		const { conference, state } = this.#link;
		const accepts = acceptedHere(conference, state.conference.rehearsalOf);
		const verdict = verdictFor(state, this.#codes, { scan: text, accepts });
		if (verdict.code === 'citizenCard' && this.#matched(text)) return;
		const record = recordOf(verdict, 'scan');
		if (record?.kind === 'admit') return this.#record(verdict, via, record.delegate, verdict.tone);
		this.#show({ verdict, via });
		if (!record) return;
		try {
			await this.#link.fact('door.failed', (claim) => ({
				...claim,
				code: attemptCode(text),
				reason: record.reason,
				...(verdict.delegate && { delegate: verdict.delegate.id })
			}));
		} catch (error) {
			// The card is right all the same; only the note of the attempt is missing.
			console.warn('fact', error);
		}
	}

	/** @returns whether the citizen card found anybody; its text goes no further than this */
	#matched(text: string): boolean {
		const card = parseCitizenCard(text);
		const found = card ? matchCitizenCard(card, this.#roster, this.#link.personal) : [];
		const [only] = found;
		if (only !== undefined && found.length === 1) this.look(only, 'citizenCard');
		else this.candidates = found;
		return found.length > 0;
	}

	async #record(
		verdict: DoorVerdict,
		via: Via,
		delegate: DelegateId,
		tone: Verdict,
		overrode: Override | null = null
	): Promise<void> {
		const against = overrode && { force: true, overrode };
		await this.#keep({ verdict, via }, () =>
			this.#link.fact('door.admit', (claim) => ({
				...claim,
				...this.#shown(via, tone),
				...against,
				delegate
			}))
		);
	}

	/** The card is shown when the fact is on disk; when it cannot be kept the card says so. */
	async #keep(
		card: { verdict: DoorVerdict; via: Via; substitute?: string },
		fact: () => Promise<string>
	): Promise<void> {
		try {
			this.#show({ ...card, admission: await fact() });
		} catch (error) {
			console.warn('fact', error);
			this.#show({ ...card, again: () => this.#keep(card, fact) });
		}
	}

	#shown(via: Via, verdict: Verdict) {
		return { via, verdict, desk: this.#link.desk, seen: this.#link.upTo };
	}

	#show(card: Partial<Card> & { verdict: DoorVerdict; via: Via }): void {
		this.card = { admission: null, substitute: null, again: null, ...card };
		this.asking = null;
		this.#signals.give(card.again ? 'red' : card.verdict.tone, card.verdict.silent);
	}
}
