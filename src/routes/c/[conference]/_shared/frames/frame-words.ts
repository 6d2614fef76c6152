/** Owns: what the frame table says, in words: whose table, what changed in the pile, what a scan found. */
import type { FrameView, PresenterView } from '$lib/core/views/award-views';
import { t } from '$lib/ui/i18n/i18n';
import '$lib/ui/i18n/use/frames';
import { joined } from '../person-words';
import type { PileScan } from './pile-scan';

type Named = Pick<FrameView, 'honorific' | 'name'>;
export const nameOf = (frame: Named): string => joined([frame.honorific, frame.name], ' ');

export const otherThan = (presenter: 1 | 2): 1 | 2 => (presenter === 1 ? 2 : 1);

export function tableName(presenter: 1 | 2, alone: boolean): string {
	if (alone) return t('frames.oneTable');
	return t(presenter === 1 ? 'frames.tableLeft' : 'frames.tableRight');
}

/** "xếp lại khung 4, 5 · cho thêm khung 3 · chuyển sang bàn kia khung của Bà B · bỏ ra khung của Ông A"; empty when nothing changed. */
export function changeWords(view: Pick<PresenterView, 'stack' | 'removed'>): string {
	const numbers = (kind: FrameView['changed']) =>
		view.stack
			.filter(({ changed }) => changed === kind)
			.map(({ frame }) => frame)
			.join(', ');
	const [moved, added] = [numbers('moved'), numbers('added')];
	// A frame that keeps a number in the wave has only changed tables.
	const gone = (toOther: boolean) =>
		view.removed
			.filter(({ frame }) => frame > 0 === toOther)
			.map(nameOf)
			.join(', ');
	const [given, removed] = [gone(true), gone(false)];
	return joined(
		[
			moved && t('frames.moved', { frames: moved }),
			added && t('frames.added', { frames: added }),
			given && t('frames.handedOver', { names: given }),
			removed && t('frames.removed', { names: removed })
		],
		' · '
	);
}

/** The sentence for what the scanner found wrong; null while all is well. */
export function scanFault(scan: PileScan, stack: readonly FrameView[]): string | null {
	const { fault } = scan;
	if (fault === null) return null;
	if (fault.kind === 'foreign') return t('frames.scan.foreign');
	const there = stack.find(({ id }) => id === fault.found);
	const found = there
		? t('frames.scan.foundHere', { frame: there.frame, name: nameOf(there) })
		: t('frames.scan.foundElsewhere');
	const expected = stack.find(({ id }) => id === fault.expected);
	if (!expected) return t('frames.scan.tooMany', { found });
	return t('frames.scan.wrong', {
		place: fault.place,
		frame: expected.frame,
		name: nameOf(expected),
		found
	});
}
