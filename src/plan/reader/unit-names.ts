/** Whether words name a unit (cơ quan, đơn vị, chức danh) and where its name ends in a sentence of duties. */
import { bare, sameWords, squeeze } from './plain.ts';
import { INTRODUCING, isNameAtStart, NO_UNIT, SURE, VERB } from './unit-words.ts';

export type Named = {
	names: string[];
	rest: string;
	asked: boolean;
	introduced: boolean;
	/** The name stood before a colon. */
	colon: boolean;
};

/** "Phòng A", "Phòng A: …", "Giao Phòng A chủ trì …", "Đề nghị B và C …", "Căn cứ …, các sở, ngành xây dựng …". */
export function readUnitAtStart(text: string, boldLead: string | null = null): Named | null {
	const plain = bare(text);
	const intro = INTRODUCING.exec(text);
	const from = intro?.[0].length ?? 0;
	const asked = /^(?:kinh )?de nghi/.test(plain);
	const told = text.slice(from);
	const words = plain.slice(from);
	if (!isNameAtStart(told) || NO_UNIT.test(words)) return intro ? null : afterGround(text);

	const colon = colonAt(words);
	const verb = firstVerb(told);
	if (
		colon > 0 &&
		colon <= 220 &&
		!hasSentenceVerb(told.slice(0, colon)) &&
		(!verb || verb.index > colon || words.length === colon + 1)
	) {
		return named(told.slice(0, colon), told.slice(colon + 1), asked, intro !== null, true);
	}
	if (boldLead && boldLead.length < text.length && isNameAtStart(boldLead.replace(INTRODUCING, ''))) {
		const name = boldLead.replace(INTRODUCING, '').replace(/[\s:.,–-]+$/, '');
		if (!hasSentenceVerb(name) && name.length < 200)
			return named(name, text.slice(boldLead.length), asked, intro !== null);
	}
	if (verb && verb.index >= 3 && verb.index <= 220) {
		const name = told.slice(0, verb.index).replace(/\s+(?:có|sẽ|cần|phải|được giao|được phân công)$/u, '');
		// "Các đơn vị … thực hiện" inside a general sentence still names who acts; a lone class word does not.
		if (!/[.;:]\s/.test(name) && name.split(' ').length >= 2)
			return named(name, told.slice(verb.index), asked, intro !== null);
	}
	return null;
}

/** A heading that is nothing but a unit's name. */
export function readUnitHeading(title: string): Named | null {
	const plain = bare(title);
	const intro = INTRODUCING.exec(title);
	const from = intro?.[0].length ?? 0;
	const words = plain.slice(from).replace(/[\s:.]+$/, '');
	if (!isNameAtStart(title.slice(from)) || NO_UNIT.test(words) || words.length > 220 || /\.\s/.test(words))
		return null;
	if (hasSentenceVerb(title.slice(from))) return null;
	return named(title.slice(from), '', /^(?:kinh )?de nghi/.test(plain), intro !== null);
}

export function isGeneric(name: string): boolean {
	return /^(?:cac |tat ca cac |cua cac )?(?:co quan|don vi|phong ban|phong|ban|to chuc|ca nhan|thanh vien|co quan don vi|bo phan|doan the|nganh|dia phuong)(?: (?:co quan|don vi|phong|ban|to chuc|ca nhan|dia phuong|doan the|nganh|bo phan|chuyen mon|lien quan|co lien quan|phuong|xa|va|truc thuoc))*$/.test(
		sameWords(name)
	);
}

function colonAt(words: string): number {
	let depth = 0;
	for (let at = 0; at < Math.min(words.length, 260); at += 1) {
		const sign = words[at];
		if (sign === '(') depth += 1;
		else if (sign === ')') depth -= 1;
		else if (sign === ':' && depth <= 0) return at;
		else if (
			(sign === '.' && words[at + 1] === ' ' && !/\b(?:tp|p|tx|q|h|ths|ts)$/.test(words.slice(0, at))) ||
			sign === '!'
		)
			return -1;
	}
	return -1;
}

/** The verb that follows a name is written small; "Ban Xây dựng Đảng" and "Ủy ban Kiểm tra" hold theirs in capitals. */
function firstVerb(text: string): { index: number } | null {
	const words = bare(text.slice(0, 400));
	for (const match of words.matchAll(VERB)) {
		const letter = text[match.index + match[0].length];
		if (letter && letter === letter.toLowerCase()) return { index: match.index };
	}
	return null;
}

const hasSentenceVerb = (text: string): boolean =>
	firstVerb(text.replace(/\([^)]*\)/g, (inside) => ' '.repeat(inside.length))) !== null;

/** "Căn cứ nội dung Kế hoạch này, các sở, ngành … xây dựng …": the unit stands after the first comma. */
function afterGround(text: string): Named | null {
	if (
		!/^(?:can cu|tren co so|theo (?:chuc nang|ke hoach|noi dung|nhiem vu|tham quyen|phan cong)) /.test(
			`${bare(text)} `
		)
	)
		return null;
	for (const comma of text.matchAll(/,\s+/g)) {
		if (comma.index > 160) return null;
		const rest = text.slice(comma.index + comma[0].length);
		const plain = bare(rest);
		if (INTRODUCING.test(rest) || (isNameAtStart(rest) && !NO_UNIT.test(plain))) return readUnitAtStart(rest);
	}
	return null;
}

function named(name: string, rest: string, asked: boolean, introduced: boolean, colon = false): Named | null {
	const whole = squeeze(name)
		.replace(/^[-+*\s]+/, '')
		.replace(/[\s:;,.–-]+$/, '');
	if (whole.length < 3 || whole.length > 260) return null;
	return {
		names: splitNames(whole),
		rest: squeeze(rest).replace(/^[:;,.\s–-]+/, ''),
		asked,
		introduced,
		colon
	};
}

/**
 * Several units in one name. ";" always parts them; "," and "và" only where what follows surely begins a unit of its own,
 * because names hold commas too ("Phòng Kinh tế, Hạ tầng và Đô thị").
 */
export function splitNames(name: string): string[] {
	const parts: string[] = [];
	for (const piece of outsideBrackets(name, ';')) {
		let open = '';
		for (const bit of piece.split(/(?=,\s)|(?=\svà\s)/u)) {
			const words = bare(bit.replace(/^,\s*|^\svà\s/u, ''));
			if (
				open &&
				bit !== piece &&
				SURE.test(`${words} `) &&
				SURE.test(`${bare(open)} `) &&
				open.split(' ').length > 1 &&
				words.split(' ').length > 1 &&
				balanced(open) &&
				!isCouncilOffice(open, words)
			) {
				parts.push(open);
				open = bit.replace(/^,\s*(?:và\s+)?|^\svà\s/u, '');
			} else open += bit;
		}
		if (open) parts.push(open);
	}
	return parts.map((part) => squeeze(part).replace(/[\s;,.]+$/, '')).filter((part) => part.length > 1);
}

/** "Văn phòng HĐND và UBND" is one office. */
const isCouncilOffice = (before: string, after: string): boolean =>
	/(?:hdnd|hoi dong nhan dan)$/.test(bare(before)) && /^(?:ubnd|uy ban nhan dan)/.test(after);
const balanced = (text: string): boolean =>
	(text.match(/\(/g)?.length ?? 0) === (text.match(/\)/g)?.length ?? 0);

function outsideBrackets(text: string, sign: string): string[] {
	const parts: string[] = [];
	let [depth, from] = [0, 0];
	for (let at = 0; at < text.length; at += 1) {
		if (text[at] === '(') depth += 1;
		else if (text[at] === ')') depth = Math.max(0, depth - 1);
		else if (text[at] === sign && depth === 0) {
			parts.push(text.slice(from, at));
			from = at + 1;
		}
	}
	parts.push(text.slice(from));
	return parts;
}
