/**
 * Quarter of the calendar, for the list of what was published (Luật 10/2022 Điều 13 khoản 2). Reports to the level above
 * close on the 14th and have periods of their own.
 */
import { addDays, type Day } from '#platform/clock.ts';

export type Quarter = { key: string; label: string; from: Day; to: Day };

const roman = ['I', 'II', 'III', 'IV'];

/** `2026-Q4`; undefined for other words. */
export function quarterNamed(key: string): Quarter | undefined {
	const match = /^(20\d{2})-Q([1-4])$/.exec(key.trim().toUpperCase());
	if (!match) return undefined;
	const [year, quarter] = [Number(match[1]), Number(match[2])];
	const from = `${year}-${String(quarter * 3 - 2).padStart(2, '0')}-01`;
	const next = quarter === 4 ? `${year + 1}-01-01` : `${year}-${String(quarter * 3 + 1).padStart(2, '0')}-01`;
	return {
		key: `${year}-Q${quarter}`,
		label: `quý ${roman[quarter - 1]} năm ${year}`,
		from,
		to: addDays(next, -1)
	};
}

export function quarterOf(day: Day): Quarter {
	return quarterNamed(`${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`)!;
}

export const quarterBefore = (quarter: Quarter): Quarter => quarterOf(addDays(quarter.from, -1));
export const quarterAfter = (quarter: Quarter): Quarter => quarterOf(addDays(quarter.to, 1));
