import { describe, expect, it } from 'vitest';
import { asBackupCode, backupCodes, oneTimePassword } from './one-time.server.ts';
import { passwordRefusals } from './password.ts';
import { isSignInName, normaliseSignInName, proposeSignInName } from './sign-in-name.ts';

const owner = { signInName: 'van-hoa', name: 'Trần Thu Hương' };
const codeOf = (password: string) => passwordRefusals(password, owner)[0]?.code ?? 'good';

describe('a password', () => {
	it.each([
		['ngắn', 'password.short'],
		['a'.repeat(129), 'password.long'],
		['1234567890', 'password.common'],
		['0987654321', 'password.common'],
		['abcdefghijkl', 'password.common'],
		['aaaaaaaaaaaa', 'password.common'],
		['abcabcabcabc', 'password.common'],
		['Matkhau@123', 'password.common'],
		['mậtkhẩu2026', 'password.common'],
		['Password123!', 'password.common'],
		['0912345678', 'password.common'],
		['19/05/1990', 'password.common'],
		['UBNDphuong2026', 'password.common'],
		['van-hoa-2026', 'password.own_name'],
		['TranThuHuong1', 'password.own_name'],
		['xin.tran thu huong', 'password.own_name'],
		['sen-lua-tre-4821', 'good'],
		['ruộng lúa chín vàng', 'good'],
		['correct horse battery', 'good']
	])('%s: %s', (password, code) => {
		expect(codeOf(password)).toBe(code);
	});

	it('made by us passes its own rules and never repeats', () => {
		const made = Array.from({ length: 200 }, oneTimePassword);
		expect(new Set(made).size).toBe(200);
		expect(made.filter((password) => codeOf(password) !== 'good')).toEqual([]);
		expect(made.every((password) => /^([a-z]{3}[2-9]-){3}[a-z]{3}[2-9]$/.test(password))).toBe(true);
	});
});

describe('a backup code', () => {
	it('is understood however it was copied from paper', () => {
		const codes = backupCodes();
		expect(new Set(codes).size).toBe(10);
		for (const code of codes) {
			expect(code).toMatch(/^[a-hjkmnp-z2-9]{5}-[a-hjkmnp-z2-9]{5}$/);
			for (const typed of [code, code.toUpperCase(), code.replace('-', ''), ` ${code.replace('-', ' ')} `])
				expect(asBackupCode(typed)).toBe(code);
		}
	});
});

describe('a sign-in name', () => {
	it.each(['van-hoa', 'van-hoa@lang-gieng', 'nguyen.thi.lan', 'tdp3', 'a_b'])('may be %s', (name) => {
		expect(isSignInName(name)).toBe(true);
	});
	it.each(['', 'Văn-hóa', 'van hoa', '-van', 'van-', 'van--hoa', '@lang-gieng', 'a@b@c', 'x'.repeat(81)])(
		'may not be "%s"',
		(name) => {
			expect(isSignInName(name)).toBe(false);
		}
	);
	it('is compared without capitals and blanks, and proposed from a person’s name', () => {
		expect(normaliseSignInName(' Van-Hoa ')).toBe('van-hoa');
		expect(proposeSignInName('Đặng Thị  Minh Nguyệt')).toBe('dang-thi-minh-nguyet');
	});
});
