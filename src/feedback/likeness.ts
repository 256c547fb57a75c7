/** How alike two messages are: a sketch (minhash) of their word triples. First version; the triage colleague owns it. */
const SIZE = 32;

/** 32 signed 32-bit numbers; empty for a text without words. */
export function fingerprintOf(text: string): number[] {
	const words = text
		.normalize('NFD')
		.replace(/[\u0300-\u036f]/g, '')
		.toLowerCase()
		.replace(/đ/g, 'd')
		.split(/[^a-z0-9]+/)
		.filter(Boolean)
		.slice(0, 4000);
	if (words.length === 0) return [];
	const sketch = new Array<number>(SIZE).fill(2_147_483_647);
	for (let at = 0; at < Math.max(1, words.length - 2); at++) {
		const triple = words.slice(at, at + 3).join(' ');
		let hash = 2_166_136_261;
		for (let i = 0; i < triple.length; i++) hash = Math.imul(hash ^ triple.charCodeAt(i), 16_777_619);
		for (let k = 0; k < SIZE; k++) {
			const mixed = Math.imul(hash ^ Math.imul(k + 1, 0x9e3779b1), 0x85ebca6b) | 0;
			if (mixed < sketch[k]!) sketch[k] = mixed;
		}
	}
	return sketch;
}

/** From 0 (nothing in common) to 1 (the same words). */
export function likeness(one: readonly number[], other: readonly number[]): number {
	if (one.length === 0 || one.length !== other.length) return 0;
	return one.filter((value, at) => value === other[at]).length / one.length;
}
