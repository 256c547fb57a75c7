/**
 * Which content areas a task is about, by the words both share. Words that stand in every area ("cải cách hành chính")
 * weigh nothing; a word of one area alone weighs most. The shared words are the reason shown to the officer.
 */
import { folded, pairs, syllables } from './words.ts';

export type KnownArea = { key: string; shortName: string; text: string };
export type AreaMatch = { key: string; reason: string };

/** Pairs that carry no subject: they stand in every sentence of such a document. */
const EMPTY = new Set(
	(
		'cong tac|tac tuyen|tuyen truyen|truyen ve|truyen cac|thuc hien|to chuc|cac noi|noi dung|dung ve|ve cac|ve cong|tren dia|dia ban|' +
		'dia phuong|cua phuong|cua cac|cac co|cua co|co quan|quan don|don vi|vi tren|tai cac|hanh chinh|cai cach|cach hanh|tac cai|chinh nha|' +
		'nha nuoc|nguoi dan|ca nhan|nhan to|can bo|bo cong|cong chuc|doi voi|viec thuc|va cac|phuong ve|hoat dong|dong cua|tac cchc|ve cchc|' +
		'lien quan|ke hoach|trong cong|cho nguoi|dan doanh|doanh nghiep|nam ve|trien khai|khai thuc|hien cong|hien cac|thuc hanh|thu tuc|tuc hanh'
	).split('|')
);
const LEAST = 1.1;

/** What belongs to a subject although the plan's sentence about it does not say so. */
const related: [RegExp, string][] = [
	[
		/mot cua/,
		'niêm yết thủ tục. bảng niêm yết. công khai thủ tục hành chính. Trung tâm Phục vụ hành chính công. bộ phận một cửa'
	],
	[
		/chuyen doi so|truc tuyen/,
		'công nghệ số. Tổ công nghệ số cộng đồng. nộp hồ sơ trực tuyến. tài khoản định danh điện tử. Ngày Chuyển đổi số'
	],
	[/quyen|nghia vu/, 'phổ biến, giáo dục pháp luật. Ngày Pháp luật'],
	[
		/mo hinh|sang kien/,
		'người tốt việc tốt. nêu gương. biểu dương. cách làm hay. tồn tại, hạn chế. phê phán'
	],
	[/chi so|hai long/, 'khảo sát sự hài lòng. kết quả hài lòng. chỉ số cải cách hành chính. chỉ số hài lòng'],
	[/duong day nong/, 'phản ánh, kiến nghị. trả lời phản ánh']
];
function kin(area: KnownArea): string {
	const words = folded(`${area.shortName} ${area.text}`);
	// The name says what an area is about; its long sentence touches half of all subjects.
	const name = folded(area.shortName);
	return related
		.flatMap(([sign, more]) => (sign.test(name) || (sign.test(words) && words.search(sign) < 60) ? more : []))
		.join('. ');
}

export function matchAreas(text: string, areas: KnownArea[], most = 3): AreaMatch[] {
	if (areas.length === 0) return [];
	const areaPairs = areas.map((area) => pairs(`${area.shortName}. ${area.text}. ${kin(area)}`));
	const most1 = Math.log2(areas.length + 1);
	const scored = areas.map((area, at) => {
		const short = pairs(area.shortName);
		const shared = sharedRuns(text, areaPairs[at]!);
		// 1 for a pair only this area has, 0 for one that stands in all; what people call the area weighs double.
		const score = [...shared].reduce((sum, [pair, weight]) => {
			const holders = areaPairs.filter((one) => one.has(pair)).length;
			return sum + (Math.log2((areas.length + 1) / holders) / most1) * (short.has(pair) ? 2 : weight);
		}, 0);
		return { area, score, shared };
	});
	const best = Math.max(...scored.map(({ score }) => score));
	if (best < LEAST) return [];
	return scored
		.filter(({ score }) => score >= Math.max(LEAST, best * 0.6))
		.sort((a, b) => b.score - a.score)
		.slice(0, most)
		.map(({ area, shared }) => ({ key: area.key, reason: `có từ: ${spoken(text, new Set(shared.keys()))}` }));
}

/** Shared pairs that say something; a run of three syllables and more says more than two that may only have met by chance. */
function sharedRuns(text: string, area: Set<string>): Map<string, number> {
	const all = syllables(text);
	const kept = new Map<string, number>();
	let run: string[] = [];
	const close = () => {
		for (const pair of run) {
			if (!EMPTY.has(pair)) kept.set(pair, Math.max(kept.get(pair) ?? 0, run.length > 1 ? 1 : 0.6));
		}
		run = [];
	};
	for (const [at, syllable] of all.entries()) {
		const pair = `${all[at - 1]} ${syllable}`;
		if (at > 0 && area.has(pair)) run.push(pair);
		else close();
	}
	close();
	return kept;
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
