/** What `StoryPaper` shows, made from a revision and the addresses its files are fetched from. */
import { readingMinutes } from '../body.ts';
import { renderBody } from '../render.ts';
import type { StoryText } from '../story.ts';

export type PaperStory = {
	title: string;
	summary: string;
	minutes: number;
	words: number;
	html: string;
	cover: { palette: string; motif: string; src?: string; alt?: string };
	attachments: { href: string; title: string; bytes: number }[];
	citedDocuments: string[];
};

type File = { token: string; name: string; bytes: number; width: number | null; height: number | null };

export function paperOf(
	text: StoryText & { words: number },
	files: File[],
	fileUrl: (token: string) => string
): PaperStory {
	const byToken = new Map(files.map((file) => [file.token, file]));
	const sizes = Object.fromEntries(files.map(({ token, width, height }) => [token, { width, height }]));
	const { palette, motif, token, alt } = text.cover;
	return {
		title: text.title,
		summary: text.summary,
		minutes: readingMinutes(text.words),
		words: text.words,
		html: renderBody(text.body, { fileUrl, sizes }),
		cover: token ? { palette, motif, src: fileUrl(token), alt: alt ?? '' } : { palette, motif },
		attachments: text.attachments.flatMap(({ token: one, title }) => {
			const file = byToken.get(one);
			return file ? [{ href: fileUrl(one), title: title || file.name, bytes: file.bytes }] : [];
		}),
		citedDocuments: text.citedDocuments
	};
}
