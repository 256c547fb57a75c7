import { error, fail, redirect } from '@sveltejs/kit';
import * as reading from '#procedures/reading.server.ts';
import { carriesPersonalData } from '#procedures/rating.ts';
import { countRating } from '#procedures/rating-brake.server.ts';
import * as ratings from '#procedures/ratings.server.ts';
import { dayOf } from '#platform/clock.ts';
import { read } from '#platform/db.server.ts';
import { act } from '../../../../answer.server.ts';
import { codeOf, unknownCode } from '../procedure.server.ts';
import type { Actions, PageServerLoad } from './$types';

const tokenIn = (url: URL): string =>
	(url.searchParams.get('ma') ?? '').replaceAll(/[^\w-]/g, '').slice(0, 40);

export const load: PageServerLoad = async ({ locals: { ctx }, params, url, setHeaders }) => {
	const code = codeOf(params.code);
	setHeaders({ 'cache-control': 'private, no-store' });
	return read(ctx, async (tx) => {
		const [version] = await reading.versionsOf(tx, code);
		if (!version) error(404, unknownCode);
		const token = tokenIn(url);
		const rating = token ? await ratings.byToken(tx, code, token, dayOf(ctx.now)) : undefined;
		return {
			code,
			name: version.name,
			/** The follow-up was sent, be it empty. */
			done: url.searchParams.has('xong'),
			rating: rating ? { score: rating.score, explained: rating.explained, token } : null
		};
	});
};

export const actions: Actions = {
	cham: async ({ locals: { ctx, address }, params, request }) => {
		const code = codeOf(params.code);
		const form = await request.formData();
		return act(async () => {
			countRating(address, ctx.now);
			const token = await ratings.give(ctx, code, form.get('diem'));
			redirect(303, `/thu-tuc/${code}/danh-gia?ma=${token}`);
		});
	},
	'gop-y': async ({ locals: { ctx }, params, request }) => {
		const code = codeOf(params.code);
		const form = await request.formData();
		const text = (name: string) => {
			const value = form.get(name);
			return typeof value === 'string' ? value : '';
		};
		const token = text('ma')
			.replaceAll(/[^\w-]/g, '')
			.slice(0, 40);
		const given = {
			unclear: form
				.getAll('chua-ro')
				.filter((one) => typeof one === 'string')
				.slice(0, 40),
			comment: text('gop-y')
		};
		// The desk reads it: nobody should leave their number here by habit.
		if (carriesPersonalData(given.comment) && text('giu-so') !== 'co')
			return fail(422, { warned: true, given });
		return act(async () => {
			await ratings.explain(ctx, code, token, given);
			redirect(303, `/thu-tuc/${code}/danh-gia?ma=${token}&xong=1`);
		});
	}
};
