/** The podcast: RSS 2.0 with the tags podcast programs ask for. */
import * as listening from '#broadcast/listening.server.ts';
import { date, time } from '#platform/format.ts';
import { forEveryone } from '../../portal.ts';
import { portalWard } from '../../ward.server.ts';
import { xml } from '../../xml.ts';
import type { RequestHandler } from './$types';

const clock = (ms: number): string => {
	const seconds = Math.round(ms / 1000);
	return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
		.map((part) => String(part).padStart(2, '0'))
		.join(':');
};

export const GET: RequestHandler = async ({ locals: { ctx }, url }) => {
	const ward = await portalWard(ctx);
	const episodes = await listening.latest(ctx, 50);
	const title = `Truyền thanh ${ward.name}`;
	const home = `${url.origin}/phat-thanh`;
	const cover = `${home}/anh-bia.png`;
	const owner = `Ủy ban nhân dân ${ward.name}`;
	const email = ward.contact.email;
	const about = `Chương trình truyền thanh của ${ward.name}: cải cách hành chính, thủ tục, trả lời người dân${ward.sample ? ' (dữ liệu mẫu để dùng thử)' : ''}.`;
	const body = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:podcast="https://podcastindex.org/namespace/1.0">
<channel>
<title>${xml(title)}</title>
<link>${xml(url.origin)}/phat-thanh</link>
<atom:link href="${xml(url.origin + url.pathname)}" rel="self" type="application/rss+xml"/>
<description>${xml(about)}</description>
<language>vi</language>
<copyright>${xml(owner)}</copyright>
<generator>Minh Bạch</generator>
<ttl>60</ttl>
${email ? `<managingEditor>${xml(`${email} (${owner})`)}</managingEditor>` : ''}
<image><url>${xml(cover)}</url><title>${xml(title)}</title><link>${xml(home)}</link></image>
<lastBuildDate>${(episodes[0]?.airedAt ?? ctx.now).toUTCString()}</lastBuildDate>
<itunes:author>${xml(owner)}</itunes:author>
<itunes:owner><itunes:name>${xml(owner)}</itunes:name>${email ? `<itunes:email>${xml(email)}</itunes:email>` : ''}</itunes:owner>
<itunes:image href="${xml(cover)}"/>
<itunes:summary>${xml(about)}</itunes:summary>
<itunes:category text="Government"/>
<itunes:explicit>false</itunes:explicit>
<itunes:type>episodic</itunes:type>
<podcast:locked>no</podcast:locked>
<podcast:medium>podcast</podcast:medium>
${episodes
	.map(
		(one) => `<item>
<title>${xml(one.title)}</title>
<link>${xml(`${url.origin}/phat-thanh/${one.id}`)}</link>
<guid isPermaLink="true">${xml(`${url.origin}/phat-thanh/${one.id}`)}</guid>
<pubDate>${one.airedAt.toUTCString()}</pubDate>
<description>${xml(one.words.map(({ spoken }) => spoken).join('\n\n'))}</description>
<enclosure url="${xml(`${url.origin}/phat-thanh/${one.id}/nghe.mp3`)}" length="${one.bytes}" type="audio/mpeg"/>
<itunes:duration>${clock(one.durationMs)}</itunes:duration>
<itunes:title>${xml(one.title)}</itunes:title>
<itunes:author>${xml(owner)}</itunes:author>
<itunes:summary>${xml(`${one.programme}, phát lúc ${time(one.airedAt)} ${date(one.airedAt)}.`)}</itunes:summary>
<itunes:image href="${xml(cover)}"/>
<itunes:explicit>false</itunes:explicit>
<itunes:episodeType>full</itunes:episodeType>
<podcast:transcript url="${xml(`${home}/${one.id}/loi.txt`)}" type="text/plain" language="vi"/>
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
