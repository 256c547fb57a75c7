import * as audios from '#broadcast/audio/audios.server.ts';
import { refusals } from '#broadcast/policy.ts';
import { Refusal } from '#platform/refusal.ts';
import { show } from '../../../../answer.server.ts';
import { doing, numberOf, textOf } from '../doing.server.ts';
import { backTo } from './back.ts';
import { kinds, making } from './making.ts';
import type { Actions, PageServerLoad } from './$types';

/** The latest pieces of sound, those under way on top. */
export const load: PageServerLoad = ({ locals: { ctx }, url }) =>
	show(async () => {
		const sounds = (await audios.list(ctx, { limit: 60 })).map((sound) => ({
			...making(sound),
			title: sound.title,
			kind: kinds[sound.kind],
			madeAt: sound.madeAt,
			durationMs: sound.durationMs,
			there: sound.mp3FileId !== null,
			cut: sound.madeFromMs !== null || sound.madeToMs !== null,
			mayCut: sound.originalFileId !== null
		}));
		return {
			sounds,
			refusals: refusals(ctx.actor, 'make_audio'),
			done: url.searchParams.get('xong')
		};
	});

const here = '/lam-viec/phat-thanh/am-thanh';

/** The buttons stand on several pages; a refusal is shown here. */
async function leadBack(
	event: Parameters<typeof doing>[0],
	done: string,
	work: Parameters<typeof doing>[2]
): Promise<ReturnType<typeof doing>> {
	// A body that is no form is answered in words by "doing".
	const form = await event.request
		.clone()
		.formData()
		.catch(() => null);
	const back = backTo(form?.get('ve') ?? null, here);
	return doing(event, done, work, back.replace(/#.*$/, ''));
}

const given = ['recording', 'upload', 'music', 'jingle'] as const;

export const actions: Actions = {
	gui: (event) =>
		doing(event, 'gui', async (values, form) => {
			const file = form.get('file');
			if (!(file instanceof File) || file.size === 0)
				throw new Refusal({
					code: 'audio.no_file',
					field: 'file',
					message: 'Hãy chọn một tệp âm thanh hoặc video.'
				});
			await audios.upload(event.locals.ctx, {
				kind: given.find((kind) => kind === values['kind']) ?? 'upload',
				title: textOf(values['title']),
				file: { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
			});
		}),
	dung: (event) => leadBack(event, 'dung', (values) => audios.stop(event.locals.ctx, numberOf(values['id']))),
	lam_lai: (event) =>
		leadBack(event, 'lam_lai', (values) => audios.retry(event.locals.ctx, numberOf(values['id'])))
};
