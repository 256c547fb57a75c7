/** The ward radio: a message goes from an officer's page to the loudspeaker of the station's PC, and comes back as a log. */
import { describe, expect, it } from 'vitest';
import { desk, expectAccessible, expectFits, open, phone, picture, signedIn, useBrowser } from './browser.ts';

useBrowser();

describe('the ward radio', () => {
	it('makes episodes ahead from a programme, whose words are said as on the air', async () => {
		const page = await signedIn('truyen-thanh', { size: phone });
		await page.goto('/lam-viec/phat-thanh/chuyen-muc');
		await page.locator('#ten-moi').fill('Chuyện một cửa');
		await page.getByRole('button', { name: 'Lập chuyên mục' }).click();
		await page.getByText('Đã lập chuyên mục').waitFor();
		const own = page.locator('section', { has: page.getByRole('heading', { name: 'Chuyện một cửa' }) });
		await own.getByText('Thêm khung phát').first().click();
		for (const day of ['Thứ Hai', 'Thứ Tư', 'Thứ Sáu']) await own.getByLabel(day).check();
		await expectFits(page);
		await expectAccessible(page);
		await picture(page, 'truyen-thanh-chuyen-muc-360');
		await own.getByRole('button', { name: 'Thêm khung phát' }).click();
		await page.getByText('Các số của hai tuần tới đã có').waitFor();

		await page.goto('/lam-viec/phat-thanh');
		await expectFits(page);
		await expectAccessible(page);
		await picture(page, 'truyen-thanh-lich-360');
		await page
			.getByRole('link', { name: /Chuyện một cửa, ngày/ })
			.first()
			.click();
		const story = page.locator('section', { has: page.getByRole('heading', { name: /^2\. / }) });
		// The episode may have filled itself already: the officer writes something else.
		if (!(await story.getByLabel('Lời viết').isVisible()))
			await story.getByText('Viết lời', { exact: true }).click();
		await story.getByLabel('Lời viết').fill('Từ 8h ngày 20/6, UBND phường mở thêm quầy số 2.');
		await story.getByRole('button', { name: 'Lưu lời' }).click();
		await page
			.getByText('Từ tám giờ ngày hai mươi tháng sáu, Ủy ban nhân dân phường mở thêm quầy số hai.')
			.first()
			.waitFor();
		await expectFits(page);
		await expectAccessible(page);
		await picture(page, 'truyen-thanh-so-360');
		// The rundown is put in order by hand; arrow keys do what dragging does.
		const rows = page.locator('segment-order li');
		const third = (await rows.nth(2).locator('a').textContent())!;
		await rows.nth(2).getByRole('button').press('ArrowUp');
		await page.getByText('Đã xếp lại trình tự').waitFor();
		expect(await rows.nth(1).locator('a').textContent()).toBe(third);
		await page.setViewportSize(desk);
		await picture(page, 'truyen-thanh-so-1280');
	});

	it('puts an emergency on the air by two people; the station’s PC plays it, also after the network is gone, and its log comes back', async () => {
		const radio = await signedIn('truyen-thanh');
		await radio.goto('/lam-viec/phat-thanh/may-phat');
		await radio.getByLabel('Tên cụm loa').fill('Khu dân cư thử');
		await radio.getByRole('button', { name: 'Thêm cụm loa' }).click();
		await radio.getByLabel('Tên máy').fill('Máy thử');
		await radio.getByLabel('Phát cho cụm loa').selectOption({ label: 'Khu dân cư thử' });
		await radio.getByRole('button', { name: 'Thêm máy phát' }).click();
		const token = (await radio.locator('.select-all').textContent())!.trim();

		const box = await open();
		await box.goto('/may-phat');
		await box.getByLabel('Mã đăng ký').fill(token);
		await box.getByRole('button', { name: 'Đăng ký' }).click();
		await box.getByText('Đang nối với máy chủ').waitFor();
		// A browser that has been touched already may sound at once.
		const first = box.getByRole('button', { name: /bật tiếng/ });
		if (await first.isVisible()) await first.click();
		await expectAccessible(box);
		await picture(box, 'may-phat-cho-1280');

		const office = await signedIn('van-phong');
		await office.goto('/lam-viec/phat-thanh/khan-cap');
		await office.getByLabel('Việc gì').fill('Nước lên nhanh');
		await office
			.getByLabel('Lời phát')
			.fill('Nước sông lên nhanh. Bà con khu dân cư thử đến nhà văn hóa ngay.');
		await office.getByLabel('Ai ra lệnh phát').fill('Điện thoại của Chủ tịch');
		await office.getByRole('button', { name: 'Soạn bản tin' }).click();
		await office.getByText('Hãy nhờ người thứ hai xác nhận').waitFor();
		expect(await office.getByRole('button', { name: 'Xác nhận và phát ngay' }).isDisabled()).toBe(true);

		const chair = await signedIn('chu-tich', { size: phone });
		await chair.goto('/lam-viec/phat-thanh/khan-cap');
		await expectFits(chair);
		await expectAccessible(chair);
		await picture(chair, 'khan-cap-360');
		await chair.getByRole('button', { name: 'Xác nhận và phát ngay' }).click();
		await chair.getByText('Đã xác nhận').waitFor();

		await box.getByText('Đang phát · Khẩn cấp').waitFor({ timeout: 60_000 });
		await picture(box, 'may-phat-dang-phat-1280');
		// Reloaded without a network in the middle: it is there, and ends what it began.
		await box.context().setOffline(true);
		await box.reload();
		await box.getByRole('heading', { name: 'Máy phát truyền thanh' }).waitFor();
		const touch = box.getByRole('button', { name: /bật tiếng/ });
		if (await touch.isVisible()) await touch.click();
		await box.getByText(/[1-9]\d* dòng nhật ký chờ gửi/).waitFor({ timeout: 60_000 });
		await box.context().setOffline(false);
		await box.getByText('Nhật ký đã gửi hết').waitFor({ timeout: 60_000 });

		await radio.goto('/lam-viec/phat-thanh/nhat-ky');
		await radio.getByText('Nước lên nhanh').first().waitFor();
		await expectAccessible(radio);
		await picture(radio, 'nhat-ky-phat-1280');
		await chair.getByRole('button', { name: 'Dừng bản tin này' }).click();
		await chair.getByText('Đã dừng bản tin khẩn').waitFor();
		await radio.goto('/lam-viec/phat-thanh/may-phat');
		await radio.getByText('Đang chạy').waitFor();
		await picture(radio, 'may-phat-quan-ly-1280');
	});
});
