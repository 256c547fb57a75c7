/** What the form of the public copy sends. */
import type * as publication from '#feedback/publication.server.ts';
import type { Texts } from '#feedback/redaction.ts';
import { text } from '../../case-form.server.ts';

/** As the browser sends it back: its line ends are two characters. */
const plain = (words: string): string => words.toWellFormed().normalize('NFC').replace(/\r\n?/g, '\n').trim();

export const textsOf = (form: FormData): Texts => ({
	title: plain(text(form, 'title')),
	question: plain(text(form, 'question')),
	answer: plain(text(form, 'answer'))
});

/** One a line. */
export const byHandOf = (form: FormData): string[] =>
	text(form, 'byHand')
		.split(/\r?\n/)
		.map((line) => plain(line))
		.filter((line) => line.length > 1)
		.slice(0, 50);

export function givenOf(form: FormData): publication.Given {
	const decided: publication.Given['decided'] = {};
	for (const [name, value] of form) {
		if (typeof value !== 'string') continue;
		const [, at] = /^key-(\d+)$/.exec(name) ?? [];
		if (at !== undefined)
			decided[plain(value)] = { decision: text(form, `decision-${at}`), why: text(form, `why-${at}`) };
	}
	const pictures: publication.Given['pictures'] = {};
	for (const id of form.getAll('picture').map(Number).filter(Number.isSafeInteger))
		pictures[id] = form.getAll(`fields-${id}`).map(Number);
	return {
		texts: textsOf(form),
		byHand: byHandOf(form),
		decided,
		taskId: Number(text(form, 'taskId')) || null,
		pictures
	};
}
