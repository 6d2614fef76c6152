import { describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { PROGRAMME_KINDS, QUICK_INSERTS, itemTraits, kindTraits } from './kinds';

const facts = JSON.parse(readFileSync('tests/fixtures/conferences.json', 'utf8'));

describe('programme kinds', () => {
	it('KND-1: the kinds are the fifteen of the plans plus the two of the quick inserts', () => {
		expect([...PROGRAMME_KINDS].sort()).toEqual([...Object.keys(facts.kinds), 'giai_lao', 'chup_anh'].sort());
		expect(Object.keys(kindTraits).sort()).toEqual([...PROGRAMME_KINDS].sort());
	});

	it('KND-2: only the flag salute stops the countdown and mutes devices', () => {
		expect(PROGRAMME_KINDS.filter((kind) => !kindTraits[kind].countdown)).toEqual(['chao_co']);
		expect(PROGRAMME_KINDS.filter((kind) => kindTraits[kind].mutesDevices)).toEqual(['chao_co']);
	});

	it('KND-3: each kind shows its scene and names its parts', () => {
		const scenes = Object.fromEntries(
			PROGRAMME_KINDS.map((kind) => [kind, kindTraits[kind].scene] as const).filter(
				([, scene]) => scene !== 'item'
			)
		);
		expect(scenes).toEqual({ chao_co: 'flag', phong_su: 'video', khen_thuong: 'award', be_mac: 'closing' });
		const parts = Object.fromEntries(
			PROGRAMME_KINDS.map((kind) => [kind, kindTraits[kind].splitsInto] as const).filter(([, part]) => part)
		);
		expect(parts).toEqual({ van_nghe: 'tiet_muc', giao_luu: 'giao_luu', tham_luan: 'tham_luan' });
	});

	it('KND-4: an item of several kinds follows its own kind, and the flag salute wins', () => {
		expect(itemTraits(['be_mac', 'tong_ket'])).toEqual({
			countdown: true,
			mutesDevices: false,
			scene: 'closing',
			splitsInto: null
		});
		expect(itemTraits(['tham_luan', 'giao_luu', 'phong_su'])).toMatchObject({
			scene: 'item',
			splitsInto: 'tham_luan'
		});
		expect(itemTraits(['tuyen_bo_ly_do', 'chao_co'])).toMatchObject({
			countdown: false,
			mutesDevices: true,
			scene: 'flag'
		});
	});

	it('KND-5: quick inserts are the four of the real day, each of a known kind', () => {
		expect(QUICK_INSERTS.map(({ id, kind }) => `${id}:${kind}`)).toEqual([
			'phat_bieu_chi_dao:phat_bieu',
			'phat_bieu_tiep_thu:phat_bieu',
			'giai_lao:giai_lao',
			'chup_anh:chup_anh'
		]);
	});
});
