/** Owns: repeating something, with a clock that tests can turn by hand. */

/** `every` in milliseconds; what a tick returns is for a test to wait on, and it never rejects. */
export type Timer = { start: (tick: () => void | Promise<void>, every: number) => { stop: () => void } };

export const systemTimer: Timer = {
	start(tick, every) {
		const handle = setInterval(() => void tick(), every);
		// Watching is no reason to keep a process alive.
		handle.unref();
		return { stop: () => clearInterval(handle) };
	}
};
