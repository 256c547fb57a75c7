/** Looking things up (tra cứu): what a person typed, and the public things it means. */
import type { Ctx } from '#people/actor.ts';
import type { Facets, Kind, OnlineLevel } from './entry.ts';

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

// eslint-disable-next-line @typescript-eslint/require-await
export async function search(_ctx: Looker, _ask: Ask): Promise<Found> {
	return { hits: [], total: 0, understoodAs: null, fields: [], applicants: [], online: [] };
}

// eslint-disable-next-line @typescript-eslint/require-await
export async function suggest(_ctx: Looker, _words: string, _limit = 8, _kind?: Kind): Promise<Suggestion[]> {
	return [];
}
