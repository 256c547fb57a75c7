/**
 * Text of a PDF with its columns: pieces of text are laid back on the page by their coordinates, so that what stands side
 * by side stays side by side. A page ends with a form feed.
 */
import { encrypted, damaged, scanned, tooLarge } from './refusals.ts';

const MOST_PAGES = 400;
const MOST_ITEMS = 400_000;

type Item = { text: string; x: number; y: number; width: number; height: number };

export async function pdfText(bytes: Uint8Array): Promise<string> {
	const { getDocumentProxy } = await import('unpdf');
	// A copy, and a plain one: the library refuses a Buffer, and empties what it is given.
	const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 }).catch((error: unknown) => {
		throw /password/i.test(error instanceof Error ? `${error.name} ${error.message}` : '')
			? encrypted()
			: damaged();
	});
	try {
		if (document.numPages > MOST_PAGES) throw tooLarge();
		const pages: string[] = [];
		let count = 0;
		for (let number = 1; number <= document.numPages; number += 1) {
			const page = await document.getPage(number).catch(() => null);
			const content = await page?.getTextContent().catch(() => null);
			if (!page || !content) continue;
			const turned = page.rotate % 180 !== 0;
			const items: Item[] = [];
			for (const one of content.items) {
				if (!('str' in one) || !one.str) continue;
				if ((count += 1) > MOST_ITEMS) throw tooLarge();
				const [a, b, , , x, y] = one.transform as [number, number, number, number, number, number];
				const sideways = turned && Math.abs(b) > Math.abs(a);
				items.push({
					text: one.str,
					x: sideways ? y : x,
					y: sideways ? -x : y,
					width: one.width,
					height: one.height || Math.hypot(a, b)
				});
			}
			pages.push(layOut(items));
			page.cleanup();
		}
		if (!/\p{L}{2}/u.test(pages.join(''))) throw scanned();
		return pages.join('\f');
	} finally {
		await document.loadingTask.destroy();
	}
}

/** Lines by height, then text by its place: one character per average width. */
function layOut(items: Item[]): string {
	const words = items.filter((item) => item.text.trim());
	if (words.length === 0) return '';
	const letters = words.reduce((sum, item) => sum + item.text.length, 0);
	const size = median(words.map((item) => item.height)) || 12;
	const letter = Math.max(
		words.reduce((sum, item) => sum + item.width, 0) / Math.max(letters, 1),
		size * 0.25
	);
	// Narrower steps than letters: words never push the next column out of its place.
	const unit = letter * 0.62;
	const left = Math.min(...words.map((item) => item.x));
	const rows: Item[][] = [];
	for (const item of words.sort((one, other) => other.y - one.y || one.x - other.x)) {
		const row = rows.at(-1);
		if (row && Math.abs(row[0]!.y - item.y) <= size * 0.42) row.push(item);
		else rows.push([item]);
	}
	const out: string[] = [];
	let above: number | null = null;
	for (const row of rows) {
		const y = row[0]!.y;
		if (above !== null && above - y > size * 2.2) out.push('');
		above = y;
		out.push(lineOf(row, left, letter, unit, size));
	}
	return out.join('\n');
}

function lineOf(row: Item[], left: number, letter: number, unit: number, size: number): string {
	let text = '';
	let end = -Infinity;
	for (const item of row.sort((one, other) => one.x - other.x)) {
		// A small raised number is the mark of a note.
		if (
			item.height < size * 0.75 &&
			/^\d{1,2}$/.test(item.text.trim()) &&
			row.length > 1 &&
			/\p{L}$/u.test(text)
		)
			continue;
		const gap = item.x - end;
		const column = Math.max(0, Math.round((item.x - left) / unit));
		if (text === '') text = ' '.repeat(column);
		else if (gap > letter * 1.6) text = text.padEnd(Math.max(column, text.length + 2));
		else if (gap > letter * 0.3 && !text.endsWith(' ') && !item.text.startsWith(' ')) text += ' ';
		text += item.text.replace(/\s+/g, ' ');
		end = item.x + item.width;
	}
	return text.trimEnd();
}

function median(values: number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
