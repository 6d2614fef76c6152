import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { hostInDev } from './src/host/vite-plugin.js';

export default defineConfig({
	// The host plugin stands before sveltekit(): its slot must be filled when hooks.server.ts runs init.
	plugins: [hostInDev(), sveltekit()],
	server: { fs: { allow: ['.'] } },
	build: { target: 'es2022', chunkSizeWarningLimit: 1200 }
});
