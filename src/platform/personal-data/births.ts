/** Days and years of birth: after "sinh", in digits and in words, and beside a name. */
import type { FoldedText } from './folded-text.ts';
import { digitWords } from './number-words.ts';
import type { Finding } from './personal-data.ts';

const day = String.raw`\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?(?:\d{4}|\d{2})`;
const dayInWords = String.raw`\d{1,2}(?: thang |\/)\d{1,2} ?,? ?nam \d{2,4}`;
const year = String.raw`(?:19|20)\d{2}`;
const numberWord = `(?:${Object.keys(digitWords)
	.filter((word) => word.length > 1)
	.join('|')}|muoi|mot|moi|tram|nghin|ngan|linh|le|gieng|chap|\\d{1,4})`;
/** "hai mươi tháng năm năm một chín tám lăm". */
const spoken = String.raw`(?:(?:mong |mung )?${numberWord}(?: ${numberWord}){0,2} thang ${numberWord}(?:(?: ${numberWord})? nam ${numberWord}(?: ${numberWord}){0,6}|(?: ${numberWord})?)|${numberWord}(?: ${numberWord}){1,6})`;

const noBirth = 'hoc|hy|ve|phat|khai|thi|nay|ho|sap|moi|da|me|an|truong';
const cue = String.raw`(?<!\p{L})(?<!(?:${noBirth}) )(?:ngay thang nam sinh|ngay thang sinh|ngay sinh|nam sinh|sinh ngay|sinh nam|sinh thang|sinh vao|sinh hom|sinh|sn|s\/n|ns|n\.s)(?: cua (?:toi|em|chau|minh|con toi|me toi|bo toi))?\s?[ :.,(]{0,3}\s?(?:la |vao )?(?:ngay |hom )?(?:nam )?`;
const told = new RegExp(
	`${cue}(${day}|${dayInWords}|\\d{1,2}\\s?[/.-]\\s?${year}|${year}|\\d{1,2} thang \\d{1,2})(?![\\d/])`,
	'gu'
);
/** "ghi sai ngày sinh, đúng là ngày 5 tháng 11 năm 2019". */
const toldRight = new RegExp(
	String.raw`(?<!\p{L})(?:ngay|nam) sinh[^.\n\d]{0,24}(?:dung|phai|that)(?: ra)? la (?:ngay )?(?:nam )?(${day}|${dayInWords}|${year})(?![\d/])`,
	'gu'
);
/** "con em sinh ở bệnh viện … ngày 8/10/2026". */
const toldAt = new RegExp(
	String.raw`(?<!\p{L})(?:con|be|chau)(?: [a-z]{1,6}){0,2} sinh (?:o|tai)[^.,;\n\d]{0,40} ngay (${day}|${dayInWords})(?![\d/])`,
	'gu'
);
/** "tuổi Mão 1939": the year of the sign. */
const toldSign = new RegExp(
	String.raw`(?<!\p{L})tuoi (?:ty|ti|suu|dan|mao|meo|thin|ngo|mui|than|dau|tuat|hoi)[ ,(]{1,2}(?:sinh |nam |sn )*(${year})(?![\d/])`,
	'gu'
);
const toldShort =
	/(?<!\p{L})(?:sinh nam|nam sinh|sn)\s?[: ]\s?(\d{2})(?![\d/.:%]|\s?(?:trieu|nghin|nguoi|tuoi|con|chau))/gu;
const toldSpoken = new RegExp(
	String.raw`(?<!\p{L})(?:ngay sinh|nam sinh|sinh ngay|sinh nam|sinh vao nam)\s?[:]?\s?(?:la )?(?:ngay )?(${spoken})(?!\p{L})`,
	'gu'
);
/** "Lê Gia Bảo 12/05/2024", "Hoàng Đình Bảo, 1958," right after a name. */
const beside = new RegExp(`^(?:[ ,]{1,2}|\\s?[(\\-–]\\s?|, ns |, sn )(${day})(?![\\d/])`, 'u');
const yearBeside = new RegExp(`^(?:, |\\s?\\()(${year})(?=[,.);\\n]|$)`, 'u');

export function birthsIn({ folded }: FoldedText, names: readonly Finding[]): Finding[] {
	const found: Finding[] = [];
	for (const pattern of [told, toldRight, toldAt, toldSign, toldShort, toldSpoken]) {
		for (const match of folded.matchAll(pattern))
			add(match.index + match[0].lastIndexOf(match[1]!), match[1]!);
	}
	for (const { to } of names) {
		const after = folded.slice(to, to + 24);
		const match = beside.exec(after) ?? yearBeside.exec(after);
		if (match) add(to + match[0].lastIndexOf(match[1]!), match[1]!);
	}
	return found;

	function add(from: number, said: string): void {
		found.push({ kind: 'birth_date', from, to: from + said.length });
	}
}
