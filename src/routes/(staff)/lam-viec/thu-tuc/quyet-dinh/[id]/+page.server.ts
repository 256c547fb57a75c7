import { redirect } from '@sveltejs/kit';
import * as drafting from '#content/drafting.server.ts';
import { refusals as storyRefusals } from '#content/policy.ts';
import * as announcements from '#procedures/announcements.server.ts';
import { settledByDays, type Duty } from '#procedures/duties.server.ts';
import { dutyKinds, type DutyKind } from '#procedures/procedure.ts';
import type { Changed } from '#procedures/changes.server.ts';
import { refusals } from '#procedures/policy.ts';
import { unusualDays } from '#procedures/recounted.ts';
import { radioText } from '#procedures/telling.ts';
import { dayOf } from '#platform/clock.ts';
import { read } from '#platform/db.server.ts';
import { historyOf } from '#platform/journal.server.ts';
import * as files from '#platform/files.server.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import { addWorkingDays, type Calendar } from '#platform/working-days.ts';
import { calendarOf } from '#platform/working-days.server.ts';
import { act, show } from '../../../../../answer.server.ts';
import { dutyLine } from '../../duty-lines.server.ts';
import type { Actions, PageServerLoad } from './$types';

const idOf = (param: string): number => {
	const id = Number(param);
	if (!Number.isSafeInteger(id) || id < 1) throw notFound('đợt thay đổi này');
	return id;
};

/** The last day to post, and what in the calendar stands behind it. */
function limitOf(change: Changed | undefined, days: number, calendar: Calendar) {
	if (!change) return null;
	const { countedFrom, postBy } = change;
	const { tentative } = addWorkingDays(countedFrom, days, calendar);
	return { countedFrom, postBy, tentative, unusual: unusualDays(countedFrom, postBy, calendar) };
}

/** What nobody has to do any more, why, and how often. */
function goneOf(duties: Duty[], settled: Set<number>): { what: string; why: string; count: number }[] {
	const gone = duties.flatMap(({ id, kind, placeName, droppedReason }) => {
		const why = droppedReason ?? (settled.has(id) ? byDays[kind] : undefined);
		return why ? [{ what: `${dutyKinds[kind]}${placeName ? `: ${placeName}` : ''}`, why }] : [];
	});
	return [...Map.groupBy(gone, ({ what, why }) => `${what} ${why}`).values()].map((some) => ({
		...some[0]!,
		count: some.length
	}));
}
const byDays: Partial<Record<DutyKind, string>> = {
	board: 'Nội dung đã hết hiệu lực trước khi tờ được dán.',
	take_down: 'Tờ cũ không còn ở bảng nên không phải gỡ.'
};

export const load: PageServerLoad = ({ locals: { ctx }, params, url }) =>
	show(() =>
		read(ctx, async (tx) => {
			const today = dayOf(ctx.now);
			const found = await announcements.setById(tx, idOf(params.id));
			if (!found) throw notFound('đợt thay đổi này');
			const { set, changes } = found;
			const calendar = await calendarOf(tx);
			const settled = await settledByDays(
				tx,
				changes.map(({ id }) => id),
				today
			);
			const file = set.fileId === null ? undefined : await files.byId(tx, set.fileId);
			return {
				set,
				changes,
				today,
				file: file ? { name: file.name, token: file.token } : null,
				duties: found.duties
					.filter(({ id, droppedAt }) => droppedAt === null && !settled.has(id))
					.map((duty) => dutyLine(duty, today, calendar)),
				gone: goneOf(found.duties, settled),
				/** The limit moved with the calendar: what the journal says of it, newest first. */
				recounts: (await historyOf(tx, { kind: 'change_set', id: set.id }))
					.filter((line) => line.act === 'procedure_duty.recounted')
					.map(({ id, at, note }) => ({ id, at, note: note ?? '' })),
				limit: limitOf(changes[0], set.postingLimitDays, calendar),
				radio: radioText(set, changes),
				may: { finish: refusals(ctx.actor, 'finish_duty'), write: storyRefusals(ctx.actor, 'create') },
				done: url.searchParams.get('xong')
			};
		})
	);

export const actions: Actions = {
	/** The draft of the program was thrown away, or nobody was there to write then: begin one now. */
	soan: async ({ locals: { ctx }, params }) => {
		const begun = await act(async () => {
			const storyId = await drafting.beginFor(ctx, idOf(params.id));
			if (storyId === undefined) {
				throw new Refusal({
					code: 'drafting.nothing',
					status: 409,
					message: 'Tin của đợt này đã có hoặc không còn cần viết. Hãy tải lại trang để xem.'
				});
			}
			return storyId;
		});
		if (typeof begun !== 'number') return begun;
		redirect(303, `/lam-viec/tin-bai/${begun}/sua`);
	}
};
