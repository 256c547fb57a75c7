import { describe, expect, it } from 'vitest';
import { addressOf, askedIn } from './asked.ts';

const asked = (query: string) => askedIn(new URLSearchParams(query));

describe('the address of a search', () => {
	it('says what is looked for, and comes back the same', () => {
		const address =
			'/tim?q=khai+sinh&loai=thu-tuc&linh-vuc=H%E1%BB%99+t%E1%BB%8Bch&truc-tuyen=toan-trinh&dung-chu=1&trang=3';
		const found = asked(address.slice(5));
		expect(found).toEqual({
			words: 'khai sinh',
			kind: 'procedure',
			field: 'Hộ tịch',
			applicant: null,
			online: 'full',
			literal: true,
			page: 3
		});
		expect(addressOf(found, { page: found.page })).toBe(address);
	});

	it('begins again on the first page when something else is asked for', () => {
		expect(addressOf(asked('q=a&trang=7'), { kind: 'article' })).toBe('/tim?q=a&loai=tin-bai');
	});

	it('answers any address: what is no filter is passed over', () => {
		for (const page of ['0', '-4', 'x', 'NaN', 'Infinity', '1e99', '']) {
			const { page: taken } = asked(`q=a&trang=${page}`);
			expect(taken).toBeGreaterThanOrEqual(1);
			expect(taken).toBeLessThanOrEqual(100);
		}
		expect(asked('loai=bia&truc-tuyen=x&q=++')).toEqual({
			words: '',
			kind: null,
			field: null,
			applicant: null,
			online: null,
			literal: false,
			page: 1
		});
		expect(asked(`q=${'a'.repeat(5000)}`).words).toHaveLength(200);
	});

	it('looks among procedures only when something only procedures have is asked for', () => {
		expect(asked('q=a&loai=tin-bai&linh-vuc=Hộ tịch').kind).toBe('procedure');
	});
});
