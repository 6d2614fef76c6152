/**
 * How well codes are read that are not held as in a drawing: ours against `zbarimg` on the same frames.
 * `KT_SCANNER_BURSTS=20 npx vitest run tests/scanner` scores twenty bursts a class instead of two, for by hand.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { frameReader, type Zxing } from '../../src/lib/client/scan/read-frame';
import { burstOf, CLASSES, FRAMES, type Burst, type Class } from './bursts';
import { BURSTS_READ, FRAMES_READ, ORDINARY } from './floor';
import { openZxing, ourReading, zbarReading, zbarVersion, type Reading } from './readers';

type Score = { class: Class; name: string; ours: number; zbar: number | null; wrong: string[] };

const byHand = Number(process.env['KT_SCANNER_BURSTS'] ?? 0);
const numbers = byHand > 0 ? Array.from({ length: byHand }, (_, number) => number) : ORDINARY;
const zbar = await zbarVersion();

describe('reading codes', () => {
	let folder: string;
	let zxing: Zxing;
	const scores: Score[] = [];
	const times: { size: string; read: boolean; milliseconds: number }[] = [];

	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'khanh-tiet-scanner-'));
		zxing = await openZxing();
		const wanted = CLASSES.flatMap((kind) => numbers.map((number) => ({ kind, number })));
		// zbarimg reads one burst while the next one is drawn.
		let behind: Promise<void> = Promise.resolve();
		for (const { kind, number } of wanted) {
			const burst = burstOf(kind, number);
			const ours = ourReading(zxing, burst);
			ours.milliseconds.forEach((milliseconds, at) =>
				times.push({
					size: `${burst.width} × ${burst.height}`,
					read: (ours.texts[at]?.length ?? 0) > 0,
					milliseconds
				})
			);
			await behind;
			behind = (zbar === null ? Promise.resolve(null) : zbarReading(burst, folder)).then((theirs) => {
				scores.push({
					class: kind,
					name: burst.name,
					ours: framesRead(burst, ours),
					zbar: theirs && framesRead(burst, theirs),
					wrong: ours.texts.flat().filter((text) => text !== burst.text)
				});
			});
		}
		await behind;
		console.table(tableOf(scores));
		console.table(timesOf(times));
	}, 3_600_000);
	afterAll(() => rm(folder, { recursive: true, force: true }));

	it.skipIf(zbar === null)(
		`SCN-1: within ten frames we read at least as many codes as zbarimg, in every class and in all${zbar === null ? ' (skipped: zbarimg is not installed)' : ''}`,
		() => {
			for (const kind of CLASSES) {
				const these = scores.filter((score) => score.class === kind);
				const [ours, theirs] = [count(these, 'ours'), count(these, 'zbar')];
				expect(ours, `${kind}: zbarimg reads ${theirs}`).toBeGreaterThanOrEqual(theirs);
			}
			expect(count(scores, 'ours')).toBeGreaterThanOrEqual(count(scores, 'zbar'));
			// Frames on which nobody, or everybody, reads everything would compare nothing.
			const share = count(scores, 'zbar') / scores.length;
			expect(share).toBeGreaterThan(0.3);
			expect(share).toBeLessThan(1);
		}
	);

	it.skipIf(byHand > 0)('SCN-2: we read no fewer codes and frames than we have before', () => {
		const read = Object.fromEntries(
			CLASSES.map((kind) => [
				kind,
				count(
					scores.filter((score) => score.class === kind),
					'ours'
				)
			])
		);
		for (const kind of CLASSES) expect(read[kind], kind).toBeGreaterThanOrEqual(BURSTS_READ[kind]);
		expect(scores.reduce((sum, { ours }) => sum + ours, 0)).toBeGreaterThanOrEqual(FRAMES_READ);
	});

	it('SCN-3: nothing is read but what stands in the code', () => {
		expect(scores.filter(({ wrong }) => wrong.length > 0)).toEqual([]);
	});

	it('SCN-4: a white code on black is read within ten frames, and at once in a photo', () => {
		const burst = burstOf('plain', 0);
		const inverted = burst.frames.map((luma) => luma.map((grey) => 255 - grey));
		expect(ourReading(zxing, { ...burst, frames: inverted }).texts.flat()).toContain(burst.text);
		const reader = frameReader(zxing, () => 0);
		const [first = new Uint8Array()] = inverted;
		expect(reader.still({ luma: first, width: burst.width, height: burst.height })).toContain(burst.text);
	});

	it('SCN-5: second looks take their turns as far as their allowance goes, whatever a phone needs for one', () => {
		const empty = { luma: new Uint8Array(64 * 64).fill(120), width: 64, height: 64 };
		const looks = (cost: number, frames: number) => {
			let asked = 0;
			const reader = frameReader(zxing, () => (++asked % 2 === 0 ? cost * asked : cost * (asked - 1)));
			for (let frame = 0; frame < frames; frame++) reader.frame(empty);
			return asked / 2;
		};
		expect(looks(0, 60)).toBe(60);
		for (const cost of [30, 60, 100, 250]) {
			const count = looks(cost, 60);
			expect(count * 2 * cost, `at ${2 * cost} ms a look`).toBeLessThanOrEqual(60 * 25 + 4 * cost);
			expect(count).toBeGreaterThan(1);
		}
	});

	it('SCN-6: the same class and number give the same frames', () => {
		const [once, again] = [burstOf('mixed', 0), burstOf('mixed', 0)];
		expect(once.frames.map((luma, at) => Buffer.compare(luma, again.frames[at] ?? luma.subarray(1)))).toEqual(
			new Array<number>(FRAMES).fill(0)
		);
	});
});

const framesRead = ({ text }: Burst, { texts }: Reading): number =>
	texts.filter((found) => found.includes(text)).length;

/** Bursts in which at least one frame was read. */
const count = (scores: readonly Score[], who: 'ours' | 'zbar'): number =>
	scores.filter((score) => (score[who] ?? 0) > 0).length;

function tableOf(scores: readonly Score[]): Record<string, Record<string, string>> {
	const line = (some: readonly Score[], who: 'ours' | 'zbar') =>
		`${count(some, who)}/${some.length} · ${some.reduce((sum, score) => sum + (score[who] ?? 0), 0)}/${some.length * FRAMES}`;
	const row = (some: readonly Score[]) => ({
		ours: line(some, 'ours'),
		zbarimg: zbar ? line(some, 'zbar') : '–'
	});
	return Object.fromEntries([
		...CLASSES.map((kind) => [kind, row(scores.filter((score) => score.class === kind))] as const),
		['all', row(scores)] as const
	]);
}

function timesOf(times: readonly { size: string; read: boolean; milliseconds: number }[]) {
	const nameOf = ({ size, read }: (typeof times)[number]) => `${size} ${read ? 'read' : 'not read'}`;
	return [...new Set(times.map(nameOf))].sort().map((frames) => {
		const some = times.filter((one) => nameOf(one) === frames);
		const sorted = some.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
		const at = (share: number) => Number((sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(1));
		return { frames, count: sorted.length, median: at(0.5), p95: at(0.95) };
	});
}
