/**
 * Public holidays by rule (Bộ luật Lao động 45/2019 Điều 111-112; Nghị quyết 28/2026/QH16 for 24/11): what a year has
 * before its decision is known. Which five days of Tết and which neighbour of 2/9 are off is guessed from past years.
 */
import { addDays, type Day } from './clock.ts';
import { solarDay } from './lunar.ts';

export const weekdayOf = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay();
export const isWeekend = (day: Day): boolean => weekdayOf(day) % 6 === 0;

/** The first years with two days for 2/9, and with 24/11. */
const TWO_NATIONAL_DAYS = 2021;
const CULTURE_DAY = 2026;

/** Every public holiday of the year with its name, weekends included, in order. */
export function holidays(year: number): Map<Day, string> {
	const tet = solarDay({ day: 1, month: 1, year, leap: false });
	const found: [Day, string][] = [
		[`${year}-01-01`, 'Tết Dương lịch'],
		...[-1, 0, 1, 2, 3].map((n): [Day, string] => [addDays(tet, n), 'Tết Nguyên đán']),
		[solarDay({ day: 10, month: 3, year, leap: false }), 'Giỗ Tổ Hùng Vương (10/3 âm lịch)'],
		[`${year}-04-30`, 'Ngày Chiến thắng 30/4'],
		[`${year}-05-01`, 'Ngày Quốc tế lao động 1/5'],
		[`${year}-09-02`, 'Quốc khánh 2/9']
	];
	if (year >= TWO_NATIONAL_DAYS) found.push([besideNationalDay(year), 'Quốc khánh 2/9']);
	if (year >= CULTURE_DAY) found.push([`${year}-11-24`, 'Ngày Văn hóa Việt Nam 24/11']);
	return new Map(found.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The neighbour that makes one unbroken rest with the weekend, as it was chosen so far: 3/9 after a Monday, Thursday
 * or Sunday, else 1/9. */
function besideNationalDay(year: number): Day {
	return [0, 1, 4].includes(weekdayOf(`${year}-09-02`)) ? `${year}-09-03` : `${year}-09-01`;
}

/** Weekdays lost to holidays, and to days in lieu of those that fall on a weekly rest day. */
export function weekdaysOff(year: number): Map<Day, string> {
	const all = holidays(year);
	const off = new Map([...all].filter(([day]) => !isWeekend(day)));
	for (const [day, why] of all) {
		if (!isWeekend(day)) continue;
		let next = addDays(day, 1);
		while (isWeekend(next) || off.has(next)) next = addDays(next, 1);
		off.set(next, `Nghỉ bù ${why}`);
	}
	return off;
}
