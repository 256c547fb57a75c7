import { expect, it } from 'vitest';
import { newsArticle } from './news-article.ts';

it('tells search engines what the story is, and a title cannot end the script', () => {
	const text = newsArticle(
		{
			slug: 'a',
			title: 'Bài </script><b>đậm',
			summary: 'Tóm tắt',
			publishedAt: new Date('2026-03-02T01:00:00Z'),
			updatedAt: null,
			authorName: 'Nguyễn Văn A',
			areas: [{ shortName: 'Một cửa' }]
		},
		{ name: 'phường Cổ Thành' },
		'https://phuong.example'
	);
	const inside = text.replace(/^<script[^>]*>/, '').replace(/<\/script>$/, '');
	expect(inside).not.toContain('<');
	expect(JSON.parse(inside)).toMatchObject({
		'@type': 'NewsArticle',
		headline: 'Bài </script><b>đậm',
		mainEntityOfPage: 'https://phuong.example/tin-tuc/a',
		image: ['https://phuong.example/tin-tuc/a/anh.jpg'],
		publisher: { name: 'Ủy ban nhân dân phường Cổ Thành' }
	});
});
