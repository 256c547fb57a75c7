/** What a resource tells about itself, and the parts all of them use. */
export type Described = {
	/** By path, without the server's `/api/v1`. */
	paths: Record<string, { get: Record<string, unknown> }>;
	schemas?: Record<string, unknown>;
};

const problemAnswer = {
	content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }
};
const headers = {
	ETag: { description: 'Mark of this answer, for If-None-Match', schema: { type: 'string' } }
};

/** The answers of a GET: what it gives, or a problem. */
export function answers(schema: Record<string, unknown>, problems: Record<string, string> = {}) {
	const all = { 400: 'A parameter is wrong; the problem names it', ...problems };
	return {
		200: { description: 'Found', headers, content: { 'application/json': { schema } } },
		304: { description: 'Unchanged since the answer with the mark sent in If-None-Match' },
		...Object.fromEntries(
			Object.entries(all).map(([status, description]) => [status, { description, ...problemAnswer }])
		)
	};
}

export function parameter(
	name: string,
	description: string,
	schema: Record<string, unknown>,
	more: { required?: true; in?: 'path' } = {}
) {
	return {
		name,
		in: 'query',
		description,
		schema,
		...more,
		...(more.in === 'path' ? { required: true } : {})
	};
}

export const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** A list with how many there are in all. */
export function listOf(name: string, more: Record<string, unknown> = {}) {
	return {
		type: 'object',
		required: ['items', 'total'],
		properties: {
			items: { type: 'array', items: ref(name) },
			total: { type: 'integer', minimum: 0, description: 'All that were found, also those not in `items`' },
			...more
		}
	};
}

export const problemSchema = {
	type: 'object',
	description: 'Problem details (RFC 9457). `title` is Vietnamese and says what to do next.',
	required: ['type', 'title', 'status', 'code'],
	properties: {
		type: { type: 'string', format: 'uri' },
		title: { type: 'string' },
		status: { type: 'integer' },
		code: { type: 'string', description: 'Stable name of the problem' },
		field: { type: 'string', description: 'The parameter it is about' },
		errors: {
			type: 'array',
			items: {
				type: 'object',
				properties: {
					code: { type: 'string' },
					title: { type: 'string' },
					field: { type: 'string' }
				}
			}
		}
	}
};
