/**
 * A refusal is an error meant for a person: it says in Vietnamese what is wrong and what to do next.
 * Everything else that is thrown is ours: it is logged in English, and the person sees one sentence and an incident code.
 */
export type RefusalDetail = {
	/** Stable machine name, for tests, the API and the command line: 'story.own_work'. */
	code: string;
	/** Vietnamese, a full sentence, kind and exact, says what to do next. */
	message: string;
	/** HTTP status; 422 unless said otherwise. */
	status?: number;
	/** Name of the form field the refusal is about. */
	field?: string;
};

export class Refusal extends Error {
	readonly code: string;
	readonly status: number;
	readonly field: string | undefined;
	/** Every reason, when several block the same act; the first is the message. */
	readonly reasons: RefusalDetail[];

	constructor(first: RefusalDetail, others: RefusalDetail[] = []) {
		super(first.message);
		this.name = 'Refusal';
		this.code = first.code;
		this.status = first.status ?? 422;
		this.field = first.field;
		this.reasons = [first, ...others];
	}
}

/** Throws all reasons at once; an empty list means there is nothing against the act. */
export function refuseIfAny(reasons: RefusalDetail[]): void {
	const [first, ...others] = reasons;
	if (first) throw new Refusal(first, others);
}

/** What a person may not see does not exist for them, so both cases read the same. */
export function notFound(what: string): Refusal {
	return new Refusal({
		code: 'not_found',
		status: 404,
		message: `Không tìm thấy ${what}, hoặc nội dung này không dành cho vị trí công tác của đồng chí. Hãy quay lại danh sách và chọn lại.`
	});
}
