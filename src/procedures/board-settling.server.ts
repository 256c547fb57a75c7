/** What a posting ends: the duties that the changes of procedures had caused at this board. */
import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import type { Day } from '#platform/clock.ts';
import type { Transaction } from '#platform/db.server.ts';
import * as duties from './duties.server.ts';
import { holdsOn } from './reading.server.ts';
import { posting, procedureChange, procedureVersion } from './schema.server.ts';

type HangingRow = {
	id: number;
	procedureId: number;
	versionId: number;
	effectiveFrom: Day;
	supersededAt: Date | null;
};

/** Sheets of these procedures that hang at the place. */
export async function hangingOf(
	tx: Transaction,
	placeId: number,
	procedureIds: number[]
): Promise<HangingRow[]> {
	return tx
		.select({
			id: posting.id,
			procedureId: posting.procedureId,
			versionId: posting.versionId,
			effectiveFrom: procedureVersion.effectiveFrom,
			supersededAt: procedureVersion.supersededAt
		})
		.from(posting)
		.innerJoin(procedureVersion, eq(procedureVersion.id, posting.versionId))
		.where(
			and(
				eq(posting.placeId, placeId),
				isNull(posting.takenDownAt),
				inArray(posting.procedureId, procedureIds)
			)
		);
}

/** Announced for a day to come: it hangs beside the one that still holds. */
export const isAhead = (row: HangingRow, day: Day): boolean =>
	row.supersededAt === null && day < row.effectiveFrom;

/**
 * Finishes what the changes of these procedures asked for at this place, where the board now shows it: the sheet of the
 * change hangs, or the one in force that came after it; nothing older hangs. Old sheets of changes whose day has not
 * come are asked for later.
 */
export async function settle(
	tx: Transaction,
	ctx: Ctx,
	placeId: number,
	procedureIds: number[],
	on: Day
): Promise<void> {
	const hanging = await hangingOf(tx, placeId, procedureIds);
	const holding = await tx
		.select({ procedureId: procedureVersion.procedureId, id: procedureVersion.id })
		.from(procedureVersion)
		.where(and(inArray(procedureVersion.procedureId, procedureIds), holdsOn(on)));
	const right = new Map(holding.map(({ procedureId, id }) => [procedureId, id]));
	const changes = await tx
		.select({
			id: procedureChange.id,
			procedureId: procedureChange.procedureId,
			effectiveOn: procedureChange.effectiveOn,
			afterVersionId: procedureChange.afterVersionId
		})
		.from(procedureChange)
		.where(inArray(procedureChange.procedureId, procedureIds));
	const hangs = new Set(hanging.map(({ versionId }) => versionId));
	const come = changes.filter(({ effectiveOn }) => effectiveOn <= on);
	const shown = [
		...changes.filter(({ afterVersionId }) => afterVersionId !== null && hangs.has(afterVersionId)),
		...come.filter(({ procedureId }) => hangs.has(right.get(procedureId) ?? 0))
	];
	const stale = new Set(
		hanging
			.filter((row) => row.versionId !== right.get(row.procedureId) && !isAhead(row, on))
			.map(({ procedureId }) => procedureId)
	);
	const clear = come.filter(({ procedureId }) => !stale.has(procedureId));
	const link = `/lam-viec/niem-yet/${placeId}`;
	for (const [kind, of] of [
		['board', shown],
		['take_down', clear]
	] as const) {
		const changeIds = [...new Set(of.map(({ id }) => id))];
		await duties.finishFor(tx, ctx, { kind, changeIds, placeId, link });
	}
}
