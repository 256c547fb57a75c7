/**
 * Vietnamese syllables as they are typed: their shape (letters, and the tone apart, so `hòa` and `hoà` are one), what
 * sounds alike, and the keys of Telex and VNI that were left in the text.
 */
const TONES = '\u0300\u0301\u0303\u0309\u0323';
const tonePattern = new RegExp(`[${TONES}]`, 'gu');

/** `hoà` → `hoa` + tone 1. The letters keep their hats, horns and đ; the tone stands apart, 0 when there is none. */
export type Shape = { letters: string; tone: number };

const shapes = new Map<string, Shape>();

export function shapeOf(word: string): Shape {
	let shape = shapes.get(word);
	if (!shape) {
		const split = word.toLowerCase().normalize('NFKD');
		let tone = 0;
		for (const mark of split) {
			const at = TONES.indexOf(mark);
			if (at >= 0) tone = at + 1;
		}
		shape = { letters: oneI(split.replace(tonePattern, '').normalize('NFC')), tone };
		if (shapes.size > 50_000) shapes.clear();
		shapes.set(word, shape);
	}
	return shape;
}

/** `kỹ` and `kĩ`, `quý` and `quí` are the same word; so is the i or y that ends a syllable after a consonant. */
export function oneI(letters: string): string {
	return letters.replace(/([bcdđghklmnpqrstvx]|qu)y$/u, '$1i');
}

const HOOK = 4;
const TILDE = 3;

/**
 * How well what was typed agrees with a word that has the same letters without diacritics: 1 the same, less the more a
 * typed mark contradicts. Marks left out contradict nothing.
 */
export function agreement(typed: Shape, bare: string, word: Shape, othersMarked: boolean): number {
	const sameLetters = typed.letters === word.letters;
	if (sameLetters && typed.tone === word.tone) return 1;
	if (typed.tone === 0 && typed.letters === bare) return othersMarked ? 0.9 : 1;
	if (word.tone === 0 && word.letters === bare) return 0.75;
	if (sameLetters) {
		if (typed.tone === 0) return 0.95;
		return typed.tone + word.tone === HOOK + TILDE ? 0.93 : word.tone === 0 ? 0.4 : 0.6;
	}
	// Only the tone was typed, or only some of the hats.
	if (typed.letters === bare) return typed.tone === word.tone ? 0.9 : 0.6;
	return typed.tone === word.tone ? 0.65 : 0.5;
}

const onset = '(?:ngh|ch|gh|gi|kh|ng|nh|ph|qu|th|tr|[bcdghklmnprstvx])?';
const rime = [
	'a(?:c|ch|i|m|n|ng|nh|o|p|t|u|y)?',
	'e(?:c|ch|m|n|ng|nh|o|p|t|u)?',
	'i(?:a|c|ch|ec|em|en|eng|ep|et|eu|m|n|ng|nh|p|t|u)?',
	'o(?:a(?:c|ch|i|m|n|ng|nh|o|p|t|y)?|e(?:n|o|t)?|c|i|m|n|ng|oc|ong|p|t)?',
	'u(?:a(?:n|ng|t|y)?|c|e(?:ch|n|nh)?|i|m|n|ng|o(?:c|i|m|n|ng|p|t|u)?|p|t|u|y(?:a|ch|en|et|n|nh|p|t|u)?)?',
	'y(?:em|en|et|eu|n|nh|t)?'
].join('|');
const syllable = new RegExp(`^${onset}(?:${rime})$`, 'u');

/** Could this, without diacritics, be a Vietnamese syllable at all? */
export function isSyllable(bare: string): boolean {
	return bare.length <= 7 && syllable.test(bare);
}

/**
 * What was heard of a syllable so far, letter by letter: nothing; the vowels a, e, o of its core (one bit each), and
 * whether a consonant closed it; or more than one syllable can hold, with typing keys among its letters or without.
 */
export const SILENT = 0;
export const TOO_MUCH = -1;
const CORE = 8;
const CLOSED = 16;
const CONSONANT = 32;
const OTHER_VOWEL = 64;
/** What each letter adds: 1, 2, 4 for a, e, o, which may come again as a key of their hats; zero: it may be a key. */
const sounding = new Uint8Array(0x2000);
for (const [letters, sound] of [
	['bcghklmnpqtv', CONSONANT],
	['iuy', OTHER_VOWEL],
	['a', 1],
	['e', 2],
	['o', 4]
] as const) {
	for (const letter of letters) sounding[letter.charCodeAt(0)] = sound;
}
for (const letter of 'àáảãạăằắẳẵặâầấẩẫậ') sounding[letter.charCodeAt(0)] = 1;
for (const letter of 'èéẻẽẹêềếểễệ') sounding[letter.charCodeAt(0)] = 2;
for (const letter of 'òóỏõọôồốổỗộơờớởỡợ') sounding[letter.charCodeAt(0)] = 4;
for (const letter of 'ìíỉĩịùúủũụưừứửữựỳýỷỹỵ') sounding[letter.charCodeAt(0)] = OTHER_VOWEL;

export function heardWith(heard: number, letter: number): number {
	const sound = sounding[letter] ?? 0;
	if (sound === 0 || heard === TOO_MUCH) return heard;
	if (sound === CONSONANT) return heard === SILENT ? SILENT : heard | CLOSED;
	if ((heard & CLOSED) === 0) return heard | CORE | (sound === OTHER_VOWEL ? 0 : sound);
	return sound !== OTHER_VOWEL && (heard & sound) > 0 ? heard : TOO_MUCH;
}

const telexTones: Record<string, string> = {
	f: '\u0300',
	s: '\u0301',
	x: '\u0303',
	r: '\u0309',
	j: '\u0323'
};
const vniTones: Record<string, string> = {
	1: '\u0301',
	2: '\u0300',
	3: '\u0309',
	4: '\u0303',
	5: '\u0323'
};

/** Reads a word with leftover typing keys (`ddawng`, `kys`, `d9a8ng`, `giay61`); null when there are none to read. */
export function withoutKeys(typed: string): string | null {
	if (typed.length < 2 || typed.length > 10) return null;
	let read = keyed.get(typed);
	if (read === undefined) {
		read = /\d/.test(typed) ? vni(typed) : (telex(typed) ?? telex(typed.replace(/([iuy])\1/u, '$1')));
		if (read === typed) read = null;
		if (keyed.size > 50_000) keyed.clear();
		keyed.set(typed, read);
	}
	return read;
}

const keyed = new Map<string, string | null>();

function telex(typed: string): string | null {
	let tone = '';
	let rest = typed.normalize('NFC');
	// The tone key may stand anywhere after the vowel; more than one is a slip of the finger, the last one counts.
	const toneAt = /^(.*[aăâeêioôơuưyw].*?)([fsxrj])(.*)$/u.exec(rest);
	if (toneAt && !/^[fsxrj]/.test(toneAt[1]!.slice(-1))) {
		tone = telexTones[toneAt[2]!]!;
		rest = toneAt[1]! + toneAt[3]!;
	}
	rest = rest
		.replace(/^(.*)dd/u, '$1đ')
		.replace(/^d(.*[^d])d$/u, 'đ$1')
		.replace(/uow|uwow|uwo|ưow/gu, 'ươ')
		.replace(/aw/gu, 'ă')
		.replace(/ow/gu, 'ơ')
		.replace(/uw/gu, 'ư')
		.replace(/aa/gu, 'â')
		.replace(/ee/gu, 'ê')
		.replace(/oo/gu, 'ô')
		.replace(/uo([a-z]*)w$/u, 'ươ$1')
		.replace(
			/([aou])([a-z]{0,2})w([a-z]{0,2})$/u,
			(_all, vowel: string, after: string, more: string) => hat(vowel, 'w') + after + more
		)
		.replace(/([aeo])([^aeo\d]{1,2})\1$/u, (_all, vowel: string, after: string) => hat(vowel, '^') + after);
	return finished(rest, tone);
}

function vni(typed: string): string | null {
	if (!/^[^\d].*\d/u.test(typed)) return null;
	let tone = '';
	let rest = typed.replace(/[1-5]/g, (digit) => {
		tone = vniTones[digit]!;
		return '';
	});
	rest = rest.replace(/d([^\d9]*)9/u, 'đ$1');
	if (rest.includes('7')) rest = rest.replace(/uo([^\d]*)7/u, 'ươ$1').replace(/([ou])([^\d]*)7/u, hatAt('7'));
	if (rest.includes('6')) rest = rest.replace(/([aeo])([^\d]*)6/u, hatAt('^'));
	if (rest.includes('8')) rest = rest.replace(/(a)([^\d]*)8/u, hatAt('8'));
	rest = rest.replace(/u7o|ưo/gu, 'ươ').replace(/7/g, '');
	return /\d/.test(rest) ? null : finished(rest, tone);
}

function hatAt(kind: string) {
	return (_all: string, vowel: string, after: string) => hat(vowel, kind) + after;
}

function hat(vowel: string, kind: string): string {
	if (kind === '^') return { a: 'â', e: 'ê', o: 'ô' }[vowel] ?? vowel;
	return { a: 'ă', o: 'ơ', u: 'ư' }[vowel] ?? vowel;
}

/** Puts the tone on the vowel; only a whole syllable without stray keys is a reading. */
function finished(letters: string, tone: string): string | null {
	const bare = letters.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd');
	if (!isSyllable(bare)) return null;
	if (!tone) return letters;
	const vowels = [...letters.matchAll(/[aăâeêioôơuưy]/gu)].map((match) => match.index);
	if (/^(gi|qu)/.test(bare) && vowels.length > 1) vowels.shift();
	const hatted = vowels.filter((at) => /[ăâêôơư]/u.test(letters[at]!)).at(-1);
	const closed = /[^aăâeêioôơuưy]$/u.test(letters);
	const at =
		hatted ??
		(vowels.length > 1 && !closed && vowels.length < 3 ? vowels[0] : vowels.at(closed ? -1 : -2)) ??
		vowels[0];
	if (at === undefined) return null;
	return (letters.slice(0, at + 1) + tone + letters.slice(at + 1)).normalize('NFC');
}

/** What a region's tongue or a young person's thumb makes one: s and x, ch and tr, d gi and r, n and ng, c and t. */
export function soundOf(bare: string): string {
	let sound = sounds.get(bare);
	if (sound === undefined) {
		sound = heard(bare);
		if (sounds.size > 50_000) sounds.clear();
		sounds.set(bare, sound);
	}
	return sound;
}

const sounds = new Map<string, string>();

function heard(bare: string): string {
	return oneI(bare)
		.replace(/^(gi(?=[aeou])|gi$|r|z|j(?=[aeiouy]))/u, 'd')
		.replace(/^gi/u, 'di')
		.replace(/^x/u, 's')
		.replace(/^tr/u, 'ch')
		.replace(/^n(?!g|h)/u, 'l')
		.replace(/^f/u, 'ph')
		.replace(/^(k(?!h)|q(?!u))/u, 'c')
		.replace(/^ngh/u, 'ng')
		.replace(/^gh/u, 'g')
		.replace(/^w/u, 'qu')
		.replace(/ng$/u, 'n')
		.replace(/(nh|ch)$/u, (end) => (end === 'nh' ? 'n' : 't'))
		.replace(/c$/u, 't')
		.replace(/^v/u, 'd');
}
