/** Search engines are told of every page that stands by itself, and of none that asks not to be found. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, it } from 'vitest';
import { makeWard, type TestWard } from '#people/testing.ts';
import { useDatabase } from '#platform/testing/database.ts';
import { aCatalogue } from '#procedures/testing.ts';
import { GET } from './+server.ts';
import { pages } from './pages.ts';

const database = useDatabase();
const portal = fileURLToPath(new URL('..', import.meta.url));
let ward: TestWard;
beforeAll(async () => {
	ward = await makeWard(database.db);
});

it('names every page of the portal that has one address and does not ask to be left out', () => {
	const standing = readdirSync(portal, { recursive: true, encoding: 'utf8' })
		.filter((file) => /^\+page(@.*)?\.svelte$/.test(path.basename(file)) && !file.includes('['))
		// Asked for without any condition; pages of a search say it only when they are narrowed.
		.filter(
			(file) =>
				!/^\t<meta name="robots" content="noindex/m.test(readFileSync(path.join(portal, file), 'utf8'))
		)
		.map((file) => `/${path.dirname(file).replaceAll(path.sep, '/')}`.replace(/^\/\.$/, '/'));
	expect(standing.length).toBeGreaterThan(5);
	expect(
		standing.filter((one) => !pages.includes(one)),
		'to be named in sitemap.xml/pages.ts, or with <meta name="robots" content="noindex"> in the page'
	).toEqual([]);
});

it('is whole addresses of the host, well-formed, with every procedure in force', async () => {
	const [code] = await aCatalogue(ward.as('office'), 2);
	const answer = await GET({
		locals: { ctx: { ...ward.robot(), actor: { kind: 'visitor' } } },
		url: new URL('https://phuong.example/sitemap.xml')
	} as unknown as Parameters<typeof GET>[0]);
	expect(answer.headers.get('content-type')).toContain('application/xml');
	const text = await answer.text();
	for (const page of [...pages, `/thu-tuc/${code}`])
		expect(text).toContain(`<loc>https://phuong.example${page}</loc>`);
	expect(text.match(/<loc>/g)).toHaveLength(pages.length + 2);
});
