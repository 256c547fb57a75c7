/** Feedback at the office: a phone call to a sent answer, a denunciation led to its own path, a look through what may be rubbish. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectAccessible, expectFits, open, phone, picture, signedIn, useBrowser } from './browser.ts';

useBrowser();

const list = '/lam-viec/phan-anh';
/** Narrow and wide, with a picture of each. A page without script cannot be asked for its faults: others are. */
async function lookAt(page: Page, name: string, script = true): Promise<void> {
	for (const size of [phone, { width: 1280, height: 900 }]) {
		await page.setViewportSize(size);
		if (script) await expectAccessible(page);
		await expectFits(page);
		await picture(page, `${name}-${size.width}`);
	}
}
/** Opens a folded act and gives its form. */
async function more(page: Page, title: string) {
	await page.locator('summary', { hasText: title }).first().click();
}

type Paper = { code: string; secret: string };
async function takeDown(
	page: Page,
	text: string,
	who: { name?: string; phone?: string } = {}
): Promise<Paper> {
	await page.goto(`${list}/ghi-nhan`);
	await page.getByText('Điện thoại đường dây nóng').click();
	await page.getByLabel('Nội dung').fill(text);
	if (who.name) await page.getByLabel('Họ tên').fill(who.name);
	if (who.phone) await page.getByLabel('Điện thoại', { exact: false }).last().fill(who.phone);
	await page.getByRole('button', { name: 'Ghi nhận, lấy mã' }).click();
	await page.getByRole('heading', { name: 'Giấy hẹn' }).waitFor();
	const [code, secret] = await page.locator('dd[data-code], dd[data-secret]').allTextContents();
	return { code: code!.trim(), secret: secret!.trim() };
}

async function openCase(page: Page, code: string): Promise<void> {
	await page.goto(`${list}?nhom=all&tim=${code}`);
	await page.getByRole('link', { name: new RegExp(code) }).click();
	await page.waitForURL(/phan-anh\/\d+$/);
}

describe('feedback at the office', () => {
	it('takes a phone call, classifies, assigns, asks, is answered, drafts, approves, sends; the unit and the chair without script', async () => {
		const desk = await signedIn('mot-cua');
		await desk.goto(`${list}/ghi-nhan`);
		await lookAt(desk, 'phan-anh-ghi-nhan');
		// What is missing is said beside its field, and what was typed stays.
		await desk.getByLabel('Họ tên').fill('Bà Nguyễn Thị Hạnh');
		await desk.getByRole('button', { name: 'Ghi nhận, lấy mã' }).click();
		await desk.getByRole('alert').waitFor();
		expect(await desk.getByLabel('Họ tên').inputValue()).toBe('Bà Nguyễn Thị Hạnh');
		const paper = await takeDown(
			desk,
			'Bà Hạnh gọi điện: đèn đường trước nhà văn hóa khu An Thành hỏng từ hôm kia, số của bà là 0912 345 678.',
			{ name: 'Nguyễn Thị Hạnh', phone: '0912345678' }
		);
		expect(paper.code).toMatch(/^PAKN\.CT\.\d{8}\.\d{4}$/);
		await lookAt(desk, 'phan-anh-giay-tiep-nhan');

		const office = await signedIn('van-phong');
		await openCase(office, paper.code);
		await lookAt(office, 'phan-anh-moi');
		await office.getByRole('button', { name: 'Lưu phân loại' }).click();
		await office.getByText('Hãy chọn loại phản ánh trong danh sách.').first().waitFor();
		await office.getByLabel('Loại', { exact: true }).selectOption('local_issue');
		await office.getByLabel('Tên ngắn của việc').fill('Đèn đường nhà văn hóa An Thành hỏng');
		await office.getByText('Đơn giản').click();
		await office.getByRole('button', { name: 'Lưu phân loại' }).click();
		await office.getByText('Bước tiếp: giao xử lý').waitFor();
		await office.getByLabel('Giao cho').selectOption({ label: 'Phòng Văn hóa - Xã hội (cả đơn vị)' });
		await office.getByRole('button', { name: 'Giao xử lý' }).click();
		await office.getByText('Đã giao xử lý. Đơn vị được báo').waitFor();

		const unit = await signedIn('van-hoa', { script: false });
		await unit.goto('/lam-viec');
		await unit.getByRole('heading', { name: 'Phản ánh của người dân: chờ đồng chí' }).waitFor();
		await openCase(unit, paper.code);
		await more(unit, 'Hỏi thêm người gửi');
		await unit.getByLabel('Cần biết thêm điều gì').fill('Xin bà cho biết đèn ở cổng trước hay cổng sau?');
		await unit.getByRole('button', { name: 'Gửi câu hỏi' }).click();
		await unit.getByText('Thời hạn tạm dừng').first().waitFor();

		const sender = await open({ size: phone, script: false });
		await sender.goto('/phan-anh/tra-cuu');
		await sender.getByLabel('Mã phản ánh').fill(paper.code);
		await sender.getByLabel('Từ khóa bí mật').fill(paper.secret);
		await sender.getByRole('button', { name: 'Xem kết quả' }).click();
		await sender.getByText('cổng trước hay cổng sau').first().waitFor();
		await sender.locator('form[action*="bo-sung"] textarea').fill('Đèn ở cổng trước, cạnh bảng tin.');
		await sender.getByRole('button', { name: 'Gửi bổ sung' }).click();

		await openCase(unit, paper.code);
		await unit.getByText('Đèn ở cổng trước, cạnh bảng tin.').waitFor();
		await lookAt(unit, 'phan-anh-don-vi', false);
		await unit
			.getByLabel('Nội dung trả lời')
			.fill('Đội chiếu sáng đã thay bóng đèn cổng trước nhà văn hóa An Thành; đèn sáng lại từ tối nay.');
		await unit.getByRole('button', { name: 'Lưu dự thảo, trình duyệt' }).click();
		await unit.getByText('Đã lưu dự thảo').waitFor();
		// Whoever wrote it does not approve it.
		expect(await unit.getByRole('button', { name: 'Duyệt trả lời' }).isDisabled()).toBe(true);

		const chair = await signedIn('chu-tich', { script: false, size: phone });
		await openCase(chair, paper.code);
		await lookAt(chair, 'phan-anh-duyet', false);
		await chair.getByRole('button', { name: 'Duyệt và gửi cho người dân' }).click();
		await chair.getByText('Đã duyệt và gửi trả lời').waitFor();

		await sender.reload();
		await sender.getByText('Đội chiếu sáng đã thay bóng đèn').first().waitFor();
		expect(await sender.content()).not.toContain('Trần Thu Hương');
	});

	it('opens the sender only with a reason, shows it once, and keeps the look on the list', async () => {
		const office = await signedIn('van-phong');
		const paper = await takeDown(office, 'Rãnh thoát nước đầu ngõ 9 bị tắc, nước tràn ra đường khi mưa.', {
			name: 'Phạm Văn Tư',
			phone: '0987654321'
		});
		await openCase(office, paper.code);
		expect(await office.content()).not.toContain('Phạm Văn Tư');
		await more(office, 'Mở thông tin người gửi');
		await office.getByRole('button', { name: 'Mở, ghi vào nhật ký' }).click();
		await office.getByText('Hãy ghi lý do cần mở').first().waitFor();
		await office.getByLabel('Vì sao cần mở').fill('Gọi hỏi rõ vị trí rãnh tắc');
		await office.getByRole('button', { name: 'Mở, ghi vào nhật ký' }).click();
		await office.getByText('Phạm Văn Tư').waitFor();
		await picture(office, 'phan-anh-mo-nguoi-gui-1280');
		await openCase(office, paper.code);
		expect(await office.content()).not.toContain('Phạm Văn Tư');
		await more(office, 'Các lượt đã mở (1)');
		await office.getByText('Gọi hỏi rõ vị trí rãnh tắc').waitFor();
	});

	it('leads a denunciation to its own path: sealed, told in exact words, opened by a leader only', async () => {
		const office = await signedIn('van-phong');
		const text = 'Tôi tố cáo ông Lê Văn Cường thu tiền của dân khi làm sổ mà không có biên lai.';
		const paper = await takeDown(office, text, { name: 'Người báo tin', phone: '0911222333' });
		await openCase(office, paper.code);
		await more(office, 'Là tố cáo, khiếu nại');
		await office.getByLabel('Tố cáo', { exact: true }).check();
		await office.getByRole('button', { name: 'Hướng dẫn và niêm phong' }).click();
		await office.getByText('Đã hướng dẫn người gửi').waitFor();
		expect(await office.content()).not.toContain('Lê Văn Cường');
		await office.getByText('Luật Tố cáo').first().waitFor();
		expect(await office.getByRole('button', { name: 'Mở nội dung niêm phong' }).isDisabled()).toBe(true);
		await lookAt(office, 'phan-anh-niem-phong');

		const chair = await signedIn('chu-tich');
		await openCase(chair, paper.code);
		expect(await chair.content()).not.toContain('Lê Văn Cường');
		await chair.getByLabel('Vì sao cần mở').first().fill('Chuyển đơn cho bộ phận tiếp công dân');
		await chair.getByRole('button', { name: 'Mở nội dung niêm phong' }).click();
		await chair.getByText('Lê Văn Cường').waitFor();

		for (const name of ['van-hoa', 'mot-cua', 'cap-tren', 'quan-tri', 'van-hoa@lang-gieng']) {
			const other = await signedIn(name);
			const answer = await other.goto(chair.url().replace(/\?.*$/, ''));
			expect(answer!.status(), name).toBe(404);
		}
		const sender = await open({ size: phone, script: false });
		await sender.goto('/phan-anh/tra-cuu');
		await sender.getByLabel('Mã phản ánh').fill(paper.code);
		await sender.getByLabel('Từ khóa bí mật').fill(paper.secret);
		await sender.getByRole('button', { name: 'Xem kết quả' }).click();
		await sender.getByText('được giải quyết theo Luật Tố cáo').first().waitFor();
	});

	it('splits a message of two matters, and keeps every word', async () => {
		const office = await signedIn('van-phong');
		const paper = await takeDown(
			office,
			'Đèn đường ở phố Nguyễn Du hỏng ba hôm nay. Hồ sơ cấp lại giấy khai sinh của tôi quá hẹn một tuần chưa trả.'
		);
		await openCase(office, paper.code);
		await office.getByRole('link', { name: 'Tách thành nhiều nội dung' }).click();
		await office.getByText('2', { exact: true }).nth(1).click();
		await lookAt(office, 'phan-anh-tach');
		await office.getByRole('button', { name: 'Tách', exact: true }).click();
		await office.waitForURL(/phan-anh\/\d+$/);
		expect(await office.getByText('Nội dung tách ra').count()).toBe(1);
		await office.getByRole('link', { name: /^PAKN\.CT/ }).click();
		await office.getByText('Hồ sơ cấp lại giấy khai sinh').first().waitFor();
		// What was sent stands beside the part, as it was sent.
		await office.getByText('Toàn văn như đã gửi').click();
		expect(await office.locator('[data-whole]').textContent()).toBe(
			'Đèn đường ở phố Nguyễn Du hỏng ba hôm nay. Hồ sơ cấp lại giấy khai sinh của tôi quá hẹn một tuần chưa trả.'
		);
	});

	it('looks through what may be rubbish, several at once, and can take it back', async () => {
		const office = await signedIn('van-phong');
		const papers = [
			await takeDown(
				office,
				'Cho vay tiền nhanh, lãi suất thấp, giải ngân ngay trong ngày, bấm vào đường dẫn.'
			),
			await takeDown(office, 'Khuyến mãi lớn, mua một tặng một, nhắn tin ngay để nhận quà hôm nay.')
		];
		for (const { code } of papers) {
			await openCase(office, code);
			await more(office, 'Là tin rác');
			await office.getByRole('button', { name: 'Là tin rác' }).click();
			await office.getByText('Đã ghi là tin rác').first().waitFor();
		}
		await office.goto(`${list}/nghi-rac`);
		await lookAt(office, 'phan-anh-nghi-rac');
		await more(office, 'Đã ghi là tin rác gần đây');
		for (const { code } of papers)
			await office.locator('label', { hasText: code }).getByRole('checkbox').check();
		await office.getByRole('button', { name: 'Lấy lại, tiếp nhận' }).click();
		await office.getByText('Đã lấy lại 2 tin.').waitFor();
	});

	it('explains a due day across Tết, keeps limits with their basis, and answers from templates', async () => {
		const office = await signedIn('van-phong');
		await office.goto(`${list}/thoi-han`);
		await office.getByLabel('Nhận ngày').fill('2026-02-13');
		await office.getByLabel('Lúc').fill('17:30');
		await office.getByRole('button', { name: 'Tính' }).click();
		await office.getByText('Thứ Hai, 09/03/2026').waitFor();
		await office.getByText('Tết Nguyên đán').first().waitFor();
		await lookAt(office, 'phan-anh-thoi-han');
		await more(office, 'Thêm thời hạn theo quy định');
		await office.getByRole('button', { name: 'Thêm thời hạn' }).click();
		await office.getByText('Hãy nhập số ngày làm việc').first().waitFor();
		await office.getByLabel('Số ngày làm việc').fill('7');
		await office
			.getByLabel('Căn cứ', { exact: false })
			.last()
			.fill('Quyết định về xử lý phản ánh của thành phố');
		await office.getByRole('button', { name: 'Thêm thời hạn' }).click();
		await office.getByText('Đã thêm thời hạn.').waitFor();

		await office.goto(`${list}/mau`);
		const starters = office.getByRole('button', { name: 'Thêm các mẫu gợi ý' });
		if (await starters.count()) await starters.click();
		await office.getByText('Đã xử lý xong').first().waitFor();
		await lookAt(office, 'phan-anh-mau');
		await office.goto(list);
		await lookAt(office, 'phan-anh-danh-sach');
	});
});
