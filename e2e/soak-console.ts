/** The station's PC of the soak: a browser on its own folder that is killed as by a power cut, on a clock that is moved. */
import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { chromium, type Browser, type Page } from 'playwright-core';
import { moveClock, type Sound } from './soak-clock.ts';

export class StationPc {
	readonly #profile: string;
	readonly #address: string;
	#child: ChildProcess | undefined;
	#browser: Browser | undefined;
	#page: Page | undefined;

	constructor(profile: string, address: string) {
		this.#profile = profile;
		this.#address = address;
	}

	get page(): Page {
		return this.#page!;
	}

	async turnOn(at: number): Promise<void> {
		const child = (this.#child = spawn(
			process.env['CHROMIUM'] ?? '/usr/bin/chromium',
			[
				'--headless',
				'--no-sandbox',
				'--disable-gpu',
				'--no-first-run',
				'--disable-background-networking',
				'--disable-component-update',
				'--disable-sync',
				'--remote-debugging-port=0',
				`--user-data-dir=${this.#profile}`,
				'about:blank'
			],
			{ detached: true, stdio: ['ignore', 'ignore', 'pipe'] }
		));
		const address = await new Promise<string>((resolve, reject) => {
			createInterface({ input: child.stderr! }).on('line', (line) => {
				const listening = /^DevTools listening on (ws:\S+)$/.exec(line);
				if (listening) resolve(listening[1]!);
			});
			child.once('exit', () => reject(new Error('the browser ended')));
		});
		this.#browser = await chromium.connectOverCDP(address);
		const [context] = this.#browser.contexts();
		await context!.addInitScript(moveClock);
		await context!.addInitScript((now: number) => window.movedClock.start(now), at);
		this.#page = await context!.newPage();
		await this.#page.goto(`${this.#address}/may-phat`);
		await this.#isThere();
	}

	async #isThere(): Promise<void> {
		await this.page.getByText(/Tình trạng|Đăng ký máy này/).waitFor({ timeout: 30_000 });
		await this.page.evaluate(() => window.movedClock.settle());
	}

	async register(token: string): Promise<void> {
		await this.page.getByLabel('Mã đăng ký').fill(token);
		await this.page.getByRole('button', { name: 'Đăng ký' }).click();
		await this.#isThere();
	}

	async reload(at: number): Promise<void> {
		await this.page.addInitScript((now: number) => window.movedClock.start(now), at);
		await this.page.reload();
		await this.#isThere();
	}

	run(to: number, settled = true): Promise<Sound[]> {
		return this.page.evaluate(([until, settle]) => window.movedClock.run(until, settle), [
			to,
			settled
		] as const);
	}

	/** Gone from one moment to the next, with all its processes. */
	async kill(): Promise<void> {
		const child = this.#child!;
		const ended = new Promise((resolve) => child.once('exit', resolve));
		process.kill(-child.pid!, 'SIGKILL');
		await ended;
		await this.#browser?.close().catch(() => undefined);
		// The folder is let go of by the last of its processes.
		await new Promise((resolve) => setTimeout(resolve, 200));
	}
}
