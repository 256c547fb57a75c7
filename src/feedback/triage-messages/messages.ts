/** Messages written by hand, with what a person would mark in them: `=== class`, then the text with `{kind|words}`. */
import { readFileSync } from 'node:fs';
import type { PersonalKind } from '#platform/personal-data/personal-data.ts';
import type { MessageClass } from '../message-class.ts';

type Mark = { kind: PersonalKind; start: number; end: number; text: string };
export type Marked = { class: MessageClass; text: string; marks: Mark[] };

/** Written one after the other, each before anybody saw how it was answered; then learned from as kinds. */
export const freshSets = ['fresh-1', 'fresh-2', 'fresh-3', 'fresh-4', 'fresh-5', 'fresh-6'] as const;

/** For the class only; the first six became examples of it (message-class-voices.ts). */
export const unlearned = 'fresh-7';

type Name = 'held-out' | 'practice' | typeof unlearned | (typeof freshSets)[number];

export function messagesOf(name: Name): Marked[] {
	const file = readFileSync(new URL(`./${name}.txt`, import.meta.url), 'utf8');
	return file
		.split(/^=== /m)
		.slice(1)
		.map((block) => {
			const [kind, ...lines] = block.trimEnd().split('\n');
			return { class: kind as MessageClass, ...unmarked(lines.join('\n')) };
		});
}

function unmarked(written: string): { text: string; marks: Mark[] } {
	let text = '';
	const marks: Mark[] = [];
	let from = 0;
	for (const match of written.matchAll(/\{([a-z_]+)\|([^}]+)\}/g)) {
		text += written.slice(from, match.index);
		const [, kind, said] = match;
		marks.push({
			kind: kind as PersonalKind,
			start: text.length,
			end: text.length + said!.length,
			text: said!
		});
		text += said;
		from = match.index + match[0].length;
	}
	return { text: text + written.slice(from), marks };
}
