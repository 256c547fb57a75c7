/**
 * What is to be told (nội dung tuyên truyền), to whom (đối tượng) and by which ways (hình thức): found by the headings
 * of the plan. Purposes (mục đích, yêu cầu) are never content.
 */
import { bare, sameWords } from './plain.ts';
import { textOf, type Item } from './outline.ts';

export type Area = { marker: string; text: string; at: number };

const OTHER_PART =
	/^(?:hinh thuc|phuong thuc|phuong phap|doi tuong|thoi gian|pham vi|kinh phi|muc dich|yeu cau|dia diem|to chuc thuc hien|muc tieu|kenh|phuong tien|thanh phan|nguon)/;

/** Everything deeper that follows an item, up to the next item of its own level. */
export function under(items: Item[], index: number): { from: number; to: number } {
	const { depth, marker } = items[index]!;
	let to = index + 1;
	// A dotted item ("3.1.") owns the letters after it, though both stand on the third level.
	const owns = (one: Item): boolean =>
		one.depth > depth ||
		(/^\d+\.\d/.test(marker) && /^[a-zđ]/.test(one.marker)) ||
		(depth === 4 && one.depth === 4 && bulletRank(one.marker) > bulletRank(marker));
	while (to < items.length && owns(items[to]!)) to += 1;
	return { from: index + 1, to };
}

const bulletRank = (marker: string): number => (marker.startsWith('(') ? 0 : '*-+'.indexOf(marker) + 1);

/** The items one step below: the first marker under the heading tells what step that is. */
export function children(items: Item[], index: number): number[] {
	const { from, to } = under(items, index);
	const own: number[] = [];
	for (let at = from; at < to; at = under(items, at).to) own.push(at);
	return own;
}

function fullText(items: Item[], index: number): string {
	const { from, to } = under(items, index);
	const parts = [items[index]!, ...items.slice(from, to)].map((item, at) => {
		const text = [item.title, textOf(item)].filter(Boolean).join(item.title && item.own ? ': ' : '\n');
		return at === 0 ? text : `${item.marker} ${text}`.trim();
	});
	return parts.filter(Boolean).join('\n');
}

export function contentAreas(items: Item[]): Area[] {
	const at = contentHeading(items);
	if (at === null) return [];
	const heading = items[at]!;
	const below = children(items, at).filter(
		(child) => !OTHER_PART.test(bare(items[child]!.title || items[child]!.own))
	);
	if (below.length > 0) {
		return below
			.map((child) => ({ marker: items[child]!.marker, text: fullText(items, child), at: items[child]!.at }))
			.filter((area) => area.text.length > 3);
	}
	return paragraphsOf(heading).map((one) => ({ marker: '', text: one.text, at: one.at }));
}

function paragraphsOf(item: Item): { text: string; at: number }[] {
	return [...(item.own ? [{ text: item.own, at: item.at }] : []), ...item.extra].filter(
		(one) => one.text.length > 3
	);
}

const OF_TELLING = /tuyen truyen|truyen thong|thong tin|pho bien|thi dua|quan triet/;

/** The heading that fits best: "Nội dung" itself before a heading that only has the word among others. */
function contentHeading(items: Item[]): number | null {
	let best: number | null = null;
	let most = 0;
	for (const [at, item] of items.entries()) {
		const words = sameWords(item.title);
		if (!words || item.depth > 3) continue;
		const score = contentScore(words, items, at);
		if (score > most) [best, most] = [at, score];
	}
	return best;
}

function contentScore(words: string, items: Item[], at: number): number {
	if (
		!/(?:^|\s)noi dung(?:\s|$)/.test(words) ||
		/^(?:noi dung chi|noi dung kinh phi|to chuc|trach nhiem|kinh phi|phan cong)/.test(words)
	)
		return 0;
	// A part that holds headings of its own for audience, content and forms is only their container.
	const hasOwn = children(items, at).some((child) =>
		/^(?:cac )?noi dung(?:\s|$)/.test(sameWords(items[child]!.title))
	);
	if (hasOwn) return 0.5;
	let score = /^(?:cac )?noi dung/.test(words) ? 4 : 2;
	if (words === 'noi dung' || OF_TELLING.test(words)) score += 3;
	if (/hinh thuc|thoi gian|phuong thuc/.test(words)) score -= 1;
	if (/doi tuong/.test(words)) score -= 1;
	if (/thuc hien$|cong viec|hoat dong/.test(words)) score -= 0.5;
	return score - at / 10_000;
}

export function audiences(items: Item[]): string[] {
	const candidates = items
		.map((item, at) => ({ words: sameWords(item.title), at, depth: item.depth }))
		.filter(
			({ words }) =>
				/(?:^|\s)doi tuong(?:\s|$)/.test(words) && !/^(?:noi dung|tieu chuan|to chuc)/.test(words)
		);
	const plain = candidates.filter(
		({ words, at }) =>
			!/noi dung|hinh thuc/.test(words) &&
			!children(items, at).some((child) => /^doi tuong/.test(sameWords(items[child]!.title)))
	);
	const best = plain.find(({ words }) => words.startsWith('doi tuong')) ?? plain[0];
	if (!best) return [];
	const heading = items[best.at]!;
	const below = children(items, best.at);
	const own = paragraphsOf(heading).map((one) => one.text);
	const parts = below.length > 0 ? below.flatMap((child) => leaves(items, child)) : own;
	return parts
		.flatMap((part) => part.split(/;\s*/))
		.map((part) =>
			part
				.replace(/^[-+]\s*/, '')
				.replace(/[\s.;,]+$/, '')
				.trim()
		)
		.filter((part) => part.length > 2);
}

function leaves(items: Item[], at: number): string[] {
	const below = children(items, at);
	if (below.length > 0) return below.flatMap((child) => leaves(items, child));
	return [fullText(items, at).replaceAll('\n', ' ')];
}

/** Text of the forms part, headings included; null when the plan has none. */
export function formsText(items: Item[]): string | null {
	const found: string[] = [];
	for (const [at, item] of items.entries()) {
		const words = sameWords(item.title);
		if (
			!/^(?:cac |ve )?(?:hinh thuc|phuong thuc|phuong phap|kenh|bien phap|phuong tien)(?:\s|$)/.test(words) ||
			/khen thuong|xu ly|ky luat/.test(words)
		)
			continue;
		found.push(fullText(items, at));
	}
	if (found.length > 0) return found.join('\n');
	const mixed = items.findIndex(
		(item) => /noi dung.*hinh thuc/.test(sameWords(item.title)) && !/khen thuong/.test(sameWords(item.title))
	);
	return mixed < 0 ? null : fullText(items, mixed);
}
