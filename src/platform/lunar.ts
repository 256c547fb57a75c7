/**
 * The Vietnamese lunar calendar (âm lịch): new moons and the sun's place in the sky, both taken at UTC+7. The Chinese
 * calendar takes them at UTC+8, so the two differ in some years (Tết 1985, 2007, 2030): a library that carries the
 * Chinese one is wrong here. Astronomical series after Jean Meeus, rules of the calendar as published by Hồ Ngọc Đức.
 */
import type { Day } from './clock.ts';

/** A day of the lunar calendar; `leap` is the second month of the same number in a year of thirteen. */
export type LunarDay = { day: number; month: number; year: number; leap: boolean };

const ZONE = 7 / 24;
const MONTH = 29.530588853;
/** Julian day of the new moon the others are counted from (1 January 1900). */
const FIRST_NEW_MOON = 2415021.076998695;
const UNIX_EPOCH = 2440588;

const julianOf = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000 + UNIX_EPOCH;
const dayOfJulian = (julian: number): Day =>
	new Date((julian - UNIX_EPOCH) * 86_400_000).toISOString().slice(0, 10);
const sin = (degrees: number): number => Math.sin((degrees * Math.PI) / 180);

/** The Vietnamese day (as Julian day number) on which the k-th new moon since 1900 falls. */
function newMoonDay(k: number): number {
	const t = k / 1236.85;
	const mean =
		2415020.75933 +
		29.53058868 * k +
		(0.0001178 - 0.000000155 * t) * t * t +
		0.00033 * sin(166.56 + (132.87 - 0.009173 * t) * t);
	const sun = 359.2242 + 29.10535608 * k - (0.0000333 + 0.00000347 * t) * t * t;
	const moon = 306.0253 + 385.81691806 * k + (0.0107306 + 0.00001236 * t) * t * t;
	const latitude = 21.2964 + 390.67050646 * k - (0.0016528 + 0.00000239 * t) * t * t;
	const correction =
		(0.1734 - 0.000393 * t) * sin(sun) +
		0.0021 * sin(2 * sun) -
		0.4068 * sin(moon) +
		0.0161 * sin(2 * moon) -
		0.0004 * sin(3 * moon) +
		0.0104 * sin(2 * latitude) -
		0.0051 * sin(sun + moon) -
		0.0074 * sin(sun - moon) +
		0.0004 * sin(2 * latitude + sun) -
		0.0004 * sin(2 * latitude - sun) -
		0.0006 * sin(2 * latitude + moon) +
		0.001 * sin(2 * latitude - moon) +
		0.0005 * sin(2 * moon + sun);
	// Dynamical time to clock time.
	const clock = -0.000278 + (0.000265 + 0.000262 * t) * t;
	return Math.floor(mean + correction - clock + 0.5 + ZONE);
}

/** In which twelfth of its yearly way the sun stands as that Vietnamese day begins: 0 from the spring equinox on. */
function sunTwelfth(julian: number): number {
	const t = (julian - 2451545.5 - ZONE) / 36525;
	const anomaly = 357.5291 + (35999.0503 - (0.0001559 + 0.00000048 * t) * t) * t;
	const mean = 280.46645 + (36000.76983 + 0.0003032 * t) * t;
	const longitude =
		mean +
		(1.9146 - (0.004817 + 0.000014 * t) * t) * sin(anomaly) +
		(0.019993 - 0.000101 * t) * sin(2 * anomaly) +
		0.00029 * sin(3 * anomaly);
	return Math.floor((longitude - 360 * Math.floor(longitude / 360)) / 30);
}

const nearestNewMoon = (julian: number): number => Math.floor((julian - FIRST_NEW_MOON) / MONTH + 0.5);

/** The first day of month 11, the month of the winter solstice, that begins in that solar year. */
function eleventhMonth(year: number): number {
	const k = Math.floor((julianOf(`${String(year).padStart(4, '0')}-12-31`) - 2415021) / MONTH);
	const start = newMoonDay(k);
	return sunTwelfth(start) >= 9 ? newMoonDay(k - 1) : start;
}

/** Months from month 11 to the one that repeats: the first in which the sun enters no new twelfth. */
function leapOffset(eleventh: number): number {
	const k = nearestNewMoon(eleventh);
	let i = 1;
	let before: number;
	let now = sunTwelfth(newMoonDay(k + i));
	do {
		before = now;
		i++;
		now = sunTwelfth(newMoonDay(k + i));
	} while (now !== before && i < 14);
	return i - 1;
}

/** The solar day of a lunar one. */
export function solarDay({ day, month, year, leap }: LunarDay): Day {
	const first = month < 11 ? year - 1 : year;
	const eleventh = eleventhMonth(first);
	let offset = (month + 1) % 12;
	if (eleventhMonth(first + 1) - eleventh > 365) {
		const leapAt = leapOffset(eleventh);
		if (leap || offset >= leapAt) offset++;
	}
	return dayOfJulian(newMoonDay(nearestNewMoon(eleventh) + offset) + day - 1);
}

/** The lunar day of a solar one. */
export function lunarDay(solar: Day): LunarDay {
	const julian = julianOf(solar);
	const solarYear = Number(solar.slice(0, 4));
	// The mean month counts nearly right; the true new moon may come a day after the mean one (March 2054).
	let k = Math.floor((julian - FIRST_NEW_MOON) / MONTH) + 1;
	while (newMoonDay(k) > julian) k--;
	const start = newMoonDay(k);

	const startsNow = eleventhMonth(solarYear) <= start;
	const eleventh = eleventhMonth(startsNow ? solarYear : solarYear - 1);
	const next = eleventhMonth(startsNow ? solarYear + 1 : solarYear);
	const months = Math.floor((start - eleventh) / 29);
	const leapAt = next - eleventh > 365 ? leapOffset(eleventh) : Infinity;
	const month = ((months - (months >= leapAt ? 1 : 0) + 10) % 12) + 1;
	// Months 11 and 12 that begin in this count belong to the year that ends; the others to the next one.
	const year = (startsNow ? solarYear : solarYear - 1) + (month >= 11 && months < 4 ? 0 : 1);
	return { day: julian - start + 1, month, year, leap: months === leapAt };
}
