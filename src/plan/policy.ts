/**
 * Who may do what with plans, tasks and evidence, answered with reasons. Empty means yes; the verb throws the reasons,
 * the page shows them before the button is pressed.
 *
 * The office (Văn phòng, Nội vụ) and the leaders keep the plan; the people of a task's lead unit act on their own task,
 * those of a cooperating unit may add evidence; the level above reads what was issued.
 */
import { hasRole, signInFirst, type Actor } from '#people/actor.ts';
import type { Role } from '#people/role.ts';
import type { RefusalDetail } from '#platform/refusal.ts';

/** Roles that keep the plan for the whole ward. */
const keepers: Role[] = ['office', 'chair', 'vice_chair'];
/** Roles that see only what concerns their own unit. */
const ownUnitOnly: Role[] = ['front', 'residential'];

export type PlanFacts = {
	issued: boolean;
	/** A following version exists: being written, or issued. */
	successor: 'none' | 'draft' | 'issued';
};

export type PlanAct = 'import' | 'correct' | 'issue' | 'change' | 'discard';

export type TaskFacts = {
	plan: PlanFacts;
	/** The lead unit and the units that took over its work since. */
	leadUnitIds: number[];
	cooperatingUnitIds: number[];
	done: number;
	required: number;
	unitOfMeasure: string | null;
	closing: {
		kind: 'done' | 'waived';
		byPersonId: number;
		askedOfPersonId: number | null;
		confirmed: boolean;
	} | null;
};

export type TaskAct =
	| 'finish'
	| 'waive'
	| 'ask_confirmation'
	| 'confirm'
	| 'reopen'
	| 'remind'
	| 'add_evidence'
	| 'withdraw_evidence';

export function isKeeper(actor: Actor): boolean {
	return hasRole(actor, ...keepers);
}

export function planRefusals(actor: Actor, act: PlanAct, plan?: PlanFacts): RefusalDetail[] {
	if (actor.kind !== 'person') return [signInFirst];
	const reasons: RefusalDetail[] = [];
	if (!isKeeper(actor)) {
		reasons.push({
			code: 'plan.not_keeper',
			status: 403,
			message:
				'Việc soạn, ban hành kế hoạch do Văn phòng và lãnh đạo UBND thực hiện. Đồng chí có thể đề nghị Văn phòng điều chỉnh.'
		});
	}
	if (!plan) return reasons;
	if ((act === 'correct' || act === 'issue' || act === 'discard') && plan.issued) {
		reasons.push({
			code: 'plan.issued',
			status: 409,
			message: 'Kế hoạch đã ban hành nên không sửa được nữa. Hãy mở bản điều chỉnh để thay thế.'
		});
	}
	if (act === 'change' && !plan.issued) {
		reasons.push({
			code: 'plan.not_issued',
			status: 409,
			message: 'Kế hoạch còn là dự thảo. Hãy sửa thẳng vào dự thảo rồi ban hành.'
		});
	}
	if (act === 'change' && plan.successor !== 'none') {
		reasons.push({
			code: 'plan.replaced_already',
			status: 409,
			message:
				plan.successor === 'draft'
					? 'Kế hoạch này đã có bản thay thế đang soạn. Hãy mở bản đó và sửa tiếp.'
					: 'Kế hoạch này đã được thay thế. Hãy điều chỉnh từ bản đang có hiệu lực.'
		});
	}
	return reasons;
}

/** Confirming receipt of an issued plan: somebody of the receiving unit, or the office for a unit that answered on paper. */
export function receiptRefusals(
	actor: Actor,
	recipient: { unitIds: number[]; received: boolean; issued: boolean }
): RefusalDetail[] {
	if (actor.kind !== 'person') return [signInFirst];
	const reasons: RefusalDetail[] = [];
	if (!recipient.issued) {
		reasons.push({
			code: 'plan.not_issued',
			status: 409,
			message: 'Kế hoạch chưa ban hành nên chưa có gì để xác nhận đã nhận.'
		});
	}
	if (recipient.received) {
		reasons.push({
			code: 'plan.received_already',
			status: 409,
			message: 'Nơi này đã xác nhận nhận kế hoạch.'
		});
	}
	if (!isKeeper(actor) && !recipient.unitIds.includes(actor.unitId)) {
		reasons.push({
			code: 'plan.not_recipient',
			status: 403,
			message: 'Chỉ đơn vị nhận hoặc Văn phòng xác nhận được việc đã nhận kế hoạch.'
		});
	}
	return reasons;
}

export function taskRefusals(actor: Actor, act: TaskAct, task: TaskFacts): RefusalDetail[] {
	if (actor.kind !== 'person') return [signInFirst];
	const reasons: RefusalDetail[] = [];
	const refuse = (code: string, message: string, status = 409) => reasons.push({ code, message, status });
	const leads = task.leadUnitIds.includes(actor.unitId);
	const helps = task.cooperatingUnitIds.includes(actor.unitId);

	if (!task.plan.issued)
		refuse(
			'task.plan_not_issued',
			'Kế hoạch chưa ban hành, nhiệm vụ chưa bắt đầu thực hiện. Hãy chờ kế hoạch được ban hành.'
		);
	if (task.plan.successor === 'issued') {
		refuse(
			'task.plan_replaced',
			'Kế hoạch này đã được thay thế. Hãy mở nhiệm vụ ở bản kế hoạch đang có hiệu lực.'
		);
	}
	const open = task.closing === null;
	switch (act) {
		case 'add_evidence':
		case 'withdraw_evidence':
			if (!isKeeper(actor) && !leads && !helps) {
				refuse(
					'task.not_yours',
					'Nhiệm vụ này của đơn vị khác. Đơn vị chủ trì, phối hợp và Văn phòng cập nhật được minh chứng.',
					403
				);
			}
			if (!open && act === 'add_evidence' && task.closing?.kind === 'waived') {
				refuse(
					'task.closed',
					'Nhiệm vụ đã khép lại là không thực hiện. Hãy mở lại nhiệm vụ trước khi thêm minh chứng.'
				);
			}
			break;
		case 'finish':
			if (!isKeeper(actor) && !leads) {
				refuse(
					'task.not_yours',
					'Nhiệm vụ này của đơn vị khác. Đơn vị chủ trì hoặc Văn phòng báo hoàn thành.',
					403
				);
			}
			if (!open) refuse('task.closed_already', 'Nhiệm vụ này đã khép lại rồi.');
			if (open && task.done < task.required) refuse('task.product_missing', missing(task), 422);
			break;
		case 'waive':
			if (!isKeeper(actor)) {
				refuse(
					'task.may_not_waive',
					'Chỉ Văn phòng hoặc lãnh đạo UBND được quyết định không thực hiện một nhiệm vụ. Hãy báo cáo để xin ý kiến.',
					403
				);
			}
			if (!open) refuse('task.closed_already', 'Nhiệm vụ này đã khép lại rồi.');
			break;
		case 'ask_confirmation':
			if (!isKeeper(actor) && !leads)
				refuse(
					'task.not_yours',
					'Nhiệm vụ này của đơn vị khác. Đơn vị chủ trì hoặc Văn phòng đề nghị xác nhận.',
					403
				);
			if (open) refuse('task.not_closed', 'Nhiệm vụ chưa báo hoàn thành nên chưa có gì để xác nhận.');
			if (task.closing?.confirmed) refuse('task.confirmed_already', 'Nhiệm vụ đã được xác nhận.');
			break;
		case 'confirm':
			if (open) refuse('task.not_closed', 'Nhiệm vụ chưa báo hoàn thành nên chưa có gì để xác nhận.');
			if (task.closing?.confirmed) refuse('task.confirmed_already', 'Nhiệm vụ đã được xác nhận.');
			if (task.closing?.byPersonId === actor.personId) {
				refuse(
					'task.confirm_own',
					'Người báo hoàn thành không tự xác nhận việc của mình. Hãy nhờ người khác xác nhận.',
					403
				);
			} else if (!isKeeper(actor) && task.closing?.askedOfPersonId !== actor.personId) {
				refuse('task.not_asked', 'Người được đề nghị, Văn phòng hoặc lãnh đạo UBND xác nhận việc này.', 403);
			}
			break;
		case 'reopen':
			if (
				!isKeeper(actor) &&
				task.closing?.byPersonId !== actor.personId &&
				task.closing?.askedOfPersonId !== actor.personId
			) {
				refuse(
					'task.may_not_reopen',
					'Người đã báo hoàn thành, người được đề nghị xác nhận, Văn phòng hoặc lãnh đạo UBND mở lại được nhiệm vụ.',
					403
				);
			}
			if (open) refuse('task.not_closed', 'Nhiệm vụ đang mở, không cần mở lại.');
			break;
		case 'remind':
			if (!isKeeper(actor))
				refuse('task.may_not_remind', 'Việc đôn đốc do Văn phòng và lãnh đạo UBND thực hiện.', 403);
			if (!open) refuse('task.closed_already', 'Nhiệm vụ đã khép lại, không cần đôn đốc.');
			if (task.leadUnitIds.length === 0)
				refuse('task.nobody_leads', 'Nhiệm vụ chưa có đơn vị chủ trì nên chưa biết nhắc ai.');
			break;
	}
	return reasons;
}

function missing(task: TaskFacts): string {
	const unit = task.unitOfMeasure ?? 'sản phẩm';
	return task.done === 0
		? `Chưa có minh chứng nào (cần ${task.required} ${unit}). Hãy thêm minh chứng, hoặc đề nghị Văn phòng khép lại với lý do.`
		: `Mới có ${task.done}/${task.required} ${unit}. Hãy thêm minh chứng cho phần còn thiếu, hoặc đề nghị Văn phòng khép lại với lý do.`;
}

/** What a person may not see does not exist for them. */
export function maySeePlan(actor: Actor, plan: { issued: boolean }): boolean {
	// What was issued is public: the portal shows the plan and its progress.
	if (plan.issued || actor.kind === 'robot') return true;
	return actor.kind === 'person' && !hasRole(actor, 'superior', ...ownUnitOnly);
}

export function maySeeTask(
	actor: Actor,
	task: Pick<TaskFacts, 'plan' | 'leadUnitIds' | 'cooperatingUnitIds'>
): boolean {
	if (!maySeePlan(actor, task.plan)) return false;
	if (actor.kind === 'visitor') return false;
	if (actor.kind === 'robot' || !hasRole(actor, ...ownUnitOnly)) return true;
	return task.leadUnitIds.includes(actor.unitId) || task.cooperatingUnitIds.includes(actor.unitId);
}
