/**
 * Plain text as lines without the noise of pages: page numbers, form feeds, soft hyphens, marks of notes. The text that
 * is shown keeps every line; what is only noise is not handed on.
 */
import { makeLine, type Line, type SourcePieces } from './piece.ts';
import { tooLarge } from './refusals.ts';
import { findNotes } from './footnotes.ts';
import { repairLegacy } from './legacy-encoding.ts';

const MOST_LINES = 20_000;
const MOST_LETTERS = 3_000_000;
const LONGEST_LINE = 20_000;

/** Stray control signs are noise of old converters; tabs are columns. */
// eslint-disable-next-line no-control-regex
const CONTROL = /[\0-\b\u000e-\u001f\u007f]/g;

/** One way to write each letter (NFC), no invisible signs, "Đ" where the Icelandic letter was typed. */
export function cleanText(text: string): string {
	return text
		.normalize('NFC')
		.replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufff9-\ufffb]/g, '')
		.replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
		.replaceAll('\u00d0', 'Đ')
		.replaceAll('\u00f0', 'đ')
		.replace(/[\u2010\u2011]/g, '-')
		.replace(/[\uf0b7\uf0a7\uf0d8\uf02d\uf076\u2022\u25cf\u25aa\u25e6\u2023]/g, '•')
		.replace(/[\u2160-\u216b]/g, (sign) => sign.normalize('NFKC'))
		.replaceAll('\ufb01', 'fi')
		.replaceAll('\ufb02', 'fl')
		.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n');
}

export function readText(given: string): SourcePieces {
	if (given.length > MOST_LETTERS) throw tooLarge();
	const text = cleanText(repairLegacy(given.normalize('NFC')));
	const shown: string[] = [];
	const all: Line[] = [];
	let gap = 0;
	let newPage = false;
	for (const [at, page] of text.split(/[\f\v]/).entries()) {
		if (at > 0) newPage = true;
		for (const whole of page.split('\n')) {
			for (let from = 0; from === 0 || from < whole.length; from += LONGEST_LINE) {
				const raw = whole
					.slice(from, from + LONGEST_LINE)
					.replace(CONTROL, '')
					.trimEnd();
				shown.push(raw);
				if (shown.length > MOST_LINES) throw tooLarge();
				if (!raw.trim()) {
					gap += 1;
					continue;
				}
				all.push(makeLine(raw, shown.length, { gap, newPage }));
				gap = 0;
				newPage = false;
			}
		}
	}
	return { lines: shown, pieces: withMarkers(withoutNoise(all)), warnings: [] };
}

function withoutNoise(lines: Line[]): Line[] {
	const kept: Line[] = [];
	const notes = findNotes(lines);
	let dropped = false;
	let newPage = false;
	let inTable = false;
	for (const [at, line] of lines.entries()) {
		newPage ||= line.newPage;
		inTable ||= /^(?:S?TT|Số TT|Số thứ tự)$/i.test(line.text);
		const next = lines[at + 1];
		const between =
			!inTable && /^\d{1,2}$/.test(line.text) && line.gap > 0 && next !== undefined && next.gap > 0;
		if (notes.drop.has(at) || between || isPageNumber(line, next, at)) {
			dropped = true;
			continue;
		}
		const text = notes.text.get(at);
		const clean = text === undefined ? line : { ...line, text, raw: line.raw.replace(line.text, text) };
		// The empty lines around a page number are the page's, not the paragraph's.
		kept.push({ ...clean, newPage, gap: dropped || newPage ? 0 : clean.gap });
		dropped = false;
		newPage = false;
	}
	return kept;
}

/** Some converters put the marker of a list on a line of its own; it belongs to the line below. */
function withMarkers(lines: Line[]): Line[] {
	const kept: Line[] = [];
	let inTable = false;
	for (const line of lines) {
		const before = kept.at(-1);
		inTable ||= /^(?:S?TT|Số TT)(?:\s|$)/i.test(line.text);
		if (
			!inTable &&
			before &&
			/^(?:[IVX]{1,5}\.|\d{1,2}(?:\.\d{1,2})*\.|[a-zđ]\)|[•+-])$/.test(before.text) &&
			/^["“(]?[\p{L}\d]/u.test(line.text)
		) {
			kept[kept.length - 1] = {
				...line,
				text: `${before.text} ${line.text}`,
				raw: `${before.text} ${line.raw.trimStart()}`,
				at: before.at,
				gap: before.gap,
				newPage: before.newPage || line.newPage
			};
		} else kept.push(line);
	}
	return kept;
}

/**
 * Số trang: Arabic, alone on its line, in the top or bottom margin. A row number of a flattened table looks the same, so
 * a bare number must stand at a page's edge, between empty lines, or in the middle of the line.
 */
function isPageNumber(line: Line, next: Line | undefined, at: number): boolean {
	if (/^(?:trang|page)\s*\d{1,3}(?:\s*(?:\/|of|trên)\s*\d{1,3})?$/i.test(line.text)) return true;
	if (/^[-–—]\s*\d{1,3}\s*[-–—]$/.test(line.text)) return true;
	if (!/^\d{1,3}$/.test(line.text)) return false;
	if (line.newPage && at > 0) return true;
	if (next?.newPage) return true;
	if (line.indent >= 24) return line.gap > 0 || (next?.gap ?? 1) > 0;
	return false;
}
