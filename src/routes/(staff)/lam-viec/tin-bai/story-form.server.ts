/** What the editor's form sends, with script (a document) or without (a text with signs), made ready for the verb. */
import type { Body } from '#content/body.ts';
import { fromMarkup } from '#content/markup.ts';
import type { StoryInput } from '#content/stories.server.ts';
import { notFound, Refusal } from '#platform/refusal.ts';

export function storyId(param: string): number {
	const id = Number(param);
	if (!Number.isSafeInteger(id) || id < 1) throw notFound('bài này');
	return id;
}

export const text = (form: FormData, name: string): string => {
	const value = form.get(name);
	return typeof value === 'string' ? value : '';
};
const texts = (form: FormData, name: string): string[] =>
	form.getAll(name).filter((value) => typeof value === 'string');

export function lockOf(form: FormData): number {
	return Number(text(form, 'lockVersion')) || 0;
}

/** The date and time fields as a Vietnamese moment; not a date when they are not filled in. */
export function momentOf(form: FormData): Date {
	const [day, time] = [text(form, 'day'), text(form, 'time')];
	const whole = /^\d{4}-\d{2}-\d{2}$/.test(day) && /^\d{2}:\d{2}(:\d{2})?$/.test(time);
	return new Date(whole ? `${day}T${time.slice(0, 5)}:00+07:00` : Number.NaN);
}

/** A file that was chosen, or nothing: browsers send an empty one for an empty field. */
export async function uploadOf(
	form: FormData,
	name: string
): Promise<{ name: string; bytes: Uint8Array } | undefined> {
	const value = form.get(name);
	if (!(value instanceof File) || value.size === 0) return undefined;
	return { name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) };
}

/** `base` is the body the form was made from; parts the signs cannot say are taken from it. */
export function storyInput(form: FormData, base: Body): StoryInput {
	const dropped = new Set(texts(form, 'drop'));
	const coverToken = text(form, 'coverToken');
	const taskId = Number(text(form, 'taskId')) || null;
	return {
		title: text(form, 'title'),
		summary: text(form, 'summary'),
		body: bodyOf(form, base),
		citedDocuments: text(form, 'citedDocuments').split(/\r?\n/),
		areas: texts(form, 'areas'),
		audiences: texts(form, 'audiences') as NonNullable<StoryInput['audiences']>,
		cover: {
			palette: text(form, 'palette') as 'red',
			motif: text(form, 'motif'),
			...(coverToken && !dropped.has(coverToken) ? { token: coverToken, alt: text(form, 'coverAlt') } : {})
		},
		attachments: texts(form, 'attachments')
			.filter((token) => !dropped.has(token))
			.map((token) => ({ token, title: text(form, `attachmentTitle-${token}`) })),
		taskId,
		reviewBy: text(form, 'reviewBy'),
		expiresOn: text(form, 'expiresOn')
	};
}

function bodyOf(form: FormData, base: Body): unknown {
	const sent = text(form, 'bodyJson');
	if (!sent) return fromMarkup(text(form, 'markup'), base);
	try {
		return JSON.parse(sent);
	} catch (error) {
		throw Object.assign(
			new Refusal({
				code: 'story.body_form',
				field: 'body',
				message: 'Nội dung gửi lên bị đứt giữa chừng. Hãy kiểm tra đường truyền rồi bấm lưu lại.'
			}),
			{ cause: error }
		);
	}
}
