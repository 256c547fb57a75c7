/** A story as the machine interface gives it. */
import type { StoryCard } from '#content/published.server.ts';

export function articleItem(story: Omit<StoryCard, 'id' | 'cover'>, origin: string) {
	return {
		key: story.slug,
		title: story.title,
		summary: story.summary,
		url: new URL(story.url, origin).href,
		areas: story.areas,
		publishedAt: story.publishedAt.toISOString(),
		updatedAt: story.updatedAt.toISOString()
	};
}
