/** A published answer as search engines read it (schema.org QAPage). */
import type { PublishedAnswer } from '#feedback/published.server.ts';

/** A script element; "<" is escaped, so no text can end it. */
export function qaPage(found: PublishedAnswer, address: string): string {
	const said = {
		'@context': 'https://schema.org',
		'@type': 'QAPage',
		mainEntity: {
			'@type': 'Question',
			name: found.title,
			text: found.question,
			answerCount: 1,
			url: address,
			acceptedAnswer: {
				'@type': 'Answer',
				text: found.answer,
				url: address,
				dateCreated: (found.answeredAt ?? found.publishedAt)?.toISOString(),
				author: { '@type': 'GovernmentOrganization', name: found.answeredBy || found.unitName || undefined }
			}
		}
	};
	return `<script type="application/ld+json">${JSON.stringify(said).replaceAll('<', '\\u003c')}</script>`;
}
