import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
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

/** More routes than there are plain pages of roles: what so many share, every screen shares. */
const EVERY_SCREEN = 20;

export default defineConfig({
	// The host plugin stands before sveltekit(): its slot must be filled when hooks.server.ts runs init.
	plugins: [hostInDev(), sveltekit()],
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
					// One file for what every role's screen shares: on bad Wi-Fi a request costs more than its bytes.
					groups: [{ name: 'base', minShareCount: EVERY_SCREEN }]
				}
			}
		}
	}
});
