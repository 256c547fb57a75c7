/** Reading fields of JSON that somebody else wrote: absent is empty, a wrong kind is told by its name. */
import type { ProcedureText } from '../procedure.ts';

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
		this.value = JSON.stringify(value)?.slice(0, 80) ?? '';
	}
}

export function text(record: Json, column: string): string {
	const value = record[column];
	if (value === undefined || value === null) return '';
	if (typeof value === 'number' || typeof value === 'boolean') return String(value);
	if (typeof value !== 'string') throw new WrongField(column, value, 'chữ');
	return value;
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
