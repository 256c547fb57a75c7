import { refusals } from '#broadcast/policy.ts';
import * as voices from '#broadcast/audio/voices.server.ts';
import { settingsIn } from '#broadcast/settings.server.ts';
import { read } from '#platform/db.server.ts';
import { refuseIfAny } from '#platform/refusal.ts';
import { show } from '../../../../../answer.server.ts';
import { doing, textOf } from '../../doing.server.ts';
import type { Actions, PageServerLoad } from './$types';

const usual = 'Kính chào bà con. Mời bà con nghe chuyên mục cải cách hành chính của phường.';

/** `?loi=`: another sentence to try them with. */
export const load: PageServerLoad = ({ locals: { ctx }, url }) =>
	show(async () => {
		refuseIfAny(refusals(ctx.actor, 'look'));
		const station = await read(ctx, settingsIn);
		return {
			voices: await voices.list(),
			chosen: station.voice,
			folder: voices.droppedInto(),
			sentence: (url.searchParams.get('loi') ?? '').trim().slice(0, 300) || usual,
			refusals: { choose: refusals(ctx.actor, 'run_station'), hear: refusals(ctx.actor, 'make_audio') },
			done: url.searchParams.get('xong')
		};
	});

export const actions: Actions = {
	chon: (event) => doing(event, 'chon', (values) => voices.choose(event.locals.ctx, textOf(values['giong'])))
};
