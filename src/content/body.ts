/**
 * The body of a story: a ProseMirror document (what TipTap edits) with a short list of what may stand in it. Whatever
 * comes from a browser goes through `parseBody`, which keeps only what is on the list; text is never lost silently:
 * a block we do not know is refused with words.
 */
import type { RefusalDetail } from '#platform/refusal.ts';

export type Mark = { type: 'link'; attrs: { href: string } } | { type: 'bold' } | { type: 'italic' };
export type Text = { type: 'text'; text: string; marks?: Mark[] };
export type Inline = Text | { type: 'hardBreak' };
export type Paragraph = { type: 'paragraph'; content?: Inline[] };
export type Heading = { type: 'heading'; attrs: { level: 2 | 3 }; content?: Inline[] };
export type ListItem = { type: 'listItem'; content: Block[] };
export type List =
	| { type: 'bulletList'; content: ListItem[] }
	| { type: 'orderedList'; attrs: { start: number }; content: ListItem[] };
export type Quote = { type: 'blockquote'; content: Block[] };
export type Cell = {
	type: 'tableCell' | 'tableHeader';
	attrs: { colspan: number; rowspan: number };
	content: Block[];
};
export type Row = { type: 'tableRow'; content: Cell[] };
export type Table = { type: 'table'; content: Row[] };
/** A picture by its file token; the alternative text may be empty only while drafting. */
export type Image = { type: 'image'; attrs: { token: string; alt: string; caption: string } };
export type Block = Paragraph | Heading | List | Quote | Table | Image;
export type Body = { type: 'doc'; content: Block[] };

const MOST_NODES = 20_000;
const MOST_DEPTH = 16;
const MOST_TEXT = 400_000;

export type Parsed = { ok: true; body: Body } | { ok: false; problem: RefusalDetail };

class Wrong extends Error {
	readonly detail: RefusalDetail;
	constructor(code: string, message: string) {
		super(message);
		this.detail = { code: `story.${code}`, field: 'body', message };
	}
}

/** Reads an untrusted document. Any JSON may come in; what goes out holds only what is on the list. */
export function parseBody(input: unknown): Parsed {
	const budget = { nodes: 0, text: 0 };
	try {
		const doc = node(input);
		if (doc.type !== 'doc')
			throw new Wrong(
				'body_form',
				'Nội dung gửi lên không đúng dạng. Hãy tải lại trang rồi dán lại nội dung.'
			);
		return { ok: true, body: { type: 'doc', content: blocks(doc, budget, 0) } };
	} catch (error) {
		if (!(error instanceof Wrong)) throw error;
		return { ok: false, problem: error.detail };
	}
}

type Raw = {
	type: string;
	attrs: Record<string, unknown>;
	content: unknown[];
	text: unknown;
	marks: unknown[];
};
type Budget = { nodes: number; text: number };

function node(input: unknown): Raw {
	const raw = (typeof input === 'object' && input !== null ? input : {}) as Record<string, unknown>;
	const attrs = raw['attrs'];
	return {
		type: typeof raw['type'] === 'string' ? raw['type'] : '',
		attrs: typeof attrs === 'object' && attrs !== null ? (attrs as Record<string, unknown>) : {},
		content: Array.isArray(raw['content']) ? raw['content'] : [],
		text: raw['text'],
		marks: Array.isArray(raw['marks']) ? raw['marks'] : []
	};
}

function spend(budget: Budget, depth: number): void {
	budget.nodes += 1;
	if (budget.nodes > MOST_NODES || budget.text > MOST_TEXT || depth > MOST_DEPTH) {
		throw new Wrong(
			'body_large',
			'Nội dung quá dài hoặc lồng quá nhiều cấp. Hãy chia thành nhiều bài hoặc để phần dài vào tệp đính kèm.'
		);
	}
}

/** The children as blocks, without empty lines people make to gain distance; never empty. */
function blocks(parent: Raw, budget: Budget, depth: number): Block[] {
	const all = parent.content.map((child) => block(child, budget, depth + 1));
	const kept = all.filter((child) => child.type !== 'paragraph' || child.content);
	return kept.length > 0 ? kept : [{ type: 'paragraph' }];
}

function block(input: unknown, budget: Budget, depth: number): Block {
	spend(budget, depth);
	const raw = node(input);
	switch (raw.type) {
		case 'paragraph':
			return withInline({ type: 'paragraph' }, raw, budget);
		case 'heading':
			return withInline(
				{ type: 'heading', attrs: { level: Number(raw.attrs['level']) >= 3 ? 3 : 2 } },
				raw,
				budget
			);
		case 'bulletList':
			return { type: 'bulletList', content: items(raw, budget, depth) };
		case 'orderedList': {
			const start = Number(raw.attrs['start'] ?? 1);
			return {
				type: 'orderedList',
				attrs: { start: Number.isInteger(start) && start >= 0 && start < 10_000 ? start : 1 },
				content: items(raw, budget, depth)
			};
		}
		case 'blockquote':
			return { type: 'blockquote', content: blocks(raw, budget, depth) };
		case 'table':
			return { type: 'table', content: rows(raw, budget, depth) };
		case 'image':
			return image(raw);
		default:
			throw new Wrong(
				'body_block',
				`Nội dung có phần không nhận được (“${raw.type.slice(0, 40) || 'không rõ'}”). Hãy xóa phần đó, hoặc dán lại dưới dạng chữ thuần.`
			);
	}
}

function items(raw: Raw, budget: Budget, depth: number): ListItem[] {
	const found = raw.content.map((child): ListItem => {
		spend(budget, depth + 1);
		const item = node(child);
		if (item.type !== 'listItem')
			throw new Wrong('body_block', 'Danh sách trong bài bị hỏng. Hãy xóa danh sách đó và gõ lại.');
		const content = blocks(item, budget, depth + 1);
		// The editor's own rule: an item begins with a line of text.
		return {
			type: 'listItem',
			content: content[0]?.type === 'paragraph' ? content : [{ type: 'paragraph' }, ...content]
		};
	});
	return found.length > 0 ? found : [{ type: 'listItem', content: [{ type: 'paragraph' }] }];
}

function rows(raw: Raw, budget: Budget, depth: number): Row[] {
	const span = (value: unknown): number => {
		const number = Number(value ?? 1);
		return Number.isInteger(number) && number >= 1 && number <= 50 ? number : 1;
	};
	const found = raw.content.map((child): Row => {
		spend(budget, depth + 1);
		const row = node(child);
		const cells = row.content.map((cellInput): Cell => {
			spend(budget, depth + 2);
			const cell = node(cellInput);
			if (row.type !== 'tableRow' || (cell.type !== 'tableCell' && cell.type !== 'tableHeader'))
				throw new Wrong('body_block', 'Bảng trong bài bị hỏng. Hãy xóa bảng đó và tạo lại.');
			return {
				type: cell.type,
				attrs: { colspan: span(cell.attrs['colspan']), rowspan: span(cell.attrs['rowspan']) },
				content: blocks(cell, budget, depth + 2)
			};
		});
		return { type: 'tableRow', content: cells.length > 0 ? cells : [emptyCell()] };
	});
	return found.length > 0 ? found : [{ type: 'tableRow', content: [emptyCell()] }];
}

const emptyCell = (): Cell => ({
	type: 'tableCell',
	attrs: { colspan: 1, rowspan: 1 },
	content: [{ type: 'paragraph' }]
});

function image(raw: Raw): Image {
	const { token, alt, caption } = raw.attrs;
	if (typeof token !== 'string' || !/^[\w-]{10,64}$/.test(token)) {
		throw new Wrong(
			'body_image',
			'Có ảnh dán thẳng từ nơi khác. Hãy xóa ảnh đó và thêm lại bằng nút “Thêm ảnh”.'
		);
	}
	return {
		type: 'image',
		attrs: {
			token,
			alt: cleanText(alt).trim().slice(0, 300),
			caption: cleanText(caption).trim().slice(0, 500)
		}
	};
}

function withInline<T extends Paragraph | Heading>(target: T, raw: Raw, budget: Budget): T {
	const content: Inline[] = [];
	for (const child of raw.content) {
		spend(budget, 0);
		const inline = node(child);
		if (inline.type === 'hardBreak') {
			content.push({ type: 'hardBreak' });
			continue;
		}
		if (inline.type !== 'text')
			throw new Wrong('body_block', 'Có một dòng chứa phần không nhận được. Hãy xóa dòng đó và gõ lại.');
		const text = cleanText(inline.text);
		if (!text) continue;
		budget.text += text.length;
		const marks = marksOf(inline.marks);
		const before = content.at(-1);
		if (before?.type === 'text' && JSON.stringify(before.marks ?? []) === JSON.stringify(marks))
			before.text += text;
		else content.push(marks.length > 0 ? { type: 'text', text, marks } : { type: 'text', text });
	}
	if (content.some((inline) => inline.type === 'text' && inline.text.trim())) target.content = content;
	return target;
}

/** Link, bold and italic in one order; other marks go, their text stays. */
function marksOf(raw: unknown[]): Mark[] {
	const marks = raw.map(node);
	const found: Mark[] = [];
	const link = marks.find((mark) => mark.type === 'link');
	if (link) {
		const href = typeof link.attrs['href'] === 'string' ? link.attrs['href'].trim() : '';
		if (!isSafeHref(href)) {
			throw new Wrong(
				'body_link',
				`Liên kết “${href.slice(0, 80)}” không dùng được. Hãy nhập địa chỉ bắt đầu bằng https://, http://, mailto:, tel: hoặc dấu /.`
			);
		}
		found.push({ type: 'link', attrs: { href } });
	}
	if (marks.some((mark) => mark.type === 'bold')) found.push({ type: 'bold' });
	if (marks.some((mark) => mark.type === 'italic')) found.push({ type: 'italic' });
	return found;
}

/** Addresses that cannot run anything: http(s), mailto, tel, or a path on this site. */
export function isSafeHref(href: string): boolean {
	if (href.length > 2000 || hasControl(href) || /[\s\\<>"']/.test(href)) return false;
	if (/^\/(?!\/)/.test(href)) return true;
	if (/^(mailto|tel):[^:]+$/i.test(href)) return true;
	return /^https?:\/\/[^/]/i.test(href) && URL.canParse(href);
}

function hasControl(text: string): boolean {
	// eslint-disable-next-line no-control-regex -- finding them is the point
	return /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/.test(text);
}

/** Without characters nobody sees but machines obey (controls, direction overrides, broken halves). */
function cleanText(value: unknown): string {
	if (typeof value !== 'string') return '';
	return (
		value
			.replace(/[\t\n\r\u2028\u2029]/g, ' ')
			// eslint-disable-next-line no-control-regex -- removing them is the point
			.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
			.toWellFormed()
			.normalize('NFC')
	);
}

export function isSafeText(text: string): boolean {
	return !hasControl(text) && text.isWellFormed();
}

type AnyBlock = Block | ListItem | Row | Cell;

function* walk(content: AnyBlock[]): Generator<AnyBlock> {
	for (const child of content) {
		yield child;
		if (child.type !== 'paragraph' && child.type !== 'heading' && child.type !== 'image')
			yield* walk(child.content);
	}
}

export function imagesOf(body: Body): Image['attrs'][] {
	return [...walk(body.content)].flatMap((child) => (child.type === 'image' ? [child.attrs] : []));
}

/** The text as lines: a line per paragraph, heading, list item; a table row is one line with " | ". */
export function plainText(body: Body): string {
	return body.content.map(blockText).filter(Boolean).join('\n');
}

function blockText(child: AnyBlock): string {
	switch (child.type) {
		case 'paragraph':
		case 'heading':
			return inlineText(child.content);
		case 'image':
			return [child.attrs.alt && `[Ảnh: ${child.attrs.alt}]`, child.attrs.caption].filter(Boolean).join(' ');
		case 'tableRow':
			return child.content.map((cell) => blockText(cell).replaceAll('\n', ' ')).join(' | ');
		case 'bulletList':
			return child.content.map((item) => `- ${blockText(item)}`).join('\n');
		case 'orderedList':
			return child.content
				.map((item, index) => `${child.attrs.start + index}. ${blockText(item)}`)
				.join('\n');
		case 'blockquote':
		case 'listItem':
		case 'table':
		case 'tableHeader':
		case 'tableCell':
			return (child.content as AnyBlock[]).map(blockText).filter(Boolean).join('\n');
	}
}

export function inlineText(content: Inline[] | undefined): string {
	return (content ?? []).map((inline) => (inline.type === 'text' ? inline.text : '\n')).join('');
}

/** Number of tiếng (syllables between spaces), which is how Vietnamese text is measured. */
export function wordCount(body: Body): number {
	let count = 0;
	for (const child of walk(body.content)) {
		if (child.type !== 'paragraph' && child.type !== 'heading') continue;
		count += inlineText(child.content).match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;
	}
	return count;
}

/** Whole minutes at 220 tiếng a minute, an unhurried reader. */
export const readingMinutes = (words: number): number => Math.max(1, Math.round(words / 220));
