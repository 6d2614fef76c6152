/** Every code the server can refuse with, read from its sources: nobody keeps such a list by hand for long. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const LIB = fileURLToPath(new URL('../../src/lib', import.meta.url));

function sources(folder: string): string[] {
	return readdirSync(join(LIB, folder), { withFileTypes: true }).flatMap((entry) => {
		const path = `${folder}/${entry.name}`;
		if (entry.isDirectory()) return sources(path);
		return path.endsWith('.ts') && !path.includes('.test.') && !path.includes('.fixture.') ? [path] : [];
	});
}

const ways = [
	/reject\(\s*'(\w+)'/g,
	/rejection: \{ code: '(\w+)'/g,
	/refuse\(c, \{\s*code: '(\w+)'/g,
	/refused: '(\w+)'/g
];

export function refusalCodes(): string[] {
	const found = new Set<string>();
	for (const path of ['core', 'server', 'protocol'].flatMap(sources)) {
		// Examples show codes of many kinds, and refuse nothing.
		if (path === 'server/api/examples.ts') continue;
		const text = readFileSync(join(LIB, path), 'utf8');
		for (const way of ways) for (const match of text.matchAll(way)) if (match[1]) found.add(match[1]);
		if (path.startsWith('server/auth/'))
			for (const m of text.matchAll(/['"]((?:name|password)_[a-z]+)['"]/g)) if (m[1]) found.add(m[1]);
		if (path.startsWith('server/documents/'))
			for (const m of text.matchAll(/'(file_[a-z_]+)'/g)) if (m[1]) found.add(m[1]);
		// Codes picked by a union or a table: `code: 'bad_shape' | 'unknown_command'`.
		if (path.startsWith('protocol/') || path.startsWith('server/gateway/') || path.startsWith('server/api/'))
			for (const m of text.matchAll(/code: '(\w+)'(?: \| '(\w+)')?/g))
				for (const one of [m[1], m[2]]) if (one) found.add(one);
		if (path === 'server/api/base.ts')
			for (const m of text.matchAll(/^\t(\w+): \d{3}/gm)) if (m[1]) found.add(m[1]);
	}
	return [...found].sort();
}
