/** Owns: English for `vi/kinds.ts`. */
import type { kinds as vi } from '../vi/kinds';

export const kinds = {
	'kind.giai_lao': 'Break',
	'kind.chup_anh': 'Group photo',
	'kind.van_nghe': 'Welcome performance',
	'kind.chao_co': 'Flag salute',
	'kind.tuyen_bo_ly_do': 'Purpose and introduction of delegates',
	'kind.khai_mac': 'Opening',
	'kind.phat_bieu': 'Speech',
	'kind.bao_cao': 'Summary report',
	'kind.phong_su': 'Video report',
	'kind.giao_luu': 'Exchange',
	'kind.tham_luan': 'Exemplar’s paper',
	'kind.khen_thuong': 'Awards',
	'kind.phat_dong': 'Launch of the emulation movement',
	'kind.huong_ung': 'Speech in response',
	'kind.thong_qua': 'Approval of the delegate list',
	'kind.tong_ket': 'Summing up',
	'kind.be_mac': 'Closing'
} satisfies Record<keyof typeof vi, string>;
