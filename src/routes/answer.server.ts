/** How a page answers a refusal: the only place where refusals become HTTP. */
import { error, fail, type ActionFailure } from '@sveltejs/kit';
import { Refusal, type RefusalDetail } from '#platform/refusal.ts';

export type RefusedForm = {
	refusal: { message: string; field: string | undefined; reasons: RefusalDetail[] };
};

/** For form actions: a refusal goes back to the form, with what was typed left in place by the browser or `values`. */
export async function act<T>(work: () => Promise<T>): Promise<T | ActionFailure<RefusedForm>> {
	try {
		return await work();
	} catch (thrown) {
		if (!(thrown instanceof Refusal)) throw thrown;
		return fail(thrown.status, {
			refusal: { message: thrown.message, field: thrown.field, reasons: thrown.reasons }
		});
	}
}

/** For `load` and endpoints: a refusal becomes the error page with its own words. */
export async function show<T>(work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (thrown) {
		if (!(thrown instanceof Refusal)) throw thrown;
		error(thrown.status, { message: thrown.message });
	}
}
