/**
 * The public copy of a question and its answer: what is marked in the texts, what was decided of each mark, the texts
 * with the hidden places replaced by neutral words, and boxes over pictures. A place nobody decided stops everything.
 */
import { personalDataIn, type PersonalKind } from '#platform/personal-data/personal-data.ts';

export type Part = 'title' | 'question' | 'answer';
export const parts: Record<Part, string> = { title: 'tiêu đề', question: 'câu hỏi', answer: 'câu trả lời' };

/** A marked span of the worked copy and what a person decided: hide it, or keep it with a reason. Offsets in UTF-16 units. */
export type Decision = {
	part: Part;
	start: number;
	end: number;
	kind: PersonalKind;
	decision: 'hide' | 'keep';
	why?: string;
};

/** A box over a face or plate, in parts (0 to 1) of the picture's width and height. */
export type Box = { x: number; y: number; width: number; height: number };

export const neutralWords: Record<PersonalKind, string> = {
	phone: '[số điện thoại]',
	citizen_id: '[số căn cước]',
	email: '[thư điện tử]',
	address: '[địa chỉ]',
	name: '[tên người]',
	bank_account: '[số tài khoản]',
	plate: '[biển số xe]',
	birth_date: '[ngày sinh]',
	file_code: '[mã hồ sơ]',
	other: '[thông tin riêng]'
};

export type Texts = Record<Part, string>;

/** A span to be decided. The key stays the same while the words and how often they stood before stay the same. */
export type Span = { key: string; part: Part; start: number; end: number; kind: PersonalKind; text: string };

/** Everything marked: what the program finds, and every place of the words a person marked by hand. */
export function spansIn(texts: Texts, byHand: readonly string[] = []): Span[] {
	return (Object.keys(parts) as Part[]).flatMap((part) => {
		const text = texts[part];
		const found: Omit<Span, 'key' | 'part'>[] = personalDataIn(text);
		// The longest first, so that words inside others are covered with them.
		for (const words of byHand.filter((one) => one.trim() !== '').toSorted((a, b) => b.length - a.length)) {
			for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length))
				found.push({ kind: 'other', start: at, end: at + words.length, text: words });
		}
		const seen = new Map<string, number>();
		return joined(found, text).map((span) => {
			const times = (seen.get(span.text) ?? 0) + 1;
			seen.set(span.text, times);
			return { ...span, part, key: `${part}:${times}:${span.text}` };
		});
	});
}

/** In order; spans that overlap become one, so that no part of either is left over. */
function joined(found: Omit<Span, 'key' | 'part'>[], text: string): Omit<Span, 'key' | 'part'>[] {
	const apart: Omit<Span, 'key' | 'part'>[] = [];
	for (const span of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
		const last = apart.at(-1);
		if (!last || span.start >= last.end) apart.push({ ...span });
		else if (span.end > last.end) {
			last.end = span.end;
			last.text = text.slice(last.start, last.end);
		}
	}
	return apart;
}

/** The text with every hidden place replaced; what is decided of other parts does not concern it. */
export function redact(text: string, decisions: readonly Decision[], part: Part): string {
	let shown = '';
	let from = 0;
	for (const one of decisions
		.filter((decision) => decision.part === part && decision.decision === 'hide')
		.toSorted((a, b) => a.start - b.start)) {
		if (one.end <= from) continue;
		shown += text.slice(from, Math.max(from, one.start)) + neutralWords[one.kind];
		from = one.end;
	}
	return shown + text.slice(from);
}

/** What is still found in a copy and was not kept with a reason; empty means it may go out. */
export function leftOpen(copy: Texts, kept: ReadonlySet<string>): Span[] {
	return spansIn(copy).filter(({ text }) => !kept.has(text));
}

/** For eyes that may not see personal data: everything found is hidden. */
export function neutral(text: string): string {
	const decisions = personalDataIn(text).map(({ kind, start, end }): Decision => ({
		part: 'question',
		start,
		end,
		kind,
		decision: 'hide'
	}));
	return redact(text, decisions, 'question');
}
