/** Vietnamese without tones, letter for letter, so that a place in the bare text is the same place in the text. */
const known = new Map<string, string>();

function bareLetter(letter: string): string {
	let bare = known.get(letter);
	if (bare === undefined) {
		bare = letter.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
		if (bare === 'đ') bare = 'd';
		if (bare.length !== letter.length) bare = letter;
		if (known.size < 5000) known.set(letter, bare);
	}
	return bare;
}

/** Lower case, no tones, same length: "Đối tượng" becomes "doi tuong". Expects NFC. */
export function bare(text: string): string {
	let out = '';
	for (const letter of text) {
		const code = letter.charCodeAt(0);
		if (letter.length > 1) out += letter;
		else if (code < 128) out += code > 64 && code < 91 ? String.fromCharCode(code + 32) : letter;
		else out += bareLetter(letter);
	}
	return out;
}

/** The same words whatever their case, tones and signs: for comparing two names. */
export function sameWords(text: string): string {
	return bare(text)
		.replace(/[^a-z0-9]+/g, ' ')
		.trim();
}

export const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Written in capitals: no small letter, at least two capital ones. */
export function isUpper(text: string): boolean {
	let capitals = 0;
	for (const letter of text) {
		if (letter === letter.toLowerCase()) {
			if (letter !== letter.toUpperCase()) return false;
		} else capitals += 1;
	}
	return capitals > 1;
}

/** Capitals apart from a few small letters, as "TM.UBND phường" is not, "Ủy BAN NHÂN DÂN" is. */
export function mostlyUpper(text: string): boolean {
	let [capitals, small] = [0, 0];
	for (const letter of text) {
		if (letter.toLowerCase() === letter.toUpperCase()) continue;
		if (letter === letter.toLowerCase()) small += 1;
		else capitals += 1;
	}
	return capitals > 1 && small <= capitals * 0.15;
}

export const startsSmall = (text: string): boolean => /^\p{Ll}/u.test(text);
export const startsCapital = (text: string): boolean => /^["“”'‘(]*\p{Lu}/u.test(text);
