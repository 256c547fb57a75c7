/**
 * Leaflet (tờ rơi): one sheet of A4 lying, printed on both sides and folded once to A5. Outside: cover on the right, back
 * on the left; inside: the text over two pages.
 */
import { draw as drawCover } from '#platform/ui/cover.ts';
import * as format from '#platform/format.ts';
import { drawQr } from '#procedures/print/furniture.server.ts';
import type { Pdf, Typesetter } from '#procedures/print/typesetter.server.ts';
import { addressOf, contactLine, linesOf, type ToPrint } from './paper.ts';
import { headline, largest, pour, type Column, type Part } from './pouring.server.ts';
import { capitals, millimetres, onPaper } from './sheet-of-paper.server.ts';

const SHEET = { width: millimetres(297), height: millimetres(210) };
const HALF = SHEET.width / 2;
const EDGE = millimetres(14);
const ROOM = HALF - 2 * EDGE;

export const leaflet = (printed: ToPrint): Promise<Buffer> =>
	onPaper(printed, 'Tờ rơi', SHEET, (pdf, type) => {
		pdf.addPage();
		drawFront(pdf, type, printed);
		drawBack(pdf, type, printed);
		pdf.addPage();
		drawInside(pdf, type, printed);
	});

function drawFront(pdf: Pdf, type: Typesetter, { message, ward, cover }: ToPrint): void {
	const { inks, shapes } = drawCover(cover.palette, cover.motif);
	pdf.rect(HALF, 0, HALF, SHEET.height).fill(inks.deep);
	// The drawing sits in the upper part, over a lighter field of the same colour.
	pdf.rect(HALF, 0, HALF, SHEET.height * 0.44).fill(inks.ground);
	const scale = (SHEET.height * 0.36) / 100;
	pdf
		.save()
		.translate(HALF + HALF / 2 - 50 * scale, SHEET.height * 0.04)
		.scale(scale)
		.lineJoin('round')
		.lineCap('round');
	for (const { d, ink, line } of shapes) {
		pdf.path(d);
		if (line) pdf.lineWidth(line).strokeColor(inks[ink]).stroke();
		else pdf.fillColor(inks[ink]).fill();
	}
	pdf.restore();
	pdf.rect(HALF, SHEET.height * 0.44, HALF, 4).fill(inks.gold);
	const place = { x: HALF + EDGE, room: ROOM };
	const size = [28, 25, 22, 19.5, 17].find(
		(one) => type.lines([{ text: message.title, bold: true }], one, ROOM).length * one * 1.36 < 190
	);
	let y = SHEET.height * 0.44 + 26;
	for (const line of headline(type, message.title, size ?? 15.5, ROOM))
		y = type.place([{ text: line, bold: true }], { ...place, y, size: size ?? 15.5 }, inks.paper);
	const name = capitals(`Ủy ban nhân dân ${ward.name}`);
	pdf.rect(HALF + EDGE, SHEET.height - EDGE - 36, 60, 3).fill(inks.gold);
	type.place(
		[{ text: name, bold: true }],
		{ ...place, y: SHEET.height - EDGE - 24, size: name.length > 44 ? 10.5 : 12.5, most: 2 },
		inks.paper
	);
}

function drawBack(pdf: Pdf, type: Typesetter, printed: ToPrint): void {
	const { inks } = drawCover(printed.cover.palette, printed.cover.motif);
	const address = addressOf(printed);
	const centre = { x: EDGE, room: ROOM, align: 'centre' as const };
	let y = SHEET.height * 0.22;
	if (address) {
		const side = millimetres(46);
		drawQr(pdf, address, { x: HALF / 2 - side / 2, y, side });
		y = type.place([{ text: 'Quét mã bằng điện thoại', bold: true }], {
			...centre,
			y: y + side + 14,
			size: 15
		});
		y = type.place([{ text: 'để đọc đầy đủ trên Cổng thông tin' }], { ...centre, y, size: 12 });
		y = type.place([{ text: address }], { ...centre, y: y + 4, size: 10, most: 2 }, '#4d4038');
	}
	pdf.rect(HALF / 2 - 30, y + 18, 60, 3).fill(inks.gold);
	y = type.place([{ text: `Ủy ban nhân dân ${printed.ward.name}`, bold: true }], {
		...centre,
		y: y + 32,
		size: 13,
		most: 2
	});
	const contact = contactLine(printed.ward);
	if (contact) type.place([{ text: contact }], { ...centre, y: y + 2, size: 11, most: 4 });
	type.place(
		[{ text: `In ngày ${format.date(printed.day)}` }],
		{ ...centre, y: SHEET.height - EDGE - 12, size: 9 },
		'#4d4038'
	);
	// Where to fold, in the margin only.
	for (const from of [0, SHEET.height - 12])
		pdf
			.moveTo(HALF, from)
			.lineTo(HALF, from + 12)
			.lineWidth(0.4)
			.strokeColor('#999999')
			.stroke();
}

function drawInside(pdf: Pdf, type: Typesetter, { message, cover }: ToPrint): void {
	const { inks } = drawCover(cover.palette, cover.motif);
	const parts: Part[] = [
		...(message.summary
			? [{ text: message.summary, bold: true, colour: inks.deep, after: 0.9, scale: 1.12 }]
			: []),
		...linesOf(message.text)
	];
	const column = (x: number): Column => ({ x, top: EDGE + 6, bottom: SHEET.height - EDGE, room: ROOM });
	const columns = [column(EDGE), column(HALF + EDGE)];
	const size = largest(
		type,
		parts,
		[20, 18.5, 17, 16, 15, 14, 13, 12, 11.5, 11, 10.5, 10, 9.5, 9, 8.5, 8],
		columns
	);
	for (const x of [EDGE, HALF + EDGE]) pdf.rect(x, EDGE - 8, 44, 3).fill(inks.gold);
	// Hundreds of short lines: further pages rather than nothing.
	const more = (at: number): Column =>
		at % 2 === 0 ? { ...columns[0]!, begin: () => pdf.addPage() } : columns[1]!;
	pour(type, parts, size, evened(type, parts, size, columns), true, more);
}

/** Both pages filled alike: the lowest foot at which everything still fits. */
function evened(type: Typesetter, parts: Part[], size: number, columns: Column[]): Column[] {
	const [top, lowest] = [columns[0]!.top, columns[0]!.bottom];
	for (let bottom = top + (lowest - top) * 0.35; bottom < lowest; bottom += size) {
		const shorter = columns.map((one) => ({ ...one, bottom }));
		if (pour(type, parts, size, shorter, false).fits) return shorter;
	}
	return columns;
}
