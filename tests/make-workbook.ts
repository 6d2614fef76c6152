/**
 * Owns: a real .xlsx of the 150 demonstration delegates, as an office would send it: title block, heading, sections'
 * group column, signature lines. LibreOffice writes it, so that our reader meets a file our own tools did not make.
 */
import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { demoDelegates } from '../src/lib/core/conference/demo/people';

const run = promisify(execFile);

/** Rows above the first delegate: five of the title block, one heading. */
export const WORKBOOK_ROWS_ABOVE = 6;
export const WORKBOOK_HEADING = [
	...[
		'STT',
		'Kính danh',
		'Họ và tên',
		'Chức vụ',
		'Cơ quan, đơn vị',
		'Thành phần',
		'Số điện thoại',
		'Năm sinh'
	],
	...['Số giấy mời', 'Loại đại biểu', 'Đại biểu quan trọng', 'Hình thức khen thưởng', 'Ghi chú']
];

/** LibreOffice's program: `KT_SOFFICE`, else `soffice` on the path; null when there is none. */
export function findSoffice(): string | null {
	const named = process.env.KT_SOFFICE;
	const places = named
		? [named]
		: (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'soffice'));
	return places.find(isProgram) ?? null;
}

function isProgram(path: string): boolean {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		// Not there, or not ours to run: the next place.
		return false;
	}
}

/** The table the workbook holds, as text. */
export function workbookTable(): string[][] {
	const people = demoDelegates();
	const kinds = { official: 'Chính thức', guest: 'Khách mời', crew: 'Phục vụ', companion: 'Đi cùng' };
	return [
		['ỦY BAN NHÂN DÂN', '', '', '', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
		['XÃ TRÙNG KHÁNH', '', '', '', 'Độc lập - Tự do - Hạnh phúc'],
		[],
		['DANH SÁCH ĐẠI BIỂU DỰ HỘI NGHỊ TUYÊN DƯƠNG ĐIỂN HÌNH TIÊN TIẾN'],
		[],
		WORKBOOK_HEADING,
		...people.map((p, at) => [
			String(at + 1),
			p.honorific,
			p.name,
			p.title,
			p.unit,
			p.groupText,
			p.phone,
			String(p.birthYear ?? ''),
			p.invitationNumber,
			kinds[p.kind],
			p.vip ? 'x' : '',
			p.awardForm ?? '',
			p.note
		]),
		['', '', `Tổng cộng: ${people.length} đại biểu`],
		[],
		['', '', '', '', '', 'Trùng Khánh, ngày … tháng … năm 2025'],
		['', '', 'NGƯỜI LẬP BIỂU', '', '', 'TM. ỦY BAN NHÂN DÂN']
	];
}

/**
 * Writes the workbook into a new temporary folder. Returns its path and `remove`, to be called when done.
 * Rejects when LibreOffice fails; ask `findSoffice` first and skip with a reason when it gives null.
 */
export async function makeWorkbook(soffice: string): Promise<{ path: string; remove: () => Promise<void> }> {
	const folder = await mkdtemp(join(tmpdir(), 'khanh-tiet-workbook-'));
	const remove = () => rm(folder, { recursive: true, force: true });
	const csv = workbookTable().map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','));
	await writeFile(join(folder, 'dai-bieu.csv'), csv.join('\r\n'));
	try {
		await run(
			soffice,
			[
				'--headless',
				'--norestore',
				// Its own profile: an office that is open on this machine, or another test, does not take the job away.
				`-env:UserInstallation=file://${folder}/profile`,
				// Comma, double quote, UTF-8, from line 1; the telephone column as text, so that its zero stays.
				'--infilter=CSV:44,34,76,1,7/2',
				'--convert-to',
				'xlsx:Calc MS Excel 2007 XML',
				'--outdir',
				folder,
				join(folder, 'dai-bieu.csv')
			],
			{ timeout: 50_000 }
		);
		accessSync(join(folder, 'dai-bieu.xlsx'));
	} catch (error) {
		await remove();
		throw error;
	}
	return { path: join(folder, 'dai-bieu.xlsx'), remove };
}
