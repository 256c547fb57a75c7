/** Two texts side by side: what was taken away and what was added, word by word. */
import { diffArrays } from 'diff';
import { plainText } from './body.ts';
import type { StoryText } from './story.ts';

export type Piece = { kind: 'same' | 'added' | 'removed'; text: string };
export type FieldChange = { field: string; label: string; pieces: Piece[] };

/** Word by word, blanks kept, so that the pieces of one side joined are exactly that side's text. */
export function wordDiff(older: string, newer: string): Piece[] {
	const words = (text: string): string[] => text.normalize('NFC').match(/\s+|[^\s]+/g) ?? [];
	return diffArrays(words(older), words(newer)).map(({ added, removed, value }) => ({
		kind: added ? 'added' : removed ? 'removed' : 'same',
		text: value.join('')
	}));
}

/** Every field with its differences; fields that say the same in both have one piece. */
export function compare(
	older: StoryText,
	newer: StoryText,
	names: { area: (key: string) => string; audience: (key: string) => string }
): FieldChange[] {
	const lines: [string, string, (text: StoryText) => string][] = [
		['title', 'Tiêu đề', (text) => text.title],
		['summary', 'Tóm tắt', (text) => text.summary],
		['body', 'Nội dung bài', (text) => plainText(text.body)],
		['areas', 'Nội dung tuyên truyền', (text) => text.areas.map(names.area).join('\n')],
		['audiences', 'Đối tượng', (text) => text.audiences.map(names.audience).join('\n')],
		['citedDocuments', 'Văn bản viện dẫn', (text) => text.citedDocuments.join('\n')],
		['attachments', 'Tệp đính kèm', (text) => text.attachments.map(({ title }) => title).join('\n')],
		['cover', 'Ảnh đại diện', ({ cover }) => (cover.token ? `Ảnh: ${cover.alt ?? ''}` : 'Ảnh bìa vẽ sẵn')]
	];
	return lines.map(([field, label, of]) => ({ field, label, pieces: wordDiff(of(older), of(newer)) }));
}

export const changed = ({ pieces }: FieldChange): boolean => pieces.some(({ kind }) => kind !== 'same');
