import * as figures from '#feedback/figures.server.ts';
import { dayOf } from '#platform/clock.ts';
import { forEveryone } from '../../portal.ts';
import { spanOf, spansFor } from './span.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, url, setHeaders }) => {
	setHeaders(forEveryone);
	const today = dayOf(ctx.now);
	const span = spanOf(url.searchParams.get('ky') ?? '', today);
	return { span, spans: spansFor(today), figures: await figures.forEverybody(ctx, span) };
};
