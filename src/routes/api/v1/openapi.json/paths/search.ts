import { kinds } from '#search/entry.ts';
import { answers, listOf, parameter, ref, type Described } from '../described.ts';

const kind = { type: 'string', enum: Object.keys(kinds) };
const words = parameter(
	'q',
	'Words as people type them: with or without diacritics, Telex or VNI keys, abbreviations, small slips',
	{ type: 'string' },
	{ required: true }
);

export const search: Described = {
	paths: {
		'/search': {
			get: {
				operationId: 'search',
				summary: 'Everything public, best first (tìm kiếm)',
				parameters: [
					words,
					parameter('kind', 'Only this kind', kind),
					parameter('limit', 'How many', { type: 'integer', minimum: 1, maximum: 50, default: 10 }),
					parameter('offset', 'How many to pass over', {
						type: 'integer',
						minimum: 0,
						maximum: 1000,
						default: 0
					})
				],
				responses: answers(
					listOf('Hit', {
						understoodAs: {
							type: ['string', 'null'],
							description: 'The words the search looked for, when they differ from those typed'
						}
					})
				)
			}
		},
		'/suggest': {
			get: {
				operationId: 'suggest',
				summary: 'What somebody typing these letters may be looking for (gợi ý)',
				parameters: [
					words,
					parameter('kind', 'Only this kind', kind),
					parameter('limit', 'How many', { type: 'integer', minimum: 1, maximum: 10, default: 6 })
				],
				responses: answers({
					type: 'object',
					required: ['items'],
					properties: { items: { type: 'array', items: ref('Suggestion') } }
				})
			}
		}
	},
	schemas: {
		Hit: {
			type: 'object',
			required: ['kind', 'key', 'title', 'url', 'score'],
			properties: {
				kind,
				key: { type: 'string', description: 'The code of a procedure, the slug of a story' },
				title: { type: 'string' },
				url: { type: 'string', description: 'Path on the portal' },
				score: { type: 'number', description: 'Higher is nearer; only for comparing within one answer' }
			}
		},
		Suggestion: {
			type: 'object',
			required: ['kind', 'kindName', 'key', 'title', 'url'],
			properties: {
				kind,
				kindName: { type: 'string', description: 'The kind as a Vietnamese word' },
				key: { type: 'string' },
				title: { type: 'string' },
				url: { type: 'string' }
			}
		}
	}
};
