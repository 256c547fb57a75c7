/**
 * Splitting (tách nội dung; NĐ 154/2026 Đ14 k4): a message that speaks of several matters becomes several cases. It is
 * cut into sentences, and every sentence goes to one of the contents or to all of them, so no word of it is lost.
 */
export type Segment = { start: number; end: number; text: string };
/** The number of a content from 1, or every one of them: who, where and when is often said once. */
export type Belongs = number | 'all';

const SHORT = 16;
const MOST = 60;
export const mostContents = 6;

/** Sentences and lines, one after the other without a gap. */
export function segmentsOf(text: string): Segment[] {
	const ends = [...text.matchAll(/[.!?…;]+\s+(?=[\p{Lu}\d"“(-])|\n+/gu)].map(
		(match) => match.index + match[0].length
	);
	const cuts = [...ends.filter((end) => end < text.length), text.length];
	const segments: Segment[] = [];
	let start = 0;
	for (const end of cuts) {
		if (text.slice(start, end).trim().length < SHORT && end !== text.length) continue;
		segments.push({ start, end, text: text.slice(start, end) });
		start = end;
	}
	const last = segments.at(-1);
	if (last && segments.length > 1 && last.text.trim().length < SHORT) {
		segments.pop();
		const before = segments.at(-1)!;
		segments[segments.length - 1] = {
			start: before.start,
			end: last.end,
			text: text.slice(before.start, last.end)
		};
	}
	return segments.length <= MOST ? segments : joined(segments, text);
}

/** Neighbours together, until they are few enough to look at one by one. */
function joined(segments: Segment[], text: string): Segment[] {
	const per = Math.ceil(segments.length / MOST);
	return Array.from({ length: Math.ceil(segments.length / per) }, (_, at) => {
		const some = segments.slice(at * per, (at + 1) * per);
		const [start, end] = [some[0]!.start, some.at(-1)!.end];
		return { start, end, text: text.slice(start, end) };
	});
}

/** The texts of the contents, in order. */
export function partsOf(segments: readonly Segment[], belongs: readonly Belongs[]): string[] {
	const many = Math.max(0, ...belongs.map((one) => (one === 'all' ? 0 : one)));
	return Array.from({ length: many }, (_, at) =>
		segments
			.filter((_segment, index) => belongs[index] === 'all' || belongs[index] === at + 1)
			.map(({ text }) => (/\s$/.test(text) ? text : `${text} `))
			.join('')
			.trim()
	);
}

/** Which content each sentence most likely belongs to, from where the contents were found to lie. */
export function suggested(
	segments: readonly Segment[],
	contents: readonly { start: number; end: number }[]
): Belongs[] {
	return segments.map(({ start, end }) => {
		const shares = contents.map((content) => Math.min(end, content.end) - Math.max(start, content.start));
		const best = Math.max(0, ...shares);
		return best > 0 ? shares.indexOf(best) + 1 : contents.length > 1 ? 'all' : 1;
	});
}
