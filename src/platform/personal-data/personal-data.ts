/**
 * Personal data (dữ liệu cá nhân; Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15) in a text that people wrote: where it
 * stands, so that a person can take it out before the text is published. It suggests; it never changes a text.
 *
 * What is marked, and how far:
 * - `phone`, `citizen_id`, `bank_account`, `file_code`, `other`: the number itself with what stands inside it, also in
 *   words; not its label, the name of the bank, or the full stop after it. `+` and `(` at the front belong to it.
 * - `other`: insurance, tax, licence, passport and customer numbers, pages of persons on social networks.
 * - `email`: the whole address, also as "a còng gmail chấm com". `plate`: the plate, not "biển số".
 * - `birth_date`: the day or the year, not "sinh ngày"; a day beside a name is a day of birth.
 * - `name`: family name to given name, or the given name after a title; the title ("ông", "cán bộ") names nobody.
 * - `address`: a house number with its lane, street or quarter ("số 12 ngõ 34 phố …"), to the end of the address; a quarter
 *   or street without a house only where somebody is said to live there, or beside a name or a number to call.
 *
 * Not marked: law and document numbers, codes of procedures, money, hours, days of events, streets, quarters, schools
 * and agencies by themselves, seats of agencies, hotlines and numbers of agencies, boxes under gov.vn, historic names.
 *
 * Shapes and kinds are those of contracts, `triage`.
 */
import { addressesIn } from './addresses.ts';
import { birthsIn } from './births.ts';
import { codesIn } from './codes.ts';
import { foldText, placesOf } from './folded-text.ts';
import { namesBeside, namesIn } from './names.ts';
import { numbersIn } from './numbers.ts';
import { spokenNumbersIn } from './spoken-numbers.ts';

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

/** Everything personal in the text, in order; what overlaps is told once, as the kind that says most. */
export function personalDataIn(original: string): PersonalData[] {
	const text = foldText(original);
	const codes = codesIn(text);
	const numbers = [...numbersIn(text), ...spokenNumbersIn(text)];
	const phones = numbers.filter(({ kind }) => kind === 'phone');
	const names = [...namesIn(text), ...namesBeside(text, phones)];
	// In order of certainty: an address inside what is surely an e-mail is no address.
	const births = birthsIn(text, names);
	// Somebody's name or day of birth, and then where they live.
	const addresses = addressesIn(text, [...names, ...births], phones);
	const all = [...codes, ...births, ...numbers, ...addresses, ...names];
	return apart(all, text.folded.length).map(({ kind, from, to }) => {
		const { start, end } = placesOf(text, from, to);
		return { kind, start, end, text: original.slice(start, end) };
	});
}

/** Those that do not overlap an earlier one of the list, in the order of the text. */
function apart(found: readonly Finding[], length: number): Finding[] {
	const taken = new Uint8Array(length);
	return found
		.filter(({ from, to }) => {
			if (to <= from || taken.subarray(from, to).includes(1)) return false;
			taken.fill(1, from, to);
			return true;
		})
		.toSorted((a, b) => a.from - b.from);
}
