/** Tests in a real Chromium: one at a time, they measure what a person sees. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('../..', import.meta.url));

export default defineConfig({
	root,
	resolve: { alias: { $lib: `${root}src/lib` } },
	test: {
		include: ['tests/browser/**/*.test.ts'],
		globalSetup: ['tests/database.setup.ts'],
		maxWorkers: 1,
		testTimeout: 180_000,
		hookTimeout: 180_000,
		// As patient as a locator: a busy machine is no fault of the page.
		expect: { poll: { timeout: 20_000 } }
	}
});
