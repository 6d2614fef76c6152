import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, type Plugin } from 'vite';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hostInDev } from './src/host/vite-plugin.js';

/** Stored snapshots are used only by the reducer that made them: the hash of all rules names it. */
function reducerHash(): string {
	const hash = createHash('sha256');
	const files = readdirSync('src/lib/core', { recursive: true, encoding: 'utf8' });
	for (const file of files.filter((f) => f.endsWith('.ts') && !f.endsWith('.test.ts')).sort())
		hash.update(file).update(readFileSync(join('src/lib/core', file)));
	return hash.digest('hex').slice(0, 16);
}

/**
 * What every screen of a role stands on, with all that it imports: in one file, since small ones weigh more than their
 * sum and each is a request on bad Wi-Fi.
 */
const BASE = [
	/src\/routes\/\+(layout|error)/,
	/\[conference\]\/Screen\.svelte$/,
	/_shared\/(use-watch\.svelte|person-words)\.ts$/,
	/client\/scan\/wake-lock\.ts$/,
	/core\/time\/(timing|minute)\.ts$/,
	/client-optimized\/(app|nodes\/[01])\.js$/,
	/kit\/src\/runtime\/client\/entry\.js$/
];
/** The same for those who follow the programme in the hall: MC, chair, crew. */
const HALL = [/_shared\/(Times|Performer)\.svelte$/, /ui\/BigClock\.svelte$/, /i18n\/use\/mc\.ts$/];

const oneOf = (files: readonly RegExp[]) => (id: string) => files.some((file) => file.test(id));

/** Parts of the framework that no screen of ours runs, kept alive only by how they are written. */
const CUTS: readonly { file: RegExp; from: string; to: string }[] = [
	// `ssr = false`: there is never HTML of a server to be taken over.
	{
		file: /svelte\/src\/internal\/client\/dom\/hydration\.js$/,
		from: 'export let hydrating = false;',
		to: 'export const hydrating = false;'
	},
	{
		file: /svelte\/src\/internal\/client\/dom\/hydration\.js$/,
		from: 'hydrating = value;',
		to: ''
	},
	// Taken apart like this, a namespace has to hold everything that Svelte exports.
	{
		file: /kit\/src\/runtime\/client\/client\.js$/,
		from: 'const { onMount, tick } = svelte;',
		to: 'const onMount = svelte.onMount, tick = svelte.tick;'
	}
];

function withoutDeadParts(): Plugin {
	return {
		name: 'kt-without-dead-parts',
		apply: 'build',
		// Every screen carries the list of all style sheets: their hashes name them well enough.
		outputOptions: (options) => ({
			...options,
			assetFileNames: ({ names }) =>
				`_app/immutable/assets/${names[0]?.endsWith('.css') ? '' : '[name].'}[hash][extname]`
		}),
		transform(code, id) {
			const cuts = CUTS.filter(({ file }) => file.test(id));
			if (cuts.length === 0) return null;
			let rest = code;
			for (const { from, to } of cuts) {
				if (!rest.includes(from)) this.error(`not found any more: ${from}`);
				rest = rest.replace(from, to);
			}
			return { code: rest, map: null };
		}
	};
}

export default defineConfig({
	// The host plugin stands before sveltekit(): its slot must be filled when hooks.server.ts runs init.
	plugins: [hostInDev(), sveltekit(), withoutDeadParts()],
	define: { __KT_REDUCER__: JSON.stringify(reducerHash()) },
	server: { fs: { allow: ['.'] } },
	build: {
		target: 'es2022',
		chunkSizeWarningLimit: 1200,
		// The page's own head preloads what its first screen needs; lists for all other routes would only weigh.
		modulePreload: { resolveDependencies: () => [] },
		rolldownOptions: {
			output: {
				codeSplitting: {
					groups: [
						{ name: 'base', test: oneOf(BASE), priority: 1 },
						{ name: 'hall', test: oneOf(HALL) }
					]
				}
			}
		}
	}
});
