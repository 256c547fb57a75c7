/** Looking things up (tra cứu): what a person typed, and the public things it means. */
import type { Ctx } from '#people/actor.ts';
import { remembered } from './answers.ts';
import type { Facets, Kind, OnlineLevel } from './entry.ts';
import { highlight, snippet, type Matches } from './highlight.ts';
import { keepMiss } from './misses.server.ts';
import type { Word } from './reading.ts';
import { seek, type Ranked } from './seek.ts';
import { titleOf, windowsPassed, type Shelf } from './shelf.ts';
import { textsOf, upToDate, type Held } from './shelves.server.ts';

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
	const own = await upToDate(ctx);
	const limit = Math.max(0, Math.min(ask.limit ?? 20, MOST));
	const offset = Math.max(0, ask.offset ?? 0);
	const words = tidied(ask.words);
	const narrowed = [ask.kind, ask.field, ask.applicant, ask.online];
	const key = keyOf(ctx, own, ['search', words, ...narrowed, ask.literal ?? false, limit, offset]);
	const { found, inVain } = await remembered(key, async () => {
		const { ranked, unfiltered, understoodAs, typed } = seek(own.shelf, own.lexicon, {
			...ask,
			words,
			now: ctx.now.getTime()
		});
		const facets = counted(unfiltered, ask);
		const shown = ranked.slice(offset, offset + limit);
		const { shelf } = own;
		const matching = matchesOf(shelf, typed);
		const texts = await textsOf(
			ctx,
			own,
			shown.map(({ doc }) => doc.id)
		);
		const hits = shown.map((one, at): Hit => {
			const matches = matching(one);
			const { kind, key, title, url, facets, publishedAt } = one.doc;
			return {
				kind,
				key,
				title,
				url,
				score: Math.round(one.score * 1000) / 1000,
				titleHtml: highlight(titleOf(shelf, one.doc), matches),
				snippetHtml: snippet(texts[at]!, matches),
				facets,
				publishedAt
			};
		});
		const found: Found = { hits, total: ranked.length, understoodAs, ...facets };
		return { answer: { found, inVain: unfiltered.length === 0 }, size: sizeOf(hits) };
	});
	if (ask.keepMisses && inVain) await keepMiss(ctx, ask.words);
	return found;
}

/** What begins so, while it is being typed. */
export async function suggest(ctx: Looker, typing: string, limit = 8, kind?: Kind): Promise<Suggestion[]> {
	const words = tidied(typing);
	if (words === '') return [];
	const own = await upToDate(ctx);
	const most = Math.max(0, Math.min(limit, 20));
	return remembered(keyOf(ctx, own, ['suggest', words, kind, most]), async () => {
		const { shelf, lexicon } = own;
		const { ranked, typed } = seek(shelf, lexicon, {
			words,
			kind,
			typing: true,
			most,
			now: ctx.now.getTime()
		});
		const matching = matchesOf(shelf, typed);
		const answer = ranked.slice(0, most).map((one): Suggestion => {
			const { kind: of, key, title, url } = one.doc;
			return { kind: of, key, title, url, titleHtml: highlight(titleOf(shelf, one.doc), matching(one)) };
		});
		return Promise.resolve({ answer, size: sizeOf(answer) });
	});
}

/** Case, form and spaces around and between words change nothing. */
const tidied = (words: string): string => words.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();

const HOUR = 3_600_000;

/** Everything an answer depends on. Who looks is not among it: the index holds only what is public. */
function keyOf({ now }: Looker, { edition, shelf }: Held, asked: unknown[]): string {
	// Windows open and close to the millisecond; newer news stands before older by the day.
	return JSON.stringify([
		edition,
		windowsPassed(shelf, now.getTime()),
		Math.floor(now.getTime() / HOUR),
		...asked
	]);
}

function sizeOf(hits: (Suggestion & Partial<Hit>)[]): number {
	let letters = 200;
	for (const { title, titleHtml, snippetHtml = '' } of hits)
		letters += title.length + titleHtml.length + snippetHtml.length + 200;
	return letters;
}

/** The words that made one a hit: as typed, and as they were understood. */
function matchesOf(shelf: Shelf, typed: Word[]): (one: Ranked) => Matches {
	const known = new Map<Ranked['formulation'], Matches>();
	return ({ formulation }) => {
		let matches = known.get(formulation);
		if (!matches) known.set(formulation, (matches = matchesFor(shelf, formulation, typed)));
		return matches;
	};
}

const YES = 1;
const NO = 2;

function matchesFor(shelf: Shelf, formulation: Ranked['formulation'], typed: Word[]): Matches {
	const said = (formulation?.terms ?? []).filter((term) => term.left >= 0.2);
	const terms = said.length > 0 ? said : (formulation?.terms ?? []);
	const stems = new Set(terms.map((term) => term.stem));
	if (said.length === 0) for (const word of typed) stems.add(word.stem);
	const beginnings = terms.filter((term) => term.beginning && term.stem.length > 1).map((term) => term.stem);
	/** By the number of a word; zero: not looked at yet. */
	const known = new Uint8Array(shelf.words.length);
	return (id) => {
		if (id < 0 || id >= known.length) return false;
		if (known[id] === 0) {
			const stem = shelf.words[id]!;
			const hit = stems.has(stem) || beginnings.some((beginning) => stem.startsWith(beginning));
			known[id] = hit ? YES : NO;
		}
		return known[id] === YES;
	};
}

/** What the results can be narrowed by: each filter is counted under the other two. */
function counted(unfiltered: Ranked[], ask: Ask): Pick<Found, 'fields' | 'applicants' | 'online'> {
	const fields = new Map<string, number>();
	const applicants = new Map<string, number>();
	const online = new Map<OnlineLevel, number>();
	for (const { doc } of unfiltered) {
		const { facets } = doc;
		const inField = ask.field === undefined || facets.field === ask.field;
		const forThem = ask.applicant === undefined || (facets.applicants ?? []).includes(ask.applicant);
		const asOnline = ask.online === undefined || facets.online === ask.online;
		if (facets.field && forThem && asOnline) count(fields, facets.field);
		if (facets.applicants && inField && asOnline)
			for (const applicant of facets.applicants) count(applicants, applicant);
		if (facets.online && inField && forThem) count(online, facets.online);
	}
	return { fields: mostFirst(fields), applicants: mostFirst(applicants), online: mostFirst(online) };
}

function count<T>(counts: Map<T, number>, value: T): void {
	counts.set(value, (counts.get(value) ?? 0) + 1);
}

function mostFirst<T extends string>(counts: Map<T, number>): Count<T>[] {
	return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count);
}
