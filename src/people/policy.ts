/** Who may do what with people, units and accounts, answered with reasons. */
import type { RefusalDetail } from '#platform/refusal.ts';
import { hasRole, isLeader, signInFirst, type Actor } from './actor.ts';

export type Act =
	/** Persons, their positions and accounts. */
	| 'manage_people'
	/** Units, their names and what came after them. */
	| 'edit_units'
	/** The ward's calendar of days off and working Saturdays. */
	| 'edit_days_off'
	/** The register of hotlines. */
	| 'edit_hotlines'
	| 'read_journal'
	/** One's own password, devices, second factor, notices. */
	| 'own_account';

const words: Record<Exclude<Act, 'own_account'>, string> = {
	manage_people:
		'Chỉ quản trị hệ thống mới được thêm, sửa cán bộ, chức danh và tài khoản. Hãy nhờ quản trị hệ thống của phường làm giúp.',
	edit_units:
		'Chỉ Văn phòng hoặc quản trị hệ thống mới được sửa danh sách đơn vị. Hãy gửi thông tin cần sửa cho Văn phòng.',
	edit_days_off:
		'Chỉ Văn phòng hoặc quản trị hệ thống mới được sửa lịch ngày nghỉ. Hãy gửi ngày cần sửa cho Văn phòng.',
	edit_hotlines:
		'Chỉ Văn phòng, lãnh đạo hoặc quản trị hệ thống mới được sửa sổ đường dây nóng. Hãy gửi số mới và ngày bắt đầu dùng cho Văn phòng.',
	read_journal: 'Nhật ký hệ thống chỉ mở cho quản trị hệ thống và lãnh đạo Ủy ban nhân dân.'
};

export function refusals(actor: Actor, act: Act): RefusalDetail[] {
	if (actor.kind === 'visitor') return [signInFirst];
	if (act === 'own_account') return actor.kind === 'person' ? [] : [signInFirst];
	const allowed = {
		manage_people: hasRole(actor, 'admin'),
		edit_units: hasRole(actor, 'admin', 'office'),
		edit_days_off: hasRole(actor, 'admin', 'office'),
		edit_hotlines: hasRole(actor, 'admin', 'office') || isLeader(actor),
		read_journal: hasRole(actor, 'admin') || isLeader(actor)
	}[act];
	return allowed ? [] : [{ code: `people.${act}`, status: 403, message: words[act] }];
}

/** The state of a person that bears on ending their service or position. */
export type Leaving = { personId: number; left: boolean; onlyAdministrator: boolean };

const onlyAdministrator: RefusalDetail = {
	code: 'people.only_administrator',
	message: 'Đây là quản trị hệ thống duy nhất còn lại. Hãy giao vai trò quản trị cho một người khác trước.'
};

/** Against ending somebody's service: not oneself, not twice, never the last administrator. */
export function leavingRefusals(actor: Actor, leaving: Leaving): RefusalDetail[] {
	const reasons = refusals(actor, 'manage_people');
	if (actor.kind === 'person' && actor.personId === leaving.personId) {
		reasons.push({
			code: 'people.leave_oneself',
			message: 'Đồng chí không thể tự cho mình thôi việc trên hệ thống. Hãy nhờ một quản trị hệ thống khác.'
		});
	}
	if (leaving.left)
		reasons.push({
			code: 'people.already_left',
			message: 'Người này đã được ghi thôi công tác. Hãy tải lại trang để xem thông tin mới nhất.'
		});
	if (leaving.onlyAdministrator) reasons.push(onlyAdministrator);
	return reasons;
}

/** Against ending a position: the last administrator's keeps its end open. */
export function endPositionRefusals(actor: Actor, ending: { onlyAdministrator: boolean }): RefusalDetail[] {
	const reasons = refusals(actor, 'manage_people');
	if (ending.onlyAdministrator) reasons.push(onlyAdministrator);
	return reasons;
}

/** Against giving a new password or an account: to who left there is none; one's own is changed on one's own page. */
export function accountRefusals(actor: Actor, owner: { personId: number; left: boolean }): RefusalDetail[] {
	const reasons = refusals(actor, 'manage_people');
	if (owner.left)
		reasons.push({
			code: 'people.left',
			message: 'Người này đã thôi công tác nên không có tài khoản đăng nhập nữa.'
		});
	if (actor.kind === 'person' && actor.personId === owner.personId) {
		reasons.push({
			code: 'people.own_password',
			message: 'Mật khẩu của chính mình được đổi ở trang Tài khoản, mục Đổi mật khẩu.'
		});
	}
	return reasons;
}
