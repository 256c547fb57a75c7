/**
 * Procedures from JSON: lists as they are collected from the national portal (`{records: [{code, name, methods, …}]}`),
 * and the portal's own answer (`{code: 'OK', data: {executionMethods, executionCases, …}}`). Fields that are missing are
 * missing; fields of a wrong kind make the record a bad row, never a crash.
 */
import { Refusal } from '#platform/refusal.ts';
import { procedureTextShape } from '../procedure.ts';
import { fromCollected, limitsIn, type Limits } from './collected.ts';
import { isObject, text, WrongField } from './fields.ts';
import { fromPortal } from './portal.ts';
import { problemIn } from './problem.ts';
import { MOST_ROWS, type BadRow, type ReadFile, type ReadRow, type Warning } from './rows.ts';
import { dayOfText } from './values.ts';

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
	const limits = limitsIn(records);
	records.forEach((record, at) => {
		const outcome = readRecord(record, at + 1, limits);
		if ('message' in outcome) bad.push(outcome);
		else rows.push(outcome);
	});
	return { rows, bad };
}

const containers = ['records', 'data', 'items', 'procedures', 'content'];
/** An answer wraps its list once or twice; deeper there is none. */
const DEEPEST = 4;

function recordsIn(value: unknown, depth = 0): unknown[] | undefined {
	if (Array.isArray(value)) return value;
	if (!isObject(value) || depth > DEEPEST) return undefined;
	if ('name' in value && 'code' in value) return [value];
	for (const key of containers) {
		const inner = value[key];
		if (Array.isArray(inner)) return inner;
		if (isObject(inner)) return recordsIn(inner, depth + 1) ?? [inner];
	}
	return undefined;
}

function readRecord(record: unknown, row: number, limits: Limits): ReadRow | BadRow {
	const refused = (column: string, value: string, message: string): BadRow => ({
		row,
		at: `mục ${row}`,
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
				: fromCollected(inner, warn, limits);
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
		return { at: `mục ${row}`, row, text: parsed.data, effectiveFrom, warnings };
	} catch (error) {
		if (error instanceof WrongField) return refused(error.column, error.value, error.message);
		throw error;
	}
}
