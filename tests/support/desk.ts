/** A reception desk as a test drives it: an organiser without a browser, and the hands on a phone's screen. */
import type { Page } from 'playwright-core';
import { vi } from '../../src/lib/ui/i18n/vi';
import type { Json } from './node';

export type Guest = { delegate: string; name: string; token: string };
export type Organiser = {
	conference: string;
	/** The cookies of its session as `name=value`, for a browser that is to be the same office. */
	cookies: string[];
	/** GET without a body, POST with one, unless a method is named. */
	call(path: string, body?: unknown, method?: string): Promise<Json>;
	/** A link that makes a phone a reception desk. */
	deskLink(desk: string): Promise<string>;
	/** Invited people whose card is green, and those whose card is amber and stays. */
	people(): Promise<{ guests: Guest[]; important: Guest[] }>;
};

/** Takes the one-time link printed for the organisers and works with its cookie. */
export async function organiser(base: string, link: string): Promise<Organiser> {
	const enrolled = await fetch(`${base}/api/v1/enrol`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ secret: link.split('#')[1], name: 'Ban Tổ chức' })
	});
	const cookies = enrolled.headers.getSetCookie().map((one) => one.split(';')[0] ?? '');
	const { conference }: { conference: string } = await enrolled.json();
	const call = async (path: string, body?: unknown, method?: string): Promise<Json> => {
		const answer = await fetch(`${base}/api/v1/conferences/${conference}${path}`, {
			method: method ?? (body === undefined ? 'GET' : 'POST'),
			headers: { 'content-type': 'application/json', 'kt-as': 'admin', cookie: cookies.join('; ') },
			...(body !== undefined && { body: JSON.stringify(body) })
		});
		if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
		return answer.status === 204 ? null : answer.json();
	};
	return {
		conference,
		cookies,
		call,
		async deskLink(desk) {
			const offer = { name: desk, role: 'reception', desk, kind: 'day' };
			const { secret }: { secret: string } = await call('/enrolments', offer);
			return `/e#${secret}`;
		},
		async people() {
			const { state } = await call('/replica');
			const invited: Guest[] = await call('/invitations');
			const known: { id: string; vip: boolean }[] = state.roster.delegates.buckets.flatMap(
				(bucket: Record<string, { id: string; vip: boolean }> | null) => Object.values(bucket ?? {})
			);
			const isVip = new Set(known.filter((row) => row.vip).map((row) => row.id));
			const plain = (one: Guest) => !isVip.has(one.delegate) && !state.awards.recipients[one.delegate];
			return {
				guests: invited.filter(plain),
				important: invited.filter((one) => isVip.has(one.delegate))
			};
		}
	};
}

/** Real keys, all on their way at once: a scanner does not wait for a busy test machine between two digits. */
export async function trigger(page: Page, text: string): Promise<void> {
	const keyboard = await page.context().newCDPSession(page);
	const sent = [...text, 'Enter'].flatMap((key) => [
		keyboard.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text: key === 'Enter' ? '\r' : key }),
		keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', key })
	]);
	await Promise.all(sent);
	await keyboard.detach();
}

/** Scans, waits for the card of that colour and lets it go. */
export async function scan(page: Page, text: string, tone: string): Promise<void> {
	await trigger(page, text);
	await page.locator(`[data-verdict="${tone}"]`).waitFor();
	await page.getByRole('button', { name: vi['reception.continueScan'] }).click();
	await page.locator('[data-verdict]').waitFor({ state: 'detached' });
}

/** Resolves when the service worker has everything a day without the server needs. */
export const readyForOffline = (page: Page): Promise<void> =>
	page.evaluate(async () => {
		const { active } = await navigator.serviceWorker.ready;
		if (!active) throw new Error('no worker');
		if (active.state === 'activated') return;
		await new Promise<void>((done) => active.addEventListener('statechange', () => done(), { once: true }));
	});
