/**
 * Markers of the levels of a plan (Nghị định 30/2020/NĐ-CP, Phụ lục I: phần, mục, khoản, điểm): "I.", "1.", "a)" in the
 * Vietnamese alphabet, and by habit "3.1.", "-" and "+".
 */
import { bare, isUpper, startsCapital } from './plain.ts';

export type Marker = {
	/** As printed, with one kind of dash. */
	marker: string;
	depth: 1 | 2 | 3 | 4;
	rest: string;
	kind: 'part' | 'roman' | 'capital' | 'number' | 'dotted' | 'letter' | 'bullet';
};

const PART = /^((?:phần|chương)\s+(?:thứ\s+\p{L}+|[ivx]+|\d{1,2}))\s*[.:–-]?\s*(.*)$/iu;
const ROMAN = /^((?=[IVX])X{0,3}(?:IX|IV|V?I{0,3}))\s?([.)/:–-])\s*(?![\d])(\S.*)$/;
const ROMAN_BARE = /^((?=[IVX])X{0,3}(?:IX|IV|V?I{0,3}))\s+(\p{Lu}.*)$/u;
const CAPITAL = /^([A-EĐGH])\s?([.)/])\s*(\p{L}.*)$/u;
const DOTTED = /^(\d{1,2}(?:\.\d{1,2}){1,3})\s?([.)/]?)\s+(?=["“(]?[\p{L}\d])(\S.*)$/u;
const NUMBER = /^(\d{1,2})\s?([.)/]|\s?-(?=\s\p{Lu}))\s*(?![\d,.])(\S.*)$/u;
const BRACKETED = /^(\(\s?(?:\d{1,2}|[a-zđ]|[ivx]{1,4})\s?\))\s*(\S.*)$/u;
const LETTER = /^([a-eđg-ik-vxy])\s?([).]|\/(?=\s?\p{L}))\s*(\S.*)$/u;
const BULLET = /^([-–—−•●▪◦*+])\s*(?![-–—=*_.]{2})(\S.*)$/u;

export function readMarker(text: string): Marker | null {
	const first = text[0];
	if (first === undefined || text.length > 30_000) return null;
	const bullet = BULLET.exec(text);
	if (bullet) {
		const sign = bullet[1] === '+' || bullet[1] === '*' ? bullet[1] : '-';
		return { marker: sign, depth: 4, rest: bullet[2]!, kind: 'bullet' };
	}
	if (first === '(') {
		const found = BRACKETED.exec(text);
		return found
			? { marker: found[1]!.replaceAll(' ', ''), depth: 4, rest: found[2]!, kind: 'bullet' }
			: null;
	}
	if (first >= '0' && first <= '9') {
		const dotted = DOTTED.exec(text);
		if (dotted)
			return {
				marker: dotted[1]! + dotted[2]!,
				depth: dotted[1]!.split('.').length > 2 ? 4 : 3,
				rest: dotted[3]!,
				kind: 'dotted'
			};
		const number = NUMBER.exec(text);
		if (number && number[1] !== '00')
			return { marker: number[1]! + number[2]!.trim(), depth: 2, rest: number[3]!, kind: 'number' };
		return null;
	}
	const roman = ROMAN.exec(text);
	if (roman) return { marker: roman[1]! + roman[2]!, depth: 1, rest: roman[3]!, kind: 'roman' };
	const romanBare = ROMAN_BARE.exec(text);
	if (romanBare && isUpper(romanBare[2]!) && romanBare[2]!.includes(' '))
		return { marker: romanBare[1]!, depth: 1, rest: romanBare[2]!, kind: 'roman' };
	const capital = CAPITAL.exec(text);
	if (capital && startsCapital(capital[3]!) && capital[3]!.length > 3)
		return { marker: capital[1]! + capital[2]!, depth: 1, rest: capital[3]!, kind: 'capital' };
	const letter = LETTER.exec(text);
	if (letter) return { marker: letter[1]! + letter[2]!, depth: 3, rest: letter[3]!, kind: 'letter' };
	const part = PART.exec(text);
	if (part && (part[2] === '' || isUpper(part[2]!) || isUpper(part[1]!)))
		return { marker: part[1]!, depth: 1, rest: part[2]!, kind: 'part' };
	return null;
}

/** Words after which a number or letter at the start of a line is a reference, not a marker: "tại khoản / 1. Điều 5". */
const REFERRING =
	/(?:(?:^|\s)(?:tại|theo|các|và|của|ở|định)|,)\s+(?:khoản|điểm|điều|mục|phần|chương|phụ lục|quý)$|(?:mẫu|biểu|phụ lục)\s+số$|(?:^|\s)quý$/iu;
/** Names that hold a dash: a line may break before it ("Văn hóa / - Xã hội"). */
const BEFORE_DASH =
	/(?:van hoa|kinh te|tai chinh|chinh tri|hdnd|ke hoach|lao dong|tu phap|dia chinh|thi dua|phat thanh|thuong binh|hoi dong nhan dan|van phong|thong tin|to quoc)$/;
const AFTER_DASH =
	/^(?:xa hoi|ubnd|ke toan|tong hop|ke hoach|thuong binh|ho tich|xay dung|khen thuong|truyen hinh|uy ban|the thao|thong ke|bnv|nong nghiep|do thi|tai chinh|ky thuat)/;

/** Whether the line only looks as if it began with a marker, because its sentence was broken there. */
export function isBrokenSentence(before: string, marker: Marker): boolean {
	const end = bare(before).replace(/[\s"”’')]+$/, '');
	if (/[.;:!?…]$/.test(end)) return false;
	if (marker.kind === 'bullet') {
		if (marker.marker !== '-') return marker.marker.startsWith('(') && /^\p{Ll}/u.test(marker.rest);
		const rest = bare(marker.rest);
		if (/\d$/.test(end) && /^\d/.test(rest)) return true;
		if (BEFORE_DASH.test(end) && AFTER_DASH.test(rest)) return true;
		return (
			/^\p{Ll}/u.test(marker.rest) &&
			!end.endsWith(',') &&
			end.split(' ').length > 3 &&
			/^(?:xa hoi|ky thuat|nghe nghiep|ubnd|su nghiep)/.test(rest)
		);
	}
	if (marker.kind === 'roman' && isUpper(marker.rest)) return false;
	if (REFERRING.test(before.trimEnd())) return true;
	if (marker.kind === 'number' || marker.kind === 'dotted') return /^\p{Ll}/u.test(marker.rest);
	return false;
}
