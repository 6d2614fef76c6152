/**
 * A whole day of awards on eight devices: plan 001's 21 awards of the province, then 92 of the commune. Screens do what
 * matters, the organisers' API the rest; whatever is shown is compared with what the other devices show.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../src/lib/core/access/roles';
import { frameCode } from '../../src/lib/core/awards/frame-code';
import type { RecipientType } from '../../src/lib/core/awards/model';
import { keSat } from '../../src/lib/core/conference/templates/ke-sat';
import { vi } from '../../src/lib/ui/i18n/vi';
import { nextId } from '../support/conference';
import { organiser, trigger, type Guest, type Organiser } from '../support/desk';
import type { Json } from '../support/node';
import { startProduct, type Product } from '../support/product';
import { enrol, launch, newDevice, type Device, type SIZES } from './harness';

const words = (key: keyof typeof vi, params: Record<string, string | number>): string =>
	vi[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

const TYPES = { 'cá nhân': 'individual', 'hộ gia đình': 'household' } as const;
const typeOf = (said: string): RecipientType => TYPES[said as keyof typeof TYPES] ?? 'collective';
const BATCH = 50;

let product: Product;
let browser: Browser;
let office: Organiser;
const devices: Partial<Record<Role, Device>> = {};
/** Who goes up for a recipient, by the recipient's id. */
const goes = new Map<string, Guest>();
let leaders: Guest[];

const on = (role: Role): Page => {
	const device = devices[role];
	if (!device) throw new Error(role);
	return device.page;
};
const awards = async (): Promise<Json> => (await office.call('/replica')).state.awards;
const wave = async (number: number): Promise<Json> => (await awards()).waves[number];
const rowOf = async (number: number): Promise<Json[]> =>
	Object.values<Json>((await awards()).recipients)
		.filter((row) => row.wave === number)
		.sort((a, b) => a.stagePosition - b.stagePosition);
const idsOf = async (number: number): Promise<string[]> => (await rowOf(number)).map(({ id }) => id);

async function send(...commands: [type: string, payload: object][]): Promise<void> {
	for (let at = 0; at < commands.length; at += BATCH) {
		const some = commands.slice(at, at + BATCH);
		const { answers } = await office.call('/commands', {
			commands: some.map(([type, payload]) => ({ id: nextId('day'), type, payload }))
		});
		for (const [i, answer] of answers.entries())
			if (!answer.ok) throw new Error(`${some[i]?.[0]}: ${JSON.stringify(answer)}`);
	}
}
const admission = (one: Guest | undefined): [string, object] => [
	'door.admit',
	{
		delegate: one?.delegate,
		claimedAt: Date.now(),
		offset: 0,
		via: 'qr',
		verdict: 'green',
		desk: 'Bàn 1',
		seen: 0
	}
];

/** Every step of one wave that is still to come, as the stage would press it. */
async function runOut(number: number): Promise<void> {
	const state = await awards();
	const { step, given, version, confirmed } = state.waves[number];
	const people = await rowOf(number);
	const places = people.flatMap((row, at) => (state.outcomes[row.id]?.frameMissing ? [] : at + 1));
	const steps: [string, number][] = [
		['prepared', 0],
		['staged', 0],
		['onStage', 0],
		['presenting', 0],
		...places.map((place): [string, number] => ['presenting', place]),
		['photo', places.at(-1) ?? 0]
	];
	const from = steps.findIndex(([name, count]) => name === step && count === given);
	const confirms = ([1, 2] as const)
		.filter((presenter) => (presenter === 1 || state.setup.presenters === 2) && places.length >= presenter)
		.filter((presenter) => confirmed[presenter]?.version !== version)
		.map((presenter): [string, object] => ['wave.confirm', { wave: number, presenter, version, how: 'tap' }]);
	await send(
		...confirms,
		...steps
			.slice(from)
			.map(([name, count]): [string, object] => [
				'wave.next',
				{ wave: number, step: name, given: count, version }
			])
	);
	expect((await wave(number)).step).toBe('cleared');
}

const key = () => on('stage').getByTestId('wave-next');
/** Presses the one button when it says the word; the screen rests a moment after each order. */
async function press(word: string): Promise<void> {
	await expect.poll(() => key().innerText(), { timeout: 15_000 }).toBe(word);
	const before = JSON.stringify((await awards()).waves);
	await expect
		.poll(
			async () => {
				if (JSON.stringify((await awards()).waves) === before) await key().click();
				return JSON.stringify((await awards()).waves);
			},
			{ timeout: 15_000 }
		)
		.not.toBe(before);
}
const shownRow = () =>
	on('stage')
		.getByTestId('wave-panel')
		.locator('[data-recipient]')
		.evaluateAll((all) => all.map((one) => one.getAttribute('data-recipient')));
/** Names in a pile from its top, without honorific. */
const pileOf = async (presenter: 1 | 2) =>
	(await on(`presenter-${presenter}`).locator('[data-frame] .name').allInnerTexts()).map((name) =>
		name.trim()
	);
const collectives = (...numbers: number[]) => numbers.map((at) => `Tập thể số ${at} của ks`);
const confirmKey = async (presenter: 1 | 2, number: number) =>
	button(on(`presenter-${presenter}`), words('frames.confirm', { version: (await wave(number)).version }));

beforeAll(async () => {
	product = await startProduct({ demo: true });
	browser = await launch();
	office = await organiser(product.base, product.link('admin'));
	for (const decision of Object.values<Json>((await awards()).decisions))
		await send(['award.set', { decision, recipients: [] }]);
	const { guests, important } = await office.people();
	leaders = important;
	let used = 0;
	const recipient = (decision: string, type: RecipientType, at: number, category?: string) => {
		const id = `${decision}-${type[0]}${at}`;
		const guest = guests[used++];
		if (guest) goes.set(id, guest);
		const name = type === 'collective' ? `Tập thể số ${at} của ${decision}` : `Hộ ông Nông Văn Số ${at}`;
		return {
			id,
			delegate: guest?.delegate ?? null,
			decision,
			type,
			wave: 0,
			stagePosition: 0,
			...(category && { category }),
			...((type !== 'individual' || !guest) && { personal: { name } })
		};
	};
	const counts: Record<RecipientType, number> = { collective: 0, household: 0, individual: 0 };
	const plan = (keSat.awards?.quotas ?? []).flatMap(({ category, recipientType, max }) =>
		Array.from({ length: max ?? 0 }, () => {
			const type = typeOf(recipientType);
			return recipient('ks', type, ++counts[type], category);
		})
	);
	expect(plan).toHaveLength(21);
	const stress = (
		[
			['collective', 8],
			['household', 15],
			['individual', 69]
		] as const
	).flatMap(([type, count]) => Array.from({ length: count }, (_, at) => recipient('xa', type, at + 1)));
	expect(stress).toHaveLength(92);
	const decision = { number: '86/QĐ-UBND', caller: 'reader' };
	await send(
		[
			'award.set',
			{ decision: { ...decision, id: 'ks', form: 'Bằng khen', rank: 'province' }, recipients: plan }
		],
		[
			'award.set',
			{ decision: { ...decision, id: 'xa', form: 'Giấy khen', rank: 'commune' }, recipients: stress }
		],
		['wave.make', {}],
		['wave.conferrers', { wave: 1, conferrers: [leaders[0]?.delegate] }]
	);
	const here = [...goes].filter(([id]) => id !== 'ks-c3' && id !== 'ks-h2').map(([, guest]) => guest);
	await send(...[...here, leaders[1]].map(admission));
	const { programme } = (await office.call('/replica')).state;
	const item = programme.order.find((id: string) => programme.items[id].kinds.includes('khen_thuong'));
	await send(['programme.next', { expectedItem: null, expectedStep: programme.step }]);
	const live = (await office.call('/replica')).state.programme;
	await send(['programme.jump', { expectedItem: live.live.item, expectedStep: live.step, to: item }]);
	const sizes: [Role, keyof typeof SIZES][] = [
		['stage', 'laptop'],
		['awards', 'laptop'],
		['presenter-1', 'tablet'],
		['presenter-2', 'tablet'],
		['marshal', 'phone'],
		['reader', 'tablet'],
		['projector', 'laptop'],
		['reception', 'phone']
	];
	for (const [role, size] of sizes) {
		const device = await newDevice(browser, size);
		devices[role] = device;
		await enrol(
			device,
			product.base,
			role === 'reception' ? await office.deskLink('Bàn 1') : product.link(role),
			role
		);
	}
	await on('stage').getByTestId('wave-panel').waitFor();
});
afterAll(async () => {
	await browser?.close();
	await product?.stop();
});

describe('a day of awards, from the first absentee to the lists', () => {
	it('RUNW-14: an absentee leaves from the award desk in one touch, a leader who is away is stood in for on the stage by one tap', async () => {
		const desk = on('awards');
		await desk.getByRole('tab', { name: vi['awards.day'] }).click();
		expect(await idsOf(1)).toEqual(['ks-c1', 'ks-c2', 'ks-c3', 'ks-c4', 'ks-c5']);
		await button(desk, words('awards.dropAbsent', { count: 1, wave: 1 })).click();
		await expect.poll(shownRow).toEqual(['ks-c1', 'ks-c2', 'ks-c4', 'ks-c5']);
		expect((await awards()).outcomes['ks-c3']).toEqual({ later: 'absent' });
		const stand = new RegExp(words('waves.standIn', { person: `.*${leaders[1]?.name}` }));
		await on('stage').getByRole('button', { name: stand }).click();
		await expect.poll(async () => (await wave(1)).conferrers).toEqual([leaders[1]?.delegate]);
		await on('reader')
			.getByText(new RegExp(`Trân trọng kính mời .*${leaders[1]?.name}.* lên trao thưởng`))
			.waitFor();
		expect(await on('reader').locator('header .title').innerText()).not.toBe(vi['app.name']);
	});

	it('RUNW-15: after a swap on the stage both tables are asked again, and the pile that was not changed is found by scanning it', async () => {
		await press(words('waves.next.prepared', { wave: 1 }));
		await expect.poll(() => pileOf(1)).toEqual(collectives(1, 4));
		await expect.poll(() => pileOf(2)).toEqual(collectives(2, 5));
		for (const presenter of [1, 2] as const) await (await confirmKey(presenter, 1)).click();
		await expect.poll(() => key().innerText()).toBe(vi['waves.next.staged']);
		const [first = '', third = ''] = collectives(1, 4);
		await button(on('stage'), words('waves.swapOf', { person: first })).click();
		await button(on('stage'), words('waves.swapWithOf', { person: third })).click();
		await expect.poll(shownRow).toEqual(['ks-c4', 'ks-c2', 'ks-c1', 'ks-c5']);
		await on('stage')
			.getByRole('button', { name: words('waves.override', { presenters: '1, 2' }) })
			.waitFor();
		const table = on('presenter-1');
		await table.getByTestId('changed').filter({ hasText: vi['frames.changed'] }).waitFor();
		await button(table, vi['frames.byScan']).click();
		await table.getByTestId('scan-pile').waitFor();
		// The pile as it lay before.
		await trigger(table, frameCode('ks-c1'));
		await table
			.locator('.wrong')
			.getByText(`phải là khung 1 · ${third}. Đang là khung 3 · ${first}`)
			.waitFor();
		for (const id of ['ks-c4', 'ks-c1']) await trigger(table, frameCode(id));
		await table.locator('[data-phase=waiting]').waitFor();
		expect((await wave(1)).confirmed[1]).toMatchObject({ how: 'scan', stack: ['ks-c4', 'ks-c1'] });
		await (await confirmKey(2, 1)).click();
		await expect.poll(() => key().innerText()).toBe(vi['waves.next.staged']);
	});

	it('RUNW-22: a presenter’s screen that is lost is said beside that presenter on the stage, and no longer when it is back', async () => {
		const lost = on('stage').getByText(words('waves.unseen', { presenter: 2 }));
		await expect.poll(() => lost.count()).toBe(0);
		await on('presenter-2').goto('about:blank');
		await lost.waitFor();
		expect(
			await on('stage')
				.getByText(words('waves.unseen', { presenter: 1 }))
				.count()
		).toBe(0);
		await on('presenter-2').goBack();
		await on('presenter-2').locator('[data-phase=waiting]').waitFor();
		await lost.waitFor({ state: 'detached' });
	});

	it('RUNW-16: the wave runs and goes one step back, and wall, call and tables show one row', async () => {
		for (const id of ['ks-c5', 'ks-c1']) await on('marshal').getByTestId(`wing-${id}`).click();
		await expect.poll(async () => (await awards()).wings['ks-c1']?.on).toBe(true);
		await send(['award.announce', { decision: 'ks' }]);
		await press(vi['waves.next.staged']);
		expect((await wave(1)).overridden).toBeUndefined();
		const row = collectives(4, 2, 1, 5);
		const wall = () => on('projector').locator('ol.row li').allInnerTexts();
		await expect.poll(async () => (await wall()).map((one) => one.split('\n').at(-1))).toEqual(row);
		const called = await on('reader').getByTestId('call-text').locator('li strong').allInnerTexts();
		expect(called).toEqual(row);
		await press(vi['waves.next.onStage']);
		await on('presenter-1').getByTestId('next-frame').getByText('Khung 1/4').waitFor();
		await press(words('waves.next.frame', { frame: 2, of: 4 }));
		await on('presenter-2').getByTestId('next-frame').getByText('Khung 2/4').waitFor();
		expect((await awards()).outcomes['ks-c4'].givenAt).toBeTypeOf('number');
		await expect
			.poll(async () => {
				if ((await wave(1)).given === 1) await button(on('stage'), vi['waves.back']).click();
				return (await wave(1)).given;
			})
			.toBe(0);
		await on('presenter-1').getByTestId('next-frame').getByText('Khung 1/4').waitFor();
		expect((await awards()).outcomes['ks-c4']?.givenAt).toBeUndefined();
		await runOut(1);
	});

	it('RUNW-17: with one presenter missing the other carries all frames, and the normal call waits for that one alone', async () => {
		const { setup } = await awards();
		await send(['award.setup', { setup: { ...setup, presenters: 1 } }]);
		await press(words('waves.next.prepared', { wave: 2 }));
		await on('presenter-2')
			.getByText(words('frames.aloneOther', { other: 1, frames: 4 }))
			.waitFor();
		await expect.poll(() => pileOf(1)).toEqual(collectives(6, 7, 8, 9));
		await (await confirmKey(1, 2)).click();
		await press(vi['waves.next.staged']);
		expect((await wave(2)).overridden).toBeUndefined();
		await runOut(2);
		await send(['award.setup', { setup }]);
	});

	it('RUNW-18: a late scan alerts the stage with the wave that is still open, and one touch puts the recipient there', async () => {
		await press(words('waves.next.prepared', { wave: 3 }));
		await button(on('stage'), words('waves.dropAbsent', { count: 1 })).click();
		await expect.poll(shownRow).toEqual(['ks-h1', 'ks-h3', 'ks-h4', 'ks-h5']);
		for (const presenter of [1, 2] as const) await (await confirmKey(presenter, 3)).click();
		await press(vi['waves.next.staged']);
		await trigger(on('reception'), goes.get('ks-h2')?.token ?? '');
		await on('reception').locator('[data-verdict]').waitFor();
		const alert = on('stage')
			.getByRole('alert')
			.filter({ hasText: /vừa đến/ });
		await button(on('stage'), words('arrivals.alert.moveTo', { wave: 4 })).click();
		await expect.poll(() => idsOf(4)).toEqual(['ks-h6', 'ks-h7', 'ks-h8', 'ks-h9', 'ks-h10', 'ks-h2']);
		await alert.waitFor({ state: 'detached' });
		await on('marshal').getByTestId('wing-ks-h2').waitFor();
		await runOut(3);
	});

	it('RUNW-19: to the last of 113 the lists add up to the decisions, nobody is given twice, and nothing had to be overridden', async () => {
		await runOut(4);
		await runOut(5);
		const version = async (number: number) => (await wave(number)).version;
		await send(
			['award.announce', { decision: 'xa' }],
			['wave.later', { recipients: ['xa-c2'], version: await version(6), reason: 'later' }],
			['frame.mark', { recipient: 'xa-h1', mark: 'missing' }],
			['frame.mark', { recipient: 'xa-h2', mark: 'misprinted' }],
			[
				'wave.behalf',
				{ recipient: 'xa-i1', version: await version(9), delegate: null, reason: 'ốm', name: 'Bà Lan' }
			],
			['wave.later', { recipients: ['xa-i69'], version: await version(17), reason: 'notInWings' }]
		);
		for (let number = 6; number <= 17; number++) await runOut(number);
		const { waves, outcomes, recipients } = await awards();
		expect(Object.keys(waves)).toHaveLength(17);
		for (const one of Object.values<Json>(waves)) {
			expect(one.step).toBe('cleared');
			expect(one.overridden, `wave ${one.number}`).toBeUndefined();
		}
		await on('stage').getByText(vi['waves.allDone']).waitFor();
		const of = (decision: string, test: (outcome: Json) => boolean) =>
			Object.values<Json>(recipients).filter(
				(row) => row.decision === decision && test(outcomes[row.id] ?? {})
			).length;
		const sums = (decision: string) => ({
			given: of(decision, (one) => one.givenAt !== undefined && !one.onBehalf),
			onBehalf: of(decision, (one) => one.givenAt !== undefined && one.onBehalf),
			toSend: of(decision, (one) => one.givenAt === undefined)
		});
		expect(sums('ks')).toEqual({ given: 20, onBehalf: 0, toSend: 1 });
		expect(sums('xa')).toEqual({ given: 88, onBehalf: 1, toSend: 3 });
		const desk = on('awards');
		await desk.getByRole('tab', { name: vi['awards.lists'] }).click();
		for (const [decision, total] of [
			['ks', 21],
			['xa', 92]
		] as const)
			await desk.getByText(words('awards.tally', { total, ...sums(decision), toCome: 0 })).waitFor();
		await desk.getByText(words('awards.list.misprinted', { count: 1 })).waitFor();
		for (const [role, device] of Object.entries(devices)) expect(device.errors, role).toEqual([]);
	});
});
