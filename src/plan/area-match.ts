/**
 * Which content areas a task is about, by the words both share. Words that stand in every area ("cải cách hành chính")
 * weigh nothing; a word of one area alone weighs most. The shared words are the reason shown to the officer.
 */
import { pairs, syllables } from './words.ts';

export type KnownArea = { key: string; shortName: string; text: string };
export type AreaMatch = { key: string; reason: string };

/** Pairs that carry no subject. */
const EMPTY = new Set(
	(
		'cong tac|tuyen truyen|thuc hien|to chuc|cac noi|noi dung|ve cac|tren dia|dia ban|cua phuong|hanh chinh|cai cach|nha nuoc|' +
		'nguoi dan|ca nhan|to chuc|co quan|don vi|can bo|cong chuc|doi voi|viec thuc|trong giai|cua cac|va cac|phuong ve'
	).split('|')
);
const LEAST = 1.2;

export function matchAreas(text: string, areas: KnownArea[], most = 3): AreaMatch[] {
	if (areas.length === 0) return [];
	const areaPairs = areas.map((area) => pairs(`${area.shortName}. ${area.text}`));
	const wanted = pairs(text);
	const scored = areas.map((area, at) => {
		const shared = [...wanted].filter((pair) => areaPairs[at]!.has(pair) && !EMPTY.has(pair));
		const weights = shared.map((pair) => ({
			pair,
			weight: Math.log2((areas.length + 1) / areaPairs.filter((one) => one.has(pair)).length)
		}));
		// The short name is what people call the area; its words weigh double.
		const short = pairs(area.shortName);
		const score = weights.reduce((sum, { pair, weight }) => sum + weight * (short.has(pair) ? 2 : 1), 0);
		return { area, score, weights };
	});
	const best = Math.max(...scored.map(({ score }) => score));
	if (best < LEAST * Math.log2(areas.length + 1)) return [];
	return scored
		.filter(({ score }) => score >= best * 0.6)
		.sort((a, b) => b.score - a.score)
		.slice(0, most)
		.map(({ area, weights }) => ({
			key: area.key,
			reason: `có từ: ${spoken(text, new Set(weights.map(({ pair }) => pair)))}`
		}));
}

/** The longest runs of shared words as they stand in the text, with their diacritics: “dịch vụ công trực tuyến”. */
function spoken(text: string, shared: Set<string>): string {
	const words = text
		.normalize('NFC')
		.split(/[^\p{L}\p{N}]+/u)
		.filter(Boolean);
	const runs: string[][] = [];
	let run: string[] = [];
	for (const [at, word] of words.entries()) {
		const pair = syllables(`${words[at - 1] ?? ''} ${word}`).join(' ');
		if (at > 0 && shared.has(pair)) run.push(...(run.length ? [word] : [words[at - 1]!, word]));
		else if (run.length) {
			runs.push(run);
			run = [];
		}
	}
	if (run.length) runs.push(run);
	return [...new Set(runs.sort((a, b) => b.length - a.length).map((one) => `“${one.join(' ')}”`))]
		.slice(0, 2)
		.join(', ');
}

/** How much two areas say the same, 0 to 1: finds last year's area, so that its key stays. */
export function likeness(a: string, b: string): number {
	const [one, other] = [pairs(a), pairs(b)];
	const shared = [...one].filter((pair) => other.has(pair)).length;
	return shared === 0 ? 0 : shared / Math.min(one.size, other.size);
}
