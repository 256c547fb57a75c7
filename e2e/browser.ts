/** The browser of the journeys: Debian's Chromium, a phone and a desk, people who sign in as people do. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject } from 'vitest';

export const phone = { width: 360, height: 760 };
export const desk = { width: 1280, height: 900 };
const pictures = path.join(path.dirname(fileURLToPath(import.meta.url)), '.output');
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser | undefined;

/** Call at the top of a journey. */
export function useBrowser(): void {
	beforeAll(async () => {
		browser = await chromium.launch({
			executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
			args: [
				'--no-sandbox',
				'--disable-gpu',
				'--disable-quic',
				'--no-first-run',
				'--disable-background-networking',
				'--disable-component-update',
				'--disable-sync'
			]
		});
	});
	afterAll(async () => {
		await browser?.close();
	});
}

/** A window of its own, like another person at another machine. */
export async function open(
	options: { size?: typeof phone; script?: boolean; address?: string } = {}
): Promise<Page> {
	const context: BrowserContext = await browser!.newContext({
		baseURL: options.address ?? inject('address'),
		viewport: options.size ?? desk,
		javaScriptEnabled: options.script ?? true,
		locale: 'vi-VN',
		timezoneId: 'Asia/Ho_Chi_Minh'
	});
	context.setDefaultTimeout(45_000);
	return context.newPage();
}

export async function signIn(page: Page, name: string): Promise<void> {
	await page.goto('/dang-nhap');
	await page.getByLabel('Tên đăng nhập').fill(name);
	await page.getByLabel('Mật khẩu', { exact: true }).fill(inject('password'));
	await page.getByRole('button', { name: 'Đăng nhập' }).click();
	await page.waitForURL(/\/lam-viec/);
}

export async function signedIn(name: string, options: Parameters<typeof open>[0] = {}): Promise<Page> {
	const page = await open(options);
	await signIn(page, name);
	return page;
}

/** Serious and critical accessibility faults of the page as it is now. */
export async function expectAccessible(page: Page): Promise<void> {
	await page.evaluate(axeSource);
	const faults = await page.evaluate(async () => {
		// @ts-expect-error axe was put there by the line above
		const result = await window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] });
		return (result.violations as { id: string; impact: string; nodes: { html: string }[] }[]).map(
			({ id, impact, nodes }) =>
				`${impact} ${id}: ${nodes
					.map((node) => node.html)
					.slice(0, 3)
					.join(' | ')}`
		);
	});
	expect(faults, `accessibility of ${page.url()}`).toEqual([]);
}

/** Nothing sticks out to the side: a page that scrolls sideways on a phone is a defect. */
export async function expectFits(page: Page): Promise<void> {
	const [inner, outer] = await page.evaluate(
		() => [document.documentElement.scrollWidth, window.innerWidth] as const
	);
	expect(inner, `width of ${page.url()}`).toBeLessThanOrEqual(outer);
}

/** A picture for human eyes, kept in e2e/.output. */
export async function picture(page: Page, name: string): Promise<void> {
	mkdirSync(pictures, { recursive: true });
	await page.screenshot({ path: path.join(pictures, `${name}.png`), fullPage: true });
}
