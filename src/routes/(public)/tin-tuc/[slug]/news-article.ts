/** What search engines read about a story: schema.org NewsArticle as JSON-LD. */
type Story = {
	slug: string;
	title: string;
	summary: string;
	publishedAt: Date;
	updatedAt: Date | null;
	authorName: string;
	areas: { shortName: string }[];
};

export function newsArticle(story: Story, ward: { name: string }, origin: string): string {
	const publisher = { '@type': 'GovernmentOrganization', name: `Ủy ban nhân dân ${ward.name}`, url: origin };
	const data = {
		'@context': 'https://schema.org',
		'@type': 'NewsArticle',
		headline: story.title,
		description: story.summary,
		inLanguage: 'vi',
		mainEntityOfPage: `${origin}/tin-tuc/${story.slug}`,
		datePublished: story.publishedAt.toISOString(),
		dateModified: (story.updatedAt ?? story.publishedAt).toISOString(),
		image: [`${origin}/tin-tuc/${story.slug}/anh.jpg`],
		articleSection: story.areas.map(({ shortName }) => shortName),
		author: story.authorName ? { '@type': 'Person', name: story.authorName } : publisher,
		publisher
	};
	// A "</script>" inside a title would otherwise end the block.
	return (
		`<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</` + 'script>'
	);
}
