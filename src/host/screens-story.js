/** Owns: the pictures of the guide: which states of which screens, how they come about, what each is called. */
import { join } from 'node:path';
import { makeWaves, playArrival, playProgramme, playToAwards, scanByHand, showPaper } from './screens-day.js';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {{ of: (role: string) => Promise<Page>, open: (url: string, name?: string) => Promise<Page>, into: string }} Story */

const PHONE = { width: 375, height: 720 };
const LAPTOP = { width: 1120, height: 680 };
const PHOTOS = new Set(['dieu-hanh', 'mc', 'man-chieu', 'thiet-bi', 'trao-thuong-san-khau']);
const HALL = { width: 1180, height: 860 };
const TABLET = { width: 768, height: 900 };

/** @param {Page} page @param {string} name */
const press = (page, name) => page.getByRole('button', { name, exact: true }).first().click();
/** @param {Page} page */
const cardGone = async (page) => {
	await press(page, 'Tiếp tục quét');
	await page.locator('[data-verdict]').waitFor({ state: 'detached' });
};

/** @param {Story} story */
export async function takeStory({ of, open, into }) {
	/** @param {Page} page @param {string} name @param {{ width: number, height: number }} [size] */
	const take = async (page, name, size) => {
		if (size) await page.setViewportSize(size);
		await page.waitForTimeout(400);
		// Large dark pictures weigh a third as JPEG.
		const kind = PHOTOS.has(name) ? /** @type {const} */ ('jpeg') : 'png';
		const path = join(into, `${name}.${kind === 'jpeg' ? 'jpg' : kind}`);
		await page.screenshot({ path, type: kind, ...(kind === 'jpeg' && { quality: 76 }) });
	};
	const [admin, reception] = [await of('admin'), await of('reception')];
	const day = await playArrival(admin, reception);
	const [first, second, third] = day.guests;
	const [recipient] = day.recipients;
	const [vip] = day.vips;
	if (!first || !second || !third || !recipient || !vip) throw new Error('the sample has too few delegates');

	const one = await open(await day.desk('Bàn 1'), 'Điện thoại chị Lan');
	const two = await open(await day.desk('Bàn 2'), 'Điện thoại anh Minh');
	await showPaper(two.context(), null);
	await two.reload();
	for (const page of [one, two]) await page.setViewportSize(PHONE);

	// The camera: the paper lies there from the start, so the first card is its green one.
	await showPaper(one.context(), first.token);
	await one.reload();
	await one.locator('[data-verdict="green"]').waitFor();
	await take(one, 'le-tan-da-don');
	await one.locator('[data-verdict]').waitFor({ state: 'detached' });
	await take(one, 'le-tan-quet');

	await scanByHand(one, recipient.token);
	await one.locator('[data-verdict="amber"]').waitFor();
	await take(one, 'le-tan-khen-thuong');
	await press(one, 'Giấy của người khác');
	await one.getByRole('dialog').waitFor();
	await take(one, 'le-tan-giay-nguoi-khac');
	await one.keyboard.press('Escape');
	await press(one, 'Việc khác…');
	await one.getByRole('dialog').waitFor();
	await take(one, 'le-tan-viec-khac');
	await press(one, 'Xong');
	await scanByHand(one, '0'.repeat(39));
	await one.locator('[data-verdict="red"]').waitFor();
	await take(one, 'le-tan-chua-tim-thay');
	await cardGone(one);
	await one.getByRole('tab', { name: 'Tìm tên' }).click();
	await one.getByRole('textbox', { name: 'Tìm đại biểu' }).fill('hoang th');
	await one.getByRole('listitem').first().waitFor();
	await take(one, 'le-tan-tim-ten');
	await one.getByRole('tab', { name: 'Theo đơn vị' }).click();
	await one.getByRole('button', { name: /^Công an xã/ }).click();
	await one.getByLabel('Chọn cả đoàn').check();
	await one.evaluate(() => scrollTo(0, 0));
	await take(one, 'le-tan-theo-don-vi');

	// Two desks, one of them without a network, admit the same person.
	await two.context().setOffline(true);
	await two.locator('[data-freshness="offline"]').waitFor();
	for (const { token } of [third, second]) {
		await scanByHand(two, token);
		await two.locator('[data-verdict="green"]').waitFor();
		await two.locator('[data-verdict]').waitFor({ state: 'detached' });
	}
	await take(two, 'le-tan-mat-mang');
	await scanByHand(one, third.token);
	await one.locator('[data-verdict="green"]').waitFor();
	await one.locator('[data-verdict]').waitFor({ state: 'detached' });
	await two.context().setOffline(false);
	const conflict = one.getByRole('button', { name: /cần xem lại/ });
	await conflict.waitFor();
	await conflict.click();
	await one.getByRole('dialog').waitFor();
	await take(one, 'le-tan-don-trung');
	await one.keyboard.press('Escape');
	await scanByHand(two, vip.token);
	await two.locator('[data-verdict="amber"]').waitFor();
	await cardGone(two);

	await playProgramme(admin, await of('stage'), 6);
	await take(await of('stage'), 'dieu-hanh', LAPTOP);
	await take(await of('mc'), 'mc', TABLET);
	const projector = await of('projector');
	await projector.setViewportSize({ width: 960, height: 540 });
	// The keys of a projector hide by themselves.
	await projector.waitForTimeout(6000);
	await take(projector, 'man-chieu');
	const kiosk = await of('kiosk');
	await kiosk.setViewportSize({ width: 700, height: 900 });
	await showPaper(kiosk.context(), null);
	await kiosk.reload();
	await kiosk.getByRole('heading', { name: 'Mời quý đại biểu đưa giấy mời vào khung' }).waitFor();
	await take(kiosk, 'man-tra-cuu-cho');
	await scanByHand(kiosk, first.token);
	await kiosk.getByText('Kính chào').waitFor();
	await take(kiosk, 'man-tra-cuu');

	await take(admin, 'tong-quan', LAPTOP);
	for (const [path, name] of /** @type {const} */ ([
		['don-tiep', 'don-tiep'],
		['thiet-bi', 'thiet-bi']
	])) {
		await admin.goto(`${admin.url().split('?')[0]}?muc=${path}`);
		await admin.getByRole('main').waitFor();
		await take(admin, name);
	}
	await admin.goto(`${admin.url().split('?')[0]}?muc=don-tiep`);
	await press(admin, 'Báo cáo thành phần');
	await admin.getByRole('dialog').waitFor();
	await take(admin, 'bao-cao-thanh-phan');
	await admin.keyboard.press('Escape');

	await takeSeats({ admin, take, usher: await of('usher'), board: await of('board') });

	await takeAwards({ admin, take, stage: await of('stage') });

	await one.locator('summary').first().click();
	await press(one, 'Kiểm tra kết nối');
	await one.getByRole('dialog').waitFor();
	await take(one, 'kiem-tra-thiet-bi');
	await one.keyboard.press('Escape');
	for (const page of [one, two]) await page.context().close();
}

/**
 * The hall, who sits where, the usher's map and the lobby's board.
 * @param {{ admin: Page, usher: Page, board: Page, take: (page: Page, name: string, size?: { width: number, height: number }) => Promise<void> }} seats
 */
async function takeSeats({ admin, usher, board, take }) {
	const path = admin.url().split('?')[0];
	await admin.goto(`${path}?muc=hoi-truong`);
	await admin.getByRole('button', { name: 'Lưu hội trường' }).waitFor();
	await take(admin, 'hoi-truong');
	await admin.goto(`${path}?muc=xep-cho`);
	// The whole map, with nothing before it: a plan made earlier in the story is only looked at.
	await admin.getByRole('dialog').waitFor({ state: 'detached' });
	await admin.getByRole('listbox').getByRole('option').first().waitFor();
	await take(admin, 'xep-cho', HALL);
	await take(usher, 'huong-dan-cho-ngoi', PHONE);
	await board.setViewportSize({ width: 720, height: 1080 });
	await board.getByRole('button', { name: 'Chữ T', exact: true }).click();
	await board.getByRole('listitem').first().waitFor();
	await take(board, 'bang-tim-cho');
}

/**
 * Decisions, waves, the wave on the stage's screen, the lists after. The stage's programme goes on to the awards.
 * @param {{ admin: Page, stage: Page, take: (page: Page, name: string, size?: { width: number, height: number }) => Promise<void> }} awards
 */
async function takeAwards({ admin, stage, take }) {
	const path = admin.url().split('?')[0];
	await admin.goto(`${path}?muc=khen-thuong`);
	/** @param {string} name */
	const tab = (name) => admin.getByRole('tab', { name }).click();
	await tab('Quyết định');
	await take(admin, 'trao-thuong-quyet-dinh', LAPTOP);
	await tab('Các lượt');
	await makeWaves(admin);
	await take(admin, 'trao-thuong-luot');
	await playToAwards(stage);
	await stage.getByTestId('wave-panel').waitFor();
	await take(stage, 'trao-thuong-san-khau', LAPTOP);
	await tab('Kết quả');
	await take(admin, 'trao-thuong-danh-sach');
}
