/** Areas (cụm loa): loudspeakers that play the same thing. */
import { randomBytes } from 'node:crypto';
import { asc, isNull } from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import { read, transact, type Transaction } from '#platform/db.server.ts';
import { record } from '#platform/journal.server.ts';
import { Refusal, refuseIfAny } from '#platform/refusal.ts';
import { refusals } from './policy.ts';
import { broadcastArea, violations } from './schema.server.ts';

export type Area = typeof broadcastArea.$inferSelect;

export async function add(ctx: Ctx, given: { name: string }): Promise<number> {
	refuseIfAny(refusals(ctx.actor, 'run_station'));
	const name = given.name.normalize('NFC').replace(/\s+/g, ' ').trim();
	if (name.length < 2 || name.length > 120)
		throw new Refusal({
			code: 'broadcast_area.name',
			field: 'name',
			message: 'Hãy đặt tên cụm loa (2 đến 120 ký tự).'
		});
	return transact(
		ctx,
		async (tx) => {
			const [row] = await tx
				.insert(broadcastArea)
				.values({
					name,
					position: await tx.$count(broadcastArea),
					streamToken: randomBytes(18).toString('base64url')
				})
				.returning({ id: broadcastArea.id });
			await record(tx, ctx, {
				act: 'broadcast_area.added',
				subject: { kind: 'broadcast_area', id: row!.id },
				after: { name }
			});
			return row!.id;
		},
		violations
	);
}

export const inUse = (tx: Transaction): Promise<Area[]> =>
	tx
		.select()
		.from(broadcastArea)
		.where(isNull(broadcastArea.retiredAt))
		.orderBy(asc(broadcastArea.position), asc(broadcastArea.id));

export async function list(ctx: Ctx): Promise<Area[]> {
	refuseIfAny(refusals(ctx.actor, 'look'));
	return read(ctx, inUse);
}
