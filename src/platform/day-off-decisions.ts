/**
 * Days off as decided year by year (hoán đổi, nghỉ bù, which five days of Tết): dated settings, not law of nature. A
 * ward adds or changes days on its page of days off; this file is what the program knows without that.
 * `sureness`: 'seen' in a notice of the time by the press or an agency, 'recalled' by whoever wrote it down.
 */
import type { Day } from './clock.ts';

export type DecidedDay = { date: Day; why: string };

export type YearDecision = {
	year: number;
	/** Weekdays lost, all of them; what falls on a weekend anyway is left out. */
	off: DecidedDay[];
	/** Saturdays and Sundays on which people work. */
	working: DecidedDay[];
	/** Number of the deciding document, as printed; null: not written down here. */
	document: string | null;
	source: string;
	sureness: 'seen' | 'recalled';
};

const days = (why: string, ...dates: Day[]): DecidedDay[] => dates.map((date) => ({ date, why }));

const tet = 'Tết Nguyên đán';
const national = 'Quốc khánh 2/9';
const hungKings = 'Giỗ Tổ Hùng Vương (10/3 âm lịch)';
const victory = 'Ngày Chiến thắng 30/4';
const labour = 'Ngày Quốc tế lao động 1/5';
const yearlyNotice = 'Thông báo hằng năm về nghỉ Tết và nghỉ lễ';

export const decisions: readonly YearDecision[] = [
	{
		year: 2023,
		off: [
			...days('Nghỉ bù Tết Dương lịch', '2023-01-02'),
			...days(tet, '2023-01-20', '2023-01-23', '2023-01-24'),
			...days(`Nghỉ bù ${tet}`, '2023-01-25', '2023-01-26'),
			...days(labour, '2023-05-01'),
			...days(`Nghỉ bù ${hungKings}`, '2023-05-02'),
			...days('Nghỉ bù Ngày Chiến thắng 30/4', '2023-05-03'),
			...days(national, '2023-09-01'),
			...days(`Nghỉ bù ${national}`, '2023-09-04')
		],
		working: [],
		document: null,
		source: yearlyNotice,
		sureness: 'recalled'
	},
	{
		year: 2024,
		off: [
			...days('Tết Dương lịch', '2024-01-01'),
			...days(tet, '2024-02-08', '2024-02-09', '2024-02-12'),
			...days(`Nghỉ bù ${tet}`, '2024-02-13', '2024-02-14'),
			...days(hungKings, '2024-04-18'),
			...days('Nghỉ hoán đổi, làm bù Thứ Bảy 04/05/2024', '2024-04-29'),
			...days(victory, '2024-04-30'),
			...days(labour, '2024-05-01'),
			...days(national, '2024-09-02', '2024-09-03')
		],
		working: days('Làm bù cho Thứ Hai 29/04/2024', '2024-05-04'),
		document: null,
		source: yearlyNotice,
		sureness: 'recalled'
	},
	{
		year: 2025,
		off: [
			...days('Tết Dương lịch', '2025-01-01'),
			...days(tet, '2025-01-27', '2025-01-28', '2025-01-29', '2025-01-30', '2025-01-31'),
			...days(hungKings, '2025-04-07'),
			...days(victory, '2025-04-30'),
			...days(labour, '2025-05-01'),
			...days('Nghỉ hoán đổi, làm bù Thứ Bảy 26/04/2025', '2025-05-02'),
			...days(national, '2025-09-01', '2025-09-02')
		],
		working: days('Làm bù cho Thứ Sáu 02/05/2025', '2025-04-26'),
		document: null,
		source: yearlyNotice,
		sureness: 'recalled'
	},
	{
		year: 2026,
		off: [
			...days('Tết Dương lịch', '2026-01-01'),
			...days('Nghỉ hoán đổi, làm bù Thứ Bảy 10/01/2026', '2026-01-02'),
			...days(tet, '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'),
			...days(`Nghỉ bù ${hungKings}`, '2026-04-27'),
			...days(victory, '2026-04-30'),
			...days(labour, '2026-05-01'),
			...days('Nghỉ hoán đổi, làm bù Thứ Bảy 22/08/2026', '2026-08-31'),
			...days(national, '2026-09-01', '2026-09-02'),
			...days('Ngày Văn hóa Việt Nam 24/11', '2026-11-24')
		],
		working: [
			...days('Làm bù cho Thứ Sáu 02/01/2026', '2026-01-10'),
			...days('Làm bù cho Thứ Hai 31/08/2026', '2026-08-22')
		],
		document: null,
		source: 'Thông báo về nghỉ Tết và nghỉ lễ năm 2026, theo báo chí; hai đợt hoán đổi ghi theo trí nhớ',
		sureness: 'seen'
	}
];
