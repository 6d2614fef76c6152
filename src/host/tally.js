/** Counts checks and tests, and keeps every failure for the end of the run. */
import { existsSync, readFileSync } from 'node:fs';

/**
 * The part of vitest's JSON report that is counted.
 * @typedef {{ status: string, fullName: string, failureMessages?: string[] | null }} Assertion
 * @typedef {{ name: string, status: string, message?: string, assertionResults: Assertion[] }} TestFile
 * @typedef {{ success: boolean, testResults: TestFile[] }} VitestReport
 */

const SHOWN_LINES = 40;

export class Tally {
	passed = 0;
	failed = 0;
	skipped = 0;
	/** @type {Array<{ name: string, reason: string }>} */
	failures = [];

	/** @param {string} _name */
	pass(_name) {
		this.passed++;
	}

	/**
	 * @param {string} name
	 * @param {string} reason
	 */
	fail(name, reason) {
		this.failed++;
		this.failures.push({ name, reason });
	}

	/**
	 * Adds a vitest run. A run that ended without a report, or failed without a failed test, is a failure of
	 * its own: silence never counts as success.
	 * @param {string} suite
	 * @param {VitestReport | null} report
	 * @param {number} code exit code of vitest
	 */
	take(suite, report, code) {
		const failedBefore = this.failed;
		for (const file of report?.testResults ?? []) {
			for (const assertion of file.assertionResults) this.#takeOne(assertion);
			const reported = file.assertionResults.some((assertion) => assertion.status === 'failed');
			if (file.status === 'failed' && !reported)
				this.fail(file.name, file.message || 'the file did not load');
		}
		if (!report && code !== 0) this.fail(suite, `vitest ended with code ${code} and without a report`);
		else if (!report) this.fail(suite, 'vitest left no report');
		else if (code !== 0 && this.failed === failedBefore) {
			this.fail(
				suite,
				`vitest ended with code ${code} although no test failed (an error outside of the tests)`
			);
		}
	}

	/** @param {Assertion} assertion */
	#takeOne(assertion) {
		if (assertion.status === 'passed') this.pass(assertion.fullName);
		else if (assertion.status === 'failed') {
			this.fail(assertion.fullName, (assertion.failureMessages ?? []).join('\n'));
		} else this.skipped++;
	}

	/** @returns {string} all failures, then the counting line, which is the last */
	summary() {
		const parts = this.failures.map(({ name, reason }) => `\n✗ ${name}\n${shorten(reason)}\n`);
		const counts = `${this.passed} passed, ${this.failed} failed, ${this.skipped} skipped\n`;
		return `${parts.join('')}\n${counts}`;
	}
}

/** @param {string} text */
function shorten(text) {
	const all = text.trim().split('\n');
	const shown = all.slice(0, SHOWN_LINES);
	if (all.length > SHOWN_LINES) shown.push(`… ${all.length - SHOWN_LINES} more lines`);
	return shown.map((line) => `  ${line}`).join('\n');
}

/**
 * @param {string} path
 * @returns {VitestReport | null}
 */
export function readVitestReport(path) {
	if (!existsSync(path)) return null;
	const text = readFileSync(path, 'utf8');
	// Cut short when the run was killed while writing.
	return text.trimEnd().endsWith('}') ? JSON.parse(text) : null;
}
