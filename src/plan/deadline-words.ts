/**
 * Deadlines in the words of a plan: "Thường xuyên", "Quý III, IV/2026", "Trước ngày 05 của tháng liền kề". What a
 * calendar can tell is computed; the words stay beside it, and what no calendar can tell stays words.
 */
import { addDays, isDay, type Day } from '#platform/clock.ts';
import { monthEnd, type Recurrence } from './task.ts';
import { folded } from './words.ts';

export type Deadline = {
	words: string;
	/** The last day, when the words name one. */
	on: Day | null;
	from: Day | null;
	recurrence: Recurrence | null;
	/** What the officer should look at. */
	doubt: string | null;
};

const ROMAN: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4, '1': 1, '2': 2, '3': 3, '4': 4 };

export function readDeadline(words: string, year: number): Deadline {
	const text = folded(words);
	const nothing = { words, on: null, from: null, recurrence: null, doubt: null } satisfies Deadline;
	if (!text) return nothing;
	const recurrence = readRecurrence(words);
	if (recurrence && recurrence !== 'none') {
		const both = /tuan\s*\/\s*thang|thang\s*\/\s*quy/.test(text);
		const start = startOf(text, year);
		return {
			...nothing,
			recurrence,
			from: start,
			doubt: both ? `Văn bản ghi “${words.trim()}”: hãy chọn một kỳ.` : null
		};
	}
	const range = /(?:^|\D)((?:19|20)\d\d)\s*-?\s+((?:19|20)\d\d)(?:\D|$)/.exec(text);
	if (range)
		return {
			...nothing,
			doubt: `Thời hạn kéo dài nhiều năm (“${words.trim()}”): hãy chọn ngày của năm nay.`
		};

	const days = fullDays(text, year);
	if (days.length > 0) {
		const last = days.at(-1)!;
		if (!isDay(last)) return { ...nothing, doubt: `Không có ngày này trong lịch: “${words.trim()}”.` };
		// "Trước ngày 07" leaves the 6th as the last day.
		const on = /truoc\s+ngay/.test(text) ? addDays(last, -1) : last;
		return {
			...nothing,
			on,
			doubt: days.length > 1 ? `Có ${days.length} thời điểm; lấy thời điểm cuối.` : null
		};
	}
	const quarters = quartersIn(text);
	if (quarters.length > 0) {
		const of = yearIn(text) ?? year;
		const [first, last] = [Math.min(...quarters), Math.max(...quarters)];
		return { ...nothing, from: `${of}-${two(first * 3 - 2)}-01`, on: monthEnd(of, last * 3) };
	}
	if (/(6|sau)\s+thang\s+dau\s+nam/.test(text)) return { ...nothing, on: `${yearIn(text) ?? year}-06-30` };
	if (/(6|sau)\s+thang\s+cuoi\s+nam/.test(text)) {
		return { ...nothing, from: `${yearIn(text) ?? year}-07-01`, on: `${yearIn(text) ?? year}-12-31` };
	}
	const months = [...text.matchAll(/thang\s+(\d{1,2})(?:\s*[,va]+\s*(\d{1,2}))?(?:\s*\/\s*\d{4})?/g)]
		.flatMap((match) => [match[1], match[2]])
		.filter((one) => one !== undefined)
		.map(Number)
		.filter((month) => month >= 1 && month <= 12);
	if (months.length > 0) {
		const of = yearIn(text) ?? year;
		const last = Math.max(...months);
		const on = /truoc\s+thang/.test(text) ? addDays(`${of}-${two(last)}-01`, -1) : monthEnd(of, last);
		return {
			...nothing,
			on,
			doubt: months.length > 1 ? `Có ${months.length} thời điểm; lấy thời điểm cuối.` : null
		};
	}
	if (/(trong|ca|cuoi|het|suot)\s+nam|^nam\s+(19|20)\d\d$|^(19|20)\d\d$/.test(text)) {
		return { ...nothing, on: `${yearIn(text) ?? year}-12-31` };
	}
	return { ...nothing, doubt: `Không tính được ngày từ “${words.trim()}”: hãy nhập ngày nếu có.` };
}

/** "Hằng tháng", "mỗi quý một lần", "định kỳ (tuần/tháng)", "thường xuyên". */
export function readRecurrence(words: string): Recurrence | null {
	const text = folded(words).replaceAll(/[.,]/g, ' ').replaceAll(/\s+/g, ' ');
	const each = String.raw`(?:hang|moi|dinh ky(?: \S+){0,2}?|theo|1 lan|mot lan|lan)`;
	if (new RegExp(`${each} ?/? ?tuan|/ ?tuan\\b|\\btuan ?/ ?thang`).test(text)) return 'weekly';
	if (
		new RegExp(
			`(?:hang|moi|dinh ky|01 lan|1 lan|mot lan) ?/? ?(?:6|sau) thang|(?:6|sau) thang (?:mot|1|01) lan|/ ?(?:6|sau) thang`
		).test(text)
	) {
		return 'half_yearly';
	}
	if (new RegExp(`${each} ?/? ?thang\\b|/ ?thang\\b|thang lien ke`).test(text)) return 'monthly';
	if (new RegExp(`${each} ?/? ?quy\\b|/ ?quy\\b|(?:thang )?cuoi quy|cua quy`).test(text)) return 'quarterly';
	if (/(?:hang|moi) nam\b/.test(text)) return 'yearly';
	if (/thuong xuyen|lien tuc/.test(text)) return 'ongoing';
	return null;
}

/** "Hằng tháng, từ tháng 3 năm 2026" begins on 1 March. */
function startOf(text: string, year: number): Day | null {
	const match = /tu thang\s+(\d{1,2})/.exec(text);
	const month = Number(match?.[1]);
	return month >= 1 && month <= 12 ? `${yearIn(text) ?? year}-${two(month)}-01` : null;
}

function fullDays(text: string, year: number): string[] {
	const pattern =
		/(?<!\d)(?:ngay\s+)?(\d{1,2})\s*(?:[/.-]|thang)\s*(\d{1,2})(?!\d)(?:\s*(?:[/.-]|nam)\s*((?:19|20)\d\d))?/g;
	return (
		[...text.matchAll(pattern)]
			// "05/2026" is a month, "3.1" a number of a heading.
			.filter((match) => /thang|\/|ngay/.test(match[0]))
			.filter((match) => Number(match[2]) <= 12 && Number(match[1]) <= 31)
			.map((match) => `${match[3] ?? yearIn(text) ?? year}-${two(Number(match[2]))}-${two(Number(match[1]))}`)
	);
}

function quartersIn(text: string): number[] {
	return [
		...text.matchAll(/quy\s+((?:iv|iii|ii|i|[1-4])(?:\s*(?:,|va|-)\s*(?:quy\s+)?(?:iv|iii|ii|i|[1-4])\b)*)/g)
	].flatMap((match) =>
		match[1]!.split(/[^iv1-4]+|(?<=[i1-4])v?a/).flatMap((one) => (ROMAN[one] ? [ROMAN[one]] : []))
	);
}

function yearIn(text: string): number | undefined {
	const found = /(?:^|\D)((?:19|20)\d\d)(?:\D|$)/.exec(text)?.[1];
	return found ? Number(found) : undefined;
}

function two(number: number): string {
	return String(number).padStart(2, '0');
}
