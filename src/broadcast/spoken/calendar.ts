/** Times and dates as they are said. Runs before numbers are read, after telephone numbers. */
import { dayOfMonth, monthOf, wholeNumber } from './numbers.ts';

const to = String.raw`\s*[-–—]\s*`;
const clock = String.raw`(?<![\d:.,])([01]?\d|2[0-4])\s?(?:(?:h|H|giờ)(?![\p{Ll}])(?:\s?([0-5]\d)(?!\d)(?:\s?(?:'|’|′|phút|p)(?!\p{L}))?)?|g([0-5]\d)(?!\d)|:([0-5]\d)(?![\d:]))['’′]?`;
const clocks = new RegExp(clock, 'gu');
const clockRange = new RegExp(`(${clock})${to}(?=${clock})`, 'gu');

function time(hour: string, minute: string | undefined): string {
	return minute === undefined || minute === '00'
		? `${wholeNumber(hour)} giờ`
		: `${wholeNumber(hour)} giờ ${wholeNumber(minute)} phút`;
}

export function sayTimes(text: string): string {
	return text
		.replace(/(?<![\d/])24\s?\/\s?7(?![\d/])/g, 'hai mươi bốn trên bảy')
		.replace(
			/(?<![\d/])24\s?(?:h|giờ)?\s?\/\s?24\s?(?:h|giờ)?(?![\d/\p{L}])/gu,
			'hai mươi bốn trên hai mươi bốn giờ'
		)
		.replace(clockRange, (_, first: string) => `${first} đến `)
		.replace(clocks, (_, hour: string, h?: string, g?: string, colon?: string) => time(hour, h ?? g ?? colon))
		.replace(
			/(?<![\d.,])(\d{1,3})\s?['’′](?!\p{L})/gu,
			(_, minutes: string) => `${wholeNumber(minutes)} phút`
		);
}

const D = String.raw`(0?[1-9]|[12]\d|3[01])`;
const M = String.raw`(0?[1-9]|1[0-2])`;
const Y = String.raw`((?:1[89]|20|21)\d{2})`;

const dayMonth = (day: string, month: string): string => `${dayOfMonth(day)} tháng ${monthOf(month)}`;
const full = (day: string, month: string, year: string): string =>
	`${dayMonth(day, month)} năm ${wholeNumber(year)}`;

/** Is the word "ngày" said already just before? */
const afterDay = (whole: string, at: number): boolean =>
	/(?<!\p{L})(?:ngày|mùng|mồng)\s*$/iu.test(whole.slice(0, at));
const withDay = (said: string, whole: string, at: number): string =>
	afterDay(whole, at) ? said : `ngày ${said}`;

export function sayDates(given: string): string {
	let text = given;
	// 2026-01-05
	text = text.replace(
		new RegExp(String.raw`(?<![\d-])${Y}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?![\d-])`, 'g'),
		(_, y: string, m: string, d: string, at: number, whole: string) => withDay(full(d, m, y), whole, at)
	);
	// A dash between two dates is "until".
	text = text.replace(
		new RegExp(
			String.raw`(?<![\d/.-])(${D}[/.]${M}(?:[/.]${Y})?)\s*[-–—]\s*(?=${D}[/.]${M}(?:[/.]${Y})?(?![\d/]))`,
			'g'
		),
		(_, first: string) => `${first} đến ngày `
	);
	// 01-05/9, 01-05/9/2026
	text = text.replace(
		new RegExp(String.raw`(?<![\d/.-])${D}\s*[-–—]\s*${D}\/${M}(?:\/${Y})?(?![\d/])`, 'g'),
		(_, d1: string, d2: string, m: string, y: string | undefined, at: number, whole: string) =>
			withDay(`${dayOfMonth(d1)} đến ${y ? full(d2, m, y) : dayMonth(d2, m)}`, whole, at)
	);
	// 05/01/2026, 05-01-2026, 05.01.2026
	text = text.replace(
		new RegExp(String.raw`(?<![\d/.,-])${D}([/.-])${M}\2${Y}(?![\d/-]|\.\d)`, 'g'),
		(_, d: string, _s: string, m: string, y: string, at: number, whole: string) =>
			withDay(full(d, m, y), whole, at)
	);
	// 4/2026 with or without "tháng" before
	text = text.replace(
		new RegExp(String.raw`((?<!\p{L})tháng\s+)?(?<![\d/.,-])${M}[/.-]${Y}(?![\d/])`, 'giu'),
		(_, word: string | undefined, m: string, y: string) =>
			`${word ?? 'tháng '}${monthOf(m)} năm ${wholeNumber(y)}`
	);
	// ngày 14, 15/5: the days before the one with the month
	text = text.replace(
		new RegExp(
			String.raw`((?<!\p{L})ngày\s+)((?:${D}(?:\s*,\s*|\s+và\s+|\s+đến\s+))+)${D}\/${M}(?![\d/])`,
			'giu'
		),
		(_, word: string, days: string, ...rest: string[]) =>
			`${word}${days.replace(/\d+/g, (day) => dayOfMonth(day))}${dayMonth(rest[1]!, rest[2]!)}`
	);
	// tối 30 và 31/12
	text = text.replace(
		new RegExp(
			String.raw`((?<!\p{L})(?:sáng|trưa|chiều|tối|đêm|hai ngày)\s+)${D}(\s*,\s*|\s+và\s+|\s+đến\s+)${D}\/${M}(?![\d/])`,
			'giu'
		),
		(_, word: string, first: string, link: string, last: string, month: string) =>
			`${word}${dayOfMonth(first)}${link}${dayMonth(last, month)}`
	);
	// từ 01-10 hằng tháng
	text = text.replace(
		new RegExp(String.raw`(?<![\d/.,-])${D}\s*[-–—]\s*${D}(?=\s+(?:hằng|hàng|mỗi)\s+tháng(?!\p{L}))`, 'gu'),
		(_, first: string, last: string) => `${dayOfMonth(first)} đến ${dayOfMonth(last)}`
	);
	text = sayShortDates(text);
	// ngày 5 tháng 1 năm 2026; ngày 15
	text = text.replace(
		new RegExp(
			String.raw`((?<!\p{L})(?:ngày|mùng|mồng)\s+)${D}(?![\d/]|[.,]\d)(?=\s*(?:tháng|hằng|hàng|và|,|\.|;|đến|âm|của|-|$)|\s+(?:tới|này|vừa|cuối|đầu))`,
			'giu'
		),
		(_, word: string, day: string) =>
			/ngày/i.test(word) ? `${word}${dayOfMonth(day)}` : `${word}${wholeNumber(day)}`
	);
	// tháng 4
	return text.replace(
		new RegExp(String.raw`((?<!\p{L}|\d\s)tháng\s+)${M}(?![\d/]|[.,]\d)`, 'giu'),
		(_, word: string, month: string) => `${word}${monthOf(month)}`
	);
}

const dayWords = /(?<!\p{L})(?:ngày|mùng|mồng)\s*$/iu;
const partOfDay = /(?<!\p{L})(?:sáng|trưa|chiều|tối|đêm|hôm|thứ \p{L}+,?|Chủ nhật,?)\s*$/iu;
const feast =
	/(?<!\p{L})(?:lễ|dịp|tết|kỷ niệm|nghỉ|chào mừng|quốc khánh)\s*$|(?<!\p{L})(?:Ngày|Tết)(?: \p{Lu}\p{Ll}+| và| -| nhi| nữ| binh| lao động| sĩ| giáo| thuốc| đình)+\s*$/iu;
/** "Hạn chót: 31/10". */
const term =
	/(?<!\p{L})(?:hạn|thời gian|thời hạn|ngày|lịch|chậm nhất|muộn nhất|xong|hoàn thành)(?:\s[^.;:]*)?:\s*$/iu;
const border = /(?<!\p{L})(?:chậm nhất|muộn nhất|sớm nhất|từ|đến|trước|sau|tới|hết|kể từ)\s*$/iu;

/** Day and month without a year look like a fraction: the words before decide, else the leading zero or the size. */
function sayShortDates(text: string): string {
	let feastBefore = -1;
	return text.replace(
		new RegExp(String.raw`(?<![\d/.,-])${D}\/${M}(?![\d/%]|[.,]\d)`, 'g'),
		(found, d: string, m: string, at: number, whole: string) => {
			const before = whole.slice(0, at);
			const said = dayMonth(d, m);
			if (dayWords.test(before)) return said;
			if (partOfDay.test(before)) return `ngày ${said}`;
			const after = whole.slice(at + found.length);
			if (
				/^\s+(?:âm lịch|dương lịch|tới đây|năm nay)(?!\p{L})/u.test(after) ||
				/(?<!\p{L})tức\s+$/iu.test(before)
			)
				return `ngày ${said}`;
			if (term.test(before) && Number(d) > 10) return `ngày ${said}`;
			if (feast.test(before)) {
				feastBefore = at + found.length;
				return said;
			}
			if (feastBefore >= 0 && /^\s*(?:và|,|-)\s*$/.test(whole.slice(feastBefore, at))) {
				feastBefore = at + found.length;
				return said;
			}
			const surelyDate = /^0|\/0/.test(found) || (Number(d) > Number(m) && Number(d) > 12);
			if (
				border.test(before) &&
				(surelyDate ||
					/^\s*(?:đến|tới|-|–)\s*(?:ngày\s*)?\d{1,2}\/\d{1,2}/.test(whole.slice(at + found.length)) ||
					/\d{1,2}\/\d{1,2}\s*(?:đến|tới)\s*$|tháng \p{L}+\s+(?:đến|tới)\s*$/u.test(before))
			)
				return `ngày ${said}`;
			return /^0|\/0/.test(found) ? `ngày ${said}` : found;
		}
	);
}
