/** Words as Word keeps them: every run names its font, so pasting into another file does not lose it. */
import { ExternalHyperlink, Paragraph, TextRun, type IParagraphOptions, type ParagraphChild } from 'docx';
import type { Content, Inline } from './document.ts';
import { fontName } from './form.ts';

export const font = { ascii: fontName, hAnsi: fontName, eastAsia: fontName, cs: fontName };

export type Letters = { size: number; bold?: boolean; italics?: boolean };

/**
 * Unicode composed as TCVN 6909:2001 wants it (PL I.I.4), without what XML 1.0 cannot hold: text pasted from
 * elsewhere brings control characters, and one of them makes Word refuse the whole file.
 */
export function printable(text: string): string {
	return text
		.normalize('NFC')
		.replace(/[\r\n\t\u2028\u2029]+/g, ' ')
		.replace(/\p{Cc}|\p{Cs}|\uFFFE|\uFFFF/gu, '');
}

/** Only what a reader may open: an address of another kind (javascript:, file:) stays plain words. */
function linkTarget(link: string): string | null {
	if (!URL.canParse(link)) return null;
	const { protocol, href } = new URL(link);
	return ['http:', 'https:', 'mailto:'].includes(protocol) ? href : null;
}

export function run(text: string, { size, bold = false, italics = false }: Letters): TextRun {
	return new TextRun({ text: printable(text), font, size: size * 2, bold, italics });
}

export function asInlines(content: Content): Inline[] {
	return Array.isArray(content) ? content : [content];
}

export function runs(content: Content, letters: Letters): ParagraphChild[] {
	return asInlines(content).map((inline) => {
		if (typeof inline === 'string') return run(inline, letters);
		const own = {
			...letters,
			...(inline.bold === undefined ? {} : { bold: inline.bold }),
			...(inline.italic === undefined ? {} : { italics: inline.italic })
		};
		const target = inline.link === undefined ? null : linkTarget(inline.link);
		if (target === null) return run(inline.text, own);
		const words = new TextRun({
			text: printable(inline.text),
			font,
			size: own.size * 2,
			bold: own.bold ?? false,
			italics: own.italics ?? false,
			underline: {}
		});
		return new ExternalHyperlink({ link: target, children: [words] });
	});
}

type ParagraphForm = Omit<IParagraphOptions, 'children' | 'text'>;

export function line(content: Content, letters: Letters, form: ParagraphForm = {}): Paragraph {
	return new Paragraph({ ...form, children: runs(content, letters) });
}

/**
 * A solid rule of the wanted length, centred in its column. Drawn as the upper border of a low empty paragraph:
 * unlike a drawn shape it prints the same in Word, LibreOffice and Google Docs.
 */
export function rule(
	length: number,
	column: number,
	form: { before?: number; after?: number } = {}
): Paragraph {
	const side = Math.max(0, Math.round((column - length) / 2));
	return new Paragraph({
		children: [],
		run: { size: 4, font },
		indent: { left: side, right: side, firstLine: 0 },
		spacing: { before: form.before ?? 30, after: form.after ?? 0, line: 60, lineRule: 'exact' },
		border: { top: { style: 'single', size: 6, space: 1, color: '000000' } }
	});
}
