/** What to do next so that an episode is on the air: one thing, the first that holds it back. */
import type { Listed } from '#broadcast/episodes.server.ts';

export function nextStep({ state, lacking }: Pick<Listed, 'state' | 'lacking'>): string | null {
	if (lacking.length === 0) return null;
	if (state !== 'in_review' && lacking.some((lack) => lack.endsWith('chưa có lời')))
		return 'Viết lời cho tiết mục còn trống, hoặc bỏ tiết mục ấy.';
	if (state === 'sent_back') return 'Sửa theo ý kiến trả lại rồi gửi duyệt lại.';
	if (state === 'draft') return 'Đọc lại một lượt rồi bấm “Gửi duyệt”.';
	if (state === 'in_review') return 'Chờ Chủ tịch hoặc Phó Chủ tịch duyệt; có thể thu âm trước.';
	if (lacking.some((lack) => /âm thanh|sau khi đọc/.test(lack)))
		return 'Thu âm, hoặc cho giọng máy đọc các tiết mục còn thiếu.';
	return 'Xem lại giờ phát hoặc độ dài.';
}
