import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withPresidium } from '../core/seating/edit';
import { faultOf } from '../core/seating/hall';
import { readHallFile } from '../core/seating/hall-file';
import { isHall } from '../core/seating/hall-shape';
import { presetHall } from '../core/seating/presets';
import { hall as wire } from './hall';

const refusal = (text: string) => {
	const read = readHallFile(text);
	return read.ok ? null : read.rejection;
};
const file = (hall: unknown) => JSON.stringify({ khanhTiet: 'hall', version: 1, hall });
const whole = withPresidium(presetHall('province'), 7).hall;

describe('the shape of a hall on both sides', () => {
	it('HALL-16: browser and server take and refuse the same shapes', () => {
		const odd = fc.constantFrom<unknown>(
			undefined,
			null,
			'',
			'x',
			'Khối\u0007A',
			'\ud800',
			'constructor',
			'A/1',
			0,
			1,
			1.5,
			-1,
			501,
			50_001,
			Number.MAX_SAFE_INTEGER + 1,
			true,
			[],
			{},
			['left', 'left', 'left'],
			['1/1'],
			['0/1'],
			['1/1000'],
			[0],
			[500],
			'#12345',
			'#abcdef',
			'centre',
			'x'.repeat(81),
			'y'.repeat(201)
		);
		type Loose = Record<string, unknown>;
		const loose = (value: object): Loose => ({ ...value });
		const spots = ['hall', 'stage', 'block', 'door', 'passage'] as const;
		const keys = [
			...Object.keys(whole),
			...['id', 'name', 'colour', 'door', 'rows', 'seatsPerRow', 'shape', 'place', 'x', 'y', 'turn'],
			...['seatPitch', 'rowPitch', 'rowSeats', 'align', 'aisles', 'walls', 'rowNames', 'firstRow'],
			...['numbered', 'firstSeat', 'out', 'wheelchair', 'width', 'depth', 'podium', 'steps', 'extra']
		];
		const change = fc.record({ spot: fc.constantFrom(...spots), key: fc.constantFrom(...keys), value: odd });
		let [taken, refused] = [0, 0];
		fc.assert(
			fc.property(fc.array(change, { maxLength: 3 }), (changes) => {
				const hall: Loose = {
					...structuredClone(whole),
					stage: loose(whole.stage ?? {}),
					blocks: whole.blocks.map(loose),
					doors: (whole.doors ?? []).map(loose),
					passages: (whole.passages ?? []).map(loose)
				};
				const at = (list: unknown, n: number): Loose => (Array.isArray(list) ? list[n] : null) ?? {};
				const targets: Record<(typeof spots)[number], Loose> = {
					hall,
					stage: loose(Object(hall['stage'])),
					block: at(hall['blocks'], 1),
					door: at(hall['doors'], 1),
					passage: at(hall['passages'], 1)
				};
				hall['stage'] = targets.stage;
				for (const { spot, key, value } of changes) targets[spot][key] = value;
				const server = wire.safeParse(hall);
				expect(isHall(hall), JSON.stringify(changes)).toBe(server.success);
				if (server.success) taken++;
				else refused++;
				const read = readHallFile(file(hall));
				// What JSON cannot say (undefined) is left out of a file.
				const sent = wire.safeParse(JSON.parse(JSON.stringify(hall)));
				expect(read.ok).toBe(sent.success && faultOf(sent.data) === null);
				if (read.ok) expect(read.value).toEqual(sent.data);
			}),
			{ numRuns: 1000 }
		);
		expect(taken).toBeGreaterThan(50);
		expect(refused).toBeGreaterThan(50);
	});

	it('HALL-17: the example of the guide to the file is a hall that can be imported', () => {
		const guide = readFileSync(new URL('../../../docs/hall.md', import.meta.url), 'utf8');
		const examples = [...guide.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text]) => text ?? '');
		expect(examples.length).toBeGreaterThan(0);
		for (const text of examples) expect(refusal(text), text).toBeNull();
		const named = new Set([...guide.matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name));
		const fields = [...Object.keys(wire.shape), ...Object.keys(wire.shape.blocks.element.shape)];
		expect(fields.filter((name) => !named.has(name))).toEqual([]);
	});
});
