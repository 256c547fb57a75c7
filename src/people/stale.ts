import { Refusal } from '#platform/refusal.ts';

/** Somebody saved in between: nothing is overwritten silently. */
export function staleVersion(): Refusal {
	return new Refusal({
		code: 'people.stale',
		status: 409,
		message: 'Thông tin này vừa được người khác sửa. Hãy tải lại trang để xem bản mới nhất rồi sửa tiếp.'
	});
}
