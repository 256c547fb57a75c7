import { episodeStates, segmentKinds, type SegmentKind } from '#broadcast/episode.ts';
import * as audios from '#broadcast/audio/audios.server.ts';
import * as voices from '#broadcast/audio/voices.server.ts';
import * as episodes from '#broadcast/episodes.server.ts';
import * as filling from '#broadcast/filling.server.ts';
import { refusals } from '#broadcast/policy.ts';
import * as segments from '#broadcast/segments.server.ts';
import { answersForRadio } from '#feedback/for-radio.server.ts';
import { Refusal } from '#platform/refusal.ts';
import { show } from '../../../../../answer.server.ts';
import { doing, numberOf, textOf } from '../../doing.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { ctx }, params, url }) =>
	show(async () => {
		const episode = await episodes.view(ctx, numberOf(params.id));
		const acts = ['submit', 'send_back', 'approve', 'cancel', 'reopen'] as const;
		return {
			episode,
			state: episodeStates[episode.row.state],
			kinds: Object.entries(segmentKinds),
			sounds: (await audios.list(ctx, { limit: 30 }))
				.filter(({ state }) => state === 'ready')
				.map(({ id, title }) => ({ id, title })),
			// Only what can still be changed needs something to take.
			offers:
				episode.row.airsAt > ctx.now && refusals(ctx.actor, 'write_script').length === 0
					? (await filling.offersFor(ctx, episode.row.id, await answersForRadio(ctx))).map(
							({ key, title, segmentKind }) => ({ key, title, segmentKind })
						)
					: [],
			acts: Object.fromEntries(
				acts.map((act) => [act, episodes.actRefusals(ctx.actor, act, episode)])
			) as Record<(typeof acts)[number], ReturnType<typeof episodes.actRefusals>>,
			voices: (await voices.list())
				.filter(({ lacks }) => lacks === null)
				.map(({ key, name }) => ({ key, name })),
			refusals: { write: refusals(ctx.actor, 'write_script'), sound: refusals(ctx.actor, 'make_audio') },
			done: url.searchParams.get('xong')
		};
	});

export const actions: Actions = {
	them: (event) =>
		doing(event, 'them', (values) =>
			segments.add(event.locals.ctx, numberOf(event.params.id), textOf(values['kind']) as SegmentKind)
		),
	viet: (event) =>
		doing(event, 'viet', (values) =>
			segments.write(
				event.locals.ctx,
				numberOf(values['segmentId']),
				// The spoken form is sent only where somebody opened it to write it by hand.
				{
					title: textOf(values['title']),
					written: textOf(values['written']),
					...(values['byHand'] === 'on' && { spoken: textOf(values['spoken']) })
				},
				numberOf(values['lockVersion'])
			)
		),
	bo: (event) =>
		doing(event, 'bo', (values) => segments.remove(event.locals.ctx, numberOf(values['segmentId']))),
	xep: (event) =>
		doing(event, 'xep', async (values) => {
			const { ctx } = event.locals;
			const { segments: all } = await episodes.view(ctx, numberOf(event.params.id));
			// Fields that say nothing leave their segment where it is; of two equal numbers the upper stays above.
			const wanted = all
				.map(({ id }, at) => ({ id, at, place: Number(values[`thu-tu-${id}`] || at + 1) || at + 1 }))
				.toSorted((a, b) => a.place - b.place || a.at - b.at)
				.map(({ id }) => id);
			await segments.order(ctx, numberOf(event.params.id), wanted, numberOf(values['lockVersion']));
		}),
	lay: (event) =>
		doing(event, 'lay', async (values) => {
			const { ctx } = event.locals;
			await filling.take(
				ctx,
				numberOf(values['segmentId']),
				textOf(values['offer']),
				await answersForRadio(ctx),
				numberOf(values['lockVersion'])
			);
		}),
	doc: (event) =>
		doing(event, 'doc', (values) =>
			segments.letRead(event.locals.ctx, numberOf(values['segmentId']), textOf(values['voice']))
		),
	doc_het: (event) =>
		doing(event, 'doc_het', async () => {
			const { ctx } = event.locals;
			const { segments: all } = await episodes.view(ctx, numberOf(event.params.id));
			for (const one of all)
				if (one.lacks && one.spoken.trim() !== '' && !episodes.isMusic(one.kind))
					await segments.letRead(ctx, one.id);
		}),
	tai_len: (event) =>
		doing(event, 'tai_len', async (values, form) => {
			const { ctx } = event.locals;
			const file = form.get('file');
			if (!(file instanceof File) || file.size === 0)
				throw new Refusal({
					code: 'audio.no_file',
					field: 'file',
					message: 'Hãy chọn một tệp âm thanh hoặc video.'
				});
			const audioId = await audios.upload(ctx, {
				kind: 'recording',
				title: textOf(values['title']),
				file: { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
			});
			await segments.giveAudio(ctx, numberOf(values['segmentId']), audioId);
		}),
	gan: (event) =>
		doing(event, 'gan', (values) =>
			segments.giveAudio(event.locals.ctx, numberOf(values['segmentId']), numberOf(values['audioId']) || null)
		),
	gui: (event) =>
		doing(event, 'gui', (values) =>
			episodes.submit(event.locals.ctx, numberOf(event.params.id), numberOf(values['lockVersion']))
		),
	duyet: (event) =>
		doing(event, 'duyet', (values) =>
			episodes.approve(event.locals.ctx, numberOf(event.params.id), numberOf(values['lockVersion']))
		),
	tra: (event) =>
		doing(event, 'tra', (values) =>
			episodes.sendBack(
				event.locals.ctx,
				numberOf(event.params.id),
				textOf(values['reason']),
				numberOf(values['lockVersion'])
			)
		),
	huy: (event) =>
		doing(event, 'huy', (values) =>
			episodes.cancel(
				event.locals.ctx,
				numberOf(event.params.id),
				textOf(values['reason']),
				numberOf(values['lockVersion'])
			)
		),
	mo_lai: (event) =>
		doing(event, 'mo_lai', () => episodes.reopen(event.locals.ctx, numberOf(event.params.id)))
};
