/** What a form says about a task. Parsed on the server; the same words beside the fields in the browser. */
import { z } from 'zod';
import { isDay } from '#platform/clock.ts';
import { channels, type Channel } from './channel.ts';
import { recurrences, type Recurrence } from './task.ts';

const emptyToNull = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? null : value);
const line = (most: number, what: string) =>
	z.preprocess(
		(value) => emptyToNull(typeof value === 'string' ? value.normalize('NFC').trim() : (value ?? null)),
		z.string().max(most, `${what} dài quá ${most} ký tự. Hãy viết ngắn lại.`).nullable()
	);
const day = (what: string) =>
	z.preprocess(
		(value) => emptyToNull(value ?? null),
		z.string().refine(isDay, `${what} không có trong lịch. Hãy chọn lại ngày.`).nullable()
	);
const number = (most: number, message: string) =>
	z.preprocess(
		(value) => {
			const given = emptyToNull(value ?? null);
			return typeof given === 'string' ? Number(given.replaceAll(/[.\s]/g, '')) : given;
		},
		z.number({ error: message }).int(message).min(1, message).max(most, message).nullable()
	);
const id = z.preprocess((value) => {
	const given = emptyToNull(value ?? null);
	return given === null ? null : Number(given);
}, z.number().int().positive().nullable());
const many = (value: unknown) =>
	value === undefined || value === null || value === '' ? [] : Array.isArray(value) ? value : [value];

export const taskForm = z.object({
	no: number(9999, 'Số thứ tự là số nguyên từ 1 trở lên. Hãy nhập lại.').optional(),
	title: z
		.string({ error: 'Chưa có tên nhiệm vụ. Hãy nhập việc cần làm.' })
		.transform((value) => value.normalize('NFC').trim())
		.pipe(
			z
				.string()
				.min(3, 'Tên nhiệm vụ cần ít nhất 3 ký tự. Hãy nhập việc cần làm.')
				.max(2000, 'Tên nhiệm vụ dài quá 2.000 ký tự. Hãy viết ngắn lại.')
		),
	product: line(2000, 'Sản phẩm'),
	measureCount: number(1_000_000, 'Số lượng là số nguyên lớn hơn 0, hoặc bỏ trống.'),
	measureUnit: line(60, 'Đơn vị tính'),
	contentAreaKeys: z.preprocess(many, z.array(z.string())),
	leadUnitId: id,
	leadText: line(500, 'Đơn vị chủ trì theo văn bản'),
	cooperatingUnitIds: z.preprocess((value) => many(value).map(Number), z.array(z.number().int().positive())),
	cooperatingText: line(1000, 'Đơn vị phối hợp theo văn bản'),
	recurrence: z
		.enum(Object.keys(recurrences) as [Recurrence, ...Recurrence[]], { error: 'Hãy chọn chu kỳ thực hiện.' })
		.default('none'),
	periodFrom: day('Ngày bắt đầu'),
	periodTo: day('Ngày kết thúc'),
	deadlineOn: day('Hạn hoàn thành'),
	deadlineText: line(300, 'Thời hạn theo văn bản'),
	channels: z.preprocess(many, z.array(z.enum(Object.keys(channels) as [Channel, ...Channel[]]))),
	budgetAmount: number(1_000_000_000_000, 'Kinh phí là số tiền nguyên bằng đồng, hoặc bỏ trống.'),
	budgetLine: line(300, 'Nguồn kinh phí')
});

export type TaskInput = z.infer<typeof taskForm>;

export const evidenceForm = z.object({
	title: z
		.string({ error: 'Hãy ghi minh chứng là gì.' })
		.transform((value) => value.normalize('NFC').trim())
		.pipe(
			z
				.string()
				.min(3, 'Hãy ghi minh chứng là gì (ít nhất 3 ký tự).')
				.max(300, 'Tên minh chứng dài quá 300 ký tự.')
		),
	channel: z.enum(Object.keys(channels) as [Channel, ...Channel[]], { error: 'Hãy chọn hình thức.' }),
	contentAreaKeys: z.preprocess(many, z.array(z.string())),
	occurredOn: z
		.string({ error: 'Hãy chọn ngày thực hiện.' })
		.refine(isDay, 'Ngày thực hiện không có trong lịch. Hãy chọn lại ngày.'),
	url: line(2000, 'Địa chỉ liên kết').refine(
		(value) => value === null || /^https?:\/\/\S+\.\S+|^\/\S/.test(value),
		'Địa chỉ liên kết phải bắt đầu bằng http:// hoặc https://. Hãy dán lại địa chỉ.'
	),
	count: z.preprocess(
		(value) => (emptyToNull(value ?? null) === null ? 1 : Number(String(value).replaceAll(/[.\s]/g, ''))),
		z
			.number({ error: 'Số sản phẩm là số nguyên từ 0 trở lên.' })
			.int('Số sản phẩm là số nguyên.')
			.min(0, 'Số sản phẩm từ 0 trở lên.')
			.max(100_000, 'Số sản phẩm lớn quá. Hãy xem lại.')
	),
	quantity: number(10_000_000, 'Số người dự, số lượt là số nguyên lớn hơn 0, hoặc bỏ trống.'),
	quantityUnit: line(60, 'Đơn vị của số lượt'),
	note: line(1000, 'Ghi chú')
});
export type EvidenceInput = z.infer<typeof evidenceForm>;
