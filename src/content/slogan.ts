/** Slogan (khẩu hiệu): a sentence that hangs at a place for a time. Its rules, and who may do what with it. */
import { hasRole, isLeader, signInFirst, type Actor } from '#people/actor.ts';
import { daysBetween, isDay, type Day } from '#platform/clock.ts';
import type { RefusalDetail } from '#platform/refusal.ts';
import { mayWrite } from './policy.ts';
import { isBannerSize, isBannerStyle } from './prints/banner.ts';

/** Letters of a banner have to be read in passing; a ward may set its own limit (`sloganLength` of its settings). */
const USUAL_LENGTH = 120;
const SHORTEST = 5;
const LONGEST_HANGING = 366;

export function longestIn(settings: Record<string, unknown>): number {
	const given = settings['sloganLength'];
	return Number.isInteger(given) ? Math.min(300, Math.max(30, given as number)) : USUAL_LENGTH;
}

export type SloganInput = {
	text: string;
	size: string;
	style: string;
	place: string;
	hangsFrom: string;
	hangsTo: string;
	taskId: number | null;
	storyId: number | null;
};

/** One form of Unicode, single spaces; line breaks stay where they were written. */
export function tidied(text: string): string {
	return text
		.normalize('NFC')
		.split(/\r\n?|\n/)
		.map((line) => line.replace(/\s+/g, ' ').trim())
		.filter(Boolean)
		.join('\n');
}

/** What is wrong with what was given, by field; empty: nothing. */
export function wrongIn(given: SloganInput, longest: number): RefusalDetail[] {
	const wrong: RefusalDetail[] = [];
	const no = (field: string, message: string) => wrong.push({ code: `slogan.${field}`, field, message });
	const { text, place, hangsFrom, hangsTo } = given;
	if (text.length < SHORTEST) no('text', `Hãy ghi câu khẩu hiệu, ít nhất ${SHORTEST} ký tự.`);
	else if (text.length > longest)
		no(
			'text',
			`Khẩu hiệu dài nhất ${longest} ký tự để chữ đủ lớn, hiện có ${text.length}. Hãy rút gọn câu, mỗi khẩu hiệu nói một ý.`
		);
	if (!isBannerSize(given.size)) no('size', 'Hãy chọn khổ băng rôn trong danh sách.');
	if (!isBannerStyle(given.style)) no('style', 'Hãy chọn màu trong danh sách.');
	if (place.length < 2 || place.length > 300)
		no('place', 'Hãy ghi nơi treo (2 đến 300 ký tự), ví dụ tên đường, trụ sở, nhà văn hóa.');
	if (!isDay(hangsFrom)) no('hangsFrom', 'Hãy chọn ngày bắt đầu treo.');
	if (!isDay(hangsTo)) no('hangsTo', 'Hãy chọn ngày gỡ.');
	if (isDay(hangsFrom) && isDay(hangsTo)) {
		if (hangsTo < hangsFrom) no('hangsTo', 'Ngày gỡ phải từ ngày bắt đầu treo trở đi. Hãy chọn lại.');
		else if (daysBetween(hangsFrom, hangsTo) > LONGEST_HANGING)
			no('hangsTo', 'Mỗi khẩu hiệu treo lâu nhất một năm. Hãy chọn ngày gỡ sớm hơn.');
	}
	return wrong;
}

export type SloganFacts = {
	writtenByPersonId: number;
	approvedAt: Date | null;
	hungOn: Day | null;
	takenDownOn: Day | null;
	hangsFrom: Day;
	hangsTo: Day;
};

export const sloganStates = {
	to_approve: 'Chờ duyệt',
	to_hang: 'Đã duyệt, chờ treo',
	hanging: 'Đang treo',
	overdue: 'Quá ngày, cần gỡ',
	down: 'Đã gỡ'
} as const;
export type SloganState = keyof typeof sloganStates;

export function stateOf(facts: SloganFacts, today: Day): SloganState {
	if (facts.takenDownOn) return 'down';
	if (facts.hungOn) return today > facts.hangsTo ? 'overdue' : 'hanging';
	return facts.approvedAt ? 'to_hang' : 'to_approve';
}

export type SloganAct =
	| 'look'
	| 'write'
	| 'approve'
	/** Files for the print shop. */
	| 'print'
	| 'hang'
	| 'take_down'
	| 'remove';

const no = (code: string, message: string, status = 403): RefusalDetail => ({
	code: `slogan.${code}`,
	status,
	message
});

export function refusals(actor: Actor, act: SloganAct, facts?: SloganFacts): RefusalDetail[] {
	if (actor.kind === 'visitor') return [signInFirst];
	if (actor.kind === 'robot' || hasRole(actor, 'residential', 'superior'))
		return [no('role', 'Sổ khẩu hiệu dành cho cán bộ của phường.')];
	if (act === 'look' || (act === 'print' && facts?.approvedAt)) return [];
	const reasons: RefusalDetail[] = [];
	if (act === 'approve') {
		if (!isLeader(actor))
			reasons.push(no('role', 'Chỉ Chủ tịch hoặc Phó Chủ tịch duyệt khẩu hiệu. Hãy nhờ lãnh đạo duyệt.'));
		else if (actor.kind === 'person' && facts?.writtenByPersonId === actor.personId)
			reasons.push(
				no('own_work', 'Người viết không tự duyệt khẩu hiệu của mình. Hãy nhờ lãnh đạo khác duyệt.')
			);
	} else if (act !== 'print' && !mayWrite(actor))
		reasons.push(no('role', 'Việc này thuộc về văn hóa, văn phòng và các bộ phận chuyên môn.'));
	return facts ? [...reasons, ...when(act, facts)] : reasons;
}

function when(act: SloganAct, facts: SloganFacts): RefusalDetail[] {
	if (facts.hungOn && (act === 'write' || act === 'remove' || act === 'hang'))
		return [no('hung', 'Khẩu hiệu đã treo nên không làm việc này được. Cần câu khác thì viết mới.', 409)];
	if (act === 'approve' && facts.approvedAt)
		return [no('approved', 'Khẩu hiệu đã được duyệt. Không cần làm gì thêm.', 409)];
	if ((act === 'print' || act === 'hang') && !facts.approvedAt)
		return [
			no('not_approved', 'Khẩu hiệu chưa được duyệt. Hãy nhờ Chủ tịch hoặc Phó Chủ tịch duyệt trước.', 409)
		];
	if (act === 'take_down' && (!facts.hungOn || facts.takenDownOn))
		return [no('not_hanging', 'Khẩu hiệu hiện không treo ở đâu nên không cần gỡ.', 409)];
	return [];
}
