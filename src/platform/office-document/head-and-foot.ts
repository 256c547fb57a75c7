/**
 * The two invisible tables of every document: the head (issuer, number | quốc hiệu, place and date) and the foot
 * (nơi nhận | signer); Nghị định 30/2020/NĐ-CP, PL I.II.1-5, 7, 9 and the diagram PL I.IV.
 */
import type { Paragraph } from 'docx';
import { AlignmentType, BorderStyle, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import type { AdministrativeDocument } from './document.ts';
import { millimetres, motto, nation, points, size, textWidth } from './form.ts';
import { line, rule } from './runs.ts';
import { balancedLines, boldTextWidth } from './text-width.ts';
import { capitals, numberLine, placeAndDate, recipientLines } from './wording.ts';

const width = textWidth('portrait');
/** The quốc hiệu needs 82 mm on one line; the issuer gets the rest. */
const headColumns: [number, number] = [millimetres(69), width - millimetres(69)];
const footColumns: [number, number] = [Math.round(width * 0.48), width - Math.round(width * 0.48)];

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const noBorders = { top: none, bottom: none, left: none, right: none };
const centred = { alignment: AlignmentType.CENTER };

function invisibleTable(columns: [number, number], rows: [Paragraph[], Paragraph[]][]): Table {
	return new Table({
		width: { size: columns[0] + columns[1], type: WidthType.DXA },
		columnWidths: columns,
		layout: TableLayoutType.FIXED,
		margins: { left: 0, right: 0, top: 0, bottom: 0 },
		borders: { ...noBorders, insideHorizontal: none, insideVertical: none },
		rows: rows.map(
			(cells) =>
				new TableRow({
					cantSplit: true,
					children: cells.map(
						(children, index) =>
							new TableCell({
								children,
								borders: noBorders,
								width: { size: columns[index] ?? 0, type: WidthType.DXA }
							})
					)
				})
		)
	});
}

/** Rules under the issuer and under the trích yếu: a third to a half of the text above. */
export const shortRule = 0.42;

export function head(document: AdministrativeDocument): Table {
	const [left, right] = headColumns;
	const room = left - millimetres(2);
	const superior = document.superior
		? balancedLines(capitals(document.superior), size.issuer, room).map((text) =>
				line(text, { size: size.issuer }, centred)
			)
		: [];
	const issuerLines = balancedLines(capitals(document.issuer), size.issuer, room);
	const issuerLength = boldTextWidth(issuerLines.at(-1) ?? '', size.issuer);
	return invisibleTable(headColumns, [
		[
			[
				...superior,
				...issuerLines.map((text) => line(text, { size: size.issuer, bold: true }, centred)),
				rule(issuerLength * shortRule, left)
			],
			[
				line(nation, { size: size.nation, bold: true }, centred),
				line(motto, { size: size.motto, bold: true }, centred),
				rule(boldTextWidth(motto, size.motto), right)
			]
		],
		[
			[line(numberLine(document), { size: size.number }, { ...centred, spacing: { before: points(6) } })],
			[
				line(
					placeAndDate(document),
					{ size: size.placeAndDate, italics: true },
					{ ...centred, spacing: { before: points(6) } }
				)
			]
		]
	]);
}

export function foot(document: AdministrativeDocument): Table {
	const { signer } = document;
	const bold = { size: size.signer, bold: true };
	const kept = { ...centred, keepNext: true };
	return invisibleTable(footColumns, [
		[
			[
				line('Nơi nhận:', { size: size.recipientsWord, bold: true, italics: true }),
				...recipientLines(document).map((text) => line(text, { size: size.recipients }))
			],
			[
				...[...signer.authority, signer.title].map((text) => line(capitals(text), bold, kept)),
				// Room for the signature, the seal over its left third (PL I.II.8).
				line(signer.name ?? ' ', bold, { ...centred, spacing: { before: points(74) } })
			]
		]
	]);
}
