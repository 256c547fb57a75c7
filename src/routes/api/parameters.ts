/** Parameters of the machine interface: taken when right, refused by name when wrong, never guessed. */
import { Refusal } from '#platform/refusal.ts';

function wrong(field: string, message: string): Refusal {
	return new Refusal({ code: 'api.parameter', status: 400, field, message });
}

/** A text that has to be there; it may be empty. */
export function text(parameters: URLSearchParams, name: string, example: string): string {
	const given = parameters.get(name);
	if (given === null)
		throw wrong(name, `Thiếu tham số “${name}”. Hãy thêm vào địa chỉ, ví dụ: ?${name}=${example}`);
	return given;
}

export function wholeNumber(
	parameters: URLSearchParams,
	name: string,
	{ from, to, otherwise }: { from: number; to: number; otherwise: number }
): number {
	const given = parameters.get(name);
	if (given === null || given === '') return otherwise;
	const number = /^\d{1,9}$/.test(given) ? Number(given) : Number.NaN;
	if (!(number >= from && number <= to))
		throw wrong(name, `Tham số “${name}” phải là số nguyên từ ${from} đến ${to}.`);
	return number;
}

export function oneOf<T extends string>(
	parameters: URLSearchParams,
	name: string,
	allowed: readonly T[]
): T | undefined {
	const given = parameters.get(name);
	if (given === null || given === '') return undefined;
	const found = allowed.find((one) => one === given);
	if (!found) throw wrong(name, `Tham số “${name}” chỉ nhận một trong các giá trị: ${allowed.join(', ')}.`);
	return found;
}
