/** Keys and short names of content areas read from a document: the same subject keeps its key from year to year. */
import { likeness } from './area-match.ts';
import type { PlanDocument } from './plan-document.ts';
import type { AreaInput } from './plan-form.ts';
import { slug } from './words.ts';

/** Half of the words in common is the same area; each old key is given once. */
export function withKeys(found: PlanDocument['contentAreas'], known: AreaInput[]): AreaInput[] {
	const taken = new Set<string>();
	return found.map(({ marker, text }) => {
		const [best] = known
			.filter((area) => !taken.has(area.key!))
			.map((area) => ({ area, likeness: likeness(area.text, text) }))
			.sort((a, b) => b.likeness - a.likeness);
		const same = best && best.likeness >= 0.35 ? best.area : undefined;
		const shortName = same?.shortName ?? shortNameOf(text);
		const key = same?.key ?? freeKey(shortName, new Set([...taken, ...known.map((area) => area.key!)]));
		taken.add(key);
		return { key, marker: marker.replace(/[).]\s*$/, ''), shortName, text };
	});
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
