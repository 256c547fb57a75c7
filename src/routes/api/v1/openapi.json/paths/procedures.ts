import { columns } from '../../procedures.csv/columns.ts';
import { answers, listOf, parameter, ref, type Described } from '../described.ts';

const text = { type: 'string' };
const texts = { type: 'array', items: text };
const day = { type: 'string', format: 'date' };
const dayOrNull = { type: ['string', 'null'], format: 'date' };
const on = parameter('on', 'The day asked about (Vietnamese date); today when left out', day);
const standing = { type: 'string', enum: ['upcoming', 'in_force', 'ended'] };
const onlineLevel = {
	type: ['string', 'null'],
	enum: ['full', 'partial', 'none', null],
	description: 'Level of the online service (NĐ 224/2026 Điều 14); null: the source did not say'
};

const version = {
	name: text,
	decision: { ...text, description: 'Announcing decision, as printed' },
	decidedOn: dayOrNull,
	effectiveFrom: day,
	effectiveTo: { ...dayOrNull, description: 'The first day it no longer holds' },
	endKind: { type: ['string', 'null'], enum: ['amended', 'abolished', 'replaced', null] },
	replacedBy: { ...texts, description: 'Codes that take its place' },
	standing: { ...standing, description: 'On the day asked about' },
	recordedAt: { type: 'string', format: 'date-time' }
};
const item = {
	code: { ...text, description: 'Code in the national database' },
	field: { ...text, description: 'Lĩnh vực' },
	level: { ...text, description: 'Cấp thực hiện' },
	agency: { ...text, description: 'Cơ quan thực hiện' },
	applicants: { ...texts, description: 'Đối tượng thực hiện' },
	onlineLevel,
	url: { type: 'string', format: 'uri', description: 'Page for people' },
	apiUrl: { type: 'string', format: 'uri' },
	...version
};
const content = {
	type: 'object',
	description:
		'The card: steps, ways (each with time, local time and fees with the days they hold), cases with their papers and forms, sets, results, conditions, legal bases, place, page on the national portal, keywords, note',
	required: ['steps', 'ways', 'cases', 'results', 'legalBases']
};
const counts = { type: 'object', additionalProperties: { type: 'integer', minimum: 0 } };

export const procedures: Described = {
	paths: {
		'/procedures': {
			get: {
				operationId: 'listProcedures',
				summary: 'Procedures of a day (thủ tục hành chính), by words or by what they are filtered by',
				parameters: [
					parameter('q', 'What a person types; the best match first', { ...text, maxLength: 300 }),
					parameter('field', 'Field, exactly as listed', text),
					parameter('applicant', 'Who applies, exactly as listed', text),
					parameter('online', 'Level of the online service', { ...text, enum: ['full', 'partial', 'none'] }),
					on,
					parameter('limit', 'How many', { type: 'integer', minimum: 1, maximum: 500, default: 50 }),
					parameter('offset', 'How many to pass over', { type: 'integer', minimum: 0, default: 0 })
				],
				responses: answers(
					listOf('Procedure', {
						limit: { type: 'integer' },
						offset: { type: 'integer' },
						on: day,
						understoodAs: { ...text, description: 'The words really searched, when `q` was corrected' }
					})
				)
			}
		},
		'/procedures/{code}': {
			get: {
				operationId: 'readProcedure',
				summary: 'Everything a procedure says on a day, and its versions',
				parameters: [parameter('code', 'Code, as 1.000894', text, { in: 'path' }), on],
				responses: answers(ref('WholeProcedure'), {
					404: 'No procedure has this code, or it is not in force on the day of `on`'
				})
			}
		},
		'/procedures.json': {
			get: {
				operationId: 'downloadProcedures',
				summary: 'The whole catalogue of a day with every field',
				parameters: [on, parameter('download', 'Present: sent as a file to save', text)],
				responses: answers({
					type: 'object',
					required: ['on', 'total', 'items'],
					properties: {
						on: day,
						total: { type: 'integer' },
						items: { type: 'array', items: ref('WholeProcedureItem') }
					}
				})
			}
		},
		'/procedures.csv': {
			get: {
				operationId: 'downloadProceduresAsTable',
				summary: 'The whole catalogue of a day as a table (CSV, UTF-8 with byte order mark)',
				description: `Columns: ${columns.map(({ name }) => name).join(', ')}. A cell that begins like a formula has an apostrophe in front.`,
				parameters: [on],
				responses: {
					...answers({}),
					200: { description: 'The table', content: { 'text/csv': { schema: text } } }
				}
			}
		},
		'/statistics': {
			get: {
				operationId: 'readStatistics',
				summary: 'What can be counted in public today',
				parameters: [],
				responses: answers(ref('Statistics'))
			}
		}
	},
	schemas: {
		Procedure: { type: 'object', required: Object.keys(item), properties: item },
		WholeProcedureItem: {
			allOf: [ref('Procedure'), { type: 'object', required: ['content'], properties: { content } }]
		},
		WholeProcedure: {
			allOf: [
				ref('WholeProcedureItem'),
				{
					type: 'object',
					required: ['on', 'versions', 'faqs'],
					properties: {
						on: day,
						versions: {
							type: 'array',
							items: { type: 'object', required: Object.keys(version), properties: version }
						},
						faqs: {
							type: 'array',
							description: 'Questions people ask, answered by the desk',
							items: { type: 'object', properties: { question: text, answer: text } }
						}
					}
				}
			]
		},
		Statistics: {
			type: 'object',
			required: ['on', 'procedures', 'changes', 'stories', 'feedback'],
			properties: {
				on: day,
				procedures: {
					type: 'object',
					properties: {
						total: { type: 'integer' },
						byField: {
							type: 'array',
							items: { type: 'object', properties: { field: text, count: { type: 'integer' } } }
						},
						byOnlineLevel: counts
					}
				},
				changes: {
					type: 'object',
					description: 'Changes that take effect in the year, by kind',
					properties: { year: { type: 'integer' }, byKind: counts }
				},
				stories: { type: 'object', properties: { published: { type: 'integer' } } },
				feedback: {
					type: 'object',
					description:
						'Feedback of the year (phản ánh, kiến nghị): received, answered, in time, late, open and so on; sums only',
					additionalProperties: { type: 'integer' }
				}
			}
		}
	}
};
