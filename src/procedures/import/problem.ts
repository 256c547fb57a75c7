/** The first thing wrong with a text, in words for the person who holds the file. */
import type { z } from 'zod';

const labels: Record<string, string> = {
	code: 'Mã thủ tục',
	name: 'Tên thủ tục',
	field: 'Lĩnh vực',
	level: 'Cấp thực hiện',
	agency: 'Cơ quan thực hiện',
	applicants: 'Đối tượng thực hiện',
	onlineLevel: 'Mức độ trực tuyến',
	decision: 'Quyết định công bố',
	decidedOn: 'Ngày quyết định',
	steps: 'Trình tự thực hiện',
	ways: 'Cách thức, thời hạn, phí',
	cases: 'Thành phần hồ sơ',
	sets: 'Số bộ hồ sơ',
	results: 'Kết quả',
	conditions: 'Yêu cầu, điều kiện',
	legalBases: 'Căn cứ pháp lý',
	portalUrl: 'Đường dẫn',
	keywords: 'Từ khóa',
	note: 'Ghi chú'
};

export function problemIn(
	error: z.ZodError,
	given: unknown
): { column: string; message: string; value: string } {
	const issue = error.issues[0]!;
	const [head, inner] = issue.path.map(String);
	const key = head === 'content' ? (inner ?? 'note') : (head ?? 'name');
	const column = labels[key] ?? key;
	let value: unknown = given;
	for (const part of issue.path) value = (value as Record<PropertyKey, unknown> | undefined)?.[part];
	const shown = typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);
	return {
		column,
		value: shown.slice(0, 80),
		message: /[À-ỹ]/.test(issue.message)
			? issue.message
			: shown.trim() === ''
				? `Ô “${column}” còn trống. Hãy điền rồi nhập lại.`
				: `Ô “${column}” chưa đúng hoặc quá dài. Hãy xem lại.`
	};
}
