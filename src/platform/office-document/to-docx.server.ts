/**
 * An administrative document as a Word file in the form of Nghị định 30/2020/NĐ-CP (thể thức văn bản hành chính).
 * `.server.ts` keeps the Word library out of the browser.
 */
import {
	AlignmentType,
	Document,
	Header,
	Packer,
	PageNumber,
	PageOrientation,
	Paragraph,
	TextRun
} from 'docx';
import type { FileChild, ISectionOptions, ISectionPropertiesOptions } from 'docx';
import { blocks } from './body.ts';
import type { AdministrativeDocument, Annex } from './document.ts';
import { body, fontName, page, points, size, textWidth } from './form.ts';
import { foot, head, shortRule } from './head-and-foot.ts';
import { font, line, printable, rule } from './runs.ts';
import { balancedLines, boldTextWidth } from './text-width.ts';
import { annexLabel, annexReference, capitals } from './wording.ts';

export async function toDocx(document: AdministrativeDocument): Promise<Buffer> {
	return Packer.toBuffer(
		new Document({
			title: printable(`${document.kind} ${document.abstract}`),
			subject: printable(document.abstract),
			creator: printable(document.creator),
			lastModifiedBy: printable(document.creator),
			description: '',
			theme: { fonts: { headings: fontName, body: fontName } },
			styles: {
				default: {
					document: {
						run: {
							font,
							size: size.body * 2,
							language: { value: 'vi-VN', eastAsia: 'vi-VN' },
							color: '000000'
						},
						paragraph: { spacing: { before: 0, after: 0 } }
					},
					heading1: headingStyle(true),
					heading2: headingStyle(true),
					heading3: headingStyle(false),
					hyperlink: { run: { font, color: '000000', underline: {} } }
				}
			},
			sections: [
				mainSection(document),
				...document.annexes.map((annex, index) => annexSection(document, annex, index))
			]
		})
	);
}

/** Headings are real headings, so Word's navigation shows the outline; they look like the body all the same. */
function headingStyle(bold: boolean) {
	return { run: { font, size: size.body * 2, bold, italics: false, color: '000000' } };
}

/** The number stands centred in the upper margin; the first page shows none; every section begins at 1. */
function pages(orientation: 'portrait' | 'landscape'): {
	properties: ISectionPropertiesOptions;
	headers: NonNullable<ISectionOptions['headers']>;
} {
	const number = new Paragraph({
		alignment: AlignmentType.CENTER,
		children: [new TextRun({ children: [PageNumber.CURRENT], font, size: size.pageNumber * 2 })]
	});
	return {
		properties: {
			titlePage: true,
			page: {
				size: {
					width: page.width,
					height: page.height,
					orientation: orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT
				},
				margin: page.margin,
				pageNumbers: { start: 1 }
			}
		},
		headers: {
			default: new Header({ children: [number] }),
			first: new Header({ children: [new Paragraph('')] })
		}
	};
}

function centredLines(text: string, letters: { size: number; bold: boolean }, column: number): Paragraph[] {
	return balancedLines(text, letters.size, column).map((words) =>
		line(words, letters, { alignment: AlignmentType.CENTER, keepNext: true })
	);
}

function mainSection(document: AdministrativeDocument): ISectionOptions {
	const column = textWidth('portrait');
	const abstractLines = balancedLines(document.abstract, size.abstract, column * 0.86);
	const abstractLength = boldTextWidth(abstractLines.at(-1) ?? '', size.abstract);
	const children: FileChild[] = [
		head(document),
		line(
			capitals(document.kind),
			{ size: size.kind, bold: true },
			{ alignment: AlignmentType.CENTER, spacing: { before: points(18) }, keepNext: true }
		),
		...abstractLines.map((text) =>
			line(text, { size: size.abstract, bold: true }, { alignment: AlignmentType.CENTER, keepNext: true })
		),
		rule(abstractLength * shortRule, column, { after: points(12) }),
		...addressees(document.addressees),
		...blocks(document.body, column, { close: true, keepLast: true }),
		new Paragraph({ children: [], spacing: { line: points(8), lineRule: 'exact' }, keepNext: true }),
		foot(document)
	];
	return { ...pages('portrait'), children };
}

/** One receiver stands on the line of "Kính gửi:", several below it, the last closed with a full stop (PL I.II.9.a). */
function addressees(names: string[]): Paragraph[] {
	const letters = { size: size.addressee };
	const [only] = names;
	if (only === undefined) return [];
	if (names.length === 1) {
		const centred = { alignment: AlignmentType.CENTER, spacing: { after: points(12), line: body.line } };
		return [line(`Kính gửi: ${only}`, letters, centred)];
	}
	const left = Math.round(textWidth('portrait') * 0.24);
	return [
		line('Kính gửi:', letters, { indent: { left: left - points(50) }, spacing: { line: body.line } }),
		...names.map((name, index) =>
			line(`- ${name}${index === names.length - 1 ? '.' : ';'}`, letters, {
				indent: { left, hanging: 0 },
				spacing: { line: body.line, after: index === names.length - 1 ? points(12) : 0 }
			})
		)
	];
}

function annexSection(document: AdministrativeDocument, annex: Annex, index: number): ISectionOptions {
	const column = textWidth(annex.orientation);
	return {
		...pages(annex.orientation),
		children: [
			line(
				annexLabel(index, document.annexes.length),
				{ size: size.annexNumber, bold: true },
				{
					alignment: AlignmentType.CENTER,
					keepNext: true
				}
			),
			...centredLines(capitals(annex.title), { size: size.annexTitle, bold: true }, column * 0.9),
			line(
				annexReference(document),
				{ size: size.annexReference, italics: true },
				{
					alignment: AlignmentType.CENTER,
					spacing: { after: points(10) },
					keepNext: true
				}
			),
			...blocks(annex.body, column, { close: true, keepLast: false })
		]
	};
}
