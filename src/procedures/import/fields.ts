/** Reading fields of JSON that somebody else wrote: absent is empty, a wrong kind is told by its name. */
import type { ProcedureText } from '../procedure.ts';
import { cleaned } from './values.ts';

/** A text before its shape was checked. */
export type Unparsed = { [Key in keyof ProcedureText]?: unknown };

export type Json = Record<string, unknown>;
export const isObject = (value: unknown): value is Json =>
	value !== null && typeof value === 'object' && !Array.isArray(value);

/** A field of a wrong kind; tells which. */
export class WrongField extends Error {
	readonly column: string;
	readonly value: string;
	constructor(column: string, value: unknown, wanted: string) {
		super(`Ô “${column}” phải là ${wanted}. Hãy sửa lại mục này trong tệp.`);
		this.column = column;
		this.value = shown(value);
	}
}

/** What stands there, short; never the whole of something nested. */
const shown = (value: unknown): string =>
	Array.isArray(value) ? '[…]' : isObject(value) ? '{…}' : String(value).slice(0, 80);

export function text(record: Json, column: string): string {
	const value = record[column];
	if (value === undefined || value === null) return '';
	if (typeof value !== 'string') throw new WrongField(column, value, 'chữ');
	return value;
}

/** A text, or the number the portal puts there. */
export function textOrNumber(record: Json, column: string): string {
	const value = record[column];
	return typeof value === 'number' && Number.isFinite(value) ? String(value) : text(record, column);
}

/** A list of texts, or one text with a line each. */
export function texts(record: Json, column: string): string[] {
	const value = record[column];
	if (typeof value === 'string') return value.split(/\n|;/).map(cleaned).filter(Boolean);
	return list(record, column).flatMap((one) => {
		if (typeof one !== 'string') throw new WrongField(column, one, 'danh sách chữ');
		return cleaned(one) ? [cleaned(one)] : [];
	});
}

export function list(record: Json, column: string): unknown[] {
	const value = record[column];
	if (value === undefined || value === null || value === '') return [];
	if (!Array.isArray(value)) throw new WrongField(column, value, 'danh sách');
	return value;
}

export function objects(record: Json, column: string): Json[] {
	return list(record, column).map((one) => {
		if (!isObject(one)) throw new WrongField(column, one, 'danh sách các mục có tên');
		return one;
	});
}
