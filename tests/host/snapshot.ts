/**
 * A built copy of the project with the installed packages of this one: what the tests start cannot change
 * below them, and what they change is not the project.
 */
import { chmod, cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from '../../src/host/build.js';
import { BUILD_INPUTS } from '../../src/host/fingerprint.js';
import { installIsCurrent } from '../../src/host/install.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface Snapshot {
	root: string;
	remove: () => Promise<void>;
}

export async function builtSnapshot(): Promise<Snapshot> {
	// The copy would install anew through its link, and empty the packages of the project itself.
	if (!installIsCurrent(ROOT)) throw new Error('the installed packages do not match the lock: npm ci');
	const root = await mkdtemp(join(tmpdir(), 'khanh-tiet-copy-'));
	// Another account starts it, too.
	await chmod(root, 0o755);
	for (const name of [...BUILD_INPUTS, 'tsconfig.json', 'build', '.svelte-kit']) {
		if (existsSync(join(ROOT, name))) await cp(join(ROOT, name), join(root, name), { recursive: true });
	}
	await symlink(join(ROOT, 'node_modules'), join(root, 'node_modules'));
	let said = '';
	try {
		await ensureBuilt(root, { onFailure: (output) => void (said = output) });
	} catch (error) {
		await rm(root, { recursive: true, force: true });
		throw new Error(said, { cause: error });
	}
	return { root, remove: () => rm(root, { recursive: true, force: true }) };
}
