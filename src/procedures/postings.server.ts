/**
 * Postings (sổ niêm yết): which sheet hangs where since when, put up by whom, shown by a photo. A whole board is written
 * down at once, with one photo of it. What the decision had asked for at this board is finished in the same transaction.
 */
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { person, type Ctx, type PersonActor } from '#people/actor.ts';
import { dayOf, isDay, type Day } from '#platform/clock.ts';
import { transact, type Transaction } from '#platform/db.server.ts';
import * as files from '#platform/files.server.ts';
import * as format from '#platform/format.ts';
import { record } from '#platform/journal.server.ts';
import { notFound, Refusal, refuseIfAny } from '#platform/refusal.ts';
import { hangingOf, isAhead, settle } from './board-settling.server.ts';
import * as places from './places.server.ts';
import * as policy from './policy.ts';
import { landBoardEvidence } from './posting-evidence.server.ts';
import { posting, postingPlace, procedure, procedureVersion, violations } from './schema.server.ts';
import { carries } from './sheets.ts';

export type Photo = { name: string; bytes: Uint8Array };
type Version = {
	id: number;
	procedureId: number;
	code: string;
	name: string;
	field: string;
	effectiveFrom: Day;
};

/** More sheets than this are no board. */
const MOST = 2000;

export async function hang(
	ctx: Ctx,
	given: {
		placeId: number;
		versionIds: number[];
		postedOn: Day;
		photo?: Photo | undefined;
		note?: string;
		/** The older sheets of the same procedures came down on that day. */
		replacing?: boolean;
	}
): Promise<{ postingIds: number[]; takenDown: number }> {
	const who = person(ctx);
	return transact(
		ctx,
		async (tx) => {
			const place = await places.inUse(tx, given.placeId);
			refuseIfAny(policy.refusals(ctx.actor, 'post', place));
			const day = dayInPast(ctx, given.postedOn, 'postedOn');
			const versions = await toHang(tx, place, chosen(given.versionIds, 'versionIds'), day);
			const photo = given.photo ? await files.put(tx, ctx, given.photo) : undefined;
			const rows = await tx
				.insert(posting)
				.values(
					versions.map((version) => ({
						placeId: place.id,
						procedureId: version.procedureId,
						versionId: version.id,
						postedOn: day,
						recordedAt: ctx.now,
						postedByPersonId: who.personId,
						photoFileId: photo?.id ?? null,
						note: given.note ?? ''
					}))
				)
				.returning({ id: posting.id });
			const procedureIds = versions.map(({ procedureId }) => procedureId);
			// A sheet that is announced for a day to come hangs beside the one that still holds.
			const inForce = versions.filter(({ effectiveFrom }) => effectiveFrom <= day);
			const older = given.replacing ? await othersHanging(tx, place.id, inForce, day) : [];
			await setDown(tx, ctx, who, older, day);
			await settle(tx, ctx, place.id, procedureIds, day);
			await record(tx, ctx, {
				act: 'posting.hung',
				subject: { kind: 'posting_place', id: place.id },
				after: {
					versionIds: versions.map(({ id }) => id),
					codes: versions.map(({ code }) => code),
					postedOn: day,
					photo: photo?.name ?? null,
					takenDown: older.length
				},
				note: given.note || undefined
			});
			await landBoardEvidence(tx, ctx, day);
			return { postingIds: rows.map(({ id }) => id), takenDown: older.length };
		},
		violations
	);
}

export async function takeDown(
	ctx: Ctx,
	given: { postingIds: number[]; on: Day; reason?: string }
): Promise<void> {
	const who = person(ctx);
	await transact(
		ctx,
		async (tx) => {
			const ids = chosen(given.postingIds, 'postingIds');
			const rows = await tx
				.select({ posting, place: postingPlace, version: procedureVersion })
				.from(posting)
				.innerJoin(postingPlace, eq(postingPlace.id, posting.placeId))
				.innerJoin(procedureVersion, eq(procedureVersion.id, posting.versionId))
				.where(inArray(posting.id, ids))
				.orderBy(posting.id)
				.for('update', { of: posting });
			if (rows.length !== ids.length) throw notFound('tờ niêm yết này');
			for (const place of new Map(rows.map((row) => [row.place.id, row.place])).values())
				refuseIfAny(policy.refusals(ctx.actor, 'post', place));
			const day = dayInPast(ctx, given.on, 'on');
			const gone = rows.find((row) => row.posting.takenDownAt);
			if (gone) {
				throw new Refusal({
					code: 'posting.taken_down_already',
					status: 409,
					message: `Tờ “${gone.version.name}” đã được ghi là gỡ rồi. Hãy tải lại trang để xem.`
				});
			}
			const stillRight = rows.find(
				({ version, place }) =>
					version.supersededAt === null &&
					version.effectiveFrom <= day &&
					(version.effectiveTo === null || day < version.effectiveTo) &&
					carries(place, version.field)
			);
			if (stillRight && (given.reason ?? '').trim().length < 5) {
				throw new Refusal({
					code: 'posting.still_right',
					field: 'reason',
					message: `Tờ “${stillRight.version.name}” vẫn còn hiệu lực. Thủ tục phải được niêm yết thường xuyên; nếu vẫn cần gỡ (rách, chuyển bảng), hãy ghi lý do ít nhất 5 ký tự.`
				});
			}
			await setDown(
				tx,
				ctx,
				who,
				rows.map((row) => row.posting.id),
				day
			);
			for (const [placeId, here] of Map.groupBy(rows, (row) => row.place.id)) {
				await settle(
					tx,
					ctx,
					placeId,
					here.map((row) => row.posting.procedureId),
					day
				);
				await record(tx, ctx, {
					act: 'posting.taken_down',
					subject: { kind: 'posting_place', id: placeId },
					before: { postingIds: here.map((row) => row.posting.id) },
					after: { versionIds: here.map((row) => row.version.id), on: day },
					note: given.reason?.trim() || undefined
				});
			}
		},
		violations
	);
}

function chosen(ids: number[], field: string): number[] {
	const unique = [...new Set(ids)];
	if (unique.length > 0 && unique.length <= MOST) return unique;
	throw new Refusal({
		code: 'posting.none_chosen',
		field,
		message: 'Hãy đánh dấu ít nhất một tờ trong danh sách.'
	});
}

function dayInPast(ctx: Ctx, day: Day, field: string): Day {
	if (isDay(day) && day <= dayOf(ctx.now)) return day;
	throw new Refusal({
		code: 'posting.day',
		field,
		message: 'Chỉ ghi việc đã làm xong: hãy chọn hôm nay hoặc một ngày đã qua.'
	});
}

/** The versions, each of which may hang at the place on that day. */
async function toHang(
	tx: Transaction,
	place: { id: number; name: string; fields: string[] },
	ids: number[],
	day: Day
): Promise<Version[]> {
	const rows = await tx
		.select({ version: procedureVersion, code: procedure.code })
		.from(procedureVersion)
		.innerJoin(procedure, eq(procedure.id, procedureVersion.procedureId))
		.where(inArray(procedureVersion.id, ids))
		.orderBy(procedureVersion.id);
	if (rows.length !== ids.length) throw notFound('tờ niêm yết này');
	for (const { version } of rows) {
		const refuse = (code: string, message: string) => {
			throw new Refusal({
				code: `posting.${code}`,
				field: 'versionIds',
				message: `Tờ “${version.name}” ${message}`
			});
		};
		if (version.supersededAt !== null)
			refuse('superseded', 'đã được thay bằng bản khác. Hãy in và dán bản mới.');
		if (version.effectiveTo !== null && day >= version.effectiveTo)
			refuse('ended', `đã hết hiệu lực từ ngày ${format.date(version.effectiveTo)} nên không dán nữa.`);
		if (!carries(place, version.field))
			refuse(
				'not_here',
				`thuộc lĩnh vực “${version.field}”, không nằm trong các lĩnh vực của “${place.name}”.`
			);
	}
	const hanging = await tx
		.select({ versionId: posting.versionId })
		.from(posting)
		.where(and(eq(posting.placeId, place.id), inArray(posting.versionId, ids), isNull(posting.takenDownAt)));
	const twice = rows.find(({ version }) => hanging.some(({ versionId }) => versionId === version.id));
	if (twice) {
		throw new Refusal({
			code: 'posting.hangs_already',
			status: 409,
			message: `Tờ “${twice.version.name}” đã được ghi là đang dán ở “${place.name}”. Hãy tải lại trang để xem.`
		});
	}
	return rows.map(({ version: { id, procedureId, name, field, effectiveFrom }, code }) => ({
		id,
		procedureId,
		name,
		field,
		effectiveFrom,
		code
	}));
}

/** Older sheets of the procedures that still hang at the place; what is announced for later stays. */
async function othersHanging(
	tx: Transaction,
	placeId: number,
	versions: Version[],
	day: Day
): Promise<number[]> {
	if (versions.length === 0) return [];
	const fresh = new Set(versions.map(({ id }) => id));
	const procedureIds = versions.map(({ procedureId }) => procedureId);
	const rows = await hangingOf(tx, placeId, procedureIds);
	return rows.filter((row) => !fresh.has(row.versionId) && !isAhead(row, day)).map(({ id }) => id);
}

async function setDown(tx: Transaction, ctx: Ctx, who: PersonActor, ids: number[], on: Day): Promise<void> {
	if (ids.length === 0) return;
	await tx
		.update(posting)
		.set({ takenDownOn: on, takenDownAt: ctx.now, takenDownByPersonId: who.personId })
		.where(inArray(posting.id, ids));
}
