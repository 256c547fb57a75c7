/** Notice (tờ thông báo) on A4, to be read standing before a board: letters as large as the text allows. */
import * as format from '#platform/format.ts';
import { colours } from '#procedures/print/blocks.ts';
import { drawQr } from '#procedures/print/furniture.server.ts';
import type { Pdf, Typesetter } from '#procedures/print/typesetter.server.ts';
import { addressOf, contactLine, linesOf, type ToPrint } from './paper.ts';
import { headline, largest, pour, type Column, type Part } from './pouring.server.ts';
import { capitals, millimetres, onPaper } from './sheet-of-paper.server.ts';

const A4 = { width: millimetres(210), height: millimetres(297) };
const LEFT = millimetres(20);
const ROOM = A4.width - LEFT - millimetres(18);
const TOP = millimetres(15);
/** Where the foot with code and addresses begins. */
const FOOT = A4.height - millimetres(40);

export const notice = (printed: ToPrint): Promise<Buffer> =>
	onPaper(printed, 'Thông báo', A4, (pdf, type) => draw(pdf, type, printed));

function draw(pdf: Pdf, type: Typesetter, printed: ToPrint): void {
	const { message } = printed;
	pdf.addPage();
	const top = drawHead(pdf, type, printed);
	const parts: Part[] = [
		...(message.summary ? [{ text: message.summary, bold: true, after: 0.7 }] : []),
		...linesOf(message.text)
	];
	const column = (from: number): Column => ({ x: LEFT, top: from, bottom: FOOT, room: ROOM });
	const first = [column(top)];
	const size = largest(type, parts, [28, 26, 24, 22, 20, 19, 18, 17, 16, 15, 14, 13, 12.5], first);
	// What is too long for one page is set in a size that reads well rather than in a smaller one.
	const fits = pour(type, parts, size, first, false).fits;
	const more = (): Column => ({ ...column(TOP + 8), begin: () => pdf.addPage() });
	pour(type, parts, fits ? size : 14, first, true, more);
	const { start, count } = pdf.bufferedPageRange();
	for (let page = start; page < start + count; page++) {
		pdf.switchToPage(page);
		drawFoot(pdf, type, printed, count > 1 ? `Trang ${page - start + 1}/${count}` : '');
	}
}

function drawHead(pdf: Pdf, type: Typesetter, { message, ward }: ToPrint): number {
	const centre = { x: LEFT, room: ROOM, align: 'centre' as const };
	pdf.rect(0, 0, A4.width, millimetres(5)).fill(colours.red);
	let y = type.place([{ text: capitals(ward.superiorName) }], { ...centre, y: TOP, size: 10.5, most: 1 });
	y = type.place([{ text: capitals(`Ủy ban nhân dân ${ward.name}`), bold: true }], {
		...centre,
		y,
		size: 13,
		most: 2
	});
	pdf
		.moveTo(A4.width / 2 - 45, y + 4)
		.lineTo(A4.width / 2 + 45, y + 4)
		.lineWidth(1)
		.strokeColor(colours.red)
		.stroke();
	y = type.place([{ text: 'THÔNG BÁO', bold: true }], { ...centre, y: y + 16, size: 30 }, colours.red);
	const long = message.title.length;
	const size = long > 100 ? 18 : long > 60 ? 22 : 27;
	y += 4;
	for (const line of headline(type, message.title, size, ROOM))
		y = type.place([{ text: line, bold: true }], { ...centre, y, size });
	return y + 18;
}

function drawFoot(pdf: Pdf, type: Typesetter, printed: ToPrint, page: string): void {
	const address = addressOf(printed);
	const side = millimetres(26);
	const y = FOOT + 12;
	pdf
		.moveTo(LEFT, y - 4)
		.lineTo(LEFT + ROOM, y - 4)
		.lineWidth(0.8)
		.strokeColor(colours.red)
		.stroke();
	if (address) drawQr(pdf, address, { x: LEFT, y: y + 4, side });
	const x = address ? LEFT + side + 14 : LEFT;
	const room = LEFT + ROOM - x;
	let below = y + 4;
	if (address) {
		below = type.place([{ text: 'Quét mã để đọc đầy đủ trên Cổng thông tin của phường', bold: true }], {
			x,
			y: below,
			room,
			size: 11.5,
			most: 1
		});
		below = type.place([{ text: address }], { x, y: below, room, size: 10, most: 1 }, colours.quiet);
	}
	const contact = contactLine(printed.ward);
	if (contact)
		below = type.place([{ text: 'Hỏi thêm: ', bold: true }, { text: `${contact}.` }], {
			x,
			y: below + 3,
			room,
			size: 10.5,
			most: 2
		});
	type.place(
		[{ text: [`In ngày ${format.date(printed.day)}`, page].filter(Boolean).join(' · ') }],
		{ x, y: below + 2, room, size: 9, most: 1 },
		colours.quiet
	);
}
