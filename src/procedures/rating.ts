/** "Was this page clear?": what can be answered. Nobody is asked who they are. */
import { z } from 'zod';

export const scores: Record<number, string> = {
	1: 'Rất khó hiểu',
	2: 'Khó hiểu',
	3: 'Tạm được',
	4: 'Dễ hiểu',
	5: 'Rất dễ hiểu'
};

export const unclearParts = {
	time: 'Bao lâu có kết quả',
	fee: 'Tiền phải nộp',
	papers: 'Giấy tờ phải chuẩn bị',
	forms: 'Mẫu đơn, tờ khai',
	where: 'Nơi nộp, cách nộp',
	steps: 'Các bước phải làm',
	conditions: 'Điều kiện để làm',
	words: 'Chữ nghĩa khó hiểu',
	outdated: 'Thông tin cũ hoặc sai',
	other: 'Việc khác'
} as const;
export type UnclearPart = keyof typeof unclearParts;

export const scoreShape = z.coerce
	.number({ error: 'Hãy chọn một mức từ 1 đến 5.' })
	.int('Hãy chọn một mức từ 1 đến 5.')
	.min(1, 'Hãy chọn một mức từ 1 đến 5.')
	.max(5, 'Hãy chọn một mức từ 1 đến 5.');

/** Unknown parts are dropped: an old page may still offer them. */
export const followUpShape = z.object({
	unclear: z
		.array(z.string())
		.max(40)
		.transform((parts) => [
			...new Set(parts.filter((part): part is UnclearPart => Object.hasOwn(unclearParts, part)))
		]),
	comment: z
		.string()
		.transform((text) => text.normalize('NFC').replaceAll('\u0000', '').replaceAll('\r\n', '\n').trim())
		.pipe(z.string().max(1000, 'Góp ý dài quá 1.000 ký tự. Hãy viết ngắn lại.'))
});
export type FollowUp = z.output<typeof followUpShape>;

/** Nine digits or more in a row, also with blanks, dots or dashes between: a phone or the number of a card. */
const longNumber = /(?<![\d/])\+?\d(?:[ .-]?\d){8,}(?![\d/])/;
const mail = /[\p{L}\d._%+-]+@[\p{L}\d-]+\.\p{L}{2,}/u;

/** A comment is read by the desk, so it should not carry what tells who wrote it. */
export const carriesPersonalData = (comment: string): boolean =>
	longNumber.test(comment) || mail.test(comment);
