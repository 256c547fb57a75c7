import { answers, listOf, parameter, ref, type Described } from '../described.ts';

const item = {
	key: { type: 'string', description: 'Slug of the story' },
	title: { type: 'string' },
	summary: { type: 'string' },
	url: { type: 'string', format: 'uri' },
	areas: { type: 'array', items: { type: 'string' }, description: 'Keys of content areas' },
	publishedAt: { type: 'string', format: 'date-time' },
	updatedAt: { type: 'string', format: 'date-time' }
};

export const articles: Described = {
	paths: {
		'/articles': {
			get: {
				operationId: 'listArticles',
				summary: 'Published stories, newest first (tin, bài)',
				parameters: [
					parameter('limit', 'How many on a page', {
						type: 'integer',
						minimum: 1,
						maximum: 100,
						default: 20
					}),
					parameter('page', 'From 1; past the end is empty', { type: 'integer', minimum: 1, default: 1 }),
					parameter('area', 'Key of a content area', { type: 'string' }),
					parameter('month', 'Month of publication, as 2026-03', { type: 'string' })
				],
				responses: answers(
					listOf('Article', { page: { type: 'integer' }, pages: { type: 'integer', minimum: 1 } })
				)
			}
		},
		'/articles/{slug}': {
			get: {
				operationId: 'readArticle',
				summary: 'One published story, whole',
				parameters: [parameter('slug', 'Slug of the story', { type: 'string' }, { in: 'path' })],
				responses: answers(ref('WholeArticle'), {
					404: 'No story at this address',
					410: 'The story was taken off; `title` is the notice of the ward'
				})
			}
		}
	},
	schemas: {
		Article: { type: 'object', required: Object.keys(item), properties: item },
		WholeArticle: {
			allOf: [
				ref('Article'),
				{
					type: 'object',
					required: ['html', 'author'],
					properties: {
						author: { type: 'string' },
						audiences: { type: 'array', items: { type: 'string' } },
						citedDocuments: { type: 'array', items: { type: 'string' } },
						expiresOn: { type: ['string', 'null'], format: 'date' },
						expired: { type: 'boolean', description: 'What it says no longer holds' },
						html: { type: 'string' }
					}
				}
			]
		}
	}
};
