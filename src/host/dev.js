/** `npm run dev`: installs when needed, then Vite with hot reload and the embedded database. */
import { ROOT } from './config.js';
import { exitWith } from './host-error.js';
import { ensureInstalled } from './install.js';
import { lines } from './messages.js';

try {
	await ensureInstalled(ROOT, () => void process.stdout.write(`${lines.installing}\n`));
	const { createServer } = await import('vite');
	const port = Number(process.env.PORT || 5173);
	const server = await createServer({ root: ROOT, server: { port, host: process.env.HOST || true } });
	await server.listen();
	server.printUrls();
	const { hostSlot } = await import('./slot.js');
	for (const { label, url } of hostSlot()?.announce ?? []) process.stdout.write(`  ${label}: ${url}\n`);
	for (const signal of ['SIGINT', 'SIGTERM']) {
		process.once(signal, async () => {
			const { stopHostInDev } = await import('./vite-plugin.js');
			await stopHostInDev();
			await server.close();
			process.exit(0);
		});
	}
} catch (error) {
	exitWith(error);
}
