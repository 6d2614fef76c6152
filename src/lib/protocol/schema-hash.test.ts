import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { commandTypes } from '../core/log/decide';
import { payloads } from './commands';
import { PROTOCOL } from './version';

const FILE = new URL('./schema-hash.json', import.meta.url);
const stored = z.object({ protocol: z.number(), payloads: z.record(z.string(), z.string()) });

/** Keys in order at every depth: the order in which zod happens to write them says nothing. */
function canonical(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(canonical);
	if (value === null || typeof value !== 'object') return value;
	return Object.fromEntries(
		Object.entries(value)
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([key, inner]) => [key, canonical(inner)])
	);
}

const hashOf = (schema: z.ZodType): string =>
	createHash('sha256')
		.update(JSON.stringify(canonical(z.toJSONSchema(schema, { io: 'input' }))))
		.digest('hex')
		.slice(0, 16);

const current = Object.fromEntries([...commandTypes].sort().map((type) => [type, hashOf(payloads[type])]));

const HELP = `
The shape of a command on the wire changed while PROTOCOL (${PROTOCOL}, version.ts) stayed. Pages of the version before
stay open in the hall for hours and still send the old shape. So:
  1. raise PROTOCOL by one, unless this version has not been handed to anybody yet;
  2. see that the new schema still reads what the version before sends (server and client accept N and N-1);
  3. write the new hashes: KT_WRITE_SCHEMA=1 npx vitest run src/lib/protocol/schema-hash.test.ts
`;

describe('the wire', () => {
	if (process.env.KT_WRITE_SCHEMA)
		writeFileSync(FILE, `${JSON.stringify({ protocol: PROTOCOL, payloads: current }, null, '\t')}\n`);
	const known = stored.parse(JSON.parse(readFileSync(FILE, 'utf8')));

	it('PRO-1: no command’s shape changes without a new protocol version', () => {
		const changed = [...new Set([...Object.keys(known.payloads), ...Object.keys(current)])].filter(
			(type) => known.payloads[type] !== current[type]
		);
		expect(changed, HELP).toEqual([]);
	});

	it('PRO-2: the hashes on file are those of this protocol version', () => {
		expect(known.protocol, HELP).toBe(PROTOCOL);
	});
});
