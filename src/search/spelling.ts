/** Words one slip of the finger or of the tongue away from what was typed, and how large the slip is. */
import { soundOf } from './syllable.ts';

/** From what is left when any one letter is taken out (and from the sound) to the words it may be. */
export type NearWords = Map<string, string[]>;

export function addNear(near: NearWords, word: string): void {
	if (word.length < 2 || word.length > 12 || /\d/.test(word)) return;
	for (const key of new Set([...without(word), `~${soundOf(word)}`])) {
		const words = near.get(key);
		if (!words) near.set(key, [word]);
		else if (!words.includes(word)) words.push(word);
	}
}

function without(word: string): string[] {
	const keys = [word];
	for (let at = 0; at < word.length; at++) keys.push(word.slice(0, at) + word.slice(at + 1));
	return keys;
}

/** Words near to this one with their distance, nearest first; never the word itself. */
export function nearTo(near: NearWords, word: string): { word: string; slip: number }[] {
	if (word.length < 2 || word.length > 13 || /\d/.test(word)) return [];
	const found = new Map<string, number>();
	for (const key of [...without(word), `~${soundOf(word)}`]) {
		for (const other of near.get(key) ?? []) {
			if (other === word || found.has(other)) continue;
			const slip = slipOf(word, other);
			if (slip < Infinity) found.set(other, slip);
		}
	}
	return [...found]
		.map(([other, slip]) => ({ word: other, slip }))
		.sort((a, b) => a.slip - b.slip)
		.slice(0, 24);
}

/** Letters beside each other on the keyboard. */
const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const places = new Map<string, [number, number]>();
rows.forEach((row, y) => [...row].forEach((letter, x) => places.set(letter, [x + y * 0.4, y])));

function beside(a: string, b: string): boolean {
	const first = places.get(a);
	const second = places.get(b);
	return !!first && !!second && Math.abs(first[0] - second[0]) < 1.3 && Math.abs(first[1] - second[1]) <= 1;
}

const SOUND = 1.9;
const DOUBLED = 2.1;
const SWAPPED = 2.3;
const BESIDE = 2.4;
const OTHER = 3;

/** How large the slip from one word to the other is; Infinity when it is more than one. */
export function slipOf(typed: string, meant: string): number {
	const slip = typingSlip(typed, meant);
	return soundOf(typed) === soundOf(meant) ? Math.min(slip, SOUND) : slip;
}

function typingSlip(typed: string, meant: string): number {
	let start = 0;
	while (start < typed.length && start < meant.length && typed[start] === meant[start]) start++;
	let a = typed.length;
	let b = meant.length;
	while (a > start && b > start && typed[a - 1] === meant[b - 1]) {
		a--;
		b--;
	}
	const left = typed.slice(start, a);
	const right = meant.slice(start, b);
	// The first letter is seldom wrong, and a short word with another letter is mostly another word.
	const firstLetter = start === 0 ? 0.6 : 0;
	const short = Math.min(typed.length, meant.length) <= 3 ? 0.3 : 0;
	if (left.length === 1 && right.length === 0) {
		const doubled = typed[start - 1] === left || typed[start + 1] === left;
		return (doubled ? DOUBLED : OTHER - 0.2) + firstLetter + short;
	}
	if (left.length === 0 && right.length === 1) return OTHER - 0.3 + firstLetter + short;
	if (left.length === 1 && right.length === 1) {
		return (beside(left, right) ? BESIDE : OTHER) + firstLetter + short;
	}
	if (left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0])
		return SWAPPED + short;
	// Two letters exchanged over one between: `kehtop`.
	return Infinity;
}
