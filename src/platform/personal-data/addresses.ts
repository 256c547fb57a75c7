/**
 * Addresses of people: a house number in a lane or street, or where somebody says they live. A street or a quarter alone
 * is where a lamp is broken, and stays.
 */
import type { FoldedText } from './folded-text.ts';
import type { Finding } from './personal-data.ts';

const number = String.raw`\d{1,4}[a-z]?(?:\s?\/\s?\d{1,4}[a-z]?){0,4}(?!\d|\s?(?:thang|ngay|nam|nguoi|gio|h\d?|tuoi|trieu|nghin|dong|lan|buoi|tuan|phut|m2|m\b|km|cay|chiec|ho\b|xe|con\b|ban\b|ve\b))`;
const part = String.raw`(?:so nha|nha so|so|ngo|ngach|hem|kiet|duong|pho|thon|xom|to dan pho|to|tdp|khu dan cu|khu pho|kdc|khu do thi|khu tap the|khu|ap|doi|ban|lang|phuong|xa|thi tran|quan|huyen|thi xa|thanh pho|tp|tinh|chung cu|toa nha|toa|can ho|can|phong|tang|lo|duong so|quoc lo|ql)`;
/** House number first, then at least one word of a place. */
const house = new RegExp(
	String.raw`(?<![\p{L}\d/])(?:(?:so nha|nha so|can ho so|can ho|can so|phong so|sn)\s?:?\s?${number}|so\s${number}(?=[ ,.\-]{1,3}(?:ngo|ngach|hem|kiet|duong|pho|thon|xom|to |tdp|khu|ap|doi|quoc lo|ql|lo ))|(?:ngo|ngach|hem|kiet)\s${number}|${number}(?=[ ,]{1,2}(?:duong|pho|ngo|ngach|hem|kiet|quoc lo|ql|thon|xom)(?!\p{L})))`,
	'gu'
);
/** Where somebody says they live; the place has to follow. */
const residence = new RegExp(
	String.raw`(?<!\p{L})(?:thuong tru(?: tai)?|tam tru(?: tai)?|dia chi(?: nha)?(?: toi| em| chau)?|dc|hien (?:dang )?(?:o|song)(?: tai)?|(?:toi|em|chau|minh|ong|ba|gia dinh|nha|nha toi|nha em|gia dinh toi)(?: hien)?(?: dang)? (?:o|song o|song tai|o tai|cu tru tai|ngu tai|sinh song tai)|cu tru tai|tru tai|ho khau(?: thuong tru)?(?: tai)?|que quan|que|nguyen quan)\s?[:\-]?\s?(?:la |o |tai )?(?=(?:${part})(?!\p{L})[ .]{0,2}[\p{L}\d])`,
	'gu'
);
const following = new RegExp(
	String.raw`^[ ]?[,\-–.;]?[ ]{0,2}(?=(?:${part})(?!\p{L})[ .]{0,2}[\p{L}\d])`,
	'u'
);
const placeWord = new RegExp(String.raw`^(?:${part})(?!\p{L})[ .:]{0,2}`, 'u');

export function addressesIn(text: FoldedText): Finding[] {
	const found: Finding[] = [];
	for (const match of text.folded.matchAll(house)) {
		const end = extend(text, match.index + match[0].length);
		// "ngõ 12" alone is a lane; with the house or with what follows it is where somebody lives.
		const alone = end === match.index + match[0].length;
		if (alone && /^(?:ngo|ngach|hem|kiet|\d)/.test(match[0])) continue;
		if (isDocument(text, match.index, end)) continue;
		found.push({ kind: 'address', from: match.index, to: end });
	}
	for (const match of text.folded.matchAll(residence)) {
		const from = match.index + match[0].length;
		const end = extend(text, from);
		if (end > from && isOwn(text, from, end)) found.push({ kind: 'address', from, to: end });
	}
	// The longer of two that overlap.
	return found.sort((a, b) => b.to - b.from - (a.to - a.from));
}

/** An agency's seat, or "số 12/KH-UBND", is no home. */
const isDocument = (text: FoldedText, from: number, to: number): boolean =>
	/^\s?\/?(?:kh|qd|nd|tt|bc|cv|tb|nq|ct)\b/.test(text.folded.slice(to, to + 6)) ||
	/(?:ubnd|nghi dinh|quyet dinh|thong tu|ke hoach|tru so|tram y te|truong|co quan|cong ty|dieu|khoan|mau) (?:so )?$/.test(
		text.folded.slice(Math.max(0, from - 14), from)
	);

/** "tôi ở phường Cổ Thành" says little; a quarter, hamlet, lane or number says where the house is. */
const isOwn = (text: FoldedText, from: number, to: number): boolean =>
	/(?<!\p{L})(?:so|ngo|ngach|hem|kiet|duong|pho|thon|xom|to|tdp|to dan pho|khu|ap|doi|chung cu|toa|can|lo)(?!\p{L})/u.test(
		text.folded.slice(from, to)
	);

/** From a place on, takes in "phố Lê Lợi, phường Cổ Thành, thành phố Hải Phòng" and stops where the sentence goes on. */
function extend(text: FoldedText, start: number): number {
	let end = start;
	for (let parts = 0; parts < 8; parts++) {
		const join =
			parts === 0 && end === start && placeWord.test(text.folded.slice(end))
				? ['']
				: following.exec(text.folded.slice(end));
		if (!join) break;
		const from = end + join[0]!.length;
		const word = placeWord.exec(text.folded.slice(from));
		if (!word) break;
		const nameEnd = nameOfPlace(text, from + word[0].length);
		if (nameEnd === from + word[0].length) break;
		end = nameEnd;
	}
	return end;
}

/** The proper name after a place word: a number, capitalised words, or in small letters at most two words. */
function nameOfPlace(text: FoldedText, from: number): number {
	const rest = text.folded.slice(from);
	const numbered = /^\d{1,4}[a-z]?(?:\s?\/\s?\d{1,4}[a-z]?)*(?![\p{L}\d])/u.exec(rest);
	if (numbered) return from + numbered[0].length;
	let end = from;
	let capitals = 0;
	for (const match of rest.matchAll(/([a-z]+)( ?)/g)) {
		if (from + match.index !== (end === from ? from : end + 1) && match.index !== 0) break;
		const written = text.original.slice(
			text.at[from + match.index],
			text.at[from + match.index + match[1]!.length]
		);
		const capital = /^\p{Lu}/u.test(written);
		if (capitals > 0 && !capital) break;
		if (!capital && (match.index > 0 ? end - from > 8 || stop.test(match[1]!) : stop.test(match[1]!))) break;
		if (capital) capitals++;
		end = from + match.index + match[1]!.length;
		if ((!capital && rest.slice(0, end - from).split(' ').length >= 2) || capitals >= 4) break;
		if (match[2] === '') break;
	}
	const trailing = /^ \d{1,3}(?![\d/\p{L}])/u.exec(text.folded.slice(end));
	return end > from && trailing ? end + trailing[0].length : end;
}

/** Words with which the sentence goes on. */
const stop =
	/^(?:co|bi|da|dang|la|thi|ma|va|hoac|khong|chua|duoc|den|di|lam|muon|xin|de|nghi|phan|anh|toi|em|chau|cua|cho|nay|do|kia|o|tai|gan|nha|con|nguoi|rat|qua|rac|den|nuoc|sdt|dt|so|gio|khi|vi|nhung|van|hay|bao|dua|cac|nhieu|mot|may)$/;
