/** Owns: the list of the conference templates. A plan not named here does not compile. */
import type { ConferenceTemplate, TemplateId } from '../template';
import { trungKhanh } from './trung-khanh';
import { keSat } from './ke-sat';
import { caoBangGiaoLuu } from './cao-bang-giao-luu';
import { socTrang } from './soc-trang';
import { tanDoan } from './tan-doan';

const templates = {
	'000-trung-khanh': trungKhanh,
	'001-ke-sat': keSat,
	'002-cao-bang-giao-luu': caoBangGiaoLuu,
	'003-soc-trang-2019': socTrang,
	'004-tan-doan': tanDoan
} satisfies Record<TemplateId, ConferenceTemplate>;

/** Every template, in the order of the plans. */
export const TEMPLATES: readonly ConferenceTemplate[] = Object.values(templates);

/** The template with this id, or null. */
export function templateById(id: string): ConferenceTemplate | null {
	return TEMPLATES.find((template) => template.id === id) ?? null;
}
