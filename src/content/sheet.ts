/** Approval sheet (phiếu duyệt): one signature over the text and what every channel is to say. */
import type { Message } from '#channels/message.ts';
import type { EditionOutlet } from './edition.ts';

/** One edition as it was signed. */
export type SheetPart = {
	editionId: number;
	outlet: EditionOutlet;
	version: number;
	message: Message;
};

/** The parts in one order and one spelling, to be hashed: the same content always gives the same text. */
export function canonical(revisionId: number, parts: SheetPart[]): string {
	return JSON.stringify([
		revisionId,
		parts
			.toSorted((a, b) => (a.outlet < b.outlet ? -1 : 1))
			.map(({ outlet, message }) => [
				outlet,
				message.title,
				message.summary,
				message.text,
				message.link,
				message.cover && [message.cover.token, message.cover.alt],
				message.hashtags
			])
	]);
}
