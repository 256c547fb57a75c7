/**
 * The parts of the document: head (thể thức đầu văn bản), title, body, end (nơi nhận, chữ ký), annexes (phụ lục).
 * A decision that carries the plan (quyết định ban hành kèm theo kế hoạch) has a head, grounds and end of its own before it.
 */
import { readMarker } from './marker.ts';
import { bare, isUpper, mostlyUpper } from './plain.ts';
import { segments, type Line, type Piece } from './piece.ts';

export type Zones = {
	head: Line[];
	/** Pieces of the decision between its title and its end; empty for a plan of its own. */
	carrier: Piece[];
	carrierEnd: Piece[];
	/** From the plan's title line on, up to the first heading. */
	front: Piece[];
	body: Piece[];
	end: Piece[];
	annexes: Piece[];
	hasTitle: boolean;
	carried: boolean;
};

const KIND = /^(?:ke hoach|k\s+e\s+h\s+o\s+a\s+c\s+h|chuong trinh|phuong an|de an|huong dan)(?=$|\s|[:.–-])/;
const isPlanKind = (line: Line): boolean => {
	const text = bare(line.text);
	if (/^(?:ke hoach|k e h o a c h)[\s:.]*$/.test(text))
		return mostlyUpper(line.text) || line.text.startsWith('Kế hoạch');
	return KIND.test(text) && isUpper(line.text.replaceAll(/["“”].*?["“”]/g, 'X')) && line.text.length < 200;
};
const isDecisionKind = (line: Line): boolean =>
	/^(?:quyet dinh|thong bao|cong van|chi thi|nghi quyet)[\s:.]*$/.test(bare(line.text)) && isUpper(line.text);

export const isRecipientsStart = (text: string): boolean =>
	/^(?:[-*]\s*)?n\s?oi nhan\s*[:.]?(?=$|\s|[:.-])/.test(bare(text)) &&
	/nhận/iu.test(text) &&
	(/:/.test(text) || text.length < 14);
const AUTHORITY = /^(?:(?:t\s?m|k\s?t|t\s?l|tuq)\s?[./]|t\/m\.?|k\/t\.?|t\/l\.?)\s?(?=\p{L})/u;
export const isAuthority = (text: string): boolean =>
	AUTHORITY.test(bare(text)) &&
	(mostlyUpper(text.replace(/^\S{2,4}[./]/, '')) || text.length < 60) &&
	/^[\p{Lu}/.\s]{2,5}/u.test(text);

const ANNEX = /^(?:phu luc|phụ lục)(?:\s+(?:so\s*)?(?:\d{1,2}|[ivx]{1,5}|[a-h]))?\s*(?:[.:–-].*)?$/;
export function isAnnexStart(line: Line): boolean {
	const text = bare(line.text);
	if (!text.startsWith('phu luc') && !/^(?:bieu|mau)(?: mau)?(?: so)?\s*\d/.test(text)) return false;
	if (!/^\p{Lu}/u.test(line.text)) return false;
	if (ANNEX.test(text) && line.text.length < 160) return true;
	return isUpper(line.text) || /^bieu|^mau/.test(text)
		? mostlyUpper(line.text) || line.text.length < 60
		: /^phu luc(?: so)? (?:\d{1,2}|[ivx]{1,5})(?:\s|$)/.test(text) && line.centered;
}

const isLine = (piece: Piece | undefined): piece is Line => piece?.kind === 'line';

export function splitZones(pieces: Piece[]): Zones {
	const carrierAt = pieces.findIndex((piece, at) => isLine(piece) && at < 60 && isDecisionKind(piece));
	let titleAt = pieces.findIndex(
		(piece, at) =>
			isLine(piece) &&
			isPlanKind(piece) &&
			at > carrierAt &&
			(carrierAt < 0 || afterArticles(pieces, carrierAt, at))
	);
	// A kind of document met far down is a heading inside something else.
	if (carrierAt < 0 && titleAt > 80) titleAt = -1;
	const carried = carrierAt >= 0 && titleAt > carrierAt;
	if (titleAt < 0 && carrierAt >= 0) titleAt = carrierAt;
	const start = titleAt < 0 ? headLength(pieces) : titleAt;

	const bodyFrom = firstHeading(pieces, start + (titleAt < 0 ? 0 : 1));
	const endAt = findEnd(pieces, Math.max(bodyFrom, start));
	const annexAt = findAnnex(pieces, bodyFrom, endAt);
	const bodyTo = Math.min(endAt, annexAt);
	const headTo = carried ? carrierAt : start;
	const carrier = carried ? pieces.slice(carrierAt, titleAt) : [];
	const carrierEndAt = carrier.findIndex(
		(piece) => isLine(piece) && (isRecipientsStart(piece.text) || startsSignature(piece))
	);
	const carrierEnd = carrierEndAt < 0 ? [] : untilSecondHead(carrier.slice(carrierEndAt));
	return {
		head: pieces.slice(0, headTo).filter(isLine),
		carrier: carrierEndAt < 0 ? carrier : carrier.slice(0, carrierEndAt),
		carrierEnd,
		front: pieces.slice(start, Math.min(bodyFrom, bodyTo)),
		body: pieces.slice(Math.min(bodyFrom, bodyTo), bodyTo),
		end: endAt < annexAt ? pieces.slice(endAt, annexAt) : [],
		annexes: endAt < annexAt ? pieces.slice(annexAt) : [...pieces.slice(annexAt)],
		hasTitle: titleAt >= 0,
		carried
	};
}

/** In a decision the plan's title comes after its articles (Điều 1 …), not in the title of the decision itself. */
function afterArticles(pieces: Piece[], from: number, to: number): boolean {
	return pieces
		.slice(from, to)
		.some((piece) => isLine(piece) && (/^Điều\s*\d/iu.test(piece.text) || isRecipientsStart(piece.text)));
}

/** Without a title the head ends at the last line of the usual head. */
function headLength(pieces: Piece[]): number {
	let last = 0;
	for (const [at, piece] of pieces.slice(0, 25).entries()) {
		if (!isLine(piece)) break;
		const text = bare(piece.text);
		if (readMarker(piece.text) && !/^so\s*:/.test(text)) break;
		if (/^so\s*:|ngay.{0,12}thang.{0,12}nam|doc lap\s*[-–]|cong h[a-z]* xa hoi/.test(text)) last = at + 1;
	}
	return last;
}

/** The first heading of the plan: I., A., Phần, or 1. when nothing above it comes near. */
function firstHeading(pieces: Piece[], from: number): number {
	let firstNumber = -1;
	for (let at = from; at < pieces.length; at += 1) {
		const piece = pieces[at]!;
		if (!isLine(piece)) continue;
		if (isRecipientsStart(piece.text) || isAnnexStart(piece)) return firstNumber >= 0 ? firstNumber : at;
		const marker = readMarker(piece.text);
		if (marker?.depth === 1) return firstNumber >= 0 && at - firstNumber > 12 ? firstNumber : at;
		if (marker && marker.depth === 2 && /^0?1\b/.test(marker.marker) && firstNumber < 0) firstNumber = at;
		if (
			!marker &&
			firstNumber < 0 &&
			piece.text.length > 7 &&
			isUpper(piece.text) &&
			/^(?:muc dich|yeu cau|muc tieu|noi dung|doi tuong)/.test(bare(piece.text)) &&
			at > from
		)
			return at;
	}
	return firstNumber >= 0 ? firstNumber : pieces.length;
}

function startsSignature(line: Line): boolean {
	return segments(line.raw).some((part) => isAuthority(part.text)) || isAuthority(line.text);
}

function findEnd(pieces: Piece[], from: number): number {
	for (let at = from; at < pieces.length; at += 1) {
		const piece = pieces[at]!;
		if (isLine(piece) && (isRecipientsStart(piece.text) || startsSignature(piece) || isLoneTitle(pieces, at)))
			return at;
	}
	return pieces.length;
}

/** A signature without TM. or KT.: "CHỦ TỊCH", then the name, after the closing sentence. */
function isLoneTitle(pieces: Piece[], at: number): boolean {
	const piece = pieces[at];
	if (
		!isLine(piece) ||
		!isUpper(piece.text) ||
		!/^(?:pho )?(?:chu tich|giam doc|hieu truong|truong (?:ban|phong)|bi thu|chanh van phong|cuc truong|chi cuc truong)$/.test(
			bare(piece.text)
		)
	)
		return false;
	const before = pieces[at - 1];
	return isLine(before) && /\.\/\.?\s*$|\.$/.test(before.text);
}

function findAnnex(pieces: Piece[], from: number, endAt: number): number {
	const inEnd = endAt < pieces.length;
	for (let at = inEnd ? endAt + 1 : from; at < pieces.length; at += 1) {
		const piece = pieces[at]!;
		if (!isLine(piece)) {
			if (inEnd) return titleBefore(pieces, at, endAt);
			continue;
		}
		if (isAnnexStart(piece) && !goesOn(pieces, at)) return at;
		if (!inEnd) continue;
		const marker = readMarker(piece.text);
		if (marker && marker.depth === 1) return at;
		const text = bare(piece.text);
		if (
			at > endAt + 2 &&
			isUpper(piece.text) &&
			/^(?:bang|bieu|danh muc|danh sach|lich|de cuong|noi dung|nhiem vu|mau|phan cong|ke hoach)\b/.test(
				text
			) &&
			piece.text.length > 9
		)
			return at;
	}
	return pieces.length;
}

/** A reference to an annex whose sentence was broken over lines is no annex. */
function goesOn(pieces: Piece[], at: number): boolean {
	const next = pieces[at + 1];
	const before = pieces[at - 1];
	if (isLine(before) && /(?:theo|tại|và|các|kèm|của|trong)$/iu.test(before.text)) return true;
	return (
		isLine(next) &&
		/^\p{Ll}/u.test(next.text) &&
		next.gap === 0 &&
		!isUpper((pieces[at] as Line).text) &&
		(pieces[at] as Line).text.length > 60
	);
}

/** A table after the signature: the capital lines right above it are its title. */
function titleBefore(pieces: Piece[], at: number, endAt: number): number {
	let from = at;
	for (let up = at - 1; up > endAt && at - up < 6; up -= 1) {
		const piece = pieces[up];
		if (!isLine(piece) || isAuthority(piece.text) || piece.text.startsWith('-')) break;
		if (
			isUpper(piece.text) &&
			/\b(?:bang|bieu|danh muc|phu luc|lich|nhiem vu|phan cong)\b/.test(bare(piece.text))
		)
			from = up;
	}
	return from;
}

/** Between the decision's signature and the plan's title stands the plan's own head; it is no recipient. */
function untilSecondHead(pieces: Piece[]): Piece[] {
	const at = pieces.findIndex(
		(piece, index) =>
			index > 0 &&
			isLine(piece) &&
			/cong h[a-z]* xa hoi chu nghia|doc lap\s*[-–—]\s*tu do|^(?:uy ban nhan dan|ubnd)(?=\s|$)/.test(
				bare(piece.text)
			) &&
			!isAuthority(piece.text) &&
			isUpper(piece.text.replace(/Độc lập.*/u, 'XX'))
	);
	return at < 0 ? pieces : pieces.slice(0, at);
}
