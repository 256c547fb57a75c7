/** The times progress is asked for: a year, its quarters and halves; an address names them `2026-Q1`. */
import { monthEnd } from '#plan/task.ts';

export type Window = { key: string; label: string; from: string; to: string };

export function windowsOf(year: number): Window[] {
	const part = (key: string, label: string, first: number, last: number): Window => ({
		key: `${year}${key}`,
		label,
		from: `${year}-${String(first).padStart(2, '0')}-01`,
		to: monthEnd(year, last)
	});
	return [
		part('', `Cả năm ${year}`, 1, 12),
		part('-Q1', 'Quý I', 1, 3),
		part('-Q2', 'Quý II', 4, 6),
		part('-H1', '6 tháng đầu năm', 1, 6),
		part('-Q3', 'Quý III', 7, 9),
		part('-Q4', 'Quý IV', 10, 12)
	];
}
