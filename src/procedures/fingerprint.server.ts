/** One text, one fingerprint: what is the same text in another Unicode form or order of keys is no change. */
import { createHash } from 'node:crypto';
import { Refusal } from '#platform/refusal.ts';
import { procedureTextShape, type ProcedureText } from './procedure.ts';

/** One Unicode form, no blanks at the ends, and nothing that the shape does not allow. */
export function tidied(text: ProcedureText): ProcedureText {
	const parsed = procedureTextShape.safeParse(clean(text));
	if (parsed.success) return parsed.data;
	const [issue] = parsed.error.issues;
	const where = issue?.path.join('.') ?? '';
	throw new Refusal({
		code: 'procedure.text',
		field: String(issue?.path[0] ?? 'name'),
		message: `Thủ tục ${text.code}: ${/[À-ỹ]/.test(issue?.message ?? '') ? issue!.message : `phần “${where}” chưa đúng. Hãy xem lại.`}`
	});
}

function clean(value: unknown): unknown {
	if (typeof value === 'string') return value.toWellFormed().normalize('NFC').replaceAll('\u0000', '').trim();
	if (Array.isArray(value)) return value.map(clean);
	if (value === null || typeof value !== 'object') return value;
	return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, clean(one)]));
}

export function fingerprintOf(text: ProcedureText): string {
	// Where it was seen says nothing to a reader: the same text from another file is the same text.
	const said = { ...text, content: { ...text.content, seenIn: '' } };
	return createHash('sha256')
		.update(JSON.stringify(ordered(said)))
		.digest('hex');
}

function ordered(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(ordered);
	if (value === null || typeof value !== 'object') return value;
	return Object.fromEntries(
		Object.entries(value)
			.toSorted(([a], [b]) => (a < b ? -1 : 1))
			.map(([key, one]) => [key, ordered(one)])
	);
}
