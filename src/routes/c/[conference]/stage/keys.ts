/**
 * Owns: which key means what on the stage. Space and a presentation clicker (PageDown, PageUp) drive the programme
 * from anywhere on the page, but never out of a field, a dialog, or a button that was reached by keyboard.
 */
import type { WaveStep } from '$lib/core/awards/model';

export type KeyPress = {
	key: string;
	repeat: boolean;
	/** Ctrl, Alt, Meta or Shift is down. */
	modified: boolean;
	/** `field` takes text; `control` is a button, link, tab or the like. */
	target: 'field' | 'control' | 'page';
	/** How the person last moved about: a button left focused by a mouse click must not swallow the space bar. */
	by: 'keyboard' | 'pointer';
	dialogOpen: boolean;
	/** Awards are under way: neither the programme nor a wave is moved by a key that is pressed by reflex. */
	awards: boolean;
};

/**
 * `swallow`: nothing happens, and the browser does not scroll or click either; `idle` is the same, said in words. The
 * space bar never has two meanings: while awards are under way it has none.
 */
export type KeyIntent = 'next' | 'back' | 'swallow' | 'idle' | null;

export function keyIntent(press: KeyPress): KeyIntent {
	if (press.modified || press.dialogOpen || press.target === 'field') return null;
	const meant = meaningOf(press);
	if (meant === null) return null;
	if (press.repeat) return 'swallow';
	return press.awards ? 'idle' : meant;
}

function meaningOf({ key, target, by }: KeyPress): 'next' | 'back' | null {
	if (key === 'PageDown') return 'next';
	if (key === 'PageUp') return 'back';
	if (key !== ' ') return null;
	return target === 'control' && by === 'keyboard' ? null : 'next';
}

/** From the first wave's preparation until the last is over, in an item of awards. */
export function awardsUnderWay(kinds: readonly string[], steps: readonly WaveStep[]): boolean {
	const begun = steps.some((step) => step !== 'prepared');
	return kinds.includes('khen_thuong') && begun && steps.some((step) => step !== 'cleared');
}

const CONTROLS = 'button, a[href], summary, [role="tab"], [role="button"], [role="radio"]';

/** What kind of thing has the focus. */
export function targetOf(element: Element | null): KeyPress['target'] {
	if (!element) return 'page';
	if (
		element.closest(
			'input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable="true"]'
		)
	)
		return 'field';
	return element.closest(`${CONTROLS}, input`) ? 'control' : 'page';
}
