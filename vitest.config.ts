import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { svelte } from '@sveltejs/vite-plugin-svelte';

const lib = fileURLToPath(new URL('./src/lib', import.meta.url));

export default defineConfig({
	plugins: [svelte()],
	resolve: { alias: { $lib: lib } },
	test: {
		include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
		exclude: ['tests/browser/**', '**/node_modules/**', 'tests/.out/**'],
		globalSetup: ['tests/database.setup.ts'],
		// Two cores, one real PostgreSQL: more workers only make each other late.
		maxWorkers: 2,
		testTimeout: 60_000,
		hookTimeout: 60_000
	}
});
