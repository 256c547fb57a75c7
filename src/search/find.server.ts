/** Looking things up (tra cứu): what a person typed, and the public things it means. */
import type { Ctx } from '#people/actor.ts';
import type { Facets, Kind, OnlineLevel } from './entry.ts';
import { highlight, snippet } from './highlight.ts';
import { keepMiss } from './misses.server.ts';
import type { Word } from './reading.ts';
import { fits, seek, type Ranked } from './seek.ts';
import { bodiesOf, upToDate } from './shelves.server.ts';

export type Hit = {
	kind: Kind;
	key: string;
	title: string;
	url: string;
	score: number;
	/** Escaped; the matching words stand in <mark>, with their diacritics. */
	titleHtml: string;
	snippetHtml: string;
	facets: Facets;
	publishedAt: Date | null;
};

export type Ask = {
	words: string;
	kind?: Kind | undefined;
	field?: string | undefined;
	applicant?: string | undefined;
	online?: OnlineLevel | undefined;
	/** Just these words, all of them: nothing is corrected, and no other name is looked for. */
	literal?: boolean | undefined;
	limit?: number | undefined;
	offset?: number | undefined;
	/** A search that finds nothing is kept (without who) for the officer to learn from. */
	keepMisses?: boolean | undefined;
};

export type Count<T extends string = string> = { value: T; count: number };

export type Found = {
	hits: Hit[];
	total: number;
	/** When corrected: the words really searched, with diacritics if known. */
	understoodAs: string | null;
	fields: Count[];
	applicants: Count[];
	online: Count<OnlineLevel>[];
};

export type Suggestion = Pick<Hit, 'kind' | 'key' | 'title' | 'titleHtml' | 'url'>;

/** Who looks: no actor is needed, the index holds only what is public. */
export type Looker = Pick<Ctx, 'db' | 'wardId' | 'now'>;

const MOST = 100;

export async function search(ctx: Looker, ask: Ask): Promise<Found> {
	const { shelf, lexicon } = await upToDate(ctx);
	const { ranked, unfiltered, understoodAs, typed } = seek(shelf, lexicon, {
		...ask,
		now: ctx.now.getTime()
	});
	const limit = Math.max(0, Math.min(ask.limit ?? 20, MOST));
	const offset = Math.max(0, ask.offset ?? 0);
	const shown = ranked.slice(offset, offset + limit);
	const bodies = await bodiesOf(
		ctx,
		shown.map(({ doc }) => doc.id)
	);
	if (ask.keepMisses && unfiltered.length === 0) await keepMiss(ctx, ask.words);
	return {
		hits: shown.map((one): Hit => {
			const matches = matchesOf(one, typed);
			const { kind, key, title, url, facets, publishedAt } = one.doc;
			return {
				kind,
				key,
				title,
				url,
				score: Math.round(one.score * 1000) / 1000,
				titleHtml: highlight(title, matches),
				snippetHtml: snippet(bodies.get(one.doc.id) ?? '', matches),
				facets,
				publishedAt
			};
		}),
		total: ranked.length,
		understoodAs,
		...counted(unfiltered, ask)
	};
}

/** What begins so, while it is being typed. */
export async function suggest(ctx: Looker, words: string, limit = 8, kind?: Kind): Promise<Suggestion[]> {
	if (words.trim() === '') return [];
	const { shelf, lexicon } = await upToDate(ctx);
	const { ranked, typed } = seek(shelf, lexicon, { words, kind, typing: true, now: ctx.now.getTime() });
	return ranked.slice(0, Math.max(0, Math.min(limit, 20))).map((one) => {
		const { kind: of, key, title, url } = one.doc;
		return { kind: of, key, title, url, titleHtml: highlight(title, matchesOf(one, typed)) };
	});
}

/** The words that made this one a hit: as typed, and as they were understood. */
function matchesOf({ formulation }: Ranked, typed: Word[]): (stem: string) => boolean {
	const said = (formulation?.terms ?? []).filter((term) => term.left >= 0.2);
	const terms = said.length > 0 ? said : (formulation?.terms ?? []);
	const stems = new Set(terms.map((term) => term.stem));
	if (said.length === 0) for (const word of typed) stems.add(word.stem);
	const beginnings = terms.filter((term) => term.beginning && term.stem.length > 1).map((term) => term.stem);
	return (stem) => stems.has(stem) || beginnings.some((beginning) => stem.startsWith(beginning));
}

/** What the results can be narrowed by: each filter is counted under the other two. */
function counted(unfiltered: Ranked[], ask: Ask): Pick<Found, 'fields' | 'applicants' | 'online'> {
	const under = (without: 'field' | 'applicant' | 'online') =>
		unfiltered.filter(({ doc }) => fits(doc, { ...ask, [without]: undefined }));
	return {
		fields: tally(under('field').flatMap(({ doc }) => doc.facets.field ?? [])),
		applicants: tally(under('applicant').flatMap(({ doc }) => doc.facets.applicants ?? [])),
		online: tally(under('online').flatMap(({ doc }) => doc.facets.online ?? []))
	};
}

function tally<T extends string>(values: T[]): Count<T>[] {
	const counts = new Map<T, number>();
	for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
	return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count);
}
