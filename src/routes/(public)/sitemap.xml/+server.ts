/** Every public address, for search engines. */
import * as published from '#content/published.server.ts';
import { entries, forEveryone } from '../portal.ts';
import { xml } from '../xml.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { ctx }, url }) => {
	const stories = await published.addresses(ctx);
	const lines = [
		...entries.map(({ href }) => `<url><loc>${xml(url.origin + href)}</loc></url>`),
		...stories.map(
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
