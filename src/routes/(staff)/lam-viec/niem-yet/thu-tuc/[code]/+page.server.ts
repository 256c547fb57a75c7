import * as places from '#procedures/places.server.ts';
import * as reading from '#procedures/reading.server.ts';
import * as register from '#procedures/register.server.ts';
import { read } from '#platform/db.server.ts';
import { notFound } from '#platform/refusal.ts';
import { show } from '../../../../../answer.server.ts';
import type { PageServerLoad } from './$types';

/** One procedure in the register: which of its sheets hangs where, and which hung before. */
export const load: PageServerLoad = ({ locals: { ctx }, params }) =>
	show(() =>
		read(ctx, async (tx) => {
			const code = params.code.toUpperCase();
			const [newest] = await reading.versionsOf(tx, code);
			if (!newest) throw notFound('thủ tục này');
			const seen = await places.list(tx, ctx, { retired: true });
			const placeIds = seen.map(({ id }) => id);
			return {
				code,
				name: newest.name,
				lines: placeIds.length === 0 ? [] : await register.history(tx, { code, placeIds }, { limit: 200 })
			};
		})
	);
