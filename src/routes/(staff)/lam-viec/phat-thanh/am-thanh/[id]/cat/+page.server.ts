import * as audios from '#broadcast/audio/audios.server.ts';
import { refusals } from '#broadcast/policy.ts';
import { read } from '#platform/db.server.ts';
import { notFound, refuseIfAny } from '#platform/refusal.ts';
import { show } from '../../../../../../answer.server.ts';
import { doing, numberOf, textOf } from '../../../doing.server.ts';
import { kinds, making } from '../../making.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { ctx }, params, url }) =>
	show(async () => {
		refuseIfAny(refusals(ctx.actor, 'look'));
		const sound = await read(ctx, (tx) => audios.of(tx, numberOf(params.id)));
		if (!sound) throw notFound('bản âm thanh này');
		const whole = sound.wholeDurationMs;
		return {
			making: making(sound),
			title: sound.title,
			kind: kinds[sound.kind],
			durationMs: sound.durationMs,
			lufs: sound.lufs,
			truePeak: sound.truePeak,
			whole: whole === null ? null : { durationMs: whole, waveform: sound.wholeWaveform },
			fromMs: sound.trimFromMs ?? 0,
			toMs: sound.trimToMs ?? whole ?? 0,
			cut: sound.madeFromMs !== null || sound.madeToMs !== null,
			refusals: [...refusals(ctx.actor, 'make_audio'), ...audios.trimRefusals(sound)],
			anew: refusals(ctx.actor, 'make_audio'),
			synthetic: sound.originalFileId === null,
			usedBy: await read(ctx, (tx) => audios.usedBy(tx, sound.id)),
			done: url.searchParams.get('xong')
		};
	});

/** Seconds as a person types them: `12,5` too. */
const millisecondsOf = (value: unknown): number =>
	Math.round(Number(textOf(value).trim().replace(',', '.') || NaN) * 1000);

export const actions: Actions = {
	cat: (event) =>
		doing(event, 'cat', (values) =>
			audios.trim(event.locals.ctx, numberOf(event.params.id), {
				fromMs: millisecondsOf(values['from']),
				toMs: millisecondsOf(values['to'])
			})
		),
	day_du: (event) => doing(event, 'day_du', () => audios.untrim(event.locals.ctx, numberOf(event.params.id)))
};
