/**
 * The fixed wordings of an administrative document: number, date, markers, receivers
 * (Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II).
 */
import type { AdministrativeDocument, Block, DateParts, Inline } from './document.ts';

/** Capitals as the Vietnamese write them: "ủy ban" becomes "ỦY BAN". */
export function capitals(text: string): string {
	return text.toLocaleUpperCase('vi');
}

/** Below 10 with one leading zero (PL I.II.3.c, PL I.II.4.b). */
export function twoDigits(value: number): string {
	return String(value).padStart(2, '0');
}

/** The number of a document: "5" becomes "05"; a number with letters stays as it is. */
export function documentNumber(number: string): string {
	const trimmed = number.trim();
	return /^\d$/.test(trimmed) ? `0${trimmed}` : trimmed;
}

/** "12/BC-UBND", or "      /BC-UBND" with room for the pen while the number is open. */
export function numberAndSymbol(number: string | null, symbol: string): string {
	const given = number?.trim();
	return `${given ? documentNumber(given) : '     '}/${symbol}`;
}

/** "ngày 05 tháng 01 năm 2026"; only months 1 and 2 take a zero (PL I.II.4.b); open parts leave room for the pen. */
export function dateInWords({ day, month, year }: DateParts): string {
	const dayWord = day === null ? '  ' : twoDigits(day);
	const monthWord = month === null ? '  ' : month <= 2 ? twoDigits(month) : String(month);
	const yearWord = year === null ? '    ' : String(year);
	return `ngày ${dayWord} tháng ${monthWord} năm ${yearWord}`;
}

/** "Số: 12/BC-UBND". */
export function numberLine(document: Pick<AdministrativeDocument, 'number' | 'symbol'>): string {
	return `Số: ${numberAndSymbol(document.number, document.symbol)}`;
}

/** "Cổ Thành, ngày 05 tháng 01 năm 2026". */
export function placeAndDate(document: Pick<AdministrativeDocument, 'place' | 'date'>): string {
	return `${document.place}, ${dateInWords(document.date)}`;
}

const romanDigits: [number, string][] = [
	[100, 'C'],
	[90, 'XC'],
	[50, 'L'],
	[40, 'XL'],
	[10, 'X'],
	[9, 'IX'],
	[5, 'V'],
	[4, 'IV'],
	[1, 'I']
];

export function roman(value: number): string {
	let rest = value;
	let words = '';
	for (const [size, letters] of romanDigits) {
		while (rest >= size) {
			words += letters;
			rest -= size;
		}
	}
	return words;
}

/** Letters of a điểm: the Vietnamese alphabet with đ, without f, j, w, z and the marked vowels (PL I.II.6.đ). */
const pointLetters = [...'abcdđeghiklmnopqrstuvxy'];

export function pointLetter(ordinal: number): string {
	const turn = Math.floor((ordinal - 1) / pointLetters.length);
	return (pointLetters[(ordinal - 1) % pointLetters.length] ?? '').repeat(turn + 1);
}

/** The marker in front of every heading ("I.", "1.", "a)"), null for other blocks, in the order of the blocks. */
export function headingMarkers(blocks: Block[]): (string | null)[] {
	const counts = { 1: 0, 2: 0, 3: 0 };
	return blocks.map((block) => {
		if (block.type !== 'heading') return null;
		counts[block.level] += 1;
		if (block.level === 1) counts[2] = 0;
		if (block.level <= 2) counts[3] = 0;
		if (block.level === 1) return `${roman(counts[1])}.`;
		return block.level === 2 ? `${counts[2]}.` : `${pointLetter(counts[3])})`;
	});
}

/** "Phụ lục" alone, "Phụ lục I", "Phụ lục II" when there are more (PL I.III.1.b). */
export function annexLabel(index: number, count: number): string {
	return count > 1 ? `Phụ lục ${roman(index + 1)}` : 'Phụ lục';
}

/** "(Kèm theo Báo cáo số 12/BC-UBND ngày … của …)"; open parts stay open as in the head (PL I.III.1.c). */
export function annexReference(document: AdministrativeDocument): string {
	const kind = document.kind.toLocaleLowerCase('vi');
	const name = kind.charAt(0).toLocaleUpperCase('vi') + kind.slice(1);
	const number = numberAndSymbol(document.number, document.symbol);
	return `(Kèm theo ${name} số ${number} ${dateInWords(document.date)} của ${document.issuer})`;
}

/** The list under "Nơi nhận:"; a document with "Kính gửi" begins with "Như trên" (PL I.II.9.b). */
export function recipientLines(
	document: Pick<AdministrativeDocument, 'addressees' | 'recipients' | 'archive'>
): string[] {
	const names = document.recipients.map((name) => name.replace(/^[-–\s]+|[\s;.,]+$/g, '')).filter(Boolean);
	if (document.addressees.length > 0 && names[0] !== 'Như trên') names.unshift('Như trên');
	return [...names.map((name) => `- ${name};`), `- Lưu: ${document.archive.replace(/[\s.;]+$/, '')}.`];
}

/** The content of a document is closed with "./." (samples of PL III). */
export function closed(content: Inline[]): Inline[] {
	const last = content.at(-1);
	if (last === undefined) return ['./.'];
	const close = (text: string) =>
		text.trimEnd().endsWith('./.') ? text : `${text.replace(/[\s.;,]+$/, '')}./.`;
	const end = typeof last === 'string' ? close(last) : { ...last, text: close(last.text) };
	return [...content.slice(0, -1), end];
}
