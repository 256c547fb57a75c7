/**
 * Fees as sources print them: an amount in any writing, "Miễn phí" beside a note that says who sets the amount, notes in
 * brackets with words about the way of submitting behind them. What cannot be understood stays as printed.
 */
import type { Fee } from '../procedure.ts';
import { balanced, bare, cleaned } from './values.ts';

/** 50,000 · 50.000 · 1.250.000 · 8000 · 2.000,5 */
function amountOf(text: string, unit: string | undefined): number | null {
	const digits = text.replace(/[.,](?=\d{3}(?:\D|$))/g, '').replace(',', '.');
	const times =
		unit?.startsWith('nghin') || unit?.startsWith('ngan') ? 1000 : unit?.startsWith('trieu') ? 1e6 : 1;
	const value = Number(digits) * times;
	return Number.isFinite(value) ? value : null;
}

const money = String.raw`(\d{1,3}(?:[.,]\d{3})+|\d+(?:[.,]\d{1,2})?)\s*((?:nghin |ngan |trieu )?(?:viet nam dong|vnd|dong|d|usd|do la(?: my)?)(?![a-z])|\$)?`;
const range = new RegExp(String.raw`^(?:tu )?${money}\s*(?:-|–|den)\s*${money}\.?$`);
const single = new RegExp(String.raw`^(?:thu |muc thu |muc )?:?\s*${money}(?:\s*\/\s*([a-z ,]{1,60}))?\.?$`);
const free =
	/^(?:mien phi|mien|mien thu(?: phi| le phi)?|khong thu(?: phi| le phi)?|khong mat phi|khong phai nop.*)\.?$/;
/** The source has nothing to say of a fee, which is not the same as free. */
const nothingSet = /^(?:khong quy dinh|chua quy dinh|khong|khac)\.?$/;

/** "Miễn phí" beside this is a form left at its default, not a promise. */
const setElsewhere =
	/mức (?:thu )?(?:lệ )?phí|mức thu|theo (?:quy định|quyết định)|hội đồng nhân dân|\d\s*(?:đồng|đ|vnđ|vnd)(?!\p{L})/iu;
/** These say themselves that nothing is taken, or speak of something else than the fee. */
const freeIndeed =
	/^(?:miễn (?:lệ )?phí[.;]|không thu|không phải nộp|phí cấp bản sao|trả phí cho|miễn (?:lệ )?phí$)/iu;
const freeForSome = /^miễn (?:thu )?(?:lệ )?phí (?:cho|đối với)/iu;

/** A fee that only says that somebody else sets it. */
export const leftToOthers = (fee: Fee): boolean =>
	fee.kind === 'other' &&
	/hội đồng nhân dân|quyết định|quy định/iu.test(fee.text) &&
	!/\d\s*(?:đồng|đ)(?!\p{L})/iu.test(fee.text);

export type FeeRead = { fee: Fee; contradicted: boolean };

/** One fee of a way of submitting; `note` carries exemptions and where the amount is set. */
export function feeOf(printed: string, printedNote: string): Fee {
	return feeRead(printed, printedNote).fee;
}

export function feeRead(printed: string, printedNote: string): FeeRead {
	const text = cleaned(printed);
	const note = noteOf(printedNote);
	const words = bare(text).replace(/^(?:le phi|phi)\s*:?\s*/, '');
	const fee: Fee = {
		name: /^lệ phí/i.test(text) ? 'Lệ phí' : /^phí/i.test(text) ? 'Phí' : '',
		kind: 'unknown',
		amount: null,
		amountTo: null,
		currency: /usd|do la|\$/.test(words) ? 'USD' : 'VND',
		text: text.slice(0, 1000),
		note: note.slice(0, 8000),
		validFrom: null,
		validTo: null
	};
	const told = (one: Fee): FeeRead => ({ fee: one, contradicted: false });
	if (words === '' || nothingSet.test(words)) {
		// Nothing printed, but a note that says who sets the amount: that is what there is to say.
		return told(note ? { ...fee, kind: 'other', ...parted(note) } : fee);
	}
	const between = range.exec(words);
	if (between) {
		const [, low, lowUnit, high, highUnit] = between;
		const [amount, amountTo] = [amountOf(low!, lowUnit ?? highUnit), amountOf(high!, highUnit)];
		if (amount !== null && amountTo !== null && amount <= amountTo)
			return told({ ...fee, kind: 'range', amount, amountTo });
	}
	if (free.test(words)) {
		return (setElsewhere.test(note) && !freeIndeed.test(note)) || freeForSome.test(note)
			? { fee: { ...fee, kind: 'other', ...parted(note) }, contradicted: true }
			: told({ ...fee, kind: 'free', amount: 0 });
	}
	const one = single.exec(words);
	if (one) {
		const amount = amountOf(one[1]!, one[2]);
		if (amount === 0) return told({ ...fee, kind: 'free', amount: 0 });
		if (amount !== null) return told({ ...fee, kind: 'amount', amount });
	}
	return told({ ...fee, kind: 'other' });
}

/** Who sets the amount stands as the fee; exemptions and the rest beside it. */
function parted(note: string): { text: string; note: string } {
	const [, head, rest] =
		/^([\s\S]{20,}?(?<!\b(?:TP|số|Mục))[.;])\s+((?:[-–+]\s*)?\p{Lu}[\s\S]*)$/u.exec(note) ?? [];
	const [text, aside] = head && head.length <= 1000 ? [head, rest!] : [note.slice(0, 1000), note.slice(1000)];
	return { text: text.replace(/^[-–+]\s*/, ''), note: aside.slice(0, 8000) };
}

/** Brackets around the whole are dropped; "(/trang)" at the head says what a price is counted by and stays. */
function noteOf(printed: string): string {
	let note = cleaned(printed);
	while (!/^\(\//.test(note) && /^\([\s\S]*\)\.?$/.test(note)) {
		const inner = note.replace(/\.$/, '').slice(1, -1);
		if (!balanced(inner)) break;
		note = inner.trim();
	}
	return nothingSet.test(bare(note)) ? '' : note;
}

const aboutMoney =
	/lệ\s*phí|(?<!\p{L})phí(?!\p{L})|mức thu|\d\s*(?:đồng|đ|vnđ|vnd|usd)(?!\p{L})|miễn|không thu|(?<!\p{L})thu\s+\d|^\s*\/|(?:không|chưa) quy định|hội đồng nhân dân/iu;
const aboutHandingIn = /^[-–+\s]*(?:nộp|trả kết quả|qua dịch vụ|trực tiếp|thời gian|thời hạn|gửi)/iu;

/**
 * The note of a fee as the national portal's pages run it together with what is said about the way:
 * "(note)words about the way". Hours of reception and steps of the way are no note of a fee.
 */
export function notesApart(printed: string): { note: string; description: string } {
	const text = cleaned(printed);
	if (!text.startsWith('('))
		return aboutMoney.test(text) && !aboutHandingIn.test(text)
			? { note: text, description: '' }
			: { note: '', description: nothingSet.test(bare(text)) ? '' : text };
	const end = closing(text);
	const inner = text.slice(1, end ?? text.length);
	const rest = end === null ? '' : text.slice(end + 1).replace(/^[\s.;,]+/, '');
	if (!aboutMoney.test(inner)) return { note: '', description: text };
	// "(/giao dịch)" stays in its brackets, see `noteOf`.
	const note = /^\s*\//.test(inner) ? `(${inner.trim()})` : unwrapped(inner);
	if (!rest) return { note, description: '' };
	return aboutHandingIn.test(rest) || !aboutMoney.test(rest)
		? { note, description: rest }
		: { note: `${note} ${rest}`.trim(), description: '' };
}

/** Place of the bracket that closes the first one; null when the source was cut before it. */
function closing(text: string): number | null {
	let open = 0;
	for (let at = 0; at < text.length; at++) {
		if (text[at] === '(') open++;
		else if (text[at] === ')' && --open === 0) return at;
	}
	return null;
}

/** "(Lệ phí : 400.000 Đồng (Mức thu …" repeats the fee before it says its note. */
function unwrapped(inner: string): string {
	const told = inner.trim().replace(/^(?:(?:lệ\s*)?phí\s*:\s*)?[\d.,]*\s*đồng\s*\(\s*/iu, '');
	const bareOf = told.replace(/^\(\s*/, '');
	return balanced(bareOf) ? bareOf : bareOf.replace(/\)\s*$/, '').trim();
}
