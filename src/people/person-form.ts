/** What is typed about a person and a position, as it arrives from a form. */
import { z } from 'zod';
import { roles, type Role } from './role.ts';

const line = (max: number) =>
	z
		.string()
		.transform((text) => text.normalize('NFC').trim().replaceAll(/\s+/g, ' '))
		.pipe(z.string().max(max));
const optional = (max: number) => line(max).transform((text) => text || null);

export const personForm = z.object({
	name: line(100).refine((text) => text.length >= 2, 'Họ tên cần từ 2 đến 100 ký tự. Hãy nhập lại họ tên.'),
	email: optional(200).refine(
		(text) => text === null || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text),
		'Thư điện tử chưa đúng dạng, ví dụ ten@haiphong.gov.vn.'
	),
	phone: optional(20).refine(
		(text) => text === null || /^\+?[\d .]{8,16}$/.test(text),
		'Số điện thoại chỉ gồm chữ số, từ 8 đến 16 ký tự.'
	)
});
export type PersonGiven = z.infer<typeof personForm>;

const day = z.iso.date('Hãy chọn ngày.');
export const positionForm = z.object({
	unitId: z.coerce.number('Hãy chọn đơn vị.').int().positive('Hãy chọn đơn vị.'),
	title: line(150).refine(
		(text) => text.length >= 2,
		'Hãy ghi chức danh, ví dụ Chuyên viên văn hóa, thông tin.'
	),
	role: z.enum(Object.keys(roles) as [Role, ...Role[]], 'Hãy chọn vai trò trong hệ thống.'),
	validFrom: day
});
export type PositionGiven = z.infer<typeof positionForm>;
