/**
 * A resident sends a message with a photo from an old telephone, with and without script, over a network that breaks,
 * follows it with code and secret word, adds, rates, and asks for another look.
 */
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import * as answering from '#feedback/answering.server.ts';
import * as handling from '#feedback/handling.server.ts';
import { feedbackCase, feedbackFile } from '#feedback/schema.server.ts';
import type { Ctx } from '#people/actor.ts';
import { actorAs } from './office.ts';
import { desk, expectAccessible, expectFits, open, phone, picture, useBrowser } from './browser.ts';
import { eq } from 'drizzle-orm';

useBrowser();

let photo: { name: string; mimeType: string; buffer: Buffer };
beforeAll(async () => {
	const buffer = await sharp({ create: { width: 2400, height: 1800, channels: 3, background: '#487' } })
		.jpeg()
		.toBuffer();
	photo = { name: 'đèn hỏng.jpg', mimeType: 'image/jpeg', buffer };
});

const words = (what: string): string =>
	`${what}: đèn đường đầu ngõ 12 hỏng ba hôm nay, buổi tối rất khó đi lại. ${Math.random()}`;

async function write(page: Page, text: string, named = true): Promise<void> {
	await page.goto('/phan-anh/gui');
	await page.getByText('Đường, đèn, cống, cây xanh').click();
	await page.getByLabel('Nội dung').fill(text);
	await page.getByLabel('Xảy ra ở đâu').fill('đầu ngõ 12 phố Mới');
	if (!named) return;
	await page.getByLabel('Họ và tên').fill('Nguyễn Thị Mận');
	await page.getByLabel('Số điện thoại').fill('0912 345 678');
}
const send = (page: Page) => page.getByRole('button', { name: /Gửi phản ánh|Gửi lại/ });

type Paper = { code: string; secret: string };
async function receiptOn(page: Page): Promise<Paper> {
	await page.getByRole('heading', { name: 'Phường đã nhận phản ánh' }).waitFor();
	const [code, secret] = await page.locator('[data-code], [data-secret]').allTextContents();
	return { code: code!.trim(), secret: secret!.trim() };
}

async function lookAt(page: Page, name: string, script = true): Promise<void> {
	for (const size of [phone, desk]) {
		await page.setViewportSize(size);
		if (script) {
			await expectAccessible(page);
			await expectFits(page);
		}
		await picture(page, `${name}-${size.width}`);
	}
	await page.setViewportSize(phone);
}

async function follow(page: Page, { code, secret }: Paper): Promise<void> {
	await page.goto('/phan-anh/tra-cuu');
	await page.getByLabel('Mã phản ánh').fill(code.toLowerCase().replaceAll('.', ' '));
	await page.getByLabel('Từ khóa bí mật').fill(unmarked(secret));
	await page.getByRole('button', { name: 'Xem kết quả' }).click();
	await page.getByRole('heading', { name: 'Diễn biến' }).waitFor();
}
const unmarked = (text: string): string =>
	text
		.normalize('NFD')
		.replace(/[\u0300-\u036f]/g, '')
		.replace(/đ/g, 'd')
		.replaceAll('-', ' ')
		.toUpperCase();

describe.each([{ script: true }, { script: false }])('a resident, script $script', ({ script }) => {
	it('sends a photo, gets a receipt that stays when loaded again, and never two of it', async () => {
		const page = await open({ size: phone, script });
		await write(page, words('Có ảnh'));
		await page.setInputFiles('#o-files', photo);
		if (script) {
			await lookAt(page, 'phan-anh-gui');
			// A thumb that trembles.
			await send(page).dblclick();
		} else await send(page).click();
		const paper = await receiptOn(page);
		expect(paper.code).toMatch(/^PAKN\.[A-Z]+\.\d{8}\.\d{4}$/);
		expect(page.url()).not.toContain(unmarked(paper.secret).toLowerCase());
		await lookAt(page, `phan-anh-bien-nhan-${script ? 'co' : 'khong'}-script`, script);
		await page.reload();
		expect(await receiptOn(page)).toEqual(paper);
		const { db, done } = await actorAs('office');
		const [row] = await db.select().from(feedbackCase).where(eq(feedbackCase.code, paper.code));
		expect(await db.$count(feedbackCase, eq(feedbackCase.text, row!.text))).toBe(1);
		expect(await db.$count(feedbackFile, eq(feedbackFile.caseId, row!.id))).toBe(1);
		await done();
	});

	it('is told what is missing, and keeps what was typed and the good photo', async () => {
		const page = await open({ size: phone, script });
		await write(page, 'hỏng đèn');
		await page.setInputFiles('#o-files', [
			photo,
			{ name: 'la.exe', mimeType: 'application/octet-stream', buffer: Buffer.from([0x4d, 0x5a, 0, 0]) }
		]);
		await send(page).click();
		await page.getByRole('alert').filter({ hasText: 'quá ngắn' }).waitFor();
		expect(await page.getByRole('alert').first().textContent()).toContain('la.exe');
		expect(await page.getByLabel('Nội dung').inputValue()).toBe('hỏng đèn');
		expect(await page.getByLabel('Họ và tên').inputValue()).toBe('Nguyễn Thị Mận');
		expect(await page.getByLabel(/đèn hỏng\.jpg/).isChecked()).toBe(true);
		await lookAt(page, `phan-anh-tra-lai-${script ? 'co' : 'khong'}-script`, script);
		await page.getByLabel('Nội dung').fill(words('Lần hai'));
		await send(page).click();
		const paper = await receiptOn(page);
		await follow(page, paper);
		expect(await page.getByText('đèn hỏng.jpg').count()).toBe(1);
	});

	it('follows the case, answers the question, rates, and asks for another look', async () => {
		const page = await open({ size: phone, script });
		await write(page, words('Theo dõi'));
		await send(page).click();
		const paper = await receiptOn(page);
		await page.getByRole('main').getByRole('link', { name: 'Xem phản ánh đến đâu' }).click();
		await page.getByLabel('Từ khóa bí mật').fill('sen sen 0000');
		await page.getByRole('button', { name: 'Xem kết quả' }).click();
		await page.getByRole('alert').filter({ hasText: 'chưa đúng' }).waitFor();
		await follow(page, paper);
		expect(page.url()).not.toContain('ma=');

		const office = await actorAs('office');
		const oneStop = await actorAs('one_stop');
		const chair = await actorAs('chair');
		try {
			const [row] = await office.db.select().from(feedbackCase).where(eq(feedbackCase.code, paper.code));
			const id = row!.id;
			const given = { class: 'local_issue', complexity: 'simple', title: 'Đèn đường đầu ngõ không sáng' };
			await handling.classify(office.ctx, id, given);
			await handling.assign(office.ctx, id, { unitId: oneStop.unitId });
			await handling.ask(office.ctx, id, 'Xin cho biết đèn nào, gần nhà số bao nhiêu?');
			await page.reload();
			await page.getByText('Xin cho biết đèn nào').first().waitFor();
			if (script) await lookAt(page, 'phan-anh-theo-doi-hoi');
			await page.getByLabel('Thông tin thêm').fill('Đèn thứ hai từ đầu ngõ, cạnh nhà văn hóa.');
			await page.setInputFiles('#o-files', photo);
			await page.getByRole('button', { name: 'Gửi bổ sung' }).click();
			await page.getByText('Phường đã nhận thông tin bổ sung').waitFor();

			const answer = 'Đã thay bóng đèn đầu ngõ trong buổi sáng; đèn sáng trở lại từ tối cùng ngày.';
			await answered(oneStop.ctx, chair.ctx, id, answer);
			await page.reload();
			await page.getByText(answer).waitFor();
			if (script) await lookAt(page, 'phan-anh-theo-doi-tra-loi');
			await page.getByLabel('Rất hài lòng', { exact: true }).check();
			await page.getByRole('button', { name: 'Gửi đánh giá' }).click();
			await page.getByText('Cảm ơn ông/bà đã đánh giá').waitFor();
			await page.getByText('Chưa đồng ý? Đề nghị xem lại').click();
			await page.getByLabel('Điểm nào chưa đúng').fill('Đèn sáng một hôm rồi lại tắt, mong phường xem lại.');
			await page.getByRole('button', { name: 'Đề nghị xem lại' }).click();
			await page.getByRole('heading', { name: 'Đang xem lại' }).waitFor();
		} finally {
			await Promise.all([office.done(), oneStop.done(), chair.done()]);
		}
		await page.getByRole('button', { name: 'Xem phường đang giữ gì' }).click();
		await page.getByText('••• ••• 678').waitFor();
		await page.getByText('Xóa tên và cách liên hệ').click();
		await page.getByLabel('Tôi chắc chắn').first().check();
		await page.getByRole('button', { name: 'Xóa thông tin liên hệ' }).click();
		await page.getByText('Phường đã xóa tên và cách liên hệ').first().waitFor();
		await page.getByRole('button', { name: /Đóng/ }).click();
		await page.getByLabel('Mã phản ánh').waitFor();
	});
});

async function answered(drafter: Ctx, leader: Ctx, id: number, text: string): Promise<void> {
	await answering.draft(drafter, id, { text });
	await answering.approve(leader, id);
	await answering.answer(drafter, id);
}

describe('over a network that breaks', () => {
	it('keeps what was typed, sends it again with one press, and makes one case', async () => {
		const page = await open({ size: phone });
		const text = words('Mất mạng');
		await write(page, text);
		await page.context().setOffline(true);
		await send(page).click();
		await page.getByRole('alert').filter({ hasText: 'Mất mạng giữa chừng' }).waitFor();
		await lookAt(page, 'phan-anh-mat-mang');
		expect(await page.getByLabel('Nội dung').inputValue()).toBe(text);
		await page.context().setOffline(false);
		await send(page).click();
		const paper = await receiptOn(page);
		// The draft has done its work.
		await page.goto('/phan-anh/gui');
		expect(await page.getByLabel('Nội dung').inputValue()).toBe('');
		await follow(page, paper);
	});

	it('finds the draft again after the browser was closed', async () => {
		const page = await open({ size: phone });
		const text = words('Viết dở');
		await write(page, text);
		await page.waitForTimeout(600);
		const again = await page.context().newPage();
		await page.close();
		await again.goto('/phan-anh/gui');
		await again.getByText('Đã lấy lại nội dung').waitFor();
		expect(await again.getByLabel('Nội dung').inputValue()).toBe(text);
		expect(await again.getByLabel('Đường, đèn, cống').isChecked()).toBe(true);
		await again.getByRole('button', { name: 'Xóa, viết mới' }).click();
		await expect.poll(() => again.getByLabel('Nội dung').inputValue()).toBe('');
	});
});

it('does not open for who guesses', async () => {
	const page = await open({ size: phone, script: false, address: inject('address') });
	await page.goto('/phan-anh/tra-cuu?ma=PAKN.CT.20200101.0001');
	for (let i = 0; i < 9; i++) {
		await page.getByLabel('Từ khóa bí mật').fill(`sen sen 000${i}`);
		await page.getByRole('button', { name: 'Xem kết quả' }).click();
	}
	await page.getByRole('alert').filter({ hasText: 'đợi khoảng' }).waitFor();
});
