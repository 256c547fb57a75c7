/** How times, fees and numbers of copies are said; nothing is computed that depends on the person. */
import { addDays, type Day } from '#platform/clock.ts';
import * as format from '#platform/format.ts';
import { timeUnits, type Fee, type Paper, type TimeLimit } from './procedure.ts';
import { said, withoutBrackets } from './prose.ts';

/** The main words, what stands smaller beside them; `text` is empty when the source said nothing. */
export type Words = { text: string; notes: string[] };

/** 2,5 and 15: as many decimals as there are. */
export function quantity(value: number): string {
	const decimals = Number.isInteger(value) ? 0 : (String(value).split('.')[1]?.length ?? 0);
	return format.number(value, Math.min(decimals, 2));
}

/** Does the printed text say more than the number we show anyway? */
const saysMore = (text: string, known: RegExp): boolean =>
	text
		.toLocaleLowerCase('vi')
		.replaceAll(known, '')
		.replaceAll(/[^\p{L}]/gu, '') !== '';

const timeWords = /ngày|làm|việc|giờ|tháng|phút/gu;

export function timeWordsOf(time: TimeLimit): Words {
	const printed = said(withoutBrackets(time.text));
	const counted =
		time.value === null
			? ''
			: time.unit
				? `${quantity(time.value)} ${timeUnits[time.unit]}`
				: `${quantity(time.value)} (nguồn chưa ghi đơn vị)`;
	// "Ngay trong ngày; nhận sau 15 giờ …" is a better answer than "1 ngày làm việc".
	const atOnce = /^(?:ngay|trong ngày)[^;.(]{0,60}/iu.exec(printed)?.[0].trim();
	if (atOnce) {
		const rest = printed
			.slice(atOnce.length)
			.replace(/^[\s;.,]+/, '')
			.trim();
		return { text: format.capitalise(atOnce), notes: rest ? [format.capitalise(rest)] : [] };
	}
	if (!counted) return { text: printed, notes: [] };
	return { text: counted, notes: saysMore(printed, timeWords) ? [printed] : [] };
}

/** The local promise first, what the law allows beside it. */
export function promisedTime(legal: TimeLimit, local: TimeLimit | null): Words {
	const law = timeWordsOf(legal);
	if (!local) return law;
	const promise = timeWordsOf(local);
	if (!promise.text || promise.text === law.text) return law;
	return {
		text: promise.text,
		notes: [
			...promise.notes,
			law.text
				? `Địa phương đã rút ngắn; thời hạn theo luật là ${lowerFirst(law.text)}.`
				: 'Thời hạn địa phương đã rút ngắn.',
			...law.notes
		]
	};
}

const lowerFirst = (text: string): string => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);

const moneyOf = (amount: number, currency: Fee['currency']): string =>
	currency === 'VND' ? `${quantity(amount)} đồng` : `${quantity(amount)} USD`;

const feeWords = /việt\s*nam\s*đồng|vnđ|vnd|đồng|usd|đô la|lệ phí|phí|miễn|mức|không|thu|\bđ\b/gu;

export function feeWordsOf(fee: Fee): Words {
	const printed = said(withoutBrackets(fee.text));
	const name = fee.name.trim();
	const named = (words: string): string =>
		name && !/^(lệ phí|phí)$/iu.test(name) ? `${name}: ${lowerFirst(words)}` : words;
	let text: string;
	switch (fee.kind) {
		case 'free':
			text = named('Miễn phí');
			break;
		case 'amount':
			text =
				fee.amount === null
					? ''
					: fee.amount === 0
						? named('Miễn phí')
						: named(moneyOf(fee.amount, fee.currency));
			break;
		case 'range':
			text =
				fee.amount === null && fee.amountTo === null
					? ''
					: named(
							[
								fee.amount === null ? '' : `Từ ${quantity(fee.amount)}`,
								fee.amountTo === null ? '' : `đến ${moneyOf(fee.amountTo, fee.currency)}`
							]
								.filter(Boolean)
								.join(' ')
						);
			break;
		case 'other':
		case 'unknown':
			text = '';
	}
	const notes = [];
	if (!text) text = printed && named(printed);
	else if (saysMore(printed, feeWords)) notes.push(printed);
	let note = said(withoutBrackets(fee.note));
	// The national database writes what a price is counted by as "(/trang)" at the head of the note.
	const per = /^\(\/\s*(\p{L}[\p{L} ]{0,30})\)\s*/u.exec(note);
	if (per && fee.kind === 'amount' && fee.amount) {
		text += `/${per[1]!.trim()}`;
		note = note.slice(per[0].length).trim();
	}
	if (note && note !== printed) notes.push(note);
	return { text, notes };
}

/** "Áp dụng từ 08/8/2026 đến hết 31/12/2031": a fee seen on the day, with the days it holds. */
export function validity(fee: Pick<Fee, 'validFrom' | 'validTo'>): string {
	const until = fee.validTo === null ? '' : `đến hết ngày ${format.date(addDays(fee.validTo, -1))}`;
	const since = fee.validFrom === null ? '' : `từ ngày ${format.date(fee.validFrom)}`;
	return since || until ? `Áp dụng ${[since, until].filter(Boolean).join(' ')}.` : '';
}

export type FeeStanding = 'past' | 'now' | 'later';
export function feeStanding(fee: Pick<Fee, 'validFrom' | 'validTo'>, on: Day): FeeStanding {
	if (fee.validFrom !== null && on < fee.validFrom) return 'later';
	return fee.validTo !== null && on >= fee.validTo ? 'past' : 'now';
}

/** "1 bản chính, 1 bản sao"; empty when the source did not say. */
export function copiesOf(paper: Pick<Paper, 'originals' | 'copies'>): string {
	return [
		paper.originals ? `${paper.originals} bản chính` : '',
		paper.copies ? `${paper.copies} bản sao` : ''
	]
		.filter(Boolean)
		.join(', ');
}
