import { answers, listOf, parameter, type Described } from '../described.ts';

const textOrNull = { type: ['string', 'null'] };
const day = { type: 'string', format: 'date' };

const item = {
	id: { type: 'integer' },
	kind: { type: 'string', enum: ['person', 'office', 'province', 'national'] },
	name: { type: 'string' },
	title: textOrNull,
	number: { ...textOrNull, description: 'As printed' },
	dial: { ...textOrNull, description: 'As dialled: digits, perhaps a plus in front' },
	email: textOrNull,
	url: textOrNull,
	address: textOrNull,
	hours: { ...textOrNull, description: 'When somebody answers, in words' },
	purpose: { ...textOrNull, description: 'What for, in words' },
	takesFeedback: { type: 'boolean', description: 'Announced for feedback (NĐ 20/2008 Điều 10)' },
	validFrom: day,
	validTo: { type: ['string', 'null'], format: 'date', description: 'The last day it holds' }
};

export const hotlines: Described = {
	paths: {
		'/hotlines': {
			get: {
				operationId: 'listHotlines',
				summary: 'Public hotlines of a day (đường dây nóng), in the order of the register',
				parameters: [parameter('on', 'The day asked about (Vietnamese date); today when left out', day)],
				responses: answers(listOf('Hotline'))
			}
		}
	},
	schemas: { Hotline: { type: 'object', required: Object.keys(item), properties: item } }
};
