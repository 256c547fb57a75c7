/**
 * A first look at a message (sơ bộ phân loại): what it most likely is, who most likely handles it, what personal data
 * stands in it, and why. A suggestion to the officer who classifies; nothing is refused or dropped by it.
 */
import { foldText, NOTHING } from '#platform/personal-data/folded-text.ts';
import { personalDataIn, type PersonalData } from '#platform/personal-data/personal-data.ts';
import { messageClasses, signs, type MessageClass } from './message-class.ts';
import { likelyUnit } from './likely-unit.ts';

export type Triage = {
	class: MessageClass;
	personalData: PersonalData[];
	/** The unit that most likely handles it, in its usual name; null when nothing tells. */
	unit: string | null;
	/** Vietnamese, for the officer: what in the text speaks for the class and the unit. */
	reasons: string[];
};

/** Longer texts are looked at up to here; the rest says little that the beginning does not. */
const LONGEST = 20_000;

type Weighed = { kind: MessageClass; weight: number; says: { words: string; says: string }[] };

export function triage(original: string): Triage {
	const text = foldText(original.slice(0, LONGEST));
	const folded = text.folded.replaceAll(NOTHING, ' ').replace(/\s+/g, ' ').trim();
	const personalData = personalDataIn(original.slice(0, LONGEST));
	const weighed = weigh(folded, original);
	const chosen = choose(weighed, folded);
	const unit = likelyUnit(folded, chosen.kind);
	return {
		class: chosen.kind,
		personalData,
		unit: unit?.name ?? null,
		reasons: [
			...chosen.says.map(({ words, says }) => `“${words}”: ${says}.`),
			...(chosen.kind === 'unclear' ? [unclearBecause(folded)] : []),
			...(unit ? [`“${unit.words}”: thường do ${unit.name} xử lý.`] : []),
			...ways(chosen.kind)
		]
	};
}

function weigh(folded: string, original: string): Weighed[] {
	return (Object.entries(signs) as [MessageClass, (typeof signs)['question']][]).map(([kind, list]) => {
		const says: Weighed['says'] = [];
		let weight = 0;
		for (const { pattern, weight: worth, says: said } of list) {
			const hits = [...folded.matchAll(pattern)].slice(0, 4);
			if (hits.length === 0) continue;
			// A second and third sign of the same kind say something, but less than the first.
			weight += worth + Math.min(2, hits.length - 1);
			says.push({ words: hits[0]![0].slice(0, 60), says: said });
		}
		if (kind === 'question' && original.includes('?')) {
			weight += 3;
			if (says.length === 0) says.push({ words: '?', says: 'là câu hỏi' });
		}
		return { kind, weight, says };
	});
}

/** Classes with a lawful path of their own, in the order in which they go before everything else. */
const first: { kind: MessageClass; from: number }[] = [
	{ kind: 'emergency', from: 9 },
	{ kind: 'denunciation', from: 7 },
	{ kind: 'complaint_decision', from: 8 },
	{ kind: 'crime_report', from: 8 }
];

function choose(weighed: Weighed[], folded: string): Weighed {
	const of = (kind: MessageClass): Weighed => weighed.find((one) => one.kind === kind)!;
	// A question about complaining ("khiếu nại ở đâu?") is a question.
	const asks = of('question').weight >= 6;
	for (const { kind, from } of first) {
		const one = of(kind);
		if (one.weight < from) continue;
		const onlyAsks =
			asks &&
			(kind === 'denunciation' || kind === 'complaint_decision') &&
			/(?:thu tuc|cach|quy trinh|don|mau)? ?(?:to cao|khieu nai)[^.!?]{0,30}(?:o dau|the nao|nhu the nao|can gi|gom|nop|ra sao|bao lau)|(?:muon hoi|cho hoi|xin hoi)[^.!?]{0,40}(?:to cao|khieu nai)/.test(
				folded
			);
		if (!onlyAsks) return one;
	}
	if (of('spam').weight >= 6 && of('local_issue').weight < 8 && of('procedure').weight < 7) return of('spam');
	const rest = weighed.filter(
		({ kind }) =>
			!['emergency', 'denunciation', 'complaint_decision', 'crime_report', 'spam', 'abuse'].includes(kind)
	);
	const best = rest.toSorted((a, b) => b.weight - a.weight)[0]!;
	// Rough words around something real are still something real; alone they are abuse.
	if (of('abuse').weight >= 6 && best.weight < 6) return of('abuse');
	if (letters(folded) < 8 || best.weight < 2) return { kind: 'unclear', weight: 0, says: [] };
	const question = of('question');
	if (question.weight >= 6) {
		const troubles = ['local_issue', 'conduct', 'procedure', 'regulation'] as const;
		const trouble = troubles.map(of).toSorted((a, b) => b.weight - a.weight)[0]!;
		// "Thủ tục … cần giấy tờ gì?" asks; "hồ sơ quá hẹn, bao giờ trả?" complains.
		if (trouble.weight < (trouble.kind === 'local_issue' ? 6 : 7) && best.kind !== 'praise') return question;
		if (trouble.weight >= 7 || trouble.kind === 'local_issue') return trouble;
	}
	// A thank-you before a complaint is politeness.
	if (best.kind === 'praise') {
		const trouble = rest.filter(({ kind }) => kind !== 'praise').toSorted((a, b) => b.weight - a.weight)[0]!;
		if (
			trouble.weight >= 5 &&
			(trouble.weight >= best.weight || /(?:xin|tran trong|chan thanh)? ?cam on\W*$/.test(folded))
		)
			return trouble;
	}
	return best;
}

const letters = (folded: string): number => folded.replace(/[^a-z]/g, '').length;

const unclearBecause = (folded: string): string =>
	letters(folded) < 8
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

function ways(kind: MessageClass): string[] {
	return [own[kind] ?? `Gợi ý: ${messageClasses[kind]}. Cán bộ xem và quyết định.`];
}
