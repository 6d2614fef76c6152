/**
 * `npm start`: from a fresh clone to a running application in one command. Node built-ins only, and old
 * syntax only, until the version is known; the rest is imported step by step as it becomes available.
 */
const WANTED = '20.19';
const found = process.versions.node;

/** @param {string} version */
const rank = (version) => {
	const parts = version.split('.').map(Number);
	return (parts[0] || 0) * 1000 + (parts[1] || 0);
};

if (rank(found) < rank(WANTED)) {
	import('./messages.js').then((messages) => {
		process.stderr.write(messages.sentences('node_too_old', { wanted: WANTED, found: found }) + '\n');
		process.exit(1);
	});
} else {
	import('./start-up.js').then((module) => module.startUp());
}
