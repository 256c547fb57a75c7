/** What the form of the public copy sends. */
import type * as publication from '#feedback/publication.server.ts';
import { boxesFrom, fieldBoxes } from '#feedback/pictures.ts';
import type { Box, Texts } from '#feedback/redaction.ts';
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
	return {
		texts: textsOf(form),
		byHand: byHandOf(form),
		decided,
		taskId: Number(text(form, 'taskId')) || null,
		areaKey: text(form, 'areaKey') || null,
		pictures: picturesOf(form)
	};
}

/** By the number of the file: what was drawn by hand, or without a script the ticked fields of the grid. */
function picturesOf(form: FormData): publication.Given['pictures'] {
	const pictures: publication.Given['pictures'] = {};
	for (const id of form.getAll('picture').map(Number).filter(Number.isSafeInteger))
		pictures[id] = coveringOf(form, id);
	return pictures;
}

const coveringOf = (form: FormData, id: number): publication.Given['pictures'][number] => ({
	boxes: form.has(`boxes-${id}`)
		? boxesFrom(drawnIn(text(form, `boxes-${id}`)))
		: fieldBoxes(form.getAll(`fields-${id}`).map(Number)),
	nobody: form.has(`nobody-${id}`)
});

function drawnIn(words: string): unknown {
	try {
		return JSON.parse(words.slice(0, 20_000));
	} catch {
		return []; // not what the page sends
	}
}

/** What was drawn and ticked, chosen or not, to stand in the form again. */
export function coveringsOf(
	form: FormData
): Record<number, { chosen: boolean; boxes: Box[]; nobody: boolean }> {
	const chosen = new Set(form.getAll('picture'));
	const ids = new Set(
		[...form.keys()].flatMap((name) => /^(?:boxes|fields|nobody)-(\d{1,15})$/.exec(name)?.[1] ?? [])
	);
	return Object.fromEntries(
		[...ids, ...[...chosen].filter((one) => typeof one === 'string')].map((id) => [
			Number(id),
			{ chosen: chosen.has(id), ...coveringOf(form, Number(id)) }
		])
	);
}
