/** Owns: one file on its way into the roster: read, preview, import. The server reads it both times. */
import type { ImportPreview } from '$lib/core/delegates/import-rows';
import type { Rejection, Result } from '$lib/core/result';
import { call } from '$lib/client/http';

type Preview = ImportPreview & {
	sheet: string;
	sheets: string[];
	notes: { code: string; params: Record<string, string | number> }[];
};
type Imported = { added: number; skipped: number };

export function useImport(conference: string) {
	let file = $state.raw<File | null>(null);
	let preview = $state.raw<Preview | null>(null);
	let problem = $state.raw<Rejection | null>(null);
	let reading = $state(false);
	let importing = $state(false);
	let stopper: AbortController | null = null;
	const path = (rest: string) => `/conferences/${conference}/${rest}`;

	return {
		get name() {
			return file?.name ?? '';
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
		get importing() {
			return importing;
		},
		async read(chosen: File): Promise<void> {
			stopper?.abort();
			const mine = (stopper = new AbortController());
			file = chosen;
			preview = null;
			problem = null;
			reading = true;
			// A copy in memory: the office may save the file again while the preview is on screen.
			const bytes = await chosen.arrayBuffer().then(
				(buffer) => new Blob([buffer]),
				() => null
			);
			const name = encodeURIComponent(chosen.name);
			const got: Result<Preview> = bytes
				? await call<Preview>(path(`import/preview?name=${name}`), {
						bytes,
						as: 'admin',
						signal: mine.signal
					})
				: { ok: false, rejection: { code: 'file_broken' } };
			if (mine !== stopper || mine.signal.aborted) return;
			reading = false;
			if (!got.ok) problem = got.rejection;
			else {
				preview = got.value;
				file = new File(bytes ? [bytes] : [], chosen.name);
			}
		},
		cancel(): void {
			stopper?.abort();
			reading = false;
			file = null;
		},
		/** @param skipBad leaves out the bad rows; without it nothing is imported while there is one */
		async run(skipBad: boolean): Promise<Result<Imported>> {
			if (!file) return { ok: false, rejection: { code: 'file_empty' } };
			importing = true;
			const name = encodeURIComponent(file.name);
			const done = await call<Imported>(path(`import?name=${name}&skipBad=${skipBad ? 1 : 0}`), {
				bytes: file,
				as: 'admin',
				timeoutMs: 60_000
			});
			importing = false;
			return done;
		}
	};
}
