/**
 * What a file does not say is not taken away: a workbook without the column of papers, a cell nobody touched, a source
 * that had nothing. An officer's own additions (forms, exemptions with their days, everyday words) outlive an import;
 * what has to go is taken out by hand.
 */
import type { Case, Paper, ProcedureContent, ProcedureText, Way } from '../procedure.ts';
import { columns, written } from './columns.ts';
import { leftToOthers } from './fee.ts';
import type { ReadRow } from './rows.ts';
import { cleaned } from './values.ts';

/** Which columns of a workbook make up which part of the text. */
const parts: Record<string, (key: string) => boolean> = {
	ways: (key) =>
		key.startsWith('time:') || key.startsWith('fee:') || key === 'localTime' || key === 'channels',
	cases: (key) => key === 'papers'
};

/** The text of the row laid over what the catalogue says. */
export function laidOver(base: ProcedureText, row: ReadRow): ProcedureText {
	const said = row.text;
	const result: ProcedureText = { ...said, content: { ...said.content } };
	for (const key of [
		'field',
		'level',
		'agency',
		'decision',
		'applicants',
		'onlineLevel',
		'decidedOn'
	] as const) {
		if (isEmpty(said[key]) || untouched(base, row, key === 'onlineLevel' ? 'online' : key))
			put(result, key, base[key]);
	}
	if (untouched(base, row, 'name')) result.name = base.name;
	for (const key of Object.keys(base.content) as (keyof ProcedureContent)[]) {
		if (key === 'seenIn') continue;
		if (isEmpty(said.content[key]) || untouched(base, row, key)) put(result.content, key, base.content[key]);
	}
	if (result.content.ways !== base.content.ways)
		result.content.ways = waysOver(base, row, result.content.ways);
	if (result.content.cases !== base.content.cases)
		result.content.cases = casesOver(base.content.cases, result.content.cases);
	// The day and the reason belong to what stood there before.
	if (result.decision !== base.decision && said.decidedOn === null) result.decidedOn = null;
	if (result.onlineLevel !== base.onlineLevel && said.content.onlineReason === '')
		result.content.onlineReason = '';
	return result;
}

function put<T, Key extends keyof T>(target: T, key: Key, value: T[Key]): void {
	target[key] = value;
}

const isEmpty = (value: unknown): boolean =>
	value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** The cells of this part say what the catalogue would write into them. */
function untouched(base: ProcedureText, row: ReadRow, part: string): boolean {
	if (!row.cells) return false;
	const of = parts[part] ?? ((key: string) => key === part);
	const own = columns.filter(({ key }) => of(key) && row.cells!.has(key));
	if (own.length === 0) return columns.some(({ key }) => of(key));
	return own.every(({ key }) => asWritten(base, row, key));
}

/** This cell still says what the catalogue would write into it. */
function asWritten(base: ProcedureText, row: ReadRow, key: string): boolean {
	const column = columns.find((one) => one.key === key);
	const cell = row.cells?.get(key);
	return column !== undefined && cell !== undefined && cell === cleaned(written(column, base));
}

/** The first of a name stands for the first, the second for the second: the same file again finds the same. */
function inTurn<T>(known: T[], nameOf: (one: T) => string): (wanted: T) => T | undefined {
	const waiting = Map.groupBy(known, nameOf);
	return (wanted) => waiting.get(nameOf(wanted))?.shift();
}

function waysOver(base: ProcedureText, row: ReadRow, ways: Way[]): Way[] {
	const count = (all: Way[], kind: Way['way']): number => all.filter(({ way }) => way === kind).length;
	const next = inTurn(base.content.ways, ({ way }) => way);
	return ways.map((way) => {
		const same = next(way);
		const times = count(ways, way.way);
		// Twice by post there and once here: which of them is meant nobody knows.
		if (!same || count(base.content.ways, way.way) !== times) return way;
		// One cell was changed: what the others stand for keeps what no cell can hold (days, names of fees).
		const kept = (key: string): boolean => times === 1 && asWritten(base, row, key);
		// "3" says nothing against "3 ngày làm việc".
		const noTime =
			(way.time.value === null && way.time.text === '') ||
			(way.time.value !== null && way.time.unit === null && way.time.value === same.time.value);
		// What the central text leaves to the province, the ward's own amount answers.
		const answered =
			!row.cells &&
			way.fees.every(leftToOthers) &&
			same.fees.some((fee) => !leftToOthers(fee) && fee.kind !== 'unknown');
		const noFee = answered || way.fees.every((fee) => fee.kind === 'unknown' && fee.note === '');
		return {
			...way,
			time: noTime || kept(`time:${way.way}`) ? same.time : way.time,
			localTime: way.localTime === null || kept('localTime') ? same.localTime : way.localTime,
			fees: noFee || kept(`fee:${way.way}`) ? same.fees : way.fees,
			description: way.description || same.description
		};
	});
}

function casesOver(known: Case[], cases: Case[]): Case[] {
	const nextCase = inTurn(known, ({ code, name }) => `${code} ${name}`);
	const nextPaper = inTurn(
		known.flatMap(({ papers }) => papers),
		({ name }) => name
	);
	return cases.map((one) => ({
		...one,
		time: one.time ?? nextCase(one)?.time ?? null,
		papers: one.papers.map((paper): Paper => {
			const same = nextPaper(paper);
			if (!same) return paper;
			return {
				...paper,
				required: paper.required ?? same.required,
				forms: paper.forms.length > 0 ? paper.forms : same.forms
			};
		})
	}));
}
