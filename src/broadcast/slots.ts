/** Slots (khung phát): on which days a programme is on air by its rule, and whether the station's hours allow it. */
import { addDays, type Day } from '#platform/clock.ts';
import { addWorkingDays, type Calendar } from '#platform/working-days.ts';
import type { BroadcastSettings, Windows } from './settings.ts';

export type SlotRule = {
	recurrence: 'weekly' | 'monthly_day' | 'monthly_weekday' | 'dates';
	/** 1 Monday to 7 Sunday. */
	weekdays: number[];
	/** With `monthly_weekday`: which of the month, 1 to 5, -1 the last. */
	weeks: number[];
	monthDays: number[];
	dates: Day[];
	atMinute: number;
	onDayOff: 'keep' | 'skip' | 'next_day';
	validFrom: Day;
	validTo: Day | null;
};

/** 1 Monday to 7 Sunday. */
export const weekdayOf = (day: Day): number => ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;

const lastOfMonth = (day: Day): number =>
	new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).getUTCDate();

function falls(rule: SlotRule, day: Day): boolean {
	const inMonth = Number(day.slice(8));
	const last = lastOfMonth(day);
	switch (rule.recurrence) {
		case 'weekly':
			return rule.weekdays.includes(weekdayOf(day));
		case 'monthly_day':
			// The 31st of a shorter month is its last day.
			return rule.monthDays.some((wanted) => Math.min(wanted, last) === inMonth);
		case 'monthly_weekday':
			return (
				rule.weekdays.includes(weekdayOf(day)) &&
				(rule.weeks.includes(Math.ceil(inMonth / 7)) || (rule.weeks.includes(-1) && inMonth + 7 > last))
			);
		case 'dates':
			return rule.dates.includes(day);
	}
}

/** The days from `from` to `to` on which the slot is on air, in order, each once. */
export function daysOf(rule: SlotRule, from: Day, to: Day, calendar: Calendar): Day[] {
	const days = new Set<Day>();
	// A day before the window may move into it.
	for (let day = addDays(from, rule.onDayOff === 'next_day' ? -15 : 0); day <= to; day = addDays(day, 1)) {
		if (day < rule.validFrom || (rule.validTo !== null && day > rule.validTo) || !falls(rule, day)) continue;
		const off = !calendar.on(day).working;
		if (off && rule.onDayOff === 'skip') continue;
		const on = off && rule.onDayOff === 'next_day' ? addWorkingDays(day, 1, calendar).date : day;
		if (on >= from && on <= to) days.add(on);
	}
	return [...days].sort();
}

/** The moment of a slot on a day, Vietnamese time. */
export const momentOf = (day: Day, atMinute: number): Date =>
	new Date(
		`${day}T${String(Math.floor(atMinute / 60)).padStart(2, '0')}:${String(atMinute % 60).padStart(2, '0')}:00+07:00`
	);

export type HoursProblem = { code: 'silent' | 'outside' | 'too_long'; message: string };

const clock = (minute: number): string =>
	`${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** What speaks against playing there, by the station's rules; an area may have quieter hours of its own. */
export function hoursProblems(
	at: { day: Day; atMinute: number; durationMs: number },
	settings: BroadcastSettings,
	own: Windows | null = null
): HoursProblem[] {
	const problems: HoursProblem[] = [];
	const silent = settings.silentDays.find(({ date }) => date === at.day);
	if (silent)
		problems.push({ code: 'silent', message: `Ngày này loa nghỉ: ${silent.why}. Chỉ phát bản tin khẩn.` });
	const windows = (own ?? settings.windows)[String(weekdayOf(at.day)) as '1'] ?? [];
	const end = at.atMinute + at.durationMs / 60_000;
	if (!windows.some(({ from, to }) => at.atMinute >= from && end <= to)) {
		const allowed = windows.map(({ from, to }) => `${clock(from)}–${clock(to)}`).join(', ');
		problems.push({
			code: 'outside',
			message: allowed
				? `Ngoài khung giờ được phát (${allowed}). Hãy chọn giờ khác hoặc rút ngắn.`
				: 'Ngày này không có khung giờ nào được phát. Hãy chọn ngày khác.'
		});
	}
	if (at.durationMs > settings.longestSessionMinutes * 60_000)
		problems.push({
			code: 'too_long',
			message: `Dài hơn ${settings.longestSessionMinutes} phút cho một buổi phát. Hãy bớt tiết mục.`
		});
	return problems;
}
