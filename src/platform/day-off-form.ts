/** What is typed about days off, as it arrives from a form. */
import { z } from 'zod';
import { daysBetween } from './clock.ts';

const line = (max: number) =>
	z
		.string()
		.transform((text) => text.normalize('NFC').trim().replaceAll(/\s+/g, ' '))
		.pipe(z.string().max(max, `Hãy viết ngắn lại, nhiều nhất ${max} ký tự.`));
const day = (message: string) =>
	z.iso
		.date(message)
		.refine(
			(text) => text >= '2000-01-01' && text <= '2199-12-31',
			'Hãy chọn ngày từ năm 2000 đến năm 2199.'
		);

/** Longest run of days written down at once: Tết with the weekends around it, a long storm. */
const LONGEST_RUN = 31;

export const dayOffForm = z
	.object({
		kind: z.enum(['off', 'working'], 'Hãy chọn nghỉ hay làm việc.'),
		from: day('Hãy chọn ngày.'),
		to: z.union(
			[day(''), z.literal('')],
			'Ngày cuối chưa đúng. Hãy chọn lại, hoặc để trống nếu chỉ có một ngày.'
		),
		reason: line(200).refine(
			(text) => text.length >= 3,
			'Hãy ghi lý do, ví dụ Tết Nguyên đán. Lý do hiện bên cạnh mọi hạn được tính lại.'
		),
		document: line(200)
	})
	.transform(({ to, ...given }) => ({ ...given, to: to || given.from }))
	.refine(({ from, to }) => to >= from, { path: ['to'], message: 'Ngày cuối phải từ ngày đầu trở đi.' })
	.refine(({ from, to }) => daysBetween(from, to) < LONGEST_RUN, {
		path: ['to'],
		message: `Mỗi lần ghi nhiều nhất ${LONGEST_RUN} ngày. Hãy chia thành nhiều đợt.`
	});
export type DaysOffGiven = z.infer<typeof dayOffForm>;

export const decidedYearForm = z.object({
	year: z.coerce
		.number()
		.int()
		.min(2000, 'Hãy chọn năm từ 2000 đến 2199.')
		.max(2199, 'Hãy chọn năm từ 2000 đến 2199.'),
	document: line(200).refine(
		(text) => text.length >= 3,
		'Hãy ghi số, ngày của thông báo hoặc quyết định về ngày nghỉ.'
	)
});
export type DecidedYearGiven = z.infer<typeof decidedYearForm>;
