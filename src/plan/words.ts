/** Vietnamese words made comparable: lower case, no diacritics, one space between syllables. */
export function folded(text: string): string {
	return text
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replaceAll('đ', 'd')
		.replace(/[^a-z0-9%/.,+]+/g, ' ')
		.trim();
}

/** The syllables alone. */
export function syllables(text: string): string[] {
	return folded(text)
		.split(/[^a-z0-9]+/)
		.filter(Boolean);
}

/** Neighbouring pairs of syllables: the smallest pieces that carry a meaning in Vietnamese. */
export function pairs(text: string): Set<string> {
	const all = syllables(text);
	return new Set(all.slice(1).map((syllable, at) => `${all[at]} ${syllable}`));
}

/** A short name for addresses and keys: `chu-truong-chinh-sach`. */
export function slug(text: string, most = 5): string {
	return syllables(text).slice(0, most).join('-');
}
