/** Searching: a resident on a cheap phone types as people type; suggestions help and are never in the way. */
import { describe, expect, it } from 'vitest';
import { expectAccessible, expectFits, open, phone, picture, signedIn, useBrowser } from './browser.ts';

useBrowser();

describe('searching the portal', () => {
	it('works without script: words without diacritics, results with what matched, pages, a way on when nothing is there', async () => {
		const page = await open({ size: phone, script: false });
		await page.goto('/');
		await page.getByLabel('Bà con cần làm việc gì?').fill('to cong nghe so cong dong');
		await page.getByRole('button', { name: 'Tìm' }).click();
		await page.waitForURL(/\/tim\?q=/);
		const first = page
			.getByRole('listitem')
			.filter({ has: page.getByRole('article') })
			.first();
		await expect.poll(() => first.textContent()).toContain('Tổ công nghệ số cộng đồng');
		expect(await first.locator('mark').count()).toBeGreaterThan(0);
		await expectFits(page);
		await picture(page, 'tim-360');
		await page.goto('/tim?q=zzvvqq');
		expect(await page.getByText('Chưa tìm thấy gì cho').count()).toBe(1);
		await expectFits(page);
	});

	it('suggests while typing: arrows choose, Escape closes, Enter goes there', async () => {
		const page = await open();
		await page.goto('/');
		const box = page.getByRole('combobox', { name: 'Bà con cần làm việc gì?' });
		await box.pressSequentially('to cong nghe so', { delay: 20 });
		await page.getByRole('option').first().waitFor();
		expect(await box.getAttribute('aria-expanded')).toBe('true');
		await expectAccessible(page);
		await box.press('ArrowDown');
		const chosen = page.locator(`#${await box.getAttribute('aria-activedescendant')}`);
		expect(await chosen.getAttribute('aria-selected')).toBe('true');
		await box.press('Escape');
		expect(await page.getByRole('option').first().isVisible()).toBe(false);
		await box.press('ArrowDown');
		await box.press('Enter');
		await page.waitForURL(/\/(thu-tuc|tin-tuc)\//);
	});

	it('is a plain form when the network fails under way', async () => {
		const page = await open({ size: phone });
		await page.goto('/tin-tuc');
		await page.route('**/api/v1/suggest**', (route) => route.abort());
		const faults: string[] = [];
		page.on('pageerror', (error) => faults.push(error.message));
		const box = page.getByRole('combobox', { name: 'Tìm thủ tục, tin bài' });
		await box.pressSequentially('mot cua', { delay: 20 });
		await box.press('Enter');
		await page.waitForURL(/\/tim\?q=mot\+cua/);
		expect(faults).toEqual([]);
	});

	it('learns: what a resident did not find, an officer explains, and the next one finds', async () => {
		const resident = await open({ size: phone });
		await resident.goto('/tim?q=tcnscd');
		expect(await resident.getByText('Chưa tìm thấy gì cho').count()).toBe(1);

		const officer = await signedIn('van-phong');
		await officer.goto('/lam-viec/tim-kiem');
		await expectAccessible(officer);
		await officer
			.getByRole('row', { name: /tcnscd/ })
			.getByRole('link', { name: 'Thêm từ đồng nghĩa' })
			.click();
		await officer.getByLabel('Nghĩa là').fill('tổ công nghệ số cộng đồng');
		await officer.getByRole('button', { name: 'Thêm', exact: true }).click();
		await officer.getByText('Đã thêm.').waitFor();
		await expectAccessible(officer);

		await resident.goto('/tim?q=tcnscd&loai=tin-bai');
		expect(await resident.getByRole('article').first().textContent()).toContain('Tổ công nghệ số cộng đồng');
	});
});
