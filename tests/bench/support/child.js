/** A process of one's own for each side: calls by name over the IPC channel, one answer each. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {object} Child
 * @property {(name: string, ...args: unknown[]) => Promise<any>} call rejects with the child's error, or when it ends
 * @property {() => Promise<void>} stop
 */

/**
 * @param {string} file below tests/bench/
 * @param {string[]} [execArgv] switches for node
 * @returns {Child}
 */
export function startChild(file, execArgv = []) {
	const path = fileURLToPath(new URL(`../${file}`, import.meta.url));
	const child = fork(path, { execArgv, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
	return callsOf(child, file);
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {string} name for errors
 * @returns {Child}
 */
export function callsOf(child, name) {
	/** @type {Map<number, { resolve: (value: unknown) => void, reject: (error: Error) => void }>} */
	const open = new Map();
	let calls = 0;
	/** @param {Error} error */
	const failAll = (error) => {
		for (const { reject } of open.values()) reject(error);
		open.clear();
	};
	const gone = new Promise((resolve) => child.once('exit', resolve));
	child.once('exit', (code) => failAll(new Error(`${name} ended with ${code}`)));
	child.on('message', (/** @type {{ call: number, value?: unknown, error?: string }} */ answer) => {
		const waiting = open.get(answer.call);
		open.delete(answer.call);
		if (answer.error === undefined) waiting?.resolve(answer.value);
		else waiting?.reject(new Error(`${name}: ${answer.error}`));
	});
	return {
		call: (what, ...args) =>
			new Promise((resolve, reject) => {
				const call = ++calls;
				open.set(call, { resolve, reject });
				child.send({ call, what, args }, (error) => error && failAll(error));
			}),
		async stop() {
			if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
			await gone;
		}
	};
}

/**
 * The child's end.
 * @param {Record<string, (...args: any[]) => unknown>} handlers
 */
export function serveCalls(handlers) {
	process.on(
		'message',
		(/** @type {{ call: number, what: string, args: unknown[] }} */ { call, what, args }) => {
			Promise.resolve()
				.then(() => handlers[what]?.(...args))
				.then(
					(value) => process.send?.({ call, value }),
					(error) => process.send?.({ call, error: String(error?.stack ?? error) })
				);
		}
	);
	// Without its parent a child has nothing to do.
	process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
}
