/**
 * Contents of a message (nội dung): a person who writes of the lamp, the late file and a rude officer in one breath
 * brings several matters, which the law wants told apart (NĐ 154/2026 Đ14 k4). This suggests where one ends and the
 * next begins; the officer who splits the case decides. Greetings and who the sender is belong to none of them.
 */
import { likelyUnit, type UnitKey } from './likely-unit.ts';
import { readingOf, type MessageClass } from './message-class.ts';

/** Places in UTF-16 units of the text as it came; contents do not overlap and come in order. */
export type Content = { start: number; end: number; text: string; class: MessageClass; unit: UnitKey | null };

type Sentence = { start: number; end: number; text: string; marked: boolean };

/** Longer texts are looked at up to here; what follows goes with the last content. */
const LONGEST = 20_000;
const MOST_SENTENCES = 200;
/** A sentence that says less of a matter goes with the one before. */
const PLAIN = 4;
/** A proposal of its own, not only "đề nghị phường sửa" after a trouble. */
const STRONG = 8;

/** A full stop before a new sentence, a line, or a point of a list. */
const sentenceEnd = /[.!?…;]{1,5}[\s"”)]{1,5}(?=[\p{L}\d"“(*+-])|[\r\n]+/gu;
/** Words with which people begin another matter. */
const opening =
	/^[\s"“(]{0,5}(?:\d{1,2}\s?[.)/:-]|[-+*•–]|[a-e]\)|(?:thứ|thu)\s(?:nhất|nhat|hai|ba|tư|tu|năm|nam)|(?:một|hai|ba|bốn) là|ngoài ra|ngoai ra|bên cạnh đó|ben canh do|đồng thời|dong thoi|tiện đây|tien day|nhân đây|nhan day|nhân tiện|nhan tien|còn (?:nữa|về|việc|một)|con (?:nua|ve|viec|mot)|một (?:việc|chuyện|vấn đề) (?:nữa|khác)|mot (?:viec|chuyen|van de) (?:nua|khac)|việc (?:thứ )?(?:hai|ba|nữa)|viec (?:thu )?(?:hai|ba|nua)|nội dung|noi dung|về việc|ve viec|về vấn đề|mặt khác|mat khac|cũng xin|cung xin)/iu;

export function contents(text: string): Content[] {
	const found: Content[] = [];
	for (const sentence of sentencesOf(text)) {
		if (closing.test(sentence.text)) continue;
		const { class: kind, weight } = readingOf(sentence.text);
		const unit = likelyUnit(sentence.text, kind)?.key ?? null;
		const last = found.at(-1);
		if (kind === 'unclear' || (weight < PLAIN && !(sentence.marked && last))) {
			// What only tells more of the matter stays with it; a closing or the sender's address goes with none.
			if (last && !aboutSender.test(sentence.text)) last.end = sentence.end;
			continue;
		}
		const another = !last || isAnother(last, { class: kind, unit, weight }, sentence);
		if (another) found.push({ start: sentence.start, end: sentence.end, text: '', class: kind, unit });
		else last.end = sentence.end;
	}
	if (found.length < 2) return whole(text);
	found.at(-1)!.end = text.length > LONGEST ? text.length : found.at(-1)!.end;
	return found.map((content) => ({ ...content, text: text.slice(content.start, content.end) }));
}

/** Asks, proposals and thanks after a trouble are most often about that trouble. */
const following: readonly MessageClass[] = ['proposal', 'question', 'praise', 'unclear'];

function isAnother(
	last: Content,
	next: { class: MessageClass; unit: UnitKey | null; weight: number },
	{ text, marked }: Sentence
): boolean {
	// Who makes a list tells matters apart.
	if (marked && point.test(text)) return true;
	if (next.class === last.class) return marked && next.unit !== null && next.unit !== last.unit;
	return marked || !following.includes(next.class) || (next.class === 'proposal' && next.weight >= STRONG);
}

const point = /^[\s"“(]{0,5}(?:\d{1,2}\s?[.)/:-]|[-+*•–]|[a-e]\)|(?:thứ|thu)\s)/iu;
const closing =
	/^\s*(?:(?:xin |tôi |em |toi )?(?:trân trọng|tran trong|chân thành|chan thanh)?\s?(?:cảm ơn|cam on|cám ơn)[^.!?]{0,24}|(?:trân trọng|tran trong)(?: kính chào)?|kính (?:gửi|thưa|chào)[^.!?]{0,60}|kinh (?:gui|thua|chao)[^.!?]{0,60})[\s.!,]*$/iu;
const aboutSender =
	/(?:tôi tên|tên tôi|toi ten|ten toi|tôi là|toi la|sđt|sdt|số điện thoại|so dien thoai|địa chỉ|dia chi|trân trọng|tran trong|xin cảm ơn|xin cam on|kính gửi|kinh gui|kính thưa)/iu;

function whole(text: string): Content[] {
	const start = text.length - text.trimStart().length;
	const end = text.trimEnd().length;
	if (end <= start) return [];
	const looked = text.slice(0, LONGEST);
	const { class: kind } = readingOf(looked);
	const unit = likelyUnit(looked, kind)?.key ?? null;
	return [{ start, end, text: text.slice(start, end), class: kind, unit }];
}

function sentencesOf(text: string): Sentence[] {
	const looked = text.slice(0, LONGEST);
	const sentences: Sentence[] = [];
	const add = (from: number, to: number) => {
		const piece = looked.slice(from, to);
		const start = from + (piece.length - piece.trimStart().length);
		const end = from + piece.trimEnd().length;
		if (end <= start) return;
		const said = looked.slice(start, end);
		// "1." alone is the head of the sentence after it.
		const head = sentences.at(-1);
		if (head && /^(?:\d{1,2}|[a-e])\s?[.)]$/i.test(head.text)) {
			sentences.pop();
			sentences.push({ start: head.start, end, text: looked.slice(head.start, end), marked: true });
		} else sentences.push({ start, end, text: said, marked: opening.test(said) });
	};
	let from = 0;
	for (const match of looked.matchAll(sentenceEnd)) {
		if (sentences.length >= MOST_SENTENCES) break;
		add(from, match.index + match[0].length);
		from = match.index + match[0].length;
	}
	add(from, looked.length);
	return sentences;
}
