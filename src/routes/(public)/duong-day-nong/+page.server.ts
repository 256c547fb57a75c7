import type { Hotline } from '#people/hotline.ts';
import * as hotlines from '#people/hotlines.server.ts';
import { dayOf } from '#platform/clock.ts';
import { read } from '#platform/db.server.ts';
import { forEveryone } from '../portal.ts';
import type { PageServerLoad } from './$types';

/** What everybody may see of a line: no numbers of ours. */
const shown = ({
	lockVersion: _lock,
	unitId: _unit,
	succeedsId: _before,
	public: _public,
	...line
}: Hotline) => line;

export const load: PageServerLoad = async ({ locals: { ctx }, setHeaders }) => {
	const lines = await read(ctx, (tx) => hotlines.publicOn(tx, dayOf(ctx.now)));
	setHeaders(forEveryone);
	return { lines: lines.map(shown), today: dayOf(ctx.now) };
};
