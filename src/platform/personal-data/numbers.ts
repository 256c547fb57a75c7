/** Personal data that are numbers: phones, identity cards, accounts, plates, dates of birth, codes of files. */
import type { FoldedText } from './folded-text.ts';
import type { Finding } from './personal-data.ts';

const digitWords: Record<string, string> = {
	khong: '0',
	ko: '0',
	mot: '1',
	hai: '2',
	ba: '3',
	bon: '4',
	tu: '4',
	nam: '5',
	lam: '5',
	sau: '6',
	bay: '7',
	tam: '8',
	chin: '9'
};
const digitWord = 'khong|ko|mot|hai|ba|bon|tu|nam|lam|sau|bay|tam|chin';

/** A run of digits with what people put between them; letters o and l typed for 0 and 1 are left alone. */
const digits = /(?<![\p{L}\d])(?:\(?\+ ?|\((?=\d))?\d(?:[ .\-–_()]{0,2}\d){5,18}(?![\p{L}\d])/gu;
/** Nine or more digit words in a row, also mixed with digits: "không chín một hai, ba bốn năm, sáu bảy tám". */
const spoken = new RegExp(
	`(?<![\\p{L}\\d])(?:(?:${digitWord}|\\d{1,4})(?:[ ,.\\-]{1,3}|$)){8,}(?:${digitWord}|\\d{1,4})?(?![\\p{L}\\d])`,
	'gu'
);

const before = (text: string, place: number, length = 40): string =>
	text.slice(Math.max(0, place - length), place);
const bare = (run: string): string => run.replace(/\D/g, '');

const idCue = /(?:cccd|can cuoc|cmnd|cmt|chung minh|dinh danh|so dd|so cc)[^\d\n]{0,25}$/;
const accountCue =
	/(?:stk|so tk|tai khoan|\btk\b|account|vietcombank|vcb|agribank|bidv|techcombank|tcb|vietinbank|mb ?bank|\bmb\b|acb|sacombank|tpbank|vpbank|hdbank|shb|vib|msb|ngan hang)[^\d\n]{0,30}$/;
const phoneCue =
	/(?:sdt|dt|dien thoai|phone|tel|so may|di dong|zalo|lien he|goi|hotline|duong day nong|lien lac|alo)[^\d\n]{0,25}$/;
const insuranceCue = /(?:bhxh|bhyt|bao hiem|the y te)[^\d\n]{0,25}$/;
const taxCue = /(?:mst|ma so thue)[^\d\n]{0,15}$/;
const money = /^\s*(?:d\b|đ\b|dong\b|vnd|trieu|ty\b|ti\b|usd|%|m2|ha\b|kg|nguoi|luot)/;
const documentCue = /(?:van ban|quyet dinh|nghi dinh|thong tu|cong van|ke hoach|luat)\s*(?:so\s*)?$/;

export function numbersIn(text: FoldedText): Finding[] {
	const { folded } = text;
	const found: Finding[] = [];
	const add = (kind: Finding['kind'], from: number, to: number) => found.push({ kind, from, to });

	for (const match of folded.matchAll(digits)) {
		const run = match[0];
		const from = match.index;
		const lead = before(folded, from);
		const kind = kindOfRun(run, lead, folded.slice(from + run.length, from + run.length + 12));
		if (kind) add(kind, from, from + run.trimEnd().length);
	}
	for (const match of folded.matchAll(spoken)) {
		const words = match[0].match(new RegExp(`${digitWord}|\\d`, 'g')) ?? [];
		if (!/[a-z]/.test(match[0])) continue;
		const value = words.map((word) => digitWords[word] ?? word).join('');
		const kind = kindOfDigits(value, before(folded, match.index));
		if (kind) add(kind, match.index, match.index + match[0].replace(/[ ,.-]+$/, '').length);
	}
	return [...found, ...platesIn(folded), ...birthsIn(folded), ...codesIn(folded), ...othersIn(folded)];
}

function kindOfRun(run: string, lead: string, next: string): Finding['kind'] | undefined {
	if (documentCue.test(lead)) return undefined;
	// 500.000.000 đồng, 1.250.000: thousands with dots are money unless something says otherwise.
	const thousands = /^\d{1,3}(?:\.\d{3})+$/.test(run);
	if (money.test(next) && !phoneCue.test(lead) && !idCue.test(lead)) return undefined;
	// 15.11.2026, 15-11-2026, 2026-11-15 and "2021 2025" are days and years.
	if (
		/^\d{1,2}[.\- ]\d{1,2}[.\- ](?:19|20)\d{2}$/.test(run) ||
		/^(?:19|20)\d{2}[.\- –]+\d{1,4}(?:[.\- ]\d{1,2})?$/.test(run)
	)
		return undefined;
	const kind = kindOfDigits(bare(run), lead, /^\(?\+/.test(run));
	if (kind) return thousands && kind === 'citizen_id' && !idCue.test(lead) ? undefined : kind;
	return undefined;
}

/** What digits are, by their length, their beginning and the words before them. */
function kindOfDigits(value: string, lead: string, plus = false): Finding['kind'] | undefined {
	if (/^(?:1800|1900)/.test(value)) return undefined; // a service's number is nobody's own
	const national = plus || /^84[235789]/.test(value) ? value.replace(/^84(?=[235789])/, '0') : value;
	const mobile = /^0[35789]\d{8}$/.test(national);
	const landline = /^02\d{8,9}$/.test(national);
	const length = value.length;
	const cues: [RegExp, Finding['kind'], boolean][] = [
		[accountCue, 'bank_account', length >= 6 && length <= 19],
		[idCue, 'citizen_id', length === 9 || length === 12],
		[phoneCue, 'phone', mobile || landline || (length >= 9 && length <= 11)],
		[insuranceCue, 'other', length >= 8 && length <= 15],
		[taxCue, 'other', length === 10 || length === 12 || length === 13]
	];
	// The cue nearest to the number says what it is.
	const told = cues
		.filter(([, , fits]) => fits)
		.map(([cue, kind]) => ({ kind, place: cue.exec(lead)?.index ?? -1 }))
		.filter((cue) => cue.place >= 0)
		.sort((a, b) => b.place - a.place)[0];
	if (told) return told.kind;
	if (mobile || landline) return 'phone';
	if (length === 12 && /^0(?:0[1-9]|[1-8]\d|9[0-6])/.test(value)) return 'citizen_id';
	if (length === 9 && /^[0-3]\d/.test(value)) return 'citizen_id';
	// Long and nothing else: an account more often than anything.
	if (length >= 12 && length <= 16) return 'bank_account';
	return undefined;
}

function* every(pattern: RegExp, folded: string, kind: Finding['kind'], group = 0): Generator<Finding> {
	for (const match of folded.matchAll(pattern)) {
		const piece = match[group];
		if (!piece) continue;
		const from = match.index + (group === 0 ? 0 : match[0].lastIndexOf(piece));
		yield { kind, from, to: from + piece.length };
	}
}

/** 34A-123.45, 15b1 234.56, 29X3-1234; military and diplomatic plates only after "biển số". */
function platesIn(folded: string): Finding[] {
	return [
		...every(
			/(?<![\p{L}\d/.])(?:1[1-9]|[2-9]\d)[ \-.]?[a-z]{1,2}(?:[ \-.]?\d)?[ \-.]{0,2}\d{3}[. ]?\d{1,2}(?![\p{L}\d/])/gu,
			folded,
			'plate'
		),
		...every(
			/(?:bien so|bien kiem soat|bks|bsx)[ :]{1,3}([a-z\d][a-z\d\-. ]{4,11}\d)(?![\d\p{L}])/gu,
			folded,
			'plate',
			1
		)
	];
}

const day = String.raw`\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?(?:\d{4}|\d{2})`;
const dayInWords = String.raw`(?:ngay )?\d{1,2} thang \d{1,2} nam \d{4}`;
function birthsIn(folded: string): Finding[] {
	const cue = String.raw`(?<!\p{L})(?:ngay sinh|sinh ngay|sinh nam|nam sinh|ngay thang nam sinh|sinh thang|sinh|sn|s\/n|ns)[ :.,]{1,3}(?:la |vao |ngay |nam )?`;
	return [
		...every(
			new RegExp(
				`${cue}(${day}|${dayInWords}|(?:19|20)\\d{2}|\\d{1,2}\\s?[/.]\\s?(?:19|20)\\d{2})(?!\\d)`,
				'gu'
			),
			folded,
			'birth_date',
			1
		)
	];
}

function codesIn(folded: string): Finding[] {
	return [
		// The national shape (TT 01/2018/TT-VPCP Đ19): agency, day, counter.
		...every(
			/(?<![\p{L}\d])(?:\d{3}\.\d{2}\.\d{2}\.)?[a-z]\d{2}(?:\.\d{1,3}){0,4}[-–]\d{6}[-–]\d{3,6}(?!\d)/gu,
			folded,
			'file_code'
		),
		...every(/(?<![\p{L}\d])pakn[.-][\w.]{0,10}\d{6,8}[.-]\d{3,6}(?!\d)/gu, folded, 'file_code'),
		...every(
			/(?:ma ho so|so ho so|ho so so|ma bien nhan|so bien nhan|bien nhan so|giay hen so|ma tra cuu)[ :]{1,3}(?:la |so )?((?=[\w.\-/]*\d{3})[\w.\-/]{5,40}\w)/gu,
			folded,
			'file_code',
			1
		)
	];
}

function othersIn(folded: string): Finding[] {
	return [
		// Passport (one letter, seven or eight digits) and the fifteen signs of a health insurance card.
		...every(/(?:ho chieu|passport)[^\d\n]{0,20}?(?<!\p{L})([a-z]\d{7,8})(?!\d)/gu, folded, 'other', 1),
		...every(/(?<![\p{L}\d])([a-z]{2}[ ]?\d[ ]?\d{2}[ ]?\d{3}[ ]?\d{3}[ ]?\d{4})(?!\d)/gu, folded, 'other', 1)
	];
}
