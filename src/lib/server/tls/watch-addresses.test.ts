import { describe, expect, test } from 'vitest';
import type { Timer } from '../timer';
import { watchAddresses } from './watch-addresses';

/** A clock under the test's hand. */
function handTimer() {
	let tick: (() => void | Promise<void>) | null = null;
	const timer: Timer & { every: number } = {
		every: 0,
		start(given, every) {
			tick = given;
			timer.every = every;
			return { stop: () => void (tick = null) };
		}
	};
	/** One tick, and all it set off that needs no further clock. */
	const next = async (): Promise<void> => {
		void tick?.();
		await new Promise((resolve) => setImmediate(resolve));
	};
	return { timer, next, isStopped: () => tick === null };
}

describe('watchAddresses', () => {
	test('TLS-12: reports each change once, and neither the start nor another order', async () => {
		const { timer, next } = handTimer();
		let now = ['192.168.1.20', '10.0.0.4'];
		const reports: string[][] = [];
		watchAddresses({ list: () => now, every: 5000, onChange: (to) => void reports.push(to), timer });
		expect(timer.every).toBe(5000);
		await next();
		now = ['10.0.0.4', '192.168.1.20'];
		await next();
		expect(reports).toEqual([]);
		now = ['192.168.43.7'];
		await next();
		await next();
		now = [];
		await next();
		expect(reports).toEqual([['192.168.43.7'], []]);
	});

	test('TLS-12: a report that fails is told and made again; two never run at once', async () => {
		const { timer, next } = handTimer();
		let now = ['10.0.0.1'];
		const errors: unknown[] = [];
		const pending: Array<{ done: () => void; fail: (error: Error) => void; to: string[] }> = [];
		const onChange = (to: string[]): Promise<void> =>
			new Promise((done, fail) => void pending.push({ done, fail, to }));
		watchAddresses({
			list: () => now,
			every: 1,
			onChange,
			onError: (error) => void errors.push(error),
			timer
		});
		now = ['10.0.0.2'];
		await next();
		now = ['10.0.0.3'];
		await next();
		expect(pending).toHaveLength(1);
		now = ['10.0.0.2'];
		const full = new Error('disk full');
		pending[0]?.fail(full);
		await next();
		await next();
		expect(errors).toEqual([full]);
		expect(pending.map((report) => report.to)).toEqual([['10.0.0.2'], ['10.0.0.2']]);
		pending[1]?.done();
		await next();
		await next();
		expect(pending).toHaveLength(2);
	});

	test('TLS-12: stops, also in the middle of a report', async () => {
		const { timer, next, isStopped } = handTimer();
		let now = ['10.0.0.1'];
		let reports = 0;
		const watch = watchAddresses({ list: () => now, every: 1, onChange: () => void reports++, timer });
		now = ['10.0.0.2'];
		watch.stop();
		await next();
		expect(isStopped()).toBe(true);
		expect(reports).toBe(0);
	});

	test('TLS-12: the system timer ticks and is stopped', async () => {
		let now = ['10.0.0.1'];
		const seen = await new Promise<string[]>((resolve) => {
			const watch = watchAddresses({
				list: () => now,
				every: 1,
				onChange(to) {
					watch.stop();
					resolve(to);
				}
			});
			now = ['10.0.0.2'];
		});
		expect(seen).toEqual(['10.0.0.2']);
	});
});
