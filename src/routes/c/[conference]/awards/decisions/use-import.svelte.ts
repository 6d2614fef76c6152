/** Owns: one file on its way into a decision's list; the server reads it and writes nothing. */
import type { RecipientPreview } from '$lib/core/awards/import-recipients';
import type { Rejection, Result } from '$lib/core/result';
import { call } from '$lib/client/http';
import type { Link } from '$lib/client/link.svelte';

export function useImport(link: Link) {
	let name = $state('');
	let preview = $state.raw<RecipientPreview | null>(null);
	let problem = $state.raw<Rejection | null>(null);
	let reading = $state(false);
	let stopper: AbortController | null = null;

	return {
		get name() {
			return name;
		},
		get preview() {
			return preview;
		},
		get problem() {
			return problem;
		},
		get reading() {
			return reading;
		},
		async read(chosen: File): Promise<void> {
			stopper?.abort();
			const mine = (stopper = new AbortController());
			name = chosen.name;
			preview = null;
			problem = null;
			reading = true;
			const bytes = await chosen.arrayBuffer().then(
				(buffer) => new Blob([buffer]),
				() => null
			);
			const path = `/conferences/${link.conference}/import/awards?name=${encodeURIComponent(chosen.name)}`;
			const got: Result<RecipientPreview> = bytes
				? await call<RecipientPreview>(path, { bytes, as: link.role, signal: mine.signal })
				: { ok: false, rejection: { code: 'file_broken' } };
			if (mine !== stopper || mine.signal.aborted) return;
			reading = false;
			if (got.ok) preview = got.value;
			else problem = got.rejection;
		},
		cancel(): void {
			stopper?.abort();
			reading = false;
			name = '';
		}
	};
}
