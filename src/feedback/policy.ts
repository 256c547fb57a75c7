/**
 * Who may do what with a case, and how much of it they see; an empty list means yes. The sender acts with code and
 * secret word, not with an account: their acts are at the end.
 */
import { hasRole, isLeader, signInFirst, type Actor } from '#people/actor.ts';
import type { RefusalDetail } from '#platform/refusal.ts';
import { mayFollow, ownPath, states, transitions, type CaseAct, type CaseState } from './case.ts';
import type { MessageClass } from './message-class.ts';

/** What a decision needs to know about a case. */
export type CaseFacts = {
	state: CaseState;
	class: MessageClass | null;
	takenByPersonId: number | null;
	unitId: number | null;
	handlerPersonId: number | null;
	/** Whom it is about. */
	aboutUnitId: number | null;
	/** Who wrote the answer being worked on. */
	drafterPersonId: number | null;
	/** Who prepared the public copy, when one is there. */
	preparedByPersonId: number | null;
	publication: 'prepared' | 'sent_back' | 'published' | 'withdrawn' | null;
	reopenedCount: number;
	hasSender: boolean;
	/** Its text lies sealed (own lawful path). */
	sealed: boolean;
};

/** How much of a case somebody sees: nothing; code, state and text without personal data; everything but the identity. */
export type Sight = 'none' | 'masked' | 'text';

export type FeedbackAct =
	| Exclude<CaseAct, 'publish' | 'unpublish' | 'withdraw' | 'add' | 'resume'>
	| 'resume'
	/** Take down what somebody says on the telephone, at the counter, in a letter. */
	| 'take_in'
	| 'list'
	| 'open'
	| 'open_identity'
	| 'open_sealed'
	| 'erase_sender'
	| 'prepare_publication'
	| 'confirm_publication'
	| 'withdraw_publication'
	| 'read_quarantine'
	/** Templates, limits, settings, keys of other programs. */
	| 'settings';

const no = (code: string, message: string, status = 403): RefusalDetail => ({
	code: `feedback.${code}`,
	status,
	message
});
const notYourPost = (what: string, who: string): RefusalDetail =>
	no('role', `Vị trí công tác của đồng chí không ${what}. Việc này thuộc về ${who}.`);
const hidden = no(
	'not_yours',
	'Không tìm thấy phản ánh này, hoặc nội dung không dành cho vị trí công tác của đồng chí.',
	404
);

/** The post that receives, classifies and follows up (cơ quan, đơn vị tiếp nhận), and the leaders above it. */
const leads = (actor: Actor): boolean => isLeader(actor) || hasRole(actor, 'office');
/** Posts that may write down what somebody tells them. */
export const takesIn = (actor: Actor): boolean =>
	actor.kind === 'person' && !hasRole(actor, 'superior', 'admin', 'accountant');
/** Posts of a unit that can be given a case to handle. */
const handles = (actor: Actor): boolean => actor.kind === 'person' && !hasRole(actor, 'superior', 'admin');
const publishes = (actor: Actor): boolean => leads(actor) || hasRole(actor, 'culture');

/** Is it given to this person, or to their unit and nobody in particular? */
function given(actor: Actor, facts: CaseFacts): boolean {
	return (
		actor.kind === 'person' &&
		handles(actor) &&
		(facts.handlerPersonId === actor.personId || (facts.unitId !== null && facts.unitId === actor.unitId))
	);
}

/** Does the actor sit in the unit the message is about? Then they see a code, not a name. */
export function criticised(actor: Actor, facts: Pick<CaseFacts, 'aboutUnitId'>): boolean {
	return (
		actor.kind === 'person' &&
		facts.aboutUnitId !== null &&
		facts.aboutUnitId === actor.unitId &&
		!isLeader(actor)
	);
}

export function sight(actor: Actor, facts: CaseFacts): Sight {
	if (actor.kind === 'robot') return 'text';
	// The level above and the administrator have no part in a case, whatever else the same person does in another post.
	if (actor.kind !== 'person' || !handles(actor)) return 'none';
	if (leads(actor)) return criticised(actor, facts) || facts.sealed ? 'masked' : 'text';
	// A matter on its own lawful path is the leaders' and the office's only.
	if (facts.sealed || (facts.class !== null && ownPath.includes(facts.class))) return 'none';
	if (given(actor, facts)) return criticised(actor, facts) || facts.class === 'conduct' ? 'masked' : 'text';
	if (hasRole(actor, 'culture') && (facts.state === 'answered' || facts.state === 'published'))
		return 'masked';
	// Who took it down knows what was said; afterwards they follow it by its code.
	if (facts.takenByPersonId === actor.personId) return criticised(actor, facts) ? 'masked' : 'text';
	return 'none';
}

export function refusals(actor: Actor, act: FeedbackAct, facts?: CaseFacts): RefusalDetail[] {
	if (actor.kind === 'visitor') return [signInFirst];
	if (act === 'take_in')
		return takesIn(actor)
			? []
			: [notYourPost('ghi nhận phản ánh', 'Văn phòng, Một cửa và các bộ phận chuyên môn')];
	if (act === 'list')
		return actor.kind === 'robot' || handles(actor)
			? []
			: [notYourPost('xem phản ánh của người dân', 'Văn phòng và đơn vị được giao')];
	if (act === 'read_quarantine')
		return leads(actor) ? [] : [notYourPost('xem tin nghi là rác', 'Văn phòng và lãnh đạo')];
	if (act === 'settings')
		return leads(actor) ? [] : [notYourPost('sửa thời hạn, mẫu trả lời', 'Văn phòng và lãnh đạo')];
	if (!facts) throw new Error(`${act} needs a case`);
	if (sight(actor, facts) === 'none') return [hidden];
	if (act === 'open') return [];
	return [...who(actor, act, facts), ...when(act, facts)];
}

/** Reasons that lie in the person. */
function who(
	actor: Actor,
	act: Exclude<FeedbackAct, 'take_in' | 'list' | 'open' | 'read_quarantine' | 'settings'>,
	facts: CaseFacts
): RefusalDetail[] {
	const works = leads(actor) || given(actor, facts);
	switch (act) {
		case 'release':
		case 'reject_spam':
		case 'take_up':
		case 'classify':
		case 'assign':
		case 'forward':
		case 'take_back':
		case 'guide':
		case 'refuse':
		case 'merge':
		case 'unmerge':
		case 'split':
		case 'reopen':
			return leads(actor) ? [] : [notYourPost('phân loại và điều phối phản ánh', 'Văn phòng và lãnh đạo')];
		case 'hand_over':
		case 'ask':
		case 'resume':
		case 'draft':
			return works ? [] : [notYourPost('xử lý phản ánh này', 'đơn vị được giao và Văn phòng')];
		case 'note':
			return works || (actor.kind === 'person' && facts.takenByPersonId === actor.personId)
				? []
				: [notYourPost('ghi chú vào phản ánh này', 'đơn vị được giao và Văn phòng')];
		case 'extend':
			return leads(actor)
				? []
				: [notYourPost('gia hạn', 'Văn phòng và lãnh đạo; hãy ghi chú lý do để Văn phòng gia hạn')];
		case 'send_back':
		case 'approve': {
			if (!isLeader(actor)) return [notYourPost('duyệt trả lời', 'Chủ tịch hoặc Phó Chủ tịch')];
			return act === 'approve' && actor.kind === 'person' && facts.drafterPersonId === actor.personId
				? [no('own_answer', 'Người soạn trả lời không tự duyệt. Hãy nhờ lãnh đạo khác duyệt.')]
				: [];
		}
		case 'answer':
			return works ? [] : [notYourPost('gửi trả lời', 'đơn vị được giao và Văn phòng')];
		case 'open_identity':
			return works || (actor.kind === 'person' && facts.takenByPersonId === actor.personId)
				? []
				: [notYourPost('mở danh tính người gửi', 'người đang xử lý và Văn phòng')];
		case 'open_sealed':
			return isLeader(actor) ? [] : [notYourPost('mở nội dung đã niêm phong', 'Chủ tịch hoặc Phó Chủ tịch')];
		case 'erase_sender':
			return leads(actor) || actor.kind === 'robot'
				? []
				: [notYourPost('xóa thông tin người gửi', 'Văn phòng và lãnh đạo')];
		case 'prepare_publication':
		case 'withdraw_publication':
			return publishes(actor) ? [] : [notYourPost('soạn bản công khai', 'Văn phòng, Văn hóa và lãnh đạo')];
		case 'confirm_publication': {
			if (!publishes(actor)) return [notYourPost('xác nhận bản công khai', 'Văn phòng và lãnh đạo')];
			// A second look is worth something only beside the original, pictures included.
			if (sight(actor, facts) !== 'text')
				return [
					no(
						'sees_masked',
						'Người xác nhận cần đọc được bản gốc để so từng chỗ đã che. Hãy nhờ Văn phòng hoặc lãnh đạo xác nhận.'
					)
				];
			return actor.kind === 'person' && facts.preparedByPersonId === actor.personId
				? [
						no(
							'own_copy',
							'Người soạn bản công khai không tự xác nhận. Hãy nhờ một người khác xem lại từng chỗ đã che.'
						)
					]
				: [];
		}
	}
}

/** Reasons that lie in the case. */
function when(act: FeedbackAct, facts: CaseFacts): RefusalDetail[] {
	const reasons: RefusalDetail[] = [];
	if (act in transitions && !mayFollow(act as CaseAct, facts.state)) {
		reasons.push(
			no(
				'state',
				`Phản ánh đang ở bước “${states[facts.state].label}” nên chưa “${transitions[act as CaseAct].label}” được. ${nextStep(facts.state)}`,
				409
			)
		);
	}
	if (
		facts.class !== null &&
		ownPath.includes(facts.class) &&
		['assign', 'draft', 'approve', 'answer', 'forward'].includes(act)
	) {
		reasons.push(
			no(
				'own_path',
				'Tố cáo, khiếu nại và tố giác tội phạm có trình tự riêng theo luật, không xử lý như phản ánh. Hãy dùng “Hướng dẫn theo luật riêng”.',
				409
			)
		);
	}
	const own = facts.class !== null && ownPath.includes(facts.class);
	if ((act === 'open_identity' || act === 'erase_sender') && !facts.hasSender)
		reasons.push(
			no('no_sender', 'Phản ánh này không có thông tin người gửi, hoặc thông tin đã được xóa.', 409)
		);
	if (act === 'open_sealed' && !facts.sealed)
		reasons.push(no('not_sealed', 'Nội dung này không niêm phong, có thể đọc ngay.', 409));
	if (act === 'confirm_publication' && facts.publication !== 'prepared')
		reasons.push(
			no('nothing_prepared', 'Chưa có bản công khai nào chờ xác nhận. Hãy soạn bản công khai trước.', 409)
		);
	if (act === 'prepare_publication' || act === 'confirm_publication') {
		if (facts.state !== 'answered' && facts.state !== 'published')
			reasons.push(no('not_answered', `Chỉ công khai khi đã gửi trả lời. ${nextStep(facts.state)}`, 409));
		if (own)
			reasons.push(no('never_public', 'Tố cáo, khiếu nại và tố giác tội phạm không được công khai.', 409));
	}
	if (act === 'withdraw_publication' && (facts.publication === null || facts.publication === 'withdrawn'))
		reasons.push(no('not_public', 'Phản ánh này không có bản công khai nào để gỡ.', 409));
	return reasons;
}

export function nextStep(state: CaseState): string {
	switch (state) {
		case 'quarantined':
			return 'Hãy xem và quyết định đây có phải tin rác không.';
		case 'received':
			return 'Hãy phân loại trước.';
		case 'classifying':
			return 'Hãy giao xử lý, chuyển cơ quan có thẩm quyền hoặc hướng dẫn.';
		case 'assigned':
			return 'Hãy soạn dự thảo trả lời.';
		case 'waiting':
			return 'Hãy đợi người gửi bổ sung, hoặc bấm “Đã có thông tin”.';
		case 'drafted':
			return 'Hãy đợi lãnh đạo duyệt hoặc trả lại dự thảo.';
		case 'approved':
			return 'Hãy gửi trả lời cho người dân.';
		case 'answered':
			return 'Có thể soạn bản công khai.';
		case 'published':
			return 'Việc này đã xong và đã công khai.';
		case 'forwarded':
			return 'Khi cơ quan nhận trả lời, hãy ghi lại câu trả lời; khi họ trả lại, bấm “Cơ quan khác trả lại”.';
		case 'reopened':
			return 'Hãy giao xử lý lại.';
		case 'refused':
		case 'guided':
		case 'merged':
		case 'withdrawn':
		case 'spam':
			return 'Việc này đã kết thúc.';
	}
}

/** Every act with its reasons, for the page to grey its buttons with. */
export function allRefusals<Act extends FeedbackAct>(
	actor: Actor,
	acts: readonly Act[],
	facts: CaseFacts
): Record<Act, RefusalDetail[]> {
	return Object.fromEntries(acts.map((act) => [act, refusals(actor, act, facts)])) as Record<
		Act,
		RefusalDetail[]
	>;
}

/** What the sender may still do, with code and secret word (NĐ 20/2008 Đ12: ask at any time). */
export type SenderAct = 'add' | 'rate' | 'reopen' | 'withdraw' | 'erase';
export type SenderFacts = {
	state: CaseState;
	rated: boolean;
	reopenedCount: number;
	answeredAt: Date | null;
	hasSender: boolean;
};

export function senderRefusals(
	act: SenderAct,
	facts: SenderFacts,
	now: Date,
	reopenWithinDays: number
): RefusalDetail[] {
	switch (act) {
		case 'add':
			return mayFollow('add', facts.state)
				? []
				: [
						no(
							'closed',
							'Việc này đã kết thúc nên không bổ sung được. Ông/bà có thể gửi phản ánh mới và ghi mã này.',
							409
						)
					];
		case 'withdraw':
			return mayFollow('withdraw', facts.state)
				? []
				: [no('closed', 'Việc này đã có trả lời hoặc đã kết thúc nên không rút được nữa.', 409)];
		case 'rate':
			if (facts.state !== 'answered' && facts.state !== 'published')
				return [no('not_answered', 'Chưa có trả lời để đánh giá. Xin quay lại khi phường đã trả lời.', 409)];
			return facts.rated ? [no('rated', 'Ông/bà đã đánh giá câu trả lời này rồi. Cảm ơn ông/bà.', 409)] : [];
		case 'reopen': {
			if (!mayFollow('reopen', facts.state))
				return [no('not_answered', 'Chỉ đề nghị xem lại khi phường đã trả lời.', 409)];
			if (facts.reopenedCount > 0)
				return [
					no(
						'reopened',
						'Việc này đã được xem lại một lần. Nếu chưa đồng ý, ông/bà có thể gửi phản ánh mới hoặc khiếu nại theo quy định.',
						409
					)
				];
			const last = facts.answeredAt ? facts.answeredAt.getTime() + reopenWithinDays * 86_400_000 : Infinity;
			return now.getTime() > last
				? [
						no(
							'too_late',
							`Đã quá ${reopenWithinDays} ngày từ khi trả lời. Ông/bà có thể gửi phản ánh mới và ghi mã này.`,
							409
						)
					]
				: [];
		}
		case 'erase':
			return facts.hasSender
				? []
				: [no('no_sender', 'Phường không còn giữ thông tin liên hệ của ông/bà trong việc này.', 409)];
	}
}
