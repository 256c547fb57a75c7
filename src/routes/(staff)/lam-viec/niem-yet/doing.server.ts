/** How the forms of this part answer: done leads on with a word of it, refused keeps what was typed. */
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { fields } from '#plan/form.ts';
import type { Photo } from '#procedures/postings.server.ts';
import { act } from '../../../answer.server.ts';

export type Done = { to: string };

export async function doing(
	event: Pick<RequestEvent, 'request'>,
	tried: string,
	work: (values: Record<string, unknown>, photo: Photo | undefined) => Promise<Done>
) {
	const data = await event.request.formData();
	const values = fields(data);
	const answered = await act(async () => work(values, await photoIn(data)));
	if ('to' in answered) redirect(303, answered.to);
	return fail(answered.status, { refusal: answered.data.refusal, values, tried });
}

async function photoIn(data: FormData): Promise<Photo | undefined> {
	const file = data.get('file');
	if (!(file instanceof File) || file.size === 0) return undefined;
	return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}
