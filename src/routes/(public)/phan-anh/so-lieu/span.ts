/** The spans of time figures are shown for: a year, a quarter, a month. */
import { addDays, type Day } from '#platform/clock.ts';

export type Span = { key: string; label: string; from: Day; to: Day };

const two = (number: number): string => String(number).padStart(2, '0');

function months(key: string, label: string, year: number, first: number, many: number): Span {
	const after = first + many;
	const end = after > 12 ? `${year + 1}-01-01` : `${year}-${two(after)}-01`;
	return { key, label, from: `${year}-${two(first)}-01`, to: addDays(end, -1) };
}

/** Newest first within each kind; nothing that has not begun. */
export function spansFor(today: Day): Span[] {
	const year = Number(today.slice(0, 4));
	const all = [year, year - 1].flatMap((one) => [
		months(String(one), `Cả năm ${one}`, one, 1, 12),
		...[4, 3, 2, 1].map((quarter) =>
			months(`${one}-Q${quarter}`, `Quý ${quarter}/${one}`, one, quarter * 3 - 2, 3)
		),
		...[12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1].map((month) =>
			months(`${one}-${two(month)}`, `Tháng ${month}/${one}`, one, month, 1)
		)
	]);
	return all.filter(({ from }) => from <= today);
}

/** The whole year when the address names no span. */
export function spanOf(key: string, today: Day): Span {
	const spans = spansFor(today);
	return spans.find((span) => span.key === key) ?? spans[0]!;
}
