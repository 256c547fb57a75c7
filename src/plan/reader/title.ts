/** Title (tên loại and trích yếu) and the year the plan is for, which its date may not share. */
import type { Line, Piece } from './piece.ts';
import { bare, isUpper, squeeze, startsSmall } from './plain.ts';

export type Title = { title: string | null; at: number | null; /** Pieces after the title. */ rest: Piece[] };

const GROUND =
	/^(?:[-+]\s*)?(?:can cu|thuc hien|tiep tuc thuc hien|trien khai thuc hien|trien khai|xet|theo|de|nham|thi hanh|uy ban nhan dan|ubnd)\s/;
const KIND_WORDS =
	/^\s*(?:k\s*ế\s*h\s*o\s*ạ\s*c\s*h|chương\s+trình|phương\s+án|đề\s+án|hướng\s+dẫn|quyết\s+định|thông\s+báo|nghị\s+quyết|chỉ\s+thị|công\s+văn)\s*[:.]?\s*/iu;

export function readTitle(front: Piece[]): Title {
	const [first, ...others] = front;
	if (first?.kind !== 'line') return { title: null, at: null, rest: front };
	const words: string[] = [];
	const own = first.text.replace(KIND_WORDS, '').trim();
	let at: number | null = null;
	if (own) {
		words.push(own);
		at = first.at;
	}
	let used = 0;
	for (const piece of others) {
		if (piece.kind !== 'line' || words.length >= 7) break;
		if (/^[-–_=*.\s]+$/.test(piece.text)) {
			used += 1;
			if (words.length > 0) break;
			continue;
		}
		if (words.length > 0 && endsBefore(piece, words, others[used - 1])) break;
		if (words.length === 0 && /^(?:can cu|\(|dieu \d)/.test(bare(piece.text))) break;
		words.push(piece.text);
		at ??= piece.at;
		used += 1;
	}
	const title = squeeze(words.join(' ')).replace(/\s*[-–_]{3,}$/, '');
	return { title: title || null, at, rest: others.slice(used) };
}

function endsBefore(line: Line, words: string[], before: Piece | undefined): boolean {
	const soFar = words.join(' ');
	const text = bare(line.text);
	if (line.text.startsWith('('))
		return !isOpenQuote(soFar) && !/^\((?:\p{Lu}{2,}|giai|đợt|quý)/u.test(line.text);
	if (/^can cu\s|^can cu:|^dieu \d/.test(text)) return true;
	if (
		isOpenQuote(soFar) ||
		/[,–-]$/.test(soFar) ||
		/(?:\s|^)(?:và|về|của|cho|tại|trên|năm|giai đoạn|với|trong|thực hiện|ban hành|nhân dân)$/iu.test(soFar)
	)
		return false;
	if (startsSmall(line.text) || /^\d/.test(line.text)) return line.text.length > 140;
	if (isUpper(line.text)) return !isUpper(words[0]!);
	if (/[.;:]$/.test(line.text) || line.text.length > 160) return true;
	if (GROUND.test(text)) return true;
	if (line.whole)
		return !line.centered && (before?.kind === 'line' ? before.centered || line.bold !== before.bold : true);
	return (
		line.gap > 0 || (before?.kind === 'line' && line.indent + 6 < before.indent && line.text.length > 60)
	);
}

const isOpenQuote = (text: string): boolean =>
	(text.match(/“/g)?.length ?? 0) > (text.match(/”/g)?.length ?? 0);

/**
 * "năm 2026" in the title is the year; of "giai đoạn 2026 - 2030" and "năm học 2025 - 2026" it is the year of the date
 * when that lies inside, else the first one.
 */
export function readYear(
	title: string | null,
	others: (string | null)[],
	dateYear: number | null
): { year: number | null; doubt: string | null } {
	for (const [at, text] of [title, ...others].entries()) {
		if (!text) continue;
		const range =
			/(?:giai đoạn|năm học|thời kỳ|các năm|từ năm|năm)\s*((?:19|20)\d\d)\s*(?:[-–—/]|đến(?: năm)?|,)\s*((?:19|20)\d\d)/iu.exec(
				text
			);
		const withoutRanges = text
			.replace(
				/(?:giai đoạn|năm học|thời kỳ|từ năm)\s*(?:19|20)\d\d\s*(?:[-–—/]|đến(?: năm)?)\s*(?:19|20)\d\d/giu,
				' '
			)
			.replace(/(?:đến|tới|tầm nhìn|định hướng)\s+(?:hết\s+)?năm\s+(?:19|20)\d\d/giu, ' ');
		const years = [
			...withoutRanges.matchAll(
				/(?:năm|tháng\s*\d{1,2}\s*\/|quý\s*[ivx\d]{1,3}\s*\/)\s*((?:19|20)\d\d)(?!\s*[-–]\s*(?:19|20)\d\d)(?!\d)/giu
			)
		].map((match) => Number(match[1]));
		if (years.length > 0 && at === 0) return { year: years.at(-1)!, doubt: null };
		if (years.length > 0)
			return {
				year: years[0]!,
				doubt: 'Tiêu đề không ghi năm; đã lấy năm ghi trong phần mở đầu. Hãy kiểm tra năm của kế hoạch.'
			};
		if (range) {
			const [from, to] = [Number(range[1]), Number(range[2])];
			const year = dateYear !== null && dateYear >= from && dateYear <= to ? dateYear : from;
			return {
				year,
				doubt: `Kế hoạch ghi “${squeeze(range[0])}”; đã lấy năm ${year}. Hãy kiểm tra năm của kế hoạch.`
			};
		}
	}
	return {
		year: dateYear,
		doubt:
			dateYear === null
				? null
				: 'Kế hoạch không ghi năm thực hiện; đã lấy năm của ngày văn bản. Hãy kiểm tra.'
	};
}
