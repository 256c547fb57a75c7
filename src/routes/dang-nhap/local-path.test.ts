import { describe, expect, it } from 'vitest';
import { localPath } from './local-path.ts';

describe('where signing in leads', () => {
	it.each(['/lam-viec/tin-bai/12?xem=1', '/ke-hoach', '/lam-viec'])('back to a page of ours: %s', (path) => {
		expect(localPath(path)).toBe(path);
	});

	it.each([
		null,
		'',
		'https://xau.example/',
		'//xau.example',
		'/\\xau.example',
		'\\\\xau.example',
		'javascript:alert(1)',
		'/\t/xau.example',
		'/\n//xau.example',
		'/x/..//xau.example',
		'/dang-nhap?tiep=%2Fdang-nhap',
		'/dang-xuat',
		'lam-viec'
	])('never elsewhere: %j', (path) => {
		expect(localPath(path)).toBe('/lam-viec');
	});
});
