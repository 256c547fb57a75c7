/**
 * One shape for all ways of writing the same words: any Unicode form, with or without diacritics, đ as d, old and new
 * tone placement, any case, punctuation as spaces.
 */
/** `Hoà  giải – CƠ SỞ` → `hoa giai co so`. */
export function fold(text: string): string {
	return text
		.normalize('NFKD')
		.replace(/\p{M}+/gu, '')
		.toLowerCase()
		.replace(/[đð]/g, 'd')
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}
