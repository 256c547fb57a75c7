/**
 * What a message is (phân loại): led by the law each kind falls under. The borders, where two kinds meet:
 *
 * - Danger to life now is `emergency` whatever else is said: a telephone call saves, a case does not. What happened
 *   yesterday or might happen one day is not.
 * - A crime by a private person is `crime_report` (tố giác, BLTTHS Đ144), also when the writer says "tố cáo".
 * - Somebody of an office breaking the law (money taken, forged lists, land given away) is `denunciation` (Luật Tố cáo
 *   Đ2), also when the writer only says "phản ánh". A rude, slow or absent officer is `conduct` (NĐ 20/2008 Đ5 k1).
 * - Not agreeing with a decision or an act of the administration that touched the writer's own right is
 *   `complaint_decision` (Luật Khiếu nại Đ2). The same said of a rule for everybody is `regulation` (NĐ 20/2008 Đ5 k2-6).
 * - Trouble with a file, papers, fees, posting or the online service is `procedure`; asking how it is done is `question`.
 * - A broken or disturbing thing at a place is `local_issue`, also with "kiến nghị sửa"; something new for the ward is
 *   `proposal` (NĐ 20/2008 Đ5 k7-8).
 * - Thanks around a trouble are manners: the trouble counts. Rough words around a trouble too; alone they are `abuse`.
 *
 * The list of kinds is that of contracts, `triage`.
 */
import { finderOf, type Hit as PhraseHit, type Spoken as PhrasesIn } from './triage-phrases.ts';
import { likenessToExamples } from './message-class-model.ts';
import { words, type GroupKey } from './message-class-words.ts';

export const messageClasses = {
	procedure: 'Phản ánh về thủ tục hành chính',
	regulation: 'Phản ánh, kiến nghị về quy định',
	conduct: 'Thái độ, tinh thần, trách nhiệm của cán bộ',
	local_issue: 'Phản ánh hiện trường',
	proposal: 'Kiến nghị, sáng kiến',
	question: 'Hỏi đáp',
	praise: 'Khen ngợi, cảm ơn',
	denunciation: 'Tố cáo',
	complaint_decision: 'Khiếu nại quyết định, hành vi hành chính',
	crime_report: 'Tố giác tội phạm',
	emergency: 'Khẩn cấp',
	spam: 'Quảng cáo, tin rác',
	abuse: 'Lời lẽ xúc phạm',
	unclear: 'Chưa rõ nội dung'
} as const;
export type MessageClass = keyof typeof messageClasses;

export type Reading = {
	class: MessageClass;
	/** How much speaks for it; 0 when nothing does. */
	weight: number;
	/** The writer's words it rests on, and what they say. */
	grounds: { said: string; says: string }[];
	letters: number;
};

type Hit = PhraseHit<GroupKey>;
type Spoken = PhrasesIn<GroupKey>;
const spokenIn = finderOf(
	Object.fromEntries(Object.entries(words).map(([group, { words: phrases }]) => [group, phrases])) as Record<
		GroupKey,
		string
	>
);

/** Two groups belong together when so few words lie between them: a rule and what is wrong with it, or an officer's deed. */
const FAR = 24;
const NEAR = 14;

type Voice = {
	/** Of a group: 1 for its first word, a little more for each further one. */
	of: (group: GroupKey) => number;
	/** How many different words of it. */
	many: (group: GroupKey) => number;
	/** 1 when a word of both stands close by, else 0. */
	near: (one: GroupKey, other: GroupKey, within?: number) => number;
	/** How plainly the message ends in a question. */
	asks: number;
	thanksFirst: boolean;
	/** The message opens as a proposal. */
	ideaFirst: boolean;
	short: boolean;
	link: boolean;
};

/** What the groups mean for a class. */
const weights: Record<Exclude<MessageClass, 'unclear'>, (v: Voice) => number> = {
	emergency: (v) =>
		v.of('danger') === 0
			? 0
			: 5 * v.of('danger') +
				3 * Math.min(1.5, v.of('help')) +
				2 * Math.min(1, v.of('now')) +
				(v.short ? 2 : 0) -
				4 * v.of('notNow'),
	crime_report: (v) =>
		6 * v.of('crime') +
		(v.of('crime') && 2 * Math.min(1, v.of('police'))) +
		(v.of('crime') && 1.5 * Math.min(1, v.of('suspect'))) +
		(v.of('crime') && v.of('accuse') && 2) +
		(v.of('police') && v.of('suspect') ? 3 : 0),
	denunciation: (v) =>
		6 * Math.min(1.5, v.of('accuse')) +
		4 * v.of('graft') +
		3 * Math.min(1, v.of('bribe')) +
		5 * Math.max(v.near('graft', 'officer'), v.near('bribe', 'officer'), v.near('accuse', 'officer')),
	complaint_decision: (v) =>
		8 * Math.min(1.2, v.of('complain')) +
		7 * v.near('disagree', 'act') * (v.of('self') ? 1 : 0.7) +
		(v.near('disagree', 'act') && 1.5 * (Math.min(2, v.of('disagree')) - 1)),
	abuse: (v) => 7 * v.of('insult'),
	spam: (v) => 3.5 * Math.min(4, v.many('offer')) + 1.2 * Math.min(5, v.many('trade')) + (v.link ? 4 : 0),
	praise: (v) => (v.thanksFirst ? 4.5 : v.of('thank') && 1) + 5 * v.of('praise'),
	conduct: (v) =>
		5 * v.of('rude') +
		3 * v.of('lazy') +
		4 * Math.max(v.near('rude', 'officer'), v.near('lazy', 'officer')) +
		0.5 * Math.min(1, v.of('officer')),
	local_issue: (v) =>
		4.5 * v.of('trouble') + 1.5 * v.near('trouble', 'site') + 0.5 * Math.min(1, v.of('site')),
	regulation: (v) => 1.5 * Math.min(1, v.of('rule')) + 8 * v.near('rule', 'unfit', FAR),
	procedure: (v) =>
		1.5 * Math.min(1, v.of('paper')) +
		5 * v.near('paper', 'delay', FAR) +
		2.5 * v.near('paper', 'pending', FAR) +
		6 * v.near('paper', 'extra', FAR) +
		6 * v.near('paper', 'system') +
		(v.near('paper', 'delay', FAR) && v.of('delay')),
	proposal: (v) =>
		2 * Math.min(1.5, v.of('propose')) +
		4 * Math.min(1, v.of('idea')) +
		5 * v.near('propose', 'newThing') +
		4 * v.near('idea', 'newThing') +
		(v.ideaFirst ? 5 : 0),
	question: (v) =>
		6 * Math.min(1.2, v.of('ask')) +
		4 * Math.min(1.5, v.of('interrogative')) +
		v.asks +
		(v.of('why') && 1.5) +
		// "Làm khai sinh cần gì" asks; "hồ sơ quá hẹn, bao giờ trả" does not only ask.
		(v.of('interrogative') && v.of('paper') && !v.of('delay') && !v.of('extra') && !v.of('system') ? 3 : 0) +
		(v.of('ask') && v.of('interrogative') ? 2 : 0)
};

/** Which groups a class may be explained with. */
const groundsOf: Record<Exclude<MessageClass, 'unclear'>, GroupKey[]> = {
	emergency: ['danger', 'help'],
	crime_report: ['crime', 'police', 'suspect'],
	denunciation: ['accuse', 'graft', 'bribe', 'officer'],
	complaint_decision: ['complain', 'disagree', 'act', 'self'],
	abuse: ['insult'],
	spam: ['offer', 'trade'],
	praise: ['praise', 'thank'],
	conduct: ['rude', 'lazy', 'officer'],
	local_issue: ['trouble', 'site'],
	regulation: ['unfit', 'rule'],
	procedure: ['delay', 'extra', 'system', 'pending', 'paper'],
	proposal: ['idea', 'propose', 'newThing'],
	question: ['ask', 'interrogative', 'why']
};

const endsAsking =
	/(?<!\p{L})(?:không|khong|ko|chưa|hả|nhỉ|à)(?:\s(?:ạ|a|vậy|thế|nhỉ))?\s{0,3}[?？]{1,5}|(?<!\p{L})(?:không|khong|ko)(?:\s(?:ạ|a))?[\s.!]{0,5}$/iu;
const link = /https?:\/\/(?!\S{0,60}gov\.vn)|www\.|bit\.ly|t\.me\/|zalo\.me|tinyurl/i;

/** Typed without tones, most rough words are everyday ones ("di", "cho ma", "do dien", "cac"): these are not. */
const roughWithoutTones = new Set(
	`dm|dmm|dcm|dkm|vcl|vkl|clgt|clm|dit|dit me|khon nan|khon kiep|thang khon|do khon|lu khon|mat day|vo liem si|suc vat|suc sinh|can ba|
ngu dot|ngu hoc|ngu nhu|ngu nhu bo|ngu nhu cho|ngu nhu lon|oc cho|oc lon|oc bo|do cho|thang cho|lu ngu|bon ngu|thang ngu|do ngu|me kiep|me may|
chung may|bon may|to su|tien su|lao toet|chet tiet|an hai|do an hai|lu an hai|quan tham|sau mot|hut mau|cuop ngay|lu cuop ngay|an chao da bat|
thang mat|thang dien|cut het|cam mom|dam dot|chet ca lo`
		.split(/[|\n]/)
		.map((one) => one.trim())
);
const meant = ({ group, said }: Hit): boolean =>
	group !== 'insult' || /[^ -~]/.test(said) || roughWithoutTones.has(said.toLowerCase().replace(/\s+/g, ' '));

export function readingOf(text: string): Reading {
	const found = spokenIn(text);
	const spoken = { ...found, hits: found.hits.filter(meant) };
	const { letters } = spoken;
	const voice = voiceOf(spoken, text);
	const scores = Object.fromEntries(
		Object.entries(weights).map(([kind, weigh]) => [kind, weigh(voice)])
	) as Scores;
	const plainly = chosen(scores, spoken, voice);
	if (letters < 4) return { class: 'unclear', weight: 0, grounds: [], letters };
	if (plainly !== 'unclear' && scores[plainly] >= PLAIN)
		return { class: plainly, weight: scores[plainly], grounds: grounds(plainly, spoken.hits, text), letters };
	// The words say little: what is it like?
	const like = likenessToExamples(text, spoken, spokenIn);
	const kind = (Object.keys(messageClasses) as MessageClass[])
		.filter((one) => one === 'unclear' || like.known >= MET)
		// Nobody is kept waiting as spam, or called abusive, for a likeness.
		.filter((one) => (one !== 'spam' && one !== 'abuse') || scores[one] >= 3)
		.map((one) => ({ one, weight: like.of[one] + BESIDE * Math.min(8, one === 'unclear' ? 0 : scores[one]) }))
		.toSorted((a, b) => b.weight - a.weight)[0]!.one;
	if (kind === 'unclear') return { class: kind, weight: 0, grounds: [], letters };
	const reasons = grounds(kind, spoken.hits, text);
	const said = reasons.length === 0 ? like.telling(kind) : undefined;
	if (said) reasons.push({ said, says: 'thường gặp trong những tin loại này' });
	return { class: kind, weight: scores[kind], grounds: reasons, letters };
}

/** From here on the words are believed without asking the examples. */
const PLAIN = 7;
/** What a point of the words counts beside the likeness to the examples. */
const BESIDE = 0.4;
/** Of a text with fewer known words nothing is guessed. */
const MET = 0.4;

function voiceOf({ hits, count }: Spoken, text: string): Voice {
	const places = new Map<GroupKey, Hit[]>();
	for (const hit of hits) places.set(hit.group, [...(places.get(hit.group)?.slice(-60) ?? []), hit]);
	const many = (group: GroupKey): number => {
		let end = -1;
		const said = new Set<string>();
		let all = 0;
		for (const { at, length, said: word, sure } of places.get(group) ?? []) {
			// "tố cáo" inside "đơn tố cáo" is said once.
			if (at < end || said.has(word)) continue;
			end = at + length;
			said.add(word);
			all += sure ? 1 : 0.5;
		}
		return all;
	};
	const of = (group: GroupKey): number => {
		const all = many(group);
		return all <= 1 ? all : 1 + Math.min(1, (all - 1) * 0.4);
	};
	const near = (one: GroupKey, other: GroupKey, within = NEAR): number => {
		let best = 0;
		for (const a of places.get(one) ?? []) {
			for (const b of places.get(other) ?? []) {
				const between = a.at < b.at ? b.at - a.at - a.length : a.at - b.at - b.length;
				if (between < 0 || between > within) continue;
				best = Math.max(best, a.sure && b.sure ? 1 : a.sure || b.sure ? 0.7 : 0.4);
			}
		}
		return best;
	};
	const thanks = places.get('thank')?.[0]?.at;
	return {
		of,
		many,
		near,
		asks: endsAsking.test(text.slice(-200)) ? 4.5 : /[?？]/.test(text) ? 3 : 0,
		ideaFirst: (places.get('idea')?.[0]?.at ?? 9) < 6,
		thanksFirst: thanks !== undefined && thanks <= count * 0.4,
		short: count <= 25,
		link: link.test(text.slice(0, 4000))
	};
}

type Scores = Record<Exclude<MessageClass, 'unclear'>, number>;
const troubles = ['procedure', 'conduct', 'local_issue', 'regulation'] as const;
const plainClasses = [...troubles, 'proposal', 'question', 'praise'] as const;

function chosen(scores: Scores, { letters, count }: Spoken, voice: Voice): MessageClass {
	const best = plainClasses.toSorted((a, b) => scores[b] - scores[a])[0]!;
	const trouble = troubles.toSorted((a, b) => scores[b] - scores[a])[0]!;
	if (scores.emergency >= 9 && scores.spam < 12 && scores.praise < 10) return 'emergency';
	const others = Math.max(scores[trouble], scores.proposal, scores.crime_report + 3, scores.question - 4);
	if (scores.spam >= 8 && scores.spam > others) return 'spam';
	// "Muốn khiếu nại thì viết đơn thế nào?" asks.
	const onlyAsks =
		scores.question >= 7 &&
		voice.of('interrogative') > 0 &&
		voice.near('disagree', 'act') === 0 &&
		count <= 40;
	const graft = scores.denunciation;
	if (scores.crime_report >= 6 && scores.crime_report > scores[trouble] && !onlyAsks && scores.praise < 8) {
		// Of an officer it is a denunciation, of anybody else a crime.
		if (graft < 8 || (voice.near('accuse', 'officer') === 0 && voice.near('graft', 'officer') === 0))
			return 'crime_report';
	}
	if (graft >= 8 && !onlyAsks && scores.abuse < 14) return 'denunciation';
	if (voice.of('complain') > 0 && !onlyAsks) return 'complaint_decision';
	if (scores.complaint_decision >= 6.5 && scores.complaint_decision > scores.regulation - 3 && !onlyAsks)
		return 'complaint_decision';
	if (scores.abuse >= 7 && scores[best] < 7) return 'abuse';
	if (letters < 4 || scores[best] < 4) return 'unclear';
	// A question after a trouble asks when it ends; "làm … cần giấy tờ gì?" only asks.
	if (best === 'question')
		return scores[trouble] >= 7 && scores.question < scores[trouble] + 3 ? trouble : 'question';
	if (
		(best === 'praise' || best === 'proposal') &&
		scores[trouble] >= scores[best] - 2 &&
		scores[trouble] >= 5
	)
		return trouble;
	return best;
}

function grounds(kind: Exclude<MessageClass, 'unclear'>, hits: Hit[], text: string): Reading['grounds'] {
	const found: Reading['grounds'] = [];
	for (const group of groundsOf[kind]) {
		const best = hits
			.filter((hit) => hit.group === group)
			.toSorted((a, b) => Number(b.sure) - Number(a.sure) || b.length - a.length || a.at - b.at)[0];
		if (best) found.push({ said: best.said.replace(/\s+/g, ' ').slice(0, 60), says: words[group].says });
	}
	const address = kind === 'spam' ? link.exec(text)?.[0] : undefined;
	if (address) found.push({ said: address, says: 'có địa chỉ dẫn đi nơi khác' });
	if (kind === 'question' && found.length === 0) found.push({ said: '?', says: 'là câu hỏi' });
	return found.slice(0, 3);
}
