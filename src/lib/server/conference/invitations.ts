/** Owns: invitation tokens of a conference: made from the key each time, looked up by hash, never stored. */
import { hashToken64, inviteToken } from '../../core/invitations/token';
import { rowOf, rowsOf } from '../../core/table';
import type { ConferenceLog } from '../log/conference-log';

type Codes = {
	hashes: Map<string, string[]>;
	byHash: Map<string, { delegate: string; version: number }>;
	tokens: Map<string, string>;
};
const caches = new WeakMap<ConferenceLog, Codes>();

function codesOf(log: ConferenceLog): Codes {
	let codes = caches.get(log);
	if (!codes) caches.set(log, (codes = { hashes: new Map(), byHash: new Map(), tokens: new Map() }));
	return codes;
}

export function tokenOf(log: ConferenceLog, delegate: string, version: number): string {
	const { tokens } = codesOf(log);
	const key = `${delegate}/${version}`;
	let token = tokens.get(key);
	if (!token)
		tokens.set(
			key,
			(token = inviteToken(log.tokenKey, log.state.conference.rehearsalOf ?? log.id, delegate, version))
		);
	return token;
}

/** 64-bit hashes of all versions, oldest first: what a phone holds so that a lost phone yields no invitation. */
export function hashesOf(log: ConferenceLog, delegate: string): string[] {
	const row = rowOf(log.state.roster.delegates, delegate);
	if (!row) return [];
	const codes = codesOf(log);
	const known = codes.hashes.get(delegate) ?? [];
	if (known.length === row.tokenVersion) return known;
	const hashes: string[] = [];
	for (let version = 1; version <= row.tokenVersion; version++) {
		const hash = hashToken64(tokenOf(log, delegate, version));
		hashes.push(hash);
		codes.byHash.set(hash, { delegate, version });
	}
	codes.hashes.set(delegate, hashes);
	return hashes;
}

export type Resolved = { delegate: string; current: boolean } | null;

/** Whose invitation this is; `current` is false when it was re-issued since. */
export function resolveToken(log: ConferenceLog, token: string): Resolved {
	for (const delegate of rowsOf(log.state.roster.delegates)) hashesOf(log, delegate.id);
	const found = codesOf(log).byHash.get(hashToken64(token));
	if (!found) return null;
	const row = rowOf(log.state.roster.delegates, found.delegate);
	return row ? { delegate: row.id, current: row.tokenVersion === found.version } : null;
}
