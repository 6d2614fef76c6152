/**
 * Owns: one scan of a pile, top-down. What was right stays right; the first wrong frame is named and the scan goes on
 * from there when the right one is shown.
 */
import { readFrameCode } from '$lib/core/awards/frame-code';
import { checkPile, type PileCheck } from '$lib/core/awards/stack';

export type PileScan = {
	/** Ids that were right, from the top. */
	right: readonly string[];
	fault: Extract<PileCheck, { kind: 'outOfOrder' }> | { kind: 'foreign' } | null;
	complete: boolean;
};
export const nothingScanned: PileScan = { right: [], fault: null, complete: false };

/** @param text what a camera read or a scanner typed; a label that was right already changes nothing */
export function withCode(scan: PileScan, text: string, stack: readonly string[]): PileScan {
	if (scan.complete) return scan;
	const id = readFrameCode(text, stack);
	if (id === null) return { ...scan, fault: { kind: 'foreign' } };
	// A camera reads the label that lies there many times a second.
	if (scan.right.at(-1) === id) return scan.fault?.kind === 'foreign' ? { ...scan, fault: null } : scan;
	const check = checkPile(stack, [...scan.right, id]);
	if (check.kind === 'outOfOrder') return { ...scan, fault: check };
	return { right: [...scan.right, id], fault: null, complete: check.kind === 'complete' };
}
