/** What the Graph API's errors mean (developers.facebook.com/docs/graph-api/guides/error-handling, and what posting programs have seen). */
import type { Answer } from '../client.ts';

export type GraphError = { code?: number; error_subcode?: number; message?: string; error_user_msg?: string };

const slow = new Set([4, 17, 32, 341, 613, 1_390_008]);
const token = new Set([102, 190, 467]);
const blocked = new Set([368, 1_346_003, 1_404_102, 1_404_112, 4_854_002]);

/** `waitSeconds`: what the headers ask for. */
export function facebookTrouble(
	error: GraphError,
	status: number,
	waitSeconds?: number
): Exclude<Answer, { kind: 'sent' }> | { kind: 'twice'; code: string; words: string } {
	const { code = 0, error_subcode: sub } = error;
	const said = (error.error_user_msg ?? error.message ?? '').slice(0, 300);
	const of = (words: string): { code: string; words: string } => ({
		code: `facebook ${code}${sub ? `/${sub}` : ''}`,
		words: said ? `${words} Facebook báo: ${said}` : words
	});
	if (slow.has(code) || status === 429 || (code >= 80_001 && code <= 80_014))
		return { kind: 'pause', seconds: waitSeconds ?? 300, ...of('Facebook báo gửi quá nhanh.') };
	if (token.has(code))
		return {
			kind: 'account',
			state: 'sign_in',
			...of(
				sub === 459 || sub === 464
					? 'Facebook yêu cầu chủ tài khoản xác minh. Hãy đăng nhập Facebook, xác minh rồi kết nối lại.'
					: sub === 492
						? 'Người kết nối không còn vai trò trên Trang. Hãy cấp lại vai trò rồi kết nối lại.'
						: 'Kết nối với Facebook không còn hiệu lực. Hãy kết nối lại.'
			)
		};
	if (blocked.has(code))
		return {
			kind: 'account',
			state: 'stopped',
			...of('Facebook đang chặn Trang. Hãy mở Trang xem thông báo và xử lý.')
		};
	if (code === 3 || code === 10 || (code >= 200 && code <= 299) || code === 1_404_078)
		return {
			kind: 'account',
			state: 'stopped',
			...of('Ứng dụng chưa được cấp quyền đăng lên Trang. Hãy cấp quyền rồi kiểm tra lại.')
		};
	if (code === 506 || code === 1_366_051)
		return { kind: 'twice', ...of('Facebook báo bài này đã có trên Trang.') };
	if (code === 1 || code === 2 || code === 1_363_047 || code === 1_609_010)
		// These are answered before and also after something was done.
		return { kind: 'unknown', ...of('Facebook đang trục trặc.') };
	return {
		kind: 'refused',
		...of('Facebook không nhận nội dung này. Hãy sửa bản Facebook của bài rồi gửi lại.')
	};
}

/** Seconds to wait by the usage headers; from 80 % of what is granted we slow down before being told. */
export function usageWait(
	headers: Record<string, string | string[] | undefined>
): { seconds: number; full: boolean } | null {
	let most = 0;
	let minutes = 0;
	for (const name of ['x-app-usage', 'x-page-usage', 'x-business-use-case-usage']) {
		const value = headers[name];
		if (typeof value !== 'string') continue;
		let parsed: unknown;
		try {
			parsed = JSON.parse(value);
		} catch {
			continue;
		}
		for (const use of uses(parsed)) {
			most = Math.max(
				most,
				...['call_count', 'total_cputime', 'total_time'].map((key) => Number(use[key]) || 0)
			);
			minutes = Math.max(minutes, Number(use.estimated_time_to_regain_access) || 0);
		}
	}
	if (minutes > 0) return { seconds: minutes * 60, full: true };
	return most >= 80 ? { seconds: most >= 95 ? 600 : 60, full: most >= 100 } : null;
}

function uses(parsed: unknown): Record<string, unknown>[] {
	if (Array.isArray(parsed)) return parsed.flatMap(uses);
	if (parsed === null || typeof parsed !== 'object') return [];
	const nested = Object.values(parsed).filter((value) => Array.isArray(value));
	return nested.length > 0 ? nested.flatMap(uses) : [parsed as Record<string, unknown>];
}
