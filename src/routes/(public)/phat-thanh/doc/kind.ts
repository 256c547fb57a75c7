/** What can be read aloud, as its address says it. */
import { error } from '@sveltejs/kit';
import type { ReadKind } from '#broadcast/read-aloud.server.ts';

const kinds: Record<string, ReadKind> = { 'tin-tuc': 'article', 'thu-tuc': 'procedure' };

export function kindOf(word: string): ReadKind {
	const kind = Object.hasOwn(kinds, word) ? kinds[word] : undefined;
	if (!kind) error(404, 'Không có trang nghe ở địa chỉ này. Mời mở tin bài hoặc thủ tục rồi bấm “Nghe”.');
	return kind;
}
