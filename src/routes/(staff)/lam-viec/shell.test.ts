import { describe, expect, it } from 'vitest';
import { entriesFor, isHere } from './shell.ts';

describe('the entries of the staff shell', () => {
	it('show the administration to administrators only', () => {
		const labels = (role: 'admin' | 'chair') => entriesFor(role).map((entry) => entry.label);
		expect(labels('admin')).toContain('Quản trị');
		expect(labels('chair')).not.toContain('Quản trị');
		expect(labels('chair')).toContain('Tiến độ');
	});

	it('mark the entry a page lies under', () => {
		expect(isHere('/lam-viec', '/lam-viec')).toBe(true);
		expect(isHere('/lam-viec', '/lam-viec/tin-bai')).toBe(false);
		expect(isHere('/lam-viec/tin-bai', '/lam-viec/tin-bai/12')).toBe(true);
		expect(isHere('/lam-viec/tin-bai', '/lam-viec/tin-baikhac')).toBe(false);
	});
});
