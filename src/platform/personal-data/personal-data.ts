/**
 * Personal data (dữ liệu cá nhân; Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15) in a text that people wrote: where it
 * stands, so that a person can take it out before the text is published. It suggests; it never changes a text.
 *
 * Shapes and kinds are those of contracts, `triage`.
 */
import { addressesIn } from './addresses.ts';
import { foldText, placesOf } from './folded-text.ts';
import { namesIn } from './names.ts';
import { numbersIn } from './numbers.ts';

export const personalKinds = {
	phone: 'Số điện thoại',
	citizen_id: 'Số căn cước, chứng minh nhân dân',
	email: 'Thư điện tử',
	address: 'Địa chỉ',
	name: 'Họ tên',
	bank_account: 'Số tài khoản',
	plate: 'Biển số xe',
	birth_date: 'Ngày sinh',
	file_code: 'Mã hồ sơ',
	other: 'Số giấy tờ khác'
} as const;
export type PersonalKind = keyof typeof personalKinds;

/** Places in UTF-16 units of the text as it came. */
export type PersonalData = { kind: PersonalKind; start: number; end: number; text: string };

/** A find in the folded text, before places are carried back. */
export type Finding = { kind: PersonalKind; from: number; to: number };

const email =
	/(?<![\p{L}\d])[a-z\d][a-z\d._%+-]*\s?(?:@|\(at\)|\[at\]|\(a\)| a cong | a ?vong )\s?[a-z\d-]+(?:\s?(?:\.|\bcham\b|\(dot\))\s?[a-z]{2,})+/gu;

/** Everything personal in the text, in order; what overlaps is told once, as the kind that says most. */
export function personalDataIn(original: string): PersonalData[] {
	const text = foldText(original);
	const emails = [...text.folded.matchAll(email)].map((match): Finding => ({
		kind: 'email',
		from: match.index,
		to: match.index + match[0].length
	}));
	// In order of certainty: an address inside what is surely an e-mail is no address.
	const kept: Finding[] = [];
	for (const found of [...emails, ...ordered(numbersIn(text)), ...addressesIn(text), ...namesIn(text)]) {
		if (found.to > found.from && !kept.some((one) => found.from < one.to && one.from < found.to))
			kept.push(found);
	}
	return kept
		.sort((a, b) => a.from - b.from)
		.map(({ kind, from, to }) => {
			const { start, end } = placesOf(text, from, to);
			return { kind, start, end, text: original.slice(start, end) };
		});
}

const certainty: PersonalKind[] = [
	'file_code',
	'plate',
	'birth_date',
	'other',
	'phone',
	'citizen_id',
	'bank_account'
];
const ordered = (found: Finding[]): Finding[] =>
	found.toSorted((a, b) => certainty.indexOf(a.kind) - certainty.indexOf(b.kind));
