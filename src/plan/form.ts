/** From a submitted form to typed values: the first thing wrong becomes a refusal beside its field. */
import type { z } from 'zod';
import { Refusal } from '#platform/refusal.ts';

/** Fields that stand several times (checkboxes) become lists; files are left to the caller. */
export function fields(data: FormData): Record<string, unknown> {
	const values: Record<string, unknown> = {};
	for (const name of new Set(data.keys())) {
		const given = data.getAll(name).filter((value) => typeof value === 'string');
		if (given.length > 0) values[name] = given.length === 1 ? given[0] : given;
	}
	return values;
}

export function parsed<Schema extends z.ZodType>(schema: Schema, values: unknown): z.output<Schema> {
	const result = schema.safeParse(values);
	if (result.success) return result.data;
	const [first, ...others] = result.error.issues.map((issue) => ({
		code: 'form.invalid',
		message: /[À-ỹ]/.test(issue.message) ? issue.message : 'Giá trị này không hợp lệ. Hãy nhập lại.',
		field: String(issue.path[0] ?? '')
	}));
	throw new Refusal(first!, others);
}
