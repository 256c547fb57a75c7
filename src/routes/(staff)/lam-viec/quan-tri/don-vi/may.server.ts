import type { Ctx } from '#people/actor.ts';
import { refusals } from '#people/policy.ts';
import { refuseIfAny } from '#platform/refusal.ts';

export function mustEditUnits(ctx: Ctx): void {
	refuseIfAny(refusals(ctx.actor, 'edit_units'));
}
