/** Procedures: found on a phone and printed, brought in from a workbook, abolished ahead of the day, scanned on paper. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { expectAccessible, expectFits, open, phone, picture, signedIn, useBrowser } from './browser.ts';
import { startProgram } from './program.ts';

useBrowser();

const rowsOf = [
	['Mã thủ tục', 'Tên thủ tục', 'Lĩnh vực', 'Thời hạn giải quyết', 'Phí, lệ phí', 'Ngày hiệu lực'],
	['1.777001', 'Thủ tục thử nghiệm thứ nhất', 'Thử nghiệm', '3 ngày làm việc', 'Miễn phí', ''],
	['1.777002', 'Thủ tục thử nghiệm thứ hai', 'Thử nghiệm', '5 ngày', '10.000 đồng', ''],
	[1.77783, 'Mã bị Excel biến thành số', 'Thử nghiệm', '', '', ''],
	['1.777004', '', 'Thử nghiệm', '', '', ''],
	['1.777005', 'Ngày không có thật', 'Thử nghiệm', '', '', '31/02/2027']
];

async function workbook(): Promise<Buffer> {
	const book = new ExcelJS.Workbook();
	book.addWorksheet('Danh mục').addRows(rowsOf);
	return Buffer.from(await book.xlsx.writeBuffer());
}

describe('procedures', () => {
	it('a resident finds the marriage procedure on a phone, without tones and without script, and prints it', async () => {
		const page = await open({ size: phone, script: false });
		await page.goto('/');
		await page.getByRole('searchbox').first().fill('dang ky ket hon');
		await page.getByRole('button', { name: 'Tìm' }).first().click();
		await page.getByRole('link', { name: 'Thủ tục đăng ký kết hôn', exact: true }).first().click();
		await page.waitForURL('**/thu-tuc/1.000894');
		expect(await page.getByText('Miễn phí').first().isVisible()).toBe(true);
		await expectFits(page);
		await picture(page, 'thu-tuc-360');
		await page.getByRole('link', { name: 'In tờ hướng dẫn' }).click();
		await page.waitForURL('**/thu-tuc/1.000894/in');
		const pdf = await page.pdf({ format: 'A4' });
		expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
		expect(await page.locator('svg').count()).toBeGreaterThan(0);
	});

	it('its pages have no serious fault of accessibility, narrow and wide', async () => {
		for (const size of [phone, undefined]) {
			const page = await open(size ? { size } : {});
			for (const address of ['/thu-tuc', '/thu-tuc/1.001193', '/thu-tuc/thay-doi', '/kiosk', '/du-lieu-mo']) {
				await page.goto(address);
				await expectAccessible(page);
				await expectFits(page);
			}
		}
	});

	it('an officer brings in a workbook with three bad rows: named, left out, the good ones stored', async () => {
		const page = await signedIn('mot-cua');
		await page.goto('/lam-viec/thu-tuc/nhap');
		await page.getByLabel('Tệp danh mục').setInputFiles({
			name: 'danh-muc.xlsx',
			mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
			buffer: await workbook()
		});
		await page.getByRole('button', { name: 'Đọc tệp và xem trước' }).click();
		for (const where of [
			'Dòng 4, cột “Mã thủ tục”',
			'Dòng 5, cột “Tên thủ tục”',
			'Dòng 6, cột “Ngày hiệu lực”'
		]) {
			await page.getByText(where).waitFor();
		}
		await expectAccessible(page);
		await picture(page, 'nhap-thu-tuc-1280');
		// Nothing was stored by looking.
		const resident = await open();
		expect((await resident.goto('/thu-tuc/1.777001'))!.status()).toBe(404);
		await page.getByRole('button', { name: 'Chỉ nhập 2 dòng đúng' }).click();
		await page.waitForURL(/\/lam-viec\/thu-tuc\/quyet-dinh\/\d+/);
		expect((await resident.goto('/thu-tuc/1.777001'))!.status()).toBe(200);
		expect((await resident.goto('/thu-tuc/1.777005'))!.status()).toBe(404);
	});

	it('a decision abolishes two as of Monday: when the clock passes, pages, board, duties and the scanned sheet follow', async () => {
		const dataDir = mkdtempSync(path.join(tmpdir(), 'minh bach dong ho '));
		const codes = ['1.000593', '1.000419'];
		try {
			const wednesday = await startProgram(dataDir, '2026-11-25T09:00:00+07:00');
			let sheet: string;
			try {
				const { address } = wednesday;
				const resident = await open({ size: phone, script: false, address });
				await resident.goto(`/thu-tuc/${codes[0]!}/in`);
				sheet = /niem-yet\/[\w-]+/.exec(await resident.content())![0];
				await resident.goto(`/${sheet}`);
				expect(await resident.getByRole('heading', { level: 1 }).textContent()).toContain('Còn hiệu lực');

				const desk = await signedIn('mot-cua', { address });
				await desk.goto('/lam-viec/thu-tuc/quyet-dinh/moi');
				await desk.getByLabel('Số quyết định').fill('4001/QĐ-UBND');
				await desk.getByLabel('Ngày ban hành').fill('2026-11-23');
				await desk.getByLabel('Cơ quan ban hành').fill('Ủy ban nhân dân thành phố Hải Phòng');
				await desk.getByLabel('Về việc').fill('Bãi bỏ thủ tục đăng ký lưu động');
				await desk.getByLabel('Loại thay đổi').selectOption('abolished');
				await desk.getByLabel('Có hiệu lực từ ngày').fill('2026-11-30');
				await desk.getByLabel('Dán danh sách mã').fill(codes.join('\n'));
				await desk.getByRole('button', { name: 'Kiểm tra từng dòng' }).click();
				await desk.getByRole('button', { name: 'Ghi 2 dòng' }).click();
				await desk.waitForURL(/quyet-dinh\/\d+/);
				await expectAccessible(desk);
				await picture(desk, 'quyet-dinh-1280');

				// Told ahead, and still in force.
				await resident.goto(`/thu-tuc/${codes[0]!}`);
				await resident.getByText('30/11/2026').first().waitFor();
				await resident.goto('/thu-tuc/thay-doi');
				expect(await resident.getByText('Thủ tục đăng ký kết hôn lưu động').count()).toBeGreaterThan(0);
				await resident.goto(`/${sheet}`);
				expect(await resident.getByRole('heading', { level: 1 }).textContent()).toContain('Còn hiệu lực');
				await desk.goto('/lam-viec/niem-yet/1');
				expect(await desk.getByText('kết hôn lưu động').count()).toBe(0);
				// The story is begun by itself.
				await expect
					.poll(
						async () => {
							await desk.goto('/lam-viec/thu-tuc/viec');
							return desk.getByRole('link', { name: 'Mở bản nháp đã soạn sẵn' }).count();
						},
						{ timeout: 20_000, interval: 1000 }
					)
					.toBeGreaterThan(0);
			} finally {
				await wednesday.stop();
			}

			const monday = await startProgram(dataDir, '2026-11-30T00:00:30+07:00');
			try {
				const { address } = monday;
				const resident = await open({ size: phone, script: false, address });
				await resident.goto(`/${sheet}`);
				expect(await resident.getByRole('heading', { level: 1 }).textContent()).toContain('Đã bãi bỏ');
				await expectFits(resident);
				await picture(resident, 'to-niem-yet-bai-bo-360');
				await resident.goto(`/thu-tuc/${codes[1]!}`);
				expect(await resident.getByText(/bãi bỏ|hết hiệu lực/i).count()).toBeGreaterThan(0);
				const found = await resident.goto('/api/v1/search?q=khai+tu+luu+dong');
				const { items } = (await found!.json()) as { items: { key: string }[] };
				expect(items.map(({ key }) => key)).not.toContain(codes[1]);

				const desk = await signedIn('mot-cua', { address });
				await desk.goto('/lam-viec/niem-yet/1');
				await desk.getByRole('heading', { name: 'Gỡ xuống (2)' }).waitFor();
				await expectAccessible(desk);
				await picture(desk, 'bang-can-go-1280');
				await desk.getByRole('button', { name: 'Ghi “Đã gỡ” các tờ đã đánh dấu' }).click();
				await desk.waitForURL(/xong=go/);
				await desk.goto('/lam-viec/niem-yet/1');
				expect(await desk.getByRole('heading', { name: /Gỡ xuống/ }).count()).toBe(0);
			} finally {
				await monday.stop();
			}
		} finally {
			rmSync(dataDir, { recursive: true, force: true });
		}
	});
});
