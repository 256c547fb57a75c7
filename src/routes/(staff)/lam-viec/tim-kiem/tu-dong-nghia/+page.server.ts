import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { fields, parsed } from '#plan/form.ts';
import { refusals } from '#search/policy.ts';
import * as words from '#search/words.server.ts';
import { act, show } from '../../../../answer.server.ts';
import { meansIn } from './means.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const PER_PAGE = 50;
const here = '/lam-viec/tim-kiem/tu-dong-nghia';

export const load: PageServerLoad = ({ locals: { ctx }, url }) =>
	show(async () => {
		const filter = (url.searchParams.get('loc') ?? '').trim().slice(0, 100);
		const all = await words.list(ctx, filter);
		const pages = Math.max(1, Math.ceil(all.length / PER_PAGE));
		const page = Math.min(Math.max(Math.trunc(Number(url.searchParams.get('trang'))) || 1, 1), pages);
		const wanted = url.searchParams.get('sua');
		const editing = wanted ? (await words.list(ctx)).find(({ said }) => said === wanted) : undefined;
		return {
			reasons: refusals(ctx.actor, 'edit_words'),
			filter,
			total: all.length,
			lines: all.slice((page - 1) * PER_PAGE, page * PER_PAGE),
			page,
			pages,
			editing: editing ?? null,
			adding: (url.searchParams.get('them') ?? '').slice(0, 80) || null,
			done: url.searchParams.get('xong')
		};
	});

/** One meaning a line, as people write lists. */
const given = z.object({ said: z.string().default(''), means: z.string().default('') });
const line = z.object({ line: z.string(), lockVersion: z.coerce.number().int().catch(0) });

async function doing(
	{ request, locals: { ctx } }: RequestEvent,
	tried: string,
	work: (ctx: App.Locals['ctx'], values: Record<string, unknown>) => Promise<unknown>
) {
	const values = fields(await request.formData());
	const answered = await act(async () => {
		await work(ctx, values);
	});
	if (answered) return fail(answered.status, { ...answered.data, values: parsed(given, values), tried });
	redirect(303, `${here}?xong=${tried}`);
}

const wordIn = (values: Record<string, unknown>) => {
	const { said, means } = parsed(given, values);
	return { said, means: meansIn(means) };
};
const lineIn = (values: Record<string, unknown>) => parsed(line, values);

export const actions: Actions = {
	them: (event) => doing(event, 'them', (ctx, values) => words.add(ctx, wordIn(values))),
	sua: (event) =>
		doing(event, 'sua', (ctx, values) => {
			const { line: said, lockVersion } = lineIn(values);
			return words.change(ctx, said, lockVersion, wordIn(values));
		}),
	bo: (event) =>
		doing(event, 'bo', (ctx, values) => {
			const { line: said, lockVersion } = lineIn(values);
			return words.remove(ctx, said, lockVersion);
		}),
	khoiphuc: (event) =>
		doing(event, 'khoiphuc', (ctx, values) => {
			const { line: said, lockVersion } = lineIn(values);
			return words.restore(ctx, said, lockVersion);
		})
};
