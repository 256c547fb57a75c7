/** The pages in front of the sheets: cover, work slip, contents by field. */
import * as format from '#platform/format.ts';
import { colours, paragraph, type Block } from './blocks.ts';
import { drawFoot, drawHead, drawQr, feedbackLine, issuerOf } from './furniture.server.ts';
import type { PrintSet, WorkSlip } from './set.ts';
import type { Pdf, Typesetter } from './typesetter.server.ts';

const capitals = (text: string): string => text.toLocaleUpperCase('vi');

export function drawCover(type: Typesetter, pdf: Pdf, set: PrintSet): void {
	const { left, right, top, bottom, body } = type.measures;
	const room = right - left;
	const centre = { x: left, room, align: 'centre' as const };
	pdf.rect(left - body, top - body * 0.4, room + body * 2, bottom - top + body * 3.6);
	pdf
		.lineWidth(body * 0.14)
		.strokeColor(colours.red)
		.stroke();
	let y = type.place([{ text: capitals(set.ward.superiorName) }], {
		...centre,
		y: top + body * 3,
		size: body
	});
	y = type.place([{ text: capitals(issuerOf(set.ward)), bold: true }], { ...centre, y, size: body * 1.25 });
	y = type.place(
		[{ text: 'NIÊM YẾT CÔNG KHAI', bold: true }],
		{ ...centre, y: y + body * 8, size: body * 2.5 },
		colours.red
	);
	y = type.place(
		[{ text: 'THỦ TỤC HÀNH CHÍNH', bold: true }],
		{ ...centre, y, size: body * 2.5 },
		colours.red
	);
	y = type.place([{ text: set.place.name, bold: true }], { ...centre, y: y + body * 2.5, size: body * 1.5 });
	if (set.place.address)
		y = type.place([{ text: set.place.address }], { ...centre, y, size: body * 1.15 }, colours.quiet);
	y = type.place(
		[{ text: `${format.number(set.of)} thủ tục, đúng với danh mục ngày ${format.date(set.listOf)}` }],
		{ ...centre, y: y + body * 1.5, size: body * 1.15 }
	);
	const side = body * 9;
	drawQr(pdf, `${set.origin}/thu-tuc`, { x: left + (room - side) / 2, y: y + body * 2.5, side });
	y = type.place([{ text: 'Quét mã để tìm thủ tục trên điện thoại' }], {
		...centre,
		y: y + body * 12.2,
		size: body
	});
	type.place([{ text: `${set.origin}/thu-tuc` }], { ...centre, y, size: body * 0.9 }, colours.quiet);
	type.place([{ text: feedbackLine(set.ward) }], { ...centre, y: bottom - body * 2.6, size: body });
}

/** Contents by field, with the number of every sheet. */
export function contentsBlocks(set: PrintSet): Block[] {
	const small = { after: 0, size: 0.88 };
	const fields = Map.groupBy(set.contents, ({ field }) => field || 'Lĩnh vực khác');
	return [...fields].flatMap(([field, lines]): Block[] => [
		{ kind: 'heading', text: field, beside: `${format.number(lines.length)} thủ tục` },
		{
			kind: 'table',
			columns: [
				{ header: 'Tờ', share: 8 },
				{ header: 'Tên thủ tục', share: 74 },
				{ header: 'Mã thủ tục', share: 18 }
			],
			rows: lines.map(({ no, code, name }) => [
				[{ kind: 'paragraph', runs: [{ text: String(no), bold: true }], ...small }],
				[paragraph(name, small)],
				[paragraph(code, small)]
			])
		}
	]);
}

/** What to do at the board, to be ticked with a pen. */
function slipBlocks(slip: WorkSlip): Block[] {
	const lines = (rows: string[]): Block[] =>
		rows.map((text) => paragraph(text, { marker: '[   ]', after: 0.35 }));
	const part = (title: string, rows: string[]): Block[] =>
		rows.length === 0
			? []
			: [{ kind: 'heading', text: title, beside: `${format.number(rows.length)} tờ` }, ...lines(rows)];
	return [
		...part(
			'Gỡ xuống, không dán tờ khác',
			slip.takeDown.map(
				({ no, name, code, oldFrom }) => `Tờ ${no}: ${name} (${code}, tờ áp dụng từ ${format.date(oldFrom)})`
			)
		),
		...part(
			'Thay bằng tờ mới',
			slip.replace.map(
				({ no, name, oldFrom }) => `Tờ ${no}: ${name} (gỡ tờ áp dụng từ ${format.date(oldFrom)})`
			)
		),
		...part(
			'Dán thêm',
			slip.hang.map(
				({ no, name, from }) =>
					`Tờ ${no}: ${name}${from ? ` (áp dụng từ ${format.date(from)}, dán cạnh tờ đang dùng)` : ''}`
			)
		)
	];
}

/** Pages of running text with a head and a foot of their own: slip, contents, list of forms. */
export function drawPages(
	type: Typesetter,
	pdf: Pdf,
	set: PrintSet,
	what: { title: string; lead: string; name: string; blocks: Block[] }
): void {
	const head = () => drawHead(type, pdf, set, { big: what.name, small: format.date(set.listOf) });
	const begin = (): number => {
		pdf.addPage();
		return head();
	};
	let y = begin();
	const { left, right, body } = type.measures;
	y = type.place([{ text: what.title, bold: true }], { x: left, y, room: right - left, size: body * 1.5 });
	if (what.lead)
		y = type.place(
			[{ text: what.lead }],
			{ x: left, y: y + body * 0.3, room: right - left, size: body },
			colours.quiet
		);
	type.flow(what.blocks, y + body * 0.3, begin);
	const { start, count } = pdf.bufferedPageRange();
	for (let page = start; page < start + count; page++) {
		pdf.switchToPage(page);
		drawFoot(type, pdf, set, {
			left: `Xem trên mạng: ${set.origin}/thu-tuc`,
			right: count > 1 ? `${what.name} · trang ${page - start + 1}/${count}` : what.name
		});
	}
	pdf.flushPages();
}

export function drawSlip(type: Typesetter, pdf: Pdf, set: PrintSet, slip: WorkSlip): void {
	drawPages(type, pdf, set, {
		title: 'Phiếu việc tại bảng niêm yết',
		lead: `${set.place.name}, ngày ${format.date(set.listOf)}. Làm xong dòng nào thì đánh dấu dòng đó; chụp ảnh bảng rồi ghi “Đã dán”, “Đã gỡ” trên hệ thống.`,
		name: 'Phiếu việc',
		blocks: slipBlocks(slip)
	});
}
