/** Doubtful places, in Vietnamese: where, and what the officer should do. */
import type { PlanDocument } from '../plan-document.ts';
import type { Annex } from './annex.ts';
import { bare } from './plain.ts';

export type Findings = {
	annex: Annex;
	yearDoubt: string | null;
	carried: boolean;
	unmarked: number;
	text: string[];
};

export function warningsFor(
	document: PlanDocument,
	{ annex, yearDoubt, carried, unmarked, text }: Findings
): string[] {
	const warnings: string[] = [];
	const say = (when: boolean, words: string): void => {
		if (when) warnings.push(words);
	};
	const { date } = document;
	say(document.title === null, 'Không tìm thấy tiêu đề kế hoạch. Hãy nhập tiêu đề.');
	say(document.issuer === null, 'Không tìm thấy tên cơ quan ban hành ở đầu văn bản. Hãy nhập tên cơ quan.');
	say(document.number === null, 'Văn bản chưa ghi số. Hãy nhập số, ký hiệu khi ban hành.');
	const open = [
		...(date.day ? [] : ['ngày']),
		...(date.month ? [] : ['tháng']),
		...(date.year ? [] : ['năm'])
	];
	say(open.length > 0, `Ngày ban hành còn để trống: ${open.join(', ')}. Hãy bổ sung khi ban hành.`);
	say(yearDoubt !== null, yearDoubt ?? '');
	say(document.year === null, 'Không rõ kế hoạch của năm nào. Hãy nhập năm.');
	say(
		carried,
		'Kế hoạch ban hành kèm theo văn bản khác (quyết định); số, ngày, nơi nhận, người ký lấy của văn bản đó. Hãy kiểm tra.'
	);
	say(document.legalBasis.length === 0, 'Không tìm thấy văn bản căn cứ. Hãy kiểm tra phần mở đầu.');
	say(
		document.outline.length === 0,
		'Không tìm thấy đề mục nào (I., 1., a)). Hãy kiểm tra tệp hoặc nhập nội dung bằng tay.'
	);
	say(
		document.outline.length > 0 && document.contentAreas.length === 0,
		'Không tìm thấy mục “Nội dung” tuyên truyền. Hãy nhập các nội dung tuyên truyền nếu có.'
	);
	say(unmarked > 0, `Có ${unmarked} đề mục không đánh số thứ tự. Hãy kiểm tra cách chia mục.`);
	say(
		document.outline.length > 0 && document.units.length === 0,
		'Không tìm thấy đơn vị được giao nhiệm vụ. Hãy kiểm tra phần tổ chức thực hiện.'
	);
	const idle = document.units.filter((unit) => unit.duties.length === 0).map((unit) => unit.name);
	say(
		idle.length > 0,
		`Chưa rõ nhiệm vụ của: ${idle.slice(0, 5).join('; ')}. Hãy đọc lại phần tổ chức thực hiện.`
	);
	annexWarnings(document, annex, text, say);
	say(document.recipients.length === 0, 'Không tìm thấy nơi nhận. Hãy bổ sung nơi nhận.');
	say(document.signer === null, 'Văn bản chưa có họ tên người ký. Hãy bổ sung khi ban hành.');
	return warnings;
}

function annexWarnings(
	document: PlanDocument,
	annex: Annex,
	text: string[],
	say: (when: boolean, words: string) => void
): void {
	const none = document.annexTasks.length === 0;
	const whole = bare(text.join(' ').replace(/\s+/g, ' '));
	const promised =
		/kem theo (?:cac )?phu luc|phu luc (?:dinh |ban hanh |gui )?kem|(?:theo|tai) (?:cac )?phu luc/.test(
			whole
		);
	say(
		promised && !annex.present && none,
		'Văn bản nhắc đến phụ lục kèm theo nhưng tệp không có phụ lục. Hãy tìm phụ lục và bổ sung các nhiệm vụ, sản phẩm.'
	);
	say(
		annex.unreadable && none,
		'Phụ lục nhiệm vụ không còn giữ được hàng, cột nên không đọc được. Hãy dùng bản .docx, hoặc nhập các nhiệm vụ bằng tay.'
	);
	say(
		annex.rebuilt && !none,
		`Bảng nhiệm vụ trong phụ lục được dựng lại từ chữ (${document.annexTasks.length} nhiệm vụ). Hãy đối chiếu từng dòng với văn bản.`
	);
	const noLead = document.annexTasks
		.filter((task) => !task.lead)
		.map((task) => task.no ?? task.task.slice(0, 30));
	say(noLead.length > 0, `Nhiệm vụ chưa ghi đơn vị chủ trì: ${noLead.slice(0, 8).join('; ')}. Hãy bổ sung.`);
}
