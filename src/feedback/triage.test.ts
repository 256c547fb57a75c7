import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MessageClass } from './message-class.ts';
import { triage } from './triage.ts';

/** Written by hand, as people write: with and without tones, polite and rough. */
const messages: [MessageClass, string][] = [
	['procedure', 'Tôi nộp hồ sơ đăng ký đất từ tháng 3 đến nay quá hẹn 2 tháng vẫn chưa được trả kết quả'],
	['procedure', 'ho so khai sinh cua con toi nop truc tuyen 10 ngay roi chua thay tra'],
	['procedure', 'Bộ phận một cửa yêu cầu thêm giấy xác nhận cư trú dù thủ tục niêm yết không có'],
	['conduct', 'Cán bộ tư pháp nói trống không, quát tháo người già khi đến làm giấy tờ'],
	['conduct', 'can bo mot cua di muon ve som, de dan cho ca buoi sang'],
	['conduct', 'Nhân viên một cửa toàn lướt điện thoại, hỏi gì cũng không trả lời'],
	[
		'regulation',
		'Quy định về mức hỗ trợ hộ cận nghèo hiện nay chưa phù hợp, mức thu nhập quá thấp so với thực tế'
	],
	['regulation', 'Nghị định và thông tư hướng dẫn về đất đai chồng chéo, mỗi nơi áp dụng một kiểu'],
	['local_issue', 'Đèn đường ngõ 12 phố Lê Lợi hỏng cả tuần nay, tối om rất nguy hiểm'],
	['local_issue', 'rac thai chat dong truoc cong cho, mui hoi thoi kinh khung'],
	['local_issue', 'Nhà hàng xóm hát karaoke loa kéo đến 12 giờ đêm, rất ồn ào'],
	['proposal', 'Tôi đề xuất phường mở thêm một buổi tiếp dân vào sáng thứ bảy'],
	['proposal', 'kien nghi phuong nen co bang dien tu bao so thu tu o mot cua'],
	['question', 'Cho tôi hỏi làm giấy khai sinh cho con cần giấy tờ gì?'],
	['question', 'thu tuc dang ky ket hon can nhung gi a'],
	['question', 'Phường mình làm việc sáng thứ bảy không?'],
	['praise', 'Tôi xin cảm ơn các anh chị ở bộ phận một cửa đã hướng dẫn tận tình, chu đáo'],
	['praise', 'Can bo Hoa rat nhiet tinh, giai quyet nhanh gon. Cam on phuong'],
	['denunciation', 'Tôi tố cáo ông Nguyễn Văn B, cán bộ địa chính nhận hối lộ 20 triệu để làm sổ đỏ'],
	['denunciation', 'can bo dia chinh nhan tien cua dan de lam nhanh so do, de nghi xu ly'],
	[
		'complaint_decision',
		'Tôi không đồng ý với quyết định xử phạt số 12/QĐ-XPHC, đề nghị hủy bỏ quyết định này'
	],
	['complaint_decision', 'Đơn khiếu nại về việc thu hồi đất của gia đình tôi bồi thường không thỏa đáng'],
	['crime_report', 'Có nhóm thanh niên tụ tập đánh bạc, cá độ bóng đá tại quán nước đầu ngõ'],
	['crime_report', 'toi bi lua dao chiem doat 50 trieu qua dien thoai gia danh cong an'],
	['emergency', 'Cháy nhà ở ngõ 5 tổ 3, có người mắc kẹt, đến ngay!'],
	['emergency', 'cap cuu voi co nguoi duoi nuoc o ao lang'],
	['spam', 'Vay tiền nhanh online lãi suất 0%, giải ngân trong 5 phút, liên hệ zalo 0912345678'],
	['spam', 'Khuyến mãi giảm giá 50% mỹ phẩm chính hãng, đặt hàng tại http://abc.xyz'],
	['abuse', 'do cho, lu an hai, toan bon vo lai'],
	['unclear', 'alo'],
	['unclear', 'abc xyz 123'],
	['unclear', 'Chào phường'],
	['question', 'Thủ tục khiếu nại nộp ở đâu ạ?'],
	['local_issue', 'Xe tải chạy rầm rập ngày đêm làm đường hỏng, bụi mù mịt, bao giờ phường xử lý?']
];

describe('the first look at a message', () => {
	it.each(messages)('%s: %s', (kind, message) => {
		expect(triage(message).class).toBe(kind);
	});

	it('gives reasons a person can read, and the lawful path where feedback ends', () => {
		const { reasons, unit } = triage('Tôi tố cáo cán bộ nhận hối lộ');
		expect(unit).toBe('van-phong');
		expect(reasons[0]).toContain('tự gọi là tố cáo');
		expect(reasons.join(' ')).toContain('Luật Tố cáo');
	});

	it('answers any text', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
				const found = triage(text);
				expect(found.reasons.length).toBeGreaterThan(0);
			})
		);
	});
});
