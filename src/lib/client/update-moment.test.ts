import { describe, expect, it } from 'vitest';
import { mayApplyByItself, type Moment } from './update-moment';

const quiet: Moment = { idleMs: 60_000, busy: false, queued: 0, statuses: ['published'] };

describe('a newer build takes over by itself', () => {
	it('OFF-9: when nobody touched the device for a minute before the start', () => {
		expect(mayApplyByItself(quiet)).toBe(true);
		expect(mayApplyByItself({ ...quiet, statuses: [] })).toBe(true);
	});

	it.each<[string, Partial<Moment>]>([
		['somebody just touched it', { idleMs: 59_999 }],
		['a form is open', { busy: true }],
		['facts wait', { queued: 1 }],
		['one of its conferences is live', { statuses: ['draft', 'live'] }],
		['a conference is closed and its report is being written', { statuses: ['closed'] }],
		['the server does not say', { statuses: null }]
	])('OFF-9: not while %s', (_why, over) => {
		expect(mayApplyByItself({ ...quiet, ...over })).toBe(false);
	});
});
