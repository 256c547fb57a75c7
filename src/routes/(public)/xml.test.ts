import { expect, it } from 'vitest';
import { xml } from './xml.ts';

it('leaves nothing in a text that could end an element or break a feed reader', () => {
	expect(xml(`<a href="x">Tổ dân phố & 'bà con'</a>`)).toBe(
		'&lt;a href=&quot;x&quot;&gt;Tổ dân phố &amp; &#39;bà con&#39;&lt;/a&gt;'
	);
	expect(xml('a\u0000b\u000bc\uFFFEd\n😀')).toBe('abcd\n😀');
});
