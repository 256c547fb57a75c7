import { refusals } from '#broadcast/policy.ts';
import * as words from '#broadcast/spoken-words.server.ts';
import { read } from '#platform/db.server.ts';
import { show } from '../../../../answer.server.ts';
import { doing, numberOf, textOf } from '../doing.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** A text may be tried out: `?thu=`. */
export const load: PageServerLoad = ({ locals: { ctx }, url }) =>
	show(async () => {
		const tried = (url.searchParams.get('thu') ?? '').slice(0, 5000);
		return {
			words: await words.list(ctx),
			tried,
			said: tried ? (await read(ctx, (tx) => words.speakIn(tx)))(tried) : '',
			refusals: refusals(ctx.actor, 'write_script'),
			done: url.searchParams.get('xong')
		};
	});

export const actions: Actions = {
	ghi: (event) =>
		doing(event, 'ghi', (values) =>
			words.put(event.locals.ctx, { written: textOf(values['written']), said: textOf(values['said']) })
		),
	bo: (event) => doing(event, 'bo', (values) => words.remove(event.locals.ctx, numberOf(values['id'])))
};
