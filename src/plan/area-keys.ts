/** Keys and short names of content areas read from a document: the same subject keeps its key from year to year. */
import { likeness } from './area-match.ts';
import type { PlanDocument } from './plan-document.ts';
import type { AreaInput } from './plan-form.ts';
import { slug, syllables } from './words.ts';

/** A third of the words in common is the same area; the likest pairs are made first, each old key is given once. */
export function withKeys(found: PlanDocument['contentAreas'], known: AreaInput[]): AreaInput[] {
	const likely = found
		.flatMap(({ text }, at) =>
			known.map((area) => ({ at, area, likeness: likeness(area.text, text) + (names(text, area) ? 0.3 : 0) }))
		)
		.filter((one) => one.likeness >= 0.3)
		.sort((a, b) => b.likeness - a.likeness);
	const same = new Map<number, AreaInput>();
	const given = new Set<string>();
	for (const { at, area } of likely) {
		if (same.has(at) || given.has(area.key!)) continue;
		same.set(at, area);
		given.add(area.key!);
	}
	const taken = new Set(known.map((area) => area.key!));
	return found.map(({ marker, text }, at) => {
		const old = same.get(at);
		const shortName = old?.shortName ?? shortNameOf(text);
		return {
			key: old?.key ?? freeKey(shortName, taken),
			marker: marker.replace(/[).]\s*$/, ''),
			shortName,
			text
		};
	});
}

/** Does the sentence hold every part of the area's short name: "mô hình" and "sáng kiến"? */
function names(text: string, area: AreaInput): boolean {
	const words = ` ${syllables(text).join(' ')} `;
	return area.shortName.split(/[,;]/).every((part) => words.includes(` ${syllables(part).join(' ')} `));
}

export function freeKey(name: string, taken: Set<string>): string {
	const base = slug(name) || 'noi-dung';
	let key = base;
	for (let next = 2; taken.has(key); next += 1) key = `${base}-${next}`;
	taken.add(key);
	return key;
}

/** The first words that say something: without "Tuyên truyền, phổ biến các nội dung về". */
function shortNameOf(text: string): string {
	const clean = text
		.normalize('NFC')
		.replace(
			/^(?:(?:tiếp tục|tuyên truyền|phổ biến|quán triệt|giới thiệu|thông tin|công khai|các|những|nội dung|về|việc|tình hình|,|và)\s*)+/iu,
			''
		);
	const words = (clean.split(/[,;:.(]/)[0] ?? clean).trim().split(/\s+/).slice(0, 7).join(' ');
	const name = words.slice(0, 60) || text.slice(0, 60);
	return name.charAt(0).toUpperCase() + name.slice(1);
}
