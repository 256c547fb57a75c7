/** One procedure through time, for its officers: every version with who recorded it, and the work its changes caused. */
import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import { person } from '#people/schema.server.ts';
import type { Day } from '#platform/clock.ts';
import type { Transaction } from '#platform/db.server.ts';
import { journalEntry } from '#platform/schema.server.ts';
import { settledByDays } from './duties.server.ts';
import type { ChangeKind, DutyKind } from './procedure.ts';
import {
	changeSet,
	posting,
	postingPlace,
	procedure,
	procedureChange,
	procedureDuty,
	procedureVersion
} from './schema.server.ts';

export type RecordedVersion = {
	id: number;
	name: string;
	effectiveFrom: Day;
	effectiveTo: Day | null;
	endKind: 'amended' | 'abolished' | 'replaced' | null;
	replacedBy: string[];
	decision: string;
	decidedOn: Day | null;
	recordedAt: Date;
	supersededAt: Date | null;
	sheetToken: string;
	set: { id: number; kind: string; title: string; by: string | null };
};

/** Newest first; texts that were put right stand there too, marked by `supersededAt`. */
export async function versionsWithSets(tx: Transaction, code: string): Promise<RecordedVersion[]> {
	return tx
		.select({
			id: procedureVersion.id,
			name: procedureVersion.name,
			effectiveFrom: procedureVersion.effectiveFrom,
			effectiveTo: procedureVersion.effectiveTo,
			endKind: procedureVersion.endKind,
			replacedBy: procedureVersion.replacedBy,
			decision: procedureVersion.decision,
			decidedOn: procedureVersion.decidedOn,
			recordedAt: procedureVersion.recordedAt,
			supersededAt: procedureVersion.supersededAt,
			sheetToken: procedureVersion.sheetToken,
			set: { id: changeSet.id, kind: changeSet.kind, title: changeSet.title, by: person.name }
		})
		.from(procedureVersion)
		.innerJoin(procedure, eq(procedure.id, procedureVersion.procedureId))
		.innerJoin(changeSet, eq(changeSet.id, procedureVersion.changeSetId))
		.leftJoin(person, eq(person.id, changeSet.recordedByPersonId))
		.where(eq(procedure.code, code))
		.orderBy(desc(procedureVersion.effectiveFrom), desc(procedureVersion.id));
}

export type CausedDuty = {
	id: number;
	kind: DutyKind;
	place: string | null;
	fromOn: Day;
	dueOn: Day;
	doneAt: Date | null;
	doneBy: string | null;
	note: string;
	link: string | null;
};
export type ChangeWithDuties = {
	id: number;
	kind: ChangeKind;
	effectiveOn: Day;
	countedFrom: Day;
	postBy: Day;
	replacedBy: string[];
	set: { id: number; kind: string; title: string; number: string | null };
	duties: CausedDuty[];
};

/** Every change of the procedure, newest first, with the duties that belong to it alone: done, or really to be done. */
export async function changesWithDuties(
	tx: Transaction,
	code: string,
	today: Day
): Promise<ChangeWithDuties[]> {
	const changes = await tx
		.select({
			id: procedureChange.id,
			kind: procedureChange.kind,
			effectiveOn: procedureChange.effectiveOn,
			countedFrom: procedureChange.countedFrom,
			postBy: procedureChange.postBy,
			replacedBy: procedureChange.replacedBy,
			set: { id: changeSet.id, kind: changeSet.kind, title: changeSet.title, number: changeSet.number }
		})
		.from(procedureChange)
		.innerJoin(procedure, eq(procedure.id, procedureChange.procedureId))
		.innerJoin(changeSet, eq(changeSet.id, procedureChange.changeSetId))
		.where(eq(procedure.code, code))
		.orderBy(desc(procedureChange.id));
	const duties = await tx
		.select({
			changeId: procedureDuty.changeId,
			id: procedureDuty.id,
			kind: procedureDuty.kind,
			place: postingPlace.name,
			fromOn: procedureDuty.fromOn,
			dueOn: procedureDuty.dueOn,
			doneAt: procedureDuty.doneAt,
			doneBy: person.name,
			note: procedureDuty.doneNote,
			link: procedureDuty.link
		})
		.from(procedureDuty)
		.innerJoin(procedureChange, eq(procedureChange.id, procedureDuty.changeId))
		.innerJoin(procedure, eq(procedure.id, procedureChange.procedureId))
		.leftJoin(postingPlace, eq(postingPlace.id, procedureDuty.placeId))
		.leftJoin(person, eq(person.id, procedureDuty.doneByPersonId))
		.where(and(eq(procedure.code, code), isNull(procedureDuty.droppedAt)))
		.orderBy(asc(procedureDuty.dueOn), asc(procedureDuty.id));
	const settled = await settledByDays(
		tx,
		changes.map(({ id }) => id),
		today
	);
	const of = Map.groupBy(
		duties.filter(({ id }) => !settled.has(id)),
		({ changeId }) => changeId
	);
	return changes.map((change) => ({
		...change,
		duties: (of.get(change.id) ?? []).map(({ changeId: _, ...duty }) => duty)
	}));
}

export type HangingAt = {
	postingId: number;
	placeId: number;
	place: string;
	versionId: number;
	postedOn: Day;
	postedBy: string | null;
};

/** Where a sheet of the procedure hangs now, whichever version it shows. */
export async function hangingAt(tx: Transaction, code: string): Promise<HangingAt[]> {
	return tx
		.select({
			postingId: posting.id,
			placeId: postingPlace.id,
			place: postingPlace.name,
			versionId: posting.versionId,
			postedOn: posting.postedOn,
			postedBy: person.name
		})
		.from(posting)
		.innerJoin(procedure, eq(procedure.id, posting.procedureId))
		.innerJoin(postingPlace, eq(postingPlace.id, posting.placeId))
		.leftJoin(person, eq(person.id, posting.postedByPersonId))
		.where(and(eq(procedure.code, code), isNull(posting.takenDownAt)))
		.orderBy(asc(postingPlace.ordinal), asc(postingPlace.name), asc(posting.id));
}

export type HistoryLine = {
	id: number;
	at: Date;
	act: string;
	note: string | null;
	who: string | null;
	robot: string | null;
};

/** What the journal says of the procedure itself, newest first. */
export async function historyWithNames(tx: Transaction, code: string, limit = 100): Promise<HistoryLine[]> {
	return tx
		.select({
			id: journalEntry.id,
			at: journalEntry.at,
			act: journalEntry.act,
			note: journalEntry.note,
			who: person.name,
			robot: journalEntry.robot
		})
		.from(journalEntry)
		.leftJoin(person, eq(person.id, journalEntry.personId))
		.where(and(eq(journalEntry.subjectKind, 'procedure'), eq(journalEntry.subjectId, code)))
		.orderBy(desc(journalEntry.id))
		.limit(limit);
}
