/**
 * Guidance (hướng dẫn): what came through the door of feedback but has its own law. NĐ 20/2008 Đ1 does not cover
 * complaints and denunciations; a crime is reported to the police; an emergency is a telephone call.
 */
import type { MessageClass } from './message-class.ts';

export const guidanceKinds = {
	denunciation: 'Tố cáo',
	complaint_decision: 'Khiếu nại quyết định, hành vi',
	crime_report: 'Tố giác, tin báo về tội phạm',
	emergency: 'Việc khẩn cấp'
} as const satisfies Partial<Record<MessageClass, string>>;
export type GuidanceKind = keyof typeof guidanceKinds;

/** What the sender is told, to the letter; `place` is where to go, as the officer confirmed it. */
export function guidanceWords(kind: GuidanceKind, place: string): string {
	switch (kind) {
		case 'denunciation':
			return `Nội dung này là tố cáo, được giải quyết theo Luật Tố cáo, không theo trình tự phản ánh, kiến nghị. Ông/bà gửi đơn tố cáo hoặc đến trình bày trực tiếp tại: ${place}. Đơn ghi rõ ngày, họ tên, địa chỉ, hành vi bị tố cáo và người bị tố cáo. Pháp luật bảo vệ bí mật họ tên, địa chỉ, bút tích của người tố cáo. Nội dung đã gửi ở đây được niêm phong, không công khai và không chuyển cho người bị nêu.`;
		case 'complaint_decision':
			return `Nội dung này là khiếu nại, được giải quyết theo Luật Khiếu nại, không theo trình tự phản ánh, kiến nghị. Ông/bà gửi đơn khiếu nại đến người đã ra quyết định hoặc cơ quan có người thực hiện hành vi, hoặc được hướng dẫn trực tiếp tại: ${place}. Luật có quy định thời hiệu khiếu nại, nên ông/bà nên đến sớm và mang theo quyết định, giấy tờ liên quan. Nội dung đã gửi ở đây được niêm phong, không công khai.`;
		case 'crime_report':
			return `Nội dung này là tin báo về tội phạm, do cơ quan công an tiếp nhận và giải quyết. Xin ông/bà báo ngay cho: ${place}, hoặc gọi 113. Nội dung đã gửi ở đây được niêm phong, không công khai.`;
		case 'emergency':
			return `Đây là việc khẩn cấp, không chờ được theo trình tự phản ánh. Xin gọi ngay: 113 (công an), 114 (cháy, cứu nạn), 115 (cấp cứu). Nơi hỗ trợ gần nhất: ${place}.`;
	}
}

/** Where it usually is; the officer confirms or writes the exact place and hours. */
export function usualPlace(kind: GuidanceKind, wardName: string): string {
	const ward = wardName.charAt(0).toLocaleLowerCase('vi') + wardName.slice(1);
	return kind === 'crime_report' || kind === 'emergency'
		? `Công an ${ward}`
		: `Nơi tiếp công dân, trụ sở Ủy ban nhân dân ${ward}, trong giờ hành chính`;
}
