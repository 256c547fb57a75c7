/** What a press on the screen's own keyboard makes of the words typed so far: letters, and tones for the last syllable. */

export const tones = {
	sắc: '\u0301',
	huyền: '\u0300',
	hỏi: '\u0309',
	ngã: '\u0303',
	nặng: '\u0323'
} as const;
export type Tone = keyof typeof tones;

export type Press = { letter: string } | { tone: Tone } | 'space' | 'delete' | 'clear';

/** Longer than anybody asks. */
const LONGEST = 120;

export function pressed(words: string, press: Press): string {
	if (press === 'clear') return '';
	if (press === 'delete') return [...words.normalize('NFC')].slice(0, -1).join('');
	if (press === 'space') return words === '' || words.endsWith(' ') ? words : `${words} `;
	if ('tone' in press) return withTone(words, press.tone);
	return words.length >= LONGEST ? words : words + press.letter;
}

const toneMarks = /[\u0300\u0301\u0303\u0309\u0323]/g;
const vowel = /[aăâeêioôơuưy]/;

/** The tone goes on the vowel that carries it in the last syllable; pressed again it goes away. */
export function withTone(words: string, tone: Tone): string {
	const start = words.lastIndexOf(' ') + 1;
	const typed = words.slice(start);
	const had = typed.normalize('NFD').match(toneMarks)?.[0];
	const bare = [...typed.normalize('NFD').replaceAll(toneMarks, '').normalize('NFC')];
	const at = toneAt(bare);
	if (at < 0) return words;
	if (had !== tones[tone]) bare[at] = (bare[at]! + tones[tone]).normalize('NFC');
	return words.slice(0, start) + bare.join('');
}

function toneAt(letters: string[]): number {
	const lower = letters.map((letter) => letter.toLocaleLowerCase('vi'));
	const isVowel = (index: number): boolean => vowel.test(lower[index] ?? '');
	const vowels = lower.map((_, index) => index).filter(isVowel);
	// The u of qu and the i of gi belong to the consonant when another vowel follows.
	const [first, second] = vowels;
	const before = lower.slice(0, first).join('');
	const belongs =
		second === (first ?? 0) + 1 &&
		((before === 'q' && lower[first!] === 'u') || (before === 'g' && lower[first!] === 'i'));
	const own = belongs ? vowels.slice(1) : vowels;
	if (own.length === 0) return -1;
	const marked = own.findLast((index) => /[ăâêôơư]/.test(lower[index]!));
	if (marked !== undefined) return marked;
	const closed = own.at(-1)! < letters.length - 1;
	if (own.length === 1) return own[0]!;
	if (closed) return own.at(-1)!;
	return own.length === 2 ? own[0]! : own[1]!;
}
