/** Listening: today's programme, an article read aloud on demand, words beside the sound, the feed, all without script. */
import { describe, expect, it } from 'vitest';
import { desk, expectAccessible, expectFits, open, phone, picture, useBrowser } from './browser.ts';

useBrowser();

describe('the listener', () => {
	it('hears an article: one press, one making, then the sound with its words', async () => {
		const page = await open({ size: phone });
		await page.goto('/tin-tuc');
		await page.locator('main h2 a, main h3 a').first().click();
		const title = (await page.locator('h1').textContent())!.trim();
		await page.getByRole('button', { name: 'Nghe bài này' }).click();
		await page.waitForURL(/\/phat-thanh\/doc\/tin-tuc\//);
		expect((await page.locator('h1').textContent())!.trim()).toBe(title);
		await expectFits(page);
		// The page loads itself anew until the voice has read it; it may not do so any more once there is something to hear.
		await page.locator('audio').waitFor({ timeout: 90_000 });
		await expectAccessible(page);
		await picture(page, 'nghe-bai-360');
		const sound = (await page.locator('audio').getAttribute('src'))!;
		const part = await page.request.get(sound, { headers: { range: 'bytes=0-99' } });
		expect([part.status(), (await part.body()).length]).toEqual([206, 100]);
		const head = await page.request.head(sound);
		expect(head.headers()['content-type']).toBe('audio/mpeg');
		expect(Number(head.headers()['content-length'])).toBeGreaterThan(10_000);
	});

	it('finds today’s programme, what was on the air, and the feed', async () => {
		const page = await open({ size: phone });
		await page.goto('/phat-thanh');
		await page.getByRole('heading', { name: /^Hôm nay/ }).waitFor();
		await expectFits(page);
		await expectAccessible(page);
		await picture(page, 'phat-thanh-360');
		await page.setViewportSize(desk);
		await picture(page, 'phat-thanh-1280');
		const feed = await page.request.get('/phat-thanh/podcast.xml');
		expect(feed.headers()['content-type']).toContain('application/rss+xml');
		expect(await feed.text()).toContain('<itunes:image');
		// Nobody makes the server work by following a link.
		const looked = await page.request.get('/phat-thanh/doc/thu-tuc/khong-co-ma-nay');
		expect(looked.status()).toBe(404);
	});
});
