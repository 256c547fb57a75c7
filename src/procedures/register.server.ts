/** Reading the posting register: what hung where since when, by whom, until when, with its photo. */
import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lt, lte, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Ctx } from '#people/actor.ts';
import { person } from '#people/schema.server.ts';
import type { Day } from '#platform/clock.ts';
import type { Transaction } from '#platform/db.server.ts';
import type { StoredFile } from '#platform/files.server.ts';
import { notFound } from '#platform/refusal.ts';
import { file } from '#platform/schema.server.ts';
import * as places from './places.server.ts';
import type { HangingSheet } from './boards.server.ts';
import { posting, postingPlace, procedure, procedureVersion } from './schema.server.ts';

const hungBy = alias(person, 'hung_by');

/** A sheet that came down long ago has no number any more. */
export type RegisterLine = Omit<HangingSheet, 'no'> & {
	placeId: number;
	placeName: string;
	takenDownOn: Day | null;
	takenDownBy: string | null;
};

const downBy = alias(person, 'down_by');

/** The register, newest first: of one place, or of one procedure over the places somebody sees. `before` is the last id of the page before. */
export async function history(
	tx: Transaction,
	of: { placeId: number } | { code: string; placeIds: number[] },
	{ before, limit = 100 }: { before?: number | undefined; limit?: number } = {}
): Promise<RegisterLine[]> {
	return tx
		.select({
			postingId: posting.id,
			placeId: posting.placeId,
			placeName: postingPlace.name,
			procedureId: posting.procedureId,
			versionId: posting.versionId,
			code: procedure.code,
			name: procedureVersion.name,
			field: procedureVersion.field,
			effectiveFrom: procedureVersion.effectiveFrom,
			effectiveTo: procedureVersion.effectiveTo,
			postedOn: posting.postedOn,
			postedBy: hungBy.name,
			photoToken: file.token,
			note: posting.note,
			takenDownOn: posting.takenDownOn,
			takenDownBy: downBy.name
		})
		.from(posting)
		.innerJoin(postingPlace, eq(postingPlace.id, posting.placeId))
		.innerJoin(procedureVersion, eq(procedureVersion.id, posting.versionId))
		.innerJoin(procedure, eq(procedure.id, posting.procedureId))
		.innerJoin(hungBy, eq(hungBy.id, posting.postedByPersonId))
		.leftJoin(downBy, eq(downBy.id, posting.takenDownByPersonId))
		.leftJoin(file, eq(file.id, posting.photoFileId))
		.where(
			and(
				'placeId' in of
					? eq(posting.placeId, of.placeId)
					: and(eq(procedure.code, of.code), inArray(posting.placeId, of.placeIds)),
				before === undefined ? undefined : lt(posting.id, before)
			)
		)
		.orderBy(desc(posting.id))
		.limit(limit);
}

/** The day of the oldest sheet that hangs there; null: nothing hangs. */
export async function oldestHanging(tx: Transaction, placeId: number): Promise<Day | null> {
	const [row] = await tx
		.select({ day: sql<Day | null>`min(${posting.postedOn})` })
		.from(posting)
		.where(and(eq(posting.placeId, placeId), isNull(posting.takenDownAt)));
	return row?.day ?? null;
}

export type BoardPhoto = { token: string; postedOn: Day; postedBy: string; sheets: number };

/** Photos of a place, newest first, with how many sheets each shows: the photo register. */
export async function photosOf(tx: Transaction, placeId: number, limit = 60): Promise<BoardPhoto[]> {
	return tx
		.select({
			token: file.token,
			postedOn: posting.postedOn,
			postedBy: hungBy.name,
			sheets: sql<number>`count(*)::int`
		})
		.from(posting)
		.innerJoin(file, eq(file.id, posting.photoFileId))
		.innerJoin(hungBy, eq(hungBy.id, posting.postedByPersonId))
		.where(and(eq(posting.placeId, placeId), isNotNull(posting.photoFileId)))
		.groupBy(file.id, file.token, posting.postedOn, hungBy.name)
		.orderBy(desc(posting.postedOn), desc(file.id))
		.limit(limit);
}

/** A photo of a board, for the staff who see the place. */
export async function photo(
	tx: Transaction,
	ctx: Pick<Ctx, 'actor'>,
	placeId: number,
	token: string
): Promise<StoredFile> {
	await places.byId(tx, ctx, placeId);
	const [found] = await tx
		.select({ file })
		.from(posting)
		.innerJoin(file, eq(file.id, posting.photoFileId))
		.where(and(eq(posting.placeId, placeId), eq(file.token, token)))
		.limit(1);
	if (!found) throw notFound('ảnh này');
	return found.file;
}

export type PostingCount = { placeId: number; name: string; hung: number; takenDown: number };

/** Sheets hung and taken down in a period, both days included, per place: for progress and reports. */
export async function postingsIn(
	tx: Transaction,
	{ from, to }: { from: Day; to: Day }
): Promise<PostingCount[]> {
	return tx
		.select({
			placeId: postingPlace.id,
			name: postingPlace.name,
			hung: sql<number>`(count(*) filter (where ${posting.postedOn} between ${from} and ${to}))::int`,
			takenDown: sql<number>`(count(*) filter (where ${posting.takenDownOn} between ${from} and ${to}))::int`
		})
		.from(posting)
		.innerJoin(postingPlace, eq(postingPlace.id, posting.placeId))
		.where(
			or(
				and(gte(posting.postedOn, from), lte(posting.postedOn, to)),
				and(gte(posting.takenDownOn, from), lte(posting.takenDownOn, to))
			)
		)
		.groupBy(postingPlace.id, postingPlace.name)
		.orderBy(asc(postingPlace.ordinal), asc(postingPlace.id));
}

/** Sheets hung in a period, place by place and day by day, for the quarter's list of what was published. */
export async function postedDays(
	tx: Transaction,
	{ from, to }: { from: Day; to: Day }
): Promise<{ placeName: string; day: Day; sheets: number }[]> {
	return tx
		.select({ placeName: postingPlace.name, day: posting.postedOn, sheets: sql<number>`count(*)::int` })
		.from(posting)
		.innerJoin(postingPlace, eq(postingPlace.id, posting.placeId))
		.where(and(gte(posting.postedOn, from), lte(posting.postedOn, to)))
		.groupBy(postingPlace.id, postingPlace.name, posting.postedOn)
		.orderBy(asc(posting.postedOn), asc(postingPlace.ordinal), asc(postingPlace.id));
}
