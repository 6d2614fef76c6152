/**
 * Owns: making text as large as its box allows, for any length. The first child of the box gets the font size; its
 * lines marked `data-scale` are kept on one line each as far as that leaves them readable beside the others.
 */

const SMALLEST = 10;
/** A line may shrink this far below its share before it is broken in two. */
const SHRINK = 0.68;

export type FitOptions = {
	/** Largest font as a share of the box's height and width. */
	ofHeight: number;
	ofWidth: number;
};

/**
 * Largest whole px from `low` to `high` that fits; `low` when nothing does.
 * @param fits must be true up to some size and false from there on
 */
export function largestThatFits(low: number, high: number, fits: (px: number) => boolean): number {
	let [good, bad] = [low, Math.max(low, Math.floor(high)) + 1];
	while (bad - good > 1) {
		const middle = Math.floor((good + bad) / 2);
		if (fits(middle)) good = middle;
		else bad = middle;
	}
	return good;
}

/** Px of a line of natural width `perPx` (px per px of font size) that should have `wanted` px in a box of `width`. */
export function lineSize(wanted: number, perPx: number, width: number): number {
	if (perPx <= 0) return wanted;
	return Math.max(wanted * SHRINK, Math.min(wanted, width / perPx));
}

/** Attachment for the box; measures anew when the box or the text changes or the face arrives. */
export function fit({ ofHeight, ofWidth }: FitOptions): (box: HTMLElement) => () => void {
	return (box) => {
		const inner = box.firstElementChild;
		if (!(inner instanceof HTMLElement)) throw new Error('fit: the box has no element inside');

		const measure = () => {
			const [width, height] = [box.clientWidth, box.clientHeight];
			if (width === 0 || height === 0) return;
			const ranks = naturalWidths(inner);
			const set = (px: number) => {
				inner.style.fontSize = `${px}px`;
				for (const { nodes, scale, perPx } of ranks)
					for (const node of nodes) node.style.fontSize = `${lineSize(px * scale, perPx, width)}px`;
			};
			inner.style.overflowWrap = 'normal';
			const size = largestThatFits(SMALLEST, Math.min(height * ofHeight, width * ofWidth), (px) => {
				set(px);
				return inner.scrollWidth <= width && inner.offsetHeight <= height;
			});
			set(size);
			// One word longer than the hall is wide: broken is better than cut.
			if (inner.scrollWidth > width) inner.style.overflowWrap = 'anywhere';
			inner.dataset['fitted'] = String(size);
		};

		const sizes = new ResizeObserver(measure);
		const texts = new MutationObserver(measure);
		sizes.observe(box);
		texts.observe(inner, { childList: true, characterData: true, subtree: true });
		document.fonts.addEventListener('loadingdone', measure);
		measure();
		return () => {
			sizes.disconnect();
			texts.disconnect();
			document.fonts.removeEventListener('loadingdone', measure);
		};
	};
}

type Rank = { nodes: HTMLElement[]; scale: number; perPx: number };

/** Lines of one scale share their size, so that a short line never outranks a long one: the widest speaks for all. */
function naturalWidths(inner: HTMLElement): Rank[] {
	const ranks = new Map<number, Rank>();
	for (const node of inner.querySelectorAll<HTMLElement>('[data-scale]')) {
		const { whiteSpace, width, fontSize } = node.style;
		Object.assign(node.style, { whiteSpace: 'nowrap', width: 'max-content', fontSize: '100px' });
		const perPx = node.offsetWidth / 100;
		Object.assign(node.style, { whiteSpace, width, fontSize });
		const scale = Number(node.dataset['scale']);
		const rank = ranks.get(scale) ?? { nodes: [], scale, perPx: 0 };
		ranks.set(scale, { scale, nodes: [...rank.nodes, node], perPx: Math.max(rank.perPx, perPx) });
	}
	return [...ranks.values()];
}
