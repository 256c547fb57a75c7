/** What `sight` (policy.ts) gives somebody to list, as a condition; a test draws people and cases and checks that both agree. */
import { and, eq, inArray, isNull, notInArray, or, sql, type SQL } from 'drizzle-orm';
import { hasRole, isLeader, type Actor } from '#people/actor.ts';
import { ownPath, type CaseState } from './case.ts';
import { feedbackCase, feedbackMessage, feedbackStep } from './schema.server.ts';

const everything = sql`true`;
const nothing = sql`false`;

export function visibleTo(actor: Actor): SQL {
	if (actor.kind === 'robot') return everything;
	if (actor.kind !== 'person' || hasRole(actor, 'superior', 'admin')) return nothing;
	if (isLeader(actor) || hasRole(actor, 'office')) return everything;
	return and(
		isNull(feedbackCase.sealedText),
		or(isNull(feedbackCase.class), notInArray(feedbackCase.class, [...ownPath])),
		or(
			eq(feedbackCase.handlerPersonId, actor.personId),
			eq(feedbackCase.unitId, actor.unitId),
			eq(feedbackCase.takenByPersonId, actor.personId),
			hasRole(actor, 'culture') ? inArray(feedbackCase.state, ['answered', 'published']) : undefined
		)
	)!;
}

/** The sender has written since anybody of the ward did something. */
export const added: SQL<boolean> = sql<boolean>`exists (
	select 1 from ${feedbackMessage} said where said.case_id = ${feedbackCase.id} and said.kind = 'addition'
		and said.at > coalesce((select max(step.at) from ${feedbackStep} step
			where step.case_id = ${feedbackCase.id} and step.by_kind = 'person'), '-infinity'))`;

/** What the next step of lies with this person; only together with {@link visibleTo}. */
export function waitsFor(actor: Actor): SQL {
	if (actor.kind !== 'person') return nothing;
	const states = (...wanted: CaseState[]): SQL => inArray(feedbackCase.state, wanted);
	const own = or(
		eq(feedbackCase.handlerPersonId, actor.personId),
		and(eq(feedbackCase.unitId, actor.unitId), isNull(feedbackCase.handlerPersonId))
	);
	const office = hasRole(actor, 'office');
	return or(
		and(own, states('assigned', 'approved')),
		isLeader(actor) ? states('drafted') : undefined,
		office ? states('received', 'classifying', 'reopened', 'approved') : undefined
	)!;
}
