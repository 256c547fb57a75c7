/** `GET /api/v1/hotlines`: the public hotlines of a day, in the order of the register. */
import { digitsOf } from '#people/hotline.ts';
import * as hotlines from '#people/hotlines.server.ts';
import { dayOf } from '#platform/clock.ts';
import { read } from '#platform/db.server.ts';
import { answer } from '../../answer.server.ts';
import { dayAsked } from '../procedures/day.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	answer(event, async () => {
		const { ctx } = event.locals;
		const day = dayAsked(event.url.searchParams, dayOf(ctx.now));
		const lines = await read(ctx, (tx) => hotlines.publicOn(tx, day));
		const items = lines.map((line) => ({
			id: line.id,
			kind: line.kind,
			name: line.name,
			title: line.title || null,
			number: line.number || null,
			dial: line.number ? digitsOf(line.number) : null,
			email: line.email || null,
			url: line.url || null,
			address: line.postalAddress || null,
			hours: line.hours || null,
			purpose: line.purpose || null,
			takesFeedback: line.takesFeedback,
			validFrom: line.validFrom,
			validTo: line.validTo
		}));
		return { items, total: items.length };
	});
