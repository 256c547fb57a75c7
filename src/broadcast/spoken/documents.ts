/** Numbers and symbols of documents (số, ký hiệu văn bản; Nghị định 30/2020/NĐ-CP Đ8), codes of procedures, parts of laws. */
import { documentKinds, issuers, letterName, spelled } from './abbreviations.ts';
import { ordinal, wholeNumber } from './numbers.ts';

/** A code of the procedure database is for looking up, not for listening: it is left out with the word before it. */
export function dropProcedureCodes(text: string): string {
	const code = String.raw`(?<![\d.,])\d\.\d{6}(?:\.\d+)*(?:\.H\d*)?(?![\d,]\d)`;
	const named = String.raw`(?:mã(?: số)?(?: thủ tục| TTHC)?(?: hành chính)?\s*:?\s*)`;
	return text
		.replace(new RegExp(String.raw`\s*[([]\s*${named}?${code}\s*[)\]]`, 'gi'), '')
		.replace(new RegExp(String.raw`\s*,?\s*${named}${code}`, 'gi'), '')
		.replace(new RegExp(String.raw`${code}\s*(?:[-–—:]\s*)?`, 'g'), '');
}

const kindWords = [
	...new Set(Object.values(documentKinds)),
	'văn bản',
	'Luật',
	'Bộ luật',
	'Hiến pháp',
	'Quyết nghị'
];
const kindBefore = new RegExp(String.raw`(?:${kindWords.join('|')})(\s+số\s*:?)?\s*$`, 'i');
const issuerAfter =
	/^(?:\s*,?\s*ngày\s+(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}))?\s*,?\s*(?:của|do)\s/;

const symbol = String.raw`[A-ZĐ][A-Za-zĐđƯư&]*\d*(?:[-/][A-ZĐ][A-Za-zĐđƯư&]*\d*)*`;
const numbered = new RegExp(
	String.raw`(?:(?<![\p{L}\d])[Ss]ố\s*:?\s*)?(?<![\d.,/:-])(\d{1,5}|[.…_]{2,})\s?(?:\/((?:19|20)\d{2}))?\s?[/-]\s?(${symbol})(?![\p{L}\d])`,
	'gu'
);

/** "Số:      /KH-UBND": the number is still open. */
const blankNumber = /((?<!\p{L})[Ss]ố)\s*:?\s*\/(?=[A-ZĐ])/gu;

/** "NQ 02/2024/NQ-HĐND": the kind is written short before the number. */
const shortKind = /(?<![\p{L}\d/-])(NQ|NĐ|QĐ|TT|CV|KH|CT|TB|BC|TTLT)\s+(số\s+)?(?=\d{1,5}[/-])/gu;
/** "mẫu TP/HT-2020-KS.1": looked up, not listened to. */
const formCode =
	/((?<!\p{L})[Mm]ẫu)(?:\s+số)?:?\s+[A-ZĐ]{1,6}\d*[/-](?:[A-ZĐ\d]+[./-])*[A-ZĐ\d]*\d[A-ZĐ\d]*(?![\p{L}\d/])/gu;

const numberedForm = /((?<!\p{L})[Mm]ẫu\s+(?:số\s+)?\d{1,3}[a-z]?)\/[A-ZĐ][A-ZĐ-]{0,9}(?![\p{L}\d/-])/gu;

/** "06/KH-UBND" → "Kế hoạch số không sáu của Ủy ban nhân dân". */
export function sayDocumentNumbers(text: string): string {
	return text
		.replace(
			shortKind,
			(_, kind: string, number: string | undefined) => `${documentKinds[kind]!} ${number ?? ''}`
		)
		.replace(formCode, '$1')
		.replace(numberedForm, '$1')
		.replace(blankNumber, '$1 ...../')
		.replace(
			numbered,
			(found, number: string, year: string | undefined, marks: string, at: number, whole: string) => {
				const parts = marks.split(/[-/]/);
				const known = parts.some((part) => part in documentKinds || part in issuers || /^QH\d+$/.test(part));
				if (!known && !year && !/số\s*:?\s*/i.test(found)) return found;
				// "COVID-19", plates and the like are no documents.
				if (!known && /^[A-Z]\d*$/.test(marks)) return found;
				const before = whole.slice(0, at);
				const named = kindBefore.test(before) || /số\s*:?\s*$/.test(before) || /^số/i.test(found);
				const kind = documentKinds[parts[0]!];
				const withKind = named && !(/^số/i.test(found) && !kindBefore.test(before));
				const saysNumber = /^\d/.test(number) ? documentNumber(number) : '';
				const said: string[] = [];
				if (
					!withKind &&
					kind &&
					!/\p{L}\s+số\s*:?\s*$/u.test(before) &&
					!(/^số/i.test(found) && /\p{L}\s*$/u.test(before))
				)
					said.push(kind);
				if (/^số/i.test(found) ? saysNumber : !named && kind && saysNumber) said.push('số');
				if (saysNumber) said.push(saysNumber);
				if (year) said.push(`năm ${wholeNumber(year)}`);
				const by = issuerOf(parts);
				if (by && !issuerAfter.test(whole.slice(at + found.length))) said.push(`của ${by}`);
				return said.join(' ');
			}
		)
		.replace(
			new RegExp(
				String.raw`((?:${kindWords.join('|')})\s+(?:số\s+)?)(\d{1,4})\/((?:19|20)\d{2})(?![\d/-])`,
				'g'
			),
			(_, words: string, number: string, year: string) =>
				`${words}${documentNumber(number)} năm ${wholeNumber(year)}`
		);
}

/** The number of a document keeps its leading zero: "Đề án không sáu". */
export function documentNumber(number: string): string {
	const zeros = /^0+(?=[1-9])/.exec(number)?.[0].length ?? 0;
	return `${'không '.repeat(zeros)}${wholeNumber(number)}`;
}

function issuerOf(parts: string[]): string {
	const assembly = parts.map((part) => /^(?:UBTV)?QH(\d+)$/.exec(part)).find(Boolean);
	if (assembly)
		return `${assembly[0].startsWith('UBTV') ? 'Ủy ban Thường vụ ' : ''}Quốc hội khóa ${wholeNumber(assembly[1]!)}`;
	const first = parts[0]!;
	const rest = first in documentKinds ? parts.slice(1) : parts.slice(0, 1);
	const names = rest.map((part) => issuers[part] ?? (part.length > 1 ? spelled(part) : '')).filter(Boolean);
	return names.join(' và ');
}

const zeroKept =
	/((?<!\p{L})(?:số|đề án|chỉ thị|nghị quyết|thông tư|quyết định|kế hoạch|công văn|nghị định|phòng|mẫu|biểu|phụ lục|chương trình|quy định|kết luận)\s+(?:số\s+)?)(0\d{1,3})(?![\d/%-]|[.,]\d|\s*(?:\p{Ll}+\s)?(?:ngày|tháng|năm|người|hộ|bản|giờ)(?!\p{L}))/giu;

/** "Đề án 06", "Mẫu số 04": here the zero is said. */
export const sayKeptZeros = (text: string): string =>
	text.replace(zeroKept, (_, words: string, number: string) => `${words}${documentNumber(number)}`);

/** "điểm b khoản 2": letters of a law's points by their names. */
export const sayPoints = (text: string): string =>
	text.replace(
		/((?<!\p{L})[Đđ]iểm\s+)([a-zđ])(?=[\s,.;]|$)/gu,
		(_, word: string, letter: string) => `${word}${letterName(letter)}`
	);

/** "thứ 4" → "thứ tư". */
export const sayOrdinals = (text: string): string =>
	text.replace(
		/((?<!\p{L})thứ\s+)(\d{1,3})(?![\d/.,]*\d)/giu,
		(_, word: string, number: string) => `${word}${ordinal(number)}`
	);
