/** What is typed about a unit, as it arrives from a form. */
import { z } from 'zod';
import { unitKinds, type UnitKind } from './unit.ts';

const line = (max: number) =>
	z
		.string()
		.transform((text) => text.normalize('NFC').trim().replaceAll(/\s+/g, ' '))
		.pipe(z.string().max(max));
const optional = (max: number) => line(max).transform((text) => text || null);
const optionalDay = z.union(
	[z.iso.date(), z.literal('').transform(() => null)],
	'Ngày chưa đúng. Hãy chọn lại.'
);

export const unitForm = z.object({
	name: line(200).refine((text) => text.length >= 3, 'Hãy ghi tên đầy đủ của đơn vị, như trong văn bản.'),
	shortName: line(60).refine(
		(text) => text.length >= 2,
		'Hãy ghi tên gọn để hiện trong bảng, ví dụ Phòng VHXH.'
	),
	kind: z.enum(Object.keys(unitKinds) as [UnitKind, ...UnitKind[]], 'Hãy chọn loại đơn vị.'),
	abbreviation: optional(20),
	officialCode: optional(40),
	validFrom: optionalDay
});
export type UnitGiven = z.infer<typeof unitForm>;

/** A new name, or several units joined: what comes after them and from which day. */
export const successionForm = unitForm
	.omit({ validFrom: true })
	.extend({ from: z.iso.date('Hãy chọn ngày tên mới có hiệu lực.') });
export type SuccessionGiven = z.infer<typeof successionForm>;
