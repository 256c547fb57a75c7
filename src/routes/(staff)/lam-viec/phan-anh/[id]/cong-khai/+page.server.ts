import { fail } from '@sveltejs/kit';
import * as areas from '#content/areas.server.ts';
import * as publication from '#feedback/publication.server.ts';
import { neutralWords, spansIn, type Texts } from '#feedback/redaction.ts';
import { matchAreas } from '#plan/area-match.ts';
import { show } from '../../../../../answer.server.ts';
import { answered, caseId, does, lockOf, text } from '../../case-form.server.ts';
import { byHandOf, coveringsOf, givenOf, textsOf } from './copy-form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { ctx }, params }) =>
	show(async () => {
		const id = caseId(params.id);
		const [copy, { tasks, areas: known }] = await Promise.all([
			publication.open(ctx, id),
			areas.choices(ctx)
		]);
		const likely = tasks.find(({ title }) => /phản ánh|kiến nghị|đường dây nóng/i.test(title));
		const decided = Object.fromEntries(
			copy.publication
				? copy.publication.decisions.map(({ part, text: words, decision, why }) => [
						`${part}:${words}`,
						{ decision, why: why ?? '' }
					])
				: []
		);
		// Words marked by hand stay marked while the copy is worked on again.
		const byHand = [
			...new Set(
				(copy.publication?.decisions ?? [])
					.filter(({ kind, text: words }) => kind === 'other' && words !== '')
					.map(({ text: words }) => words)
			)
		];
		return {
			id,
			...copy,
			tasks,
			areas: known.map(({ key, shortName }) => ({ key, shortName })),
			likelyAreaKey: copy.publication
				? copy.publication.areaKey
				: (matchAreas(`${copy.draft.title}. ${copy.draft.question}`, known, 1)[0]?.key ??
					known.find(({ key }) => key === 'hotline')?.key ??
					null),
			likelyTaskId: copy.publication ? copy.publication.taskId : (likely?.id ?? null),
			byHand,
			spans: spansIn(copy.draft, byHand),
			decided,
			neutralWords
		};
	});

export const actions: Actions = {
	/** Looks again for what is personal, after wording was changed or words were marked; nothing is stored. */
	mark: async ({ request }) => {
		const form = await request.formData();
		const texts: Texts = textsOf(form);
		const result = await answered('mark', form, async () => ({
			done: 'Đã tìm lại trong bản vừa sửa. Hãy quyết định từng chỗ ở bên dưới.'
		}));
		return {
			...('act' in result ? result : {}),
			act: 'mark',
			spans: spansIn(texts, byHandOf(form)),
			coverings: coveringsOf(form),
			values: Object.fromEntries(
				[...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))
			)
		};
	},
	prepare: async ({ locals: { ctx }, params, request }) => {
		const form = await request.formData();
		const result = await answered('prepare', form, async () => {
			await publication.prepare(ctx, caseId(params.id), givenOf(form), lockOf(form));
			return { done: 'Đã lưu bản công khai. Một người khác cần so với bản gốc rồi xác nhận.' };
		});
		if (!('status' in result)) return result;
		const { act, refusal, values } = result.data;
		return fail(result.status, {
			act,
			refusal,
			values,
			spans: spansIn(textsOf(form), byHandOf(form)),
			coverings: coveringsOf(form)
		});
	},
	confirm: does(
		'confirm',
		'Đã công khai. Trang của người dân đã có câu hỏi và trả lời này.',
		(ctx, id, form) => publication.confirm(ctx, id, lockOf(form))
	),
	sendBack: does('sendBack', 'Đã trả lại để sửa.', (ctx, id, form) =>
		publication.sendBack(ctx, id, text(form, 'reason'), lockOf(form))
	),
	withdraw: does(
		'withdraw',
		'Đã gỡ. Trang công khai, tìm kiếm và minh chứng không còn bản này.',
		(ctx, id, form) => publication.withdraw(ctx, id, text(form, 'reason'), lockOf(form))
	)
};
