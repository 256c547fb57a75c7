/** Search engines may read the portal, not the workspace; a trial ward is not for them at all. */
import { forEveryone } from '../portal.ts';
import { portalWard } from '../ward.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { ctx }, url }) => {
	const { sample } = await portalWard(ctx);
	const body = sample
		? 'User-agent: *\nDisallow: /\n'
		: `User-agent: *\nDisallow: /lam-viec\nDisallow: /dang-nhap\nSitemap: ${url.origin}/sitemap.xml\n`;
	return new Response(body, { headers: { ...forEveryone, 'content-type': 'text/plain; charset=utf-8' } });
};
