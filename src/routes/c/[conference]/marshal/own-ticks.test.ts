import { describe, expect, it } from 'vitest';
import { AwardDay } from '$lib/core/awards/awards.fixture';
import { marshalView } from '$lib/core/views/award-views';
import { linedOf, withOwnTicks } from './own-ticks';

describe('queue at the wings', () => {
	const day = new AwardDay().decide('q', { collective: 3 }).send('wave.make', {});
	const { queues } = marshalView(day.state, () => undefined, null);

	it('TBL-6: own ticks lie over what the server said, the latest of a person counts, and others stay', () => {
		const [first, second] = queues[0]?.people ?? [];
		const shown = withOwnTicks(queues, [
			{ recipient: first?.id ?? '', on: true },
			{ recipient: second?.id ?? '', on: true },
			{ recipient: first?.id ?? '', on: false }
		]);
		expect(shown[0]?.people.map(({ lined }) => lined)).toEqual([false, true, false]);
		expect(shown[0] && linedOf(shown[0])).toBe(1);
		expect(withOwnTicks(queues, [])).toBe(queues);
	});
});
