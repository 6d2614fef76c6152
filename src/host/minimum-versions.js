/**
 * Versions below which a known hole is open. A list of our own, because an audit needs a registry that
 * answers one, and many mirrors do not.
 */
import { readFileSync } from 'node:fs';

/** @type {Record<string, { atLeast: string, because: string }>} */
const MINIMUM = {
	'socket.io-parser': { atLeast: '4.2.7', because: 'count of attachments was not bounded' },
	'socket.io': { atLeast: '4.6.2', because: 'a client could emit "error" and end the process' },
	'engine.io': { atLeast: '6.6.2', because: 'malformed handshakes' },
	ws: { atLeast: '8.21.0', because: 'endless fragments; many headers' },
	'@sveltejs/kit': { atLeast: '2.49.5', because: 'hostile Host, oversized form data' },
	devalue: { atLeast: '5.6.2', because: 'payload bounds' }
};

/**
 * @param {string} lockPath
 * @returns {string | null} one line for every package that is too old, or null
 */
export function oldPackages(lockPath) {
	/** @type {{ packages: Record<string, { version?: string }> }} */
	const lock = JSON.parse(readFileSync(lockPath, 'utf8'));
	const found = [];
	for (const [path, { version }] of Object.entries(lock.packages)) {
		const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
		const rule = path === '' ? undefined : MINIMUM[name];
		if (rule && version && isOlder(version, rule.atLeast)) {
			found.push(`${path} is ${version}, needs ${rule.atLeast}: ${rule.because}`);
		}
	}
	return found.length > 0 ? found.join('\n') : null;
}

/**
 * @param {string} version
 * @param {string} than
 */
export function isOlder(version, than) {
	const [core = '', pre] = version.split('-');
	const a = core.split('.').map(Number);
	const b = than.split('.').map(Number);
	for (let i = 0; i < 3; i++) {
		const difference = (a[i] ?? 0) - (b[i] ?? 0);
		if (difference !== 0) return difference < 0;
	}
	return pre !== undefined;
}
