/**
 * What words stand for, whatever the region or the mood: `rớt bóp`, `thất lạc` and `mất` are one concept. Only lines
 * of the word list are compared through it (likeness.ts); what was typed is looked for as it was typed.
 */
import { acts, countries, kin, things } from './lexicon/alike.ts';
import { typedWords, type Word } from './reading.ts';
import { agreement } from './syllable.ts';

/** One or more words side by side, and what they stand for. */
export type Concept = { key: string; from: number; to: number };

type Phrase = { words: Word[]; key: string; onlyMarked: boolean };

let phrases: Map<string, Phrase[]> | undefined;

function phrasesByFirst(): Map<string, Phrase[]> {
	if (phrases) return phrases;
	phrases = new Map();
	for (const line of `${acts}\n${things}`.split('\n').filter(Boolean)) {
		const group = line.split(', ');
		if (group[0] === 'nước ngoài') group.push(...abroad());
		for (const said of group) {
			const words = typedWords(said.replace('!', ''));
			const phrase = { words, key: `@${group[0]!.replace('!', '')}`, onlyMarked: said.endsWith('!') };
			const others = phrases.get(words[0]!.stem);
			if (others) others.push(phrase);
			else phrases.set(words[0]!.stem, [phrase]);
		}
	}
	for (const others of phrases.values()) others.sort((a, b) => b.words.length - a.words.length);
	return phrases;
}

/** A country alone, and as people name who and where. */
const abroad = (): string[] =>
	countries
		.split(', ')
		.flatMap((name) => [
			name,
			...['người', 'quốc tịch', 'bên', 'nước', 'chồng', 'vợ', 'khách'].map(
				(before) => `${before} ${name.replace('!', '')}`
			)
		]);

/** `3 tháng`, `60 ngày`: how long, whatever the number. */
const spans = new Set(['thang', 'tuan', 'ngai', 'nam']);
const A_WHILE = '@một thời gian';

const LOST = '@mất';
const DEAD = '@chết';
/** What may stand between a person and "mất". */
const between = new Set('moi vua da bi tui toi em con nha minh lai roi cung'.split(' '));
/** What a person loses begins so. */
const losable = new Set(
	'giai the so can cccd cmnd cmt ho bang bien xe ca cavet dang bhit bhxh chung passport bop vi'.split(' ')
);

/** People who are "mất" are dead; papers are lost, whoever lost them. */
function isGone(words: Word[], from: number, to: number, anyMarked: boolean): boolean {
	if (to > from + 1 || losable.has(words[to]?.stem ?? '')) return false;
	for (let back = from - 1; back >= Math.max(0, from - 3); back--) {
		if (isKinWord(words[back]!, anyMarked) || words[back]!.stem === 'nguoi') return true;
		if (!between.has(words[back]!.stem)) return false;
	}
	return false;
}

/** A child has papers of its own until it is fourteen (Luật Căn cước, Điều 19). */
const GROWN_UP = 14;
const OLD = 70;
const ageKey = (years: number): string =>
	years < GROWN_UP ? '@dưới 14 tuổi' : years < OLD ? '@đủ 14 tuổi' : '@người già';

/** The words as concepts, the longest first; a word in no group stands for itself. */
export function conceptsOf(words: Word[], anyMarked: boolean): Concept[] {
	const found: Concept[] = [];
	for (let from = 0; from < words.length;) {
		const phrase = phrasesByFirst()
			.get(words[from]!.stem)
			?.find(
				(one) =>
					from + one.words.length <= words.length &&
					one.words.every((wanted, place) => {
						const word = words[from + place]!;
						if (word.stem !== wanted.stem) return false;
						if (one.onlyMarked && !word.marked) return false;
						return agreement(word.shape, word.stem, wanted.shape, anyMarked) >= (word.marked ? 0.91 : 0.75);
					})
			);
		const number = !phrase && /^\d{1,3}$/.test(words[from]!.bare) ? Number(words[from]!.bare) : undefined;
		const unit = number === undefined ? undefined : words[from + 1]?.stem;
		const counted = unit === 'tuoi' ? ageKey(number!) : unit && spans.has(unit) ? A_WHILE : undefined;
		const to = from + (phrase?.words.length ?? (counted ? 2 : 1));
		const gone = phrase?.key === LOST && isGone(words, from, to, anyMarked) ? DEAD : undefined;
		found.push({ key: gone ?? phrase?.key ?? counted ?? keyOf(words[from]!, anyMarked), from, to });
		from = to;
	}
	return found;
}

const groups = (text: string, of = /^/): string[] =>
	text
		.split('\n')
		.filter((line) => line !== '' && of.test(line))
		.map((line) => `@${line.split(', ')[0]!.replace('!', '')}`);

const kinKeys = new Set(groups(things, /^(?:cha|mẹ|con|ba má|người già|chồng|vợ), /));
const kinWords = new Map(kin.split(' ').map((word) => [typedWords(word)[0]!.stem, typedWords(word)[0]!]));
/** Without marks these are still mostly people; `di` and `ngoai` are not. */
const surelyKin = new Set('ong ba cha me con chau chong vo anh chi em nha'.split(' '));
const actKeys = new Set(groups(acts));

const KIN = '~';

/** A word that says for whom is another word than the one that looks like it (`dì`, `di`). */
function keyOf(word: Word, anyMarked: boolean): string {
	return isKinWord(word, anyMarked) ? KIN + word.stem : word.stem;
}

export function isKinWord(word: Word, anyMarked: boolean): boolean {
	const wanted = kinWords.get(word.stem);
	if (!wanted) return false;
	return anyMarked ? agreement(word.shape, word.stem, wanted.shape, true) > 0.93 : surelyKin.has(word.stem);
}

/** Says for whom, not what. */
export function isKin(key: string): boolean {
	return key.startsWith(KIN) || kinKeys.has(key);
}

/** Says what befell or what is to be done, not to which thing. */
export function isAct(key: string): boolean {
	return actKeys.has(key);
}
