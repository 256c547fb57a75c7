/** Which sheets the print form asks for, from the address. */
import { isDay, type Day } from '#platform/clock.ts';
import type { Paper } from '#procedures/print/paper.ts';

export const parts = {
	all: 'Cả bảng: trang bìa, danh mục, mọi tờ',
	changes: 'Chỉ những tờ cần dán, cần thay, kèm phiếu việc',
	field: 'Một lĩnh vực',
	code: 'Một thủ tục'
} as const;
export type Part = keyof typeof parts;

export type PrintAsked = {
	part: Part;
	field: string;
	code: string;
	paper: Paper | undefined;
	withoutForms: boolean;
	listOf: Day | undefined;
};

export function printAsked(query: URLSearchParams): PrintAsked {
	const part = query.get('chon') ?? 'all';
	const paper = query.get('kho');
	const day = query.get('ngay') ?? '';
	return {
		part: part in parts ? (part as Part) : 'all',
		field: query.get('linh-vuc') ?? '',
		code: (query.get('ma') ?? '').trim().toUpperCase(),
		paper: paper === 'A3' || paper === 'A4' ? paper : undefined,
		withoutForms: query.get('bieu-mau') === '0',
		listOf: isDay(day) ? day : undefined
	};
}

export function onlyOf({ part, field, code }: PrintAsked) {
	if (part === 'changes') return { only: { changes: true as const } };
	if (part === 'field') return { only: { field } };
	return part === 'code' ? { only: { code } } : {};
}
