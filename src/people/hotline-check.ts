/**
 * Do the telephone numbers and e-mail addresses of a text agree with the register of hotlines? What stands in it as a line
 * that holds is right; what stood in it once is old, with what came after it; everything else is not known there.
 */
import type { Day } from '#platform/clock.ts';
import { sameNumber, type Hotline } from './hotline.ts';

export type StrangeNumber = {
	/** Place in the text, in UTF-16 units. */
	start: number;
	end: number;
	text: string;
	kind: 'phone' | 'email';
	/** Once in the register, or never. */
	why: 'old' | 'unknown';
	/** What to write instead, when the register knows it. */
	suggestion?: string;
	/** Vietnamese: what is wrong and what to do. */
	message: string;
};

type Known = Pick<Hotline, 'id' | 'name' | 'number' | 'email' | 'validFrom' | 'validTo' | 'succeedsId'>;

/** Telephones as they are printed: 0220 3888 311, +84 912.345.678, 1900 1234. */
const telephone =
	/(?<![\p{L}\d.,/-])(?:\+84|0084|0)(?:[ .()-]{0,2}\d){8,10}(?![\d/]|[.,-]\d)|(?<![\p{L}\d.,/-])1[89]00(?:[ .-]?\d){4,6}(?!\d)/gu;
/** Short numbers only behind a word for calling: 1022 is also a house number, a year, a sum. */
const short =
	/(?:gọi|đường dây nóng|hotline|tổng đài|điện thoại|đt|sđt|số máy|bấm số|quay số)(?:[ :.,]|\s|đến|tới|vào|là|theo|số|miễn phí){1,24}(1\d{2,4})(?![\d/]|[ .,%-]\d)/giu;
const address = /[\w.+-]{1,64}@[a-z\d-]+(?:\.[a-z\d-]+)+/giu;

/** What differs from the register on that day, in the order of the text. */
export function findNumbers(text: string, register: readonly Known[], day: Day): StrangeNumber[] {
	const shorts = [...text.matchAll(short)].map((match) => ({
		start: match.index + match[0].length - match[1]!.length,
		text: match[1]!
	}));
	const longs = [...text.matchAll(telephone)].map((match) => ({ start: match.index, text: match[0] }));
	const mails = [...text.matchAll(address)].map((match) => ({ start: match.index, text: match[0] }));
	return [
		...[...longs, ...shorts].map((one) => ({ ...one, kind: 'phone' as const })),
		...mails.map((one) => ({ ...one, kind: 'email' as const }))
	]
		.toSorted((a, b) => a.start - b.start)
		.flatMap((one) => strange(one, register, day));
}

const said = (line: Known, kind: 'phone' | 'email'): string =>
	kind === 'phone' ? sameNumber(line.number) : line.email.toLowerCase();

function strange(
	found: { start: number; text: string; kind: 'phone' | 'email' },
	register: readonly Known[],
	day: Day
): StrangeNumber[] {
	const { kind, text } = found;
	const meant = kind === 'phone' ? sameNumber(text) : text.toLowerCase();
	const lines = register.filter((line) => said(line, kind) === meant);
	if (lines.some(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo)))
		return [];
	const place = { ...found, end: found.start + text.length };
	const thing = kind === 'phone' ? `Số ${text}` : `Địa chỉ ${text}`;
	const line = lines[0];
	if (!line)
		return [
			{
				...place,
				why: 'unknown',
				message: `${thing} không có trong sổ đường dây nóng. Hãy kiểm tra lại; nếu đúng, hãy ghi vào sổ.`
			}
		];
	const next = successorOn(line, register, day);
	const instead = next && (kind === 'phone' ? next.number : next.email);
	return [
		{
			...place,
			why: 'old',
			...(instead && { suggestion: instead }),
			message:
				line.validFrom > day
					? `${thing} (${line.name}) chưa dùng đến. Hãy xem ngày bắt đầu trong sổ đường dây nóng.`
					: instead
						? `${thing} (${line.name}) đã đổi. Hãy thay bằng ${instead}.`
						: `${thing} (${line.name}) đã thôi dùng. Hãy bỏ, hoặc thay bằng số trong sổ đường dây nóng.`
		}
	];
}

/** The line that holds on that day and came, over any number of changes, after this one. */
function successorOn(line: Known, register: readonly Known[], day: Day): Known | undefined {
	let next: Known | undefined = line;
	for (let step = 0; next && step < register.length; step++) {
		const current: Known = next;
		if (current.validFrom <= day && (current.validTo === null || day <= current.validTo)) return current;
		next = register.find(({ succeedsId }) => succeedsId === current.id);
	}
	return undefined;
}

/** Does the text name this number, however it is written? */
export function mentions(text: string, number: string): boolean {
	const digits = sameNumber(number);
	if (digits === '') return false;
	const first = /^0\d{8,}$/.test(digits) ? '(?:0|(?:\\+|00)?84[ .()-]{0,2})' : digits[0]!;
	// A short number is never written apart: "1.022 đồng" is a sum.
	const rest =
		digits.length < 8
			? digits.slice(1)
			: [...digits.slice(1)].map((digit) => `[ .()-]{0,2}${digit}`).join('');
	return new RegExp(`(?<![\\d.])${first}${rest}(?!\\d|[.,]\\d)`, 'u').test(text);
}
