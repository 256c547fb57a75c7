import { fail, redirect } from '@sveltejs/kit';
import * as areas from '#content/areas.server.ts';
import type { Body } from '#content/body.ts';
import { textOf } from '#content/facts.server.ts';
import * as files from '#content/files.server.ts';
import { toMarkup } from '#content/markup.ts';
import { refusals } from '#content/policy.ts';
import * as presence from '#content/presence.server.ts';
import * as reading from '#content/reading.server.ts';
import * as review from '#content/review.server.ts';
import * as stories from '#content/stories.server.ts';
import type { StoryInput } from '#content/stories.server.ts';
import { person, type Ctx } from '#people/actor.ts';
import { Refusal, refuseIfAny } from '#platform/refusal.ts';
import { show } from '../../../../../answer.server.ts';
import { lockOf, storyId, storyInput, text, uploadOf } from '../../story-form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { ctx }, params }) =>
	show(async () => {
		const id = storyId(params.id);
		const { row, revision, facts, files: own, sides } = await reading.byId(ctx, id);
		refuseIfAny(refusals(ctx.actor, 'save', facts));
		const { taskId, reviewBy, expiresOn, state, lockVersion, sentBackReason, scheduledAt } = row;
		return {
			id,
			actor: person(ctx),
			facts,
			story: {
				state,
				isPublic: facts.isPublic,
				lockVersion,
				revisionId: revision.id,
				sentBackReason,
				scheduledAt
			},
			savedAt: revision.at,
			text: textOf(revision),
			markup: toMarkup(revision.body),
			settings: { taskId, reviewBy, expiresOn },
			files: own.map(({ token, name, bytes }) => ({ token, name, bytes })),
			sides,
			others: await presence.others(ctx, id),
			...(await areas.choices(ctx))
		};
	});

/** Saves what the form holds; what is refused goes back with every word that was typed. */
async function saved(
	ctx: Ctx,
	param: string,
	request: Request,
	change: (id: number, input: StoryInput, form: FormData) => Promise<StoryInput> = (_id, input) =>
		Promise.resolve(input),
	then: (id: number, lockVersion: number) => Promise<void> = () => Promise.resolve()
) {
	const form = await request.formData();
	try {
		const id = storyId(param);
		const base = await reading.revisionById(ctx, id, Number(text(form, 'baseRevisionId')));
		const input = await change(id, storyInput(form, base.body), form);
		const result = await stories.save(ctx, id, lockOf(form), input, {
			note: text(form, 'note') || undefined
		});
		if (result.outcome === 'conflict') return fail(409, { conflict: result });
		await then(id, result.lockVersion);
		return { saved: result };
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		const { message, field, reasons } = error;
		const strings = [...form.entries()].filter(
			(entry): entry is [string, string] => typeof entry[1] === 'string'
		);
		return fail(error.status, { refusal: { message, field, reasons }, values: strings });
	}
}

const chosen = async (form: FormData, name: string) => {
	const given = await uploadOf(form, name);
	if (!given)
		throw new Refusal({
			code: 'story.no_file',
			field: name,
			message: 'Chưa chọn tệp nào. Hãy chọn tệp rồi bấm lại.'
		});
	return given;
};

export const actions: Actions = {
	save: ({ locals: { ctx }, params, request }) => saved(ctx, params.id, request),

	submit: async ({ locals: { ctx }, params, request }) => {
		const result = await saved(ctx, params.id, request, undefined, (id, lockVersion) =>
			review.submit(ctx, id, lockVersion)
		);
		if ('saved' in result) redirect(303, `/lam-viec/tin-bai/${params.id}`);
		return result;
	},

	/** The three below are for editors without script; with script files go up while writing. */
	attach: ({ locals: { ctx }, params, request }) =>
		saved(ctx, params.id, request, async (id, input, form) => {
			const { token, name } = await files.upload(ctx, id, await chosen(form, 'attachmentFile'), 'attachment');
			return { ...input, attachments: [...(input.attachments ?? []), { token, title: name }] };
		}),
	picture: ({ locals: { ctx }, params, request }) =>
		saved(ctx, params.id, request, async (id, input, form) => {
			const { token } = await files.upload(ctx, id, await chosen(form, 'imageFile'), 'picture');
			const image = {
				type: 'image',
				attrs: { token, alt: text(form, 'imageAlt'), caption: text(form, 'imageCaption') }
			};
			const { content } = input.body as Body;
			return {
				...input,
				body: { type: 'doc', content: [...(Array.isArray(content) ? content : []), image] }
			};
		}),
	cover: ({ locals: { ctx }, params, request }) =>
		saved(ctx, params.id, request, async (id, input, form) => {
			const { token } = await files.upload(ctx, id, await chosen(form, 'coverFile'), 'picture');
			return { ...input, cover: { ...input.cover, token, alt: text(form, 'coverAlt') } };
		})
};
