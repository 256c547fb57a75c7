/** The collected shape: `methods[]` with channel, time and fee; `documents[]` with copies; steps and results as one text. */
import type { Fee, TimeLimit, WayOfSubmitting } from '../procedure.ts';
import { isCut, limitOf, marked } from './cut.ts';
import { feeRead, notesApart } from './fee.ts';
import { isObject, list, objects, text, texts, WrongField, type Json, type Unparsed } from './fields.ts';
import { agencyOf, decisionOf, formApart, resultsRead, stepsOf } from './prose.ts';
import {
	applicantsOf,
	cleaned,
	copiesOf,
	dayOfText,
	inOrder,
	levelOf,
	onlineOf,
	timeOf,
	waysOf
} from './values.ts';

export type Warn = (column: string, message: string) => void;

/** Where this file cuts the texts of each field; null: nowhere. */
export type Limits = {
	steps: number | null;
	result: number | null;
	paper: number | null;
	note: number | null;
};

export function limitsIn(records: unknown[]): Limits {
	const inner = (record: unknown, field: string): Json[] => {
		const value = isObject(record) ? record[field] : undefined;
		return Array.isArray(value) ? value.filter(isObject) : [];
	};
	const strings = (value: unknown): string[] => (typeof value === 'string' ? [value] : []);
	const of = (field: string) =>
		limitOf(records.flatMap((record) => (isObject(record) ? strings(record[field]) : [])));
	return {
		steps: of('steps'),
		result: of('result'),
		paper: limitOf(
			records.flatMap((one) => inner(one, 'documents').flatMap((paper) => strings(paper['name'])))
		),
		note: limitOf(records.flatMap((one) => inner(one, 'methods').flatMap((way) => strings(way['fee_note']))))
	};
}

export function fromCollected(record: Json, warn: Warn, limits: Limits): Unparsed {
	const { agency, leaked } = agencyOf(text(record, 'agency'));
	const results = resultsOf(record, warn, limits);
	const applicants = applicantsOf(
		typeof record['applicants'] === 'string'
			? record['applicants'].split(/\n|;/)
			: list(record, 'applicants').map((one) => {
					if (typeof one !== 'string') throw new WrongField('applicants', one, 'danh sách chữ');
					return one;
				})
	);
	const source = isObject(record['source']) ? record['source'] : {};
	const url = (text(source, 'portal_url') || text(record, 'portal_url') || text(record, 'url')).trim();
	const { decision, decidedOn } = decisionOf(text(record, 'decision'));
	const papers = papersOf(record, warn, limits);
	return {
		code: cleaned(text(record, 'code')).replace(/\s+/g, ''),
		name: cleaned(text(record, 'name')).replace(/\s+/g, ' '),
		field: cleaned(text(record, 'field')).replace(/\s+/g, ' '),
		level: levelOf(text(record, 'level')),
		agency,
		applicants: fitting(applicants, warn),
		onlineLevel: onlineOf(text(record, 'online') || text(record, 'online_level')),
		decision,
		decidedOn: decidedOn ?? dayOfText(text(record, 'decision_date')) ?? null,
		content: {
			steps: stepsIn(record, leaked, warn, limits),
			ways: waysIn(record, warn, limits),
			cases: papers.length > 0 ? [{ papers }] : [],
			results: results.results,
			conditions: cleaned(text(record, 'conditions')).slice(0, 20_000),
			legalBases: texts(record, 'legal_bases').map((name) => ({ name: name.slice(0, 1000) })),
			portalUrl: /^https?:\/\/\S+$/.test(url) && URL.canParse(url) ? url : null,
			keywords: [...new Set([...texts(record, 'keywords'), ...results.keywords])].map((one) =>
				one.slice(0, 100)
			),
			note: cleaned(text(record, 'note')).slice(0, 8000),
			seenIn: cleaned(text(source, 'seen_in')).slice(0, 500)
		}
	};
}

function fitting(applicants: string[], warn: Warn): string[] {
	const fit = applicants.filter((one) => one.length <= 200);
	if (fit.length < applicants.length)
		warn('applicants', 'Nguồn ghi cả một đoạn văn ở đối tượng thực hiện nên đã bỏ. Hãy ghi lại đối tượng.');
	return fit;
}

function stepsIn(record: Json, leaked: string, warn: Warn, limits: Limits) {
	const printed = text(record, 'steps');
	const steps = stepsOf(printed);
	const last = steps.at(-1);
	if (leaked) {
		// A collector that cut at the words "Cơ quan thực hiện" put the rest of the steps there.
		const broken = last !== undefined && /[-–+*,:]\s*$|(?:^|\s)(?:theo|tại|mục|và)\s*$/u.test(printed);
		if (broken) last.text = `${last.text} Cơ quan thực hiện ${leaked}`.slice(0, 20_000);
		warn(
			'agency',
			broken
				? 'Nguồn ghi phần sau của trình tự vào ô cơ quan; đã đưa về trình tự. Hãy ghi tên cơ quan thực hiện.'
				: 'Nguồn ghi cả một đoạn văn thay cho tên cơ quan nên đã bỏ. Hãy ghi lại tên cơ quan.'
		);
	} else if (
		last &&
		(isCut(printed, limits.steps) || /(?:(?:^|\s)(?:theo|tại|mục|và|của|gồm)|\()\s*$/u.test(printed))
	) {
		last.text = marked(last.text);
		warn('steps', 'Trình tự bị cắt ngang trong tệp. Hãy bổ sung phần còn thiếu từ nguồn.');
	}
	return steps;
}

function resultsOf(record: Json, warn: Warn, limits: Limits) {
	const printed = text(record, 'result');
	const read = resultsRead(printed);
	const last = read.results.length - 1;
	if (last >= 0 && isCut(printed, limits.result) && cleaned(printed).endsWith(read.results[last]!)) {
		read.results[last] = marked(read.results[last]!);
		warn('result', 'Kết quả bị cắt ngang trong tệp. Hãy bổ sung phần còn thiếu từ nguồn.');
	}
	if (read.nameless) warn('result', 'Nguồn không ghi tên kết quả. Hãy ghi người dân nhận được gì.');
	return read;
}

function papersOf(record: Json, warn: Warn, limits: Limits) {
	let cut = false;
	const papers = objects(record, 'documents').flatMap((paper) => {
		const printed = text(paper, 'name');
		const { name, form } = formApart(
			cleaned(printed)
				.replace(/^[-–+*•]\s*/, '')
				.slice(0, 4000)
		);
		if (!name) return [];
		const { originals, copies, doubtful } = copiesOf(text(paper, 'copies'));
		if (doubtful)
			warn(
				'documents',
				`Số bản “${text(paper, 'copies').slice(0, 60)}” của “${name.slice(0, 60)}” không hợp lý nên để trống. Hãy xem lại.`
			);
		const broken = isCut(printed, limits.paper);
		cut ||= broken;
		const named = cleaned(text(paper, 'form')) || form;
		return [
			{
				name: broken ? marked(name) : name,
				originals,
				copies,
				forms: named ? [{ name: named.slice(0, 500) }] : []
			}
		];
	});
	if (cut) warn('documents', 'Có giấy tờ bị cắt ngang trong tệp. Hãy bổ sung phần còn thiếu từ nguồn.');
	return papers;
}

type WayRead = { way: WayOfSubmitting; time: TimeLimit; fees: Fee[]; description: string };

function waysIn(record: Json, warn: Warn, limits: Limits): WayRead[] {
	const unitless = new Set<string>();
	let contradicted = false;
	const ways = objects(record, 'methods').flatMap((method): WayRead[] => {
		const channel = text(method, 'channel');
		const named = waysOf(channel);
		if (named.length === 0)
			throw new WrongField('methods', channel, 'cách nộp: trực tiếp, trực tuyến hoặc bưu chính');
		const time = timeOf(text(method, 'time'));
		if (time.value !== null && time.unit === null) unitless.add(time.text);
		const printed = text(method, 'fee_note');
		const { note, description } = notesApart(printed);
		const read = feeRead(text(method, 'fee'), note);
		contradicted ||= read.contradicted;
		const whole = { fee: read.fee, description };
		if (isCut(printed, limits.note)) markEnd(whole, cleaned(printed));
		return named.map((way) => ({
			way,
			time,
			fees: [whole.fee],
			description: whole.description.slice(0, 8000)
		}));
	});
	for (const time of unitless)
		warn('methods', `Thời hạn “${time}” chỉ có con số, không có đơn vị. Hãy bổ sung ngày hay ngày làm việc.`);
	if (contradicted)
		warn(
			'methods',
			'Nguồn ghi “Miễn phí” nhưng ghi chú nói mức thu do nơi khác quy định; đã ghi theo ghi chú. Hãy ghi mức thu của địa phương.'
		);
	return merged(ways);
}

/** The part the cut note ends in gets the mark. */
function markEnd(read: { fee: Fee; description: string }, printed: string): void {
	const end = printed.slice(-20).replace(/\)+$/, '');
	if (read.description.endsWith(end)) read.description = marked(read.description);
	else if (read.fee.note.endsWith(end)) read.fee.note = marked(read.fee.note);
	else if (read.fee.text.endsWith(end)) read.fee.text = marked(read.fee.text);
}

/** The same way, time and words twice is one way with two fees; a fee said twice is said once. */
function merged(ways: WayRead[]): WayRead[] {
	const found: WayRead[] = [];
	for (const one of ways) {
		const same = found.find(
			(other) =>
				other.way === one.way &&
				other.description === one.description &&
				JSON.stringify(other.time) === JSON.stringify(one.time)
		);
		if (!same) found.push({ ...one, fees: [...one.fees] });
		else
			same.fees.push(
				...one.fees.filter((fee) => !same.fees.some((other) => JSON.stringify(other) === JSON.stringify(fee)))
			);
	}
	return inOrder(found);
}
