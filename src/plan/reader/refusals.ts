/** Why a file cannot be read as a plan document; each sentence says what to do next. */
import { Refusal } from '#platform/refusal.ts';

const refusal = (code: string, message: string): Refusal =>
	new Refusal({ code: `plan_file.${code}`, message, field: 'file' });

export const empty = (): Refusal =>
	refusal('empty', 'Tệp không có nội dung. Hãy chọn lại đúng tệp văn bản kế hoạch.');
export const tooLarge = (): Refusal =>
	refusal(
		'too_large',
		'Tệp quá lớn để đọc. Hãy bỏ bớt hình ảnh, hoặc tách phần phụ lục ra tệp khác rồi tải lại.'
	);
export const damaged = (): Refusal =>
	refusal(
		'damaged',
		'Tệp bị hỏng hoặc tải chưa hết nên không mở được. Hãy mở tệp bằng phần mềm soạn thảo, lưu lại rồi tải lên.'
	);
export const encrypted = (): Refusal =>
	refusal('encrypted', 'Tệp có mật khẩu bảo vệ nên không đọc được. Hãy bỏ mật khẩu, lưu lại rồi tải lên.');
export const scanned = (): Refusal =>
	refusal(
		'scanned',
		'Tệp PDF là bản quét (hình ảnh), không có chữ để đọc. Hãy dùng bản .docx, hoặc bản PDF xuất từ phần mềm soạn thảo.'
	);
export const unknownKind = (): Refusal =>
	refusal(
		'unknown_kind',
		'Tệp không phải văn bản .docx, .doc, .pdf hoặc .txt. Hãy lưu kế hoạch thành một trong các loại đó rồi tải lại.'
	);
export const noWordText = (): Refusal =>
	refusal(
		'no_word_text',
		'Tệp .docx không chứa phần văn bản. Hãy mở bằng phần mềm soạn thảo, lưu lại thành .docx rồi tải lên.'
	);
export const notPlan = (): Refusal =>
	refusal(
		'not_plan',
		'Không nhận ra văn bản kế hoạch trong tệp này (không thấy tiêu đề, căn cứ hay đề mục). Hãy chọn lại đúng tệp kế hoạch.'
	);
