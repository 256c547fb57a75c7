/** Periods the timeliness is asked for: quarters, because the list of what was published is made each quarter. */
import { addDays, type Day } from '#platform/clock.ts';

export const isPeriod = (text: string): boolean => /^20\d\d-Q[1-4]$/.test(text);

export function periodOf(period: string): { from: Day; to: Day } {
	const year = Number(period.slice(0, 4));
	const first = (Number(period.slice(6)) - 1) * 3 + 1;
	const day = (y: number, month: number): Day => `${y}-${String(month).padStart(2, '0')}-01`;
	const next = first === 10 ? day(year + 1, 1) : day(year, first + 3);
	return { from: day(year, first), to: addDays(next, -1) };
}

export const sayPeriod = (period: string): string => `Quý ${period.slice(6)}/${period.slice(0, 4)}`;

/** This quarter and the seven before it, newest first. */
export function periodsUntil(today: Day): string[] {
	const number = Number(today.slice(0, 4)) * 4 + Math.ceil(Number(today.slice(5, 7)) / 3) - 1;
	return Array.from({ length: 8 }, (_, back) => {
		const one = number - back;
		return `${Math.floor(one / 4)}-Q${(one % 4) + 1}`;
	});
}
