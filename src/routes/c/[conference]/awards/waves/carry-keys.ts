/** Owns: the keys with which somebody is picked up, carried and put down; the focus stays on the person. */
import { tick } from 'svelte';
import type { Way } from '$lib/core/awards/shift';
import type { Carry } from './use-carry.svelte';

const WAYS: Record<string, Way> = {
	ArrowLeft: 'left',
	ArrowRight: 'right',
	ArrowUp: 'earlier',
	ArrowDown: 'later'
};
const TURNED: Partial<Record<Way, Way>> = { left: 'right', right: 'left' };

/** Enter and space are the button's own press. @param mirrored the stage's view: left is the hall's right */
export function carryKeys(event: KeyboardEvent, carry: Carry, id: string, mirrored: boolean): void {
	if (carry.id !== id) return;
	const way = WAYS[event.key];
	if (event.key === 'Escape') carry.cancel();
	else if (way) carry.step(mirrored ? (TURNED[way] ?? way) : way);
	else return;
	event.preventDefault();
	// The person's card was made anew in another wave: what was pressed goes on there.
	void tick().then(() =>
		document.querySelector<HTMLElement>(`[data-recipient="${CSS.escape(id)}"]`)?.focus()
	);
}
