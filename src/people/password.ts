/** What a password must be. Length counts most; what everybody tries first is refused, whatever its length. */
import type { RefusalDetail } from '#platform/refusal.ts';
import { withoutMarks } from './sign-in-name.ts';

export const shortestPassword = 10;
export const longestPassword = 128;

/** Words that, with some digits or marks around them, are still the commonest passwords here and elsewhere. */
const commonWords = [
	'password',
	'passwords',
	'passw0rd',
	'matkhau',
	'matkhaumoi',
	'matkhaucuatoi',
	'khongcomatkhau',
	'quantri',
	'quantrivien',
	'admin',
	'administrator',
	'admin123',
	'root',
	'welcome',
	'letmein',
	'qwerty',
	'qwertyuiop',
	'asdfghjkl',
	'zxcvbnm',
	'iloveyou',
	'anhyeuem',
	'emyeuanh',
	'yeuemnhieu',
	'toiyeuban',
	'gaubeo',
	'vietnam',
	'vietnamvodich',
	'hanoi',
	'haiphong',
	'haiduong',
	'chilinh',
	'saigon',
	'uyban',
	'ubnd',
	'ubndphuong',
	'uybannhandan',
	'uybannhandanphuong',
	'phuong',
	'vanphong',
	'vanhoa',
	'motcua',
	'minhbach',
	'caicachhanhchinh',
	'cchc',
	'congchuc',
	'canbo',
	'chutich',
	'phochutich',
	'baomat',
	'xinchao',
	'changeme',
	'default',
	'football',
	'monkey',
	'dragon',
	'sunshine',
	'princess',
	'computer',
	'internet',
	'samsung',
	'nokia'
];

/** Everything against this password; empty means it may be used. */
export function passwordRefusals(
	password: string,
	owner: { signInName: string; name: string },
	field = 'newPassword'
): RefusalDetail[] {
	const refusal = (code: string, message: string): RefusalDetail => ({
		code: `password.${code}`,
		message,
		field
	});
	if ([...password].length < shortestPassword) {
		return [
			refusal(
				'short',
				`Mật khẩu cần ít nhất ${shortestPassword} ký tự. Một câu ngắn dễ nhớ, ví dụ vài từ cách nhau bằng dấu gạch, là đủ mạnh.`
			)
		];
	}
	if ([...password].length > longestPassword) {
		return [refusal('long', `Mật khẩu dài quá ${longestPassword} ký tự. Hãy chọn mật khẩu ngắn hơn.`)];
	}
	const plain = simplify(password);
	const own = [owner.signInName, owner.signInName.split('@')[0]!, owner.name]
		.map(simplify)
		.filter((word) => word.length >= 2);
	if (
		own.some(
			(word) => plain === word || (word.length >= 4 && plain.includes(word)) || letters(plain) === word
		)
	) {
		return [
			refusal('own_name', 'Mật khẩu không được chứa tên đăng nhập hoặc họ tên. Hãy chọn mật khẩu khác.')
		];
	}
	if (isCommon(plain)) {
		return [
			refusal(
				'common',
				'Mật khẩu này thuộc loại nhiều người dùng nên rất dễ bị đoán. Hãy chọn vài từ không liên quan đến nhau.'
			)
		];
	}
	return [];
}

function simplify(text: string): string {
	return withoutMarks(text)
		.toLowerCase()
		.replaceAll(/[^a-z0-9]/g, '');
}

function letters(text: string): string {
	return text.replaceAll(/^\d+|\d+$/g, '');
}

function isCommon(plain: string): boolean {
	if (new Set(plain).size < 5) return true; // 1111111111, 1212121212
	if (/^(.{1,4})\1+.?$/.test(plain)) return true; // abcabcabca
	if (isSequence(plain)) return true; // 0123456789, abcdefghij
	if (/^\d+$/.test(plain) && plain.length <= 12) return true; // dates, telephone and identity numbers
	return commonWords.includes(plain) || commonWords.includes(letters(plain));
}

function isSequence(text: string): boolean {
	const steps = new Set(
		[...text].slice(1).map((letter, index) => letter.charCodeAt(0) - text.charCodeAt(index))
	);
	const wrapped = [...steps].filter((step) => Math.abs(step) !== 9);
	return wrapped.length === 1 && Math.abs(wrapped[0]!) <= 1;
}
