import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBlocks } from './blocks.ts';
import { imagesOf, isSafeHref, parseBody, plainText, wordCount, type Body } from './body.ts';
import { fromMarkup, toMarkup } from './markup.ts';
import { renderBody } from './render.ts';

const text = (words: string, ...marks: unknown[]) => ({ type: 'text', text: words, marks });
const doc = (...content: unknown[]) => ({ type: 'doc', content });
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content });

function accepted(input: unknown): Body {
	const parsed = parseBody(input);
	if (!parsed.ok) throw new Error(parsed.problem.message);
	return parsed.body;
}
const refused = (input: unknown) => {
	const parsed = parseBody(input);
	return parsed.ok ? undefined : parsed.problem.code;
};

/** Documents as the editor may send them, with hostile words in every place that takes words. */
const words = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 30 }),
	fc.constantFrom(
		'<script>alert(1)</script>',
		'"><img src=x onerror=alert(1)>',
		"' onload='x",
		'&lt;',
		'](javascript:x)',
		'**',
		'_a_',
		'- b',
		'1. c',
		'## d',
		'| e |',
		'> f',
		'Thủ tục hành chính',
		'\\',
		'[[giữ nguyên phần 1]]'
	)
);
const safeHref = fc
	.constantFrom(
		'https://a.vn/b?c=d&e="',
		'https://a.vn/(b)',
		'https://a.vn/b_c*d',
		'/tin-tuc/a',
		'mailto:a@b.vn',
		'tel:0220'
	)
	.filter(isSafeHref);
const hostileHref = fc.oneof(
	fc.webUrl(),
	fc.constantFrom(
		'javascript:alert(1)',
		' JaVaScRiPt:alert(1)',
		'data:text/html,x',
		'//evil.vn',
		'https://a.vn/"onclick="x',
		'vbscript:x',
		'java\nscript:x'
	)
);
function documents(hostile: boolean): fc.Arbitrary<unknown> {
	const mark = fc.oneof(
		fc.constant({ type: 'bold' }),
		fc.constant({ type: 'italic' }),
		fc.constant({ type: 'code' }),
		(hostile ? hostileHref : safeHref).map((value) => ({
			type: 'link',
			attrs: { href: value, onclick: 'x' }
		}))
	);
	const inline = fc.oneof(
		{
			weight: 5,
			arbitrary: fc.record({
				type: fc.constant('text'),
				text: words,
				marks: fc.array(mark, { maxLength: 3 })
			})
		},
		{ weight: 1, arbitrary: fc.constant({ type: 'hardBreak' }) }
	);
	const token = hostile
		? fc.constantFrom('abcdefghij', 'x"onerror="alert', '../../etc/passwd')
		: fc.constant('abcdef_hij-k');
	const { block } = fc.letrec<{ block: unknown; item: unknown; cell: unknown }>((tie) => ({
		block: fc.oneof(
			{ maxDepth: 3, depthIdentifier: 'body' },
			fc.record({ type: fc.constant('paragraph'), content: fc.array(inline, { maxLength: 4 }) }),
			fc.record({
				type: fc.constant('heading'),
				attrs: fc.record({ level: fc.integer({ min: 0, max: 9 }) }),
				content: fc.array(inline, { maxLength: 2 })
			}),
			fc.record({
				type: fc.constant('image'),
				attrs: fc.record({ token, alt: words, caption: words, src: fc.constant('javascript:x') })
			}),
			fc.record({
				type: fc.constantFrom('bulletList', 'orderedList'),
				attrs: fc.record({ start: fc.oneof(fc.integer({ min: -3, max: 30 }), words) }),
				content: fc.array(tie('item'), { maxLength: 3 })
			}),
			fc.record({ type: fc.constant('blockquote'), content: fc.array(tie('block'), { maxLength: 2 }) }),
			fc.record({
				type: fc.constant('table'),
				content: fc.array(
					fc.record({ type: fc.constant('tableRow'), content: fc.array(tie('cell'), { maxLength: 3 }) }),
					{ maxLength: 3 }
				)
			}),
			...(hostile
				? [
						fc.record({
							type: fc.constantFrom('script', 'iframe', 'rawHtml'),
							content: fc.array(inline, { maxLength: 1 })
						})
					]
				: [])
		),
		item: fc.record({
			type: fc.constant('listItem'),
			content: fc.array(tie('block'), { minLength: 1, maxLength: 2 })
		}),
		cell: fc.record({
			type: fc.constantFrom('tableCell', 'tableHeader'),
			attrs: fc.record({ colspan: fc.oneof(fc.integer({ min: -1, max: 4 }), words) }),
			content: fc.array(tie('block'), { maxLength: 2 })
		})
	}));
	return fc.array(block, { maxLength: 5 }).map((content) => doc(...content));
}

/** Every tag and attribute of the output, read by a reader of its own. */
const allowedTag =
	/^(\/?(p|h2|h3|ul|li|blockquote|figcaption|figure|thead|tbody|tr|em|strong|table|br)|\/(a|ol|th|td|div)|ol( start="\d+")?|(th|td)( colspan="\d+")?( rowspan="\d+")?|div class="table-scroll" tabindex="0" role="group" aria-label="Bảng số liệu"|a href="(https?:\/\/|\/(?!\/)|mailto:|tel:)[^"<>\s]*"( rel="noopener")?|img src="\/tep\/[\w-]+" alt="[^"<>]*"( width="\d+")?( height="\d+")? loading="lazy" decoding="async")$/i;
function strangeTags(html: string): string[] {
	return html
		.split('<')
		.slice(1)
		.map((part) => part.slice(0, part.indexOf('>')))
		.filter((tag) => !allowedTag.test(tag));
}

describe('the body of a story', () => {
	it('lets no script, no strange tag and no strange attribute through, whatever was sent', () => {
		fc.assert(
			fc.property(documents(true), (input) => {
				const parsed = parseBody(input);
				if (parsed.ok) expect(strangeTags(renderBody(parsed.body))).toEqual([]);
			}),
			{ numRuns: 1000 }
		);
		fc.assert(
			fc.property(documents(false), (input) => {
				expect(strangeTags(renderBody(accepted(input)))).toEqual([]);
			}),
			{ numRuns: 1000 }
		);
	});

	it('survives any JSON at all', () => {
		fc.assert(
			fc.property(fc.jsonValue(), (input) => void parseBody(input)),
			{ numRuns: 1000 }
		);
		fc.assert(
			fc.property(fc.jsonValue(), (input) => void parseBody(doc(input, paragraph(input)))),
			{ numRuns: 1000 }
		);
	});

	it('is the same when read a second time', () => {
		fc.assert(
			fc.property(documents(false), (input) => {
				const body = accepted(input);
				expect(accepted(body)).toEqual(body);
			}),
			{ numRuns: 500 }
		);
	});

	it('renders even a body that never went through the reader without harm', () => {
		const smuggled = {
			type: 'doc',
			content: [
				paragraph(text('x', { type: 'link', attrs: { href: 'javascript:alert(1)' } })),
				{ type: 'orderedList', attrs: { start: '1" onclick="x' }, content: [] }
			]
		} as unknown as Body;
		expect(strangeTags(renderBody(smuggled))).toEqual([]);
	});

	it('refuses in words what it does not know, and never drops a block silently', () => {
		expect(refused(doc({ type: 'codeBlock', content: [text('a')] }))).toBe('story.body_block');
		expect(refused(doc({ type: 'image', attrs: { src: 'https://x.vn/a.png' } }))).toBe('story.body_image');
		expect(refused(doc(paragraph(text('a', { type: 'link', attrs: { href: 'javascript:x' } }))))).toBe(
			'story.body_link'
		);
		expect(refused({ type: 'paragraph' })).toBe('story.body_form');
		expect(refused(null)).toBe('story.body_form');
		let deep: unknown = paragraph(text('a'));
		for (let depth = 0; depth < 30; depth++) deep = { type: 'blockquote', content: [deep] };
		expect(refused(doc(deep))).toBe('story.body_large');
	});

	it('keeps the text when it drops a mark it does not know', () => {
		expect(plainText(accepted(doc(paragraph(text('giữ ', { type: 'strike' }), text('lại')))))).toBe(
			'giữ lại'
		);
	});

	it('accepts only addresses that cannot run anything', () => {
		for (const good of [
			'https://a.vn/b?c=d',
			'http://a.vn',
			'/thu-tuc',
			'mailto:a@b.vn',
			'tel:02203',
			'tel:+84220'
		])
			expect(isSafeHref(good), good).toBe(true);
		for (const bad of [
			'javascript:x',
			'JAVASCRIPT:x',
			'//a.vn',
			'/\\a.vn',
			'data:x',
			'https://a.vn/ b',
			'',
			'a.vn',
			'mailto:javascript:x',
			'https:a'
		])
			expect(isSafeHref(bad), bad).toBe(false);
	});

	it('counts tiếng and not signs', () => {
		expect(
			wordCount(
				accepted(doc(paragraph(text('Nộp hồ sơ — ngày 12/3, miễn phí.')), paragraph(text('– '))))
			).valueOf()
		).toBe(7);
	});

	it('escapes what looks like markup and gives pictures their words', () => {
		const body = accepted(
			doc(paragraph(text('a < b & "c"', { type: 'bold' })), {
				type: 'image',
				attrs: { token: 'abcdefghijkl', alt: 'Người "xếp hàng"', caption: 'Sáng <thứ Hai>' }
			})
		);
		expect(renderBody(body, { sizes: { abcdefghijkl: { width: 800, height: 600 } } })).toBe(
			'<p><strong>a &lt; b &amp; &quot;c&quot;</strong></p>\n<figure><img src="/tep/abcdefghijkl" alt="Người &quot;xếp hàng&quot;" width="800" height="600" loading="lazy" decoding="async"><figcaption>Sáng &lt;thứ Hai&gt;</figcaption></figure>'
		);
		expect(imagesOf(body)).toHaveLength(1);
	});
});

describe('the text with signs, for the editor without script', () => {
	it('goes there and back without losing anything', () => {
		fc.assert(
			fc.property(documents(false), (input) => {
				const body = accepted(input);
				expect(accepted(fromMarkup(toMarkup(body), body))).toEqual(body);
			}),
			{ numRuns: 2000 }
		);
	});

	it('shows ordinary content with ordinary signs, not as parts to be kept', () => {
		const body = fromBlocks([
			{ type: 'heading', text: 'Hồ sơ cần có' },
			{ type: 'paragraph', text: 'Người dân mang theo: căn cước, đơn theo mẫu.' },
			{ type: 'list', ordered: false, items: ['Bản chính', 'Bản sao'] },
			{ type: 'list', ordered: true, items: ['Nộp', 'Nhận'] },
			{ type: 'quote', text: 'Đi một lần là xong.', source: 'Bà Nguyễn Thị A' },
			{ type: 'table', caption: 'Giờ làm việc', header: ['Buổi', 'Giờ'], rows: [['Sáng', '7 giờ 30']] }
		]);
		expect(toMarkup(accepted(body))).toBe(
			'## Hồ sơ cần có\n\nNgười dân mang theo: căn cước, đơn theo mẫu.\n\n- Bản chính\n- Bản sao\n\n1. Nộp\n2. Nhận\n\n> Đi một lần là xong.\n>\n> — Bà Nguyễn Thị A\n\n**Giờ làm việc**\n\n| Buổi | Giờ |\n| --- | --- |\n| Sáng | 7 giờ 30 |'
		);
	});

	it('shows a body from the database the same way, where keys come in another order', () => {
		const stored = {
			content: [{ content: [{ text: 'Một dòng', type: 'text' }], type: 'paragraph' }],
			type: 'doc'
		} as Body;
		expect(toMarkup(stored)).toBe('Một dòng');
	});

	it('reads what a person types by hand', () => {
		const body = accepted(
			fromMarkup('Dòng một\nDòng hai **đậm** và [liên kết](https://a.vn)\n- a\n  - b\n- c\n\nHết _nhé_', {
				type: 'doc',
				content: []
			})
		);
		expect(renderBody(body)).toBe(
			'<p>Dòng một<br>Dòng hai <strong>đậm</strong> và <a href="https://a.vn" rel="noopener">liên kết</a></p>\n<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>\n<p>Hết <em>nhé</em></p>'
		);
	});
});
