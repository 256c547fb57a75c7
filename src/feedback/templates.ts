/** Answer template (mẫu trả lời): a text with places to fill in; those the case knows are filled by the program. */
import { z } from 'zod';
import type { MessageClass } from './message-class.ts';

/** Known from the case; everything else in braces is for the officer to replace, and an answer is not saved before. */
export const placeholders = {
	mã: 'mã phản ánh',
	'ngày nhận': 'ngày nhận phản ánh',
	'tên việc': 'tên ngắn của việc',
	'đơn vị': 'đơn vị xử lý',
	phường: 'tên phường',
	'đường dây nóng': 'số điện thoại đường dây nóng'
} as const;
export type Placeholder = keyof typeof placeholders;

export function filled(text: string, values: Partial<Record<Placeholder, string>>): string {
	return text.replace(/\{([^{}\n]{1,40})\}/gu, (whole, name: string) => {
		const key = name.normalize('NFC').trim().toLocaleLowerCase('vi') as Placeholder;
		return values[key]?.trim() ? values[key] : whole;
	});
}

export const templateForm = z.object({
	name: z
		.string()
		.transform((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim())
		.pipe(z.string().min(3, 'Hãy đặt tên mẫu (ít nhất 3 ký tự).').max(120, 'Tên mẫu dài quá 120 ký tự.')),
	class: z.string(),
	text: z
		.string()
		.transform((text) => text.normalize('NFC').replace(/\r\n?/g, '\n').trim())
		.pipe(
			z
				.string()
				.min(20, 'Hãy viết nội dung mẫu (ít nhất 20 ký tự).')
				.max(20_000, 'Nội dung mẫu dài quá 20.000 ký tự.')
		)
});

type Starter = { name: string; class: MessageClass | null; text: string };

/** To begin with; a ward takes them over and makes them its own. */
export const starters: readonly Starter[] = [
	{
		name: 'Đã xử lý xong',
		class: 'local_issue',
		text: 'Cảm ơn ông/bà đã phản ánh (mã {mã}, nhận ngày {ngày nhận}).\n\n{đơn vị} đã kiểm tra và xử lý: {việc đã làm, ngày nào}.\n\nNếu tình trạng trên tái diễn, xin ông/bà báo ngay qua đường dây nóng {đường dây nóng}.'
	},
	{
		name: 'Giải thích quy định, hướng dẫn làm thủ tục',
		class: 'procedure',
		text: 'Về phản ánh mã {mã} của ông/bà, {phường} trả lời như sau:\n\nTheo {tên, số văn bản, điều khoản}, thủ tục này được thực hiện như sau: {nội dung quy định, nói bằng lời dễ hiểu}.\n\nÔng/bà cần làm tiếp: {việc cần làm, ở đâu, giờ nào}. Cần hỏi thêm, xin gọi {đường dây nóng}.'
	},
	{
		name: 'Xin lỗi và khắc phục',
		class: 'conduct',
		text: '{phường} đã kiểm tra nội dung ông/bà phản ánh (mã {mã}).\n\nKết quả: {kết quả kiểm tra}. {phường} xin lỗi ông/bà về việc này và đã {việc khắc phục}.\n\nMong ông/bà tiếp tục góp ý qua đường dây nóng {đường dây nóng}.'
	},
	{
		name: 'Tiếp thu góp ý',
		class: 'proposal',
		text: 'Cảm ơn ông/bà đã góp ý (mã {mã}).\n\n{đơn vị} đã nghiên cứu và thấy: {đánh giá}. Việc thực hiện: {làm gì, khi nào, hoặc đề nghị cơ quan nào}.'
	}
];
