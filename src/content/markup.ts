/**
 * A body as plain text with a few signs, for the editor without script. Going there and back loses nothing: a block
 * whose signs would not read back exactly as it was (a table with joined cells, say) stands as a line
 * `[[giữ nguyên phần 3: …]]`, which takes the block from the text it was made from.
 *
 *     ## Tiêu đề mục        - gạch đầu dòng      > trích dẫn      **đậm**   _nghiêng_   [chữ](https://…)
 *     ### Tiêu đề nhỏ       1. đánh số           | bảng | ô |     ![mô tả ảnh](tep:MÃ "chú thích")
 */
import {
	inlineText,
	parseBody,
	type Block,
	type Body,
	type Cell,
	type Inline,
	type ListItem,
	type Mark,
	type Row
} from './body.ts';

export function toMarkup(body: Body): string {
	return body.content
		.map((child, index) => {
			const text = write(child);
			return text !== undefined && same(read(text.split('\n')), [child]) ? text : placeholder(child, index);
		})
		.join('\n\n');
}

/** Reads the signs; `base` is the body the text had been made from. What comes out still goes through `parseBody`. */
export function fromMarkup(text: string, base: Body): unknown {
	const lines = text.normalize('NFC').replace(/\r\n?/g, '\n').split('\n');
	return { type: 'doc', content: read(lines, base) };
}

function placeholder(child: Block, index: number): string {
	const words = (
		child.type === 'table' ? 'bảng' : inlineText('content' in child ? firstInline(child) : undefined)
	).slice(0, 40);
	return `[[giữ nguyên phần ${index + 1}: ${words.replace(/[[\]\n]/g, ' ').trim() || 'phần có định dạng'}]]`;
}

function firstInline(child: Block): Inline[] | undefined {
	return child.type === 'paragraph' || child.type === 'heading' ? child.content : undefined;
}

/** Compared as read, because a body from the database has its keys in another order. */
function same(a: Block[], b: Block[]): boolean {
	const one = parseBody({ type: 'doc', content: a });
	const other = parseBody({ type: 'doc', content: b });
	return one.ok && other.ok && JSON.stringify(one.body) === JSON.stringify(other.body);
}

// Writing

function write(child: Block): string | undefined {
	switch (child.type) {
		case 'paragraph':
			return writeInline(child.content);
		case 'heading':
			return child.content ? `${'#'.repeat(child.attrs.level)} ${writeInline(child.content)}` : undefined;
		case 'bulletList':
			return child.content.map((item) => writeItem(item, '- ')).join('\n');
		case 'orderedList':
			return child.content.map((item, index) => writeItem(item, `${child.attrs.start + index}. `)).join('\n');
		case 'blockquote': {
			const inside = child.content.map(write);
			if (inside.includes(undefined)) return undefined;
			return inside
				.join('\n\n')
				.split('\n')
				.map((line) => (line ? `> ${line}` : '>'))
				.join('\n');
		}
		case 'table':
			return writeTable(child.content);
		case 'image': {
			const { token, alt, caption } = child.attrs;
			return `![${escape(alt)}](tep:${token}${caption ? ` "${escape(caption)}"` : ''})`;
		}
	}
}

/** An item is its line and, set in by two blanks, the lists inside it; anything else reads back differently. */
function writeItem(item: ListItem, sign: string): string {
	const [first, ...more] = item.content;
	const line = first?.type === 'paragraph' ? writeInline(first.content).replaceAll('\n', ' ') : '';
	const inner = more.map((child) =>
		(write(child) ?? '')
			.split('\n')
			.map((one) => `  ${one}`)
			.join('\n')
	);
	return [sign + line, ...inner].join('\n');
}

function writeTable(rows: Row[]): string | undefined {
	const cell = ({ content }: Cell): string =>
		content[0]?.type === 'paragraph' ? writeInline(content[0].content).replaceAll('\n', ' ').trim() : '';
	const line = (row: Row): string => `| ${row.content.map(cell).join(' | ')} |`;
	const [head, ...others] = rows;
	if (!head) return undefined;
	return head.content[0]?.type === 'tableHeader'
		? [line(head), `|${head.content.map(() => ' --- ').join('|')}|`, ...others.map(line)].join('\n')
		: rows.map(line).join('\n');
}

function escape(text: string): string {
	return text.replace(/[\\*_[\]|"]/g, '\\$&');
}

function writeInline(content: Inline[] | undefined): string {
	const text = (content ?? [])
		.map((inline) => {
			if (inline.type === 'hardBreak') return '\n';
			let out = escape(inline.text);
			const marks = inline.marks ?? [];
			if (marks.some(({ type }) => type === 'italic')) out = `_${out}_`;
			if (marks.some(({ type }) => type === 'bold')) out = `**${out}**`;
			const link = marks.find((mark) => mark.type === 'link');
			return link ? `[${out}](${link.attrs.href})` : out;
		})
		.join('');
	// A line that begins like a sign is text all the same.
	return text
		.split('\n')
		.map((line) => line.replace(/^(\s*)(#{2,3} |- |> ?|!\[|\d+\. )/, '$1\\$2'))
		.join('\n');
}

// Reading

const listSign = /^(- |(\d{1,4})\. )/;

function read(lines: string[], base?: Body): Block[] {
	const found: Block[] = [];
	let at = 0;
	const take = (belongs: (line: string) => boolean): string[] => {
		const from = at;
		while (at < lines.length && belongs(lines[at]!)) at++;
		return lines.slice(from, at);
	};
	while (at < lines.length) {
		const line = lines[at]!;
		const kept = /^\[\[giữ nguyên phần (\d+)(:.*)?\]\]\s*$/.exec(line);
		const heading = /^(##|###) (.*)$/.exec(line);
		const picture = /^!\[((?:\\.|[^\]\\])*)\]\(tep:([\w-]{10,64})(?: "((?:\\.|[^"\\])*)")?\)\s*$/.exec(line);
		if (!line.trim()) at++;
		else if (kept && base?.content[Number(kept[1]) - 1]) {
			found.push(base.content[Number(kept[1]) - 1]!);
			at++;
		} else if (heading) {
			found.push({
				type: 'heading',
				attrs: { level: heading[1] === '###' ? 3 : 2 },
				content: readInline(heading[2]!)
			});
			at++;
		} else if (picture) {
			const [, alt = '', token = '', caption = ''] = picture;
			found.push({ type: 'image', attrs: { token, alt: unescape(alt), caption: unescape(caption) } });
			at++;
		} else if (/^> ?/.test(line)) {
			const inside = take((one) => /^>/.test(one)).map((one) => one.replace(/^> ?/, ''));
			found.push({ type: 'blockquote', content: read(inside) });
		} else if (/^\|.*\|\s*$/.test(line)) found.push(readTable(take((one) => /^\|.*\|\s*$/.test(one))));
		else if (listSign.test(line)) {
			const ordered = listSign.exec(line)![2] !== undefined;
			const belongs = (one: string): boolean =>
				/^ {2}/.test(one) || (ordered ? /^\d{1,4}\. /.test(one) : /^- /.test(one));
			found.push(readList(take(belongs), ordered));
		} else {
			const first = at++;
			take((one) => one.trim() !== '' && !startsBlock(one));
			found.push({ type: 'paragraph', content: readInline(lines.slice(first, at).join('\n')) });
		}
	}
	return found;
}

function startsBlock(line: string): boolean {
	return /^(#{2,3} |> ?|\||- |\d{1,4}\. |\[\[giữ nguyên phần |!\[.*\]\(tep:)/.test(line);
}

function readList(lines: string[], ordered: boolean): Block {
	const items: string[][] = [];
	for (const line of lines) {
		if (listSign.test(line)) items.push([line.replace(listSign, '')]);
		else items.at(-1)!.push(line.replace(/^ {2}/, ''));
	}
	const content = items.map(([first = '', ...inner]): ListItem => ({
		type: 'listItem',
		content: [{ type: 'paragraph', content: readInline(first) }, ...read(inner)]
	}));
	const start = Number(/^\d+/.exec(lines[0]!)?.[0] ?? 1);
	return ordered ? { type: 'orderedList', attrs: { start }, content } : { type: 'bulletList', content };
}

function readTable(lines: string[]): Block {
	const cells = (line: string): string[] =>
		line
			.trim()
			.slice(1, -1)
			.split(/(?<!\\)(?:\\\\)*\|/)
			.map((one) => one.trim());
	const headed = /^\|(\s*-{3,}\s*\|)+\s*$/.test(lines[1] ?? '');
	const row = (line: string, type: Cell['type']): Row => ({
		type: 'tableRow',
		content: cells(line).map((text) => ({
			type,
			attrs: { colspan: 1, rowspan: 1 },
			content: [{ type: 'paragraph', content: readInline(text) }]
		}))
	});
	const body = headed ? lines.slice(2) : lines;
	return {
		type: 'table',
		content: [
			...(headed ? [row(lines[0]!, 'tableHeader')] : []),
			...body.map((line) => row(line, 'tableCell'))
		]
	};
}

function unescape(text: string): string {
	return text.replace(/\\(.)/gs, '$1');
}

/** Links hold marks, bold holds italic; a sign without its partner is text. */
function readInline(text: string, marks: Mark[] = []): Inline[] {
	const found: Inline[] = [];
	const say = (words: string): void => {
		words.split('\n').forEach((part, index) => {
			if (index > 0) found.push({ type: 'hardBreak' });
			if (part)
				found.push(marks.length > 0 ? { type: 'text', text: part, marks } : { type: 'text', text: part });
		});
	};
	const patterns: [RegExp, (match: RegExpExecArray) => Inline[]][] = [
		[/^\\([\s\S])/, (match) => readPlain(match[1]!, marks)],
		[
			/^\[((?:\\.|[^\]\\])+)\]\(([^()\s]+)\)/,
			(match) =>
				readInline(match[1]!, [
					{ type: 'link', attrs: { href: match[2]! } },
					...marks.filter(({ type }) => type !== 'link')
				])
		],
		[/^\*\*((?:\\.|[^\\*]|\*(?!\*))+)\*\*/, (match) => readInline(match[1]!, [...marks, { type: 'bold' }])],
		[/^_((?:\\.|[^\\_])+)_/, (match) => readInline(match[1]!, [...marks, { type: 'italic' }])]
	];
	let plain = '';
	let rest = text;
	while (rest) {
		const hit = patterns
			.map(([pattern, make]) => ({ match: pattern.exec(rest), make }))
			.find(({ match }) => match);
		if (hit?.match) {
			say(plain);
			plain = '';
			found.push(...hit.make(hit.match));
			rest = rest.slice(hit.match[0].length);
		} else {
			plain += rest[0];
			rest = rest.slice(1);
		}
	}
	say(plain);
	return found;
}

function readPlain(letter: string, marks: Mark[]): Inline[] {
	return [marks.length > 0 ? { type: 'text', text: letter, marks } : { type: 'text', text: letter }];
}
