import { editionOutlets } from '#content/edition.ts';
import * as reading from '#content/reading.server.ts';
import * as sheets from '#content/sheets.server.ts';
import * as wards from '#people/wards.server.ts';
import { readingTime } from '#broadcast/episode.ts';
import { speakIn } from '#broadcast/spoken-words.server.ts';
import { plainText } from '#content/body.ts';
import { read } from '#platform/db.server.ts';
import { show } from '../../../../../answer.server.ts';
import { doing, numberOf, textOf } from '../../../phat-thanh/doing.server.ts';
import { storyId } from '../../story-form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { ctx }, params, url }) =>
	show(async () => {
		const id = storyId(params.id);
		const { revision, row } = await reading.byId(ctx, id);
		const sheet = await sheets.look(ctx, id);
		const speak = await read(ctx, speakIn);
		const { name: wardName } = await wards.byId(ctx.db, ctx.wardId);
		return {
			id,
			wardName,
			state: row.state,
			portal: { title: revision.title, summary: revision.summary, text: plainText(revision.body) },
			parts: sheet.parts.map(({ outlet, message }) => {
				// The radio is judged by ear: its words as they are said, and how long that takes.
				const spoken = outlet === 'radio' ? speak(message.text) : null;
				return {
					outlet,
					name: editionOutlets[outlet],
					message,
					spoken,
					takes: spoken === null ? null : readingTime(spoken)
				};
			}),
			digest: sheet.digest,
			lockVersion: sheet.lockVersion,
			signed: sheet.signed,
			refusals: sheet.refusals,
			done: url.searchParams.get('xong')
		};
	});

export const actions: Actions = {
	ky: (event) =>
		doing(event, 'ky', (values) =>
			sheets.sign(event.locals.ctx, storyId(event.params.id), {
				digest: textOf(values['digest']),
				lockVersion: numberOf(values['lockVersion'])
			})
		)
};
