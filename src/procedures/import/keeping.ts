/**
 * What a file does not say is not taken away: a workbook without the column of papers, a cell nobody touched, a source
 * that had nothing. An officer's own additions (forms, exemptions with their days, everyday words) outlive an import;
 * what has to go is taken out by hand.
 */
import type { Case, Paper, ProcedureContent, ProcedureText, Way } from '../procedure.ts';
import { columns } from './columns.ts';
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
		result.content.ways = result.content.ways.map((way) => wayOver(base.content.ways, way));
	if (result.content.cases !== base.content.cases)
		result.content.cases = result.content.cases.map((one) => caseOver(base.content.cases, one));
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
	return own.every(({ key, write }) => row.cells!.get(key) === cleaned(write(base, { effectiveFrom: null })));
}

function wayOver(known: Way[], way: Way): Way {
	const same = known.find((one) => one.way === way.way);
	if (!same) return way;
	return {
		...way,
		time: way.time.value === null && way.time.text === '' ? same.time : way.time,
		localTime: way.localTime ?? same.localTime,
		fees: way.fees.every((fee) => fee.kind === 'unknown' && fee.note === '') ? same.fees : way.fees,
		description: way.description || same.description
	};
}

function caseOver(known: Case[], one: Case): Case {
	const same = known.find((other) => other.code === one.code && other.name === one.name);
	const papers = known.flatMap((other) => other.papers);
	return {
		...one,
		time: one.time ?? same?.time ?? null,
		papers: one.papers.map((paper) => paperOver(papers, paper))
	};
}

function paperOver(known: Paper[], paper: Paper): Paper {
	const same = known.find((one) => one.name === paper.name);
	if (!same) return paper;
	return {
		...paper,
		required: paper.required ?? same.required,
		forms: paper.forms.length > 0 ? paper.forms : same.forms
	};
}
