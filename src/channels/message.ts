/** Message (nội dung gửi lên kênh): what one delivery carries, in the same neutral shape whatever the channel. */

export type Message = {
	/** One line, plain. */
	title: string;
	/** One paragraph, plain. */
	summary: string;
	/** Plain text; paragraphs are parted by an empty line. */
	text: string;
	/** Address of the whole story: a path of ours (`/tin-tuc/…`), made absolute when it is sent; null: it stands alone. */
	link: string | null;
	/** A picture of ours by its file token, or null. */
	cover: { token: string; alt: string } | null;
	/** Without the sign, letters and digits only. */
	hashtags: string[];
};

export const noMessage: Message = { title: '', summary: '', text: '', link: null, cover: null, hashtags: [] };

/** The same words for comparing: one Unicode form, one space, no case. Channels trim and re-space what they are given. */
export function sameWords(text: string): string {
	return text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim().toLocaleLowerCase('vi');
}

/**
 * Cut to at most `length` UTF-16 units on a word, with an ellipsis when something is gone. Never inside a pair of
 * surrogates or before a combining mark.
 */
export function cutTo(text: string, length: number): string {
	const whole = text.trim();
	if (whole.length <= length) return whole;
	const room = whole.slice(0, Math.max(0, length - 1));
	const space = room.search(/\s\S*$/u);
	let end = space > length / 2 ? space : room.length;
	while (end > 0 && /^[\p{M}\uDC00-\uDFFF]/u.test(whole.slice(end))) end--;
	return `${whole.slice(0, end).replace(/[\s,;:.–-]+$/u, '')}…`;
}
