/** Single values as sources print them: times, numbers of copies, levels, days. What cannot be understood stays as printed. */
import type { TimeLimit, WayOfSubmitting } from '../procedure.ts';
import type { OnlineLevel } from '#search/entry.ts';

/** Small letters without tones, for recognising words. */
export const bare = (text: string): string =>
	text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd').replace(/\s+/g, ' ').trim();

/** What sources write where they have nothing. */
const nothing =
	/^(?:khong co thong tin|khong co|chua co thong tin|n\/?a|null|undefined|none|[-–—.…]+|\(trong\))\.?$/;

const LONGEST_NOTHING = 30;

/** One Unicode form, no markup, no runs of blanks; empty when the source only says that it says nothing. */
export function cleaned(value: string): string {
	const text = (/[<&]/.test(value) ? withoutMarkup(value) : value)
		.normalize('NFC')
		// Marks nobody sees, also in the middle of a word.
		.replace(/[\p{Cf}\p{Co}\uFFFE\uFFFF]/gu, '')
		.replace(/[^\P{Cc}\n\r\t]/gu, '')
		.replace(/[\u2028\u2029]/g, '\n')
		.replace(/[\p{Zs}\t]+/gu, ' ')
		.replace(/ ?\r?\n ?/g, '\n')
		.replace(/\n{3,}/g, '\n\n')
		.trim();
	return text.length <= LONGEST_NOTHING && nothing.test(bare(text)) ? '' : text;
}

/** Tags and entities a page left behind; "< 5 tuổi" is no tag. */
const withoutMarkup = (value: string): string =>
	value
		.replace(/<br\s*\/?>|<\/(?:p|div|li|tr)>/gi, '\n')
		.replace(/<\/?[a-z][^<>]{0,200}>/gi, '')
		.replace(/&#(\d{2,6});/g, (whole, code: string) => letterOf(Number(code)) ?? whole)
		.replace(/&#x([0-9a-f]{2,5});/gi, (whole, code: string) => letterOf(Number.parseInt(code, 16)) ?? whole)
		.replace(/&nbsp;/gi, ' ')
		.replace(/&lt;/gi, '<')
		.replace(/&gt;/gi, '>')
		.replace(/&quot;/gi, '"')
		.replace(/&apos;/gi, "'")
		.replace(/&amp;/gi, '&');

const letterOf = (code: number): string | undefined =>
	code >= 32 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : undefined;

const numberOf = (text: string): number | null => {
	const value = Number(text.replace(',', '.'));
	return Number.isFinite(value) && value > 0 && value <= 1000 ? value : null;
};

const units: [RegExp, NonNullable<TimeLimit['unit']>][] = [
	[/^ngay lam viec|^ngay lv|^nlv|^lv\b|^working/, 'working_day'],
	[/^ngay/, 'day'],
	[/^gio lam viec/, 'working_hour'],
	[/^gio/, 'hour'],
	[/^thang/, 'month']
];

/** "5 Ngày làm việc", "02 Giờ", "2,5 ngày", "1" (no unit: null), "Không quy định". */
export function timeOf(printed: string): TimeLimit {
	const text = cleaned(printed);
	const words = bare(text);
	const found =
		/^(?:khong qua |toi da |trong vong |trong thoi han |trong )?(\d{1,4}(?:[.,]\d{1,2})?)\s*(?:\([^)]{1,30}\)\s*)?(.*)$/.exec(
			words
		);
	const value = found ? numberOf(found[1]!) : null;
	if (!found || value === null) return { value: null, unit: null, text };
	const rest = found[2]!;
	if (rest === '') return { value, unit: null, text };
	const unit = units.find(([sign]) => sign.test(rest))?.[1] ?? null;
	return unit ? { value, unit, text } : { value: null, unit: null, text };
}

export function balanced(text: string): boolean {
	let depth = 0;
	for (const letter of text) {
		if (letter === '(') depth++;
		if (letter === ')' && --depth < 0) return false;
	}
	return depth === 0;
}

/** More sets of a paper than this nobody asks for: the source ran two numbers together. */
const MOST_COPIES = 20;

export type Copies = { originals: number | null; copies: number | null; doubtful: boolean };

/** "1 bản chính,1 bản sao" · "Bản chính: 1 Bản sao: 0" · "02" · "20240 bản chính" (nobody asks for that). */
export function copiesOf(printed: string): Copies {
	const words = bare(cleaned(printed));
	if (words === '') return { originals: null, copies: null, doubtful: false };
	const before = (what: string) =>
		new RegExp(`(\\d+)\\s*(?:\\([^)]*\\)\\s*)?(?:ban|bo)?\\s*${what}`).exec(words)?.[1];
	const after = (what: string) => new RegExp(`(?:ban )?${what}\\s*:\\s*(\\d+)`).exec(words)?.[1];
	const originals = after('chinh') ?? before('chinh') ?? (/^\d+$/.test(words) ? words : undefined);
	const copies = after('sao') ?? before('sao');
	const read = [originals, copies].map((one) => (one === undefined ? null : Number(one)));
	const doubtful =
		read.some((one) => one !== null && one > MOST_COPIES) || (originals ?? copies) === undefined;
	const fit = (one: number | null | undefined) =>
		one === null || one === undefined || one > MOST_COPIES ? null : one;
	return { originals: fit(read[0]), copies: fit(read[1]), doubtful };
}

const waySigns: [WayOfSubmitting, RegExp][] = [
	['direct', /truc tiep|tai tru so|tai quay|mot cua|direct|in person/],
	['online', /truc tuyen|online|qua mang|tren mang|moi truong dien tu|cong dich vu cong|\bdvc|electronic/],
	['postal', /buu chinh|buu dien|bcci|postal/]
];

/** The ways a source names, several in one cell too ("Trực tiếp và trực tuyến"). */
export function waysOf(printed: string): WayOfSubmitting[] {
	const words = bare(printed).replaceAll('_', ' ');
	return waySigns.flatMap(([way, sign]) => (sign.test(words) ? [way] : []));
}

const order = waySigns.map(([way]) => way);
/** At the desk, online, by post: two files that differ only in the order say the same. */
export const inOrder = <T extends { way: WayOfSubmitting }>(ways: T[]): T[] =>
	ways.toSorted((a, b) => order.indexOf(a.way) - order.indexOf(b.way));

/** Level of the online service; the words of before 2022 ("mức độ 3, 4") too. */
export function onlineOf(printed: string): OnlineLevel | null {
	const words = bare(printed);
	if (words === '') return null;
	// "Một phần (chưa toàn trình)": what is named first counts.
	const signs: [OnlineLevel, RegExp][] = [
		['full', /toan trinh|full|muc do 4|^4$/],
		['partial', /mot phan|partial|muc do 3|^3$/],
		['none', /khong|truc tiep|none|offline|chua|muc do [12]|^[12]$/]
	];
	const found = signs
		.map(([level, sign]) => ({ level, at: words.search(sign) }))
		.filter(({ at }) => at >= 0)
		.toSorted((a, b) => a.at - b.at);
	return found[0]?.level ?? null;
}

/** "Cấp Bộ, Cấp Tỉnh, Cấp Xã" as "Cấp bộ, Cấp tỉnh, Cấp xã". */
export const levelOf = (printed: string): string =>
	cleaned(printed)
		.replace(
			/cấp\s+(bộ|tỉnh|huyện|xã)(?!\p{L})/giu,
			(_whole, level: string) => `Cấp ${level.toLocaleLowerCase('vi')}`
		)
		.replace(/\s*[;\n]\s*/g, ', ')
		.slice(0, 300);

/** Applicants that a comma inside brackets or a fixed phrase tore apart. */
export function applicantsOf(parts: string[]): string[] {
	const all = parts.map(cleaned).filter(Boolean);
	const joined: string[] = [];
	for (let at = 0; at < all.length; at++) {
		let one = all[at]!;
		if (!balanced(one)) {
			const end = all.findIndex(
				(_part, to) => to > at && to < at + 6 && balanced(all.slice(at, to + 1).join())
			);
			if (end > 0) [one, at] = [all.slice(at, end + 1).join(', '), end];
		}
		joined.push(one);
	}
	const whole = joined.join('\n').replace(/Cán bộ\n+công chức\n+viên chức/gi, 'Cán bộ, công chức, viên chức');
	return [...new Set(whole.split('\n'))].filter(Boolean);
}

/** The day a spreadsheet counts from 30/12/1899; numbers outside our century are no days. */
function dayOfSerial(serial: number): string | undefined {
	if (!(serial >= 20_000 && serial < 80_000)) return undefined;
	return new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000).toISOString().slice(0, 10);
}

/** dd/mm/yyyy, yyyy-mm-dd, "ngày 1 tháng 7 năm 2026", or a day of a spreadsheet. Undefined: not a day. */
export function dayOfText(printed: string): string | undefined {
	const text = bare(printed).replace(/^ngay\s+/, '');
	if (/^\d{5}(?:\.\d+)?$/.test(text)) return dayOfSerial(Number(text));
	const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[t ].*)?$/.exec(text);
	const local =
		/^(\d{1,2})(?:\s*[/.-]\s*|\s+thang\s+)(\d{1,2})(?:\s*[/.-]\s*|\s+nam\s+)(\d{4})(?: 0?0:00.*)?$/.exec(
			text
		);
	const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : local ? [local[3], local[2], local[1]] : [];
	if (!year) return undefined;
	const written = `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
	const moment = new Date(`${written}T00:00:00Z`);
	return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(written) ? written : undefined;
}
