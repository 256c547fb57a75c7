/** Like `act`, and what was typed goes back with the refusal, for a browser that works without script. */
import { fail, isActionFailure, type ActionFailure } from '@sveltejs/kit';
import { fields } from '#plan/form.ts';
import { act, type RefusedForm } from '../../../answer.server.ts';

export type Typed = Record<string, unknown>;

export async function keeping<T>(
	data: FormData,
	work: () => Promise<T>
): Promise<T | ActionFailure<RefusedForm & { typed: Typed }>> {
	const answer: unknown = await act(work);
	if (!isActionFailure(answer)) return answer as T;
	const { refusal } = answer.data as unknown as RefusedForm;
	return fail(answer.status, { refusal, typed: fields(data) });
}
