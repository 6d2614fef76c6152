/**
 * Owns: the journal of one device in a file beside the server, and at the same time its disk: what is told of is
 * behind an fsync. Lines of JSON: `made` before a deed, `kept` when its card is shown, `told` when the server has it.
 */
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import type { Command } from '../../../src/lib/core/log/command';

export type JournalLine = { made: Command } | { kept: string } | { told: string; seq: number };

export class JournalFile {
	readonly #file: number;
	#lines: string[] = [];
	#waiting: (() => void)[] = [];

	constructor(path: string) {
		this.#file = openSync(path, 'a');
	}

	/** Many lines of one moment share an fsync. @param done after it */
	write(line: JournalLine, done: () => void): void {
		if (!this.#lines.length) setImmediate(() => this.#flush());
		this.#lines.push(`${JSON.stringify(line)}\n`);
		this.#waiting.push(done);
	}

	close(): void {
		this.#flush();
		closeSync(this.#file);
	}

	#flush(): void {
		if (!this.#lines.length) return;
		const waiting = this.#waiting;
		writeSync(this.#file, this.#lines.join(''));
		fsyncSync(this.#file);
		this.#lines = [];
		this.#waiting = [];
		for (const done of waiting) done();
	}
}

export const readJournal = (path: string): JournalLine[] =>
	readFileSync(path, 'utf8')
		.split('\n')
		.filter(Boolean)
		.map((line): JournalLine => JSON.parse(line));
