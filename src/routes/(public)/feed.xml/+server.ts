/** RSS 2.0: the newest stories and published answers whole; `?noi-dung=` gives one content area. */
import * as areas from '#content/areas.server.ts';
import * as answers from '#feedback/published.server.ts';
import * as published from '#content/published.server.ts';
import { forEveryone } from '../portal.ts';
import { portalWard } from '../ward.server.ts';
import { xml } from '../xml.ts';
import type { RequestHandler } from './$types';

const MOST = 30;
/** An area's newest thirty are looked for among this many. */
const LOOKED_AT = 300;

export const GET: RequestHandler = async ({ locals: { ctx }, url }) => {
	const ward = await portalWard(ctx);
	const { areas: known } = await areas.choices(ctx);
	const area = known.find(({ key }) => key === url.searchParams.get('noi-dung'));
	const found = await published.feed(ctx, url.origin, area ? LOOKED_AT : MOST);
	const stories = area ? found.filter((one) => one.areas.includes(area.key)) : found;
	const items = [...stories, ...(await answers.feed(ctx, MOST, area?.key)).map(asItem)]
		.toSorted((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime())
		.slice(0, MOST);
	const names = new Map(known.map(({ key, shortName }) => [key, shortName]));
	const title = `${area ? `${area.shortName} - ` : ''}Cải cách hành chính ${ward.name}`;
	const newest = items[0]?.updatedAt ?? ctx.now;

	const body = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>${xml(title)}</title>
<link>${xml(url.origin)}/tin-tuc${area ? `?noi-dung=${area.key}` : ''}</link>
<atom:link href="${xml(url.origin + url.pathname + (area ? `?noi-dung=${area.key}` : ''))}" rel="self" type="application/rss+xml"/>
<description>${xml(`Tin, bài đã duyệt trên cổng thông tin của ${ward.name}${ward.sample ? ' (dữ liệu mẫu để dùng thử)' : ''}`)}</description>
<language>vi</language>
<lastBuildDate>${newest.toUTCString()}</lastBuildDate>
<ttl>30</ttl>
${items
	.map(
		(item) => `<item>
<title>${xml(item.title)}</title>
<link>${xml(url.origin + item.url)}</link>
<guid isPermaLink="true">${xml(url.origin + item.url)}</guid>
<pubDate>${item.publishedAt.toUTCString()}</pubDate>
<dc:creator>${xml(item.authorName)}</dc:creator>
${item.areas.map((key) => `<category>${xml(names.get(key) ?? key)}</category>`).join('')}
<description>${xml(item.summary)}</description>
<content:encoded>${xml(item.html)}</content:encoded>
</item>`
	)
	.join('\n')}
</channel>
</rss>
`;
	return new Response(body, {
		headers: { ...forEveryone, 'content-type': 'application/rss+xml; charset=utf-8' }
	});
};

/** A question with its answer as an item; both are plain text. */
function asItem(one: Awaited<ReturnType<typeof answers.feed>>[number]) {
	const paragraphs = (text: string): string =>
		text
			.split(/\n+/)
			.filter(Boolean)
			.map((line) => `<p>${xml(line)}</p>`)
			.join('');
	return {
		url: one.url,
		title: `Hỏi đáp: ${one.title}`,
		summary: one.question.length > 300 ? `${one.question.slice(0, 300).toWellFormed()}…` : one.question,
		html: `<h2>Người dân hỏi, phản ánh</h2>${paragraphs(one.question)}<h2>Trả lời</h2>${paragraphs(one.answer)}`,
		areas: one.areaKey ? [one.areaKey] : [],
		authorName: one.answeredBy,
		publishedAt: one.publishedAt,
		updatedAt: one.publishedAt
	};
}
