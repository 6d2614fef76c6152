/**
 * Owns: the stretch of a conference that `npm run screens` plays before its pictures: two desks with gates, most of
 * the delegates admitted over the last half hour, the programme at its third item, and a camera that sees a paper.
 */
import { create } from 'qrcode';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {{ delegate: string, name: string, unit: string, token: string }} Invited */
/** @typedef {{ conference: string, guests: Invited[], recipients: Invited[], vips: Invited[], desk: (name: string) => Promise<string> }} Day */

const DESKS = [
	{ name: 'Bàn 1', gate: 'Cửa chính' },
	{ name: 'Bàn 2', gate: 'Cửa bên' }
];
/** A delegation that is still on its way. */
const BUS = 'Công an xã';
/** How many come by the desks before the pictures, and in how many milliseconds. */
const ARRIVED = 118;
const STRETCH = 26 * 60_000;

/**
 * One call in the name of a page that holds a role.
 * @param {Page} page @param {string} role @param {string} path below the conference @param {unknown} [body]
 * @returns {Promise<any>}
 */
export async function call(page, role, path, body) {
	const [, conference] = /\/c\/([^/]+)/.exec(page.url()) ?? [];
	const url = new URL(`/api/v1/conferences/${conference}${path}`, page.url()).href;
	const answer = await page.request.fetch(url, {
		method: body === undefined ? 'GET' : 'POST',
		headers: { 'kt-as': role },
		...(body !== undefined && { data: body })
	});
	if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
	return answer.json();
}

let ids = 0;
/**
 * Commands, at most fifty at once; the first refusal is an error.
 * @param {Page} page @param {string} role @param {[type: string, payload: object][]} list
 */
export async function send(page, role, list) {
	for (let from = 0; from < list.length; from += 50) {
		const commands = list.slice(from, from + 50).map(([type, payload]) => {
			const id = `screens-${String(++ids).padStart(6, '0')}`;
			return { id, type, payload };
		});
		const { answers } = await call(page, role, '/commands', { commands });
		for (const [at, answer] of answers.entries())
			if (!answer.ok) throw new Error(`${commands[at]?.type}: ${JSON.stringify(answer.rejection)}`);
	}
}

/** @param {{ buckets: (Record<string, any> | null)[] }} table @returns {any[]} */
const rows = (table) => table.buckets.flatMap((bucket) => Object.values(bucket ?? {}));

/**
 * @param {Page} admin the organisers' page @param {Page} desk a page of reception
 * @returns {Promise<Day>} those who have not come yet
 */
export async function playArrival(admin, desk) {
	await send(admin, 'admin', [
		['desk.save', { desks: DESKS }],
		['documents.stock', { sets: 160 }]
	]);
	/** @type {Invited[]} */
	const invited = await call(admin, 'admin', '/invitations');
	const { state } = await call(admin, 'admin', '/replica');
	const vip = new Set(rows(state.roster.delegates).flatMap((row) => (row.vip ? [row.id] : [])));
	/** @param {Invited} one */
	const isRecipient = (one) => one.delegate in state.awards.recipients;
	const later = {
		vips: invited.filter((one) => vip.has(one.delegate)).slice(-2),
		recipients: invited.filter((one) => isRecipient(one) && !vip.has(one.delegate)).slice(-3),
		guests: invited.filter((one) => !isRecipient(one) && !vip.has(one.delegate)).slice(-24)
	};
	const waits = new Set(Object.values(later).flat());
	const coming = invited.filter((one) => !waits.has(one) && one.unit !== BUS).slice(0, ARRIVED);
	const now = Date.now();
	await send(
		desk,
		'reception',
		coming.map((one, at) => {
			// More of them in the middle of the stretch than at its ends.
			const share = at / coming.length;
			const claimedAt = Math.round(
				now - STRETCH * (1 - share + 0.08 * Math.sin(2 * Math.PI * share)) - 30_000
			);
			const { name } = DESKS[at % 3 === 0 ? 1 : 0] ?? { name: null };
			const card = { via: 'qr', verdict: 'green', desk: name, seen: 0, claimedAt, offset: 0 };
			return ['door.admit', { delegate: one.delegate, ...card }];
		})
	);
	const excused = later.guests.splice(-2);
	await send(
		admin,
		'admin',
		excused.map(({ delegate }) => ['delegate.edit', { id: delegate, patch: { absence: 'excused' } }])
	);
	return {
		...later,
		conference: String(/\/c\/([^/]+)/.exec(admin.url())?.[1]),
		async desk(name) {
			const offer = { name: `Lễ tân ${name.toLowerCase()}`, role: 'reception', desk: name, kind: 'day' };
			return `/e#${(await call(admin, 'admin', '/enrolments', offer)).secret}`;
		}
	};
}

/**
 * Moves the programme on, and the start of the day with it: the picture shows a day that runs to time.
 * @param {Page} admin @param {Page} stage @param {number} steps
 */
export async function playProgramme(admin, stage, steps) {
	for (let step = 0; step < steps; step++) {
		const { state } = await call(stage, 'stage', '/replica');
		await send(stage, 'stage', [['programme.next', { expectedItem: state.programme.live?.item ?? null }]]);
	}
	const { programme } = (await call(stage, 'stage', '/replica')).state;
	const at = programme.order.indexOf(programme.live.item);
	const before = programme.order.slice(0, at).map((/** @type {string} */ id) => programme.items[id]);
	const minutes = before.reduce(
		(/** @type {number} */ sum, /** @type {any} */ item) =>
			sum + (item.on && !item.parent ? item.minutes : 0),
		0
	);
	await send(admin, 'admin', [
		['conference.edit', { patch: { startsAt: Math.floor(Date.now() / 60_000 - minutes) * 60_000 } }]
	]);
}

/** @param {Page} admin makes the waves of the sample's decision, when nobody has yet */
export async function makeWaves(admin) {
	const { awards } = (await call(admin, 'admin', '/replica')).state;
	if (!Object.keys(awards.waves).length) await send(admin, 'admin', [['wave.make', {}]]);
}

/** @param {Page} stage moves the programme to the awards */
export async function playToAwards(stage) {
	const { programme } = (await call(stage, 'stage', '/replica')).state;
	const to = programme.order.find((/** @type {string} */ id) =>
		programme.items[id].kinds.includes('khen_thuong')
	);
	const expectedItem = programme.live?.item ?? null;
	if (expectedItem !== to) await send(stage, 'stage', [['programme.jump', { expectedItem, to }]]);
}

/**
 * Puts an invitation before the camera of every page that is opened after this, instead of Chromium's test picture.
 * @param {import('playwright-core').BrowserContext} context @param {string | null} text of the code;
 * null: nothing but the table
 */
export async function showPaper(context, text) {
	const modules = text === null ? null : create(text, { errorCorrectionLevel: 'M' }).modules;
	const code = { size: modules?.size ?? 0, bits: [...(modules?.data ?? [])].map(Number) };
	await context.addInitScript(({ size, bits }) => {
		const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 480 });
		const pen = canvas.getContext('2d');
		if (!pen) throw new Error('no canvas');
		const draw = () => {
			pen.fillStyle = '#6b5a4c';
			pen.fillRect(0, 0, 640, 480);
			if (size === 0) return;
			pen.save();
			pen.translate(320, 230);
			pen.rotate(-0.06);
			pen.fillStyle = '#fbf7ee';
			pen.fillRect(-170, -210, 340, 440);
			pen.fillStyle = '#b3261e';
			pen.fillRect(-170, -210, 340, 44);
			pen.font = '700 20px sans-serif';
			pen.textAlign = 'center';
			pen.fillStyle = '#fff';
			pen.fillText('GIẤY MỜI', 0, -181);
			const cell = Math.floor(230 / size);
			pen.fillStyle = '#111';
			for (const [at, bit] of bits.entries()) {
				const [x, y] = [at % size, Math.floor(at / size)];
				if (bit) pen.fillRect((x - size / 2) * cell, (y - size / 2) * cell, cell + 0.5, cell + 0.5);
			}
			pen.restore();
		};
		setInterval(draw, 200);
		navigator.mediaDevices.getUserMedia = async () => {
			draw();
			return canvas.captureStream(5);
		};
	}, code);
}

/**
 * Types like a scanner in the hand: fast, and Enter at the end.
 * @param {Page} page @param {string} text
 */
export async function scanByHand(page, text) {
	const keyboard = await page.context().newCDPSession(page);
	await Promise.all(
		[...text, 'Enter'].flatMap((key) => [
			keyboard.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text: key === 'Enter' ? '\r' : key }),
			keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', key })
		])
	);
	await keyboard.detach();
}
