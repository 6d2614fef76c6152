/**
 * Owns: a hall as a file of its own, for another conference or made by a script (docs/hall.md). Reading it answers
 * with a hall that can be saved, or with the one thing to mend; it changes nothing.
 */
import { reject, type Result } from '../result';
import { faultOf, type Hall } from './hall';
import { hallTrouble, isHall, type Trouble } from './hall-shape';
import { brokenLine } from './json-line';

const FILE_KIND = 'hall';
const FILE_VERSION = 1;

export const hallFileText = (hall: Hall): string =>
	JSON.stringify({ khanhTiet: FILE_KIND, version: FILE_VERSION, hall }, null, '\t') + '\n';

/** Letters without marks, so that the name survives every mail and memory stick: `hoi-truong-xa.json`. */
export function hallFileName(hall: Hall): string {
	const plain = hall.name
		.normalize('NFD')
		.replace(/\p{Mark}/gu, '')
		.toLowerCase()
		.replaceAll('đ', 'd')
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+|-+$/g, '')
		.slice(0, 60)
		.replace(/-+$/, '');
	return `${plain || 'hoi-truong'}.json`;
}

/** @param text of a whole file; codes `hall_file_json|kind|version|field`, and those of `faultOf` */
export function readHallFile(text: string): Result<Hall> {
	// Windows' editor begins a text with a mark that JSON does not know.
	const plain = text.replace(/^\uFEFF/, '');
	let json: unknown;
	try {
		json = JSON.parse(plain);
	} catch {
		return reject('hall_file_json', { line: brokenLine(plain) ?? 1 });
	}
	if (typeof json !== 'object' || json === null || !('khanhTiet' in json) || json.khanhTiet !== FILE_KIND)
		return reject('hall_file_kind');
	if (!('version' in json) || json.version !== FILE_VERSION)
		return reject('hall_file_version', {
			version: 'version' in json ? String(json.version).slice(0, 20) : '?',
			known: FILE_VERSION
		});
	const cover = Object.keys(json).find((key) => !['khanhTiet', 'version', 'hall'].includes(key));
	if (cover !== undefined) return troubled({ path: [cover], rule: 'unknown' }, null);
	return readHall('hall' in json ? json.hall : undefined);
}

/** The hall itself, without the file's cover. */
function readHall(value: unknown): Result<Hall> {
	if (!isHall(value)) return troubled(hallTrouble(value) ?? { path: [], rule: 'object' }, value);
	const hall = normalised(value);
	const fault = faultOf(hall);
	return fault ? { ok: false, rejection: fault } : { ok: true, value: hall };
}

/** Letters and their marks as one, like everything that is stored. */
function normalised(hall: Hall): Hall {
	const nfc = (text: string): string => text.normalize('NFC');
	return {
		...hall,
		name: nfc(hall.name),
		blocks: hall.blocks.map((block) => ({ ...block, name: nfc(block.name), door: nfc(block.door) })),
		...(hall.doors && { doors: hall.doors.map((door) => ({ ...door, name: nfc(door.name) })) })
	};
}

/**
 * Which field, and what it should be: `list` and `at` (from 1) where it stands in a list, `name` of the block or door
 * when it has one, `field`, `nth` (from 1) inside the field's own list, and `rule` with its numbers.
 */
function troubled(trouble: Trouble, value: unknown): Result<never> {
	const { path, ...rule } = trouble;
	const params: Record<string, string | number> = { ...rule };
	const steps = [...path];
	const [first, at] = steps;
	if (typeof first === 'string' && typeof at === 'number') {
		params['list'] = first;
		params['at'] = at + 1;
		const name = nameAt(value, first, at);
		if (name) params['name'] = name;
		steps.splice(0, 2);
	} else if (first === 'stage' && steps.length > 1) {
		params['list'] = 'stage';
		steps.shift();
	}
	const [field, nth] = steps;
	if (field !== undefined) params['field'] = String(field).slice(0, 60);
	if (typeof nth === 'number') params['nth'] = nth + 1;
	return reject('hall_file_field', params);
}

function nameAt(value: unknown, list: string, at: number): string | null {
	if (typeof value !== 'object' || value === null) return null;
	const entries: unknown = Object.entries(value).find(([key]) => key === list)?.[1];
	const one: unknown = Array.isArray(entries) ? entries[at] : null;
	if (typeof one !== 'object' || one === null || !('name' in one)) return null;
	return typeof one.name === 'string' && one.name !== '' ? one.name.slice(0, 80) : null;
}
