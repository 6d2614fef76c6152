/**
 * The hall's Wi-Fi goes and comes: 500 sockets are cut at once, somebody is admitted and the programme moves on
 * meanwhile, and all 500 come back at once. Half are desks, which resume a replica; half are pages that watch, which
 * are sent their view. Then what an MC's tablet fetches that knows nothing yet.
 */
import { get } from 'node:http';
import { gunzipSync, gzipSync } from 'node:zlib';
import { judged, median } from './support/figures.js';
import { command, conferenceOf, startProduct, submit } from './support/product.js';
import { connectWire, openMany, startsWith, VIEW } from './support/wire.js';

const SOCKETS = 500;
const ROUNDS = 5;
const REPLICA = Buffer.from('42["replica"');
const PATIENCE_MS = 20_000;

/** @param {(line: import('./support/figures.js').Line) => void} print */
export async function bench(print) {
	const product = await startProduct();
	try {
		const { id, delegates } = await conferenceOf(product, 500);
		/** @param {string} role */
		const authOf = async (role) => ({
			protocol: 1,
			conference: id,
			as: role,
			bearer: await product.token(id, role)
		});
		const [desk, watcher, writer] = await Promise.all([
			authOf('reception'),
			authOf('viewer'),
			authOf('reception')
		]);
		const step = stepper(await firstTwoItems(product, id));
		let missed = 0;
		/** @type {number[]} */
		const resumed = [];
		/** @type {number[]} */
		const viewed = [];
		/** @type {number[]} */
		const times = [];
		for (let round = 0; round <= ROUNDS; round++) {
			const { epoch, upTo } = await product.api(`/conferences/${id}/replica`);
			const held = await headFor(product.base, desk, { epoch, upTo });
			const wires = await openMany(SOCKETS, (at) =>
				connectWire(product.base, at % 2 ? watcher : { ...desk, ...held })
			);
			const cut = wires.map((wire) => new Promise((resolve) => wire.ws.once('close', resolve)));
			for (const wire of wires) wire.ws.terminate();
			await Promise.all(cut);
			const door = await connectWire(product.base, writer);
			await door.ask('commands', [admission(delegates[round] ?? '')]);
			door.ws.close();
			await submit(product, id, [step()]);
			const head = (await product.api(`/conferences/${id}/replica`)).upTo;

			const start = performance.now();
			const back = await Promise.all(
				Array.from({ length: SOCKETS }, (_, at) =>
					comeBack(
						product.base,
						at % 2 ? watcher : { ...desk, ...held },
						at % 2 === 0 ? held.upTo : null,
						head
					)
				)
			);
			const took = performance.now() - start;
			for (const { wire } of back) wire?.ws.terminate();
			// The first round warms up; what it misses counts all the same.
			missed += back.filter((one) => !one.current).length;
			if (round === 0) continue;
			times.push(took);
			resumed.push(Math.max(...back.filter((_, at) => at % 2 === 0).map((one) => one.bytes)));
			viewed.push(Math.max(...back.filter((_, at) => at % 2 === 1).map((one) => one.bytes)));
		}
		print(
			judged('reconnect-500-missed', missed, null, `of ${SOCKETS * (ROUNDS + 1)} in ${ROUNDS + 1} rounds`)
		);
		print(
			judged(
				'reconnect-500-bytes',
				median(resumed),
				null,
				'the largest of 250 desks, one admission and one step missed'
			)
		);
		print(
			judged(
				'reconnect-500-view-bytes',
				median(viewed),
				null,
				'the largest of 250 watching pages, view included'
			)
		);
		print(judged('reconnect-500-ms', median(times), null, 'until the last of 500 is current'));
		await admitAll(product.base, writer, delegates.slice(ROUNDS + 1));
		await freshMc(print, product, id, await authOf('mc'));
	} finally {
		await product.stop();
	}
}

/** @param {string} delegate */
const admission = (delegate) =>
	command('door.admit', {
		claimedAt: Date.now(),
		offset: 0,
		delegate,
		via: 'qr',
		verdict: 'green',
		desk: null,
		seen: 0
	});

/**
 * Everybody is in the hall: an MC's view has all it will ever have.
 * @param {string} base
 * @param {Record<string, unknown>} auth
 * @param {string[]} delegates
 */
async function admitAll(base, auth, delegates) {
	const door = await connectWire(base, auth);
	for (let from = 0; from < delegates.length; from += 50)
		await door.ask('commands', delegates.slice(from, from + 50).map(admission));
	door.ws.close();
}

/**
 * What a desk that is up to date holds: the seq the server names in the answer to its resume.
 * @param {string} base
 * @param {Record<string, unknown>} auth
 * @param {{ epoch: number, upTo: number }} from
 */
async function headFor(base, auth, from) {
	/** @type {{ epoch: number, upTo: number }} */
	const held = await new Promise((resolve, reject) => {
		connectWire(base, { ...auth, ...from }, (frame) => {
			if (startsWith(frame, REPLICA)) resolve(JSON.parse(frame.subarray(2).toString())[1]);
		}).catch(reject);
	});
	return { epoch: held.epoch, upTo: held.upTo };
}

/**
 * @param {string} base
 * @param {Record<string, unknown>} auth
 * @param {number | null} held seq a desk resumes from; null for a page that watches
 * @param {number} head what must be known again
 * @returns {Promise<{ wire: import('./support/wire.js').Wire | null, bytes: number, current: boolean }>}
 */
async function comeBack(base, auth, held, head) {
	/** @type {(current: boolean) => void} */
	let settle = () => undefined;
	/** @type {Promise<boolean>} */
	const known = new Promise((resolve) => (settle = resolve));
	const timer = setTimeout(() => settle(false), PATIENCE_MS);
	try {
		const wire = await connectWire(base, auth, (frame) => {
			if (held !== null && startsWith(frame, REPLICA)) {
				const message = JSON.parse(frame.subarray(2).toString())[1];
				settle(message.prev === held && message.upTo >= head && message.events.length >= 2);
			}
			if (held === null && startsWith(frame, VIEW))
				settle(JSON.parse(frame.subarray(2).toString())[1].seq >= head);
		});
		const current = await known;
		return { wire, bytes: wire.bytes, current };
	} catch {
		// Refused or broken: a device that is not back, which is what is counted.
		return { wire: null, bytes: 0, current: false };
	} finally {
		clearTimeout(timer);
	}
}

/**
 * @param {(line: import('./support/figures.js').Line) => void} print
 * @param {import('./support/product.js').Product} product
 * @param {string} id
 * @param {Record<string, unknown>} auth
 */
async function freshMc(print, product, id, auth) {
	/** @type {string} */
	const sent = await new Promise((resolve, reject) => {
		connectWire(product.base, auth, (frame) => startsWith(frame, VIEW) && resolve(frame.toString())).catch(
			reject
		);
	});
	const bytes = await gzipBytes(`${product.base}/api/v1/conferences/${id}/views/mc`, String(auth.bearer));
	print(
		judged(
			'reconnect-mc-fresh-500',
			bytes,
			null,
			`GET views/mc as gzip; over the socket ${sent.length} characters, gzip ${gzipSync(sent).length} B`
		)
	);
}

/**
 * @param {string} url
 * @param {string} bearer
 * @returns {Promise<number>} bytes of the body as it travels
 */
function gzipBytes(url, bearer) {
	return new Promise((resolve, reject) => {
		const headers = { 'accept-encoding': 'gzip', authorization: `Bearer ${bearer}` };
		get(url, { headers }, (response) => {
			/** @type {Buffer[]} */
			const chunks = [];
			response.on('data', (/** @type {Buffer} */ chunk) => chunks.push(chunk));
			response.once('end', () => {
				const body = Buffer.concat(chunks);
				if (response.statusCode !== 200 || response.headers['content-encoding'] !== 'gzip')
					return reject(
						new Error(`${url}: ${response.statusCode}, not as gzip: ${body.toString().slice(0, 200)}`)
					);
				JSON.parse(gunzipSync(body).toString());
				resolve(body.length);
			});
		}).once('error', reject);
	});
}

/**
 * @param {import('./support/product.js').Product} product
 * @param {string} id
 * @returns {Promise<[string, string]>}
 */
async function firstTwoItems(product, id) {
	const { state } = await product.api(`/conferences/${id}/replica`);
	/** @type {string[]} */
	const parents = state.programme.order.map(
		(/** @type {string} */ item) => state.programme.items[item].parent
	);
	const run = state.programme.order.filter(
		(/** @type {string} */ item) => state.programme.items[item].on && !parents.includes(item)
	);
	return [run[0], run[1]];
}

/** Starts, then goes one on and one back for ever. @param {[string, string]} items */
function stepper([first, second]) {
	/** @type {string | null} */
	let at = null;
	return () => {
		const order = command(at === second ? 'programme.back' : 'programme.next', { expectedItem: at });
		at = at === first ? second : first;
		return order;
	};
}
