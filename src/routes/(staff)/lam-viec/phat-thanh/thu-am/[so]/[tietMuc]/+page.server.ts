import * as audios from '#broadcast/audio/audios.server.ts';
import { boundSpeed } from '#broadcast/audio/prompter.ts';
import { lengthAt } from '#broadcast/audio/reading-speed.ts';
import { speedsIn } from '#broadcast/audio/reading-speed.server.ts';
import { readingTime, segmentKinds, syllablesOf } from '#broadcast/episode.ts';
import * as episodes from '#broadcast/episodes.server.ts';
import { refusals } from '#broadcast/policy.ts';
import * as segments from '#broadcast/segments.server.ts';
import { person } from '#people/actor.ts';
import { read } from '#platform/db.server.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import { show } from '../../../../../../answer.server.ts';
import { making } from '../../../am-thanh/making.ts';
import { doing, numberOf, textOf } from '../../../doing.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { ctx }, params, url }) =>
	show(async () => {
		const episode = await episodes.view(ctx, numberOf(params.so));
		const segment = episode.segments.find(({ id }) => id === numberOf(params.tietMuc));
		if (!segment) throw notFound('tiết mục này');
		const { personId } = person(ctx);
		const { speeds, sound } = await read(ctx, async (tx) => ({
			speeds: await speedsIn(tx),
			sound: segment.audioId === null ? undefined : await audios.of(tx, segment.audioId)
		}));
		const own = speeds.readers.get(personId);
		const usual = own ?? speeds.station;
		return {
			episode: { id: episode.row.id, title: episode.row.title, approved: episode.row.state === 'approved' },
			segment: {
				id: segment.id,
				title: segment.title || segmentKinds[segment.kind],
				spoken: segment.spoken,
				music: episodes.isMusic(segment.kind),
				syllables: syllablesOf(segment.spoken),
				estimateMs: usual
					? lengthAt(segment.spoken, usual.speed)
					: readingTime(segment.spoken, speeds.setting)
			},
			sound: sound && {
				...making(sound),
				durationMs: sound.durationMs,
				recording: sound.kind === 'recording',
				mayCut: sound.originalFileId !== null,
				readsText: segment.readsText
			},
			personId,
			learned: { own, station: speeds.station },
			speed: boundSpeed(usual ? rollingSpeed(segment.spoken, usual.speed) : speeds.setting),
			refusals: refusals(ctx.actor, 'make_audio'),
			done: url.searchParams.get('xong')
		};
	});

/** A learned speed counts the breath; the teleprompter rests at every stop by itself. */
function rollingSpeed(spoken: string, learned: number): number {
	const reading = lengthAt(spoken, learned) - readingTime(spoken, Infinity);
	return reading > 0 ? (syllablesOf(spoken) / reading) * 60_000 : learned;
}

export const actions: Actions = {
	/** Without script, or from a telephone. */
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
			await segments.giveAudio(ctx, numberOf(event.params.tietMuc), audioId);
		}),
	/** The words were changed after the recording, which still fits them. */
	van_dung: (event) =>
		doing(event, 'van_dung', async () => {
			const { ctx } = event.locals;
			const { segments: all } = await episodes.view(ctx, numberOf(event.params.so));
			const segment = all.find(({ id }) => id === numberOf(event.params.tietMuc));
			if (!segment || segment.audioId === null) throw notFound('bản thu của tiết mục này');
			await audios.vouch(ctx, segment.audioId, segment.spoken);
		})
};
