/**
 * Grounds of the plan (căn cứ ban hành): "Căn cứ …", "Thực hiện …", "Tiếp tục thực hiện …". One sentence may hold several
 * documents; each becomes an entry of its own. Grounds that are no document (chức năng, nhiệm vụ; đề nghị của …) are left out.
 */
import type { Flow } from './paragraphs.ts';
import { readMarker } from './marker.ts';
import { bare, squeeze } from './plain.ts';

export type LegalBasis = { text: string; at: number };

const LEAD =
	/^(?:can cu|tiep tuc thuc hien|tiep tuc trien khai(?: thuc hien)?|trien khai thuc hien|trien khai|thuc hien|thi hanh|theo|xet|tren co so|de trien khai(?: thuc hien)?|de thuc hien|nham (?:trien khai |)thuc hien)(?:\s+(?:theo|vao|noi dung|tinh than|cac noi dung|chi dao tai))?\s*:?\s+/;
const KIND =
	'(?:hien phap|bo luat|luat|phap lenh|nghi quyet|nghi dinh|quyet dinh|chi thi|thong tu(?: lien tich)?|ke hoach|chuong trinh|cong van|huong dan|ket luan|thong bao|van ban|de an|cong dien|quy dinh|quy che|to trinh|bao cao|lenh|van ban hop nhat|chuong trinh hanh dong|chuong trinh tong the)';
const NUMBERED = new RegExp(`${KIND}(?:\\s[a-z]+){0,6}?\\s+(?:so\\s*:?\\s*)?\\d{1,6}\\s*(?:/|-)\\s*[a-z\\d]`);
const STARTS_DOCUMENT = new RegExp(`^(?:va\\s+|cac\\s+)?${KIND}(?=\\s)`);
/** What a document of its own begins with after "," or "và": its kind and its number at once. */
const NEXT_NUMBERED = new RegExp(`^${KIND}\\s+so\\s*:?\\s*\\d{1,6}\\s*(?:/|-)\\s*[a-z\\d]`);
const NO_DOCUMENT =
	/^(?:chuc nang|tinh hinh|dieu kien|nhiem vu|de nghi|yeu cau thuc te|nhu cau|ket qua|thuc te|thuc trang|ke hoach nay|quyen han|kha nang)/;

export function readLegalBasis(flow: Flow[]): LegalBasis[] {
	const found: LegalBasis[] = [];
	let listing = false;
	for (const one of flow) {
		if (one.kind === 'table') continue;
		const text = readMarker(one.text)?.rest ?? one.text;
		const plain = bare(text);
		if (/^(?:cac )?(?:can cu|co so)(?: phap ly| ban hanh)?\s*:?$/.test(plain)) {
			listing = true;
			continue;
		}
		const lead = LEAD.exec(plain);
		if (!lead && !(listing && STARTS_DOCUMENT.test(plain))) {
			if (!STARTS_DOCUMENT.test(plain) || !/;\s*$/.test(text)) continue;
		}
		if (/^theo de nghi|^xet de nghi|^theo to trinh|^xet to trinh/.test(plain)) continue;
		for (const part of documentsIn(text.slice(lead?.[0].length ?? 0))) found.push({ text: part, at: one.at });
	}
	return found;
}

/** The documents of one sentence, without the words that introduce them and without what the agency then does. */
export function documentsIn(sentence: string): string[] {
	const text = squeeze(withoutPurpose(sentence));
	const plain = bare(text);
	const cuts = [0];
	let depth = 0;
	for (let at = 0; at < text.length; at += 1) {
		const sign = text[at]!;
		if (sign === '(' || sign === '“') depth += 1;
		else if (sign === ')' || sign === '”') depth = Math.max(0, depth - 1);
		if (depth > 0) continue;
		const after = plain.slice(at + 1, at + 120).trimStart();
		if (
			sign === ';' &&
			(LEAD.test(after) ||
				/^(?:can cu )?(?:chuc nang|tinh hinh)/.test(after) ||
				(/^\s*\p{Lu}/u.test(text.slice(at + 1, at + 4)) && STARTS_DOCUMENT.test(after)) ||
				NEXT_NUMBERED.test(after))
		)
			cuts.push(at + 1);
		else if (
			sign === '.' &&
			text[at + 1] === ' ' &&
			(LEAD.test(after) || STARTS_DOCUMENT.test(after)) &&
			/\p{Lu}/u.test(text.slice(at + 1).trimStart()[0] ?? '')
		)
			cuts.push(at + 1);
		else if (
			(sign === ',' || (sign === ' ' && plain.startsWith('va ', at + 1))) &&
			isWhole(plain.slice(cuts.at(-1)!, at))
		) {
			const rest = sign === ',' ? after.replace(/^va\s+/, '') : plain.slice(at + 4, at + 124);
			if (NEXT_NUMBERED.test(rest)) cuts.push(sign === ',' ? at + 1 : at + 4);
		}
	}
	return cuts
		.map((from, index) => text.slice(from, cuts[index + 1] ?? text.length))
		.map(trimmed)
		.filter((part) => isDocument(bare(part)));
}

/** A number, its date or its author: the document before the comma was named whole, and not "sửa đổi, bổ sung …". */
const isWhole = (plain: string): boolean =>
	NUMBERED.test(plain) &&
	/\bngay\s|\d\/\d{4}|\scua\s/.test(plain) &&
	!/(?:sua doi|bo sung|thay the|bai bo|huong dan|thi hanh|thuc hien|quy dinh chi tiet)[^,]{0,30}$/.test(
		plain
	);

function trimmed(part: string): string {
	const words = part.replace(/^[\s;,.]+|[\s;,.]+$/g, '').replace(/^và\s+/u, '');
	const lead = LEAD.exec(bare(words));
	return (lead ? words.slice(lead[0].length) : words).replace(/[\s;,./]+$|\s+và$/u, '').trim();
}

function isDocument(plain: string): boolean {
	if (plain.length < 6 || NO_DOCUMENT.test(plain)) return false;
	return (
		STARTS_DOCUMENT.test(`${plain} `) ||
		NUMBERED.test(plain) ||
		/\d{1,6}\s*(?:\/|-)\s*(?:nq|kh|qd|ct|kl|nd|tt|hd|da|cv|ubnd)[-/\s]/.test(plain)
	);
}

const AGENT =
	/[,;.]\s*((?:(?:để|nhằm)\s[^.;]{5,250}?,\s*)?(?:ủy ban nhân dân|uỷ ban nhân dân|ubnd|chủ tịch|sở|phòng|ban|trường|trung tâm|chi cục|cục|bộ|hội|đảng ủy|văn phòng|công an|mặt trận|ủy ban|cơ quan|đơn vị|phường|xã)(?=\s)[^.;]{0,160}?\s(?:xây dựng|ban hành|triển khai|đề ra|lập|tổ chức|thông báo|hướng dẫn|yêu cầu|phát động|quy định|phê duyệt)\s.*)$/iu;
const BARE_ACT =
	/[,;.]\s*(?:nay\s+)?(?:xây dựng|ban hành|triển khai)\s+kế hoạch\s[^;]{0,200}(?:như sau|cụ thể).*$/iu;

/** Cuts off "…, Ủy ban nhân dân phường X xây dựng Kế hoạch … như sau:". */
function withoutPurpose(sentence: string): string {
	const text = sentence.slice(0, 6000);
	const tail = /(?:như sau|cụ thể|nội dung|sau đây)\s*[:.]?\s*$/iu.test(text) || /:\s*$/.test(text);
	if (!tail) {
		return text;
	}
	const from = Math.max(0, text.length - 700);
	const end = text.slice(from);
	const found = AGENT.exec(end) ?? BARE_ACT.exec(end);
	return found ? text.slice(0, from + found.index) : text;
}
