/** Posting places (nơi niêm yết): where sheets hang, which fields, on which paper, who looks after the board. */
import { and, asc, count, eq, inArray, isNull, max } from 'drizzle-orm';
import { hasRole, type Actor, type Ctx } from '#people/actor.ts';
import { unit } from '#people/schema.server.ts';
import { staleVersion } from '#people/stale.ts';
import { transact, type Transaction } from '#platform/db.server.ts';
import { record } from '#platform/journal.server.ts';
import { notFound, Refusal, refuseIfAny } from '#platform/refusal.ts';
import * as boardNumbers from './board-numbers.server.ts';
import { lock } from './catalogue-lock.server.ts';
import type { PlaceGiven } from './place-form.ts';
import * as policy from './policy.ts';
import {
	posting,
	postingPlace,
	procedureChange,
	procedureDuty,
	procedureVersion,
	violations
} from './schema.server.ts';
import { carries } from './sheets.ts';

type Row = typeof postingPlace.$inferSelect;
export type Place = Omit<Row, 'wardId'> & { unitName: string | null };

/** A residential area sees its own boards; everybody else in the ward's service sees all. */
function maySee(actor: Actor, place: Pick<Row, 'unitId'>): boolean {
	if (actor.kind === 'visitor') return false;
	if (actor.kind === 'robot' || !hasRole(actor, 'residential')) return true;
	return place.unitId === actor.unitId;
}

/** Places in the order of the ward; those no longer used are left out unless asked for. */
export async function list(
	tx: Transaction,
	ctx: Pick<Ctx, 'actor'>,
	{ retired = false } = {}
): Promise<Place[]> {
	const rows = await tx
		.select({ place: postingPlace, unitName: unit.name })
		.from(postingPlace)
		.leftJoin(unit, eq(unit.id, postingPlace.unitId))
		.where(retired ? undefined : isNull(postingPlace.retiredAt))
		.orderBy(asc(postingPlace.ordinal), asc(postingPlace.id));
	return rows
		.filter(({ place }) => maySee(ctx.actor, place))
		.map(({ place: { wardId: _ward, ...place }, unitName }) => ({ ...place, unitName }));
}

export async function byId(tx: Transaction, ctx: Pick<Ctx, 'actor'>, id: number): Promise<Place> {
	const found = (await list(tx, ctx, { retired: true })).find((place) => place.id === id);
	if (!found) throw notFound('nơi niêm yết này');
	return found;
}

export async function add(ctx: Ctx, given: PlaceGiven): Promise<number> {
	return transact(
		ctx,
		async (tx) => {
			refuseIfAny(policy.refusals(ctx.actor, 'manage_places'));
			await lock(tx);
			await knownUnit(tx, given.unitId);
			const [last] = await tx.select({ ordinal: max(postingPlace.ordinal) }).from(postingPlace);
			const [row] = await tx
				.insert(postingPlace)
				.values({ ...given, ordinal: (last?.ordinal ?? 0) + 1, createdAt: ctx.now })
				.returning({ id: postingPlace.id });
			await boardNumbers.keep(tx, ctx);
			await record(tx, ctx, {
				act: 'place.added',
				subject: { kind: 'posting_place', id: row!.id },
				after: given
			});
			return row!.id;
		},
		violations
	);
}

export async function change(ctx: Ctx, id: number, lockVersion: number, given: PlaceGiven): Promise<void> {
	await transact(
		ctx,
		async (tx) => {
			refuseIfAny(policy.refusals(ctx.actor, 'manage_places'));
			await lock(tx);
			const { name, kind, address, unitId, fields, paper, ...before } = await inUse(tx, id);
			if (before.lockVersion !== lockVersion) throw staleVersion();
			await knownUnit(tx, given.unitId);
			await tx
				.update(postingPlace)
				.set({ ...given, lockVersion: lockVersion + 1 })
				.where(eq(postingPlace.id, id));
			await dropDuties(tx, ctx, id, given, 'Nơi này không còn dán lĩnh vực của thủ tục.');
			await boardNumbers.keep(tx, ctx);
			await record(tx, ctx, {
				act: 'place.changed',
				subject: { kind: 'posting_place', id },
				before: { name, kind, address, unitId, fields, paper },
				after: given
			});
		},
		violations
	);
}

/** The board is given up. Its history stays; no sheet may still be written down as hanging there. */
export async function retire(ctx: Ctx, id: number, lockVersion: number): Promise<void> {
	await transact(
		ctx,
		async (tx) => {
			refuseIfAny(policy.refusals(ctx.actor, 'manage_places'));
			const before = await inUse(tx, id);
			if (before.lockVersion !== lockVersion) throw staleVersion();
			const [hanging] = await tx
				.select({ count: count() })
				.from(posting)
				.where(and(eq(posting.placeId, id), isNull(posting.takenDownAt)));
			if (hanging!.count > 0) {
				throw new Refusal({
					code: 'place.sheets_hang',
					status: 409,
					message: `Nơi này còn ${hanging!.count} tờ ghi là đang dán. Hãy gỡ và ghi “Đã gỡ” các tờ đó trước khi thôi dùng nơi niêm yết.`
				});
			}
			await tx
				.update(postingPlace)
				.set({ retiredAt: ctx.now, lockVersion: lockVersion + 1 })
				.where(eq(postingPlace.id, id));
			await dropDuties(tx, ctx, id, null, 'Nơi niêm yết đã thôi dùng.');
			await record(tx, ctx, {
				act: 'place.retired',
				subject: { kind: 'posting_place', id },
				before: { name: before.name }
			});
		},
		violations
	);
}

/** The place for an act on it, locked; what was given up takes no more acts. */
export async function inUse(tx: Transaction, id: number): Promise<Row> {
	const [found] = await tx.select().from(postingPlace).where(eq(postingPlace.id, id)).for('no key update');
	if (!found) throw notFound('nơi niêm yết này');
	if (found.retiredAt) {
		throw new Refusal({
			code: 'place.retired',
			status: 409,
			message: `“${found.name}” đã thôi dùng làm nơi niêm yết. Hãy chọn nơi khác.`
		});
	}
	return found;
}

/** Nobody has to hang any more what the place carries no longer; a place given up carries nothing. */
async function dropDuties(
	tx: Transaction,
	ctx: Ctx,
	placeId: number,
	carrying: { fields: string[] } | null,
	reason: string
): Promise<void> {
	const open = await tx
		.select({ id: procedureDuty.id, kind: procedureDuty.kind, field: procedureVersion.field })
		.from(procedureDuty)
		.innerJoin(procedureChange, eq(procedureChange.id, procedureDuty.changeId))
		.leftJoin(procedureVersion, eq(procedureVersion.id, procedureChange.afterVersionId))
		.where(
			and(eq(procedureDuty.placeId, placeId), isNull(procedureDuty.doneAt), isNull(procedureDuty.droppedAt))
		);
	const ids = open
		.filter(({ kind, field }) => !carrying || (kind === 'board' && !carries(carrying, field ?? '')))
		.map(({ id }) => id);
	if (ids.length === 0) return;
	await tx
		.update(procedureDuty)
		.set({ droppedAt: ctx.now, droppedReason: reason })
		.where(inArray(procedureDuty.id, ids));
}

async function knownUnit(tx: Transaction, unitId: number | null): Promise<void> {
	if (unitId === null) return;
	const [found] = await tx.select({ id: unit.id }).from(unit).where(eq(unit.id, unitId));
	if (found) return;
	throw new Refusal({
		code: 'place.unit',
		field: 'unitId',
		message: 'Không tìm thấy đơn vị trông coi đã chọn. Hãy chọn lại trong danh sách.'
	});
}

/** The name of a board for everybody: it hangs in public. */
export async function nameOf(tx: Transaction, id: number): Promise<{ id: number; name: string } | null> {
	const [found] = await tx
		.select({ id: postingPlace.id, name: postingPlace.name })
		.from(postingPlace)
		.where(eq(postingPlace.id, id));
	return found ?? null;
}
