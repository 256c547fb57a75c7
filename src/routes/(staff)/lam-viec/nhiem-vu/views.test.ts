import { describe, expect, it } from 'vitest';
import { addressOf, queryOf } from './views.ts';

describe('the address of a list of tasks', () => {
	it('keeps every filter', () => {
		const address =
			'/lam-viec/nhiem-vu?xem=lich&plan=3&don-vi=7&noi-dung=digital&trang-thai=overdue&thang=2026-03&cua-toi=1&q=h%E1%BB%99i';
		expect(addressOf(queryOf(new URL(address, 'http://x').searchParams))).toBe(address);
	});

	it('takes nonsense for nothing', () => {
		expect(
			addressOf(queryOf(new URLSearchParams('xem=gi&plan=-1&don-vi=abc&trang-thai=lạ&thang=2026-13&q=%20')))
		).toBe('/lam-viec/nhiem-vu');
	});

	it('changes one filter and leaves the others', () => {
		expect(
			addressOf(queryOf(new URLSearchParams('don-vi=7&thang=2026-03')), { month: undefined, view: 'bang' })
		).toBe('/lam-viec/nhiem-vu?xem=bang&don-vi=7');
	});
});
