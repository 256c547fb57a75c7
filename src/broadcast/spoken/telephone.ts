/** Telephone and other numbers that are said digit by digit, in groups with a breath between them. */
import { letterName, spelled } from './abbreviations.ts';
import { digitsOf, wholeNumber } from './numbers.ts';

const groups = (text: string, sizes: number[]): string => {
	const said: string[] = [];
	let at = 0;
	for (const size of sizes) {
		said.push(digitsOf(text.slice(at, at + size)));
		at += size;
	}
	if (at < text.length) said.push(digitsOf(text.slice(at)));
	return said.filter(Boolean).join(', ');
};

const isDate = (text: string): boolean => /^\d{1,2}([.-])\d{1,2}\1\d{4}$/.test(text);

/** 113, 1022: short numbers are telephone numbers only after such words, or in a row with one. */
const shortNumber = String.raw`(?:1022|19[0-9]|1[0-9]{2}|1[0-9]{3})`;
const shortRow = new RegExp(
	String.raw`((?<!\p{L})(?:gọi(?: ngay| đến| tới| số| điện| máy)*|tổng đài|đường dây nóng|đầu số|hotline|số máy|điện thoại|ĐT|SĐT|bấm số)(?:\s+số)?\s*:?\s*)(${shortNumber}(?:(?:\s*,\s*|\s+và\s+|\s+hoặc\s+|\s*-\s*|\s*\/\s*)${shortNumber})*)(?![\d.,/]*\d)`,
	'giu'
);

/** Everybody knows these by their digits, once a sentence is about calling. */
const rescue =
	/(?<=(?:,|;|hoặc|và|là|số)\s)(11[1-5]|1022)(?=\s*(?:[,.;:]|để|gặp|báo|khi|nếu|cấp|cứu|công an|\(|$))/gu;
const ofCalling = /(?<!\p{L})(?:gọi|tổng đài|đường dây nóng|hotline|bấm)(?!\p{L})/iu;

/** "34B1-123.45", "15A-678.90". */
const plate = /(?<![\p{L}\d])(\d{2})([A-ZĐ]{1,2})(\d?)\s?-\s?(\d{3})\.?(\d{2})(?!\d)/gu;

/** "Mã hồ sơ: H24.15-260105-0012": sign by sign, group by group. */
const fileCode =
	/((?<!\p{L})mã(?: hồ sơ| khách hàng| đơn| vận đơn| biên nhận| số hồ sơ)\s*:?\s*)([A-ZĐ]{0,4}\d+(?:[.-][A-ZĐ]{0,4}\d+)+)(?![\p{L}\d])/giu;
const signBySign = (group: string): string =>
	[...group].map((sign) => (/\d/.test(sign) ? digitsOf(sign) : letterName(sign))).join(' ');

export function sayTelephones(given: string): string {
	const text = (ofCalling.test(given) ? given.replace(rescue, digitsOf) : given).replace(
		plate,
		(_, place: string, marks: string, more: string, first: string, last: string) =>
			`${wholeNumber(place)} ${spelled(marks)}${more ? ` ${digitsOf(more)}` : ''}, ${digitsOf(first)}, ${digitsOf(last)}`
	);
	return text
		.replace(
			fileCode,
			(_, words: string, code: string) => `${words}${code.split(/[.-]/).map(signBySign).join(', ')}`
		)
		.replace(
			/(?<![\d/.,+])\+84[\s.-]?(\d{2,3})[\s.-]?(\d{3,4})[\s.-]?(\d{3,4})(?!\d)/g,
			(_, a: string, b: string, c: string) => `cộng tám tư, ${[a, b, c].map(digitsOf).join(', ')}`
		)
		.replace(
			/(?<![\d/.,+-])(?:\((0\d{1,4})\)|(0\d{1,4}|1[89]00))((?:[\s.-]\d(?=\.\d{3}))?(?:[\s.-]\d{2,4}){1,3})(?![\d/]|[.,-]\d)/g,
			(found, bracket: string | undefined, open: string | undefined, rest: string) => {
				const all = [
					bracket ?? open!,
					...rest
						.trim()
						.replace(/^[.-]/, '')
						.split(/[\s.-]/)
				].filter(Boolean);
				const length = all.join('').length;
				if (isDate(found) || length < 8 || length > 12) return found;
				return all.map(digitsOf).join(', ');
			}
		)
		.replace(
			/(?<![\p{L}\d/.,+-])(0\d{9}|02\d{9}|1[89]00\d{4,6}|0\d{11}|\d{12})(?![\d/]|[.,]\d)/gu,
			(number: string) => {
				if (number.length === 12) return groups(number, [3, 3, 3, 3]);
				if (/^1[89]00/.test(number)) return groups(number, [4, number.length - 4]);
				return groups(number, number.length === 11 ? [4, 4, 3] : [4, 3, 3]);
			}
		)
		.replace(
			shortRow,
			(_, words: string, row: string) =>
				`${words}${row.replace(/\s*[-/]\s*/g, ', ').replace(/\d+/g, digitsOf)}`
		);
}
