/** Who may do what with procedures, answered with every reason against it; an empty list means yes. */
import { hasRole, isLeader, signInFirst, type Actor } from '#people/actor.ts';
import type { Role } from '#people/role.ts';
import type { RefusalDetail } from '#platform/refusal.ts';

export type ProcedureAct =
	'edit' | 'import' | 'announce' | 'finish_duty' | 'post' | 'manage_places' | 'manage_faq' | 'read_ratings';

/** The board somebody wants to work on. */
type Board = { unitId: number | null };

const keepers: Role[] = ['office', 'one_stop', 'justice'];
const allowed: Record<ProcedureAct, Role[]> = {
	edit: keepers,
	import: keepers,
	announce: keepers,
	finish_duty: [...keepers, 'culture', 'radio'],
	post: [...keepers, 'culture', 'residential'],
	manage_places: ['office', 'one_stop'],
	manage_faq: [...keepers, 'culture'],
	read_ratings: [...keepers, 'culture', 'admin']
};

const says: Record<ProcedureAct, string> = {
	edit: 'sửa nội dung thủ tục',
	import: 'nhập danh mục thủ tục từ tệp',
	announce: 'ghi quyết định công bố',
	finish_duty: 'đánh dấu việc này là đã làm',
	post: 'ghi việc dán, gỡ tờ niêm yết',
	manage_places: 'thêm, sửa nơi niêm yết',
	manage_faq: 'soạn hỏi đáp của thủ tục',
	read_ratings: 'xem ý kiến về trang thủ tục'
};

export function refusals(actor: Actor, act: ProcedureAct, board?: Board): RefusalDetail[] {
	if (actor.kind === 'visitor') return [signInFirst];
	// The command line and the worker act for the program; what they may call is decided where they are.
	if (actor.kind === 'robot' || isLeader(actor)) return [];
	if (!hasRole(actor, ...allowed[act])) {
		return [
			{
				code: `procedure.${act}`,
				status: 403,
				message: `Vị trí công tác của đồng chí chưa được giao ${says[act]}. Hãy nhờ Văn phòng hoặc Trung tâm Phục vụ hành chính công.`
			}
		];
	}
	if (act === 'post' && hasRole(actor, 'residential') && board && board.unitId !== actor.unitId) {
		return [
			{
				code: 'procedure.post_elsewhere',
				status: 403,
				message: 'Đồng chí chỉ ghi được bảng của tổ dân phố mình. Hãy chọn bảng của tổ dân phố mình.'
			}
		];
	}
	return [];
}
