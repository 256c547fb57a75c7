/** Who may do what with channels and deliveries, answered with reasons; an empty list means yes. */
import { hasRole, isLeader, signInFirst, type Actor } from '#people/actor.ts';
import type { RefusalDetail } from '#platform/refusal.ts';
import { deliveryStates, mayMove, type DeliveryMove, type DeliveryState } from './delivery.ts';

export type ChannelAct =
	/** Deliveries, calendar, results. */
	| 'look'
	/** Accounts: their state, their limits; never a secret. */
	| 'look_at_accounts'
	/** Add, change, sign in, switch off accounts. */
	| 'run_accounts'
	/** Plan, move, cancel, try again, say what happened. */
	| 'deliver';

const words: Record<ChannelAct, string> = {
	look: 'Lịch và kết quả các kênh dành cho cán bộ của phường.',
	look_at_accounts: 'Tài khoản trên kênh dành cho Văn phòng, Văn hóa, lãnh đạo và quản trị.',
	run_accounts: 'Chỉ Văn phòng và quản trị mới được thêm, sửa, đăng nhập tài khoản trên kênh.',
	deliver: 'Chỉ Văn hóa, Văn phòng, Đài truyền thanh và lãnh đạo mới được lên lịch và gửi bài lên kênh.'
};

export function refusals(actor: Actor, act: ChannelAct): RefusalDetail[] {
	if (actor.kind === 'visitor') return [signInFirst];
	const runs = isLeader(actor) || hasRole(actor, 'office', 'culture');
	const allowed = {
		look: actor.kind === 'robot' || !hasRole(actor, 'residential', 'superior'),
		look_at_accounts: actor.kind === 'robot' || runs || hasRole(actor, 'admin'),
		run_accounts: hasRole(actor, 'office', 'admin'),
		deliver: actor.kind === 'robot' || runs || hasRole(actor, 'radio')
	}[act];
	return allowed ? [] : [{ code: `channel.${act}`, status: 403, message: words[act] }];
}

/** What a delivery must be like for an act on it. */
export function moveRefusals(actor: Actor, move: DeliveryMove, state: DeliveryState): RefusalDetail[] {
	const post = refusals(actor, 'deliver');
	if (post.length > 0) return post;
	if (mayMove(move, state)) return [];
	return [
		{
			code: 'delivery.state',
			status: 409,
			message: `Lượt gửi này đang ở trạng thái “${deliveryStates[state]}”, chưa làm được việc này. Hãy tải lại trang để xem.`
		}
	];
}
