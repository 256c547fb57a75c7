/** Marks what matched in a text, with its own diacritics, and escapes everything else. */
import { tokens } from './fold.ts';

/** Whether a word of the text is one of those found; `stem` as the index knows it. */
export type Matches = (stem: string) => boolean;

export function escape(text: string): string {
	return text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;')
		.replaceAll("'", '&#39;');
}

/** The whole text; matching words side by side share one mark. */
export function highlight(text: string, matches: Matches): string {
	let html = '';
	let done = 0;
	let open = false;
	for (const token of tokens(text)) {
		const hit = matches(token.stem);
		const between = text.slice(done, token.start);
		if (open && (!hit || /[^\s]/.test(between))) {
			html += '</mark>';
			open = false;
		}
		html += escape(between);
		if (hit && !open) {
			html += '<mark>';
			open = true;
		}
		html += escape(token.text);
		done = token.end;
	}
	return html + (open ? '</mark>' : '') + escape(text.slice(done));
}

const LENGTH = 180;

/** The part of a longer text where most of the words stand, whole words only. */
export function snippet(text: string, matches: Matches): string {
	const all = tokens(text.slice(0, 3000));
	if (all.length === 0) return '';
	let best = 0;
	let bestCount = -1;
	let first = 0;
	const hits = all.filter((token) => matches(token.stem));
	hits.forEach((hit, last) => {
		while (hits[first]!.end < hit.end - LENGTH) first++;
		const count = new Set(hits.slice(first, last + 1).map((one) => one.stem)).size;
		if (count > bestCount) {
			bestCount = count;
			best = hits[first]!.start;
		}
	});
	const from = best < LENGTH / 2 ? 0 : (all.find((token) => token.start >= best - 30)?.start ?? best);
	const end = all.findLast((token) => token.end <= from + LENGTH)?.end ?? text.length;
	const to = Math.max(end, from);
	return `${from > 0 ? '… ' : ''}${highlight(text.slice(from, to), matches)}${to < text.trimEnd().length ? ' …' : ''}`;
}
