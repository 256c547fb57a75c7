/** Words an officer gives with an act: tidied, long enough to say something, and fit to be told to the sender. */
import { personalDataIn } from '#platform/personal-data/personal-data.ts';
import { Refusal } from '#platform/refusal.ts';

type Rule = {
	field: string;
	/** What to write, as the end of "Hãy ghi …". */
	what: string;
	atLeast?: number;
	atMost?: number;
};

export function wordsOf(given: string, { field, what, atLeast = 1, atMost = 1000 }: Rule): string {
	const words = tidy(given);
	if (words.length < atLeast)
		throw new Refusal({
			code: `feedback.${field}`,
			field,
			message: `Hãy ghi ${what}${atLeast > 1 ? ` (ít nhất ${atLeast} ký tự)` : ''}.`
		});
	if (words.length > atMost)
		throw new Refusal({
			code: `feedback.${field}_long`,
			field,
			message: `Phần này dài quá ${atMost.toLocaleString('vi')} ký tự. Hãy viết gọn lại.`
		});
	return words;
}

const neverTold = new Set(['phone', 'citizen_id', 'email', 'bank_account']);

/** Words the sender reads as a step: steps are kept as long as the case, so nothing personal may stand in them. */
export function wordsForSender(given: string, rule: Rule): string {
	const words = wordsOf(given, rule);
	const found = personalDataIn(words).find(({ kind }) => neverTold.has(kind));
	if (found)
		throw new Refusal({
			code: `feedback.${rule.field}_personal`,
			field: rule.field,
			message: `“${found.text}” là dữ liệu cá nhân, không ghi vào lý do. Hãy viết lại mà không nêu số điện thoại, số giấy tờ của ai.`
		});
	return words;
}

export const tidy = (text: string): string =>
	text
		.toWellFormed()
		.normalize('NFC')
		.replace(/\r\n?/g, '\n')
		.replace(/\p{Cc}/gu, (control) => (control === '\n' || control === '\t' ? control : ''))
		.trim();
