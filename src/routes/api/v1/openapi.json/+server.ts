/** `GET /api/v1/openapi.json`: the machine interface, described for machines (OpenAPI 3.1). */
import { answer } from '../../answer.server.ts';
import { problemSchema, type Described } from './described.ts';
import { articles } from './paths/articles.ts';
import { hotlines } from './paths/hotlines.ts';
import { procedures } from './paths/procedures.ts';
import { search } from './paths/search.ts';
import type { RequestHandler } from './$types';

/** One line per resource; each is described in its own file. */
const resources: Described[] = [search, articles, procedures, hotlines];

export const GET: RequestHandler = (event) =>
	answer(event, () =>
		Promise.resolve({
			openapi: '3.1.0',
			info: {
				title: 'Minh Bạch',
				version: '1',
				description:
					'Open data of the ward portal. Everything is public and needs no key. Times are ISO 8601; texts are Vietnamese, UTF-8.',
				license: { name: 'Apache-2.0', identifier: 'Apache-2.0' }
			},
			servers: [{ url: `${event.url.origin}/api/v1` }],
			paths: Object.assign({}, ...resources.map(({ paths }) => paths)),
			components: {
				schemas: Object.assign({ Problem: problemSchema }, ...resources.map(({ schemas }) => schemas ?? {}))
			}
		})
	);
