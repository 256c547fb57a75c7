/** A body as HTML for the public page, the preview and the feed. Every character of the text is escaped here. */
import {
	isSafeHref,
	type Block,
	type Body,
	type Cell,
	type Inline,
	type ListItem,
	type Row
} from './body.ts';

export type RenderOptions = {
	/** Where a file is fetched; the preview has an address of its own for files that are not public yet. */
	fileUrl?: (token: string) => string;
	/** Size of pictures by token, so that the page does not jump while they load. */
	sizes?: Record<string, { width: number | null; height: number | null }>;
	/** Addresses of this site made whole, for the feed. */
	origin?: string;
};

export const fileUrl = (token: string): string => `/tep/${token}`;

export function renderBody(body: Body, options: RenderOptions = {}): string {
	return body.content.map((child) => html(child, options)).join('\n');
}

export function escapeHtml(text: string): string {
	return text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;')
		.replaceAll("'", '&#39;');
}

function html(child: Block | ListItem | Row | Cell, options: RenderOptions): string {
	switch (child.type) {
		case 'paragraph':
			return `<p>${inlines(child.content, options)}</p>`;
		case 'heading': {
			const tag = child.attrs.level === 3 ? 'h3' : 'h2';
			return `<${tag}>${inlines(child.content, options)}</${tag}>`;
		}
		case 'bulletList':
			return `<ul>${children(child.content, options)}</ul>`;
		case 'orderedList':
			return `<ol${attribute('start', child.attrs.start, 1)}>${children(child.content, options)}</ol>`;
		case 'listItem': {
			// One plain line needs no paragraph in its item.
			const [only, ...more] = child.content;
			if (
				only?.type === 'paragraph' &&
				more.every(({ type }) => type === 'bulletList' || type === 'orderedList')
			)
				return `<li>${inlines(only.content, options)}${children(more, options)}</li>`;
			return `<li>${children(child.content, options)}</li>`;
		}
		case 'blockquote':
			return `<blockquote>${children(child.content, options)}</blockquote>`;
		case 'table': {
			const [first, ...others] = child.content;
			const headed = first?.content.every(({ type }) => type === 'tableHeader') && others.length > 0;
			const head = headed && first ? `<thead>${html(first, options)}</thead>` : '';
			// A wide table scrolls by itself, also by keyboard; the page does not.
			return `<div class="table-scroll" tabindex="0" role="group" aria-label="Bảng số liệu"><table>${head}<tbody>${children(headed ? others : child.content, options)}</tbody></table></div>`;
		}
		case 'tableRow':
			return `<tr>${children(child.content, options)}</tr>`;
		case 'tableHeader':
		case 'tableCell': {
			const tag = child.type === 'tableHeader' ? 'th' : 'td';
			const { colspan, rowspan } = child.attrs;
			const [only, ...more] = child.content;
			const inside =
				only?.type === 'paragraph' && more.length === 0
					? inlines(only.content, options)
					: children(child.content, options);
			return `<${tag}${attribute('colspan', colspan, 1)}${attribute('rowspan', rowspan, 1)}>${inside}</${tag}>`;
		}
		case 'image': {
			const { token, alt, caption } = child.attrs;
			const size = options.sizes?.[token];
			const src = escapeHtml(whole((options.fileUrl ?? fileUrl)(token), options));
			const measures = `${attribute('width', size?.width)}${attribute('height', size?.height)}`;
			const legend = caption ? `<figcaption>${escapeHtml(caption)}</figcaption>` : '';
			return `<figure><img src="${src}" alt="${escapeHtml(alt)}"${measures} loading="lazy" decoding="async">${legend}</figure>`;
		}
	}
}

function children(content: (Block | ListItem | Row | Cell)[], options: RenderOptions): string {
	return content.map((child) => html(child, options)).join('');
}

function attribute(name: string, value: number | null | undefined, silent?: number): string {
	return typeof value === 'number' && Number.isInteger(value) && value !== silent
		? ` ${name}="${value}"`
		: '';
}

function inlines(content: Inline[] | undefined, options: RenderOptions): string {
	return (content ?? [])
		.map((inline) => {
			if (inline.type === 'hardBreak') return '<br>';
			let text = escapeHtml(inline.text);
			const marks = inline.marks ?? [];
			if (marks.some(({ type }) => type === 'italic')) text = `<em>${text}</em>`;
			if (marks.some(({ type }) => type === 'bold')) text = `<strong>${text}</strong>`;
			const link = marks.find((mark) => mark.type === 'link');
			if (link && isSafeHref(link.attrs.href)) {
				const outside = /^https?:/i.test(link.attrs.href) ? ' rel="noopener"' : '';
				text = `<a href="${escapeHtml(whole(link.attrs.href, options))}"${outside}>${text}</a>`;
			}
			return text;
		})
		.join('');
}

function whole(address: string, { origin }: RenderOptions): string {
	return origin && address.startsWith('/') ? `${origin}${address}` : address;
}
