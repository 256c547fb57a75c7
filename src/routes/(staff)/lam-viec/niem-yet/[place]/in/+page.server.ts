import * as boards from '#procedures/boards.server.ts';
import * as places from '#procedures/places.server.ts';
import { formsByHand } from '#procedures/print/loading.server.ts';
import { dayOf } from '#platform/clock.ts';
import { read } from '#platform/db.server.ts';
import { show } from '../../../../../answer.server.ts';
import { numberIn } from '../../../ke-hoach/address.ts';
import { publicOrigin } from '../../public-origin.server.ts';
import { printAsked } from '../print-choice.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { ctx }, params, url }) =>
	show(async () => {
		const today = dayOf(ctx.now);
		const asked = printAsked(url.searchParams);
		return read(ctx, async (tx) => {
			const place = await places.byId(tx, ctx, numberIn(params.place));
			const day = asked.listOf && asked.listOf > today ? asked.listOf : today;
			const { board, sheets } = await boards.boardAt(tx, place, day);
			return {
				place,
				asked,
				today,
				day,
				days: await boards.daysAhead(tx, place, today),
				sheets: sheets.map(({ code, name, no }) => ({ code, name, no })).toSorted((a, b) => a.no - b.no),
				fields: [...new Set(sheets.map(({ field }) => field).filter(Boolean))],
				changes: board.toHang.length + board.toReplace.length + board.toAnnounce.length,
				takeDown: board.toTakeDown.length,
				byHand: await formsByHand(tx, sheets, publicOrigin(url))
			};
		});
	});
