/** Forms of the radio's pages: a done act leads back with a word of what was done, a refused one keeps what was typed. */
import { fail, redirect } from '@sveltejs/kit';
import { fields } from '#plan/form.ts';
import { act } from '../../../answer.server.ts';

type Event = { request: Request; url: URL };

export async function doing(
	event: Event,
	done: string,
	work: (values: Record<string, unknown>, form: FormData) => Promise<unknown>,
	to = event.url.pathname
) {
	const form = await event.request.formData();
	const values = fields(form);
	const answered = await act(async () => {
		await work(values, form);
		return true as const;
	});
	if (answered !== true)
		return fail(answered.status, {
			refusal: answered.data.refusal,
			values: values as Record<string, string>,
			tried: done
		});
	redirect(303, `${to}?xong=${done}`);
}

export const numberOf = (value: unknown): number => (Number.isSafeInteger(Number(value)) ? Number(value) : 0);
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
export const listOf = (value: unknown): string[] =>
	Array.isArray(value)
		? value.filter((one) => typeof one === 'string')
		: typeof value === 'string'
			? [value]
			: [];
/** `HH:MM` to minutes from midnight; out of range for what is none, so that the verb refuses it by name. */
export const minuteOf = (value: unknown): number => {
	const clock = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(textOf(value));
	return clock ? Number(clock[1]) * 60 + Number(clock[2]) : -1;
};
/** A local date and time of a form, Vietnamese time. */
export const momentOf = (value: unknown): Date => new Date(`${textOf(value)}:00+07:00`);
