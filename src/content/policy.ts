/** Who may do what with a story, answered with every reason against it; an empty list means yes. */
import { hasRole, isLeader, signInFirst, type Actor } from '#people/actor.ts';
import type { Role } from '#people/role.ts';
import type { RefusalDetail } from '#platform/refusal.ts';
import { mayFollow, states, transitions, type StoryState, type TransitionAct } from './story.ts';

/** What a decision needs to know about a story. */
export type StoryFacts = {
	state: StoryState;
	authorPersonId: number;
	/** Who wrote the version being worked on, since the last publication. */
	writerIds: number[];
	/** The public sees some version of it now. */
	isPublic: boolean;
	everPublished: boolean;
	/** What the text lacks (story.ts, `missing`). */
	missing: RefusalDetail[];
	/** Open debt of an emergency publication. */
	emergency: { byPersonId: number } | null;
};

export type StoryAct =
	| Exclude<TransitionAct, 'save'>
	| 'create'
	/** See that it exists, in lists. */
	| 'list'
	/** Open the version being worked on, its history and previews. */
	| 'open'
	| 'save'
	| 'duplicate'
	| 'remove'
	| 'preview'
	| 'clear_emergency';

/** Posts that write stories. */
const writing: Role[] = ['chair', 'vice_chair', 'office', 'culture', 'radio', 'justice', 'one_stop', 'front'];
/** Posts that work with everybody's stories: the editorial office, those who read them out, those who approve. */
const editorial: Role[] = ['chair', 'vice_chair', 'office', 'culture', 'radio'];
/** Of these, who may change what others wrote, and bring it out once approved. The radio reads, it does not edit. */
const editing: Role[] = ['chair', 'vice_chair', 'office', 'culture'];

export const mayWrite = (actor: Actor): boolean => hasRole(actor, ...writing);
/** Sees every version of every story; others see their own and what is public. */
export const seesAll = (actor: Actor): boolean =>
	hasRole(actor, ...editorial, 'admin') || actor.kind === 'robot';
/** Sees their own unfinished stories. Residential areas and the level above only read what is public. */
export const seesOwn = (actor: Actor): boolean =>
	actor.kind === 'person' && !hasRole(actor, 'residential', 'superior');

const no = (code: string, message: string, status = 403): RefusalDetail => ({
	code: `story.${code}`,
	status,
	message
});

const notYourPost = (what: string, who: string): RefusalDetail =>
	no('role', `Vị trí công tác của đồng chí không ${what}. Việc này thuộc về ${who}.`);

export function refusals(actor: Actor, act: StoryAct, story?: StoryFacts): RefusalDetail[] {
	if (actor.kind === 'visitor') return act === 'list' && story?.isPublic ? [] : [signInFirst];
	if (act === 'create')
		return mayWrite(actor)
			? []
			: [notYourPost('viết tin bài', 'văn hóa, văn phòng và các bộ phận chuyên môn')];
	if (!story) throw new Error(`${act} needs a story`);
	const own = actor.kind === 'person' && story.authorPersonId === actor.personId && seesOwn(actor);
	const open = seesAll(actor) || own;
	if (act === 'list') return open || story.isPublic ? [] : [hidden];
	if (!open) return [hidden];
	if (act === 'open') return [];
	return [...who(actor, act, story, own), ...when(act, story)];
}

const hidden = no(
	'not_yours',
	'Bài này chưa đăng và không do đồng chí viết. Hãy mở bài khác trong danh sách.',
	404
);

/** Reasons that lie in the person. */
function who(
	actor: Actor,
	act: Exclude<StoryAct, 'create' | 'list' | 'open'>,
	story: StoryFacts,
	own: boolean
): RefusalDetail[] {
	const mine = actor.kind === 'person' && story.authorPersonId === actor.personId;
	const wrote = actor.kind === 'person' && story.writerIds.includes(actor.personId);
	switch (act) {
		case 'save':
		case 'submit':
		case 'preview':
		case 'remove':
		case 'discard':
			return hasRole(actor, ...editing) || (own && mayWrite(actor))
				? []
				: [notYourPost('sửa bài của người khác', 'người viết, văn hóa và văn phòng')];
		case 'duplicate':
			return mayWrite(actor)
				? []
				: [notYourPost('viết tin bài', 'văn hóa, văn phòng và các bộ phận chuyên môn')];
		case 'send_back':
			return isLeader(actor) ? [] : [notYourPost('duyệt tin bài', 'Chủ tịch hoặc Phó Chủ tịch')];
		case 'approve': {
			const reasons: RefusalDetail[] = [];
			if (!isLeader(actor)) reasons.push(notYourPost('duyệt tin bài', 'Chủ tịch hoặc Phó Chủ tịch'));
			if (mine)
				reasons.push(
					no('own_work', 'Người viết bài không tự duyệt bài của mình. Hãy nhờ lãnh đạo khác duyệt.')
				);
			else if (wrote)
				reasons.push(
					no('own_work', 'Đồng chí đã sửa bản này nên không tự duyệt bản này. Hãy nhờ lãnh đạo khác duyệt.')
				);
			return reasons;
		}
		case 'schedule':
		case 'unschedule':
		case 'publish':
			return hasRole(actor, ...editing)
				? []
				: [notYourPost('đăng bài lên cổng', 'lãnh đạo, văn hóa và văn phòng')];
		case 'publish_due':
			return actor.kind === 'robot'
				? []
				: [notYourPost('đăng bài thay bộ hẹn giờ', 'chương trình; hãy dùng “Đăng ngay”')];
		case 'publish_emergency':
			return hasRole(actor, 'chair') ? [] : [notYourPost('đăng khẩn', 'Chủ tịch')];
		case 'clear_emergency': {
			const reasons: RefusalDetail[] = [];
			if (!hasRole(actor, 'chair', 'vice_chair', 'office'))
				reasons.push(notYourPost('hậu kiểm bài đăng khẩn', 'Phó Chủ tịch hoặc Văn phòng'));
			if (mine || wrote || (actor.kind === 'person' && story.emergency?.byPersonId === actor.personId))
				reasons.push(
					no('own_emergency', 'Người viết hoặc đăng khẩn không tự hậu kiểm. Hãy nhờ người khác xem lại.')
				);
			return reasons;
		}
		case 'withdraw':
		case 'restore':
			return hasRole(actor, 'chair', 'vice_chair', 'office')
				? []
				: [notYourPost('gỡ hoặc khôi phục bài', 'Chủ tịch, Phó Chủ tịch và Văn phòng')];
	}
}

/** Reasons that lie in the story: its state, and what it lacks. */
function when(act: Exclude<StoryAct, 'create' | 'list' | 'open'>, story: StoryFacts): RefusalDetail[] {
	const reasons: RefusalDetail[] = [];
	if (act === 'save') {
		if (story.state === 'withdrawn')
			reasons.push(
				no('state', 'Bài đã gỡ nên không sửa được. Hãy nhờ Văn phòng đưa bài về nháp trước.', 409)
			);
		return reasons;
	}
	if (act === 'remove') {
		if (story.everPublished)
			reasons.push(
				no('was_public', 'Bài đã từng đăng nên phải giữ trong lịch sử. Nếu không dùng nữa, hãy gỡ bài.', 409)
			);
		else if (story.state !== 'draft' && story.state !== 'sent_back')
			reasons.push(
				no(
					'state',
					`Bài đang ở bước “${states[story.state]}” nên chưa xóa được. Hãy trả bài về nháp trước.`,
					409
				)
			);
		return reasons;
	}
	if (act === 'clear_emergency') {
		if (!story.emergency)
			reasons.push(no('no_debt', 'Bài này không còn khoản hậu kiểm nào. Không cần làm gì thêm.', 409));
		return reasons;
	}
	if (act === 'duplicate' || act === 'preview') return reasons;
	if (!mayFollow(act, story.state)) {
		reasons.push(
			no(
				'state',
				`Bài đang ở bước “${states[story.state]}” nên chưa “${transitions[act].label}” được. ${nextStep(story.state)}`,
				409
			)
		);
	}
	if (act === 'submit' || act === 'approve') reasons.push(...story.missing);
	if (act === 'publish_emergency')
		reasons.push(
			...story.missing.filter(({ code }) =>
				['story.title_short', 'story.title_long', 'story.conflict_open'].includes(code)
			)
		);
	if ((act === 'withdraw' || act === 'discard') && !story.isPublic && mayFollow(act, story.state))
		reasons.push(no('not_public', 'Bài chưa có bản nào đang đăng. Hãy xóa hoặc sửa bản nháp.', 409));
	return reasons;
}

function nextStep(state: StoryState): string {
	switch (state) {
		case 'draft':
			return 'Hãy gửi duyệt trước.';
		case 'in_review':
			return 'Hãy đợi lãnh đạo duyệt hoặc trả lại.';
		case 'sent_back':
			return 'Hãy sửa theo lý do rồi gửi duyệt lại.';
		case 'approved':
			return 'Hãy đăng hoặc hẹn giờ đăng.';
		case 'scheduled':
			return 'Bài sẽ tự đăng đúng giờ đã hẹn.';
		case 'published':
			return 'Hãy bấm “Sửa bài” để soạn bản mới nếu cần thay đổi.';
		case 'withdrawn':
			return 'Hãy đưa bài về nháp để dùng lại.';
	}
}

/** Every act with its reasons, for the page to grey its buttons with. */
export function allRefusals<Act extends StoryAct>(
	actor: Actor,
	acts: readonly Act[],
	story: StoryFacts
): Record<Act, RefusalDetail[]> {
	return Object.fromEntries(acts.map((act) => [act, refusals(actor, act, story)])) as Record<
		Act,
		RefusalDetail[]
	>;
}
