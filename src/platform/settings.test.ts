import { describe, expect, it } from 'vitest';
import { readSettings, WrongSetting } from './settings.ts';

describe('the settings', () => {
	it('make a trial on the loopback address when nothing is set', () => {
		expect(readSettings({})).toMatchObject({ PORT: 3000, HOST: '127.0.0.1', production: false });
	});

	it.each([
		['PORT', 'tám nghìn'],
		['PORT', '70000'],
		['DATABASE_URL', 'mysql://a/b'],
		['ORIGIN', 'cothanh.haiphong.gov.vn'],
		['FILES_URL', 'ftp://x'],
		['ROLE', 'admin'],
		['SECRET_KEY', 'ngắn'],
		['TRIAL_PASSWORD', 'ngan'],
		['TRIAL_NOW', 'hôm nay'],
		['LOG_LEVEL', 'loud']
	])('stop the start with one sentence that names %s when it is %j', (name, value) => {
		expect(() => readSettings({ [name]: value })).toThrow(WrongSetting);
		expect(() => readSettings({ [name]: value })).toThrow(new RegExp(`Thiết lập ${name} `));
	});

	it('treat an empty value as absent', () => {
		expect(readSettings({ PORT: '', ORIGIN: ' ' })).toMatchObject({ PORT: 3000, production: false });
	});

	it('are production with ORIGIN, which then needs a secret and refuses what belongs to a trial', () => {
		const origin = { ORIGIN: 'https://cothanh.haiphong.gov.vn' };
		expect(() => readSettings(origin)).toThrow(/SECRET_KEY/);
		const right = { ...origin, SECRET_KEY: 'x'.repeat(32) };
		expect(readSettings(right).production).toBe(true);
		expect(() => readSettings({ ...right, TRIAL_NOW: '2026-03-02' })).toThrow(/TRIAL_NOW/);
	});
});
