/** The desk's touch screen: somebody finds a procedure with the keys on the screen, prints it and walks away. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectAccessible, expectFits, open, picture, useBrowser } from './browser.ts';

useBrowser();

const screens = {
	'màn hình ngang lớn': { width: 1920, height: 1080 },
	'màn hình đứng': { width: 1080, height: 1920 },
	'màn hình ngang': { width: 1280, height: 800 },
	'máy tính bảng': { width: 768, height: 1024 }
};

async function type(page: Page, words: string): Promise<void> {
	// Tapped at once, also before the script is there: the keys come all the same.
	await page.getByLabel(/Gõ tên việc cần làm/).click();
	const keys = page.getByRole('group', { name: 'Bàn phím trên màn hình' });
	for (const letter of words)
		await keys.getByRole('button', { name: letter === ' ' ? 'dấu cách' : letter, exact: true }).click();
}
/** What a tap could lead to, from everything on the page. */
const waysOut = (page: Page): Promise<string[]> =>
	page.evaluate(() =>
		[...document.querySelectorAll<HTMLAnchorElement | HTMLFormElement>('a[href], form[action]')]
			.map((one) => new URL('href' in one ? one.href : one.action))
			.filter(({ origin, pathname }) => origin !== location.origin || !/^\/kiosk(\/|$)/.test(pathname))
			.map(({ href }) => href)
	);

describe('the desk’s screen', () => {
	it('shows the whole start page at once on screens of any shape, readable and with big targets', async () => {
		for (const [name, size] of Object.entries(screens)) {
			const page = await open({ size });
			await page.goto('/kiosk');
			await expectFits(page);
			await expectAccessible(page);
			const over = await page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight);
			expect([name, over]).toEqual([name, 0]);
			const small = await page.evaluate(() =>
				[...document.querySelectorAll('a, button, input')]
					.map((one) => one.getBoundingClientRect())
					.filter(({ width, height }) => width < 64 || height < 60)
			);
			expect([name, small]).toEqual([name, []]);
			await picture(page, `kiosk-${size.width}`);
			await page.context().close();
		}
	});

	it('finds with the keys on the screen; what is suggested stands above them', async () => {
		for (const [name, size] of Object.entries(screens)) {
			const page = await open({ size });
			await page.goto('/kiosk');
			await type(page, 'khai sinh');
			// Four of them, all above the keys, without a finger's push.
			const standing = () =>
				page.evaluate(() => {
					const keys = document.querySelector('.keys')!.getBoundingClientRect().top;
					const list = document.querySelectorAll('[aria-label="Có phải ông/bà cần"] a');
					return [...list].map((one) => one.getBoundingClientRect().bottom <= keys);
				});
			await expect.poll(standing, { timeout: 10_000, message: name }).toEqual([true, true, true, true]);
			await expectFits(page);
			await page.context().close();
		}
	});

	it('finds, prints the sheet in place, and goes back to the start when nobody touches it', async () => {
		const page = await open({ size: screens['màn hình ngang'] });
		await page.addInitScript(() => {
			window.print = () => {
				(window.top as unknown as { printed: string }).printed = location.pathname;
			};
		});
		await page.clock.install();
		await page.goto('/kiosk');
		await type(page, 'khai sinh');
		await page.getByRole('button', { name: 'Tìm' }).click();
		await page.waitForURL(/\/kiosk\/tim\?q=khai/);
		// What takes the page back without script would throw out who is reading.
		expect(await page.locator('meta[http-equiv="refresh"]').count()).toBe(0);
		await expectAccessible(page);
		await page.getByRole('link', { name: /^Thủ tục đăng ký khai sinh Hộ tịch/ }).click();
		await page.waitForURL(/\/kiosk\/thu-tuc\/1\.001193/);
		await expectAccessible(page);
		await expectFits(page);
		expect(await waysOut(page)).toEqual([]);

		await page.getByRole('button', { name: 'In tờ này' }).click();
		await page.getByText('Đã gửi sang máy in.').waitFor();
		expect(await page.evaluate(() => (window as unknown as { printed: string }).printed)).toBe(
			'/thu-tuc/1.001193/in'
		);
		expect(new URL(page.url()).pathname).toBe('/kiosk/thu-tuc/1.001193');

		// Seventy seconds of nobody: it asks. Somebody is there after all.
		await page.clock.fastForward(75_000);
		const asked = page.getByRole('alertdialog');
		await asked.waitFor();
		expect(await asked.textContent()).toContain('Ông/bà còn xem không?');
		await expectAccessible(page);
		await page.getByRole('button', { name: 'Tôi còn xem' }).click();
		await asked.waitFor({ state: 'detached' });

		await page.clock.fastForward(75_000);
		await asked.waitFor();
		await page.clock.fastForward(20_000);
		await page.waitForURL(({ pathname }) => pathname === '/kiosk');
		expect(await page.getByLabel(/Gõ tên việc cần làm/).inputValue()).toBe('');
		// The next person cannot go back into what the last one looked at, but through the address of the browser.
		expect(await page.getByRole('button', { name: 'Quay lại' }).count()).toBe(0);
		await page.context().close();
	});

	it('cannot be left: no link leads out, no window opens, no menu, no keys of the browser', async () => {
		const page = await open({ size: screens['màn hình ngang'] });
		for (const address of ['/kiosk', '/kiosk/tim', '/kiosk/tim?q=khai+sinh', '/kiosk/thu-tuc/1.001193']) {
			const answer = await page.goto(address);
			const policies = answer!.headers()['content-security-policy'] ?? '';
			expect([address, policies.includes('sandbox'), policies.includes('allow-popups')]).toEqual([
				address,
				true,
				false
			]);
			expect([address, await waysOut(page)]).toEqual([address, []]);
		}
		expect(await page.evaluate(() => window.open('https://vidu.vn'))).toBeNull();
		// A link that should not be there leads nowhere, once the page's script is there.
		await page.waitForLoadState('networkidle');
		await page.evaluate(() => {
			const link = document.createElement('a');
			link.href = '/lam-viec';
			document.querySelector('main')!.append(link);
			link.click();
		});
		await page.waitForTimeout(300);
		expect(new URL(page.url()).pathname).toBe('/kiosk/thu-tuc/1.001193');
		const prevented = await page.evaluate(() => {
			const send = (target: EventTarget, event: Event) => !target.dispatchEvent(event);
			const key = (init: KeyboardEventInit) =>
				new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init });
			return {
				menu: send(document.body, new MouseEvent('contextmenu', { bubbles: true, cancelable: true })),
				newTab: send(document.body, key({ key: 't', ctrlKey: true })),
				tools: send(document.body, key({ key: 'F12' })),
				letter: send(document.body, key({ key: 'a' }))
			};
		});
		expect(prevented).toEqual({ menu: true, newTab: true, tools: true, letter: false });
		await page.context().close();
	});

	it('works without script: a form, links, and back to the start by itself', async () => {
		const page = await open({ size: screens['máy tính bảng'], script: false });
		await page.goto('/kiosk');
		await page.getByLabel(/Gõ tên việc cần làm/).fill('ket hon');
		await page.getByRole('button', { name: 'Tìm' }).click();
		await page.waitForURL(/\/kiosk\/tim\?q=ket/);
		expect(await page.getByRole('link', { name: /kết hôn/i }).count()).toBeGreaterThan(0);
		expect(await page.content()).toContain('http-equiv="refresh" content="90;url=/kiosk"');
		await page.context().close();
	});
});
