/** What stands around the text of every page: head with ward and number, foot with hotline and print date, QR code. */
import * as format from '#platform/format.ts';
import { colours } from './blocks.ts';
import { qrOf } from './qr.ts';
import type { PrintSet, PrintedWard, SheetToPrint } from './set.ts';
import type { Pdf, Typesetter } from './typesetter.server.ts';

const capitals = (text: string): string => text.toLocaleUpperCase('vi');

export function issuerOf(ward: PrintedWard): string {
	return `Ủy ban nhân dân ${ward.name}`;
}

/** Where a word about procedures or the desk's manners goes (NĐ 20/2008, Điều 8: the board names it). */
export function feedbackLine(ward: PrintedWard): string {
	const { phone, email, address } = ward.contact;
	const ways = [address, phone && `điện thoại ${phone}`, email && `thư điện tử ${email}`].filter(Boolean);
	return `Phản ánh, kiến nghị: ${[issuerOf(ward), ...ways].join('; ')}.`;
}

export function drawQr(pdf: Pdf, text: string, at: { x: number; y: number; side: number }): void {
	const { size, parts } = qrOf(text);
	const unit = at.side / size;
	for (const part of parts) {
		// A hair wider than its module: no white seams between the rows on screen.
		pdf.rect(at.x + part.x * unit, at.y + part.y * unit, part.width * unit, unit * 1.02);
	}
	pdf.fill('#000000');
}

export function sheetAddress(set: PrintSet, sheet: SheetToPrint): string {
	return `${set.origin}/niem-yet/${sheet.version.sheetToken}?noi=${set.place.id}`;
}

type HeadWords = { big: string; small: string };

/** Issuer on the left, what the page is on the right, a red rule below. Returns the y below it. */
export function drawHead(type: Typesetter, pdf: Pdf, set: PrintSet, words: HeadWords): number {
	const { left, right, body } = type.measures;
	const below = setHead(type, set, words, false);
	const y = below - body * 0.7;
	pdf
		.moveTo(left, y)
		.lineTo(right, y)
		.lineWidth(body * 0.09)
		.strokeColor(colours.red)
		.stroke();
	return below;
}

/** Where the text begins below a head that is drawn later. */
export function belowHead(type: Typesetter, set: PrintSet, words: HeadWords): number {
	return setHead(type, set, words, true);
}

function setHead(type: Typesetter, set: PrintSet, words: HeadWords, dry: boolean): number {
	const { left, right, top, body } = type.measures;
	const issuer = { x: left, room: (right - left) * 0.62, dry };
	const number = {
		x: left + (right - left) * 0.64,
		room: (right - left) * 0.36,
		align: 'right' as const,
		dry
	};
	let y = type.place([{ text: capitals(set.ward.superiorName) }], { ...issuer, y: top, size: body * 0.68 });
	y = type.place([{ text: capitals(issuerOf(set.ward)), bold: true }], { ...issuer, y, size: body * 0.82 });
	y = type.place([{ text: set.place.name }], { ...issuer, y, size: body * 0.72, most: 1 }, colours.quiet);
	let beside = type.place(
		[{ text: words.big, bold: true }],
		{ ...number, y: top - body * 0.2, size: body * 1.55, most: 1 },
		colours.red
	);
	beside = type.place(
		[{ text: words.small }],
		{ ...number, y: beside, size: body * 0.8, most: 1 },
		colours.quiet
	);
	return Math.max(y, beside) + body;
}

export function drawFoot(
	type: Typesetter,
	pdf: Pdf,
	set: PrintSet,
	words: { left: string; right: string }
): void {
	const { left, right, bottom, body } = type.measures;
	const y = bottom + body * 0.6;
	pdf.moveTo(left, y).lineTo(right, y).lineWidth(0.6).strokeColor('#b9aa99').stroke();
	const size = body * 0.66;
	const room = (right - left) * 0.76;
	const below = type.place(
		[{ text: feedbackLine(set.ward) }],
		{ x: left, y: y + body * 0.3, room, size, most: 2 },
		colours.ink
	);
	type.place([{ text: words.left }], { x: left, y: below, room, size, most: 1 }, colours.quiet);
	type.place(
		[{ text: words.right, bold: true }],
		{
			x: right - (right - left) * 0.23,
			y: y + body * 0.3,
			room: (right - left) * 0.23,
			size: body * 0.74,
			align: 'right'
		},
		colours.ink
	);
	type.place(
		[{ text: `In ngày ${format.date(set.day)}` }],
		{
			x: right - (right - left) * 0.23,
			y: y + body * 1.35,
			room: (right - left) * 0.23,
			size,
			align: 'right'
		},
		colours.quiet
	);
}
