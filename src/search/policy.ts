/** Who may teach the search, answered with reasons. */
import { hasRole, signInFirst, type Actor } from '#people/actor.ts';
import type { RefusalDetail } from '#platform/refusal.ts';

/** Read the word list and what was looked for in vain; change the list, pass over what was looked for. */
export type Act = 'read_words' | 'edit_words';

export function refusals(actor: Actor, act: Act): RefusalDetail[] {
	if (actor.kind !== 'person') return [signInFirst];
	if (act === 'read_words' || hasRole(actor, 'admin', 'office', 'culture', 'one_stop')) return [];
	return [
		{
			code: 'search.edit_words',
			status: 403,
			message:
				'Danh sách từ do Văn phòng, công chức văn hóa và bộ phận một cửa sửa. Hãy báo cho một trong các nơi này từ cần thêm.'
		}
	];
}
