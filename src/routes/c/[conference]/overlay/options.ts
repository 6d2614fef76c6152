/** Owns: what the address of the overlay may ask for, e.g. `?size=110&side=right&hold=12`. Pure. */

export type OverlayOptions = {
	/** Per cent of the usual size, 60 to 160. */
	size: number;
	side: 'left' | 'right';
	/** Seconds a line stays after it came; 0: as long as it holds. */
	hold: number;
	/** Distance from the edges, per cent of the picture's height, 3 to 20. */
	margin: number;
};

function numberIn(text: string | null, usual: number, low: number, high: number): number {
	const value = Number(text ?? '');
	return text === null || text === '' || !Number.isFinite(value)
		? usual
		: Math.min(high, Math.max(low, value));
}

/** @param search as in `location.search`; what is not understood is as usual */
export function optionsOf(search: string): OverlayOptions {
	const asked = new URLSearchParams(search);
	return {
		size: numberIn(asked.get('size'), 100, 60, 160),
		side: asked.get('side') === 'right' ? 'right' : 'left',
		hold: numberIn(asked.get('hold'), 0, 0, 3600),
		margin: numberIn(asked.get('margin'), 7, 3, 20)
	};
}
