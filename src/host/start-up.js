/** The steps of `npm start` in their order. Node built-ins only up to the last one. */
import { buildIsCurrent, ensureBuilt } from './build.js';
import { ROOT, ensureWritable, readSettings } from './config.js';
import { exitWith } from './host-error.js';
import { ensureInstalled } from './install.js';
import { lines } from './messages.js';
import { refuseBesideLiveNode, stopOrphan } from './orphan.js';

export async function startUp() {
	const say = (/** @type {string} */ line) => void process.stdout.write(`${line}\n`);
	try {
		const settings = readSettings(process.env, process.argv.slice(2));
		ensureWritable(settings.dataDir);
		await ensureInstalled(ROOT, async () => {
			refuseBesideLiveNode(settings.dataDir);
			if (settings.databaseUrl === null) await stopOrphan(settings.dataDir);
			say(lines.installing);
		});
		if (!buildIsCurrent(ROOT)) {
			refuseBesideLiveNode(settings.dataDir);
			const begun = performance.now();
			await ensureBuilt(ROOT, {
				say: () => say(lines.building),
				onFailure: (output) => void process.stderr.write(output)
			});
			say(lines.built(((performance.now() - begun) / 1000).toFixed(1)));
		}
		const { serve } = await import('./serve.js');
		await serve(settings);
	} catch (error) {
		exitWith(error);
	}
}
