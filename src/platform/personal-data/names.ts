/** Names of people in a text, written with capitals or, as many type on a phone, without capitals and tones. */
import type { FoldedText } from './folded-text.ts';
import {
	birthOrder,
	doubtfulFamilyNames,
	everydayPairs,
	familyNames,
	familyNamesWithTones,
	givenNames,
	middleNames,
	notAfterTitle,
	placeWords,
	posts,
	publicNames,
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
	/** Only a space between it and the word before. */
	near: boolean;
	/** Its text is written with tones. */
	toned: boolean;
};

/** Said by the writer of themselves or of somebody: what follows is a name also in small letters. */
const cue =
	/(?<!\p{L})(?:ten (?:toi|tui) la|(?:toi|tui|tau) ten la|(?:toi|tui|tau) ten|ten em la|em ten la|em ten|ten chau la|chau ten la|chau ten|minh ten la|minh ten|ten minh la|ten that la|ten la|ten day du la|ho ten|(?:toi|tui|tau|qua) la|em la|chau la|minh la|con la|ho va ten|nguoi gui|nguoi phan anh|nguoi viet don|nguoi lam don|nguoi khai|ky ten|chu ho|chu ho la|nguoi nop|nguoi nop don|chu tai khoan|ten chu the|ten tai khoan|ten nguoi nhan|can bo ten|nhan vien ten|nguoi ten|danh tinh|ten)\s?[:\-.,]?\s?(?:la )?$/u;
/** "tên đường", "ghi sai tên", "ký tên": what follows "tên" alone is no name without a capital. */
const strongCue =
	/(?<!ten)(?:la|ten toi|ten tui|toi ten|tui ten|ho ten|ho va ten|nguoi gui|ky ten|em ten|chau ten|minh ten)\s?[:\-.,]?\s?(?:la )?$/;
/** A place word that is part of somebody's post: "trưởng khu", "tổ trưởng tổ 4". */
const postPlace =
	/(?:truong|pho|chu|to truong|dai dien) (?:khu|thon|xom|ap|ban|to|lang|quan|tiem|shop|xuong|cua hang|cong ty|nha may|nha tro|khu tro|tro|ho|doan|truong)(?: \d{1,3})? $/;

export function namesIn(text: FoldedText): Finding[] {
	const words = wordsOf(text);
	const found: Finding[] = [];
	for (let at = 0; at < words.length; at++) {
		// "thằng Tai do thi": right behind a name no other one begins in small letters.
		const behind = words[at]!.near && !words[at]!.capital && found.at(-1)?.to === words[at - 1]!.to;
		const length = behind ? 0 : nameAt(text, words, at);
		if (length === 0) continue;
		if (length < 0) {
			at += -length - 1;
			continue;
		}
		found.push({ kind: 'name', from: words[at]!.from, to: words[at + length - 1]!.to });
		at += length - 1;
	}
	return [...found, ...initialled(text, words), ...ofHighlands(text)];
}

function wordsOf(text: FoldedText): Word[] {
	const marked = text.original.normalize('NFD').match(/\p{M}|[đĐ]/gu)?.length ?? 0;
	const toned = marked > text.folded.length * 0.06;
	const all: Word[] = [];
	for (const match of text.folded.matchAll(/[a-z]+/g)) {
		const from = match.index;
		const to = from + match[0].length;
		const written = text.original.slice(text.at[from], text.ends[to - 1]);
		all.push({
			bare: match[0],
			written: written.normalize('NFC').toLowerCase(),
			from,
			to,
			capital: /^\p{Lu}/u.test(written),
			upper: match[0].length > 1 && !/\p{Ll}/u.test(written),
			toned,
			near: from > 0 && /^[ \t]$/.test(text.folded[from - 1]!) && (all.at(-1)?.to ?? -9) === from - 1
		});
	}
	return all;
}

/** How many words from here are a name; 0 when none, below 0 when they are a name everybody may say. The title ("ông", "chị") stays outside: it names nobody. */
function nameAt(text: FoldedText, words: Word[], at: number): number {
	const word = words[at]!;
	if (!word.capital && !givenNames.has(word.bare) && !familyNames.has(word.bare)) return 0;
	const lead = text.folded.slice(Math.max(0, word.from - 44), word.from);
	const previous = word.near ? words[at - 1] : undefined;
	const titled = previous !== undefined && isTitle(words, at - 1);
	if (!titled && word.capital && afterPlace(words, at) && !postPlace.test(lead)) return 0;
	// "… không nêu tên. Hiệu phó …": the sentence ended.
	const told = cue.test(lead) && !/ten\. ?$/.test(lead);
	if ((titled || told || posts.test(lead) || ofHousehold.test(lead)) && isByname(words, at)) return 2;
	const whole = fullName(words, at, told);
	if (whole > 0) {
		const spoken = titled || told || posts.test(lead);
		return isPublicName(words, at, whole) && !spoken ? -whole : whole;
	}
	if (told && !/^(?:la|ten|ho|va)$/.test(word.bare)) {
		// Who types tones types capitals: "tên đường", "em là sinh viên".
		if (!word.capital && (isTrade(words, at) || (word.toned && !endsThere(text, word, lead)))) return 0;
		if (!word.capital && !strongCue.test(lead)) return tenOnly(words, at);
		return callName(words, at, true);
	}
	if (titled && !(previous.capital && previous.upper && !word.upper))
		return callName(words, at, false, previous);
	if (word.capital && (posts.test(lead) || postPlace.test(lead))) return afterPost(words, at);
	return word.capital && /(?<!\p{L})(?:toi|tui|chau|em) $/u.test(lead) ? twoCalled(words, at) : 0;
}

/** "với tôi Kim Sơn": two given names with capitals, right behind who speaks. */
function twoCalled(words: Word[], at: number): number {
	const next = words[at + 1]?.near ? words[at + 1]! : undefined;
	const given = (word: Word | undefined): boolean =>
		word !== undefined && word.capital && !word.upper && givenNames.has(word.bare);
	if (!given(words[at])) return 0;
	// "gọi ngay cho tôi, tôi Vinh."
	if (!next) return 1;
	return given(next) && !words[at + 2]?.capital && !isPublicName(words, at, 2) ? 2 : 0;
}

/** A business of one household carries the name of whoever keeps it. */
const ofHousehold = /(?<!\p{L})(?:ho kinh doanh|tap hoa|quan|tiem) $/u;

/** "bà Tư Hẹ", "Út Lành": an order of birth and a byname, both with capitals. */
function isByname(words: Word[], at: number): boolean {
	const next = words[at + 1]?.near ? words[at + 1]! : undefined;
	return (
		words[at]!.capital &&
		birthOrder.has(words[at]!.bare) &&
		next !== undefined &&
		next.capital &&
		!next.upper &&
		next.bare.length < 7 &&
		!isPublicName(words, at, 2)
	);
}

/** "thằng T. Minh Trí": a first letter for the family, then the name; a title tells it from "Q. Bình Tân". */
function initialled({ folded, original, at: places }: FoldedText, words: Word[]): Finding[] {
	const capital = (at: number): boolean => /\p{Lu}/u.test(original[places[at]!] ?? '');
	return words.flatMap((word, at) => {
		if (word.bare.length !== 1 || !word.capital) return [];
		const titled = word.near && at > 0 && isTitle(words, at - 1);
		if (!titled && !cue.test(folded.slice(Math.max(0, word.from - 30), word.from))) return [];
		const rest = /^\. ?(?:[a-z]\. ?){0,2}[a-z]{2,7}(?: [a-z]{2,7}){0,2}/.exec(
			folded.slice(word.to, word.to + 32)
		);
		if (!rest || !capital(word.to + rest[0].search(/[a-z]/))) return [];
		const parts = rest[0].split(' ');
		let to = word.to;
		for (const part of parts) {
			const begin = to + (folded[to] === ' ' ? 1 : 0);
			if (!capital(begin + part.search(/[a-z]|$/)) && /[a-z]/.test(part)) break;
			to = begin + part.length;
		}
		return [{ kind: 'name' as const, from: word.from, to }];
	});
}

/** "K'Brơi", "H'Hen Niê": names of the highlands, unless a place is called so ("buôn B'Lach"). */
function ofHighlands({ folded, original, at: places }: FoldedText): Finding[] {
	const capital = (at: number): boolean => /\p{Lu}/u.test(original[places[at]!] ?? '');
	return [...folded.matchAll(/(?<![\p{L}'’])[kh]['’]([a-z]{2,9})(?: ([a-z]{2,7}))?(?![\p{L}'’])/gu)].flatMap(
		(match) => {
			const from = match.index;
			if (!capital(from) || !capital(from + 2)) return [];
			if (/(?:buon|bon|thon|ban|xa|lang|suoi|song|nui) $/.test(folded.slice(Math.max(0, from - 6), from)))
				return [];
			const one = from + 2 + match[1]!.length;
			return [
				{ kind: 'name' as const, from, to: match[2] && capital(one + 1) ? one + 1 + match[2].length : one }
			];
		}
	);
}

/** "can bo dia chinh ten quyet": a given name, and the sentence goes on. */
const tenOnly = (words: Word[], at: number): number =>
	givenNames.has(words[at]!.bare) && !notAfterTitle.has(words[at]!.bare) ? 1 : 0;

/** "em tên thảo, sđt …": in small letters, and nothing follows. */
const endsThere = (text: FoldedText, word: Word, lead: string): boolean =>
	/(?:ten|ten la|ten toi la)\s?[:]?\s?$/.test(lead) &&
	givenNames.has(word.bare) &&
	/^\s?(?:[,.;\n]|$)/.test(text.folded.slice(word.to, word.to + 2));

/** "toi la cong nhan": what somebody is, not what they are called. */
const isTrade = (words: Word[], at: number): boolean =>
	/^(?:sinh vien|cong (?:nhan|dan|an|chuc)|can bo|hoi vien|doan vien|dang vien|giao vien|giang vien|hoc sinh|thuong binh|cuu chien|phu huynh|khach|tai xe|lai xe|nong dan|nguyen (?:la|truong|can|pho)|bac si|luat su|tho|ho |nguoi|dan|chu |con |vo |chong|chau |bo |me |nhan vien|nhan dan|ke toan|truong|pho|quan nhan|bo doi|bao ve|an ninh|chien si|sinh nam|sinh ngay|do |vi |tu |anh |chi |em |duong|ngo |pho )/.test(
		`${words[at]!.bare} ${words[at + 1]?.near ? words[at + 1]!.bare : ''}`
	);

/** "ông" and "ong" are titles, "òng" is none; the quarter ("dân cư") and the honour ("Hồ Chí") are none either. */
function isTitle(words: Word[], at: number): boolean {
	const { written, bare, toned } = words[at]!;
	const before = words[at]!.near ? words[at - 1] : undefined;
	if (written === bare ? !bareTitles.has(bare) : !titles.has(written)) return false;
	if (bare === 'cu' && /^(?:dan|tam|luu|dinh|nha|phep)$/.test(before?.bare ?? '')) return false;
	if (bare === 'ba' && /^(?:nga|thu|muoi|hai|lan)$/.test(before?.bare ?? '')) return false;
	if (bare === 'em' && /^(?:tre|anh)$/.test(before?.bare ?? '')) return false;
	return toned ? titles.has(written) : !untitled.has(bare);
}
/** Without tones these are other words more often: "đi", "mở", "thấy". */
const untitled = new Set([
	'di',
	'mo',
	'thay',
	'me',
	'bo',
	'ma',
	'a',
	'c',
	'mu',
	'lao',
	'cau',
	'be',
	'thim',
	'o',
	'e'
]);
const bareTitles = new Set(
	[...titles].map((title) => title.normalize('NFD').replace(/\p{M}/gu, '').replace('đ', 'd'))
);
const placeSet = new Set(placeWords);
const barePlaces = new Set(
	placeWords.map((place) => place.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd'))
);

/** A place word of up to three words before the name, or before the capitals it stands among ("đường Võ Văn Kiệt"). */
function afterPlace(words: Word[], at: number): boolean {
	let first = at;
	while (
		first > at - 4 &&
		words[first]!.near &&
		words[first - 1]?.capital &&
		!placeSet.has(words[first - 1]!.written)
	)
		first--;
	let written = '';
	let bare = '';
	for (let back = 1; back <= 3; back++) {
		const word = words[first - back];
		if (!word || !words[first - back + 1]!.near) return false;
		written = back === 1 ? word.written : `${word.written} ${written}`;
		bare = back === 1 ? word.bare : `${word.bare} ${bare}`;
		// "cho" is giving in a text with tones, a market in one without.
		if (placeSet.has(written) || (written === bare && !word.toned && barePlaces.has(bare))) return true;
	}
	return false;
}

/** Family name, middle names, given name: two to five words. */
function fullName(words: Word[], at: number, told: boolean): number {
	const first = words[at]!;
	if (!isFamilyName(first)) return 0;
	let length = 1;
	while (length < 5 && words[at + length]?.near) {
		const next = words[at + length]!;
		const fitting = first.capital
			? next.capital && (first.upper || !next.upper || next.bare.length > 3)
			: !next.capital && (middleNames.has(next.bare) || givenNames.has(next.bare));
		if (!fitting) break;
		length++;
	}
	if (length < 2) return 0;
	const second = words[at + 1]!;
	// "THÁI ĐỘ NHƯ CHA NGƯỜI TA": what reads as a place or a thing is none in a heading either.
	if (first.upper && length > 2 && !/^(?:thi|van)$/.test(second.bare) && isPublicName(words, at, 2)) return 0;
	if (first.capital) {
		// "Hồ Sơ", "ĐỖ XE": a heading in capitals is no name unless its words are names.
		const known = (word: Word) =>
			middleNames.has(word.bare) || givenNames.has(word.bare) || /^(?:a|seo|mi)$/.test(word.bare);
		if (length === 2)
			return (known(second) || told || isTitleBefore(words, at)) &&
				(!first.upper || !doubtfulFamilyNames.has(first.bare))
				? 2
				: 0;
		if (first.upper && length > 4) length = 4;
		// "ĐẶNG HỮU TOÀN NGỒI QUẦY": everything is in capitals, so only words of names go on.
		if (first.upper && length === 4 && known(words[at + 2]!) && !known(words[at + 3]!)) length = 3;
		return known(second) || known(words[at + length - 1]!) ? length : 0;
	}
	if (
		!told &&
		everyday.test(
			words
				.slice(at, at + 3)
				.map(({ bare }) => bare)
				.join(' ')
		)
	)
		return 0;
	// Small letters: only with a middle name, and a given name after it, unless the writer says "tôi là".
	if (!told && doubtfulFamilyNames.has(first.bare) && second.bare !== 'thi' && second.bare !== 'van')
		return 0;
	if (length > 4) length = 4;
	const middle = middleNames.has(second.bare);
	if (length >= 3 && middle) {
		const strong = second.bare === 'thi' || second.bare === 'van' || told;
		if (strong) return givenNames.has(words[at + 2]!.bare) ? smallLength(words, at, length) : 0;
		return certainFamilies.has(first.bare) && second.bare !== 'lan' ? smallLength(words, at, length) : 0;
	}
	if (told) return length;
	return length === 2 && isTitleBefore(words, at) && commonFamilies.has(first.bare) ? 2 : 0;
}

const isTitleBefore = (words: Word[], at: number): boolean =>
	Boolean(words[at]!.near && at > 0 && isTitle(words, at - 1));

const isFamilyName = (word: Word): boolean =>
	word.written === word.bare ? familyNames.has(word.bare) : familyNamesWithTones.has(word.written);

/** Three words, or four when the third is often a middle name and the fourth is no word a sentence goes on with. */
function smallLength(words: Word[], at: number, length: number): number {
	if (length < 4) return length;
	const fourth = words[at + 3]!;
	return middleNames.has(words[at + 2]!.bare) && givenNames.has(fourth.bare) && !goesOn.test(fourth.bare)
		? 4
		: 3;
}
const goesOn =
	/^(?:o|la|da|dang|co|lam|noi|bao|nam|sau|mot|hai|ba|bay|tam|chin|dan|du|no|doan|dinh|ha|doi|tai|tra|dong|dung|canh|so|thi|cong|chi|sang|toi|tu|la|man|can|chau)$/;

/** Typed without tones: phản ánh, đang thi công, đường văn hóa. */
const everyday =
	/^phan anh|^\S+ thi (?:cong|truong|hanh|tran|dua)|^(?:duong|ngo|to|ho|dang|lo|lam|la|do|vo) van (?:hoa|phong|ban|minh|chuyen)|^dang (?:tien|cong|ky|thanh|van)/;
const certainFamilies = new Set(['nguyen', 'tran', 'pham', 'huynh', 'trinh']);
const commonFamilies = new Set(
	'nguyen tran pham hoang huynh phan dang bui duong doan trinh truong le vu vo ngo dinh luong dao ly'.split(
		' '
	)
);

/** In small letters with these tones they are words, not names: "cô trực", "ba phường". */
const everydayWritten = new Set(['phường', 'trực', 'hàng', 'đường', 'hiện', 'thường', 'quản', 'nhận']);

/** A given name alone, after a title or after "tôi là". */
function callName(words: Word[], at: number, told: boolean, title?: Word): number {
	const word = words[at]!;
	const next = words[at + 1]?.near ? words[at + 1]! : undefined;
	const postLike = postFollows(word, next);
	if (postLike || (titles.has(word.written) && !/^(?:anh|ba|con|a|c)$/.test(word.written))) return 0;
	const nameLike = givenNames.has(word.bare) || (middleNames.has(word.bare) && next?.capital);
	if (notAfterTitle.has(word.bare) && !(word.capital && nameLike)) return 0;
	if (title && !word.capital && everydayPairs.has(`${title.bare} ${word.bare}`)) return 0;
	if (word.capital) {
		const known = givenNames.has(word.bare) || middleNames.has(word.bare);
		// "cụ Khoách": nearly any capitalised word after a title in small letters calls somebody.
		if (!known && !(title && !title.capital && !word.upper && word.bare.length > 1 && word.bare.length < 7))
			return 0;
		const third = words[at + 2]?.near ? words[at + 2] : undefined;
		// "chị Lan Anh" is one, "chị Lan Anh Nam" two.
		const another = next && titles.has(next.written) && third?.capital;
		const two = next?.capital && givenNames.has(next.bare) && !another && !next.upper;
		return two || (next?.capital && word.upper && next.upper && givenNames.has(next.bare)) ? 2 : 1;
	}
	// Without capitals only the plainest: "tôi là hoa", "chị hương bên một cửa".
	if (!givenNames.has(word.bare)) return 0;
	if (told)
		return next &&
			!next.capital &&
			givenNames.has(next.bare) &&
			middleNames.has(word.bare) &&
			!goesOn.test(next.bare)
			? 2
			: 1;
	return clearlyCalled(word, next) ? 1 : 0;
}

/** "bác sĩ Phương", "kế toán Ngân", "nhà Hải": a post and a given name with a capital. */
function afterPost(words: Word[], at: number): number {
	const word = words[at]!;
	const next = words[at + 1]?.near ? words[at + 1]! : undefined;
	if (!givenNames.has(word.bare) || word.upper || postFollows(word, next) || notAfterTitle.has(word.bare))
		return 0;
	return next?.capital && givenNames.has(next.bare) ? 2 : 1;
}

/** "bà Chủ tịch", "ông Trưởng thôn", "anh Công an": the capital belongs to a post. */
const postFollows = (word: Word, next: Word | undefined): boolean =>
	/^(?:chu tich|pho (?:chu|phong|thon|bi|giam|truong|ban|to)|truong (?:thon|phong|khu|ban|tram|doan|ap|cong)|bi thu|thu (?:ky|quy|truong)|can bo|cong (?:an|chuc|nhan)|giam doc|bao ve|phu nu|hoc sinh|giao vien|to (?:truong|pho|dan)|dia (?:chinh|phuong)|tu phap|ke toan|bac si|y (?:ta|si|te)|mot cua|luat su|hang xom|nhan vien|dai (?:dien|bieu|ta|uy)|hoi truong|doan vien|dan (?:pho|phong)|quan ly|noi ngoai)$/.test(
		`${word.bare} ${next?.bare ?? ''}`
	);

const clearlyCalled = (word: Word, next: Word | undefined): boolean =>
	!everydayWritten.has(word.written) &&
	/^(?:huong|hoa|lan|tuan|hung|dung|nga|thuy|hien|hanh|linh|trang|thao|long|tung|cuong|kien|khanh|loan|oanh|ngoc|nhung|cuc|hue|bich|vinh|phuc|huy|hieu|thinh|khoa|luyen|hang|quynh|phuong|yen|duyen|huyen|diep|thoa|tham|duong|giang|hoang|quyet|khoi|toan|quan|thuong|quyen|hau|tien|loc|nhan|truc|vy|uyen|quy|phong|thach|khai|trieu|toai|nguyet|luong|lien|mai|tam|thom|lanh)$/.test(
		word.bare
	) &&
	// "anh tien dien" and "chi phuong an": a pair of everyday words.
	!/^(?:dao|dien|phap|phi|nuoc|mat|an|tien|xe|hang|mau|chi|phan|vien)$/.test(next?.bare ?? '') &&
	// "chi truc ban": on duty.
	!(word.bare === 'truc' && /^(?:ban|tiep|ca|quay|cua|dem|ngay)$/.test(next?.bare ?? ''));

function isPublicName(words: Word[], at: number, length: number): boolean {
	const name = words
		.slice(at, at + length)
		.map(({ bare }) => bare)
		.join(' ');
	return publicNames.has(name);
}

/** "gọi Hải 0912…", "0912… (Tuyết)": a given name beside a number to call. */
export function namesBeside({ folded, original, at }: FoldedText, phones: readonly Finding[]): Finding[] {
	const found: Finding[] = [];
	const add = (from: number, said: string): void => {
		const parts = said.split(' ');
		const capital = parts.every((_, index) => {
			const begin = from + parts.slice(0, index).join(' ').length + (index > 0 ? 1 : 0);
			return /\p{Lu}/u.test(original[at[begin]!] ?? '');
		});
		if (capital && parts.every((part) => givenNames.has(part)))
			found.push({ kind: 'name', from, to: from + said.length });
	};
	for (const { from, to } of phones) {
		const lead = folded.slice(Math.max(0, from - 20), from);
		const before = /(?<![a-z])([a-z]{2,6})[ :,(–-]{1,3}$/.exec(lead);
		if (before) add(from - lead.length + before.index, before[1]!);
		const after = /^ ?[(–-] ?([a-z]{2,6}(?: [a-z]{2,6})?)\)?(?![a-z])/.exec(folded.slice(to, to + 20));
		if (after) add(to + after[0].indexOf(after[1]!), after[1]!);
		// "0886… gặp Tính".
		const asked =
			/^[ ,.;(–-]{1,3}(?:gap|hoi|lh|lien he) (?:anh |chi |a |c |em |co |chu )?([a-z]{2,6})(?![a-z])/.exec(
				folded.slice(to, to + 30)
			);
		if (asked) add(to + asked[0].lastIndexOf(asked[1]!), asked[1]!);
	}
	return found;
}
