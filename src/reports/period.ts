/**
 * Report period (kỳ báo cáo) and its data window (thời gian chốt số liệu): from the 15th of the month before to the 14th
 * of the last month; the year and the half year begin on 15/12 of the year before (CV 581/BNV-CCHC).
 */
import { addDays, type Day } from '#platform/clock.ts';
import { Refusal } from '#platform/refusal.ts';

export type PeriodKind = 'month' | 'quarter' | 'half' | 'year';
export type Period = {
	key: string;
	kind: PeriodKind;
	year: number;
	/** "quý I năm 2026", as inside a title. */
	label: string;
	from: Day;
	to: Day;
	/** Last day for sending; each province sets its own. */
	dueOn: Day;
};

/** What a level above may set otherwise; days of the month. */
export type PeriodRule = {
	/** Figures are closed on this day. */
	closingDay: number;
	/** The report is due on this day of the window's last month. */
	dueDay: number;
};
export const usualRule: PeriodRule = { closingDay: 14, dueDay: 15 };

const ROMAN = ['I', 'II', 'III', 'IV'];
const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** The period named `2026-03`, `2026-Q1`, `2026-H1` or `2026`; refuses other words. */
export function periodOf(key: string, rule: PeriodRule = usualRule): Period {
	const match = /^(20\d{2})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])|H([12])))?$/.exec(key.trim());
	if (!match) {
		throw new Refusal({
			code: 'report.period',
			field: 'period',
			message: `Không hiểu kỳ báo cáo “${key}”. Hãy viết 2026-03 (tháng), 2026-Q1 (quý), 2026-H1 (6 tháng) hoặc 2026 (năm).`
		});
	}
	const year = Number(match[1]);
	const [, , month, quarter, half] = match;
	if (month)
		return span(
			key,
			'month',
			year,
			`tháng ${Number(month) < 3 ? twoDigits(Number(month)) : Number(month)} năm ${year}`,
			Number(month),
			1,
			rule
		);
	if (quarter)
		return span(
			key,
			'quarter',
			year,
			`quý ${ROMAN[Number(quarter) - 1]} năm ${year}`,
			Number(quarter) * 3,
			3,
			rule
		);
	if (half)
		return span(
			key,
			'half',
			year,
			half === '1' ? `6 tháng đầu năm ${year}` : `6 tháng cuối năm ${year}`,
			Number(half) * 6,
			6,
			rule
		);
	return span(key, 'year', year, `năm ${year}`, 12, 12, rule);
}

function span(
	key: string,
	kind: PeriodKind,
	year: number,
	label: string,
	lastMonth: number,
	months: number,
	rule: PeriodRule
): Period {
	const before = lastMonth - months;
	const [startYear, startMonth] = before < 1 ? [year - 1, before + 12] : [year, before];
	const to = `${year}-${twoDigits(lastMonth)}-${twoDigits(rule.closingDay)}`;
	return {
		key: key.trim(),
		kind,
		year,
		label,
		from: addDays(`${startYear}-${twoDigits(startMonth)}-${twoDigits(rule.closingDay)}`, 1),
		to,
		dueOn: `${year}-${twoDigits(lastMonth)}-${twoDigits(rule.dueDay)}`
	};
}

/** The period of the same kind that follows. */
export function nextPeriod({ kind, key, year }: Period): Period {
	if (kind === 'year') return periodOf(String(year + 1));
	const [, part] = key.split('-') as [string, string];
	const ordinal = Number(part.replace(/\D/g, ''));
	const most = { month: 12, quarter: 4, half: 2 }[kind];
	const [nextYear, next] = ordinal === most ? [year + 1, 1] : [year, ordinal + 1];
	return periodOf(`${nextYear}-${kind === 'month' ? twoDigits(next) : `${part[0]}${next}`}`);
}

/**
 * The periods a ward reports on in a year. There is no report for the second and fourth quarter: half year and year
 * cover them (CV 581/BNV-CCHC); they stay possible for a province that asks.
 */
export function usualPeriods(year: number): Period[] {
	return [`${year}-Q1`, `${year}-H1`, `${year}-Q3`, `${year}`].map((key) => periodOf(key));
}
