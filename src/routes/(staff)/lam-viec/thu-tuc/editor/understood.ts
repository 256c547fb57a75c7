/** From the draft to a procedure's text; what cannot be understood is named by the path of its field, in words. */
import { procedureTextShape, type ProcedureText } from '#procedures/procedure.ts';
import { pruned, type Draft } from './draft.ts';

export type FieldError = { path: string; message: string };
export type Understood = { ok: true; text: ProcedureText } | { ok: false; errors: FieldError[] };

/** Give it a pruned draft: the paths of the errors are then those of its rows. */
export function understood(draft: Draft): Understood {
	const errors: FieldError[] = [];
	const input = inputOf(draft, errors);
	const parsed = procedureTextShape.safeParse(input);
	if (parsed.success && errors.length === 0) return { ok: true, text: parsed.data };
	if (!parsed.success) {
		for (const issue of parsed.error.issues) {
			const path = fieldOf(issue.path);
			if (!errors.some((error) => error.path === path))
				errors.push({ path, message: wordsFor(path, issue.message, issue.code) });
		}
	}
	return { ok: false, errors };
}

/** The text as far as it can be understood, for the list of what is missing while somebody writes. */
export function sofar(draft: Draft): ProcedureText | undefined {
	const clean = pruned(draft);
	// Code and name have places of their own in the list of missing parts; the shape alone would give up on them.
	const parsed = procedureTextShape.safeParse(
		inputOf({ ...clean, code: '0.000000', name: clean.name.trim() || '···' }, [])
	);
	return parsed.success ? { ...parsed.data, name: clean.name.trim() } : undefined;
}

function inputOf(draft: Draft, errors: FieldError[]) {
	/** "8.000" and "2,5": dots between thousands, a comma before decimals. */
	const number = (path: string, value: string): number | null => {
		const plain = value.replaceAll(/\s/g, '');
		if (!plain) return null;
		if (/^\d{1,3}(\.\d{3})+(,\d+)?$|^\d+(,\d+)?$/.test(plain))
			return Number(plain.replaceAll('.', '').replace(',', '.'));
		if (/^\d+\.\d{1,2}$/.test(plain)) return Number(plain);
		errors.push({ path, message: 'Chỉ ghi số, ví dụ 8.000 hoặc 2,5. Chữ thì ghi vào ô bên cạnh.' });
		return null;
	};
	const limit = (path: string, given: Draft['ways'][number]['time']) => {
		const value = number(`${path}.value`, given.value);
		if (value === 0) errors.push({ path: `${path}.value`, message: 'Thời hạn phải lớn hơn 0.' });
		return { value: value === 0 ? null : value, unit: given.unit || null, text: given.text.trim() };
	};
	const optionalLimit = (path: string, given: Draft['ways'][number]['time']) => {
		const one = limit(path, given);
		return one.value === null && one.unit === null && one.text === '' ? null : one;
	};
	const lines = (value: string): string[] => [
		...new Set(
			value
				.split('\n')
				.map((line) => line.trim())
				.filter(Boolean)
		)
	];

	return {
		code: draft.code,
		name: oneLine(draft.name),
		field: oneLine(draft.field),
		level: oneLine(draft.level),
		agency: draft.agency.trim(),
		applicants: lines(draft.applicants),
		onlineLevel: draft.onlineLevel || null,
		decision: oneLine(draft.decision),
		decidedOn: draft.decidedOn || null,
		content: {
			steps: draft.steps.map(({ name, text }) => ({ name: name.trim(), text: text.trim() })),
			ways: draft.ways.map((way, index) => {
				const path = `ways.${index}`;
				return {
					way: way.way,
					time: limit(`${path}.time`, way.time),
					localTime: optionalLimit(`${path}.localTime`, way.localTime),
					description: way.description.trim(),
					fees: way.fees.map((fee, feeIndex) => feeOf(fee, `${path}.fees.${feeIndex}`, number, errors))
				};
			}),
			cases: draft.cases.map((one, index) => {
				const path = `cases.${index}`;
				return {
					code: one.code.trim(),
					name: one.name.trim(),
					time: optionalLimit(`${path}.time`, one.time),
					papers: one.papers.map((paper, paperIndex) => ({
						name: paper.name.trim(),
						originals: number(`${path}.papers.${paperIndex}.originals`, paper.originals),
						copies: number(`${path}.papers.${paperIndex}.copies`, paper.copies),
						required: paper.required === '' ? null : paper.required === 'yes',
						forms: paper.forms.map((form) => ({
							name: form.name.trim(),
							url: form.url.trim() || null,
							fileToken: form.fileToken || null
						}))
					}))
				};
			}),
			sets: number('sets', draft.sets),
			results: draft.results.map(({ text }) => text.trim()),
			conditions: draft.conditions.trim(),
			legalBases: draft.legalBases.map(({ code, name }) => ({ code: code.trim(), name: name.trim() })),
			coordinating: draft.coordinating.trim(),
			place: draft.place.trim(),
			onlineReason: draft.onlineReason.trim(),
			portalUrl: draft.portalUrl.trim() || null,
			keywords: lines(draft.keywords),
			note: draft.note.trim(),
			seenIn: draft.seenIn.trim()
		}
	};
}

type FeeDraft = Draft['ways'][number]['fees'][number];

function feeOf(
	fee: FeeDraft,
	path: string,
	number: (path: string, value: string) => number | null,
	errors: FieldError[]
) {
	const amount = number(`${path}.amount`, fee.amount);
	const amountTo = number(`${path}.amountTo`, fee.amountTo);
	const wrong = (field: string, message: string) => void errors.push({ path: `${path}.${field}`, message });
	if (fee.kind === 'amount' && amount === null && !fee.amount.trim())
		wrong('amount', 'Hãy ghi số tiền, hoặc chọn loại khác cho khoản này.');
	if (fee.kind === 'range' && amount === null && amountTo === null)
		wrong('amount', 'Hãy ghi mức thấp nhất hoặc mức cao nhất.');
	if (amount !== null && amountTo !== null && amountTo < amount)
		wrong('amountTo', 'Mức cao nhất phải lớn hơn mức thấp nhất.');
	if (fee.validFrom && fee.validTo && fee.validTo <= fee.validFrom)
		wrong('validTo', 'Ngày hết áp dụng phải sau ngày bắt đầu.');
	return {
		name: oneLine(fee.name),
		kind: fee.kind,
		amount,
		amountTo,
		currency: fee.currency,
		text: fee.text.trim(),
		note: fee.note.trim(),
		validFrom: fee.validFrom || null,
		validTo: fee.validTo || null
	};
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** Where the form has the field that the shape complains about. */
function fieldOf(path: PropertyKey[]): string {
	const parts = path.map(String);
	if (parts[0] === 'content') parts.shift();
	if (parts[0] === 'results') return `results.${parts[1]}.text`;
	if (parts[0] === 'applicants' || parts[0] === 'keywords') return parts[0];
	return parts.join('.');
}

/** What stands in the shape in Vietnamese is said as it stands; for the rest, by the field. */
function wordsFor(path: string, message: string, code: string): string {
	if (/[À-ỹ]/.test(message)) return message;
	const last = path.split('.').at(-1)!;
	if (code === 'too_big') return 'Nội dung ô này quá dài hoặc quá nhiều dòng. Hãy rút gọn hoặc chia ra.';
	if (last === 'url' || last === 'portalUrl')
		return 'Địa chỉ phải bắt đầu bằng https:// hoặc http://. Hãy chép lại từ thanh địa chỉ.';
	if (last === 'way') return 'Hãy chọn cách nộp.';
	if (last === 'kind') return 'Hãy chọn loại: miễn phí, số tiền, khoảng, cách tính khác hoặc chưa rõ.';
	if (/(From|To|On)$/.test(last)) return 'Ngày chưa đúng. Hãy chọn lại ngày.';
	if (['originals', 'copies', 'sets'].includes(last)) return 'Hãy ghi một số nguyên, ví dụ 1.';
	if (['text', 'name'].includes(last)) return 'Ô này còn trống. Hãy ghi nội dung, hoặc bỏ cả dòng.';
	return 'Nội dung ô này chưa đúng. Hãy nhập lại.';
}
