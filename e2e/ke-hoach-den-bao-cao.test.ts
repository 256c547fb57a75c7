/** The spine: a plan document becomes tasks, a story, a publication, evidence and a report, by the people who do it. */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { readFile } from 'node:fs/promises';
import mammoth from 'mammoth';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { expectAccessible, expectFits, open, phone, picture, signedIn, useBrowser } from './browser.ts';

useBrowser();

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const title = 'Ba bước nộp hồ sơ trực tuyến tại nhà cho người lần đầu';
const planText = `ỦY BAN NHÂN DÂN
PHƯỜNG CỔ THÀNH

Số:      /KH-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Cổ Thành, ngày    tháng 11 năm 2026

KẾ HOẠCH
Cao điểm tuyên truyền cải cách hành chính cuối năm 2026

Thực hiện Kế hoạch số 12/KH-UBND ngày 20/01/2026 của Ủy ban nhân dân phường Cổ Thành, Ủy ban nhân dân phường xây dựng kế hoạch cao điểm như sau:

I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
a) Giúp người dân biết cách nộp hồ sơ tại nhà.
2. Yêu cầu
a) Nói ngắn, đúng, dễ làm theo.
II. ĐỐI TƯỢNG, NỘI DUNG, HÌNH THỨC
1. Đối tượng
Người dân, hộ kinh doanh trên địa bàn phường.
2. Nội dung
a) Hướng dẫn nộp hồ sơ trực tuyến, thanh toán trực tuyến, định danh điện tử.
b) Giới thiệu đường dây nóng, cách gửi phản ánh, kiến nghị.
3. Hình thức
a) Đăng tin, bài trên Cổng thông tin điện tử phường, phát trên Đài truyền thanh.
III. TỔ CHỨC THỰC HIỆN
1. Kinh phí: Sử dụng dự toán đã giao.
2. Trách nhiệm của các đơn vị
Phòng Văn hóa - Xã hội: Đăng 01 bài hướng dẫn nộp hồ sơ trực tuyến trên Cổng thông tin điện tử trước ngày 20/12/2026.
Đài truyền thanh phường: Phát 04 chuyên mục về nộp hồ sơ trực tuyến, hằng tuần trong tháng 12 năm 2026.

Trên đây là Kế hoạch cao điểm cuối năm 2026./.

Nơi nhận:
- Đảng ủy, HĐND phường;
- Phòng Văn hóa - Xã hội;
- Đài truyền thanh phường;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
`;

async function look(page: Page, name: string): Promise<void> {
	await picture(page, `${name}-1280`);
	await expectAccessible(page);
	await page.setViewportSize(phone);
	await expectFits(page);
	await picture(page, `${name}-360`);
	await page.setViewportSize({ width: 1280, height: 900 });
}

describe('from the plan to the report', () => {
	let storyUrl = '';

	it('the office imports the plan, checks it beside the text and issues it', async () => {
		const office = await signedIn('van-phong');
		await office.goto('/lam-viec/ke-hoach/nhap');
		await look(office, 'nhap-ke-hoach');
		await office.getByLabel('Tệp kế hoạch').setInputFiles({
			name: 'ke-hoach-cuoi-nam.txt',
			mimeType: 'text/plain',
			buffer: Buffer.from(planText)
		});
		await office.getByRole('button', { name: 'Đọc văn bản' }).click();
		await office.waitForURL(/\/doi-chieu/);
		expect(await office.getByRole('region', { name: 'Văn bản theo dòng' }).textContent()).toContain(
			'Cao điểm tuyên truyền'
		);
		await look(office, 'doi-chieu');
		await office.goto(office.url().replace(/doi-chieu.*/, 'nhiem-vu'));
		await expect.poll(() => office.locator('main').textContent()).toMatch(/hướng dẫn nộp hồ sơ trực tuyến/i);
		await look(office, 'nhiem-vu-du-thao');
		await office.goto(office.url().replace(/nhiem-vu.*/, 'ban-hanh'));
		await office.getByLabel('Số kế hoạch').fill('145');
		await office.getByRole('button', { name: /Ban hành/ }).click();
		await office.waitForURL(/\/lam-viec\/ke-hoach\/\d+$/);
		expect(await office.locator('main').textContent()).toContain('145/KH-UBND');
		await look(office, 'ke-hoach');
	});

	it('the culture officer writes a story for its task and sends it for approval', async () => {
		const culture = await signedIn('van-hoa');
		await culture.goto('/lam-viec/tin-bai');
		await look(culture, 'tin-bai');
		await culture
			.getByRole('link', { name: /Viết bài mới/ })
			.first()
			.click();
		await culture.waitForURL(/\/tin-bai\/moi/);
		await culture.locator('input[name="title"]').fill(title);
		await culture.getByLabel('Nhiệm vụ trong kế hoạch').selectOption({ label: await taskLabel(culture) });
		await culture.locator('input[name="areas"]').first().check();
		await culture.getByRole('button', { name: 'Bắt đầu viết' }).click();
		await culture.waitForURL(/\/sua/);
		await culture
			.getByLabel('Tóm tắt')
			.fill('Chuẩn bị giấy tờ, đăng nhập, nộp và theo dõi hồ sơ: làm tại nhà, không phải đi lại.');
		await culture.getByLabel('Nội dung bài').first().click();
		await culture.keyboard.type(
			'Bà con có thể nộp nhiều loại hồ sơ ngay tại nhà. Trước hết, chụp rõ giấy tờ cần nộp. Sau đó, đăng nhập Cổng Dịch vụ công quốc gia bằng tài khoản định danh điện tử, chọn đúng thủ tục và phường nơi ở. Cuối cùng, kiểm tra lại, nộp hồ sơ và giữ mã số để theo dõi. Ai chưa quen có thể nhờ Tổ công nghệ số cộng đồng giúp.'
		);
		await culture.locator('input[name="audiences"]').first().check();
		await look(culture, 'soan-bai');
		await culture.getByRole('button', { name: 'Gửi duyệt' }).first().click();
		await culture.waitForURL(/\/tin-bai\/\d+($|\?)/);
		storyUrl = new URL(culture.url()).pathname;
		expect(await culture.locator('main').textContent()).toContain('Chờ duyệt');
	});

	it('a radio person may not approve it, and reads why', async () => {
		const radio = await signedIn('truyen-thanh');
		await radio.goto(storyUrl);
		await expect
			.poll(() => radio.getByRole('button', { name: 'Duyệt', exact: true }).isDisabled())
			.toBe(true);
		const refused = await radio.evaluate(async (url) => {
			const response = await fetch(`${url}?/approve`, {
				method: 'POST',
				body: new URLSearchParams({}),
				headers: { accept: 'text/html' }
			});
			return response.status;
		}, storyUrl);
		expect(refused).toBe(403);
	});

	it('the chair sends it back on the phone; the officer corrects; the chair approves and schedules', async () => {
		const chair = await signedIn('chu-tich', { size: phone });
		await chair.goto(storyUrl);
		await expectFits(chair);
		await picture(chair, 'duyet-bai-360');
		await chair.getByLabel('Cần sửa gì').fill('Thêm một câu nói rõ nơi bà con đến khi cần giúp.');
		await chair.getByRole('button', { name: 'Trả lại để sửa' }).click();
		await expect.poll(() => chair.locator('main').textContent()).toContain('Thêm một câu');

		const culture = await signedIn('van-hoa');
		await culture.goto(storyUrl);
		expect(await culture.locator('main').textContent()).toContain('Thêm một câu nói rõ nơi bà con đến');
		await culture.goto(`${storyUrl}/sua`);
		await culture.getByLabel('Nội dung bài').first().click();
		await culture.keyboard.press('Control+End');
		await culture.keyboard.type(
			' Bà con cũng có thể đến Trung tâm Phục vụ hành chính công phường trong giờ làm việc để được hướng dẫn.'
		);
		await culture.getByRole('button', { name: 'Gửi duyệt' }).first().click();
		await culture.waitForURL(/\/tin-bai\/\d+($|\?)/);

		await chair.goto(storyUrl);
		await chair.getByRole('button', { name: 'Duyệt và hẹn giờ đăng' }).click();
		await expect.poll(() => chair.locator('main').textContent()).toContain('Tự đăng lúc');
		await chair.getByRole('button', { name: 'Đăng ngay' }).click();
		await expect.poll(() => chair.locator('main').textContent()).toContain('đang trên cổng');
	});

	it('it stands on the portal, without any script, on a phone', async () => {
		const resident = await open({ size: phone, script: false });
		await resident.goto('/tin-tuc');
		await resident.getByRole('link', { name: title }).first().click();
		await resident.waitForURL(/\/tin-tuc\/ba-buoc-nop-ho-so/);
		expect(await resident.locator('article').first().textContent()).toContain(
			'Trung tâm Phục vụ hành chính công'
		);
		// No framework: the one script of the page is the island of suggestions, and it works without.
		expect(await resident.locator('script[src]:not([src*="search-box"])').count()).toBe(0);
		await picture(resident, 'bai-viet-360');
	});

	it('the task shows it as evidence, and the report holds it and downloads', async () => {
		const office = await signedIn('van-phong');
		await office.goto('/lam-viec/nhiem-vu');
		await office
			.getByRole('link', { name: /hướng dẫn nộp hồ sơ trực tuyến trên Cổng/i })
			.first()
			.click();
		await expect.poll(() => office.locator('main').textContent()).toContain(title);
		await look(office, 'nhiem-vu');

		await office.goto('/lam-viec/bao-cao');
		await office.getByLabel('Lập báo cáo cho kỳ').selectOption('2026');
		await office.getByRole('button', { name: 'Lập báo cáo' }).click();
		await office.waitForURL(/\/bao-cao\/\d+$/);
		await look(office, 'bao-cao');
		const [download] = await Promise.all([
			office.waitForEvent('download'),
			office.getByRole('link', { name: 'Tải bản Word' }).click()
		]);
		const { value } = await mammoth.extractRawText({ buffer: await readFile(await download.path()) });
		expect(value).toContain('BÁO CÁO');
		expect(value).toContain(title);
		expect(value).toContain('145/KH-UBND');
	});

	it('the command line writes the same report beside the running server', async () => {
		const out = path.join(inject('dataDir'), 'bao-cao.docx');
		await promisify(execFile)(process.execPath, ['src/cli.ts', 'report', '2026', '--out', out], {
			cwd: root,
			env: { ...process.env, DATA_DIR: inject('dataDir'), LOG_LEVEL: 'error' }
		});
		expect((await mammoth.extractRawText({ path: out })).value).toContain(title);
	});
});

/** The task of the new plan, as it stands in the list. */
async function taskLabel(page: Page): Promise<string> {
	const labels = await page.getByLabel('Nhiệm vụ trong kế hoạch').locator('option').allTextContents();
	const label = labels.find((text) => /hướng dẫn nộp hồ sơ trực tuyến/i.test(text));
	if (!label) throw new Error(`no task of the plan in ${labels.join(' | ')}`);
	return label.trim();
}
