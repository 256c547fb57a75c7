/**
 * Head of the document (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II): cơ quan chủ quản, cơ quan ban hành, số và ký hiệu,
 * địa danh và ngày tháng. Two columns stand side by side, one after the other, torn over lines or between bars; what a
 * part is, its own words say, so the order does not matter.
 */
import { segments, type Line } from './piece.ts';
import { bare, isUpper, mostlyUpper, squeeze } from './plain.ts';

export type Head = {
	superior: string | null;
	issuer: string | null;
	number: string | null;
	symbol: string | null;
	place: string | null;
	date: { day: number | null; month: number | null; year: number | null };
};

/** Quốc hiệu, tiêu ngữ, and the head of the Party. Spelling of "HÒA" differs, and so do the dashes. */
const MOTTO =
	/cộng\s+h\p{L}{2,3}\s+xã\s+hội\s+chủ\s+nghĩa\s+việt\s+nam|độc\s+lập\s*[-–—−]+\s*tự\s+do\s*[-–—−]+\s*hạnh\s+phúc|đảng\s+cộng\s+sản\s+việt\s+nam|dự\s+thảo(?:\s+lần\s+\d+)?|(?:hỏa|hoả)\s+tốc|thượng\s+khẩn/giu;
/** Words an agency begins with; another line goes on with the name above it. */
const AGENCY =
	/^(?:uy ban nhan dan|ubnd|uy ban|hoi dong|hdnd|chu tich|so |bo |ban |phong |chi cuc|cuc |tong cuc|truong |trung tam|hoi |dang bo|dang uy|chi bo|tinh uy|thanh uy|quan uy|huyen uy|van phong|mat tran|ub mttq|ubmttq|lien doan|doan |tinh doan|thanh doan|huyen doan|cong an|thanh tra|vien |benh vien|hoc vien|dai hoc|tram |to |tong cong ty|cong ty|bao |dai |quy |kho bac|toa an|bhxh|bao hiem)/;
const PLACE_LINE = /^(?:tinh|thanh pho|tp|huyen|quan|thi xa|thi tran|phuong|xa|dac khu|tx)(?=[\s.])/;

export function readHead(lines: Line[]): Head {
	const left: string[] = [];
	const rest: string[] = [];
	for (const line of lines) {
		const raw = line.raw.replace(MOTTO, '   ');
		for (const { text } of segments(raw)) sort(text, left, rest);
	}
	const loose = squeeze(rest.join(' '));
	const { superior, issuer } = agencies(left);
	const { number, symbol, without } = numberIn(loose);
	const { place, date } = dateIn(without);
	return { superior, issuer, number, symbol, place, date };
}

function sort(text: string, left: string[], rest: string[]): void {
	// One space may be all that is left between two columns: "Số: 12/KH-UBND Cổ Thành, ngày …".
	if (/^[-–—_*=.\s]+$/.test(text)) return;
	const plain = bare(text);
	if (
		/^so\s*[:.]|^so\s+\d|^so$|ngay|thang|\bnam\b|\d|^\/|^-?\p{Lu}{1,4}-\p{Lu}/u.test(plain) ||
		/^[\s/-]*[A-ZĐ&]+(?:[-/][A-ZĐ&0-9]+)+$/.test(text)
	)
		rest.push(text);
	else if (mostlyUpper(text) || AGENCY.test(plain)) left.push(text.replace(/^[*\s-]+|[*\s-]+$/g, ''));
	else rest.push(text);
}

function agencies(lines: string[]): { superior: string | null; issuer: string | null } {
	const names: string[] = [];
	for (const line of lines.filter((one) => /\p{L}{2}/u.test(one))) {
		const plain = bare(line);
		const before = names.at(-1);
		const goesOn = before !== undefined && (!AGENCY.test(plain) || isOpen(before) || PLACE_LINE.test(plain));
		if (goesOn) names[names.length - 1] = `${before} ${line}`;
		else names.push(line);
	}
	const own = names.filter((name) => AGENCY.test(bare(name)));
	const used = own.length > 0 ? own : names;
	return { issuer: used.at(-1) ?? null, superior: used.at(-2) ?? null };
}

/** "ỦY BAN NHÂN DÂN" alone, or "CHỦ TỊCH" above it, still waits for its place. */
const isOpen = (name: string): boolean =>
	/^(?:chu tich|chu tich uy ban nhan dan|uy ban nhan dan|ubnd|hoi dong nhan dan(?: va)?)$/.test(bare(name)) ||
	/(?:\s(?:va|-|&|,)|,)$/.test(bare(name));

const BLANK = '[\\s.…_,-]*';
/** Number, then "/KH-UBND" (also "63/2025/QĐ-UBND"), or the Party's form "35-KH/TU". */
const NUMBER = new RegExp(
	`\\bsố\\s*[:.]?${BLANK}(\\d{1,6})?${BLANK}(?:/\\s*((?:19|20)\\d\\d))?\\s*(?:/|-)\\s*([\\p{Lu}][\\p{Lu}\\d]*(?:\\s?[-–/.&]\\s?[\\p{Lu}][\\p{L}\\d]*)*)`,
	'iu'
);

export function numberIn(text: string): { number: string | null; symbol: string | null; without: string } {
	const found = NUMBER.exec(text) ?? /()()()\/\s*(\p{Lu}{2,4}-\p{Lu}{2,8})/u.exec(text);
	if (!found) {
		const bareNumber = /\bsố\s*:\s*(\d{1,6})(?!\s*[/\d])/iu.exec(text);
		if (!bareNumber) return { number: null, symbol: null, without: text.replace(/\bsố\s*:\s*/iu, ' ') };
		return { number: bareNumber[1]!, symbol: null, without: text.replace(bareNumber[0], ' ') };
	}
	const [whole, digits, year] = found;
	const symbol = (found[3] || found[4] || '').replace(/\s/g, '').replaceAll('–', '-');
	const party =
		digits &&
		new RegExp(`${digits}\\s*-\\s*\\p{Lu}`, 'u').test(whole) &&
		!/\/\s*\p{Lu}+-/u.test(whole.slice(0, whole.indexOf(digits) + digits.length + 2));
	const number = digits ? `${digits}${year ? `/${year}` : ''}${party ? '-' : '/'}${symbol}` : null;
	return { number, symbol: symbol || null, without: squeeze(text.replace(whole, ' ')) };
}

const DATE = /ngày([\s.…_\d/-]{0,20}?)tháng([\s.…_\dIVX/-]{0,14}?)năm([\s.…_]{0,12}\d{0,4})/iu;
const SHORT_DATE = /ngày\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})/iu;

function dateIn(text: string): { place: string | null; date: Head['date'] } {
	const long = DATE.exec(text);
	const short = long ? null : SHORT_DATE.exec(text);
	const found = long ?? short;
	const before = found ? text.slice(0, found.index) : text;
	const date = {
		day: within(found?.[1], 31),
		month: within(found?.[2], 12),
		year: /(?:19|20)\d\d/.test(found?.[3] ?? '') ? Number(/\d{4}/.exec(found![3]!)![0]) : null
	};
	return { place: found ? placeIn(before) : null, date };
}

function within(words: string | undefined, most: number): number | null {
	const digits = /\d{1,2}/.exec(words ?? '')?.[0];
	const value = Number(digits);
	return digits && value >= 1 && value <= most ? value : null;
}

/** Địa danh: the name before ", ngày"; class words belong to it ("Phường Trần Hưng Đạo"). */
function placeIn(before: string): string | null {
	const words = before.replace(/[\s,.…-]+$/, '');
	const match =
		/(?:^|[^\p{L}\s.'’-])\s*((?:[\p{Lu}][\p{L}.'’]*\s?|-\s?|[\p{Ll}]{2,6}\s(?=\p{Lu}))+)$/u.exec(words) ??
		/((?:\p{Lu}[\p{Ll}.'’]*\s?){1,6})$/u.exec(words);
	const place = match?.[1]?.trim();
	if (!place || (isUpper(place.replace(/^(?:TP|TX)\.?\s*/, '')) && place.length > 30)) return null;
	return place;
}
