/** Owns: the order in which Vietnamese lists put people: by given name, the last word; the family name comes first. */
import { foldVietnamese } from './fold';

export const givenName = (name: string): string => name.trim().split(/\s+/).at(-1) ?? '';

/** The letter of an A–Z list under which a name is looked up: marks are left out, Đ is a letter of its own. */
export function letterOf(name: string): string {
	const first = givenName(name).normalize('NFC').charAt(0).toLocaleUpperCase('vi');
	if (first === 'Đ') return first;
	return foldVietnamese(first).charAt(0).toUpperCase() || '#';
}

/** A, B, C, D, Đ, E … */
export const compareLetters = (a: string, b: string): number => letters.compare(a, b);

type Named = { name: string; unit: string };

/** By given name, then the whole name, then the unit. */
export function byGivenName(a: Named, b: Named): number {
	return (
		compareLetters(letterOf(a.name), letterOf(b.name)) ||
		letters.compare(givenName(a.name), givenName(b.name)) ||
		letters.compare(a.name, b.name) ||
		letters.compare(a.unit, b.unit)
	);
}

const letters = new Intl.Collator('vi');
