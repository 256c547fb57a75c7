import { error } from '@sveltejs/kit';

/** A number in an address; anything else is an address that leads nowhere. */
export function numberIn(text: string | null | undefined): number {
	const number = Number(text);
	if (!Number.isSafeInteger(number) || number <= 0) {
		error(404, { message: 'Địa chỉ này không đúng. Hãy quay lại danh sách và chọn lại.' });
	}
	return number;
}

/** An optional number in a query; nonsense counts as not given. */
export function optionalNumber(text: string | null): number | undefined {
	const number = Number(text);
	return text && Number.isSafeInteger(number) && number > 0 ? number : undefined;
}
