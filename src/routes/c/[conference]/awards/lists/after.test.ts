import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import readXlsxFile from 'read-excel-file/node';
import writeXlsxFile from 'write-excel-file/node';
import { describe, expect, it } from 'vitest';
import { findSoffice } from '../../../../../../tests/make-workbook';
import { workbookOf } from './workbook';
import { AwardDay } from '$lib/core/awards/awards.fixture';
import { captions } from '$lib/core/awards/captions';
import { listSheets } from '$lib/core/awards/list-sheets';

const soffice = findSoffice();
const run = promisify(execFile);

/** Six of one decision: one away, one represented by another, one misprinted; the wave is over. */
function finished(): AwardDay {
	const day = new AwardDay();
	day.decide('a', { individual: 5, collective: 1 });
	day.invite({
		id: 'boss',
		vip: true,
		personal: { honorific: 'Bà', name: '=HYPERLINK("x")', title: '@Chủ tịch' }
	});
	day.send('conference.status', { status: 'published' }).send('conference.status', { status: 'live' });
	day.send('wave.make', {});
	const claim = {
		claimedAt: day.now,
		offset: 0,
		via: 'qr' as const,
		verdict: 'green' as const,
		desk: null,
		seen: 0
	};
	for (const id of ['ac1', 'ai1', 'ai2', 'ai3', 'ai5', 'boss'])
		day.send('door.admit', { ...claim, delegate: id });
	day.send('wave.conferrers', { wave: 2, conferrers: ['boss'] });
	day.send('wave.later', { recipients: ['a-i4'], version: day.wave(2).version, reason: 'absent' });
	day.send('wave.behalf', {
		recipient: 'a-i2',
		version: day.wave(2).version,
		delegate: 'boss',
		reason: '+Đi công tác'
	});
	day.send('frame.mark', { recipient: 'a-i1', mark: 'misprinted' });
	day.confirm(2, 1, 2);
	while (day.wave(2).step !== 'cleared') day.next(2);
	return day;
}
const lookupOf = (day: AwardDay) => (ref: string) => day.personal.get(ref);

describe('the lists after', () => {
	it('OFC-18: the workbook’s sheets add up to the decision, and what begins like a formula is text', async () => {
		const day = finished();
		const sheets = listSheets(day.state, lookupOf(day));
		const file = await writeXlsxFile(workbookOf(sheets)).toBuffer();
		const check = async (bytes: Buffer) => {
			const read = await readXlsxFile(bytes);
			expect(read.map(({ sheet }) => sheet)).toEqual(sheets.map(({ name }) => name));
			const [sums, ...lists] = read.map(({ data }) => data);
			expect(sums?.[1]?.slice(3)).toEqual([6, 3, 1, 1, 1, 1]);
			expect(sums?.at(-1)?.slice(3)).toEqual([6, 3, 1, 1, 1, 1]);
			expect(lists.map((rows) => rows.length - 1)).toEqual([3, 1, 1, 1, 1]);
			expect(lists[1]?.[1]?.slice(8)).toEqual(['Bà =HYPERLINK("x")', '+Đi công tác']);
			expect(lists[2]?.[1]?.at(-1)).toBe('Không đến');
		};
		await check(file);
		if (!soffice) return;
		const folder = await mkdtemp(join(tmpdir(), 'kt-lists-'));
		try {
			await writeFile(join(folder, 'a.xlsx'), file);
			const profile = `-env:UserInstallation=file://${folder}/profile`;
			await run(soffice, [
				profile,
				'--headless',
				'--convert-to',
				'xlsx',
				'--outdir',
				`${folder}/out`,
				`${folder}/a.xlsx`
			]);
			await check(await readFile(join(folder, 'out/a.xlsx')));
		} finally {
			await rm(folder, { recursive: true, force: true });
		}
	}, 60_000);

	it('CAP-1: a caption names conferrer, decision and those who really stood there, left to right as the hall sees them', () => {
		const day = finished();
		const [only, ...others] = captions(day.state, lookupOf(day));
		expect(others).toEqual([]);
		expect(only).toEqual({
			wave: 2,
			of: 2,
			text: 'Bà =HYPERLINK("x"), @Chủ tịch trao Giấy khen của Chủ tịch UBND xã theo Quyết định số 12/QĐ-UBND. Từ trái sang: Ông Nông Văn ai1; Bà =HYPERLINK("x") (nhận thay Ông Nông Văn ai2); Ông Nông Văn ai3; Ông Nông Văn ai5.'
		});
	});

	it('CAP-2: nobody is named before they stand there, and a wave called over an absentee leaves them out', () => {
		const day = new AwardDay();
		day.decide('b', { individual: 2 });
		day.send('conference.status', { status: 'published' }).send('conference.status', { status: 'live' });
		day.send('wave.make', {});
		expect(captions(day.state, lookupOf(day))).toEqual([]);
		const claim = { claimedAt: day.now, offset: 0 };
		day.send('wing.tick', { ...claim, recipient: 'b-i2', on: true });
		day.confirm(1, 1, 2).next(1, 2);
		const [caption] = captions(day.state, lookupOf(day));
		expect(caption?.text).toContain('Người nhận: Ông Nông Văn bi2.');
	});
});
