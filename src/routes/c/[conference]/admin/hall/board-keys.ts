/** Owns: what keys do while a part of the drawing has the focus: all that a mouse can do there. */
import { placeOf, toggledMark, type Part } from '$lib/core/seating/edit';
import { placeKey, seatsOfRow } from '$lib/core/seating/hall';
import { rowLabel, seatLabel } from '$lib/core/seating/layout';
import { t } from '$lib/ui/i18n/i18n';
import '$lib/ui/i18n/use/hall';
import { partName } from './part-name';
import type { HallEditor } from './use-hall-editor.svelte';

const arrows: Record<string, [number, number]> = {
	ArrowLeft: [-1, 0],
	ArrowRight: [1, 0],
	ArrowUp: [0, -1],
	ArrowDown: [0, 1]
};
/** Steps of the grid that Shift makes of one. */
const FAR = 10;

/** @param remove takes a part away and says so */
export function boardKeys(editor: HallEditor, remove: (part: Part) => void) {
	function nudge(part: Part, dx: number, dy: number, far: boolean): void {
		const by = far ? FAR : 1;
		editor.nudge(part, dx * by, dy * by);
		const at = editor.hall && placeOf(editor.hall, part);
		if (!editor.hall || !at) return;
		const name = partName(editor.hall, part);
		editor.said = t('hall.moved', { name, x: Math.round(at.x), y: Math.round(at.y) });
	}

	/** To the next seat; rows may differ in length. */
	function seek(id: string, dx: number, dy: number): void {
		const block = editor.hall?.blocks.find((one) => one.id === id);
		if (!block) return;
		const old = editor.cursor?.block === id ? editor.cursor : null;
		let row = Math.min(block.rows, Math.max(1, (old?.row ?? 1) + (old ? dy : 0)));
		while (seatsOfRow(block, row) === 0 && row > 1 && row < block.rows) row += dy || 1;
		const most = seatsOfRow(block, row);
		if (most === 0) return;
		const seat = Math.min(most, Math.max(1, (old?.seat ?? 1) + (old ? dx : 0)));
		editor.cursor = { block: id, row, seat };
		say();
	}

	function mark(): void {
		const { cursor: at, hall, mode } = editor;
		if (!at || !hall || mode === 'move') return;
		editor.change(toggledMark(hall, at.block, at.row, at.seat, mode));
		say();
	}

	function say(): void {
		const at = editor.cursor;
		const block = editor.hall?.blocks.find((one) => one.id === at?.block);
		if (!at || !block) return;
		const place = placeKey(at.row, at.seat);
		const wheelchair = block.wheelchair?.includes(place) ? 'wheelchair' : 'plain';
		const state = block.out?.includes(place) ? 'out' : wheelchair;
		editor.said = t('hall.seatIs', {
			block: block.name,
			row: rowLabel(block, at.row),
			seat: seatLabel(block, at.seat, seatsOfRow(block, at.row)),
			state: t(`hall.seat.${state}`)
		});
	}

	return (event: KeyboardEvent, part: Part): void => {
		if (event.ctrlKey || event.metaKey || event.altKey) return;
		const [dx, dy] = arrows[event.key] ?? [0, 0];
		const arrow = event.key in arrows;
		const presses = event.key === ' ' || event.key === 'Enter';
		const marks = editor.mode !== 'move' && part.kind === 'block';
		if (arrow && marks) seek(part.id, dx, dy);
		else if (arrow && part.kind !== 'stage') nudge(part, dx, dy, event.shiftKey);
		else if (presses && marks) mark();
		else if (presses) editor.select(part);
		else if (event.key === 'Delete' || event.key === 'Backspace') remove(part);
		else if (event.key === 'Escape') editor.select(null);
		else return;
		event.preventDefault();
	};
}
