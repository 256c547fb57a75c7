/** Single values as sources print them: times, fees, numbers of copies, levels. What cannot be understood stays as printed. */
import type { Fee, TimeLimit, WayOfSubmitting } from '../procedure.ts';
import type { OnlineLevel } from '#search/entry.ts';

/** Small letters without tones, for recognising words. */
export const bare = (text: string): string =>
	text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd').replace(/\s+/g, ' ').trim();

/** What sources write where they have nothing. */
const nothing =
	/^(?:khong co thong tin|khong co|chua co thong tin|n\/?a|null|undefined|none|[-–—.…]+|\(trong\))\.?$/;

/** One Unicode form, no markup, no runs of blanks; empty when the source only says that it says nothing. */
export function cleaned(value: string): string {
	const text = value
		.normalize('NFC')
		.replaceAll('\u0000', '')
		.replace(/<br\s*\/?>|<\/(?:p|div|li|tr)>/gi, '\n')
		.replace(/<\/?[a-z][^>]{0,200}>/gi, '')
		.replace(/&nbsp;|\u00a0/gi, ' ')
		.replace(/&lt;/gi, '<')
		.replace(/&gt;/gi, '>')
		.replace(/&quot;/gi, '"')
		.replace(/&#39;|&apos;/gi, "'")
		.replace(/&amp;/gi, '&')
		.replace(/[ \t\u2000-\u200b\ufeff]+/g, ' ')
		.replace(/ ?\r?\n ?/g, '\n')
		.replace(/\n{3,}/g, '\n\n')
		.trim();
	return nothing.test(bare(text)) ? '' : text;
}

const numberOf = (text: string): number | null => {
	const value = Number(text.replace(',', '.'));
	return Number.isFinite(value) && value > 0 ? value : null;
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

/** 50,000 · 50.000 · 1.250.000 · 8000 · 2.000,5 */
function amountOf(text: string): number | null {
	const digits = text.replace(/[.,](?=\d{3}(?:\D|$))/g, '').replace(',', '.');
	const value = Number(digits);
	return Number.isFinite(value) ? value : null;
}

const money = String.raw`(\d{1,3}(?:[.,]\d{3})+|\d+)(?:\s*)(viet nam dong|vnd|vnđ|dong|đ|d|usd|do la)?`;
const nothingSet = /^(?:khong quy dinh|chua quy dinh|khong)\.?$/;
const tells = /muc thu|theo quy dinh|hoi dong nhan dan|nghi quyet|quyet dinh|thong tu/;

/** One fee of a way of submitting; `note` carries exemptions and where the amount is set. */
export function feeOf(printed: string, printedNote: string): Fee {
	const text = cleaned(printed);
	const note = noteOf(printedNote);
	const words = bare(text).replace(/^(?:le phi|phi)\s*:?\s*/, '');
	const name = /^\s*lệ phí/i.test(text) ? 'Lệ phí' : /^\s*phí/i.test(text) ? 'Phí' : '';
	const fee: Fee = {
		name,
		kind: 'unknown',
		amount: null,
		amountTo: null,
		currency: /usd|do la/.test(words) ? 'USD' : 'VND',
		text,
		note,
		validFrom: null,
		validTo: null
	};
	if (words === '' || nothingSet.test(words)) {
		// Nothing printed, but a note that says who sets the amount: that is what there is to say.
		return note ? { ...fee, kind: 'other', text: note.slice(0, 1000), note: note.slice(1000) } : fee;
	}
	const range = new RegExp(`^(?:tu )?${money}\\s*(?:-|–|den)\\s*${money}\\.?$`).exec(words);
	if (range) return { ...fee, kind: 'range', amount: amountOf(range[1]!), amountTo: amountOf(range[3]!) };
	if (/^(?:mien phi|mien|khong thu(?: phi| le phi)?|khong mat phi|khong phai nop.*)\.?$/.test(words)) {
		// "Miễn phí" beside "mức thu do HĐND tỉnh quy định" is a form left at its default, not a promise.
		return tells.test(bare(note)) && !/^(?:mien|khong thu)/.test(bare(note))
			? { ...fee, kind: 'other', text: note.slice(0, 1000), note: note.slice(1000) }
			: { ...fee, kind: 'free', amount: 0 };
	}
	const single = new RegExp(`^${money}(?:\\s*\\/\\s*[a-z ]{1,40})?\\.?$`).exec(words);
	if (single) {
		const amount = amountOf(single[1]!);
		if (amount === 0) return { ...fee, kind: 'free', amount: 0 };
		if (amount !== null) return { ...fee, kind: 'amount', amount };
	}
	return { ...fee, kind: 'other' };
}

/** Notes come in brackets, sometimes in two pairs. */
function noteOf(printed: string): string {
	let note = cleaned(printed);
	while (/^\([\s\S]*\)\.?$/.test(note) && balanced(note.replace(/\.$/, '').slice(1, -1))) {
		note = note.replace(/\.$/, '').slice(1, -1).trim();
	}
	return nothingSet.test(bare(note)) ? '' : note;
}

function balanced(text: string): boolean {
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
	const fit = (one: number | null | undefined) => (one == null || one > MOST_COPIES ? null : one);
	return { originals: fit(read[0]), copies: fit(read[1]), doubtful };
}

export function wayOf(printed: string): WayOfSubmitting | undefined {
	const words = bare(printed);
	if (/truc tuyen|online|mang|dvc|electronic/.test(words)) return 'online';
	if (/buu chinh|buu dien|postal/.test(words)) return 'postal';
	if (/truc tiep|tai tru so|mot cua|direct|in person/.test(words)) return 'direct';
	return undefined;
}

/** Level of the online service; the words of before 2022 ("mức độ 3, 4") too. */
export function onlineOf(printed: string): OnlineLevel | null {
	const words = bare(printed);
	if (words === '') return null;
	if (/toan trinh|full|muc do 4|\b4\b/.test(words)) return 'full';
	if (/mot phan|partial|muc do 3|\b3\b/.test(words)) return 'partial';
	if (/khong|truc tiep|none|offline|chua/.test(words)) return 'none';
	return null;
}

/** "Cấp Bộ, Cấp Tỉnh, Cấp Xã" as "Cấp bộ, cấp tỉnh, cấp xã". */
export const levelOf = (printed: string): string =>
	cleaned(printed)
		.toLocaleLowerCase('vi')
		.replace(/^./, (first) => first.toLocaleUpperCase('vi'));

/** Applicants that a comma inside brackets or a fixed phrase tore apart. */
export function applicantsOf(parts: string[]): string[] {
	const joined: string[] = [];
	for (const part of parts.map(cleaned).filter(Boolean)) {
		const last = joined.at(-1);
		if (last !== undefined && !balanced(last)) joined[joined.length - 1] = `${last}, ${part}`;
		else joined.push(part);
	}
	const whole = joined.join('\n').replace(/Cán bộ\n+công chức\n+viên chức/gi, 'Cán bộ, công chức, viên chức');
	return [...new Set(whole.split('\n'))].filter((one) => one !== '' && one.length <= 200);
}

/** dd/mm/yyyy, yyyy-mm-dd, or a day of a spreadsheet. Undefined: not a day. */
export function dayOfText(printed: string): string | undefined {
	const text = printed.trim();
	const iso = /^(\d{4})-(\d{2})-(\d{2})(?:T.*)?$/.exec(text);
	const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
	const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : local ? [local[3], local[2], local[1]] : [];
	if (!year) return undefined;
	const written = `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
	const moment = new Date(`${written}T00:00:00Z`);
	return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(written) ? written : undefined;
}
