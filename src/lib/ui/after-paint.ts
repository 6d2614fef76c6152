/** Owns: work that must not hold up what a person is waiting to see. */

/**
 * Runs `work` when what was changed just now is painted, as its own task.
 * @returns gives it up
 */
export function afterPaint(work: () => void): () => void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	// A frame's callbacks still run before its painting; a task asked for by them runs behind it.
	const frame = requestAnimationFrame(() => (timer = setTimeout(work)));
	return () => {
		cancelAnimationFrame(frame);
		clearTimeout(timer);
	};
}
