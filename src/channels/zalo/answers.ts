/**
 * What Zalo's error numbers mean. Zalo answers HTTP 200 also when it refuses: only `error` tells. The numbers come from
 * third parties' lists and working programs, so unknown ones are shown with their text.
 */
import type { Answer } from '../client.ts';

/** An answer that says what did not happen; null: 0, all right. */
export function zaloTrouble(body: unknown): Exclude<Answer, { kind: 'sent' }> | null {
	const { error, message } = (body ?? {}) as { error?: unknown; message?: unknown };
	if (error === 0 || error === '0') return null;
	const number = Number(error);
	const said = typeof message === 'string' ? message.slice(0, 300) : '';
	const code = Number.isFinite(number) ? `zalo ${number}` : 'zalo ?';
	const of = (words: string): { code: string; words: string } => ({
		code,
		words: said ? `${words} Zalo báo: ${said}` : words
	});
	switch (number) {
		case -201:
		case -216:
		case -124:
			return {
				kind: 'account',
				state: 'sign_in',
				refresh: true,
				...of('Zalo không nhận mã truy cập của tài khoản.')
			};
		case -202:
			return {
				kind: 'account',
				state: 'stopped',
				...of(
					'Ứng dụng chưa được cấp quyền cho việc này trên Zalo OA. Hãy cấp quyền rồi kiểm tra lại tài khoản.'
				)
			};
		case -205:
		case -206:
			return {
				kind: 'account',
				state: 'stopped',
				...of('Zalo OA chưa liên kết với ứng dụng. Hãy liên kết lại rồi kiểm tra tài khoản.')
			};
		case -224:
			return {
				kind: 'account',
				state: 'stopped',
				...of('Gói dịch vụ của Zalo OA không cho phép gửi qua phần mềm. Hãy xem lại gói dịch vụ.')
			};
		case -211:
			return { kind: 'pause', seconds: 6 * 3600, ...of('Zalo OA đã hết hạn mức gửi của kỳ này.') };
		case -32:
			return { kind: 'pause', seconds: 60, ...of('Zalo báo gửi quá nhanh.') };
		case -203:
		case -204:
		case -209:
		case -210:
			return {
				kind: 'refused',
				...of('Zalo không nhận nội dung này. Hãy sửa bản Zalo của bài rồi gửi lại.')
			};
		default:
			return /process|xử lý|đang tải/i.test(said)
				? { kind: 'again', afterSeconds: 3, ...of('Zalo đang xử lý hình ảnh của bài.') }
				: { kind: 'refused', ...of('Zalo trả lời một lỗi chưa biết.') };
	}
}
