/** Plain blocks, as the sample ward and importers write them, made into a body. */
import type { Block as BodyBlock, Body, Cell, Paragraph, Row } from './body.ts';

export type PlainBlock =
	| { type: 'paragraph'; text: string }
	| { type: 'heading'; text: string }
	| { type: 'list'; ordered: boolean; items: string[] }
	| { type: 'quote'; text: string; source: string }
	| { type: 'table'; caption: string; header: string[]; rows: string[][] };

export function fromBlocks(blocks: PlainBlock[]): Body {
	const content = blocks.flatMap(toBody);
	return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] };
}

function paragraph(text: string): Paragraph {
	const clean = text.normalize('NFC');
	return clean.trim()
		? { type: 'paragraph', content: [{ type: 'text', text: clean }] }
		: { type: 'paragraph' };
}

function toBody(block: PlainBlock): BodyBlock[] {
	switch (block.type) {
		case 'paragraph':
			return [paragraph(block.text)];
		case 'heading':
			return [{ ...paragraph(block.text), type: 'heading', attrs: { level: 2 } }];
		case 'list': {
			const content = block.items.map((item) => ({ type: 'listItem' as const, content: [paragraph(item)] }));
			return [
				block.ordered
					? { type: 'orderedList', attrs: { start: 1 }, content }
					: { type: 'bulletList', content }
			];
		}
		case 'quote':
			return [
				{
					type: 'blockquote',
					content: [paragraph(block.text), ...(block.source ? [paragraph(`— ${block.source}`)] : [])]
				}
			];
		case 'table': {
			const row = (type: Cell['type'], cells: string[]): Row => ({
				type: 'tableRow',
				content: cells.map((cell) => ({
					type,
					attrs: { colspan: 1, rowspan: 1 },
					content: [paragraph(cell)]
				}))
			});
			const table: BodyBlock = {
				type: 'table',
				content: [
					...(block.header.length > 0 ? [row('tableHeader', block.header)] : []),
					...block.rows.map((cells) => row('tableCell', cells))
				]
			};
			return block.caption
				? [
						{
							type: 'paragraph',
							content: [{ type: 'text', text: block.caption.normalize('NFC'), marks: [{ type: 'bold' }] }]
						},
						table
					]
				: [table];
		}
	}
}
