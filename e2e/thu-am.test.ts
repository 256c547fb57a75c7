/** A reader records a segment in the browser: two takes before the teleprompter, one chosen, cut, and on the air at the station's loudness. */
import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eq } from 'drizzle-orm';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import * as audios from '#broadcast/audio/audios.server.ts';
import { espeakVoice } from '#broadcast/audio/espeak-voice.ts';
import { scan, wavHead } from '#broadcast/audio/render.ts';
import { readScript } from '#broadcast/audio/voice.ts';
import { segment } from '#broadcast/schema.server.ts';
import { read } from '#platform/db.server.ts';
import * as files from '#platform/files.server.ts';
import { actorAs, type Acting } from './office.ts';
import { desk, expectAccessible, expectFits, phone, picture, signIn } from './browser.ts';

let browser: Browser;
let acting: Acting;
const folder = mkdtempSync(path.join(tmpdir(), 'minhbach-thu-am-'));

/** What the fake microphone hears again and again: a voice. */
async function speakInto(file: string): Promise<void> {
	const parts: Buffer[] = [];
	let rate = 0;
	await readScript(
		await espeakVoice('north'),
		'Kính chào bà con. Mời bà con nghe chuyên mục cải cách hành chính của phường hôm nay.',
		(speech) => {
			rate = speech.rate;
			parts.push(Buffer.from(Int16Array.from(speech.samples, (one) => one * 16_000).buffer));
			return Promise.resolve();
		},
		() => undefined
	);
	const bytes = Buffer.concat(parts);
	await writeFile(file, Buffer.concat([wavHead(bytes.length, rate), bytes]));
}

beforeAll(async () => {
	const voice = path.join(folder, 'voice.wav');
	await speakInto(voice);
	acting = await actorAs('radio');
	browser = await chromium.launch({
		executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
		args: [
			'--no-sandbox',
			'--disable-gpu',
			'--disable-background-networking',
			'--use-fake-device-for-media-stream',
			'--use-fake-ui-for-media-stream',
			`--use-file-for-fake-audio-capture=${voice}`
		]
	});
});
afterAll(async () => {
	await browser.close();
	await acting.done();
	rmSync(folder, { recursive: true, force: true });
});

async function at(size: typeof desk, script = true): Promise<Page> {
	const context = await browser.newContext({
		baseURL: inject('address'),
		viewport: size,
		javaScriptEnabled: script,
		locale: 'vi-VN',
		timezoneId: 'Asia/Ho_Chi_Minh'
	});
	context.setDefaultTimeout(30_000);
	const page = await context.newPage();
	await signIn(page, 'truyen-thanh');
	return page;
}

async function record(page: Page, ms: number): Promise<void> {
	await page.getByRole('button', { name: /Bắt đầu thu|Thu lần nữa/ }).click();
	await page.getByText('Chuẩn bị đọc').waitFor();
	await page.getByRole('button', { name: 'Tạm dừng' }).waitFor();
	await page.waitForTimeout(ms);
}

/** The path of the first segment that waits for a voice; its programme is made when there is none. */
async function openStudio(page: Page): Promise<string> {
	await page.goto('/lam-viec/phat-thanh/thu-am');
	const waiting = page.locator('main a[href*="/thu-am/"]').first();
	if ((await waiting.count()) === 0) {
		await page.goto('/lam-viec/phat-thanh/chuyen-muc');
		await page.getByLabel('Tên chuyên mục').fill('Chuyện thu âm');
		await page.getByRole('button', { name: 'Lập chuyên mục' }).click();
		const own = page.locator('section', { has: page.getByRole('heading', { name: 'Chuyện thu âm' }) });
		await own.getByText('Thêm khung phát').first().click();
		for (const day of ['Thứ Hai', 'Thứ Tư', 'Thứ Sáu']) await own.getByLabel(day).check();
		await own.getByRole('button', { name: 'Thêm khung phát' }).click();
		await page.getByText('Các số của hai tuần tới đã có').waitFor();
		await page.goto('/lam-viec/phat-thanh/thu-am');
	}
	await expectAccessible(page);
	await waiting.click();
	await page.waitForURL(/thu-am\/\d+\/\d+$/);
	return new URL(page.url()).pathname;
}

async function soundOf(segmentId: number): Promise<audios.Audio> {
	return read(acting.ctx, async (tx) => {
		const [row] = await tx.select().from(segment).where(eq(segment.id, segmentId));
		return (await audios.of(tx, row!.audioId!))!;
	});
}

/** FFmpeg's own meter on the files that go on the air. */
async function expectStationLoudness(sound: audios.Audio): Promise<void> {
	expect(sound.state).toBe('ready');
	for (const id of [sound.mp3FileId!, sound.aacFileId!]) {
		const file = (await read(acting.ctx, (tx) => files.byId(tx, id)))!;
		const { lufs, truePeak } = await scan(files.pathOf(file.token));
		expect(Math.abs(lufs + 16)).toBeLessThanOrEqual(1);
		expect(truePeak).toBeLessThan(-1.5);
	}
}

describe('recording in the browser', () => {
	it('keeps two takes over a reload and a lost network, sends the chosen one, and cuts it', async () => {
		const page = await at(desk);
		const studio = await openStudio(page);
		const segmentId = Number(studio.split('/').at(-1));
		await page.getByRole('button', { name: 'Bật micro' }).click();
		await page.getByText('Tiếng vừa đủ').waitFor();
		await expectAccessible(page);
		await record(page, 3000);
		await picture(page, 'thu-am-dang-thu-1280');
		// Paused and gone on by the space bar, faster by an arrow, ended by Escape.
		const speed = page.getByText(/\d+ tiếng mỗi phút$/);
		const before = Number.parseInt((await speed.textContent())!, 10);
		await page.keyboard.press('ArrowRight');
		expect(Number.parseInt((await speed.textContent())!, 10)).toBe(before + 10);
		await page.keyboard.press('Space');
		await page.getByRole('button', { name: 'Thu tiếp' }).waitFor();
		await page.keyboard.press('Space');
		await page.getByRole('button', { name: 'Tạm dừng' }).waitFor();
		await page.keyboard.press('Escape');
		await page.getByText('Lần 1').waitFor();
		await record(page, 6000);
		await page.getByRole('button', { name: 'Xong lần thu này' }).click();
		await page.getByText('Lần 2').waitFor();
		// A third is cut off by a reload in its middle: what was heard so far is there.
		await record(page, 2500);
		page.on('dialog', (dialog) => void dialog.accept());
		await page.reload();
		await page.getByText('bị ngắt giữa chừng').waitFor();
		await page.getByRole('button', { name: 'Xóa lần 3' }).click();
		await expect.poll(() => page.getByText(/^Lần \d/).count()).toBe(2);
		await expectAccessible(page);
		await picture(page, 'thu-am-lan-thu-1280');

		await page.context().setOffline(true);
		await page.getByRole('button', { name: 'Dùng lần này' }).nth(1).click();
		await page.getByText('Mạng đang gián đoạn').waitFor();
		await page.context().setOffline(false);
		await page.getByText('Đã gửi và gắn vào tiết mục').waitFor();
		await page.getByText(/^Dài .* dự tính theo tốc độ đọc/).waitFor();
		await page.getByRole('button', { name: 'Xóa các lần thu còn lại' }).click();
		const whole = await soundOf(segmentId);
		await expectStationLoudness(whole);
		expect(whole.durationMs!).toBeGreaterThan(4000);

		await page.getByRole('link', { name: 'Cắt đầu, cắt cuối' }).click();
		await page.getByRole('slider', { name: 'Điểm đầu' }).focus();
		for (let step = 0; step < 2; step++) await page.keyboard.press('Shift+ArrowRight');
		const handle = (await page.getByRole('slider', { name: 'Điểm cuối' }).boundingBox())!;
		await page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2);
		await page.mouse.down();
		await page.mouse.move(handle.x - 60, handle.y + handle.height / 2, { steps: 4 });
		await page.mouse.up();
		await expectAccessible(page);
		await picture(page, 'thu-am-cat-1280');
		const kept = page.getByLabel('đến giây thứ');
		const to = Number((await kept.inputValue()).replace(',', '.'));
		expect(to).toBeLessThan(whole.durationMs! / 1000 - 0.2);
		await page.getByRole('button', { name: 'Lưu đoạn đã chọn' }).click();
		await page.getByText('Đã cắt xong').waitFor();
		const cut = await soundOf(segmentId);
		await expectStationLoudness(cut);
		expect(cut.durationMs!).toBeLessThanOrEqual((to - 2) * 1000 + 150);
		expect(cut.trimFromMs).toBe(2000);

		await page.getByRole('button', { name: 'Lấy lại bản đầy đủ' }).click();
		await page.getByText('Đã lấy lại bản đầy đủ').waitFor();
		expect(Math.abs((await soundOf(segmentId)).durationMs! - whole.durationMs!)).toBeLessThan(100);
		await page.getByRole('link', { name: /, ngày/ }).click();
		await page
			.getByText(/dài .*, dự tính /)
			.first()
			.waitFor();
		await picture(page, 'thu-am-so-1280');
	});

	it('fits a telephone, tells kindly that there is no microphone, and works without a script', async () => {
		const page = await at(phone);
		const studio = await openStudio(page);
		await page.evaluate(() => {
			navigator.mediaDevices.getUserMedia = () =>
				Promise.reject(new DOMException('refused', 'NotAllowedError'));
		});
		await page.getByRole('button', { name: 'Bật micro' }).click();
		await page.getByText('Trình duyệt đang chặn micro').waitFor();
		await expectFits(page);
		await expectAccessible(page);
		await picture(page, 'thu-am-bi-chan-360');

		const bare = await at(phone, false);
		await bare.goto(studio);
		await bare.getByLabel('Tệp âm thanh hoặc video').setInputFiles(path.join(folder, 'voice.wav'));
		await bare.getByRole('button', { name: 'Gửi tệp này' }).click();
		await bare.getByText('Đã nhận tệp').waitFor();
		await expectFits(bare);
		const segmentId = Number(studio.split('/').at(-1));
		await expect.poll(async () => (await soundOf(segmentId)).state, { timeout: 30_000 }).toBe('ready');
		await bare.goto(studio);
		await bare.getByRole('link', { name: 'Cắt đầu, cắt cuối' }).click();
		await bare.getByLabel('Giữ từ giây thứ').fill('0,5');
		await bare.getByLabel('đến giây thứ').fill('2,5');
		await picture(bare, 'thu-am-cat-khong-script-360');
		await bare.getByRole('button', { name: 'Lưu đoạn đã chọn' }).click();
		await expect.poll(async () => (await soundOf(segmentId)).madeToMs, { timeout: 30_000 }).toBe(2500);
		await expectStationLoudness(await soundOf(segmentId));
	});

	it('stops long work within two seconds, while the page tells how far it is', async () => {
		const page = await at(desk);
		const id = await audios.synthesise(acting.ctx, {
			title: 'Bài đọc rất dài',
			spoken: 'Mời bà con nghe chuyên mục cải cách hành chính của phường hôm nay. '.repeat(800),
			voice: 'espeak:north'
		});
		await page.goto('/lam-viec/phat-thanh/am-thanh');
		const own = page.locator(`#am-thanh-${id}`);
		await own.getByText('Giọng máy đang đọc').first().waitFor();
		const percent = async () => Number(await own.getByRole('progressbar').getAttribute('aria-valuenow'));
		await expect.poll(percent, { timeout: 20_000 }).toBeGreaterThan(0);
		await picture(page, 'thu-am-tien-do-1280');
		await own.getByRole('button', { name: 'Dừng lại' }).click();
		await page.locator(`#am-thanh-${id}`).getByText('Đã dừng theo yêu cầu').waitFor();
		await expectAccessible(page);
		await page.goto('/lam-viec/phat-thanh/am-thanh/giong-doc');
		const sound = page.getByLabel('Nghe thử Giọng Bắc');
		const heard = await page.request.get((await sound.getAttribute('src'))!);
		expect(heard.headers()['content-type']).toBe('audio/mpeg');
		await expectAccessible(page);
		await picture(page, 'thu-am-giong-doc-1280');
		await page.setViewportSize(phone);
		await expectFits(page);
		await picture(page, 'thu-am-giong-doc-360');
	});
});
