/**
 * Case (vụ việc phản ánh, kiến nghị; NĐ 20/2008): its states, and the one table of what may happen to it. Overdue is
 * computed, never a state.
 */
import type { MessageClass } from './message-class.ts';

/** Where a message came in. The law knows writing, the announced telephone and the opinion slip (NĐ 20/2008 Đ7). */
export const sources = {
	web: 'Trang của phường',
	phone: 'Điện thoại đường dây nóng',
	counter: 'Trực tiếp tại quầy',
	letter: 'Thư, đơn giấy',
	email: 'Thư điện tử',
	zalo: 'Tin nhắn Zalo',
	loudspeaker: 'Qua Đài truyền thanh',
	meeting: 'Họp tổ dân phố, tiếp xúc',
	open311: 'Ứng dụng khác (Open311)'
} as const;
export type Source = keyof typeof sources;

/** What a resident chooses in plain words; the class of the law is the officer's decision. */
export const categories = {
	procedure: { label: 'Thủ tục, hồ sơ, giấy tờ', hint: 'chậm trả, phải đi lại nhiều lần, đòi thêm giấy tờ' },
	conduct: { label: 'Thái độ, cách làm việc của cán bộ', hint: 'chưa đúng mực, gây khó khăn' },
	regulation: { label: 'Quy định chưa hợp lý', hint: 'khó thực hiện, mâu thuẫn, đã lỗi thời' },
	environment: { label: 'Rác, nước thải, môi trường', hint: 'ô nhiễm, mùi, đổ rác bừa bãi' },
	roads: { label: 'Đường, đèn, cống, cây xanh', hint: 'hỏng, ngập, mất an toàn' },
	order: { label: 'Trật tự, tiếng ồn, lấn chiếm', hint: 'vỉa hè, loa kẹo kéo, đỗ xe' },
	proposal: { label: 'Góp ý, sáng kiến', hint: 'cách làm tốt hơn cho phường' },
	question: { label: 'Hỏi về thủ tục, chế độ', hint: 'cần hướng dẫn' },
	praise: { label: 'Cảm ơn, khen ngợi', hint: 'người tốt, việc tốt' },
	other: { label: 'Việc khác hoặc chưa rõ', hint: 'phường sẽ xếp giúp' }
} as const;
export type Category = keyof typeof categories;

/** For the office, and for the sender. */
export const states = {
	quarantined: { label: 'Chờ xem vì nghi tin rác', told: 'Đã nhận, đang xem' },
	received: { label: 'Mới tiếp nhận', told: 'Mới tiếp nhận' },
	classifying: { label: 'Đang phân loại', told: 'Đang phân loại' },
	assigned: { label: 'Đã giao xử lý', told: 'Đang xử lý' },
	waiting: { label: 'Chờ bổ sung thông tin', told: 'Chờ ông/bà bổ sung thông tin' },
	forwarded: { label: 'Đã chuyển cơ quan có thẩm quyền', told: 'Đã chuyển cơ quan có thẩm quyền' },
	drafted: { label: 'Đã có dự thảo trả lời', told: 'Đang xử lý' },
	approved: { label: 'Trả lời đã duyệt', told: 'Đang xử lý' },
	answered: { label: 'Đã trả lời', told: 'Đã trả lời' },
	published: { label: 'Đã công khai', told: 'Đã trả lời và công khai' },
	refused: { label: 'Không tiếp nhận', told: 'Không tiếp nhận' },
	reopened: { label: 'Người gửi chưa đồng ý, xem lại', told: 'Đang xem lại' },
	guided: { label: 'Đã hướng dẫn theo luật riêng', told: 'Đã hướng dẫn nơi giải quyết' },
	merged: { label: 'Đã gộp vào việc khác', told: 'Đã gộp với phản ánh cùng nội dung' },
	withdrawn: { label: 'Người gửi đã rút', told: 'Ông/bà đã rút' },
	spam: { label: 'Tin rác', told: 'Không tiếp nhận' }
} as const;
export type CaseState = keyof typeof states;

/** Nothing more is to be done with these, unless something new happens. */
export const closed: readonly CaseState[] = [
	'answered',
	'published',
	'refused',
	'forwarded',
	'guided',
	'merged',
	'withdrawn',
	'spam'
];
export const isOpen = (state: CaseState): boolean => !closed.includes(state);

/** `stay`: the state remains; `back`: where it waited from. */
type Transition = { from: readonly CaseState[]; to: CaseState | 'stay' | 'back'; label: string };

const working: readonly CaseState[] = ['received', 'classifying', 'assigned', 'reopened'];

export const transitions = {
	release: { from: ['quarantined', 'spam'], to: 'received', label: 'Không phải tin rác, tiếp nhận' },
	reject_spam: { from: ['quarantined', 'received', 'classifying'], to: 'spam', label: 'Là tin rác' },
	take_up: { from: ['received', 'reopened'], to: 'classifying', label: 'Nhận phân loại' },
	classify: { from: ['received', 'classifying', 'reopened'], to: 'classifying', label: 'Phân loại' },
	assign: { from: ['received', 'classifying', 'reopened'], to: 'assigned', label: 'Giao xử lý' },
	hand_over: { from: ['assigned', 'drafted'], to: 'assigned', label: 'Chuyển đơn vị, người xử lý' },
	ask: { from: [...working, 'drafted'], to: 'waiting', label: 'Hỏi thêm người gửi' },
	resume: { from: ['waiting'], to: 'back', label: 'Đã có thông tin, làm tiếp' },
	extend: { from: ['assigned', 'drafted', 'reopened'], to: 'stay', label: 'Gia hạn' },
	forward: { from: working, to: 'forwarded', label: 'Chuyển cơ quan có thẩm quyền' },
	take_back: { from: ['forwarded'], to: 'classifying', label: 'Cơ quan khác trả lại' },
	/** To its own lawful path: denunciation, complaint, report of a crime. */
	guide: { from: [...working, 'waiting'], to: 'guided', label: 'Hướng dẫn theo luật riêng' },
	refuse: { from: [...working, 'waiting'], to: 'refused', label: 'Không tiếp nhận, có lý do' },
	merge: { from: [...working, 'waiting'], to: 'merged', label: 'Gộp vào việc cùng nội dung' },
	/** Another matter after all. */
	unmerge: { from: ['merged'], to: 'received', label: 'Bỏ gộp, xem riêng' },
	split: { from: ['received', 'classifying', 'assigned', 'reopened'], to: 'stay', label: 'Tách nội dung' },
	draft: {
		from: ['assigned', 'drafted', 'reopened', 'forwarded'],
		to: 'drafted',
		label: 'Lưu dự thảo trả lời'
	},
	/** Also after approval, as long as nothing was sent: the sender may have added something meanwhile. */
	send_back: { from: ['drafted', 'approved'], to: 'assigned', label: 'Trả lại dự thảo' },
	approve: { from: ['drafted'], to: 'approved', label: 'Duyệt trả lời' },
	answer: { from: ['approved'], to: 'answered', label: 'Gửi trả lời' },
	/** Done by the confirmation of the public copy. */
	publish: { from: ['answered', 'published'], to: 'published', label: 'Công khai' },
	unpublish: { from: ['published'], to: 'answered', label: 'Gỡ bản công khai' },
	reopen: { from: ['answered', 'published', 'refused'], to: 'reopened', label: 'Xem lại' },
	withdraw: {
		from: ['quarantined', ...working, 'waiting', 'drafted'],
		to: 'withdrawn',
		label: 'Rút phản ánh'
	},
	/** What does not move it: reading and writing beside the path. */
	note: { from: Object.keys(states) as CaseState[], to: 'stay', label: 'Ghi chú nội bộ' },
	add: {
		from: ['quarantined', ...working, 'waiting', 'drafted', 'approved', 'forwarded'],
		to: 'stay',
		label: 'Bổ sung thông tin'
	}
} as const satisfies Record<string, Transition>;
export type CaseAct = keyof typeof transitions;

export const mayFollow = (act: CaseAct, state: CaseState): boolean =>
	(transitions[act].from as readonly CaseState[]).includes(state);

/** Classes that have their own law: led there, never handled here and never published. */
export const ownPath: readonly MessageClass[] = ['denunciation', 'complaint_decision', 'crime_report'];

/** How much work an answer takes; each has its own limit. */
export const complexities = { simple: 'Đơn giản', normal: 'Thông thường', complex: 'Phức tạp' } as const;
export type Complexity = keyof typeof complexities;

/** Lawful grounds for refusing (NĐ 20/2008 Đ7; NĐ 154/2026 Đ4), each still needs its own reason in words. */
export const refusalGrounds = {
	missing: 'Thiếu họ tên, địa chỉ liên hệ hoặc nội dung không rõ, đã hướng dẫn mà không bổ sung',
	answered: 'Đã được trả lời đúng quy định, không có tình tiết mới',
	court: 'Đã có bản án, quyết định của tòa án có hiệu lực',
	elsewhere: 'Cơ quan khác đang giải quyết',
	scope: 'Ngoài phạm vi tiếp nhận phản ánh, kiến nghị',
	unauthorised: 'Người đại diện không có giấy tờ hợp lệ'
} as const;
export type RefusalGround = keyof typeof refusalGrounds;

/** The code of a case: `PAKN.CT.20260105.0003`: ward, day received, number in the day. */
export function codeOf(wardMark: string, day: string, number: number): string {
	return `PAKN.${wardMark}.${day.replaceAll('-', '')}.${String(number).padStart(4, '0')}`;
}

/** The ward in a code: the first letters of its short name's words, without marks ("Cổ Thành" is CT). */
export function wardMarkOf(shortName: string): string {
	const letters = shortName
		.normalize('NFD')
		.replace(/[\u0300-\u036f]/g, '')
		.replace(/đ/gi, 'D')
		.toUpperCase()
		.split(/[^A-Z0-9]+/)
		.map((word) => word[0] ?? '')
		.join('')
		.slice(0, 8);
	return letters || 'P';
}
