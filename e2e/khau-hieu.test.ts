/** A slogan: written at the desk, approved on a phone, its banner fetched for the print shop, hung and taken down. */
import { describe, expect, it } from 'vitest';
import { expectAccessible, expectFits, phone, picture, signedIn, useBrowser } from './browser.ts';

useBrowser();

const words = 'Hồ sơ trực tuyến, kết quả đúng hẹn';

describe('a slogan', () => {
	it('goes from the desk over the chair’s phone to the print shop and the street', async () => {
		const desk = await signedIn('van-hoa', { script: false });
		await desk.goto('/lam-viec/khau-hieu/them');
		await desk.getByLabel('Câu khẩu hiệu').fill(words);
		await desk.getByLabel('Khổ').selectOption({ label: 'Phướn đứng 0,8 × 2,4 m' });
		await desk.getByLabel('Nơi treo').fill('Cổng trụ sở phường');
		await desk.getByRole('button', { name: 'Lưu và xem băng rôn' }).click();
		await desk.getByText('Đã lưu khẩu hiệu.').waitFor();
		const path = new URL(desk.url()).pathname;
		expect(await desk.getByRole('button', { name: 'Duyệt khẩu hiệu' }).isDisabled()).toBe(true);
		expect((await desk.request.get(`${path}/dung-08x24.pdf`)).status()).toBe(409);

		const chair = await signedIn('chu-tich', { size: phone });
		await chair.goto(path);
		await expectFits(chair);
		await expectAccessible(chair);
		await chair.getByRole('button', { name: 'Duyệt khẩu hiệu' }).click();
		await chair.getByText('Đã duyệt.').waitFor();
		await picture(chair, 'khau-hieu-dien-thoai');

		const pdf = await desk.request.get(`${path}/dung-08x24.pdf`);
		expect(pdf.headers()['content-type']).toBe('application/pdf');
		expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
		const png = await desk.request.get(`${path}/ngang-6x08.png`);
		expect(png.headers()['content-type']).toBe('image/png');

		await desk.goto(path);
		await picture(desk, 'khau-hieu');
		await desk.getByLabel('Số tấm').fill('4');
		await desk.getByRole('button', { name: 'Ghi đã treo' }).click();
		await desk.getByText('4 tấm').waitFor();
		await desk.getByRole('button', { name: 'Ghi đã gỡ' }).click();
		await desk.getByText('Đã ghi khẩu hiệu đã gỡ.').waitFor();
		await desk.goto('/lam-viec/khau-hieu');
		expect(await desk.getByText(words).isVisible()).toBe(true);
		await expectFits(desk);
	}, 120_000);
});
