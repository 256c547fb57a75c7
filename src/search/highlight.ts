/** Marks what matched in a text, with its own diacritics, and escapes everything else. */
import type { LaidOut } from './name.ts';

/** Whether a word of the text, by its number on the shelf, is one of those found. */
export type Matches = (id: number) => boolean;

const special = /[&<>"']/;

function escape(text: string): string {
	if (!special.test(text)) return text;
	return text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;')
		.replaceAll("'", '&#39;');
}

/** The whole text; matching words side by side share one mark. */
export function highlight(laid: LaidOut, matches: Matches): string {
	return marked(laid, matches, 0, laid.text.length);
}

function marked({ text, ids, starts, ends }: LaidOut, matches: Matches, from: number, to: number): string {
	let html = '';
	let done = from;
	/** Where the open mark's last word ends; -1: none is open. */
	let last = -1;
	for (let at = 0; at < ids.length && starts[at]! < to; at++) {
		if (starts[at]! < from) continue;
		const hit = matches(ids[at]!);
		if (last >= 0 && (!hit || /[^\s]/.test(text.slice(last, starts[at])))) {
			html += escape(text.slice(done, last)) + '</mark>';
			done = last;
			last = -1;
		}
		if (!hit) continue;
		if (last < 0) {
			html += escape(text.slice(done, starts[at])) + '<mark>';
			done = starts[at]!;
		}
		last = ends[at]!;
	}
	if (last >= 0) {
		html += escape(text.slice(done, last)) + '</mark>';
		done = last;
	}
	return html + escape(text.slice(done, to));
}

const LENGTH = 180;
/** Further down nothing is quoted. */
export const QUOTED = 3000;

/** The part of a longer text where most of the words stand, whole words only. */
export function snippet(laid: LaidOut, matches: Matches): string {
	const { text, ids, starts, ends } = laid;
	if (ids.length === 0) return '';
	const best = fullest(laid, matches);
	let from = 0;
	if (best >= LENGTH / 2) {
		const first = starts.findIndex((start) => start >= best - 30);
		from = first < 0 ? best : starts[first]!;
	}
	const last = ends.findLastIndex((end) => end <= from + LENGTH);
	const to = Math.max(last < 0 ? text.length : ends[last]!, from);
	return `${from > 0 ? '… ' : ''}${marked(laid, matches, from, to)}${to < text.trimEnd().length ? ' …' : ''}`;
}

/** Where the stretch begins in which most different words were found. */
function fullest({ ids, starts, ends }: LaidOut, matches: Matches): number {
	const hits: number[] = [];
	for (let at = 0; at < ids.length; at++) if (matches(ids[at]!)) hits.push(at);
	const within = new Map<number, number>();
	let best = 0;
	let most = 0;
	let first = 0;
	for (const hit of hits) {
		while (ends[hits[first]!]! < ends[hit]! - LENGTH) {
			const id = ids[hits[first++]!]!;
			const left = within.get(id)! - 1;
			if (left === 0) within.delete(id);
			else within.set(id, left);
		}
		within.set(ids[hit]!, (within.get(ids[hit]!) ?? 0) + 1);
		if (within.size > most) {
			most = within.size;
			best = starts[hits[first]!]!;
		}
	}
	return best;
}
