import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = join(here, '../../..');
/** Keys made of a code of the server; who calls `rejectText` says which of them it may meet. */
const CODES = 'refusals';
/** What every screen carries, see `i18n.ts`. */
const BASE = new Set(['common', 'reject', 'roles', 'screen']);

const areaOf = new Map<string, string>();
for (const file of readdirSync(join(here, 'vi')))
	for (const [, key] of readFileSync(join(here, 'vi', file), 'utf8').matchAll(/^\t'([^']+)':/gm))
		areaOf.set(key ?? '', file.replace('.ts', ''));

/** Areas whose keys a source file names, also by the beginning of a computed key. */
function namedIn(source: string): Set<string> {
	const areas = new Set<string>();
	for (const [, key] of source.matchAll(/'([a-zA-Z]+\.[\w.-]+)'/g))
		areas.add(areaOf.get(key ?? '') ?? 'common');
	for (const [, start = '', end = ''] of source.matchAll(/`([a-zA-Z]+\.[\w.-]*)\$\{[^}]*\}([\w.-]*)`/g))
		for (const [key, area] of areaOf)
			if (
				key.startsWith(start) &&
				key.endsWith(end) &&
				!key.slice(start.length, -end.length || undefined).includes('.')
			)
				areas.add(area);
	return new Set([...areas].filter((area) => !BASE.has(area)));
}

/** What a file brings is exactly what it names: neither a bare key on a screen nor a byte too much. */
function differences(): string[] {
	return readdirSync(root, { recursive: true, encoding: 'utf8' })
		.filter((file) => /\.(svelte|ts)$/.test(file) && !file.endsWith('.test.ts') && !file.includes('i18n/'))
		.flatMap((file) => {
			const source = readFileSync(join(root, file), 'utf8');
			if (!/i18n\/i18n'/.test(source)) return [];
			const brought = new Set([...source.matchAll(/i18n\/use\/([\w-]+)'/g)].map(([, area]) => area ?? ''));
			const named = namedIn(source);
			const missing = [...named]
				.filter((area) => !brought.has(area))
				.map((area) => `${file} lacks use/${area}`);
			const idle = [...brought]
				.filter((area) => !named.has(area) && !(area === CODES && source.includes('rejectText')))
				.map((area) => `${file} has no need of ${area}`);
			return [...missing, ...idle];
		});
}

describe('sentences by area', () => {
	it('I18N-15: a file brings the areas it speaks of, and no other', () => {
		expect(areaOf.size).toBeGreaterThan(1000);
		expect(differences()).toEqual([]);
	});
});
