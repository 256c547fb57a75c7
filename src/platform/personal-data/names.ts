/** Names of people in a text, written with capitals or, as many type on a phone, without capitals and tones. */
import type { FoldedText } from './folded-text.ts';
import {
	doubtfulFamilyNames,
	everydayPairs,
	familyNames,
	familyNamesWithTones,
	givenNames,
	middleNames,
	notAfterTitle,
	placeWords,
	titles
} from './name-words.ts';
import type { Finding } from './personal-data.ts';

type Word = {
	bare: string;
	written: string;
	from: number;
	to: number;
	capital: boolean;
	upper: boolean;
	near: boolean;
};

/** Said by the writer of themselves or of somebody: what follows is a name also in small letters. */
const cue =
	/(?:ten toi la|toi ten la|toi ten|ten em la|em ten la|em ten|ten la|toi la|em la|chau la|minh la|ho va ten|ho ten|nguoi gui|nguoi phan anh|nguoi viet don|ky ten|chu ho|nguoi nop|chu tai khoan|ten chu the|can bo ten|nhan vien ten)\s?[:\-.,]?\s?(?:la )?$/;

export function namesIn(text: FoldedText): Finding[] {
	const words = wordsOf(text);
	const found: Finding[] = [];
	for (let at = 0; at < words.length; at++) {
		const length = nameAt(text, words, at);
		if (length === 0) continue;
		found.push({ kind: 'name', from: words[at]!.from, to: words[at + length - 1]!.to });
		at += length - 1;
	}
	return found;
}

function wordsOf(text: FoldedText): Word[] {
	const all: Word[] = [];
	for (const match of text.folded.matchAll(/[a-z]+/g)) {
		const from = match.index;
		const to = from + match[0].length;
		const written = text.original.slice(text.at[from], text.at[to]);
		all.push({
			bare: match[0],
			written: written.normalize('NFC').toLowerCase(),
			from,
			to,
			capital: /^\p{Lu}/u.test(written),
			upper: written.length > 1 && written === written.toUpperCase(),
			near: from > 0 && /^[ \t]$/.test(text.folded[from - 1]!) && (all.at(-1)?.to ?? -9) === from - 1
		});
	}
	return all;
}

/** How many words from here are a name; 0 when none. The title ("ông", "chị") stays outside: it names nobody. */
function nameAt(text: FoldedText, words: Word[], at: number): number {
	const word = words[at]!;
	const lead = text.folded.slice(Math.max(0, word.from - 40), word.from);
	if (placeWords.test(lead) && word.capital) return 0;
	const told = cue.test(lead);
	const previous = word.near ? words[at - 1] : undefined;
	const titled = previous !== undefined && titles.has(previous.bare);
	const whole = fullName(words, at, told);
	if (whole > 0) return isPublicName(words, at, whole) ? 0 : whole;
	if (told && !/^(?:la|ten|ho|va)$/.test(word.bare)) return callName(words, at, true);
	if (titled && !(previous.capital && previous.upper && !word.upper))
		return callName(words, at, false, previous);
	return 0;
}

/** Family name, middle names, given name: two to five words. */
function fullName(words: Word[], at: number, told: boolean): number {
	const first = words[at]!;
	if (!isFamilyName(first)) return 0;
	let length = 1;
	while (length < 5 && words[at + length]?.near) {
		const next = words[at + length]!;
		const fits = first.capital
			? next.capital && (first.upper || !next.upper || next.bare.length > 3)
			: !next.capital && (middleNames.has(next.bare) || givenNames.has(next.bare));
		if (!fits) break;
		length++;
	}
	if (length < 2) return 0;
	const second = words[at + 1]!;
	if (first.capital) {
		// "Hồ Sơ", "ĐỖ XE": a heading in capitals is no name unless its words are names.
		const known = (word: Word) => middleNames.has(word.bare) || givenNames.has(word.bare);
		if (length === 2) return known(second) && (!first.upper || !doubtfulFamilyNames.has(first.bare)) ? 2 : 0;
		return known(second) || known(words[at + length - 1]!) ? length : 0;
	}
	// Small letters: only with a middle name, and a given name after it, unless the writer says "tôi là".
	if (!told && doubtfulFamilyNames.has(first.bare) && second.bare !== 'thi' && second.bare !== 'van')
		return 0;
	if (length > 4) length = 4;
	const middle = middleNames.has(second.bare);
	if (length >= 3 && middle) {
		const strong = second.bare === 'thi' || second.bare === 'van' || told;
		return strong
			? givenNames.has(words[at + 2]!.bare)
				? smallLength(words, at, length)
				: 0
			: familyIsRare(first)
				? length
				: 0;
	}
	return told ? length : 0;
}

const isFamilyName = (word: Word): boolean =>
	word.written === word.bare ? familyNames.has(word.bare) : familyNamesWithTones.has(word.written);

/** Three words, or four when the fourth is a given name after one that is often a middle name. */
function smallLength(words: Word[], at: number, length: number): number {
	if (length < 4) return length;
	return middleNames.has(words[at + 2]!.bare) &&
		givenNames.has(words[at + 3]!.bare) &&
		words[at + 1]!.bare === 'thi'
		? 4
		: 3;
}

const familyIsRare = (word: Word): boolean =>
	[
		'nguyen',
		'tran',
		'pham',
		'hoang',
		'huynh',
		'phan',
		'dang',
		'bui',
		'duong',
		'doan',
		'trinh',
		'truong'
	].includes(word.bare);

/** A given name alone, after a title or after "tôi là". */
function callName(words: Word[], at: number, told: boolean, title?: Word): number {
	const word = words[at]!;
	const next = words[at + 1]?.near ? words[at + 1]! : undefined;
	if (
		notAfterTitle.has(word.bare) &&
		!(word.capital && givenNames.has(word.bare) && !postFollows(word, next))
	)
		return 0;
	if (title && !word.capital && everydayPairs.has(`${title.bare} ${word.bare}`)) return 0;
	if (word.capital) {
		if (!givenNames.has(word.bare) && !middleNames.has(word.bare)) return 0;
		return next?.capital && givenNames.has(next.bare) && !titles.has(next.bare) ? 2 : 1;
	}
	// Without capitals only the plainest: "tôi là hoa", "chị hương bên một cửa".
	if (!givenNames.has(word.bare) || (told ? false : !clearlyCalled(word))) return 0;
	return 1;
}

/** "bà Chủ tịch", "ông Trưởng thôn": the capital belongs to a post. */
const postFollows = (word: Word, next: Word | undefined): boolean =>
	/^(?:chu|pho|truong|bi|thu|can|cong|giam)$/.test(word.bare) &&
	/^(?:tich|chu|truong|thon|phong|thu|ky|bo|an|chuc|doc|ban|khu|to|dai)$/.test(next?.bare ?? '');

const clearlyCalled = (word: Word): boolean =>
	/^(?:huong|hoa|lan|tuan|hung|dung|nga|thuy|hien|hanh|linh|trang|thao|long|tung|cuong|kien|khanh|loan|oanh|ngoc|nhung|cuc|hue|bich|vinh|phuc|huy|hieu|thinh|khoa|luyen|hang|quynh|phuong|yen|duyen|huyen|diep|thoa|tham|duong|giang|hoang)$/.test(
		word.bare
	);

/** Names everybody may say: streets and schools carry them, they are nobody's data. */
function isPublicName(words: Word[], at: number, length: number): boolean {
	const name = words
		.slice(at, at + length)
		.map((word) => word.bare)
		.join(' ');
	return /^(?:ho chi minh|tran hung dao|le loi|nguyen trai|tran phu|ly thuong kiet|nguyen du|quang trung|vo nguyen giap|le duan)$/.test(
		name
	);
}
