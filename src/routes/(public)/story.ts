/** A published story as lists of the portal show it. */
export type AreaName = { key: string; shortName: string };

export type PublicStory = {
	slug: string;
	title: string;
	summary: string;
	publishedAt: Date;
	areas: AreaName[];
	cover: ShownCover;
};
export type ShownCover = { palette: string; motif: string; src?: string; alt?: string };

type Cover = { palette: string; motif: string; token?: string; alt?: string };
type Card = Omit<PublicStory, 'areas' | 'cover'> & { areas: string[]; cover: Cover };

export function shownCover({ palette, motif, token, alt }: Cover): ShownCover {
	return token ? { palette, motif, src: `/tep/${token}`, alt: alt ?? '' } : { palette, motif };
}

/** Only what a card shows goes to the page, with the areas by name. */
export function shown(
	{ slug, title, summary, publishedAt, areas, cover }: Card,
	names: Record<string, string>
): PublicStory {
	return {
		slug,
		title,
		summary,
		publishedAt,
		areas: areas.flatMap((key) => (names[key] ? [{ key, shortName: names[key] }] : [])),
		cover: shownCover(cover)
	};
}
