/**
 * Working days. The first day is not counted; an end on a day off moves to the next working day (Bộ luật Dân sự 2015
 * Điều 147-148). Every date explains itself: which days were skipped and why. A year whose days off are not decided yet
 * is computed by rule and called tentative ("dự kiến").
 */
import { addDays, dayOf, type Day } from './clock.ts';
import { decisions, type YearDecision } from './day-off-decisions.ts';
import { holidays, isWeekend, weekdayOf, weekdaysOff } from './day-off-rules.ts';

export type DayState = {
	working: boolean;
	/** Why it is off, or why people work on a Saturday; empty for an ordinary working day. */
	why: string;
	tentative: boolean;
};

export type Calendar = { on: (day: Day) => DayState };

export type Skipped = { date: Day; why: string };

export type Deadline = {
	date: Day;
	/** The term ends with the morning when it has half a day over, else with the day (24:00). */
	until: 'noon' | 'end';
	skipped: Skipped[];
	tentative: boolean;
};

/** What a ward says itself; stronger than decisions and rules. */
export type OwnDay = { date: Day; kind: 'off' | 'working'; reason: string };

const weekendNames: Record<number, string> = { 0: 'Chủ Nhật', 6: 'Thứ Bảy' };

/** A calendar of rules, decisions of years, and a ward's own days. `settledYears`: decided outside of this file. */
export function makeCalendar(
	given: { decisions?: readonly YearDecision[]; own?: OwnDay[]; settledYears?: Iterable<number> } = {}
): Calendar {
	const decided = new Map((given.decisions ?? []).map((decision) => [decision.year, decision]));
	const own = new Map((given.own ?? []).map((day) => [day.date, day]));
	const settled = new Set([...decided.keys(), ...(given.settledYears ?? [])]);
	const years = new Map<number, YearPicture>();

	const on = (day: Day): DayState => {
		const year = Number(day.slice(0, 4));
		let picture = years.get(year);
		if (!picture) years.set(year, (picture = pictureOf(year, decided.get(year))));
		const tentative = !settled.has(year);
		const mine = own.get(day);
		if (mine) {
			const weekend = mine.kind === 'off' && isWeekend(day) ? `${weekendNames[weekdayOf(day)]}, ` : '';
			return { working: mine.kind === 'working', why: `${weekend}${mine.reason}`, tentative: false };
		}
		const makeUp = picture.working.get(day);
		if (makeUp) return { working: true, why: makeUp, tentative };
		if (isWeekend(day)) {
			const holiday = picture.holidays.get(day);
			const name = weekendNames[weekdayOf(day)]!;
			return { working: false, why: holiday ? `${name}, trùng ${holiday}` : name, tentative: false };
		}
		const off = picture.off.get(day);
		return { working: off === undefined, why: off ? said(off, tentative) : '', tentative };
	};
	return { on };
}

const said = (why: string, tentative: boolean): string => (tentative ? `${why} (dự kiến)` : why);

type YearPicture = { off: Map<Day, string>; working: Map<Day, string>; holidays: Map<Day, string> };

function pictureOf(year: number, decision: YearDecision | undefined): YearPicture {
	const toMap = (days: { date: Day; why: string }[]) => new Map(days.map(({ date, why }) => [date, why]));
	return {
		holidays: holidays(year),
		off: decision ? toMap(decision.off) : weekdaysOff(year),
		working: toMap(decision?.working ?? [])
	};
}

/** Rules and the decisions this program knows; a ward's own days come on top in working-days.server.ts. */
export const defaultCalendar: Calendar = makeCalendar({ decisions });

export function isWorkingDay(day: Day, calendar: Calendar): boolean {
	return calendar.on(day).working;
}

/** Longest term counted: beyond, somebody mistyped. */
export const LONGEST_TERM = 2000;

/**
 * The end of a term of `n` working days (halves allowed) that begins on `from`. None at all: the day itself, or the
 * next working day.
 */
export function addWorkingDays(from: Day, n: number, calendar: Calendar): Deadline {
	if (!(n >= 0 && n <= LONGEST_TERM) || !Number.isInteger(n * 2))
		throw new RangeError(`not a number of working days: ${n}`);
	const skipped: Skipped[] = [];
	let left = Math.ceil(n);
	let date = left === 0 ? addDays(from, -1) : from;
	left = Math.max(left, 1);
	let tentative = false;
	while (left > 0) {
		date = addDays(date, 1);
		const state = calendar.on(date);
		tentative ||= state.tentative;
		if (state.working) left--;
		else skipped.push({ date, why: state.why });
	}
	return { date, until: Number.isInteger(n) ? 'end' : 'noon', skipped, tentative };
}

/** Working days after `from` up to and with `to`; negative when `to` is earlier. */
export function workingDaysBetween(from: Day, to: Day, calendar: Calendar): number {
	if (to < from) return -workingDaysBetween(to, from, calendar);
	let count = 0;
	for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (calendar.on(day).working) count++;
	return count;
}

/** Hour and minute after which something handed in counts for the next working day, `HH:MM`. */
export type Cutoff = string;

/**
 * The day from which something handed in at that moment counts: the same day, or the next working day when it came
 * after the hour (Luật Hộ tịch 60/2014 Điều 5, NĐ 23/2015 Điều 7: 15:00; on the stroke is in time) or on a day off.
 */
export function receivedOn(
	moment: Date,
	cutoff: Cutoff,
	calendar: Calendar
): { date: Day; why: string; skipped: Skipped[] } {
	const day = dayOf(moment);
	if (moment <= new Date(`${day}T${cutoff}:00+07:00`) && calendar.on(day).working)
		return { date: day, why: '', skipped: [] };
	const next = addWorkingDays(day, 1, calendar);
	const why = calendar.on(day).working
		? `Nhận sau ${cutoff} nên tính từ ngày làm việc tiếp theo`
		: 'Nhận vào ngày nghỉ nên tính từ ngày làm việc tiếp theo';
	return { date: next.date, why, skipped: next.skipped };
}
