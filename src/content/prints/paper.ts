/** What a printed sheet is made from, and how its text is cut to paragraphs. Pure. */
import type { Message } from '#channels/message.ts';
import type { Cover } from '../story.ts';

export type ToPrint = {
	message: Message;
	ward: {
		/** "phường Cổ Thành", as inside a sentence. */
		name: string;
		superiorName: string;
		contact: { address?: string | undefined; phone?: string | undefined; email?: string | undefined };
	};
	cover: Pick<Cover, 'palette' | 'motif'>;
	/** "https://…" without a slash at the end. */
	origin: string;
	/** Day of printing. */
	day: string;
	/** Under a valid signature; without it every page says that it may not hang yet. */
	signed: boolean;
};

export const NOT_SIGNED = 'BẢN XEM THỬ, CHƯA KÝ DUYỆT. KHÔNG DÁN, KHÔNG PHÁT.';

export type Line = { text: string; marker?: string };

/** Paragraphs and items of lists; an item keeps its dash or number in front. */
export function linesOf(text: string): Line[] {
	return text
		.split('\n')
		.map((line) => line.trim())
		.filter(Boolean)
		.map((line) => {
			const item = /^(-|•|\d+[.)])\s+(.+)$/u.exec(line);
			if (!item) return { text: line };
			return { text: item[2]!, marker: item[1] === '-' ? '•' : item[1]! };
		});
}

/** Where a reader finds more, as one line: "Địa chỉ …; điện thoại …". */
export function contactLine({ contact }: ToPrint['ward']): string {
	const { address, phone, email } = contact;
	return [address, phone && `điện thoại ${phone}`, email && `thư điện tử ${email}`]
		.filter(Boolean)
		.join('; ');
}

/** The address of the story, as it is printed and as the code carries it. */
export const addressOf = ({ message, origin }: ToPrint): string | null =>
	message.link ? `${origin}${message.link}` : null;
