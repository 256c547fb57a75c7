/** Every public address, for search engines. */
import * as published from '#content/published.server.ts';
import * as answers from '#feedback/published.server.ts';
import { dayOf } from '#platform/clock.ts';
import { read } from '#platform/db.server.ts';
import * as browsing from '#procedures/browsing.server.ts';
import { forEveryone } from '../portal.ts';
import { xml } from '../xml.ts';
import { pages } from './pages.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { ctx }, url }) => {
	const stories = await published.addresses(ctx);
	const procedures = await read(ctx, (tx) => browsing.addresses(tx, dayOf(ctx.now)));
	const lines = [
		...pages.map((href) => `<url><loc>${xml(url.origin + href)}</loc></url>`),
		...procedures.map(
			({ code, recordedAt }) =>
				`<url><loc>${xml(`${url.origin}/thu-tuc/${code}`)}</loc><lastmod>${recordedAt.toISOString()}</lastmod></url>`
		),
		...[...stories, ...(await answers.addresses(ctx))].map(
			(one) =>
				`<url><loc>${xml(url.origin + one.url)}</loc><lastmod>${one.updatedAt.toISOString()}</lastmod></url>`
		)
	];
	const body = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${lines.join('\n')}
</urlset>
`;
	return new Response(body, {
		headers: { ...forEveryone, 'content-type': 'application/xml; charset=utf-8' }
	});
};
