import { describe, expect, it } from 'vitest';
import { AwardDay } from '$lib/core/awards/awards.fixture';
import { marshalView } from '$lib/core/views/award-views';
import { keptAct, linedOf, toKeep, withOwnTicks } from './own-ticks';

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

	it('TBL-10: the last act outlives a reload without a name in it: a tick as long as it stands, a leaving by its order', () => {
		const tick = { kind: 'tick', recipient: 'r1', on: true, name: 'Nông Thị Hoa' } as const;
		const left = { kind: 'left', order: 'order-1', name: 'Nông Thị Hoa' } as const;
		expect(toKeep(tick) + toKeep(left)).not.toContain('Hoa');
		const people = [{ id: 'r1', lined: true, name: 'Nông Thị Hoa' }];
		expect(keptAct(toKeep(tick), people)).toEqual(tick);
		expect(keptAct(toKeep(tick), [{ id: 'r1', lined: false, name: '' }])).toBeNull();
		expect(keptAct(toKeep(tick), [])).toBeNull();
		expect(keptAct(toKeep(left), [])).toEqual({ ...left, name: '' });
		for (const broken of [null, '', '{', '7', '{"kind":"left"}', '{"kind":"x"}'])
			expect(keptAct(broken, people)).toBeNull();
	});
});
