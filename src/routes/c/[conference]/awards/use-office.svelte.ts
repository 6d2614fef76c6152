/**
 * Owns: what the award controller's screen knows and sends: who is honoured, how waves are called, and each change as
 * one command whose refusal is read out by its sentence.
 */
import { createContext } from 'svelte';
import { leadersOf } from '$lib/core/awards/leaders';
import type { AwardDecision, RecipientType, Row } from '$lib/core/awards/model';
import { honouredView, type HonouredView } from '$lib/core/awards/people';
import { decisionsInOrder } from '$lib/core/awards/waves';
import { whereabouts } from '$lib/core/admissions/model';
import { buildIndex, search } from '$lib/core/delegates/search';
import type { CommandMap, CommandType } from '$lib/core/log/command';
import { rowsOf } from '$lib/core/table';
import { personView, text, type PersonView } from '$lib/core/views/shared';
import type { Link } from '$lib/client/link.svelte';
import { rejectText, t } from '$lib/ui/i18n/i18n';
import '$lib/ui/i18n/use/awards';
import '$lib/ui/i18n/use/refusals';
import { useToasts } from '$lib/ui/toasts.svelte';
import type { Draft } from './decisions/use-draft.svelte';

export class Office {
	readonly link: Link;
	readonly #toasts = useToasts();
	busy = $state(false);
	/** The decision that is being edited: it stays while another part is looked at. */
	draft = $state.raw<Draft | null>(null);
	awards = $derived.by(() => this.link.state.awards);
	roster = $derived.by(() => this.link.state.roster);
	decisions = $derived.by((): AwardDecision[] => decisionsInOrder(this.awards));
	quotas = $derived.by(() => this.link.state.conference.settings.awardQuotas);
	/** In protocol order. */
	leaders = $derived.by((): PersonView[] =>
		leadersOf(this.link.state).flatMap((id) => this.person(id) ?? [])
	);
	#index = $derived.by(() =>
		buildIndex(
			[...rowsOf(this.roster.delegates)]
				.filter((row) => !row.withdrawn)
				.map(({ id, unit, invitationNumber }) => {
					const who = this.link.personal(`delegate:${id}`);
					return {
						id,
						unit,
						name: text(who?.name),
						title: text(who?.title),
						...(invitationNumber && { code: invitationNumber })
					};
				})
		)
	);

	constructor(link: Link) {
		this.link = link;
	}

	get online(): boolean {
		return this.link.freshness === 'live';
	}
	person = (id: string): PersonView | null => personView(this.link.state, this.link.personal, id);
	isHere = (id: string): boolean => whereabouts(this.link.state.admissions, id) === 'present';
	find = (query: string, limit: number): PersonView[] =>
		search(this.#index, query, limit).ids.flatMap((id) => this.person(id) ?? []);

	honoured = (row: Row): HonouredView => honouredView(this.link.state, this.link.personal, row);
	row = (id: string): Row | undefined => this.awards.recipients[id];
	nameOf = (id: string): string => {
		const row = this.row(id);
		if (row) return fullName(this.honoured(row)) || t('awards.someone');
		// Whoever was taken out of a list: the name may still stand beside the log.
		const gone = this.link.personal(`recipient:${id}`) ?? this.link.personal(`delegate:${id}`);
		const name = [text(gone?.honorific), text(gone?.name)].filter(Boolean).join(' ');
		return name || t('awards.someone');
	};
	kindOf = (decision: string, type: RecipientType): string =>
		[this.awards.decisions[decision]?.form ?? '', t(`awards.type.${type}`)].filter(Boolean).join(' · ');

	/** @returns the command's id when it was taken, else null after its sentence was shown */
	send = async <T extends CommandType>(
		type: T,
		payload: CommandMap[T],
		done?: string
	): Promise<string | null> => {
		const got = await this.ask(type, payload);
		if (typeof got !== 'string') return (this.#refused(got.rejection), null);
		if (done) this.#toasts.show(done);
		return got;
	};
	/** Without a word of its own about a refusal. */
	ask = async <T extends CommandType>(type: T, payload: CommandMap[T]) => {
		this.busy = true;
		// A draft held in $state is a proxy, which the socket cannot send.
		const result = await this.link.order(type, $state.snapshot(payload) as CommandMap[T]);
		this.busy = false;
		return result.ok ? result.value.id : result;
	};
	#refused(rejection: Parameters<typeof rejectText>[0]): void {
		this.#toasts.show(rejectText(rejection), { tone: 'error' });
	}
	say = (words: string): void => void this.#toasts.show(words);
	refuse = (rejection: Parameters<typeof rejectText>[0]): void => this.#refused(rejection);
}

export const fullName = ({ honorific, name }: Pick<PersonView, 'honorific' | 'name'>): string =>
	[honorific, name].filter(Boolean).join(' ');
export const officeOf = ({ title, unit }: Pick<PersonView, 'title' | 'unit'>): string =>
	[title, unit].filter(Boolean).join(', ');
/** Of a recipient: title and unit, and who goes up where that is somebody else. */
export function detailOf(one: HonouredView): string {
	const stands = one.stands
		? t(one.stands.reason ? 'awards.behalfBy' : 'awards.standsFor', { name: fullName(one.stands) })
		: '';
	return [officeOf(one), one.posthumous ? t('awards.posthumous') : '', stands].filter(Boolean).join(' · ');
}

export const [useOffice, provideOffice] = createContext<Office>();
