/** A PDF on office paper with the ward's letters: what notice and leaflet share. */
import PDFDocument from 'pdfkit';
import { colours } from '#procedures/print/blocks.ts';
import { fontFile } from '#procedures/print/fonts.server.ts';
import { Typesetter, type Pdf } from '#procedures/print/typesetter.server.ts';
import { NOT_SIGNED, type ToPrint } from './paper.ts';

export const millimetres = (value: number): number => (value * 72) / 25.4;
export const capitals = (text: string): string => text.toLocaleUpperCase('vi');

export async function onPaper(
	printed: ToPrint,
	what: string,
	paper: { width: number; height: number },
	draw: (pdf: Pdf, type: Typesetter) => void
): Promise<Buffer> {
	const pdf = new PDFDocument({
		size: [paper.width, paper.height],
		margin: 0,
		autoFirstPage: false,
		bufferPages: true,
		font: null as unknown as string,
		lang: 'vi-VN',
		displayTitle: true,
		info: {
			Title: `${what}: ${printed.message.title}`,
			Author: `Ủy ban nhân dân ${printed.ward.name}`,
			CreationDate: new Date(`${printed.day}T08:00:00+07:00`)
		}
	});
	pdf.registerFont('regular', fontFile('regular') as Buffer);
	pdf.registerFont('bold', fontFile('bold') as Buffer);
	const chunks: Buffer[] = [];
	const done = new Promise<void>((resolve, reject) => {
		pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
		pdf.on('end', resolve);
		pdf.on('error', reject);
	});
	const type = new Typesetter(pdf, {
		...paper,
		left: 0,
		right: paper.width,
		top: 0,
		bottom: paper.height,
		body: 12
	});
	draw(pdf, type);
	const { start, count } = pdf.bufferedPageRange();
	for (let page = start; page < start + count && !printed.signed; page++) {
		pdf.switchToPage(page);
		pdf.rect(0, 0, paper.width, 15).fill('#fff3c4');
		type.place(
			[{ text: NOT_SIGNED, bold: true }],
			{ x: 0, y: 2, room: paper.width, size: 8.5, align: 'centre', most: 1 },
			colours.red
		);
	}
	pdf.end();
	await done;
	return Buffer.concat(chunks);
}
