import adapter from '@sveltejs/adapter-node';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

// The launcher builds beside the running build and swaps, so the folder is its choice.
const out = process.env.KT_BUILD_OUT ?? 'build';

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	compilerOptions: { runes: true },
	kit: {
		adapter: adapter({ out, precompress: true }),
		outDir: process.env.KT_KIT_OUT ?? '.svelte-kit',
		// One shell serves every address from the cache, so its links cannot depend on the address.
		paths: { relative: false },
		// A screen is never reloaded in the middle of the day because a newer build exists.
		version: { pollInterval: 0 },
		serviceWorker: { register: false },
		// Own origin check in hooks.server.ts covers every content type, on every path.
		csrf: { trustedOrigins: ['*'] },
		csp: {
			mode: 'auto',
			directives: {
				'default-src': ['self'],
				'script-src': ['self', 'wasm-unsafe-eval'],
				'style-src': ['self', 'unsafe-inline'],
				'img-src': ['self', 'data:', 'blob:'],
				'media-src': ['self', 'blob:'],
				'connect-src': ['self', 'ws:', 'wss:'],
				'worker-src': ['self', 'blob:'],
				'object-src': ['none'],
				'base-uri': ['self'],
				'form-action': ['self'],
				'frame-ancestors': ['none']
			}
		}
	}
};
