/**
 * Procedures from JSON: lists as they are collected from the national portal (`{records: [{code, name, methods, …}]}`),
 * and the portal's own answer (`{code: 'OK', data: {executionMethods, executionCases, …}}`). Fields that are missing are
 * missing; fields of a wrong kind make the record a bad row, never a crash.
 */
import { Refusal } from '#platform/refusal.ts';
import { procedureTextShape } from '../procedure.ts';
import { isObject, list, objects, text, WrongField, type Json, type Unparsed } from './fields.ts';
import { fromPortal } from './portal.ts';
import { agencyOf, decisionOf, resultsOf, stepsOf } from './prose.ts';
import { MOST_ROWS, type BadRow, type ReadFile, type ReadRow, type Warning } from './rows.ts';
import {
	applicantsOf,
	cleaned,
	copiesOf,
	dayOfText,
	feeOf,
	levelOf,
	onlineOf,
	timeOf,
	wayOf
} from './values.ts';
import { problemIn } from './problem.ts';

export function readJson(source: string): ReadFile {
	let value: unknown;
	try {
		value = JSON.parse(source.replace(/^\ufeff/, ''));
	} catch {
		throw new Refusal({
			code: 'import.json',
			field: 'file',
			message: 'Tệp JSON bị hỏng hoặc bị cắt ngang nên không đọc được. Hãy tải lại tệp từ nguồn rồi nhập lại.'
		});
	}
	const records = recordsIn(value);
	if (!records) {
		throw new Refusal({
			code: 'import.shape',
			field: 'file',
			message:
				'Tệp JSON này không chứa danh sách thủ tục (cần mục “records” hoặc một danh sách). Hãy chọn đúng tệp danh mục thủ tục.'
		});
	}
	if (records.length > MOST_ROWS) {
		throw new Refusal({
			code: 'import.too_many',
			field: 'file',
			message: `Tệp có hơn ${MOST_ROWS.toLocaleString('vi')} thủ tục. Hãy chia thành nhiều tệp.`
		});
	}
	const rows: ReadRow[] = [];
	const bad: BadRow[] = [];
	records.forEach((record, at) => {
		const outcome = readRecord(record, at + 1);
		if ('message' in outcome) bad.push(outcome);
		else rows.push(outcome);
	});
	return { rows, bad };
}

function recordsIn(value: unknown): unknown[] | undefined {
	if (Array.isArray(value)) return value;
	if (!isObject(value)) return undefined;
	for (const key of ['records', 'data', 'items', 'procedures', 'content']) {
		const inner = value[key];
		if (Array.isArray(inner)) return inner;
		if (isObject(inner)) return recordsIn(inner) ?? [inner];
	}
	return 'name' in value && 'code' in value ? [value] : undefined;
}

function readRecord(record: unknown, row: number): ReadRow | BadRow {
	const refused = (column: string, value: string, message: string): BadRow => ({
		row,
		column,
		value,
		message
	});
	if (!isObject(record))
		return refused('', '', 'Mục này không phải một thủ tục. Hãy xóa hoặc sửa mục này trong tệp.');
	try {
		const inner = isObject(record['data']) ? record['data'] : record;
		const warnings: Warning[] = [];
		const warn = (column: string, message: string) => warnings.push({ column, message });
		const given =
			'executionMethods' in inner || 'executionCases' in inner
				? fromPortal(inner, warn)
				: fromList(inner, warn);
		const effective =
			text(inner, 'effectiveFrom') || text(inner, 'effective_from') || text(inner, 'effective_date');
		const effectiveFrom = effective ? dayOfText(effective) : null;
		if (effectiveFrom === undefined)
			return refused('effectiveFrom', effective, 'Ngày hiệu lực chưa đúng. Hãy ghi theo dạng 2026-01-31.');
		const parsed = procedureTextShape.safeParse(given);
		if (!parsed.success) {
			const { column, message, value } = problemIn(parsed.error, given);
			return refused(column, value, message);
		}
		return { at: `mục ${row}`, text: parsed.data, effectiveFrom, warnings };
	} catch (error) {
		if (error instanceof WrongField) return refused(error.column, error.value, error.message);
		throw error;
	}
}

type Warn = (column: string, message: string) => void;

/** The collected shape: `methods[]` with channel, time, fee; `documents[]` with copies. */
function fromList(record: Json, warn: Warn): Unparsed {
	const { agency, leaked } = agencyOf(text(record, 'agency'));
	if (leaked)
		warn('agency', 'Nguồn ghi cả một đoạn văn thay cho tên cơ quan nên đã bỏ. Hãy ghi lại tên cơ quan.');
	const papers = objects(record, 'documents').flatMap((paper) => {
		const name = cleaned(text(paper, 'name')).slice(0, 4000);
		if (!name) return [];
		const { originals, copies, doubtful } = copiesOf(text(paper, 'copies'));
		if (doubtful)
			warn(
				'documents',
				`Số bản “${text(paper, 'copies')}” của “${name.slice(0, 60)}” không hợp lý nên để trống. Hãy xem lại.`
			);
		const form = cleaned(text(paper, 'form'));
		return [{ name, originals, copies, forms: form ? [{ name: form.slice(0, 500) }] : [] }];
	});
	const ways = objects(record, 'methods').flatMap((method) => {
		const channel = text(method, 'channel');
		const way = wayOf(channel);
		if (!way) {
			warn(
				'methods',
				`Không hiểu cách nộp “${channel.slice(0, 60)}” nên đã bỏ. Hãy chọn trực tiếp, trực tuyến hoặc bưu chính.`
			);
			return [];
		}
		const time = timeOf(text(method, 'time'));
		if (time.value !== null && time.unit === null)
			warn(
				'methods',
				`Thời hạn “${time.text}” chỉ có con số, không có đơn vị. Hãy bổ sung ngày hay ngày làm việc.`
			);
		const note = cleaned(text(method, 'fee_note'));
		// Hours of reception land in the note of the fee; without a word of money it is about the way.
		const aside = cleaned(text(method, 'fee')) === '' && !/phí|đồng|thu|miễn|mức|vnd|vnđ/iu.test(note);
		return [
			{
				way,
				time,
				fees: [aside ? feeOf('', '') : feeOf(text(method, 'fee'), note)],
				description: aside ? note.slice(0, 8000) : ''
			}
		];
	});
	const applicants = list(record, 'applicants').map((one) => {
		if (typeof one !== 'string') throw new WrongField('applicants', one, 'danh sách chữ');
		return one;
	});
	const source = isObject(record['source']) ? record['source'] : {};
	const url = text(source, 'portal_url') || text(record, 'url');
	return {
		code: cleaned(text(record, 'code')),
		name: cleaned(text(record, 'name')),
		field: cleaned(text(record, 'field')),
		level: levelOf(text(record, 'level')),
		agency,
		applicants: applicantsOf(applicants),
		onlineLevel: onlineOf(text(record, 'online') || text(record, 'online_level')),
		decision: decisionOf(text(record, 'decision')),
		decidedOn: dayOfText(text(record, 'decision_date')) ?? null,
		content: {
			steps: stepsOf(text(record, 'steps')),
			ways: mergedWays(ways),
			cases: papers.length > 0 ? [{ papers }] : [],
			results: resultsOf(text(record, 'result')),
			conditions: cleaned(text(record, 'conditions')).slice(0, 20_000),
			legalBases: list(record, 'legal_bases').flatMap((one) =>
				typeof one === 'string' && cleaned(one) ? [{ name: cleaned(one).slice(0, 1000) }] : []
			),
			portalUrl: /^https?:\/\/\S+$/.test(url) && URL.canParse(url) ? url : null,
			keywords: list(record, 'keywords').flatMap((one) =>
				typeof one === 'string' && cleaned(one) ? [cleaned(one).slice(0, 100)] : []
			),
			note: cleaned(text(record, 'note')).slice(0, 8000),
			seenIn: cleaned(text(source, 'seen_in')).slice(0, 500)
		}
	};
}

type WayRow = { way: string; time: unknown; fees: unknown[]; description: string };

/** The same way and time twice is one way with two fees; a fee said twice is said once. */
function mergedWays(ways: WayRow[]): WayRow[] {
	const merged: WayRow[] = [];
	for (const one of ways) {
		const same = merged.find(
			(other) => other.way === one.way && JSON.stringify(other.time) === JSON.stringify(one.time)
		);
		if (!same) {
			merged.push({ ...one, fees: [...one.fees] });
			continue;
		}
		for (const fee of one.fees) {
			if (!same.fees.some((other) => JSON.stringify(other) === JSON.stringify(fee))) same.fees.push(fee);
		}
	}
	return merged;
}
