import * as hotlines from '#people/hotlines.server.ts';
import * as boards from '#procedures/boards.server.ts';
import { hangForm, takeDownForm } from '#procedures/place-form.ts';
import * as places from '#procedures/places.server.ts';
import { refusals } from '#procedures/policy.ts';
import * as postings from '#procedures/postings.server.ts';
import * as register from '#procedures/register.server.ts';
import { parsed } from '#plan/form.ts';
import { dayOf, isDay } from '#platform/clock.ts';
import { read } from '#platform/db.server.ts';
import { show } from '../../../../answer.server.ts';
import { numberIn, optionalNumber } from '../../ke-hoach/address.ts';
import { doing } from '../doing.server.ts';
import type { Actions, PageServerLoad } from './$types';

const views = ['can-lam', 'dang-dan', 'lich-su', 'anh'] as const;
const PAGE = 60;

export const load: PageServerLoad = ({ locals: { ctx }, params, url }) =>
	show(async () => {
		const id = numberIn(params.place);
		const today = dayOf(ctx.now);
		const view = views.find((one) => one === url.searchParams.get('xem')) ?? 'can-lam';
		const asked = url.searchParams.get('ngay') ?? '';
		const day = isDay(asked) && asked > today ? asked : today;
		const shown = await read(ctx, async (tx) => {
			const place = await places.byId(tx, ctx, id);
			const { board, sheets } = await boards.boardAt(tx, place, day);
			const before = optionalNumber(url.searchParams.get('truoc'));
			const history =
				view === 'lich-su' ? await register.history(tx, { placeId: id }, { before, limit: PAGE + 1 }) : [];
			const oldest = await register.oldestHanging(tx, id);
			return {
				place,
				/** Since when the sheets' foot names another number than the register. */
				numberChangedOn: oldest && (await hotlines.feedbackChangedAfter(tx, oldest, today)),
				sheetCount: sheets.length,
				days: await boards.daysAhead(tx, place, today),
				toHang: board.toHang,
				toReplace: board.toReplace,
				toTakeDown: board.toTakeDown,
				toAnnounce: board.toAnnounce,
				hangingCount:
					board.current.length +
					board.ahead.length +
					board.toTakeDown.length +
					board.toReplace.reduce((sum, { old }) => sum + old.length, 0),
				current: view === 'dang-dan' ? board.current : [],
				ahead: view === 'dang-dan' ? board.ahead : [],
				history: history.slice(0, PAGE),
				older: history.length > PAGE ? history[PAGE - 1]!.postingId : null,
				photos: view === 'anh' ? await register.photosOf(tx, id) : []
			};
		});
		return {
			...shown,
			view,
			day,
			today,
			refusals: {
				post: refusals(ctx.actor, 'post', shown.place),
				manage: refusals(ctx.actor, 'manage_places')
			},
			done: url.searchParams.get('xong'),
			count: optionalNumber(url.searchParams.get('so')) ?? 0
		};
	});

export const actions: Actions = {
	dan: (event) =>
		doing(event, 'dan', async (values, photo) => {
			const placeId = numberIn(event.params.place);
			const given = parsed(hangForm, values);
			const { postingIds } = await postings.hang(event.locals.ctx, {
				...given,
				placeId,
				photo,
				replacing: given.replacing === '1'
			});
			return { to: `/lam-viec/niem-yet/${placeId}?xong=dan&so=${postingIds.length}` };
		}),
	go: (event) =>
		doing(event, 'go', async (values) => {
			const placeId = numberIn(event.params.place);
			const given = parsed(takeDownForm, values);
			await postings.takeDown(event.locals.ctx, given);
			const back = event.url.searchParams.get('xem') === 'dang-dan' ? '&xem=dang-dan' : '';
			return { to: `/lam-viec/niem-yet/${placeId}?xong=go&so=${given.postingIds.length}${back}` };
		}),
	thoi: (event) =>
		doing(event, 'thoi', async (values) => {
			await places.retire(event.locals.ctx, numberIn(event.params.place), Number(values['lockVersion']));
			return { to: '/lam-viec/niem-yet?xong=thoi' };
		})
};
