/**
 * How alike two messages are, so that the same trouble told twice meets in one case and one text sent a hundred times
 * counts as one. A message is sketched by the smallest hashes of its word pairs (minhash): the share of equal places
 * estimates the share of pairs both have. Tones, case, punctuation and Unicode forms do not matter.
 */
import { foldText } from '#platform/personal-data/folded-text.ts';

const SIZE = 64;
/** What a form takes is far less; the beginning of longer texts stands for them. */
const LONGEST = 24_000;
const EMPTY = 2_147_483_647;

/** 64 signed 32-bit numbers; empty for a text without words. Kept with the case: a change here makes kept ones unlike. */
export function fingerprintOf(text: string): number[] {
	const words = foldText(text.slice(0, LONGEST)).folded.match(/[a-z]+|\d+/g);
	if (!words) return [];
	const sketch = new Array<number>(SIZE).fill(EMPTY);
	for (const piece of shingles(words)) {
		const hash = hashOf(piece);
		for (let place = 0; place < SIZE; place++) {
			const mixed = mix(hash ^ seeds[place]!);
			if (mixed < sketch[place]!) sketch[place] = mixed;
		}
	}
	return sketch;
}

/** From 0 (nothing in common) to 1 (the same words in the same order). */
export function likeness(one: readonly number[], other: readonly number[]): number {
	if (one.length === 0 || one.length !== other.length) return 0;
	return one.filter((value, at) => value === other[at]).length / one.length;
}

/** Pairs of neighbours; a single word stands for itself. */
function* shingles(words: readonly string[]): Generator<string> {
	if (words.length === 1) yield words[0]!;
	for (let at = 1; at < words.length; at++) yield `${words[at - 1]} ${words[at]}`;
}

/** FNV-1a. */
function hashOf(text: string): number {
	let hash = 2_166_136_261;
	for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 16_777_619);
	return hash;
}

/** Spreads every bit over all others (the finish of MurmurHash3): the places of a sketch must not move together. */
function mix(value: number): number {
	let mixed = value ^ (value >>> 16);
	mixed = Math.imul(mixed, 0x85ebca6b);
	mixed ^= mixed >>> 13;
	mixed = Math.imul(mixed, 0xc2b2ae35);
	return (mixed ^ (mixed >>> 16)) | 0;
}

const seeds = Array.from({ length: SIZE }, (_, place) => mix(Math.imul(place + 1, 0x9e3779b1)));
