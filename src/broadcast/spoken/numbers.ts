/**
 * Numbers in words (đọc số) as a Vietnamese presenter says them. North: "linh", "nghìn"; south: "lẻ", "ngàn".
 */
export type Region = 'north' | 'south';

const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;
/** Beyond, nobody listens: it is read digit by digit. */
const LONGEST = 18;

export const digitWord = (digit: string): string => digits[Number(digit)]!;

/** "0220" → "không hai hai không". */
export const digitsOf = (text: string): string => [...text].map(digitWord).join(' ');

/** A whole number given as digits: "1250" → "một nghìn hai trăm năm mươi". Leading zeros are not read. */
export function wholeNumber(text: string, region: Region = 'north'): string {
	const bare = text.replace(/^0+(?=\d)/, '');
	if (bare.length > LONGEST) return digitsOf(bare);
	if (bare === '0') return digits[0];
	const thousand = region === 'north' ? 'nghìn' : 'ngàn';
	const scales = ['', thousand, 'triệu', 'tỷ', `${thousand} tỷ`, 'triệu tỷ'];
	const groups: string[] = [];
	for (let end = bare.length; end > 0; end -= 3) groups.unshift(bare.slice(Math.max(0, end - 3), end));
	return groups
		.flatMap((group, at) => {
			if (Number(group) === 0) return [];
			const scale = scales[groups.length - 1 - at]!;
			return [[hundreds(group, at > 0, region), scale].filter(Boolean).join(' ')];
		})
		.join(' ');
}

/** Up to three digits; `whole`: something was read before, so missing hundreds are named. */
function hundreds(group: string, whole: boolean, region: Region): string {
	const [hundred, ten, one] = group.padStart(3, '0').split('').map(Number) as [number, number, number];
	const said: string[] = [];
	if (hundred > 0 || whole) said.push(digits[hundred]!, 'trăm');
	if (ten === 0) {
		if (one > 0) {
			if (said.length > 0) said.push(region === 'north' ? 'linh' : 'lẻ');
			said.push(digits[one]!);
		}
		return said.join(' ');
	}
	said.push(...(ten === 1 ? ['mười'] : [digits[ten]!, 'mươi']));
	if (one > 0) said.push(lastDigit(one, ten));
	return said.join(' ');
}

function lastDigit(one: number, ten: number): string {
	if (one === 5) return 'lăm';
	if (ten > 1 && one === 1) return 'mốt';
	if (ten > 1 && one === 4) return 'tư';
	return digits[one]!;
}

/** A number as written: thousands with dots, decimals with a comma (or one dot): "1.234,5". */
export function writtenNumber(text: string, region: Region = 'north'): string {
	const [whole, part] = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(text)
		? text.replaceAll('.', '').split(',')
		: text.split(/[.,]/);
	return part === undefined
		? wholeNumber(whole!, region)
		: `${wholeNumber(whole!, region)} phẩy ${decimals(part, region)}`;
}

function decimals(part: string, region: Region): string {
	return part.length === 2 && !part.startsWith('0') ? wholeNumber(part, region) : digitsOf(part);
}

/** "thứ nhất", "thứ tư": what stands after "thứ". */
export function ordinal(text: string, region: Region = 'north'): string {
	const value = Number(text);
	if (value === 1) return 'nhất';
	return value === 4 ? 'tư' : wholeNumber(text, region);
}

/** A day of the month after "ngày": the first ten are "mùng". */
export const dayOfMonth = (text: string): string =>
	Number(text) <= 10 ? `mùng ${wholeNumber(text)}` : wholeNumber(text);

export const monthOf = (text: string): string => (Number(text) === 4 ? 'tư' : wholeNumber(text));

const romanDigits: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

/** XIV → 14; null for what is no Roman numeral. */
export function romanValue(text: string): number | null {
	if (!/^(?:C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/.test(text) || text === '') return null;
	let sum = 0;
	[...text].forEach((letter, at) => {
		const value = romanDigits[letter]!;
		sum += value < (romanDigits[text[at + 1] ?? ''] ?? 0) ? -value : value;
	});
	return sum;
}
