/** Personal data of letters and digits: plates, codes of files, passports and cards, accounts on the web, e-mail. */
import type { FoldedText } from './folded-text.ts';
import type { Finding } from './personal-data.ts';

export function codesIn(text: FoldedText): Finding[] {
	const { folded } = text;
	return [
		...emailsIn(folded),
		...filesIn(folded),
		...landSeriesIn(text),
		...platesIn(text),
		...cardsIn(folded)
	];
}

function* every(pattern: RegExp, folded: string, kind: Finding['kind'], group = 0): Generator<Finding> {
	for (const match of folded.matchAll(pattern)) {
		const piece = match[group];
		if (!piece) continue;
		const from = match.index + (group === 0 ? 0 : match[0].lastIndexOf(piece));
		yield { kind, from, to: from + piece.length };
	}
}

const ending = 'com|vn|net|org|edu|info|biz|io|me|asia|online|site|shop|xyz|tv|us|uk|co';
/** Also as people write it against robots: "an.nguyen a còng gmail chấm com". */
const email = new RegExp(
	String.raw`(?<![\p{L}\d._%+@-])[a-z\d][a-z\d._%+-]{0,63}(?:\s{0,2}(?:@|\((?:at|a)\)|\[(?:at|a)\]|\{(?:at|a)\})\s{0,2}|\s(?:a|at) ?(?:cong|vong|moc|con)\s|\s(?:at)\s(?=g|yahoo|hotmail|outlook))(?:[a-z\d-]{1,63}(?:(?:\.|,(?=com|vn)| \. ?|\s?(?:cham|\(dot\)|\[dot\]|dot)\s?)(?:${ending})(?![a-z\d])){1,3}|(?:gmail|yahoo|hotmail|outlook|icloud)(?![a-z\d]))`,
	'gu'
);

/** An office's box is published on purpose. */
const emailsIn = (folded: string): Finding[] =>
	[...every(email, folded, 'email')].filter(({ from, to }) => !/gov ?\. ?vn$/.test(folded.slice(from, to)));

const fileCue =
	'ma(?: so)? ho so|ma hs|so hs|hs so|so ho so|ho so(?: cua toi)?(?: ma)? so|ma(?: so)? bien nhan|(?:so )?bien nhan(?: ho so)?(?: so)?|so phieu(?: hen| tiep nhan)?|phieu (?:hen|tiep nhan)(?: so)?|(?:so )?giay hen(?: tra ket qua)?(?: so)?|ma(?: so)? tiep nhan|so tiep nhan|ma tra cuu|ma(?: so)? don|ma(?: so)? phan anh|ma(?: so)? vu viec|ma giao dich|so thu ly|ma so|ma';
const landCue =
	'so do|so hong|bia do|so bia|giay chung nhan[^.\\n]{0,40}?|gcn(?:qsdd)?|so phat hanh|so seri|seri|so vao so(?: cap)?(?: gcn)?|quyen su dung dat';
const says = String.raw`(?: (?:cua (?:toi|em|chau|minh|nha toi)|la|so|ma|mang so|co so|toi))*\s{0,2}[:\-]?\s{0,2}(?:la |so )?`;
const code = String.raw`(?!\d{1,2}h\d{0,2}(?![\p{L}\d]))(?!\d\.\d{6})(?!\d{1,4}[/-](?:20\d\d[/-])?(?:qd|kh|nd|tt|cv|tb|bc|nq|ct|gm|hd)(?![a-z]))(?=[\p{L}\d./-]{0,12}\d[\p{L}\d./-]{0,12}\d[\p{L}\d./-]{0,12}\d)[a-z\d](?:[a-z\d./-]{2,40})[a-z\d]`;

function filesIn(folded: string): Finding[] {
	return [
		// The national shape (TT 01/2018/TT-VPCP Đ19): agency, day, counter.
		...every(
			/(?<![\p{L}\d])(?:\d{3}\.\d{2}\.\d{2}\.)?[a-z]{1,3}\d{1,3}(?:\.\d{1,4}){0,5}[-–.]\d{6}[-–.]\d{3,6}(?!\d)/gu,
			folded,
			'file_code'
		),
		...every(/(?<![\p{L}\d])pakn[.-][a-z\d.]{0,10}\d{6,8}[.-]\d{3,6}(?!\d)/gu, folded, 'file_code'),
		...every(
			/(?<![\p{L}\d])(?:hs|bn|tn|gh|hsbn|hstn|pth|hskt|hsdd)(?:[-._/]?\d{2,8}(?:[-./]\d{1,8}){0,3}| \d{4}[ -]\d{3,6})(?![\p{L}\d])/gu,
			folded,
			'file_code'
		).filter(({ from, to }) => folded.slice(from, to).replace(/\D/g, '').length >= 4),
		...every(
			new RegExp(`(?<!\\p{L})(?:${fileCue})${says}(${code})(?![\\p{L}\\d])`, 'gu'),
			folded,
			'file_code',
			1
		),
		...every(
			new RegExp(`(?<!\\p{L})(?:${landCue})${says}((?:[a-z]{1,3} ?\\d{5,8}|${code}))(?![\\p{L}\\d])`, 'gu'),
			folded,
			'file_code',
			1
		)
	];
}

/** "sổ BK 772190": two capitals and six digits or more after the book's name. */
const landSeriesIn = ({ folded, original, at }: FoldedText): Finding[] =>
	[
		...every(
			/(?<!\p{L})(?:so|bia|giay|gcn)[ :]{1,2}([a-z]{2} ?\d{6,8})(?![\p{L}\d])/gu,
			folded,
			'file_code',
			1
		)
	].filter(
		({ from }) => /\p{Lu}/u.test(original[at[from]!] ?? '') && /\p{Lu}/u.test(original[at[from + 1]!] ?? '')
	);

const vehicle =
	/(?:bien|bien so|bks|bsx|bien kiem soat|xe|oto|o to|moto|mo to|taxi|tai|ben|khach|container|wave|sirius|vision|sh|ab|air ?blade|lead|dream|exciter|ban tai|bus|buyt)[ :(]{1,3}(?:[a-z]{2,8} ){0,3}$/;
/** Letters that also follow a number as its measure. */
const measure = /^(?:m|h|k|x|g|l|d|t|s|p|kg|km|cm|mm|ha|gb|mb|tr|ty|ng|th|vn|va|so|qd|nd|tt|kh|o|e)$/;

/** 34A-123.45, 15b1 234.56, 29X3-1234, 34-B2 567.89; of the army (TM 12-34) only after "biển". */
function platesIn({ folded, original, at }: FoldedText): Finding[] {
	const shape =
		/(?<![\p{L}\d/.,])(1[1-9]|[2-9]\d)[ \-–.]{0,2}([a-z]{1,2})(?:[ \-–.]{0,1}\d(?=[ \-–.]{1,3}\d{3}|\d{4}))?[ \-–.]{0,3}\d{3}[. ]?\d{1,2}(?![\p{L}\d/])/gu;
	const found: Finding[] = [];
	for (const match of folded.matchAll(shape)) {
		const lead = folded.slice(Math.max(0, match.index - 40), match.index);
		const letter = match[0].indexOf(match[2]!);
		const upper = /\p{Lu}/u.test(original[at[match.index + letter]!] ?? '');
		const dotted = /\d{3}\.\d{2}$/.test(match[0]);
		if (measure.test(match[2]!) && !vehicle.test(lead) && !(upper && dotted)) continue;
		// "12 n 1500" is no plate: loose letters need a vehicle before them.
		if (/\s/.test(match[0]) && !upper && !vehicle.test(lead) && !dotted) continue;
		found.push({ kind: 'plate', from: match.index, to: match.index + match[0].length });
	}
	const army =
		/(?<!\p{L})(?:bien(?: so)?|bien kiem soat|bks|bsx)[ :]{1,3}(?:xe )?(?:la )?((?:[a-z]{2}[ -]?\d{2}[ .-]?\d{2,3}|80[ -]?(?:ng|nn|qt)[ -]?\d{3}[ -]?\d{2}))(?![\d\p{L}])/gu;
	return [...found, ...every(army, folded, 'plate', 1)];
}

function cardsIn(folded: string): Finding[] {
	return [
		// Passport (one or two letters, seven or eight digits) and the fifteen signs of a health insurance card.
		...every(
			/(?:ho chieu|passport|visa)[^\d\n]{0,20}?(?<!\p{L})([a-z]{1,2} ?\d{6,8})(?!\d)/gu,
			folded,
			'other',
			1
		),
		...every(
			/(?<![\p{L}\d])(?!so )([a-z]{2}[ ]?\d[ ]?\d{2}[ ]?\d{3}[ ]?\d{3}[ ]?\d{4})(?!\d)/gu,
			folded,
			'other',
			1
		),
		...every(
			/(?:ma khach hang|ma kh|ma danh bo|danh bo)[ :]{1,3}(?:dien |nuoc )?(?:la |so )?([a-z]{2}\d{8,13})(?![\p{L}\d])/gu,
			folded,
			'other',
			1
		),
		...every(
			/(?:(?:so|ma) (?:hoc sinh|sinh vien|the dang vien|the doan vien|the hoi vien|bhxh|so bhxh|bao hiem|the)|gplx|bang lai)[ :]{1,3}(?:la |so )?([a-z]{1,3} ?\d{6,12})(?![\p{L}\d])/gu,
			folded,
			'other',
			1
		),
		...every(/(?<![\p{L}\d])(?:facebook|fb)\.com\/[a-z\d.=?_-]{3,80}[a-z\d]/gu, folded, 'other')
	];
}
