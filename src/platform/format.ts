/**
 * How dates, times, numbers and money are written in Vietnamese. Runs on both sides, so it brings its own day
 * arithmetic instead of the server's clock. Days are Vietnamese days (UTC+7, no summer time).
 */

/** A moment, or a calendar day `YYYY-MM-DD`. */
export type When = Date | string;

const VIETNAM_OFFSET = 7 * 3_600_000;

type Parts = { year: number; month: number; day: number; weekday: number; hour: number; minute: number };

function parts(when: When): Parts {
	// A bare day is taken as it stands; everything else is a moment, seen from Vietnam.
	const bareDay = typeof when === 'string' && when.length === 10;
	const shifted = new Date(
		bareDay ? Date.parse(`${when}T00:00:00Z`) : new Date(when).getTime() + VIETNAM_OFFSET
	);
	if (Number.isNaN(shifted.getTime())) throw new RangeError(`not a date: ${String(when)}`);
	return {
		year: shifted.getUTCFullYear(),
		month: shifted.getUTCMonth() + 1,
		day: shifted.getUTCDate(),
		weekday: shifted.getUTCDay(),
		hour: shifted.getUTCHours(),
		minute: shifted.getUTCMinutes()
	};
}

const two = (n: number): string => String(n).padStart(2, '0');

/** 05/01/2026 */
export function date(when: When): string {
	const { day, month, year } = parts(when);
	return `${two(day)}/${two(month)}/${year}`;
}

/**
 * "ngày 05 tháng 01 năm 2026", as on a document: a leading zero for days below 10 and for months 1 and 2 only
 * (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 4).
 */
export function documentDate(when: When): string {
	const { day, month, year } = parts(when);
	return `ngày ${two(day)} tháng ${documentMonth(month)} năm ${year}`;
}

function documentMonth(month: number): string {
	return month <= 2 ? two(month) : String(month);
}

const weekdays = ['Chủ Nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'];

/** Thứ Hai, 05/01/2026 */
export function weekdayDate(when: When): string {
	return `${weekdays[parts(when).weekday]}, ${date(when)}`;
}

/** 08:05 */
export function time(when: When): string {
	const { hour, minute } = parts(when);
	return `${two(hour)}:${two(minute)}`;
}

/** 08:05, 05/01/2026 */
export function dateTime(when: When): string {
	return `${time(when)}, ${date(when)}`;
}

/** "tháng 01/2026" from `2026-01`, a day or a moment. */
export function month(when: When): string {
	const { month, year } = parts(typeof when === 'string' && when.length === 7 ? `${when}-01` : when);
	return `tháng ${two(month)}/${year}`;
}

/** The machine-readable day for `<time datetime>`. */
export function isoDay(when: When): string {
	const { year, month, day } = parts(when);
	return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

function daysBetween(from: When, to: When): number {
	return Math.round((Date.parse(isoDay(to)) - Date.parse(isoDay(from))) / 86_400_000);
}

/** "hôm nay", "hôm qua", "3 ngày trước", "ngày mai", "3 ngày nữa"; farther than a month the date itself. */
export function relativeDay(when: When, now: When): string {
	const days = daysBetween(now, when);
	if (days === 0) return 'hôm nay';
	if (days === -1) return 'hôm qua';
	if (days === 1) return 'ngày mai';
	if (Math.abs(days) > 30) return date(when);
	return days < 0 ? `${-days} ngày trước` : `${days} ngày nữa`;
}

/** A deadline seen from today: "còn 3 ngày", "hạn hôm nay", "quá hạn 2 ngày". */
export function due(deadline: When, now: When): string {
	const days = daysBetween(now, deadline);
	if (days === 0) return 'hạn hôm nay';
	return days > 0 ? `còn ${number(days)} ngày` : `quá hạn ${number(-days)} ngày`;
}

/** 1.234.567 or 87,5: dots between thousands, a comma before decimals. */
export function number(value: number, decimals = 0): string {
	const rounded = Math.abs(value).toFixed(decimals);
	const [whole = '0', rest] = rounded.split('.');
	const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
	const negative = value < 0 && Number(rounded) !== 0;
	return `${negative ? '-' : ''}${grouped}${rest ? `,${rest}` : ''}`;
}

/** 9.600.000 đồng */
export function money(dong: number): string {
	return `${number(dong)} đồng`;
}

/** Part of a whole: "87,5%"; a dash when there is no whole. */
export function percent(part: number, whole: number, decimals = 0): string {
	return whole === 0 ? '–' : `${number((part / whole) * 100, decimals)}%`;
}

/** "3 tin, bài"; "chưa có tin, bài nào" when there is none: Vietnamese nouns have no plural. */
export function count(value: number, noun: string): string {
	return value === 0 ? `chưa có ${noun} nào` : `${number(value)} ${noun}`;
}

/** Size of a file: "340 KB", "1,2 MB". */
export function fileSize(bytes: number): string {
	if (bytes < 1000) return `${number(bytes)} byte`;
	if (bytes < 999_500) return `${number(bytes / 1000)} KB`;
	return `${number(bytes / 1_000_000, 1)} MB`;
}

/** First letter large, for a phrase that begins a line. */
export function capitalise(text: string): string {
	return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}
