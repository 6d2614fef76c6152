import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

/** Theme name → its colour tokens, read from the stylesheet itself. */
function themes(): Map<string, Map<string, string>> {
	const found = new Map<string, Map<string, string>>();
	for (const [, name, body] of css.matchAll(/\[data-theme='(\w+)'\] \{([^}]*)\}/g)) {
		const tokens = [...(body ?? '').matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)];
		found.set(name ?? '', new Map(tokens.map(([, token, value]) => [token ?? '', value ?? ''])));
	}
	return found;
}

/** WCAG 2.2 relative luminance. */
function luminance(hex: string): number {
	const [r = 0, g = 0, b = 0] = [1, 3, 5].map((start) => {
		const channel = parseInt(hex.slice(start, start + 2), 16) / 255;
		return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
	const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
	return (light + 0.05) / (dark + 0.05);
}

const verdicts = ['green', 'amber', 'blue', 'red'];
const textPairs = [
	...['bg', 'surface', 'surface-2'].flatMap((ground) => [
		['fg', ground],
		['fg-2', ground],
		['accent-ink', ground],
		['gold-ink', ground]
	]),
	['on-accent', 'accent'],
	['on-accent', 'accent-hover'],
	...verdicts.flatMap((tone) => [
		[`on-${tone}`, tone],
		[`${tone}-ink`, `${tone}-soft`],
		[`${tone}-ink`, 'surface'],
		['fg', `${tone}-soft`]
	])
];
const shapePairs = ['bg', 'surface', 'surface-2'].flatMap((ground) => [
	['line-strong', ground],
	['focus', ground]
]);

describe('tokens', () => {
	// AAA everywhere but on the light office theme, which is read at a desk.
	const least: Record<string, number> = { light: 4.5, dark: 7, ivory: 7, maket: 7 };

	it.each(Object.keys(least))('UI-1: every text of the %s theme is readable on its ground', (theme) => {
		const tokens = themes().get(theme);
		const poor = textPairs.flatMap(([text = '', ground = '']) => {
			const ratio = contrast(tokens?.get(text) ?? '', tokens?.get(ground) ?? '');
			return ratio >= (least[theme] ?? 21) ? [] : [`${text} on ${ground}: ${ratio.toFixed(2)}`];
		});
		expect(poor).toEqual([]);
	});

	it.each(Object.keys(least))(
		'UI-2: borders of fields and focus rings of the %s theme are visible',
		(theme) => {
			const tokens = themes().get(theme);
			const poor = shapePairs.flatMap(([shape = '', ground = '']) => {
				const ratio = contrast(tokens?.get(shape) ?? '', tokens?.get(ground) ?? '');
				return ratio >= 3 ? [] : [`${shape} on ${ground}: ${ratio.toFixed(2)}`];
			});
			expect(poor).toEqual([]);
		}
	);
});
