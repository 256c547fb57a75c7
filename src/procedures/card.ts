/**
 * The card (nội dung một thủ tục hành chính) in its fixed order: first what a resident asks (how long, how much, which
 * papers, where), then the remaining parts NĐ 63/2010 Điều 8 orders. Page, kiosk, printed sheet and machine interface
 * all say the same because they all draw this. The text is not interpreted: a fee that depends on the person is shown
 * with its condition, what is absent is said to be absent.
 */
import type { Day } from '#platform/clock.ts';
import * as format from '#platform/format.ts';
import { onlineLevels, waysOfSubmitting, type Paper, type ProcedureText, type Way } from './procedure.ts';
import { said, withoutBrackets } from './prose.ts';
import { copiesOf, feeStanding, feeWordsOf, promisedTime, timeWordsOf, validity } from './words.ts';

export type CardLink = { label: string; href: string; kind: 'form' | 'portal' | 'law' };

export type CardRow = {
	/** Short words before the text: "1 bản chính", "Bước 2", "60/2014/QH13"; may be empty. */
	label: string;
	/** May hold several lines and the source's list signs; `proseOf` brings them to lines. */
	text: string;
	/** Beside it and smaller: exemptions, validity, conditions. */
	notes: string[];
	links: CardLink[];
	/** `upcoming`: not yet in force on the day of the card. `missing`: the source said nothing. */
	state: 'said' | 'upcoming' | 'missing';
};

export type CardGroup = {
	/** Ways of submitting, name of a case; empty when there is only one. */
	title: string;
	rows: CardRow[];
};

export const sectionTitles = {
	time: ['Bao lâu có kết quả?', 'Thời hạn giải quyết'],
	fee: ['Hết bao nhiêu tiền?', 'Phí, lệ phí'],
	papers: ['Cần những giấy tờ gì?', 'Thành phần, số lượng hồ sơ'],
	where: ['Nộp ở đâu, bằng cách nào?', 'Cách thức thực hiện'],
	steps: ['Làm theo thứ tự nào?', 'Trình tự thực hiện'],
	applicants: ['Ai được làm thủ tục này?', 'Đối tượng thực hiện'],
	agency: ['Cơ quan nào giải quyết?', 'Cơ quan thực hiện'],
	results: ['Nhận được gì?', 'Kết quả thực hiện'],
	conditions: ['Cần đáp ứng điều kiện gì?', 'Yêu cầu, điều kiện'],
	legal: ['Theo quy định nào?', 'Căn cứ pháp lý'],
	coordinating: ['Cơ quan nào cùng tham gia?', 'Cơ quan phối hợp'],
	decision: ['Được công bố ở đâu?', 'Quyết định công bố'],
	note: ['Cần biết thêm', 'Ghi chú']
} as const;
export type SectionKey = keyof typeof sectionTitles;

export type CardSection = {
	key: SectionKey;
	/** As a resident asks. */
	title: string;
	/** As the law calls it. */
	legalTitle: string;
	groups: CardGroup[];
	/** A part the law makes compulsory and the source does not have: whom to ask. */
	missing: string | null;
};

export type CardOptions = {
	/** Fees are those of this day; later ones are announced. */
	day: Day;
	/** Whom to ask for what is missing. */
	ask?: string;
	/** The office where files are handed in, when the text names no place. */
	office?: string;
};

const desk = 'Trung tâm Phục vụ hành chính công của phường';

/** Every part that has something to say, in the fixed order; compulsory ones also when they have not. */
export function card(text: ProcedureText, options: CardOptions): CardSection[] {
	const ask = `Chưa có thông tin, hãy hỏi ${options.ask ?? desk}.`;
	const { content } = text;
	const groups: Record<SectionKey, CardGroup[]> = {
		time: timeGroups(text, ask),
		fee: perWay(content.ways, (way) => feeRows(way, options.day, ask)),
		papers: paperGroups(text, ask),
		where: whereGroups(text, options),
		steps: one(
			content.steps
				.filter((step) => said(step.text))
				.map((step, index, all) =>
					row({ label: said(step.name) || (all.length > 1 ? `Bước ${index + 1}` : ''), text: step.text })
				)
		),
		applicants: one(text.applicants.map((who) => row({ text: who }))),
		agency: one(lines(text.agency)),
		results: one(content.results.filter((result) => said(result)).map((result) => row({ text: result }))),
		conditions: one(lines(content.conditions)),
		legal: one(content.legalBases.map(({ code, name }) => row({ label: code, text: name }))),
		coordinating: one(lines(content.coordinating)),
		decision: one(
			said(text.decision)
				? [
						row({
							text: text.decidedOn
								? `Số ${text.decision}, ${format.documentDate(text.decidedOn)}`
								: `Số ${text.decision}`
						})
					]
				: []
		),
		note: one(lines(content.note))
	};
	return (Object.keys(sectionTitles) as SectionKey[])
		.map((key): CardSection => {
			const [title, legalTitle] = sectionTitles[key];
			const empty = groups[key].length === 0;
			return {
				key,
				title,
				legalTitle,
				groups: groups[key],
				missing: empty && compulsory.has(key) ? ask : null
			};
		})
		.filter((section) => section.groups.length > 0 || section.missing !== null);
}

/** NĐ 63/2010 Điều 8: these every procedure has; the fee is asked for by everybody. */
const compulsory = new Set<SectionKey>(['time', 'fee', 'papers', 'where', 'steps', 'applicants', 'agency']);

const row = (given: Partial<CardRow> & { text: string }): CardRow => ({
	label: '',
	notes: [],
	links: [],
	state: 'said',
	...given
});
const one = (rows: CardRow[]): CardGroup[] => (rows.length > 0 ? [{ title: '', rows }] : []);
const lines = (text: string): CardRow[] => (said(text) ? [row({ text: said(text) })] : []);

/** At the desk, online, by post: the same order on every card, whatever the source's. */
const inOrder = (ways: Way[]): Way[] => {
	const order = Object.keys(waysOfSubmitting);
	return ways.toSorted((a, b) => order.indexOf(a.way) - order.indexOf(b.way));
};

/** Ways that say the same stand together: "Trực tiếp, trực tuyến". */
function perWay(ways: Way[], rowsOf: (way: Way) => CardRow[]): CardGroup[] {
	const found: { titles: string[]; rows: CardRow[] }[] = [];
	for (const way of inOrder(ways)) {
		const title = waysOfSubmitting[way.way];
		const rows = rowsOf(way);
		const same = found.find((group) => sameWords(group.rows, rows));
		if (same) same.titles.push(title);
		else found.push({ titles: [title], rows });
	}
	// The source may hold several lines of one way: then they stand under one heading.
	const joined: { title: string; rows: CardRow[] }[] = [];
	for (const { titles, rows } of found) {
		const names = [...new Set(titles)];
		const title = names.map((name, index) => (index === 0 ? name : name.toLocaleLowerCase('vi'))).join(', ');
		const before = joined.find((group) => group.title === title);
		if (before) before.rows.push(...rows);
		else joined.push({ title, rows: [...rows] });
	}
	for (const group of joined) {
		if (group.rows.some(({ state }) => state === 'said'))
			group.rows = group.rows.filter(({ state }) => state !== 'missing');
	}
	// Nothing known of any way: the whole part is missing.
	return joined.every(({ rows }) => rows.every(({ state }) => state === 'missing')) ? [] : joined;
}

const plain = (text: string): string =>
	text
		.replaceAll(/[\s.,;()]+/g, ' ')
		.trim()
		.toLocaleLowerCase('vi');
const sameWords = (a: CardRow[], b: CardRow[]): boolean =>
	a.length === b.length &&
	a.every((left, index) => {
		const right = b[index]!;
		return (
			left.state === right.state &&
			[left.label, left.text, ...left.notes].map(plain).join('|') ===
				[right.label, right.text, ...right.notes].map(plain).join('|')
		);
	});

function timeGroups(text: ProcedureText, ask: string): CardGroup[] {
	const { ways, cases } = text.content;
	const groups = perWay(ways, (way) => {
		const words = promisedTime(way.time, way.localTime);
		return words.text ? [row(words)] : [row({ text: ask, state: 'missing' })];
	});
	const ofCases = cases.flatMap((one) => {
		const words = one.time ? timeWordsOf(one.time) : { text: '', notes: [] };
		return words.text ? [row({ label: one.name, ...words })] : [];
	});
	const known = groups.some((group) => group.rows.some(({ state }) => state === 'said'));
	return [
		...(known || ofCases.length === 0 ? groups : []),
		...(ofCases.length > 0 ? [{ title: 'Theo từng trường hợp', rows: ofCases }] : [])
	];
}

function feeRows(way: Way, day: Day, ask: string): CardRow[] {
	const rows = way.fees
		.map((fee) => ({ fee, words: feeWordsOf(fee), standing: feeStanding(fee, day) }))
		.filter(({ words, standing }) => words.text !== '' && standing !== 'past')
		.sort((a, b) => (a.standing === b.standing ? 0 : a.standing === 'now' ? -1 : 1))
		.map(({ fee, words, standing }) => {
			const days = validity(standing === 'later' ? { validFrom: null, validTo: fee.validTo } : fee);
			return row({
				label: standing === 'later' ? `Từ ngày ${format.date(fee.validFrom!)}` : '',
				text: words.text,
				notes: [...words.notes, ...(days ? [days] : [])],
				state: standing === 'later' ? 'upcoming' : 'said'
			});
		});
	// Only what comes later is known: today is still a question.
	if (rows.some(({ state }) => state === 'said')) return rows;
	return [row({ text: ask, state: 'missing' }), ...rows];
}

function paperRow(paper: Paper): CardRow {
	return row({
		label: copiesOf(paper),
		text: paper.name,
		notes: paper.required === false ? ['Chỉ nộp khi thuộc trường hợp này.'] : [],
		links: paper.forms.flatMap((form) => {
			const href = form.fileToken ? `/tep/${form.fileToken}` : form.url;
			return href ? [{ label: form.name, href, kind: 'form' as const }] : [];
		})
	});
}

/** Told apart, because national texts list guidance for the desk among the papers, without a number of copies. */
export const uncounted = 'Giấy tờ, lưu ý khác (nguồn chưa ghi số bản)';

function paperGroups(text: ProcedureText, ask: string): CardGroup[] {
	const { cases, sets } = text.content;
	const groups = cases.flatMap((one) => {
		const papers = one.papers.filter((paper) => said(paper.name));
		const counted = papers.filter((paper) => copiesOf(paper) || paper.forms.length > 0);
		const rest = papers.filter((paper) => !counted.includes(paper));
		const title = said(one.name);
		// All or nothing counted: there is nothing to tell apart.
		if (counted.length === 0 || rest.length === 0)
			return papers.length > 0 ? [{ title, rows: papers.map(paperRow) }] : [];
		return [
			{ title, rows: counted.map(paperRow) },
			{ title: title ? `${title}: ${lower(uncounted)}` : uncounted, rows: rest.map(paperRow) }
		];
	});
	if (groups.length === 0) return [];
	return [
		...groups,
		{
			title: 'Số bộ hồ sơ',
			rows: [sets ? row({ text: `${sets} bộ` }) : row({ text: ask, state: 'missing' })]
		}
	];
}

const lower = (text: string): string => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);

/** A ward takes no applications on its own site (NĐ 224/2026 Điều 15): the way leads to the national portal. */
function whereGroups(text: ProcedureText, options: CardOptions): CardGroup[] {
	const { content, onlineLevel } = text;
	const used = [...new Set(inOrder(content.ways).map(({ way }) => way))];
	const described = (way: Way['way']): string[] => [
		...new Set(
			content.ways
				.filter((one) => one.way === way)
				.map(({ description }) => withoutBrackets(said(description)))
				.filter(Boolean)
		)
	];
	const rows = used.map((way) => {
		const label = waysOfSubmitting[way];
		if (way === 'online') {
			return row({
				label,
				text: 'Nộp trên Cổng Dịch vụ công quốc gia, đăng nhập bằng VNeID.',
				notes: described(way),
				links: portalLink(text)
			});
		}
		if (way === 'postal')
			return row({ label, text: 'Gửi hồ sơ qua dịch vụ bưu chính công ích.', notes: described(way) });
		return row({
			label,
			text: said(content.place) || (options.office ?? upper(options.ask ?? desk)),
			notes: described(way)
		});
	});
	if (!used.includes('direct') && said(content.place))
		rows.push(row({ label: 'Nơi tiếp nhận', text: said(content.place) }));
	if (onlineLevel) {
		const reason = said(content.onlineReason);
		rows.push(
			row({
				label: 'Mức độ trực tuyến',
				text: onlineLevels[onlineLevel],
				notes:
					onlineLevel === 'partial'
						? [reason ? `Lý do chưa làm toàn trình: ${reason}` : 'Nguồn chưa ghi lý do chưa làm toàn trình.']
						: reason
							? [reason]
							: [],
				links: used.includes('online') ? [] : portalLink(text)
			})
		);
	} else if (!used.includes('online') && content.portalUrl)
		rows.push(
			row({
				label: 'Trên mạng',
				text: 'Xem thủ tục này trên Cổng Dịch vụ công quốc gia.',
				links: portalLink(text)
			})
		);
	return one(rows);
}

const upper = (text: string): string => format.capitalise(text);

function portalLink({ content, onlineLevel }: ProcedureText): CardLink[] {
	if (!content.portalUrl) return [];
	const label =
		onlineLevel === 'none'
			? 'Xem trên Cổng Dịch vụ công quốc gia'
			: 'Nộp hồ sơ trên Cổng Dịch vụ công quốc gia';
	return [{ label, href: content.portalUrl, kind: 'portal' }];
}
