/**
 * A first look at a message (sơ bộ phân loại): what it most likely is, who most likely handles it, what personal data
 * stands in it, and why. A suggestion to the officer who classifies; nothing is refused or dropped by it.
 */
import { personalDataIn, type PersonalData } from '#platform/personal-data/personal-data.ts';
import { messageClasses, readingOf, type MessageClass, type Reading } from './message-class.ts';
import { likelyUnit, unitNames, type UnitKey } from './likely-unit.ts';

export type Triage = {
	class: MessageClass;
	personalData: PersonalData[];
	/** The unit that most likely handles it, by what it does; null when nothing tells. */
	unit: UnitKey | null;
	/** Vietnamese, for the officer: what in the text speaks for the class and the unit. */
	reasons: string[];
};

/** Longer texts are read up to here for their class; personal data is looked for in all of it. */
const LONGEST = 20_000;

export function triage(text: string): Triage {
	const said = text.slice(0, LONGEST);
	const reading = readingOf(said);
	const unit = likelyUnit(said, reading.class);
	return {
		class: reading.class,
		personalData: personalDataIn(text),
		unit: unit?.key ?? null,
		reasons: [
			...reading.grounds.map(({ said: words, says }) => `“${words}”: ${says}.`),
			...(reading.class === 'unclear' ? [unclearBecause(reading)] : []),
			...(unit
				? [`${unit.said ? `“${unit.said}”` : 'Việc loại này'}: thường do ${unitNames[unit.key]} xử lý.`]
				: []),
			own[reading.class] ?? `Gợi ý: ${messageClasses[reading.class]}. Cán bộ xem và quyết định.`
		]
	};
}

const unclearBecause = ({ letters }: Reading): string =>
	letters < 8
		? 'Nội dung quá ngắn để hiểu được. Hãy liên hệ người gửi để hỏi thêm.'
		: 'Chưa thấy từ ngữ nào cho biết việc cần giải quyết. Hãy đọc và chọn loại, hoặc hỏi thêm người gửi.';

/** What the law asks of the officer for classes that are no feedback. */
const own: Partial<Record<MessageClass, string>> = {
	emergency: 'Việc khẩn cấp: hãy gọi ngay 113 (công an), 114 (cứu hỏa, cứu nạn) hoặc 115 (cấp cứu).',
	crime_report: 'Tố giác tội phạm do công an tiếp nhận; chuyển ngay và không công khai.',
	denunciation:
		'Tố cáo giải quyết theo Luật Tố cáo, không phải phản ánh, kiến nghị (NĐ 20/2008 Điều 1); hướng dẫn đến nơi tiếp công dân, giữ bí mật, không công khai.',
	complaint_decision:
		'Khiếu nại giải quyết theo Luật Khiếu nại, không phải phản ánh, kiến nghị (NĐ 20/2008 Điều 1); hướng dẫn đến nơi tiếp công dân, không công khai.'
};
