/**
 * One story to several channels: signed once on a phone, sent, one channel's sign-in gone, mended, gone out once, and all
 * of it proven on the task. The channels are copies with the odd ways of the real ones, run by this journey.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFacebook, type FacebookFake } from '#channels/fakes/facebook.ts';
import { startZalo, type ZaloFake } from '#channels/fakes/zalo.ts';
import { desk, expectAccessible, expectFits, phone, picture, signedIn, useBrowser } from './browser.ts';
import { startProgram, type Running } from './program.ts';

useBrowser();

const dataDir = mkdtempSync(path.join(tmpdir(), 'minh bach kenh '));
let zalo: ZaloFake;
let facebook: FacebookFake;
let program: Running;

beforeAll(async () => {
	zalo = await startZalo();
	facebook = await startFacebook();
	const urls = {
		ZALO_URL: zalo.url,
		ZALO_SIGN_IN_URL: zalo.url,
		FACEBOOK_URL: facebook.url,
		FACEBOOK_SIGN_IN_URL: facebook.url
	};
	Object.assign(process.env, urls);
	program = await startProgram(dataDir);
	for (const name of Object.keys(urls)) delete process.env[name];
}, 180_000);
afterAll(async () => {
	await program?.stop();
	await Promise.all([zalo?.close(), facebook?.close()]);
	rmSync(dataDir, { recursive: true, force: true });
});

const as = (name: string, size = desk): Promise<Page> => signedIn(name, { address: program.address, size });

/** Loads the page again until the words are there: a worker is at work. */
async function comes(page: Page, words: string | RegExp, seconds = 30): Promise<void> {
	for (const until = Date.now() + seconds * 1000; ;) {
		if ((await page.getByText(words).count()) > 0) return;
		if (Date.now() > until)
			throw new Error(`never came: ${String(words)}\n${await page.locator('main').innerText()}`);
		await page.waitForTimeout(700);
		await page.reload();
	}
}

async function addAccount(page: Page, kind: string, fields: Record<string, string>): Promise<void> {
	await page.goto('/lam-viec/kenh/tai-khoan');
	await page.getByRole('link', { name: kind, exact: true }).click();
	for (const [label, value] of Object.entries(fields)) await page.getByLabel(label).fill(value);
	await page.getByRole('button', { name: 'Thêm tài khoản' }).click();
	await page.getByText('Đã thêm tài khoản').waitFor();
}

async function signInAtChannel(page: Page, account: string): Promise<void> {
	await page.goto('/lam-viec/kenh/tai-khoan');
	await page.getByRole('link', { name: account }).click();
	await page.getByRole('button', { name: /Đăng nhập( lại)? kênh/ }).click();
	await page.getByRole('link', { name: 'Sang trang đăng nhập của kênh' }).click();
	await page.locator('#allow').click();
	await page.getByText('Đã đăng nhập kênh').waitFor();
}

describe('one story, every channel', () => {
	let story = '';

	it('the office adds the accounts and signs in at Zalo and Facebook; no secret is ever shown', async () => {
		const page = await as('van-phong');
		await addAccount(page, 'Zalo', {
			'Tên tài khoản': 'Zalo OA của phường',
			'Mã ứng dụng Zalo (App ID)': '2310',
			'Khóa bí mật của ứng dụng': 'bi-mat-zalo'
		});
		await addAccount(page, 'Facebook', {
			'Tên tài khoản': 'Trang của phường',
			'Mã ứng dụng Facebook (App ID)': '5107',
			'Mã Trang Facebook (Page ID)': '1098765432',
			'Khóa bí mật của ứng dụng': 'bi-mat-facebook'
		});
		await addAccount(page, 'Bảng tin, niêm yết', { 'Tên tài khoản': 'Bảng tin nhà văn hóa' });
		await signInAtChannel(page, 'Zalo OA của phường');
		await page.getByRole('button', { name: 'Kiểm tra kết nối' }).click();
		await page.getByText(/Đã kết nối với “Phường thử nghiệm”/).waitFor();
		expect(await page.content()).not.toMatch(/bi-mat-zalo|at-[0-9a-f]{18}|rt-[0-9a-f]{18}/);
		await expectAccessible(page);
		await signInAtChannel(page, 'Trang của phường');
		expect(await page.content()).not.toMatch(/bi-mat-facebook|EAA[0-9a-f]{24}/);
		await page.goto('/lam-viec/kenh/tai-khoan');
		expect(await page.getByText('Đang hoạt động').count()).toBe(3);
		await picture(page, 'kenh-tai-khoan-1280');
	});

	it('the culture officer writes the Zalo edition; the chair signs everything once, on the phone, and publishes', async () => {
		const writer = await as('van-hoa');
		await writer.goto('/lam-viec/tin-bai?trang-thai=in_review');
		const link = writer
			.locator('main a[href^="/lam-viec/tin-bai/"]')
			.filter({ hasText: 'Niêm yết đúng, gỡ kịp thời' });
		story = (await link.first().getAttribute('href'))!;
		await writer.goto(`${story}/kenh`);
		const card = writer.locator('#ban-zalo');
		await card.getByText('Sửa bản này').click();
		await card.getByLabel('Tiêu đề').fill('Thủ tục nào đổi từ 01/01/2027?');
		await card.getByRole('button', { name: 'Lưu bản này' }).click();
		await writer.getByText('Đã lưu bản cho kênh.').waitFor();
		await expectFits(writer);
		await expectAccessible(writer);
		await picture(writer, 'kenh-ban-1280');

		const chair = await as('chu-tich', phone);
		await chair.goto(`${story}/phieu-duyet`);
		await chair.getByText('Thủ tục nào đổi từ 01/01/2027?').first().waitFor();
		await expectFits(chair);
		await expectAccessible(chair);
		await picture(chair, 'kenh-phieu-360');
		await chair.getByRole('button', { name: /Duyệt và ký tất cả/ }).click();
		await chair.getByText('Đã ký phiếu duyệt.').waitFor();
		await chair.goto(story);
		await chair.getByRole('button', { name: 'Đăng ngay' }).first().click();
		await chair.getByText('Đã đăng lên cổng.').waitFor();
	});

	it('one channel is down: the others go out, it is told of, mended, and goes out once', async () => {
		facebook.expire();
		const page = await as('van-hoa');
		await page.goto(`${story}/kenh`);
		await page.getByRole('button', { name: 'Gửi lên các kênh đã chọn' }).click();
		await page.getByText('Đã xếp lịch gửi').waitFor();
		await comes(page, 'Facebook không còn hiệu lực', 30).catch(() => undefined);
		const office = await as('van-phong');
		await office.goto('/lam-viec/kenh/tai-khoan');
		await comes(office, 'Cần đăng nhập lại');
		await office.goto('/lam-viec/thong-bao');
		await comes(office, /Tài khoản “Trang của phường” không gửi được/);
		expect(zalo.articles().map(({ title }) => title)).toEqual(['Thủ tục nào đổi từ 01/01/2027?']);
		expect(facebook.posts()).toEqual([]);

		await signInAtChannel(office, 'Trang của phường');
		await page.goto(`${story}/kenh`);
		for (let waited = 0; facebook.posts().length === 0 && waited < 30; waited++)
			await page.waitForTimeout(500);
		await page.waitForTimeout(2500);
		expect(facebook.posts()).toHaveLength(1);
		expect(zalo.articles()).toHaveLength(1);
		expect(facebook.posts()[0]!.message).toMatch(
			/NIÊM YẾT ĐÚNG[\s\S]*\/t\/\d+\?k=g\d+-\d+[\s\S]*#CaiCachHanhChinh/
		);
	});

	it('what goes out by hand is confirmed with place, number and photo', async () => {
		const page = await as('van-hoa', phone);
		await page.goto(`${story}/kenh`);
		await page.getByRole('link', { name: 'Bảng tin nhà văn hóa' }).click();
		await page.getByLabel('Nơi treo, dán, phát hoặc họp').fill('Nhà văn hóa khu 1');
		await page.getByLabel('Số lượng').fill('2');
		await page.getByLabel('Ảnh chụp tại chỗ').setInputFiles({
			name: 'bang-tin.jpg',
			mimeType: 'image/jpeg',
			buffer: await sharp({ create: { width: 400, height: 300, channels: 3, background: '#a33' } })
				.jpeg()
				.toBuffer()
		});
		await page.getByRole('button', { name: 'Xác nhận', exact: true }).click();
		await page.getByText('Đã xác nhận. Minh chứng đã ghi vào nhiệm vụ.').waitFor();
		await expectFits(page);
		await expectAccessible(page);
		await picture(page, 'kenh-bang-tay-360');
	});

	it('every channel stands as evidence on the task, on the calendar and in the results', async () => {
		const page = await as('van-hoa');
		await page.goto(`${story}/kenh`);
		await page.getByRole('link', { name: 'Zalo OA của phường' }).click();
		await page.getByRole('link', { name: 'Nhiệm vụ trong kế hoạch' }).click();
		const text = await page.locator('main').innerText();
		expect(text).toContain('Thủ tục nào đổi từ 01/01/2027?');
		for (const channel of ['Zalo', 'Facebook', 'Niêm yết']) expect(text).toContain(channel);
		await page.goto('/lam-viec/kenh');
		expect(await page.getByText('Đã gửi').count()).toBe(3);
		await expectAccessible(page);
		await picture(page, 'kenh-lich-1280');
		await page.goto('/lam-viec/kenh/ket-qua');
		await page.getByRole('heading', { name: 'Theo tài khoản' }).waitFor();
		await expectAccessible(page);
		await picture(page, 'kenh-ket-qua-1280');
		// The short address leads a reader to the story.
		const short = /\/t\/\d+/.exec(facebook.posts()[0]!.message)![0];
		const answer = await page.request.get(`${program.address}${short}`);
		expect(answer.url()).toMatch(/\/tin-tuc\//);
	});
});
