/** The editor's schema: exactly what content/body.ts lets through, so nothing typed is refused later. */
import type { Extensions } from '@tiptap/core';
import Image from '@tiptap/extension-image';
import { TableKit } from '@tiptap/extension-table';
import StarterKit from '@tiptap/starter-kit';
import { isSafeHref } from '#content/body.ts';

export function extensions(fileUrl: (token: string) => string): Extensions {
	return [
		StarterKit.configure({
			code: false,
			codeBlock: false,
			horizontalRule: false,
			strike: false,
			underline: false,
			heading: { levels: [2, 3] },
			link: { openOnClick: false, autolink: true, isAllowedUri: (url) => isSafeHref(url) }
		}),
		TableKit.configure({ table: { resizable: false } }),
		// A picture is a file of this story; one pasted from another page has no token and is left out.
		Image.extend({
			addAttributes: () => ({
				token: { default: '', parseHTML: (element: HTMLElement) => element.dataset['token'] ?? '' },
				alt: { default: '', parseHTML: (element: HTMLElement) => element.dataset['alt'] ?? '' },
				caption: { default: '', parseHTML: (element: HTMLElement) => element.dataset['caption'] ?? '' }
			}),
			parseHTML: () => [{ tag: 'figure[data-token]' }],
			renderHTML: ({ node }) => {
				const { token, alt, caption } = node.attrs as { token: string; alt: string; caption: string };
				return [
					'figure',
					{ 'data-token': token, 'data-alt': alt, 'data-caption': caption, class: alt ? '' : 'without-alt' },
					['img', { src: fileUrl(token), alt }],
					['figcaption', {}, caption || (alt ? '' : 'Chưa có mô tả ảnh')]
				];
			}
		})
	];
}
