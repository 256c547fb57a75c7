/**
 * Limits (thời hạn) in working days, per step, class and source, each with the rule it rests on. NĐ 20/2008 gives
 * numbers for forwarding only; the others are usual numbers of ministries' circulars and are meant to be replaced by the
 * province's own rules (table feedback_limit, page Thời hạn).
 */
import type { Day } from '#platform/clock.ts';
import type { Complexity, Source } from './case.ts';
import type { MessageClass } from './message-class.ts';

export const limitSteps = {
	classify: 'Phân loại, giao việc',
	forward: 'Chuyển cơ quan có thẩm quyền',
	simple: 'Trả lời việc đơn giản',
	normal: 'Trả lời việc thông thường',
	complex: 'Trả lời việc phức tạp'
} as const;
export type LimitStep = keyof typeof limitSteps;

export type Limit = {
	step: LimitStep;
	class: MessageClass | null;
	source: Source | null;
	days: number;
	basis: string;
	validFrom: Day;
	validTo: Day | null;
};

const always = { class: null, source: null, validFrom: '2008-03-05', validTo: null };

/** [R] all but `forward`: recalled from circulars; a ward that knows its province's rule writes it down. */
export const defaultLimits: readonly Limit[] = [
	{
		...always,
		step: 'classify',
		days: 2,
		basis: 'Quy ước nội bộ; NĐ 20/2008/NĐ-CP Điều 9 khoản 1: vào sổ, phân loại ngay'
	},
	{ ...always, step: 'forward', days: 5, basis: 'NĐ 20/2008/NĐ-CP Điều 9 khoản 1 điểm d' },
	{ ...always, step: 'simple', days: 5, basis: 'Quy ước của phường khi tỉnh chưa quy định' },
	{ ...always, step: 'normal', days: 10, basis: 'Quy ước của phường khi tỉnh chưa quy định' },
	{ ...always, step: 'complex', days: 15, basis: 'Quy ước của phường khi tỉnh chưa quy định' }
];

export type LimitWanted = { step: LimitStep; class: MessageClass | null; source: Source; on: Day };

/** The most special limit valid on that day; of equals the ward's own, then the later one. */
export function limitFor(wanted: LimitWanted, own: readonly Limit[]): Limit {
	const fits = (limit: Limit): boolean =>
		limit.step === wanted.step &&
		(limit.class === null || limit.class === wanted.class) &&
		(limit.source === null || limit.source === wanted.source) &&
		limit.validFrom <= wanted.on &&
		(limit.validTo === null || wanted.on <= limit.validTo);
	const special = (limit: Limit): number => (limit.class ? 2 : 0) + (limit.source ? 1 : 0);
	const best = own
		.filter(fits)
		.toSorted((a, b) => special(b) - special(a) || b.validFrom.localeCompare(a.validFrom))[0];
	return best ?? defaultLimits.find((limit) => limit.step === wanted.step)!;
}

export const stepOf = (complexity: Complexity): LimitStep => complexity;
