/** What is typed about a posting place and about sheets that were hung or taken down. */
import { z } from 'zod';
import { placeKinds, type PlaceKind } from './procedure.ts';

const line = (most: number) =>
	z
		.string()
		.transform((text) => text.normalize('NFC').trim().replaceAll(/\s+/g, ' '))
		.pipe(z.string().max(most, `Nội dung dài quá ${most} ký tự. Hãy rút gọn.`));
/** A checkbox list arrives as nothing, one text, or several. */
const several = <T extends z.ZodType>(item: T) =>
	z.preprocess(
		(given) => (given === undefined ? [] : Array.isArray(given) ? given : [given]),
		z.array(item).max(2000)
	);
const ids = several(z.coerce.number().int().positive());
const day = z.iso.date('Hãy chọn ngày.');

export const placeForm = z.object({
	name: line(200).refine((text) => text.length >= 2, 'Hãy ghi tên nơi niêm yết, ví dụ Nhà văn hóa An Thành.'),
	kind: z.enum(Object.keys(placeKinds) as [PlaceKind, ...PlaceKind[]], 'Hãy chọn loại nơi niêm yết.'),
	address: line(300).default(''),
	unitId: z
		.union([z.coerce.number().int().positive(), z.literal('').transform(() => null), z.null()])
		.default(null),
	fields: several(line(300)).transform((fields) => [...new Set(fields.filter(Boolean))]),
	paper: z.enum(['A4', 'A3'], 'Hãy chọn khổ giấy A4 hoặc A3.').default('A4')
});
export type PlaceGiven = z.output<typeof placeForm>;

export const hangForm = z.object({
	versionIds: ids,
	postedOn: day,
	note: line(500).default(''),
	/** The older sheets of the same procedures came down with it. */
	replacing: z.literal('1').optional()
});
export const takeDownForm = z.object({ postingIds: ids, on: day, reason: line(500).default('') });
