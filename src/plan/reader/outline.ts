/** The outline: every heading and marked item in document order, with the paragraphs that belong to it. */
import { isUpper, bare, sameWords } from './plain.ts';
import { readMarker } from './marker.ts';
import type { Flow, Paragraph } from './paragraphs.ts';
import type { Table } from './piece.ts';

export type Item = {
	marker: string;
	depth: number;
	title: string;
	/** The sentence of the item itself, without its title. */
	own: string;
	/** Paragraphs without a marker under it. */
	extra: { text: string; at: number; bold: boolean; boldLead: string | null }[];
	at: number;
	bold: boolean;
	boldLead: string | null;
	tables: Table[];
};

export type Outline = { items: Item[]; closing: string[]; unmarked: number };

/** The closing of a plan: said to everybody, nobody's duty. */
export const CLOSING =
	/^(?:tren day la|tren co so ke hoach nay|trong qua trinh (?:to chuc |trien khai |)(?:thuc hien|trien khai)|qua trinh (?:trien khai|thuc hien)|yeu cau (?:cac|thu truong)|nhan duoc ke hoach|ke hoach nay (?:thay the|co hieu luc|duoc)|de nghi (?:cac|thu truong)[^:]{0,120}(?:nghiem tuc|trien khai thuc hien|quan tam|phoi hop)|can cu (?:noi dung )?ke hoach nay,? (?:yeu cau|de nghi))/;

const itemText = (item: Item): string =>
	[item.own, ...item.extra.map((one) => one.text)]
		.filter(Boolean)
		.join('\n')
		.replace(/\.\/\.?$/, '.');

export function textOf(item: Item): string {
	return itemText(item);
}

export function readOutline(flow: Flow[]): Outline {
	const items: Item[] = [];
	const closing: string[] = [];
	let unmarked = 0;
	const lastMarked = flow.findLastIndex((one) => one.kind === 'paragraph' && readMarker(one.text) !== null);
	const firstRoman = flow.findIndex(
		(one) => one.kind === 'paragraph' && readMarker(one.text)?.kind === 'roman'
	);
	for (const [index, one] of flow.entries()) {
		if (one.kind === 'table') {
			items.at(-1)?.tables.push(one);
			continue;
		}
		const item = asItem(one, flow[index + 1], firstRoman >= 0 && firstRoman < index);
		if (item) {
			if (!item.marker) unmarked += 1;
			items.push(item);
			continue;
		}
		const plain = bare(one.text);
		if (CLOSING.test(plain) && index > lastMarked) {
			closing.push(one.text);
			continue;
		}
		if (
			/^[-–_=*.…\s]+$/.test(one.text) ||
			/^\((?:kèm theo|có|chi tiết|theo|ban hành kèm).{0,80}phụ lục.{0,160}\)\.?$/iu.test(one.text)
		)
			continue;
		if (closing.length > 0 && index > lastMarked) closing.push(one.text);
		else items.at(-1)?.extra.push({ text: one.text, at: one.at, bold: one.bold, boldLead: one.boldLead });
	}
	return { items, closing, unmarked };
}

function asItem(paragraph: Paragraph, next: Flow | undefined, numbered: boolean): Item | null {
	const marker = readMarker(paragraph.text);
	const base = {
		extra: [],
		at: paragraph.at,
		bold: paragraph.bold,
		boldLead: paragraph.boldLead,
		tables: []
	};
	if (marker) {
		const lead = paragraph.boldLead?.startsWith(marker.marker)
			? (readMarker(paragraph.boldLead)?.rest ?? null)
			: null;
		return {
			...base,
			marker: marker.marker,
			depth: marker.depth,
			boldLead: lead,
			...titleAndOwn(marker.rest, marker.depth, paragraph.bold, lead, next)
		};
	}
	const depth = unmarkedDepth(paragraph, next, numbered);
	return depth
		? { ...base, marker: '', depth, title: paragraph.text.replace(/[\s:.]+$/, ''), own: '' }
		: null;
}

const UNMARKED_HEADING =
	/^(?:muc dich|yeu cau|muc tieu|doi tuong|noi dung|hinh thuc|kinh phi|thoi gian)(?: (?:tuyen truyen|truyen thong|thong tin|thuc hien))?$/;

/** A heading whose marker was lost (old .doc files, lists of Word that were flattened). */
function unmarkedDepth({ text }: Paragraph, next: Flow | undefined, numbered: boolean): number | null {
	if (text.length > 160 || next?.kind !== 'paragraph') return null;
	if (!numbered && isUpper(text) && text.split(' ').length >= 2 && !/^(?:tm|kt|tl)\./i.test(text)) return 1;
	const words = sameWords(text);
	return UNMARKED_HEADING.test(words) && !/[;,]$/.test(text) ? 2 : null;
}

/**
 * "1. Mục đích" is a title; "1. Phòng A: Chủ trì …" has the title before the colon; "a) Tiếp tục đẩy mạnh …." is a
 * sentence without any.
 */
function titleAndOwn(
	rest: string,
	depth: number,
	bold: boolean,
	lead: string | null,
	next: Flow | undefined
): { title: string; own: string } {
	const words = rest.split(/\s+/).length;
	if (lead && lead.length < rest.length && rest.startsWith(lead)) {
		const own = rest.slice(lead.length).replace(/^[\s:.–-]+/, '');
		if (/\p{L}{2}/u.test(own)) return { title: lead.replace(/[\s:.–-]+$/, ''), own };
	}
	const colon = /^([^:]{2,170}?)\s*:\s*(.*)$/su.exec(rest);
	if (colon) {
		const [, before, after] = colon;
		const short = before!.split(/\s+/).length <= 14 && !/[.;]\s/.test(before!) && !/\d$/.test(before!);
		if (!after && (short || depth <= 2)) return { title: before!, own: '' };
		if (after && (short || depth === 1) && (depth < 4 || before!.length <= 60))
			return { title: before!, own: after };
		if (after && isListOfAgencies(before!)) return { title: before!, own: after };
		return { title: '', own: rest };
	}
	const ended = /[.;…!?]["”)]*$|\/$/.test(rest);
	if (depth === 1 && (words <= 45 || isUpper(rest))) return { title: rest.replace(/[\s.;:]+$/, ''), own: '' };
	if (!ended && !/,$/.test(rest) && (words <= 30 || bold))
		return depth <= 3
			? { title: rest, own: '' }
			: next
				? { title: words <= 12 ? rest : '', own: words <= 12 ? '' : rest }
				: { title: '', own: rest };
	if (
		ended &&
		/\.$/.test(rest) &&
		words <= 7 &&
		depth <= 2 &&
		next?.kind === 'paragraph' &&
		(bold || readMarker(next.text) !== null || KNOWN.test(bare(rest)))
	)
		return { title: rest.replace(/\.+$/, ''), own: '' };
	return { title: '', own: rest };
}

const KNOWN =
	/^(?:muc dich|yeu cau|muc tieu|doi tuong|noi dung|hinh thuc|kinh phi|thoi gian|to chuc|pham vi|trach nhiem|phan cong|nhiem vu|ve )/;
const isListOfAgencies = (text: string): boolean =>
	/^(?:giao |de nghi |yeu cau )?(?:cac |phong |ban |so |van phong|uy ban|ubnd|cong chuc|dai |trung tam|mat tran|hoi |doan |cong an)/.test(
		bare(text)
	) && !/[.]\s/.test(text);
