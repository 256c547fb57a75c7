/**
 * Edition (bản cho từng kênh): what a story says on one channel, derived from its text by the channel's form. What
 * somebody wrote in place of a part stays theirs; the other parts follow the story.
 */
import { forms, outlets, type Form, type Outlet } from '#channels/forms.ts';
import { cutTo, type Message } from '#channels/message.ts';
import { plainText, type Body } from './body.ts';

/** The radio reads its edition aloud; every other one is sent, printed or handed out. */
export type EditionOutlet = Outlet | 'radio';

export const editionOutlets: Record<EditionOutlet, string> = { radio: 'Truyền thanh', ...outlets };
export const isEditionOutlet = (word: string): word is EditionOutlet => Object.hasOwn(editionOutlets, word);

const radio: Form = {
	title: 160,
	summary: 0,
	text: 12_000,
	hashtags: 0,
	parts: ['title', 'text'],
	needsCover: false,
	byHand: false
};
export const formOf = (outlet: EditionOutlet): Form => (outlet === 'radio' ? radio : forms[outlet]);

/** What an edition is made from. */
export type Told = {
	storyId: number;
	title: string;
	summary: string;
	body: Body;
	cover: { token: string; alt: string } | null;
	/** Tags every post of the ward carries. */
	hashtags: string[];
};

/** Parts of a message somebody may write themselves. */
export type Written = Partial<Pick<Message, 'title' | 'summary' | 'text' | 'hashtags'>>;

/** Lasting short address of a story, also before it has its long one. */
export const shortPath = (storyId: number): string => `/t/${storyId}`;

export function derive(told: Told, outlet: EditionOutlet, written: Written = {}): Message {
	const form = formOf(outlet);
	const has = (part: keyof Message): boolean => form.parts.includes(part);
	// Paragraphs are parted by an empty line; the items of a list stay together.
	const whole = plainText(told.body)
		.replace(/[^\S\n]+/g, ' ')
		.trim()
		.replace(/\n+(?!(?:-|\d+\.) )/g, '\n\n');
	const text =
		outlet === 'facebook'
			? facebookText(told, whole, form)
			: outlet === 'radio'
				? spoken(told, whole)
				: whole;
	return {
		title: cutTo(written.title ?? told.title, form.title),
		summary: has('summary') ? cutTo(written.summary ?? told.summary, form.summary) : '',
		text: has('text') ? cutParagraphs(written.text ?? text, form.text) : '',
		link: has('link') ? shortPath(told.storyId) : null,
		cover: has('cover') ? told.cover : null,
		hashtags: has('hashtags') ? (written.hashtags ?? told.hashtags).slice(0, form.hashtags) : []
	};
}

/** What stands before "Xem thêm" has to say it all: title and summary first, then as much of the text as is short. */
function facebookText(told: Told, whole: string, form: Form): string {
	const room = Math.min(form.text, 1500) - told.title.length - told.summary.length - 10;
	return [told.title.toLocaleUpperCase('vi'), told.summary, room > 100 ? cutParagraphs(whole, room) : '']
		.filter(Boolean)
		.join('\n\n');
}

/** The ear hears the title as a sentence, and is told where to look. */
function spoken(told: Told, whole: string): string {
	return [told.title.replace(/[.!?…]?$/, '.'), told.summary, whole].filter(Boolean).join('\n\n');
}

/** Whole paragraphs as far as they fit; only the first is ever cut inside. */
export function cutParagraphs(text: string, length: number): string {
	if (text.length <= length) return text;
	let kept = '';
	for (const paragraph of text.split('\n\n')) {
		const next = kept ? `${kept}\n\n${paragraph}` : paragraph;
		if (next.length > length - 2) break;
		kept = next;
	}
	return kept ? `${kept}\n…` : cutTo(text, length);
}

/** Letters and digits only, without diacritics: a tag works the same on every keyboard. */
export function hashtagOf(words: string): string {
	return words
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replaceAll('đ', 'd')
		.replaceAll('Đ', 'D')
		.split(/[^A-Za-z0-9]+/)
		.filter(Boolean)
		.map((word) => word[0]!.toUpperCase() + word.slice(1))
		.join('')
		.slice(0, 40);
}

/** What is wrong with parts somebody wrote, by field; empty: nothing. */
export function wrongIn(outlet: EditionOutlet, written: Written): { field: string; message: string }[] {
	const form = formOf(outlet);
	const wrong: { field: string; message: string }[] = [];
	const parts = { title: 'Tiêu đề', summary: 'Tóm tắt', text: 'Nội dung' } as const;
	for (const [part, name] of Object.entries(parts) as [keyof typeof parts, string][]) {
		const value = written[part];
		if (value === undefined) continue;
		if (value.length > form[part])
			wrong.push({
				field: part,
				message: `${name} cho ${editionOutlets[outlet]} dài nhất ${form[part].toLocaleString('vi-VN')} ký tự, hiện có ${value.length.toLocaleString('vi-VN')}. Hãy rút gọn.`
			});
		else if (part === 'title' && !value.trim())
			wrong.push({
				field: part,
				message: 'Tiêu đề còn trống. Hãy ghi tiêu đề, hoặc xóa phần tự viết để lấy tiêu đề của bài.'
			});
	}
	if (written.hashtags && written.hashtags.length > form.hashtags)
		wrong.push({
			field: 'hashtags',
			message: `${editionOutlets[outlet]} nhận nhiều nhất ${form.hashtags} thẻ. Hãy bỏ bớt.`
		});
	return wrong;
}
