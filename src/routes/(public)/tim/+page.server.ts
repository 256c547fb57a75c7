import { kinds, type Kind } from '#search/entry.ts';
import { search } from '#search/find.server.ts';
import { forEveryone } from '../portal.ts';
import { askedIn } from './asked.ts';
import type { PageServerLoad } from './$types';

const PER_PAGE = 10;
/** Below this even the best is only the nearest thing there is: the page says so instead of pretending. */
const SURE = 0.45;
/** Kinds with a page of their own on the portal; a room that adds one adds it here. */
const tabs: Kind[] = ['procedure', 'article'];

export const load: PageServerLoad = async ({ locals: { ctx }, url, setHeaders }) => {
	setHeaders(forEveryone);
	const asked = askedIn(url.searchParams);
	if (!asked.words) return { asked, found: null, tabs: [] };
	const { words, page, kind, field, applicant, online, literal } = asked;
	const narrow = {
		kind: kind ?? undefined,
		field: field ?? undefined,
		applicant: applicant ?? undefined,
		online: online ?? undefined
	};
	const found = await search(ctx, {
		words,
		literal,
		...narrow,
		limit: PER_PAGE,
		offset: (page - 1) * PER_PAGE,
		keepMisses: page === 1 && !literal && Object.values(narrow).every((one) => one === undefined)
	});
	const counts: { kind: Kind; count: number }[] = [];
	for (const of of tabs) {
		const same = of === kind && field === null && applicant === null && online === null;
		const { total } = same ? found : await search(ctx, { words, literal, kind: of, limit: 0 });
		counts.push({ kind: of, count: total });
	}
	return {
		asked,
		found: {
			...found,
			hits: found.hits.map(({ publishedAt, ...hit }) => ({
				...hit,
				kindName: kinds[hit.kind],
				publishedOn: publishedAt
			})),
			unsure:
				page === 1 && !literal && found.hits.length > 0 && found.hits.every(({ score }) => score < SURE),
			pages: Math.min(Math.ceil(found.total / PER_PAGE), 100)
		},
		tabs: counts
	};
};
