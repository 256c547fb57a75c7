/**
 * Feedback of a period as the level above asks for it (tình hình, kết quả tiếp nhận, giải quyết phản ánh, kiến nghị): what was
 * carried over, what came in, and where each matter stood at the end. Every sum is counted from the lines kept with it,
 * so a number and its proof cannot disagree.
 */
import type { Day } from '#platform/clock.ts';
import { messageClasses, type MessageClass } from './message-class.ts';

/** One matter in the period. Nothing in it tells what was said, or by whom. */
export type CaseLine = {
	id: number;
	code: string;
	receivedOn: Day;
	class: MessageClass | null;
	/** Who worked on it. */
	unitId: number | null;
	unit: string | null;
	/** It came before the period; `reopened`: and had been closed by then. */
	carried: boolean;
	reopened: boolean;
	outcome: 'answered' | 'forwarded' | 'refused' | 'open';
	dueOn: Day | null;
	/** When it was answered, forwarded or refused. */
	endedOn: Day | null;
	/** Answered by the day it was due, or still open with time left; null: no day was due. */
	inTime: boolean | null;
	/** Its answer was made public in the period, at this address. */
	publishedAt: string | null;
};

/** What can be counted, with the words of a column and which lines are meant. */
export const measures = {
	carried: { label: 'Kỳ trước chuyển sang', of: (line: CaseLine) => line.carried },
	received: { label: 'Tiếp nhận trong kỳ', of: (line: CaseLine) => !line.carried },
	total: { label: 'Tổng số', of: () => true },
	answered: { label: 'Đã trả lời', of: (line: CaseLine) => line.outcome === 'answered' },
	inTime: {
		label: 'Trả lời đúng hạn',
		of: (line: CaseLine) => line.outcome === 'answered' && line.inTime === true
	},
	late: {
		label: 'Trả lời quá hạn',
		of: (line: CaseLine) => line.outcome === 'answered' && line.inTime === false
	},
	forwarded: { label: 'Chuyển cơ quan khác', of: (line: CaseLine) => line.outcome === 'forwarded' },
	refused: { label: 'Không tiếp nhận', of: (line: CaseLine) => line.outcome === 'refused' },
	open: {
		label: 'Đang giải quyết, còn hạn',
		of: (line: CaseLine) => line.outcome === 'open' && line.inTime !== false
	},
	overdue: {
		label: 'Đang giải quyết, quá hạn',
		of: (line: CaseLine) => line.outcome === 'open' && line.inTime === false
	},
	published: { label: 'Đã công khai', of: (line: CaseLine) => line.publishedAt !== null }
} as const;
export type Measure = keyof typeof measures;
export type PeriodSums = Record<Measure, number>;

export type PeriodRow = PeriodSums & {
	/** `class:procedure`, `unit:12`; `-` where it is not known. */
	key: string;
	label: string;
};

const names = Object.keys(measures) as Measure[];
const sumsOf = (lines: readonly CaseLine[]): PeriodSums =>
	Object.fromEntries(names.map((name) => [name, lines.filter(measures[name].of).length])) as PeriodSums;

const classKey = (line: CaseLine): string => `class:${line.class ?? '-'}`;
const unitKey = (line: CaseLine): string => `unit:${line.unitId ?? '-'}`;

export type PeriodFigures = {
	total: PeriodSums;
	byClass: PeriodRow[];
	byUnit: PeriodRow[];
	/** Index 8 of TT 01/2018/TT-VPCP over what was answered or should have been. */
	points: 0 | 1 | 2;
};

export function periodFigures(lines: readonly CaseLine[]): PeriodFigures {
	const total = sumsOf(lines);
	const decided = total.inTime + total.late + total.overdue;
	const share = decided === 0 ? 1 : total.inTime / decided;
	return {
		total,
		byClass: grouped(lines, classKey, (line) => (line.class ? messageClasses[line.class] : 'Chưa phân loại')),
		byUnit: grouped(lines, unitKey, (line) => line.unit ?? 'Chưa giao đơn vị'),
		points: share === 1 ? 2 : share >= 0.9 ? 1 : 0
	};
}

function grouped(
	lines: readonly CaseLine[],
	keyOf: (line: CaseLine) => string,
	labelOf: (line: CaseLine) => string
): PeriodRow[] {
	return [...Map.groupBy(lines, keyOf)]
		.map(([key, some]) => ({ key, label: labelOf(some[0]!), ...sumsOf(some) }))
		.toSorted((a, b) => b.total - a.total || a.label.localeCompare(b.label, 'vi'));
}

/** The lines behind one number of the table. */
export function behind(lines: readonly CaseLine[], group: string | null, measure: Measure): CaseLine[] {
	return lines
		.filter((line) => group === null || classKey(line) === group || unitKey(line) === group)
		.filter(measures[measure].of);
}
