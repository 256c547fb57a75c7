/**
 * Duties that no work is left of, by the day and by what hangs: no row says so, because no job runs when a day passes.
 * For queries that join the duty to its change and that to `after`, the text after it.
 */
import { sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Day } from '#platform/clock.ts';
import { procedureChange, procedureDuty, procedureVersion } from './schema.server.ts';

export const after = alias(procedureVersion, 'after_version');

/** A sheet of the procedure hangs at the place that neither holds nor is announced: there is something to take down. */
const staleHangs = (today: Day): SQL => sql`exists (
	select from posting hung join procedure_version v on v.id = hung.version_id
	where hung.place_id = ${procedureDuty.placeId} and hung.procedure_id = ${procedureChange.procedureId}
	and hung.taken_down_at is null and (v.superseded_at is not null or v.effective_to <= ${today}::date))`;

/** A sheet of before the change hangs at the place, or is still to be hung there: it will have to come down. */
const oldHangs = sql`(exists (
	select from posting hung join procedure_version v on v.id = hung.version_id
	where hung.place_id = ${procedureDuty.placeId} and hung.procedure_id = ${procedureChange.procedureId}
	and hung.taken_down_at is null and v.effective_from < ${procedureChange.effectiveOn})
	or exists (
	select from procedure_duty due join procedure_change c on c.id = due.change_id
	join procedure_version v on v.id = c.after_version_id
	where due.kind = 'board' and due.place_id = ${procedureDuty.placeId} and due.done_at is null
	and due.dropped_at is null and c.procedure_id = ${procedureChange.procedureId}
	and v.superseded_at is null and v.effective_from < ${procedureChange.effectiveOn}))`;

/** The day has come and the old sheet is not there: it never hung, or was taken down before. */
export const nothingToTakeDown = (today: Day): SQL =>
	sql`(${procedureDuty.kind} = 'take_down' and ${procedureDuty.fromOn} <= ${today}::date and not ${staleHangs(today)})`;

/** The day is still to come, and the old sheet is down already. Hung again, it is to be taken down again. */
const downAhead = (today: Day): SQL =>
	sql`(${procedureDuty.kind} = 'take_down' and ${procedureDuty.fromOn} > ${today}::date and not ${oldHangs})`;

/** Old sheets that are not there, and boards for a text that is over. */
export const moot = (today: Day): SQL =>
	sql`coalesce(${nothingToTakeDown(today)} or ${downAhead(today)}
		or (${procedureDuty.kind} = 'board' and ${after.effectiveTo} <= ${today}::date), false)`;
