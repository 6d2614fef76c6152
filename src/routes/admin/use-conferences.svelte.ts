/** Owns: the list of conferences and the making of new ones. */
import type { ConferenceStatus } from '$lib/core/conference/model';
import type { Rejection, Result } from '$lib/core/result';
import { call } from '$lib/client/http';

export type ConferenceRow = {
	id: string;
	title: string;
	status: ConferenceStatus;
	template: string | null;
	createdAt: number;
};
export type TemplateCard = { id: string; title: string; organiser: string; schedule: string; items: number };

export class Conferences {
	list = $state.raw<ConferenceRow[] | null>(null);
	templates = $state.raw<TemplateCard[]>([]);
	problem = $state.raw<Rejection | null>(null);
	/** Template id, '' for the empty one, or `copy:<id>` of what is being made. */
	making = $state<string | null>(null);

	async load(): Promise<void> {
		const [list, templates] = await Promise.all([
			call<ConferenceRow[]>('/conferences'),
			call<TemplateCard[]>('/templates')
		]);
		if (list.ok) this.list = list.value;
		if (templates.ok) this.templates = templates.value;
		this.problem = list.ok ? null : list.rejection;
	}

	create(template: string | null, title?: string): Promise<Result<{ id: string }>> {
		return this.#make(template ?? '', '/conferences', { template, ...(title && { title }) });
	}

	duplicate(id: string): Promise<Result<{ id: string }>> {
		return this.#make(`copy:${id}`, `/conferences/${id}/duplicate`, {});
	}

	async #make(what: string, path: string, body: object): Promise<Result<{ id: string }>> {
		this.making = what;
		const done = await call<{ id: string }>(path, { body, as: 'admin' });
		this.making = null;
		return done;
	}
}
