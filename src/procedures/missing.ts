/** What a procedure lacks of its compulsory parts (bộ phận tạo thành cơ bản; NĐ 63/2010 Điều 8 khoản 2), for the officer. */
import type { ProcedureText } from './procedure.ts';

export type MissingPart = { part: string; why: string };

/** The compulsory parts that are absent or that the source left open, in the order of the law. */
export function missingParts(text: ProcedureText): MissingPart[] {
	const { content } = text;
	const missing: MissingPart[] = [];
	const lack = (part: string, why: string) => missing.push({ part, why });
	const papers = content.cases.flatMap((one) => one.papers);
	if (!text.field) lack('Lĩnh vực', 'Chưa ghi lĩnh vực.');
	if (content.steps.length === 0) lack('Trình tự thực hiện', 'Chưa có bước nào.');
	if (content.ways.length === 0) lack('Cách thức thực hiện', 'Chưa ghi nộp bằng cách nào.');
	if (papers.length === 0) lack('Thành phần hồ sơ', 'Chưa có giấy tờ nào.');
	if (content.sets === null) lack('Số lượng hồ sơ', 'Chưa ghi số bộ hồ sơ.');
	const times = [...content.ways.map((way) => way.time), ...content.cases.flatMap((one) => one.time ?? [])];
	if (!times.some((time) => time.value !== null || time.text))
		lack('Thời hạn giải quyết', 'Chưa ghi thời hạn.');
	else if (times.some((time) => time.value !== null && time.unit === null))
		lack('Thời hạn giải quyết', 'Có thời hạn chỉ ghi con số, chưa ghi đơn vị (ngày, ngày làm việc, giờ).');
	if (text.applicants.length === 0) lack('Đối tượng thực hiện', 'Chưa ghi ai được làm.');
	if (!text.agency) lack('Cơ quan giải quyết', 'Chưa ghi cơ quan giải quyết.');
	if (content.ways.length > 0 && content.ways.every((way) => way.fees.every((fee) => fee.kind === 'unknown')))
		lack('Phí, lệ phí', 'Nguồn chưa ghi phí. Nếu không thu, hãy chọn “Miễn phí”.');
	if (text.onlineLevel === null) lack('Mức độ trực tuyến', 'Chưa ghi toàn trình hay một phần.');
	if (text.onlineLevel === 'partial' && !content.onlineReason)
		lack('Lý do một phần', 'Dịch vụ một phần phải nêu lý do công khai (NĐ 224/2026 Điều 14).');
	if (content.results.length === 0) lack('Kết quả', 'Chưa ghi người dân nhận được gì.');
	if (content.legalBases.length === 0) lack('Căn cứ pháp lý', 'Chưa ghi căn cứ.');
	return missing;
}
