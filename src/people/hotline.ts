/**
 * Hotline (đường dây nóng, địa chỉ tiếp nhận phản ánh, kiến nghị; NĐ 20/2008 Đ10, Đ13): how to reach who, when, for what.
 * Kept once in the register; the portal, printed sheets, radio scripts and answers read it from there.
 */
import { z } from 'zod';
import type { Day } from '#platform/clock.ts';

export const hotlineKinds = {
	person: 'Người có trách nhiệm',
	office: 'Bộ phận của phường',
	province: 'Cơ quan tiếp nhận của tỉnh, thành phố',
	national: 'Số dùng chung toàn quốc'
} as const;
export type HotlineKind = keyof typeof hotlineKinds;

/** How a person reaches somebody; what is not given is empty. */
export type Ways = { number: string; email: string; url: string; postalAddress: string };

/** A line of the register. */
export type Hotline = Ways & {
	id: number;
	kind: HotlineKind;
	name: string;
	title: string;
	hours: string;
	purpose: string;
	takesFeedback: boolean;
	unitId: number | null;
	public: boolean;
	position: number;
	validFrom: Day;
	validTo: Day | null;
	succeedsId: number | null;
	lockVersion: number;
};

const line = (max: number) =>
	z
		.string()
		.default('')
		.transform((text) =>
			text
				.toWellFormed()
				.normalize('NFC')
				.replaceAll(/[\p{Cc}\s]+/gu, ' ')
				.trim()
		)
		.pipe(z.string().max(max, `Phần này dài quá ${max} ký tự. Hãy viết gọn lại.`));
const ticked = z
	.union([z.boolean(), z.string()])
	.optional()
	.transform((value) => value === true || value === 'on' || value === 'true');

const plain = z.object({
	kind: z.enum(Object.keys(hotlineKinds) as [HotlineKind, ...HotlineKind[]], 'Hãy chọn đây là số của ai.'),
	name: line(200).refine(
		(text) => text.length >= 2,
		'Hãy ghi tên như người dân thấy, ví dụ: Đường dây nóng của phường.'
	),
	title: line(200),
	number: line(30)
		.refine((text) => /^[0-9+() .-]*$/.test(text), 'Số điện thoại chỉ gồm chữ số, dấu cách, dấu chấm.')
		.refine(
			// Said once: what has letters in it was refused above.
			(text) => /[^0-9+() .-]|^$/.test(text) || /^\d{3,15}$/.test(digitsOf(text).replace('+', '')),
			'Số điện thoại cần từ 3 đến 15 chữ số. Hãy nhập lại, hoặc bỏ trống.'
		),
	email: line(200).refine(
		(text) => text === '' || z.email().safeParse(text).success,
		'Địa chỉ thư điện tử chưa đúng. Hãy nhập dạng ten@vidu.vn, hoặc bỏ trống.'
	),
	url: line(300).refine(
		(text) => text === '' || z.url({ protocol: /^https?$/ }).safeParse(text).success,
		'Địa chỉ trang cần bắt đầu bằng https:// hoặc http://. Hãy nhập lại, hoặc bỏ trống.'
	),
	postalAddress: line(300),
	hours: line(200),
	purpose: line(500),
	takesFeedback: ticked,
	unitId: z
		.union([z.literal('').transform(() => null), z.coerce.number().int().positive()], 'Hãy chọn lại đơn vị.')
		.nullable()
		.default(null),
	public: ticked
});

const reachable = (given: Ways): boolean =>
	[given.number, given.email, given.url, given.postalAddress].some((way) => way !== '');
const nowhere = {
	message: 'Hãy ghi ít nhất một cách liên hệ: số điện thoại, thư điện tử, trang web hoặc địa chỉ.',
	path: ['number']
};

/** A new line, or the corrected one, with the day it begins. */
export const hotlineForm = plain
	.extend({ validFrom: z.iso.date('Hãy chọn ngày bắt đầu dùng.') })
	.refine(reachable, nowhere);
export type HotlineGiven = z.infer<typeof hotlineForm>;

/** What takes the place of a line from a day on. */
export const hotlineChangeForm = plain
	.extend({ from: z.iso.date('Hãy chọn ngày số mới bắt đầu dùng.') })
	.refine(reachable, nowhere);
export type HotlineChangeGiven = z.infer<typeof hotlineChangeForm>;

/** As dialled: digits, and a plus in front. */
export function digitsOf(number: string): string {
	const digits = number.replaceAll(/\D/g, '');
	return number.trim().startsWith('+') ? `+${digits}` : digits;
}

/** Two ways of writing one number are one number: +84 220 … and 0220 …. */
export function sameNumber(number: string): string {
	return digitsOf(number).replace(/^(?:\+|00)?84(?=\d{8,10}$)/, '0');
}

export const dialled = (number: string): string => `tel:${digitsOf(number)}`;

/** Where a line stands on the public page. */
export const anchorOf = ({ id }: Pick<Hotline, 'id'>): string => `so-${id}`;

/** The one the ward announced for feedback: its own, in the order of the register. */
export function feedbackLineOf<Line extends Pick<Hotline, 'takesFeedback' | 'kind' | 'number'>>(
	lines: readonly Line[]
): Line | undefined {
	const own = lines.filter(
		({ takesFeedback, kind }) => takesFeedback && (kind === 'office' || kind === 'person')
	);
	return own.find(({ number }) => number !== '') ?? own[0];
}
