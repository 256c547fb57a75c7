/**
 * The word list (từ đồng nghĩa, từ viết tắt) ready for use: from what people say to what procedures call it. The
 * built-in list stands in lexicon/*.ts; a ward's own lines are laid over it.
 */
import { conceptsOf, isKin } from './concepts.ts';
import { fold, stems } from './fold.ts';
import { typedWords, type Word } from './reading.ts';
import { addNear, type NearWords } from './spelling.ts';
import { certificates } from './lexicon/certificates.ts';
import { civil } from './lexicon/civil.ts';
import { everyday } from './lexicon/everyday.ts';
import { land } from './lexicon/land.ts';
import { livelihood } from './lexicon/livelihood.ts';
import { popular } from './lexicon/popular.ts';
import { residence } from './lexicon/residence.ts';
import { shortened } from './lexicon/shortened.ts';
import { welfare } from './lexicon/welfare.ts';

export type Line = {
	said: string;
	means: string[];
	/** Whatever else was said only tells of which paper: `sao y …`. */
	ofAny?: boolean;
};

export type Rule = { said: Word[]; means: Word[][]; ofAny: boolean };

/** A line without its order: what its words stand for, and how much each says among all lines. */
export type Bag = { rule: Rule; concepts: { key: string; weight: number; word: Word }[]; total: number };

export type Lexicon = {
	/** Rules by the first word of what is said, longest first. */
	byFirst: Map<string, Rule[]>;
	/** Lines of several words by what each of their words stands for. */
	bags: Map<string, { bag: Bag; place: number }[]>;
	/** How much a word says among the lines: a rare one much, a little word nearly nothing. */
	weightOf: (key: string) => number;
	/** Every word of the list, so that it is not taken for a slip. */
	words: Set<string>;
	pairs: Set<string>;
	near: NearWords;
};

/** `nói thế này, thế kia … = nghĩa là | hoặc là`, one a line; a line without `=` is a comment. */
function parse(text: string): Line[] {
	return text.split('\n').flatMap((line) => {
		const [left, right] = line.split(' = ');
		if (!right) return [];
		const means = right.split(' | ').map((meaning) => meaning.trim());
		return left!.split(', ').map((said) => ({
			said: said.replace(' …', '').trim(),
			means,
			...(said.includes(' …') && { ofAny: true })
		}));
	});
}

let lines: Map<string, Line> | undefined;

/** The built-in lines by their folded words; a phrase that stands in several lines has all their meanings. */
export function builtIn(): Map<string, Line> {
	if (lines) return lines;
	lines = new Map();
	for (const text of [shortened, civil, certificates, residence, land, livelihood, welfare, everyday]) {
		for (const line of parse(text)) {
			const key = keyOf(line.said);
			const other = lines.get(key);
			if (other) other.means = [...new Set([...other.means, ...line.means])];
			else lines.set(key, { ...line, means: [...line.means] });
		}
	}
	return lines;
}

/** What a line is known by: the words with their marks, since "mất" and "mặt" are two lines; case and form fall away. */
export function keyOf(said: string): string {
	return said.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** The built-in lines with the ward's own over them; own lines without a meaning set a built-in one aside. */
export function lexiconOf(own: Line[]): Lexicon {
	const all = new Map(builtIn());
	for (const line of own) {
		const key = keyOf(line.said);
		// A line of the list typed without its marks is the same line.
		const same = all.has(key) ? key : [...all.keys()].find((other) => fold(other) === fold(key));
		all.delete(same ?? key);
		if (line.means.length > 0) all.set(key, line);
	}
	const counts = new Map<string, number>();
	const lexicon: Lexicon = {
		byFirst: new Map(),
		bags: new Map(),
		weightOf: (key) =>
			(littleWords.get(key)?.left ?? (isKin(key) ? KIN : 1)) *
			Math.log(1 + (all.size + 1) / ((counts.get(key) ?? 0) + 3)),
		words: new Set(),
		pairs: new Set(),
		near: new Map()
	};
	const rules: Rule[] = [];
	for (const line of all.values()) {
		const rule = {
			said: typedWords(line.said),
			means: line.means.map((meaning) => typedWords(meaning)),
			ofAny: line.ofAny ?? false
		};
		const first = rule.said[0]?.stem;
		if (!first) continue;
		rules.push(rule);
		for (const key of new Set(conceptsOf(rule.said, true).map((concept) => concept.key)))
			counts.set(key, (counts.get(key) ?? 0) + 1);
		const others = lexicon.byFirst.get(first);
		if (others) others.push(rule);
		else lexicon.byFirst.set(first, [rule]);
		for (const row of [rule.said, ...rule.means]) learn(lexicon, row);
	}
	for (const rules of lexicon.byFirst.values()) rules.sort((a, b) => b.said.length - a.said.length);
	for (const rule of rules) addBag(lexicon, rule);
	return lexicon;
}

/** How much is left of a word that says for whom. */
const KIN = 0.35;

function addBag(lexicon: Lexicon, rule: Rule): void {
	const concepts = [
		...new Map(
			conceptsOf(rule.said, true).map(({ key, from }) => [
				key,
				{ key, weight: lexicon.weightOf(key), word: rule.said[from]! }
			])
		).values()
	];
	const bag = { rule, concepts, total: concepts.reduce((sum, { weight }) => sum + weight, 0) };
	concepts.forEach(({ key }, place) => {
		const others = lexicon.bags.get(key);
		if (others) others.push({ bag, place });
		else lexicon.bags.set(key, [{ bag, place }]);
	});
}

let plain: Lexicon | undefined;

/** The list as it ships, made once. */
export function plainLexicon(): Lexicon {
	return (plain ??= lexiconOf([]));
}

function learn(lexicon: Lexicon, row: Word[]): void {
	row.forEach((word, at) => {
		if (!lexicon.words.has(word.stem)) {
			lexicon.words.add(word.stem);
			addNear(lexicon.near, word.stem);
		}
		const next = row[at + 1];
		if (next) lexicon.pairs.add(`${word.stem} ${next.stem}`);
	});
}

/** Words of a question that say nothing about what is looked for. */
const fillerPhrases = `
tôi muốn hỏi về, tôi muốn hỏi, tôi muốn, tôi cần, em muốn hỏi, em muốn, em cần, mình muốn, mình cần, cháu muốn, bác muốn, con muốn, cho tôi hỏi, cho em hỏi, cho hỏi, cho mình hỏi, xin hỏi, xin cho hỏi, nhờ tư vấn, tư vấn giúp
cần giấy tờ gì, cần những giấy tờ gì, cần giấy tờ nào, cần những gì, cần gì, gồm những gì, gồm giấy tờ gì, phải có giấy tờ gì, cần chuẩn bị gì, cần chuẩn bị những gì, chuẩn bị những gì, cần mang theo gì, cần mang gì, mang theo gì, mang gì, cần hồ sơ gì, hồ sơ cần gì, hồ sơ gồm gì, hồ sơ gồm những gì, giấy tờ cần thiết
bao nhiêu tiền, hết bao nhiêu tiền, mất bao nhiêu tiền, tốn bao nhiêu tiền, mất bao nhiêu, hết bao nhiêu, giá bao nhiêu, phí bao nhiêu, lệ phí bao nhiêu, lệ phí, có mất tiền không, có mất phí không, bao nhiêu, bnhiu tiền
mất bao lâu, bao lâu có, bao lâu thì có, bao lâu thì xong, bao lâu, mất mấy ngày, mấy ngày, mấy ngày có, khi nào có, bao giờ có, thời hạn bao lâu, trong bao lâu
ở đâu, tại đâu, chỗ nào, nơi nào, đến đâu, nộp ở đâu, làm ở đâu, đi đâu, cơ quan nào, ai giải quyết, ở phường nào, tại phường, ở phường, ở xã, tại xã, ở ủy ban, ra phường, lên phường, ra xã, lên xã, ra ủy ban
như thế nào, thế nào, làm sao, làm thế nào, ra sao, kiểu gì, phải làm sao, phải làm gì, phải làm thế nào, làm như nào, như nào, thì làm sao, thì phải làm gì, thì sao, có được không, được không, có phải, có cần, hay không, có không, thì cần gì, thì cần làm gì, cần làm gì, nên làm gì, bắt đầu từ đâu
qua mạng, trên mạng, online, qua vneid
hướng dẫn làm, hướng dẫn, cách làm, cách xin, cách đăng ký, các bước, quy trình, trình tự, thủ tục hành chính, thủ tục làm, thủ tục xin, thủ tục, hồ sơ xin, hồ sơ làm, mẫu đơn xin, đơn xin, xin cấp, đi làm, đi xin, xin làm
giúp tôi, giúp em, giúp mình, dùm, giùm, với ạ, ạ, nhé, vậy, thế, nha, à, ơi, anh chị ơi, mọi người ơi
tôi bị, em bị, mình bị, nhà tôi, nhà em, nhà mình, của tôi, của em, của mình
`;

/** Single words that say little; the number is how much is left of them. */
const little: [number, string][] = [
	[
		0.05,
		'vì bên hôm nữa luôn lắm tuần vài bữa nhỉ nghen hén hả ạ dạ tôi em mình cháu bác tao tớ muốn cần hỏi xin làm cho của tại ở và về được các những có khi thì là gì nào đi ra lên bị giúp nhờ để mà nếu sẽ đã đang phải hay hoặc rồi nhưng cái này kia ấy đó từ ko k hok dc đc với'
	],
	[0.1, 'thủ tục hồ sơ việc theo do trong trên'],
	[0.3, 'giấy tờ người mẫu đơn cách bản một cấp thực hiện hành chính công dân phường xã bằng'],
	[0.5, 'đăng ký mới']
];

export const littleWords: ReadonlyMap<string, { left: number; words: Word[] }> = new Map(
	[...little.flatMap(([left, text]) => typedWords(text).map((word) => ({ left, word })))].reduce(
		(map, { left, word }) => {
			const other = map.get(word.stem);
			map.set(word.stem, { left: Math.max(left, other?.left ?? 0), words: [...(other?.words ?? []), word] });
			return map;
		},
		new Map<string, { left: number; words: Word[] }>()
	)
);

export const fillers: ReadonlyMap<string, Word[][]> = new Map(
	[...fillerPhrases.split(/[,\n]/)]
		.map((phrase) => typedWords(phrase))
		.filter((phrase) => phrase.length > 0)
		.sort((a, b) => b.length - a.length)
		.reduce((map, phrase) => {
			const first = phrase[0]!.stem;
			map.set(first, [...(map.get(first) ?? []), phrase]);
			return map;
		}, new Map<string, Word[][]>())
);

/** Words of the filler phrases and little words, so that a slip is not "corrected" into or out of them. */
export const fillerWords: ReadonlySet<string> = new Set(
	stems([fillerPhrases, ...little.map(([, text]) => text)].join(' '))
);

/** In a title these tell one procedure from its sisters: who does not type them does not mean it. */
export const distinguishing: ReadonlySet<string> = new Set(
	stems(
		'lại ngoài lưu động biên giới chấm dứt tạm ngừng giải thể xóa đổi gia hạn thu hồi miễn liên thông hủy bổ sung điều chỉnh thay chuyển kết hợp ghi giám sát thôi tử tuất rút'
	)
);

const popularNames = popular
	.split('\n')
	.filter(Boolean)
	.map((name) => ({ name: stems(name).join(' '), begins: name.endsWith('…') }));
const popularity = new Map<string, boolean>();

/** Is this (a name as stems) what people come for day after day? */
export function isPopular(plain: string): boolean {
	let known = popularity.get(plain);
	if (known === undefined) {
		known = popularNames.some(({ name, begins }) => (begins ? plain.startsWith(name) : plain === name));
		if (popularity.size > 20_000) popularity.clear();
		popularity.set(plain, known);
	}
	return known;
}
