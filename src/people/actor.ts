/**
 * The actor: who does something, in which position. Policies of every room take it, pages get it to show or grey
 * their buttons, and the journal keeps it.
 */
import type { Scope } from '#platform/context.ts';
import { Refusal, type RefusalDetail } from '#platform/refusal.ts';
import type { Role } from './role.ts';

export type PersonActor = {
	kind: 'person';
	personId: number;
	positionId: number;
	name: string;
	/** Title of the position, as it stands under a signature. */
	title: string;
	role: Role;
	unitId: number;
	unitName: string;
};
/** A named part of the program that acts by itself: `hen-gio` publishes what was scheduled. */
export type RobotActor = { kind: 'robot'; name: string };
export type Visitor = { kind: 'visitor' };
export type Actor = PersonActor | RobotActor | Visitor;

/** What every verb takes first. */
export type Ctx = Scope & { actor: Actor };

export function hasRole(actor: Actor, ...wanted: Role[]): boolean {
	return actor.kind === 'person' && wanted.includes(actor.role);
}

/** Chair or vice chair (lãnh đạo UBND). */
export function isLeader(actor: Actor): boolean {
	return hasRole(actor, 'chair', 'vice_chair');
}

/** The person who acts; for verbs no robot or visitor may use. */
export function person(ctx: Ctx): PersonActor {
	if (ctx.actor.kind !== 'person') throw new Refusal(signInFirst);
	return ctx.actor;
}

export const signInFirst: RefusalDetail = {
	code: 'people.sign_in_first',
	status: 401,
	message: 'Việc này cần đăng nhập. Hãy đăng nhập bằng tài khoản của đồng chí rồi làm lại.'
};
