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

/**
 * Everything marked: what the program finds, and every place of the words a person marked by hand. Names found in one
 * place and words marked by hand are looked for again everywhere, with other tones, without tones, in capitals.
 */
export function spansIn(texts: Texts, byHand: readonly string[] = []): Span[] {
	const inOrder = Object.keys(parts) as Part[];
	const data = new Map(inOrder.map((part) => [part, personalDataIn(texts[part])]));
	const names = [...data.values()].flat().filter(({ kind }) => kind === 'name');
	const wanted = [
		...byHand.map((words) => ({ words, kind: 'other' as PersonalKind })),
		...names.map(({ text }) => ({ words: text, kind: 'name' as PersonalKind }))
	].filter(({ words }, at, all) => words.trim() !== '' && all.findIndex((one) => one.words === words) === at);
	return inOrder.flatMap((part) => {
		const text = texts[part];
		const found: Omit<Span, 'key' | 'part'>[] = [
			...data.get(part)!,
			...wanted.flatMap(({ words, kind }) => placesOf(text, words).map((place) => ({ kind, ...place })))
		];
		const seen = new Map<string, number>();
		return joined(found, text).map((span) => {
			const times = (seen.get(span.text) ?? 0) + 1;
			seen.set(span.text, times);
			return { ...span, part, key: `${part}:${times}:${span.text}` };
		});
	});
}

type Place = { start: number; end: number; text: string };

/** Where the words stand: as they are written anywhere, and in any other spelling as whole words. */
export function placesOf(text: string, words: string): Place[] {
	const places: Place[] = [];
	const add = (start: number, end: number): void => {
		places.push({ start, end, text: text.slice(start, end) });
	};
	for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length))
		add(at, at + words.length);
	const [bare, origin] = bareOf(text);
	const [wanted] = bareOf(words.trim());
	if (wanted === '') return places;
	for (let at = bare.indexOf(wanted); at >= 0; at = bare.indexOf(wanted, at + 1)) {
		const end = at + wanted.length;
		if (isWordSign(bare[at - 1]) || isWordSign(bare[end])) continue;
		add(origin[at]!, origin[end]!);
	}
	return places;
}

const isWordSign = (sign: string | undefined): boolean => sign !== undefined && /[\p{L}\p{N}]/u.test(sign);

/** Without tones and capitals, runs of white space as one; with the place in the text every sign comes from. */
function bareOf(text: string): [string, number[]] {
	let bare = '';
	const origin: number[] = [];
	let at = 0;
	for (const sign of text) {
		const plain = /\s/.test(sign)
			? ' '
			: sign.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd');
		if (plain !== ' ' || !bare.endsWith(' ')) {
			for (const one of plain) {
				bare += one;
				for (let unit = 0; unit < one.length; unit += 1) origin.push(at);
			}
		}
		at += sign.length;
	}
	origin.push(text.length);
	return [bare, origin];
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
export function leftOpen(copy: Texts, kept: ReadonlySet<string>, hidden: readonly string[] = []): Span[] {
	return spansIn(copy, hidden).filter(({ text }) => !kept.has(text));
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
