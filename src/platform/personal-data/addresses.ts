/**
 * Addresses of people: a house number in a lane or street, or where somebody says they live. A street or a quarter alone
 * is where a lamp is broken, and stays; so does the seat of an agency.
 */
import { districts, insides, noPlaceName, quarters, ways } from './address-words.ts';
import { fits, foldText, type FoldedText } from './folded-text.ts';
import type { Finding } from './personal-data.ts';

type Sort = 'quarter' | 'way' | 'inside' | 'district' | 'house' | 'name';
type Part = { sort: Sort; from: number; to: number; numbered: boolean };

const sorts: [Sort, string[]][] = [
	['quarter', quarters],
	['way', ways],
	['inside', insides],
	['district', districts]
];
const heads = sorts
	.flatMap(([sort, all]) => all.map((toned) => ({ sort, toned, bare: foldText(toned).folded })))
	.sort((a, b) => b.bare.length - a.bare.length);
const head = new RegExp(`(?<!\\p{L})(?:${heads.map(({ bare }) => bare).join('|')})(?!\\p{L})`, 'uy');
const headWords = new Set(heads.map(({ bare }) => bare.split(' ')[0]!));
const number = /\d{1,4}(?:[a-z](?![a-z]))?(?:\s?\/\s?\d{1,4}[a-z]?(?![a-z])){0,4}(?![\d]|[.,]\d)/y;
/** Counts and times, not numbers of houses. */
const counted =
	/^\s?(?:thang|ngay|nam|nguoi|gio|h|h\d+|tuoi|trieu|nghin|ngan|dong|lan|buoi|tuan|phut|m2|m|km|cay|chiec|ho|xe|con|ban|ve|%|bong|den|vu|thung|bao|can bo|chau|em|hoc sinh|loai|giay|cai|cot|nap|met|tan|kg|lit)(?![a-z])/;
/** The lot "so 12" and the bare house "12 ngo 34". */
const so = /(?<!\p{L})so(?: nha)?\s?[:.]?\s?(?=\d)/uy;

/** Where somebody says they live; the place has to follow. */
const residence = new RegExp(
	String.raw`(?<!\p{L})(?:thuong tru|tam tru|hktt|hk ?tt|nktt|nk thuong tru|noi thuong tru|dia chi(?: nha| thuong tru| hien tai| lien he)?(?: toi| em| chau| cua toi)?|d\/c|dc|noi o(?: hien nay| hien tai)?|cho o(?: hien nay)?|hien (?:dang )?(?:o|song|cu tru)|(?:toi|tui|em|chau|minh|con|ong|ba|anh|chi|co|chu|bac|vo chong toi|gia dinh|nha|nha toi|nha tui|nha em|nha minh|nha ong|gia dinh toi|gia dinh em|bo me toi|me toi|bo toi|chung toi|ho|ong ay|ba ay)(?: hien)?(?: nay)?(?: dang)? (?:o|song o|song tai|song|o tai|o tro|tro tai|tro o|cu tru|cu ngu|ngu|sinh song|sinh song o|thue tro|thue nha|tam tru)|o tro|cu tru|tru|ho khau(?: thuong tru)?|que quan|que|nguyen quan|nha rieng|nha toi|nha tui|nha em|gia dinh toi|nha)\s?[:\-]?\s?(?:la |o |tai )?(?:so |nha )?`,
	'gu'
);
const gap = /[ ]?(?:[,\-–.(][ ]{0,2}|[ ]|, ?thuoc | thuoc |, ?tai | tai )/y;
/** An office, a shop of an agency, a public place. */
const agency =
	/(?:tru so|ubnd|uy ban|co quan|truong (?:mam non|tieu hoc|thcs|thpt|hoc)|benh vien|tram y te|trung tam|cong an|nha van hoa|buu dien|ngan hang|so tu phap|kho bac|bo phan mot cua|quay|cong ty)[^.\n;]{0,36}$/;
const documented =
	/(?:nghi dinh|quyet dinh|thong tu|ke hoach|cong van|dieu|khoan|mau|van ban|bien ban|thong bao|lo trinh|tuyen|km|cot|cay|den|cong|tram|quay|cua|ban|tru|nhom|xe|may|lop|bang|goi|bien|cau|ho|toa do|(?:tu|doan)(?: nha)?(?: so)? \d{1,4}[a-z]? (?:den|toi)(?: nha)?) (?:so )?$/;

export function addressesIn(
	text: FoldedText,
	people: readonly Finding[],
	phones: readonly Finding[]
): Finding[] {
	const { folded } = text;
	const nameEnds = new Set(people.map(({ to }) => to));
	const phoneStarts = new Set(phones.map(({ from: begin }) => begin));
	const phoneEnds = new Set(phones.map(({ to }) => to));
	const found: Finding[] = [];
	let from = 0;
	for (const start of startsIn(text)) {
		if (start < from) continue;
		const parts = partsFrom(text, start);
		if (parts.length === 0) continue;
		const to = parts.at(-1)!.to;
		from = to;
		if (ofHome(parts) || (mayBeHome(parts) && said(start, to)))
			found.push({ kind: 'address', from: start, to });
	}
	return found;

	/** A house number, and the way or the quarter it stands in. */
	function ofHome(parts: Part[]): boolean {
		const lead = folded.slice(Math.max(0, parts[0]!.from - 44), parts[0]!.from);
		// "trước cửa nhà số 17": the door is of the house, not a door with a number.
		const itsDoor = /^nha so/.test(folded.slice(parts[0]!.from)) && /cua $/.test(lead);
		if (agency.test(lead) || (documented.test(lead) && !itsDoor)) return false;
		if (
			/^\s?\/?(?:kh|qd|nd|tt|bc|cv|tb|nq|ct)(?![a-z])/.test(
				folded.slice(parts.at(-1)!.to, parts.at(-1)!.to + 6)
			)
		)
			return false;
		const house = parts.some(({ sort }) => sort === 'house');
		const inside = parts.filter((part) => part.sort === 'inside' && part.numbered).length;
		const named = parts.some(({ sort }) => sort === 'inside' || sort === 'way' || sort === 'quarter');
		const streets = parts.some(({ sort }) => sort === 'name');
		return (
			(house && (named || streets)) ||
			// "hẻm 15/2 Phạm Thế Hiển": the lane's own number holds the house.
			(streets &&
				parts.some((part) => part.sort === 'way' && folded.slice(part.from, part.to).includes('/'))) ||
			(inside > 0 && parts.length > 1 && parts.some(lived)) ||
			ownHouse(parts)
		);
	}

	/** A flat or a building, or a place around it: "tầng 3, phòng 2" alone is an office. */
	function lived({ sort, from: begin }: Part): boolean {
		if (sort === 'way' || sort === 'quarter') return true;
		return (
			sort === 'inside' &&
			/^(?:so nha|nha|can|chung cu|toa|day|phong tro|block)/.test(folded.slice(begin, begin + 9))
		);
	}

	/** "số nhà 15" says it all. */
	function ownHouse([first]: Part[]): boolean {
		return (
			first!.sort === 'inside' &&
			/^(?:so nha|nha so|can ho)/.test(folded.slice(first!.from, first!.to)) &&
			first!.numbered
		);
	}

	function mayBeHome(parts: Part[]): boolean {
		return parts.some(
			({ sort }) => sort === 'quarter' || sort === 'way' || sort === 'house' || sort === 'inside'
		);
	}

	/** The writer says that somebody lives there: by words, or by putting it beside a name or a number to call. */
	function said(start: number, to: number): boolean {
		const lead = folded.slice(Math.max(0, start - 70), start);
		residence.lastIndex = 0;
		for (const match of lead.matchAll(residence)) {
			if (
				match.index + match[0].length === lead.length &&
				sureResidence(match[0], text, start - match[0].length)
			)
				return true;
		}
		const beside =
			/^(?: ?[,(–-] ?| (?:o|tai|tru tai|nha o|hien o|song tai|ngu tai|cu tru tai|que o|thuoc|ben|, o|, tru tai|, ngu tai|, nha o) |, (?:o|tru tai|tru|ngu tai|ngu|nha o|cu tru tai|tai|que|hien o|hien tru tai|que o|thuong tru tai|thuong tru) )(?:so nha |nha )?$/;
		for (let end = start; end > start - 30 && end > 0; end--) {
			if (nameEnds.has(end) && beside.test(folded.slice(end, start))) return true;
		}
		const after =
			/^[ ,.;()–-]{1,3}(?:(?:sdt|dt|so|so dien thoai|dien thoai|goi|lien he|lh|tel|sdt la)[ :.]{1,2})?$/;
		for (let end = start; end > start - 6 && end > 0; end--) {
			if (phoneEnds.has(end) && /^ ?[,;(–-] ?$/.test(folded.slice(end, start))) return true;
		}
		if (/^ (?:chinh )?la nha (?:toi|em|minh|chung toi)(?!\p{L})/u.test(folded.slice(to, to + 24)))
			return true;
		const line = /(?:^|[,.;:\n!?(])[ ]{0,2}$/.test(lead);
		if (!line) return false;
		for (let begin = to; begin < to + 24; begin++) {
			if (phoneStarts.has(begin) && after.test(folded.slice(to, begin))) return true;
		}
		return false;
	}
}

/** "dân", "quê", "ở" and "trú" are believed only with their own tones. */
function sureResidence(words: string, text: FoldedText, from: number): boolean {
	const bare = words.trim();
	const toned: Record<string, string> = { que: 'quê', tru: 'trú', dc: 'đc' };
	if (bare === 'nha') return false;
	const want = toned[bare];
	return !want || fits(text, from, from + bare.length, want);
}

/** Where a part of an address may begin. */
function* startsIn({ folded }: FoldedText): Generator<number> {
	const start = new RegExp(
		`(?<![\\p{L}\\d/.,])(?:so(?: nha)?\\s?[:.]?\\s?(?=\\d)|sn\\s?\\d|[a-z]{1,2}\\d{1,2}[.-]\\d{2,3}(?=,? (?:chung cu|toa nha|toa|block|cc) )|[a-z]\\d{1,3}/\\d{1,4}[a-z]?(?=,? (?:ap|to|khu|khom|thon|duong|hem|xom) )|\\d{1,4}[a-z]?(?:/\\d{1,4}[a-z]?){0,4}(?=[ ,]{1,2}\\p{L})|(?:${heads.map(({ bare }) => bare).join('|')})(?!\\p{L}))`,
		'gu'
	);
	for (const match of folded.matchAll(start)) yield match.index;
}

/** Part after part, as far as an address goes. */
function partsFrom(text: FoldedText, start: number): Part[] {
	const parts: Part[] = [];
	let at = start;
	while (parts.length < 12) {
		const part = partAt(text, at, parts);
		if (!part) break;
		parts.push(part);
		gap.lastIndex = part.to;
		const between = gap.exec(text.folded);
		if (!between) break;
		at = part.to + between[0].length;
	}
	return parts;
}

function partAt(text: FoldedText, at: number, before: Part[]): Part | undefined {
	const { folded } = text;
	head.lastIndex = at;
	const word = head.exec(folded)?.[0];
	if (word) {
		const options = heads.filter(({ bare }) => bare === word);
		const known = options.find(({ toned }) => fits(text, at, at + word.length, toned));
		if (known) {
			const named = nameAfter(text, at + word.length, known.sort);
			// "tổ dân phố" without its name ends nothing and begins nothing.
			if (named) return { sort: known.sort, from: at, ...named };
		}
	}
	// "A12-08 chung cư …": the flat stands before its building.
	const flat =
		before.length === 0
			? /^(?:[a-z]{1,2}\d{1,2}[.-]\d{2,3}(?=,? (?:chung cu|toa nha|toa|block|cc) )|[a-z]\d{1,3}\/\d{1,4}[a-z]?(?=,? (?:ap|to|khu|khom|thon|duong|hem|xom) ))/.exec(
					folded.slice(at, at + 24)
				)
			: null;
	if (flat) return { sort: 'house', from: at, to: at + flat[0].length, numbered: true };
	so.lastIndex = at;
	const digits = numberAt(folded, at + (so.exec(folded)?.[0].length ?? 0));
	const afterWay = before.at(-1)?.sort === 'way' || before.length === 0 || before.at(-1)?.sort === 'inside';
	if (digits && afterWay) {
		const rest = folded.slice(digits, digits + 24);
		const withSo = folded.startsWith('s', at);
		if (
			withSo ||
			/^[ ,]{1,2}(?:duong|pho|ngo|ngach|hem|kiet|quoc lo|ql|thon|xom|to|khu|ap)(?!\p{L})/u.test(rest) ||
			streetFollows(text, digits)
		)
			return { sort: 'house', from: at, to: digits, numbered: true };
	}
	// "số 12 Lê Lợi, Cổ Thành": capitalised names after a house, and after what has been read so far.
	if (before.length > 0) {
		const to = capitals(text, at);
		const last = before.at(-1)!;
		const comma = /[,\-–]/.test(folded.slice(last.to, at));
		const lane = (last.sort === 'way' || last.sort === 'quarter') && last.numbered;
		if (to && (last.sort === 'house' || lane || (comma && endsPart(folded, to))))
			return { sort: 'name', from: at, to, numbered: false };
	}
	return undefined;
}

const endsPart = (folded: string, to: number): boolean => /^\s?(?:[,.;)\n]|$)/.test(folded.slice(to, to + 2));
const streetFollows = (text: FoldedText, to: number): boolean => {
	const space = /^ /.test(text.folded.slice(to, to + 1));
	return space && capitals(text, to + 1) > 0;
};

function numberAt(folded: string, at: number): number {
	number.lastIndex = at;
	const match = number.exec(folded);
	if (!match || counted.test(folded.slice(at + match[0].length, at + match[0].length + 12))) return 0;
	// 12/11/2026 is a day.
	if (/^\d{1,2}\/\d{1,2}\/\d{4}/.test(folded.slice(at, at + 10))) return 0;
	return at + match[0].length;
}

/** Flats are numbered by floor: "phòng 5.12". */
function flatAt(folded: string, at: number): number {
	const match = /^\d{1,2}[.-]\d{2}(?![\d/.-])/.exec(folded.slice(at, at + 7));
	return match ? at + match[0].length : 0;
}

/** The number or proper name after a place word. */
function nameAfter(
	text: FoldedText,
	from: number,
	sort: Sort
): { to: number; numbered: boolean } | undefined {
	const { folded } = text;
	// "P. 10", but "… gửi phường. Lý Kim Hoa" is the end of a sentence.
	const whole = /[a-z]{5}$/.test(folded.slice(Math.max(0, from - 5), from));
	const space = (whole ? /^[ :]{0,2}(?:so )?/ : /^[ .:]{0,2}(?:so )?/).exec(folded.slice(from, from + 6))![0]
		.length;
	// Streets that are a day: "đường 3 Tháng 2".
	const named =
		sort === 'way'
			? /^\d{1,2} thang \d{1,2}(?!\d)/.exec(folded.slice(from + space, from + space + 12))
			: null;
	if (named) return { to: from + space + named[0].length, numbered: false };
	const digits = numberAt(folded, from + space) || (sort === 'inside' ? flatAt(folded, from + space) : 0);
	if (digits) {
		// "ngõ 12 phố …", "đường 30/4", "khu 3A".
		return { to: digits, numbered: true };
	}
	if (space === 0) return undefined;
	const at = from + space;
	const letters = /^[a-z]{1,2}\d{0,3}(?:[-.]\d{2,4})?(?![\p{L}\d'’])/u.exec(folded.slice(at, at + 12));
	if (
		letters &&
		(sort === 'inside' || sort === 'quarter') &&
		/\p{Lu}/u.test(text.original[text.at[at]!] ?? '')
	)
		return { to: at + letters[0].length, numbered: true };
	// "ngõ chợ Hàng": what the lane leads to, then its name.
	const kind =
		sort === 'way'
			? (/^(?:cho|dinh|chua|den|gieng|ben|cau|mieu) /.exec(folded.slice(at, at + 7))?.[0].length ?? 0)
			: 0;
	const capital = capitals(text, at) || (kind > 0 ? capitals(text, at + kind) : 0);
	if (capital) {
		const trailing = /^ \d{1,3}(?![\d/\p{L}])/u.exec(folded.slice(capital, capital + 5));
		return {
			to:
				capital +
				(trailing && !counted.test(folded.slice(capital + trailing[0].length, capital + 12))
					? trailing[0].length
					: 0),
			numbered: false
		};
	}
	// "to cao", "to giac", "to khai" typed without tones: a group has a number or capitals.
	const small = folded.slice(Math.max(0, from - 3), from).trim() === 'to' ? 0 : smallName(text, at);
	if (!small) return undefined;
	const trailing = /^ \d{1,3}(?![\d/\p{L}])/u.exec(folded.slice(small, small + 5));
	return { to: small + (trailing ? trailing[0].length : 0), numbered: false };
}

/** Up to four capitalised words; 0 when there is none. */
function capitals({ folded, original, at: places }: FoldedText, from: number): number {
	let to = 0;
	let at = from;
	for (let count = 0; count < 4; count++) {
		const match = /^(?:[a-z]['’])?[a-z]{1,12}(?!\p{L})/u.exec(folded.slice(at, at + 16));
		if (!match || !/\p{Lu}/u.test(original[places[at]!] ?? '')) break;
		// "khu Công nghiệp" is no name; "thôn Trung" is.
		const goesOn =
			/^ [a-z]/.test(folded.slice(at + match[0].length, at + match[0].length + 2)) &&
			!/\p{Lu}/u.test(original[places[at + match[0].length + 1]!] ?? '');
		if (count === 0 && noPlaceName.has(match[0]) && goesOn) break;
		to = at + match[0].length;
		if (folded[to] !== ' ') break;
		at = to + 1;
	}
	return to;
}

/** Typed without capitals: at most two words, none of them one the sentence goes on with. */
function smallName({ folded }: FoldedText, from: number): number {
	const first = /^[a-z]{2,8}(?!\p{L})/u.exec(folded.slice(from, from + 10));
	if (!first || noPlaceName.has(first[0])) return 0;
	const to = from + first[0].length;
	const second = /^ ([a-z]{2,8})(?!\p{L})/u.exec(folded.slice(to, to + 10));
	return second && !noPlaceName.has(second[1]!) && !headWords.has(second[1]!) ? to + second[0].length : to;
}
