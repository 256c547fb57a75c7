/**
 * The print set of a board as one PDF (issue of paper as a channel): cover, contents by field, then a numbered sheet per
 * procedure with its forms right behind it. Pure of the database. Between two sheets it lets other requests through,
 * and finished pages leave the memory of the typesetter at once.
 */
import PDFDocument from 'pdfkit';
import * as format from '#platform/format.ts';
import { colours, paragraph, type Block } from './blocks.ts';
import { fontFile } from './fonts.server.ts';
import { insertPdfForms, type FormPages } from './forms.server.ts';
import { contentsBlocks, drawCover, drawPages, drawSlip } from './front-pages.server.ts';
import { belowHead, drawFoot, drawHead, drawQr, sheetAddress } from './furniture.server.ts';
import { measuresOf } from './paper.ts';
import type { PrintedForm, PrintSet, SheetToPrint } from './set.ts';
import { sheetBlocks } from './sheet-blocks.ts';
import { Typesetter, type Pdf } from './typesetter.server.ts';

export async function printSet(set: PrintSet): Promise<Buffer> {
	const measures = measuresOf(set.paper);
	const pdf = new PDFDocument({
		size: [measures.width, measures.height],
		margin: 0,
		autoFirstPage: false,
		bufferPages: true,
		// None of pdfkit's own; and a font given here would be opened anew at every turn to a registered one.
		font: null as unknown as string,
		lang: 'vi-VN',
		displayTitle: true,
		info: {
			Title: `Niêm yết thủ tục hành chính, ${set.place.name}, ${format.date(set.listOf)}`,
			Author: `Ủy ban nhân dân ${set.ward.name}`,
			CreationDate: new Date(`${set.day}T08:00:00+07:00`)
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
	const type = new Typesetter(pdf, measures);
	const forms: FormPages[] = [];
	let pages = 0;
	pdf.on('pageAdded', () => (pages += 1));

	if (set.slip) drawSlip(type, pdf, set, set.slip);
	if (set.contents.length > 0) {
		if (!set.slip) {
			pdf.addPage();
			drawCover(type, pdf, set);
			pdf.flushPages();
		}
		drawPages(type, pdf, set, {
			title: 'Danh mục thủ tục hành chính',
			lead: `${format.number(set.contents.length)} thủ tục niêm yết tại ${set.place.name}, đúng ngày ${format.date(set.listOf)}. Số tờ ghi ở góc phải mỗi tờ.`,
			name: 'Danh mục',
			blocks: contentsBlocks(set)
		});
	}
	for (const sheet of set.sheets) {
		drawSheet(type, pdf, set, sheet);
		for (const form of sheet.forms) {
			if (form.kind === 'image') drawImage(type, pdf, sheet, form);
			if (form.kind === 'pdf') forms.push({ after: pages, name: form.name, bytes: form.bytes });
		}
		pdf.flushPages();
		await new Promise((resolve) => setImmediate(resolve));
	}
	if (pages === 0) drawNothing(type, pdf, set);
	pdf.end();
	await done;
	const whole = Buffer.concat(chunks);
	return forms.length > 0 ? insertPdfForms(whole, forms) : whole;
}

function drawSheet(type: Typesetter, pdf: Pdf, set: PrintSet, sheet: SheetToPrint): void {
	const { version, no } = sheet;
	const { left, right, body } = type.measures;
	const number = `Tờ ${no}`;
	pdf.addPage();
	pdf.outline.addItem(`${no}. ${version.name.normalize('NFC')}`);
	const side = body * 6.6;
	const room = right - left - side - body * 1.4;
	// The number of pages is known at the end: heads and feet are drawn last, and take the same room on every page.
	const top = belowHead(type, set, { big: number, small: 'trang 1/2' });
	let y = top;
	if (version.field)
		y = type.place(
			[{ text: `Lĩnh vực ${version.field}` }],
			{ x: left, y, room, size: body * 0.85 },
			colours.quiet
		);
	y = type.place([{ text: version.name, bold: true }], {
		x: left,
		y,
		room,
		size: titleSize(version.name, body)
	});
	y = type.place([{ text: `Mã thủ tục: ` }, { text: version.code, bold: true }], {
		x: left,
		y: y + body * 0.25,
		room,
		size: body * 0.92
	});
	y = type.place([{ text: holding(sheet) }], { x: left, y, room, size: body * 0.92 });
	drawQr(pdf, sheetAddress(set, sheet), { x: right - side, y: top + body * 0.2, side });
	const below = type.place(
		[{ text: 'Quét mã: tờ này còn hiệu lực không?' }],
		{
			x: right - side - body * 0.5,
			y: top + side + body * 0.5,
			room: side + body,
			size: body * 0.66,
			align: 'centre'
		},
		colours.quiet
	);
	const blocks = [
		...sheetBlocks(version, {
			day: set.listOf < version.effectiveFrom ? version.effectiveFrom : set.listOf,
			ask: 'Trung tâm Phục vụ hành chính công của phường'
		}),
		...elsewhereBlocks(sheet.forms)
	];
	type.flow(blocks, Math.max(y, below) + body * 0.2, () => {
		pdf.addPage();
		return top + body * 1.6;
	});
	const { start, count } = pdf.bufferedPageRange();
	for (let page = start; page < start + count; page++) {
		pdf.switchToPage(page);
		const small = count > 1 ? `trang ${page - start + 1}/${count}` : 'một trang';
		drawHead(type, pdf, set, { big: number, small });
		if (page > start) drawContinuation(type, sheet, top);
		drawFoot(type, pdf, set, {
			left: `Bản đang có hiệu lực: ${set.origin}/thu-tuc/${version.code}`,
			right: count > 1 ? `${number} · ${small}` : number
		});
	}
}

/** Long names in smaller letters, so that the sheet still begins with what people ask. */
function titleSize(name: string, body: number): number {
	return body * (name.length > 260 ? 1.1 : name.length > 130 ? 1.3 : 1.55);
}

function holding({ version }: SheetToPrint): string {
	const decided = version.decision
		? `, theo Quyết định số ${version.decision}${version.decidedOn ? ` ngày ${format.date(version.decidedOn)}` : ''}`
		: '';
	const until = version.effectiveTo ? ` đến trước ngày ${format.date(version.effectiveTo)}` : '';
	return `Áp dụng từ ngày ${format.date(version.effectiveFrom)}${until}${decided}`;
}

function drawContinuation(type: Typesetter, { version }: SheetToPrint, top: number): void {
	const { left, right, body } = type.measures;
	type.place(
		[{ text: version.name, bold: true }, { text: ` (${version.code}, tiếp theo)` }],
		{ x: left, y: top - body * 0.3, room: right - left, size: body * 0.85, most: 1 },
		colours.quiet
	);
}

/** Forms that cannot be printed from here: what they are and where they are, behind everything else of the sheet. */
function elsewhereBlocks(forms: PrintedForm[]): Block[] {
	const elsewhere = forms.filter((form) => form.kind === 'elsewhere');
	if (elsewhere.length === 0) return [];
	return [
		{ kind: 'heading', text: 'Biểu mẫu kèm theo', beside: 'in từ địa chỉ dưới đây, đặt sau tờ này' },
		...elsewhere.flatMap(({ name, address }) => [
			paragraph(name, { marker: '•', after: 0, keepNext: true }),
			paragraph(address, { indent: 1, size: 0.85, colour: 'quiet' })
		])
	];
}

function drawImage(
	type: Typesetter,
	pdf: Pdf,
	{ no }: SheetToPrint,
	form: PrintedForm & { kind: 'image' }
): void {
	const { left, right, top, bottom, body } = type.measures;
	pdf.addPage();
	const y = type.place(
		[{ text: `Biểu mẫu của tờ ${no}: `, bold: true }, { text: form.name }],
		{ x: left, y: top, room: right - left, size: body * 0.8, most: 2 },
		colours.quiet
	);
	const from = y + body * 0.4;
	pdf.image(Buffer.from(form.bytes), left, from, {
		fit: [right - left, bottom + body * 3 - from],
		align: 'center',
		valign: 'center'
	});
}

/** A board with nothing to print still answers with a page that says so. */
function drawNothing(type: Typesetter, pdf: Pdf, set: PrintSet): void {
	drawPages(type, pdf, set, {
		title: 'Không có tờ nào cần in',
		lead: `Ngày ${format.date(set.listOf)}, bảng này không có tờ nào thuộc lựa chọn đã in.`,
		name: 'Niêm yết',
		blocks: []
	});
}
