/**
 * Vietnamese days. Days, deadlines and "today" are Vietnamese dates (Asia/Ho_Chi_Minh, UTC+7, no summer time),
 * whatever the machine's own time zone is.
 */
/** A calendar day in Vietnam, `YYYY-MM-DD`. */
export type Day = string;

/** Reads an ISO date or date-time; without an offset it is Vietnamese time. */
export function parseMoment(text: string): Date {
	if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return new Date(`${text}T08:00:00+07:00`);
	return new Date(/(Z|[+-]\d{2}:?\d{2})$/.test(text) ? text : `${text}+07:00`);
}

const VIETNAM_OFFSET = 7 * 3_600_000;

/** The Vietnamese day a moment falls on. */
export function dayOf(moment: Date): Day {
	return new Date(moment.getTime() + VIETNAM_OFFSET).toISOString().slice(0, 10);
}

/** The moment a Vietnamese day begins (00:00). */
export function startOfDay(day: Day): Date {
	return new Date(`${day}T00:00:00+07:00`);
}

export function addDays(day: Day, days: number): Day {
	const moment = new Date(`${day}T00:00:00Z`);
	moment.setUTCDate(moment.getUTCDate() + days);
	return moment.toISOString().slice(0, 10);
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
	return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** Is this a real calendar day written `YYYY-MM-DD`? */
export function isDay(text: string): boolean {
	return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && addDays(text, 0) === text;
}
