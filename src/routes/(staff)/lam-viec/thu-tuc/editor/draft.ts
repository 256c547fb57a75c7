/**
 * The draft: a procedure's text as a form holds it, everything a string, rows in order. Names of the fields are the
 * paths in the draft (`ways.0.fees.1.amount`), so a browser without script sends the same thing as one with.
 */
import type { ProcedureText, TimeLimit } from '#procedures/procedure.ts';

const time = { value: '', unit: '', text: '' };
const fee = {
	name: '',
	kind: '',
	amount: '',
	amountTo: '',
	currency: 'VND',
	text: '',
	note: '',
	validFrom: '',
	validTo: ''
};
const form = { name: '', url: '', fileToken: '' };
const paper = { name: '', originals: '', copies: '', required: '', forms: [form] };

/** One of each row, as a new one begins. */
const blank = {
	code: '',
	name: '',
	field: '',
	level: '',
	agency: '',
	/** One a line. */
	applicants: '',
	onlineLevel: '',
	onlineReason: '',
	decision: '',
	decidedOn: '',
	steps: [{ name: '', text: '' }],
	// Copies: a clone keeps what is shared shared.
	ways: [{ way: '', time: { ...time }, localTime: { ...time }, fees: [fee], description: '' }],
	cases: [{ code: '', name: '', time: { ...time }, papers: [paper] }],
	sets: '',
	results: [{ text: '' }],
	conditions: '',
	legalBases: [{ code: '', name: '' }],
	coordinating: '',
	place: '',
	portalUrl: '',
	/** One a line. */
	keywords: '',
	note: '',
	seenIn: ''
};
export type Draft = typeof blank;
type Shape = string | Shape[] | { [key: string]: Shape };

/** Reads the draft out of what a form sent. Anything may have been sent; only what the draft knows is taken. */
export function draftFrom(sent: Iterable<[string, unknown]>): Draft {
	const values = new Map<string, string>();
	for (const [name, value] of sent) {
		if (typeof value === 'string') values.set(name, value.replaceAll('\r\n', '\n').normalize('NFC'));
	}
	return take(blank, '', values) as Draft;
}

const MOST_ROWS = 200;

function take(shape: Shape, path: string, values: Map<string, string>): Shape {
	if (typeof shape === 'string') return values.get(path) ?? shape;
	if (!Array.isArray(shape)) {
		return Object.fromEntries(
			Object.entries(shape).map(([key, of]) => [key, take(of, path ? `${path}.${key}` : key, values)])
		);
	}
	const rows = new Set<number>();
	for (const name of values.keys()) {
		const number = name.startsWith(`${path}.`) ? /^\d{1,3}(?=\.)/.exec(name.slice(path.length + 1)) : null;
		if (number) rows.add(Number(number[0]));
	}
	return [...rows]
		.sort((a, b) => a - b)
		.slice(0, MOST_ROWS)
		.map((row) => take(shape[0]!, `${path}.${row}`, values));
}

/** Without the rows nobody wrote anything into. */
export function pruned(draft: Draft): Draft {
	return prune(blank, draft) as Draft;
}

function prune(shape: Shape, value: Shape): Shape {
	if (typeof shape === 'string') return value;
	if (Array.isArray(shape)) {
		const [row] = shape as [Shape];
		return (value as Shape[]).map((one) => prune(row, one)).filter((one) => !isBlank(row, one));
	}
	const given = value as { [key: string]: Shape };
	return Object.fromEntries(Object.entries(shape).map(([key, of]) => [key, prune(of, given[key]!)]));
}

function isBlank(shape: Shape, value: Shape): boolean {
	if (typeof shape === 'string') return (value as string).trim() === shape;
	if (Array.isArray(shape)) return (value as Shape[]).length === 0;
	const given = value as { [key: string]: Shape };
	return Object.entries(shape).every(([key, of]) => isBlank(of, given[key]!));
}

/** A press of "thêm", "bỏ" or "lên": `them:ways.0.fees`, `bo:ways.0.fees.1`, `len:steps.2`. Changes the draft in place. */
export function changeRows(draft: Draft, press: string): void {
	const [, act, path] = /^(them|bo|len):([a-zA-Z]+(?:\.\w+)*)$/.exec(press) ?? [];
	if (!act || !path) return;
	const steps = path.split('.');
	const row = act === 'them' ? undefined : Number(steps.pop());
	let shape: Shape = blank;
	let value: Shape = draft;
	for (const step of steps) {
		if (Array.isArray(shape)) {
			value = (value as Shape[])[Number(step)]!;
			shape = shape[0]!;
		} else if (typeof shape !== 'string' && Object.hasOwn(shape, step)) {
			value = (value as { [key: string]: Shape })[step]!;
			shape = shape[step]!;
		} else return;
		if (value === undefined) return;
	}
	if (!Array.isArray(shape) || !Array.isArray(value)) return;
	if (row === undefined) {
		if (value.length < MOST_ROWS) value.push(newRow(shape[0]!));
	} else if (act === 'bo') {
		if (row in value) value.splice(row, 1);
	} else if (row > 0 && row < value.length) {
		const [moved] = value.splice(row, 1);
		value.splice(row - 1, 0, moved!);
	}
}

/** A new row, with one empty row in each list it has, ready to be written into. */
function newRow(shape: Shape): Shape {
	return structuredClone(shape);
}

/** A new procedure: every list begins with one empty row. */
export function emptyDraft(): Draft {
	return structuredClone(blank);
}

export function draftOf(text: ProcedureText): Draft {
	const { content } = text;
	return {
		code: text.code,
		name: text.name,
		field: text.field,
		level: text.level,
		agency: text.agency,
		applicants: text.applicants.join('\n'),
		onlineLevel: text.onlineLevel ?? '',
		onlineReason: content.onlineReason,
		decision: text.decision,
		decidedOn: text.decidedOn ?? '',
		steps: content.steps.map((step) => ({ ...step })),
		ways: content.ways.map((way) => ({
			way: way.way,
			time: timeDraft(way.time),
			localTime: timeDraft(way.localTime),
			fees: way.fees.map((one) => ({
				name: one.name,
				kind: one.kind,
				amount: numberDraft(one.amount),
				amountTo: numberDraft(one.amountTo),
				currency: one.currency,
				text: one.text,
				note: one.note,
				validFrom: one.validFrom ?? '',
				validTo: one.validTo ?? ''
			})),
			description: way.description
		})),
		cases: content.cases.map((one) => ({
			code: one.code,
			name: one.name,
			time: timeDraft(one.time),
			papers: one.papers.map((of) => ({
				name: of.name,
				originals: numberDraft(of.originals),
				copies: numberDraft(of.copies),
				required: of.required === null ? '' : of.required ? 'yes' : 'no',
				forms: of.forms.map(({ name, url, fileToken }) => ({
					name,
					url: url ?? '',
					fileToken: fileToken ?? ''
				}))
			}))
		})),
		sets: numberDraft(content.sets),
		results: content.results.map((result) => ({ text: result })),
		conditions: content.conditions,
		legalBases: content.legalBases.map((basis) => ({ ...basis })),
		coordinating: content.coordinating,
		place: content.place,
		portalUrl: content.portalUrl ?? '',
		keywords: content.keywords.join('\n'),
		note: content.note,
		seenIn: content.seenIn
	};
}

function timeDraft(limit: TimeLimit | null): typeof time {
	return limit
		? { value: numberDraft(limit.value), unit: limit.unit ?? '', text: limit.text }
		: structuredClone(time);
}

/** 8000 and 2,5: no dots that could be taken for a comma. */
function numberDraft(value: number | null): string {
	return value === null ? '' : String(value).replace('.', ',');
}
