/** What no form sends and somebody will: broken bodies, letters of other worlds, numbers beyond every number. */

/**
 * A run asks with some of it, other ones each time; the seed it prints repeats a run, `FUZZ=all` asks with everything.
 */
export function drawing(seed: number): <T>(all: readonly T[], count: number) => T[] {
	let state = seed >>> 0;
	const random = (): number => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
	return (all, count) => {
		if (process.env['FUZZ'] === 'all' || all.length <= count) return [...all];
		return all
			.map((one) => ({ one, at: random() }))
			.toSorted((a, b) => a.at - b.at)
			.slice(0, count)
			.map(({ one }) => one);
	};
}

const big = 'ộ'.repeat(100_000);

/** Values for any field, most of them one by one, the last ones long. */
export const values: Record<string, string> = {
	empty: '',
	nul: 'a\0b\0',
	surrogate: '\ud800\udc00\ud800 \udfff',
	escaped: '{"a":"\\u0000\\ud800"}',
	json: '[{"__proto__":{"x":1},"constructor":null}]',
	deep: '['.repeat(20_000),
	prototype: '__proto__',
	negative: '-1',
	huge: '9'.repeat(40),
	exponent: '1e309',
	notNumber: 'NaN',
	day: '2026-02-30',
	farDay: '9999-12-31',
	sql: `'; drop table person; -- " \\ $1 %s`,
	script: '<script>alert(1)</script>"><img src=x onerror=alert(1)>',
	rightToLeft: '\u202Eabc\u2066\u200f\u0000xyz',
	emoji: '👩‍👩‍👧‍👦🇻🇳'.repeat(40),
	combining: `a${'\u0301'.repeat(3000)}`,
	blanks: ' \t\r\n\u00a0\u2003\u3000',
	percent: '%00%ff%E0%A4%A',
	wildcard: '%_%\\_*?[]{}()|^$',
	long: 'x'.repeat(20_000),
	big
};

/** The few that stand for the others where every field is tried alone. */
export const worst = ['huge', 'farDay'] as const;

const bytes = (...parts: (string | number[])[]): Uint8Array =>
	Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));

/** Bodies that are no form. */
export const bodies: { name: string; type: string; body: Uint8Array }[] = [
	{ name: 'no boundary', type: 'multipart/form-data', body: bytes('--x\r\n') },
	{ name: 'no parts', type: 'multipart/form-data; boundary=x', body: bytes('không phải biểu mẫu') },
	{ name: 'nothing', type: 'multipart/form-data; boundary=x', body: bytes() },
	{
		name: 'cut off',
		type: 'multipart/form-data; boundary=x',
		body: bytes('--x\r\ncontent-disposition: form-data; name="file"; filename="a.png"\r\n\r\n', [0x89, 0x50])
	},
	{
		name: 'no name',
		type: 'multipart/form-data; boundary=x',
		body: bytes('--x\r\ncontent-disposition: form-data\r\n\r\na\r\n--x--\r\n')
	},
	{
		name: 'other boundary',
		type: 'multipart/form-data; boundary=y',
		body: bytes('--x\r\ncontent-disposition: form-data; name="a"\r\n\r\na\r\n--x--\r\n')
	},
	{
		name: 'bytes of no letter',
		type: 'multipart/form-data; boundary=x',
		body: bytes(
			'--x\r\ncontent-disposition: form-data; name="',
			[0xff, 0xfe, 0],
			'"\r\n\r\n',
			[0xc3, 0x28, 0],
			'\r\n--x--\r\n'
		)
	},
	{ name: 'json', type: 'application/json', body: bytes('{"a":1}') },
	{ name: 'broken json', type: 'application/json', body: bytes('{"a":') },
	{ name: 'plain', type: 'text/plain', body: bytes('a=b') },
	{ name: 'no type', type: '', body: bytes('a=b') },
	{ name: 'strange type', type: 'multipart/form-data; boundary="', body: bytes('a') },
	{
		name: 'bytes urlencoded',
		type: 'application/x-www-form-urlencoded',
		body: bytes([0, 0xff, 0xc0, 0x80], '=', [0xed, 0xa0, 0x80], '&&&===&%&%0&%zz=%00')
	},
	{
		name: 'many fields',
		type: 'application/x-www-form-urlencoded',
		body: bytes(Array.from({ length: 3000 }, (_, at) => `f${at}=1`).join('&'))
	}
];

/** A picture that says it is 60,000 points wide. */
const widePng = (): Uint8Array => {
	const head = Buffer.alloc(33);
	Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]).copy(head);
	head.write('IHDR', 12, 'latin1');
	head.writeUInt32BE(60_000, 16);
	head.writeUInt32BE(60_000, 20);
	head[24] = 8;
	head[25] = 6;
	return head;
};

/** Files that are not what they say. */
export const files: { name: string; type: string; bytes: Uint8Array }[] = [
	{ name: 'trong.txt', type: 'text/plain', bytes: bytes() },
	{ name: 'rong.png', type: 'image/png', bytes: widePng() },
	{ name: 'hong.jpg', type: 'image/jpeg', bytes: bytes([0xff, 0xd8, 0xff, 0xe0], 'x'.repeat(500)) },
	{
		name: 'hong.pdf',
		type: 'application/pdf',
		bytes: bytes('%PDF-1.7\n1 0 obj\n<< /Length 99999999999 >>\nstream\n')
	},
	{ name: 'hong.docx', type: 'application/octet-stream', bytes: bytes('PK\x03\x04', 'x'.repeat(200)) },
	{
		name: 'hong.doc',
		type: 'application/msword',
		bytes: bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], 'x'.repeat(600))
	},
	{
		name: 've.svg',
		type: 'image/svg+xml',
		bytes: bytes('<svg onload="alert(1)" xmlns="http://www.w3.org/2000/svg"/>')
	},
	{ name: 'nhi-phan.csv', type: 'text/csv', bytes: bytes([0, 1, 2, 255, 254, 0]) },
	{ name: 'lap.json', type: 'application/json', bytes: bytes('['.repeat(100_000)) },
	{ name: '../../../etc/\u202e\u0000"\r\nx: y.png', type: 'image/png', bytes: bytes([0x89, 0x50]) },
	{ name: `${'dài'.repeat(500)}.csv`, type: 'text/csv', bytes: bytes('mã;tên\r\n1;2\r\n') }
];

/** What stands behind the question mark. */
export const queries: string[] = [
	'',
	...[
		'nul',
		'surrogate',
		'negative',
		'huge',
		'exponent',
		'notNumber',
		'day',
		'farDay',
		'prototype',
		'sql',
		'wildcard',
		'blanks',
		'emoji'
	].map((name) => encodeURIComponent(values[name]!.toWellFormed())),
	'%ff%fe',
	'%E0%A4%A',
	'%ED%A0%80',
	'x'.repeat(6000)
];

export const words: string[] = [
	'0',
	'-1',
	'9'.repeat(30),
	'1e5',
	'%ff',
	'%E0%A4%A',
	'a%00b',
	'%2e%2e%2f',
	encodeURIComponent('👩‍👩‍👧'),
	'x'.repeat(3000),
	'__proto__'
];

export const headers: Record<string, string>[] = [
	{ cookie: 'minh-bach.session_token=%E0%A4%A; minh-bach=%00; =; ;;;' },
	{ cookie: `minh-bach.session_token=${'x'.repeat(4000)}` },
	{ accept: '*/*;q=abc, , ;;, text/html;;' },
	{ accept: 'application/json' },
	{ 'if-none-match': 'W/"", *, "\u00ff' },
	{ 'if-modified-since': 'hôm qua'.normalize('NFD').replaceAll(/[^ -~]/g, '') },
	{ range: 'bytes=-1-,9-1,x' },
	{ range: 'bytes=99999999999999999999-' },
	{ 'accept-language': 'x'.repeat(2000) },
	{ 'x-forwarded-for': `${'1.2.3.4, '.repeat(200)}x` },
	{ 'x-forwarded-host': 'khac.example', 'x-forwarded-proto': 'javascript' },
	{ 'accept-encoding': 'gzip;q=x, br;;, \u00e9' },
	{ 'user-agent': '' },
	{ referer: 'không phải'.normalize('NFD').replaceAll(/[^ -~]/g, '') }
];
