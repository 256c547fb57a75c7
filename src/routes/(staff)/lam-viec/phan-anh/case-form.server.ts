/** What the forms of a case send, and how a page answers: with what was done, or with what was typed still in its place. */
import { fail, type ActionFailure } from '@sveltejs/kit';
import type { Ctx } from '#people/actor.ts';
import { notFound } from '#platform/refusal.ts';
import { act, type RefusedForm } from '../../../answer.server.ts';

export function caseId(param: string): number {
	const id = Number(param);
	if (!Number.isSafeInteger(id) || id < 1) throw notFound('phản ánh này');
	return id;
}

export const text = (form: FormData, name: string): string => {
	const value = form.get(name);
	return typeof value === 'string' ? value : '';
};

export const numbers = (form: FormData, name: string): number[] =>
	form.getAll(name).map(Number).filter(Number.isSafeInteger);

/** The version the page was made from; a form without one is refused as old. */
export const lockOf = (form: FormData): number => Number(text(form, 'lockVersion')) || 0;

/** `u12` is a unit, `u12p5` a person in it: one choice, so that the two cannot contradict each other. */
export function holderOf(form: FormData): { unitId: number; handlerPersonId: number | null } {
	const [, unitId, personId] = /^u(\d+)(?:p(\d+))?$/.exec(text(form, 'holder')) ?? [];
	return { unitId: Number(unitId), handlerPersonId: personId ? Number(personId) : null };
}

/** A day and an hour of Vietnam; not a moment when they are not filled in. */
export function momentOf(form: FormData): Date {
	const [day, time] = [text(form, 'day'), text(form, 'time')];
	const whole = /^\d{4}-\d{2}-\d{2}$/.test(day) && /^\d{2}:\d{2}(:\d{2})?$/.test(time);
	return new Date(whole ? `${day}T${time.slice(0, 5)}:00+07:00` : Number.NaN);
}

export async function uploadsOf(
	form: FormData,
	name: string
): Promise<{ name: string; bytes: Uint8Array }[]> {
	const files = form.getAll(name).filter((value): value is File => value instanceof File && value.size > 0);
	return Promise.all(
		files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }))
	);
}

export type Answered = {
	/** Which form it was. */
	act: string;
	done?: string;
	/** Shown once, in this answer only. */
	shown?: unknown;
	refusal?: RefusedForm['refusal'];
	/** What was typed, to stand in the form again. */
	values?: Record<string, string>;
};

type Asked = { locals: { ctx: Ctx }; params: Record<string, string>; request: Request };

/** One button: reads the form, calls the verb, stays on the page. `done` is what the page then says. */
export function does(
	name: string,
	done: string | ((result: unknown) => string),
	verb: (ctx: Ctx, id: number, form: FormData) => Promise<unknown>
): (event: Asked) => Promise<Answered | ActionFailure<Answered>> {
	return async ({ locals: { ctx }, params, request }) => {
		const form = await request.formData();
		return answered(name, form, async () => {
			const shown = await verb(ctx, params['id'] === undefined ? 0 : caseId(params['id']), form);
			return { done: typeof done === 'string' ? done : done(shown), shown };
		});
	};
}

export async function answered(
	name: string,
	form: FormData,
	work: () => Promise<{ done: string; shown?: unknown }>
): Promise<Answered | ActionFailure<Answered>> {
	const result = await act(work);
	if ('done' in result) return { act: name, done: result.done, shown: result.shown };
	const values = Object.fromEntries(
		[...form].filter((pair): pair is [string, string] => typeof pair[1] === 'string')
	);
	return fail(result.status, { act: name, refusal: result.data.refusal, values });
}
