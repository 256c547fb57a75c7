/**
 * Plan (Kế hoạch tuyên truyền cải cách hành chính): the yearly document that orders the ward's work. It is a draft until
 * it is issued (ban hành) with a number and a day; then it is frozen, and a change is a new version that replaces it.
 */
import { dayOf, isDay, type Day } from '#platform/clock.ts';
import type { RefusalDetail } from '#platform/refusal.ts';

export const planStates = {
	draft: 'Dự thảo',
	in_force: 'Đang thực hiện',
	replaced: 'Đã thay thế'
} as const;
export type PlanState = keyof typeof planStates;

export function planState(plan: { issuedAt: Date | null }, replacedByIssued: boolean): PlanState {
	if (!plan.issuedAt) return 'draft';
	return replacedByIssued ? 'replaced' : 'in_force';
}

/** "58" becomes "58/KH-UBND" with the symbol of the document; "05" keeps its zero (NĐ 30/2020: numbers below 10 are written 01, 02). */
export function fullNumber(given: string, symbol: string | null): string {
	const clean = given.normalize('NFC').replaceAll(/\s+/g, '');
	const padded = clean.replace(/^(\d)(?=\/|$)/, '0$1');
	return padded.includes('/') ? padded : padded ? `${padded}/${symbol || 'KH-UBND'}` : '';
}

const NUMBER_FORM = /^\d{2,5}\/[\p{Lu}\d&]+(?:-[\p{Lu}\d&]+)+$/u;

export type IssueFacts = {
	title: string;
	issuer: string | null;
	year: number;
	tasks: { no: number; leadUnitId: number | null; leadText: string | null }[];
	number: string;
	issuedOn: string;
	/** Another issued plan has the same number in the year of the date. */
	numberTaken: boolean;
	/** The version this one replaces was issued on. */
	replacesIssuedOn: Day | null;
};

/** Everything that stands against issuing, all at once. */
export function issueRefusals(facts: IssueFacts, now: Date): RefusalDetail[] {
	const reasons: RefusalDetail[] = [];
	const refuse = (code: string, message: string, field?: string) =>
		reasons.push({ code: `plan.${code}`, message, ...(field ? { field } : {}) });
	if (facts.title.trim().length < 10)
		refuse('title_missing', 'Kế hoạch chưa có tên gọi. Hãy nhập trích yếu của kế hoạch.', 'title');
	if (!facts.issuer?.trim())
		refuse('issuer_missing', 'Chưa có tên cơ quan ban hành. Hãy nhập ở phần thể thức.', 'issuer');
	if (facts.tasks.length === 0)
		refuse('no_tasks', 'Kế hoạch chưa có nhiệm vụ nào. Hãy thêm ít nhất một nhiệm vụ.');
	const leaderless = facts.tasks.filter((task) => task.leadUnitId === null);
	if (leaderless.length > 0) {
		const which = leaderless
			.slice(0, 8)
			.map(({ no }) => no)
			.join(', ');
		const more = leaderless.length > 8 ? ` và ${leaderless.length - 8} nhiệm vụ khác` : '';
		refuse(
			'tasks_without_lead',
			`Nhiệm vụ số ${which}${more} chưa có đơn vị chủ trì. Hãy chọn đơn vị cho từng nhiệm vụ.`
		);
	}
	if (!facts.number)
		refuse('number_missing', 'Chưa có số của kế hoạch. Hãy lấy số trong sổ đăng ký văn bản đi.', 'number');
	else if (!NUMBER_FORM.test(facts.number)) {
		refuse(
			'number_form',
			`Số “${facts.number}” chưa đúng dạng. Hãy viết như 58/KH-UBND (số nhỏ hơn 10 viết 01, 02).`,
			'number'
		);
	} else if (facts.numberTaken) {
		refuse(
			'number_taken',
			`Số ${facts.number} đã dùng cho một kế hoạch khác trong năm. Hãy lấy số tiếp theo.`,
			'number'
		);
	}
	if (!facts.issuedOn) refuse('date_missing', 'Chưa có ngày ban hành. Hãy chọn ngày.', 'issuedOn');
	else if (!isDay(facts.issuedOn))
		refuse('date_form', 'Ngày ban hành không có trong lịch. Hãy chọn lại ngày.', 'issuedOn');
	else {
		if (facts.issuedOn > dayOf(now))
			refuse('date_ahead', 'Ngày ban hành ở tương lai. Hãy chọn ngày ký thật của kế hoạch.', 'issuedOn');
		const year = Number(facts.issuedOn.slice(0, 4));
		// A plan may be dated in December of the year before.
		if (year < facts.year - 1 || year > facts.year) {
			refuse(
				'date_year',
				`Ngày ban hành không hợp với kế hoạch năm ${facts.year}. Hãy xem lại năm của kế hoạch hoặc ngày.`,
				'issuedOn'
			);
		}
		if (facts.replacesIssuedOn && facts.issuedOn < facts.replacesIssuedOn) {
			refuse(
				'date_before_replaced',
				'Bản điều chỉnh không thể ký trước bản nó thay thế. Hãy xem lại ngày.',
				'issuedOn'
			);
		}
	}
	return reasons;
}

export type ComparedTask = {
	id: number;
	rootId: number;
	no: number;
	title: string;
	/** Every fact of the task in words a person reads: label and value. */
	facts: Record<string, string>;
};

export type Change =
	| { kind: 'added' | 'dropped'; task: ComparedTask }
	| { kind: 'changed'; task: ComparedTask; differences: { label: string; before: string; after: string }[] };

/** What changed between two versions, task by task along their lineage. */
export function whatChanged(issued: ComparedTask[], now: ComparedTask[]): Change[] {
	const before = new Map(issued.map((task) => [task.rootId, task]));
	const after = new Set(now.map((task) => task.rootId));
	const changes: Change[] = [];
	for (const task of now) {
		const old = before.get(task.rootId);
		if (!old) {
			changes.push({ kind: 'added', task });
			continue;
		}
		const differences = [
			...(old.no === task.no ? [] : [{ label: 'Số thứ tự', before: String(old.no), after: String(task.no) }]),
			...(old.title === task.title ? [] : [{ label: 'Tên nhiệm vụ', before: old.title, after: task.title }]),
			...Object.keys({ ...old.facts, ...task.facts })
				.filter((label) => (old.facts[label] ?? '') !== (task.facts[label] ?? ''))
				.map((label) => ({ label, before: old.facts[label] ?? '', after: task.facts[label] ?? '' }))
		];
		if (differences.length > 0) changes.push({ kind: 'changed', task, differences });
	}
	for (const task of issued) if (!after.has(task.rootId)) changes.push({ kind: 'dropped', task });
	return changes;
}
