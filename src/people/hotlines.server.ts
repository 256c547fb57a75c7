/**
 * The hotline register, kept once. A number that changes is not written over: the old line ends the day before and
 * another follows it, so that a sheet of then still says what was true then. Only a slip of the pen is corrected in place.
 */
import { and, asc, eq, gte, isNull, lte, or, sql } from 'drizzle-orm';
import { addDays, dayOf, isDay, type Day } from '#platform/clock.ts';
import { read, transact, type Transaction } from '#platform/db.server.ts';
import { record } from '#platform/journal.server.ts';
import { notFound, Refusal, refuseIfAny } from '#platform/refusal.ts';
import { journalEntry } from '#platform/schema.server.ts';
import { person, type Ctx } from './actor.ts';
import {
	feedbackLineOf,
	sameNumber,
	type Hotline,
	type HotlineChangeGiven,
	type HotlineGiven
} from './hotline.ts';
import * as policy from './policy.ts';
import { hotline, unit, violations } from './schema.server.ts';
import { staleVersion } from './stale.ts';

const columns = {
	id: hotline.id,
	kind: hotline.kind,
	name: hotline.name,
	title: hotline.title,
	number: hotline.number,
	email: hotline.email,
	url: hotline.url,
	postalAddress: hotline.postalAddress,
	hours: hotline.hours,
	purpose: hotline.purpose,
	takesFeedback: hotline.takesFeedback,
	unitId: hotline.unitId,
	public: hotline.public,
	position: hotline.position,
	validFrom: hotline.validFrom,
	validTo: hotline.validTo,
	succeedsId: hotline.succeedsId,
	lockVersion: hotline.lockVersion
};

/** Everything that was, is and will be, in the order of the register. For people of the ward. */
export async function list(ctx: Ctx): Promise<Hotline[]> {
	person(ctx);
	return read(ctx, all);
}

export async function all(tx: Transaction): Promise<Hotline[]> {
	return tx.select(columns).from(hotline).orderBy(asc(hotline.position), asc(hotline.id));
}

/** What everybody may read and dial on that day. */
export async function publicOn(tx: Transaction, day: Day): Promise<Hotline[]> {
	return tx
		.select(columns)
		.from(hotline)
		.where(
			and(
				eq(hotline.public, true),
				lte(hotline.validFrom, day),
				or(isNull(hotline.validTo), gte(hotline.validTo, day))
			)
		)
		.orderBy(asc(hotline.position), asc(hotline.id));
}

/** The ward's announced ways for feedback on that day, only what is given; for sheets, footers, letters. */
export async function feedbackContact(
	tx: Transaction,
	day: Day
): Promise<{ phone?: string; email?: string; address?: string; hours?: string }> {
	const found = feedbackLineOf(await publicOn(tx, day));
	if (!found) return {};
	const { number, email, postalAddress, hours } = found;
	return {
		...(number && { phone: number }),
		...(email && { email }),
		...(postalAddress && { address: postalAddress }),
		...(hours && { hours })
	};
}

/** The announced number as it stands inside a sentence, with its hours; empty when the register has none. */
export async function feedbackLine(tx: Transaction, day: Day): Promise<string> {
	const { phone, hours } = await feedbackContact(tx, day);
	if (!phone) return '';
	return hours ? `${phone} (${hours})` : phone;
}

/**
 * Since when the number or address for feedback is another than on the day something was printed; null: still the same.
 * A correction counts like a change: the sheet on the wall carries the slip.
 */
export async function feedbackChangedAfter(tx: Transaction, printed: Day, today: Day): Promise<Day | null> {
	const [then, now] = [
		feedbackLineOf(await publicOn(tx, printed)),
		feedbackLineOf(await publicOn(tx, today))
	];
	// What was printed before there was a register took its number from elsewhere.
	if (!then) return null;
	if (!now) return then.validTo && then.validTo < today ? addDays(then.validTo, 1) : today;
	if (ways(then) !== ways(now)) return now.validFrom > printed ? now.validFrom : today;
	const { rows } = await tx.execute<{ at: Date | string }>(sql`
		select at from ${journalEntry}
		where act = 'hotline.corrected' and subject_kind = 'hotline' and subject_id = ${String(now.id)}
			and (before->>'number', before->>'email', before->>'postalAddress')
				is distinct from (after->>'number', after->>'email', after->>'postalAddress')
		order by id desc limit 1`);
	const corrected = rows[0] && dayOf(new Date(rows[0].at));
	return corrected && corrected > printed ? corrected : null;
}

const ways = ({ number, email, postalAddress }: Hotline): string =>
	JSON.stringify([sameNumber(number), email, postalAddress]);

export async function add(ctx: Ctx, given: HotlineGiven): Promise<number> {
	return changing(ctx, async (tx) => {
		await unitThere(tx, given.unitId);
		const [last] = await tx
			.select({ position: sql<number>`coalesce(max(${hotline.position}), 0)::int` })
			.from(hotline);
		const [row] = await tx
			.insert(hotline)
			.values({ ...given, ...recordedBy(ctx), position: last!.position + 1 })
			.returning({ id: hotline.id });
		await record(tx, ctx, { act: 'hotline.added', subject: { kind: 'hotline', id: row!.id }, after: given });
		return row!.id;
	});
}

/** Puts a slip of the pen right. A line that follows another keeps its first day. */
export async function correct(ctx: Ctx, id: number, lockVersion: number, given: HotlineGiven): Promise<void> {
	await changing(ctx, async (tx) => {
		const old = await locked(tx, id, lockVersion);
		await unitThere(tx, given.unitId);
		const values = { ...given, validFrom: old.succeedsId === null ? given.validFrom : old.validFrom };
		await tx
			.update(hotline)
			.set({ ...values, lockVersion: lockVersion + 1 })
			.where(eq(hotline.id, id));
		await record(tx, ctx, {
			act: 'hotline.corrected',
			subject: { kind: 'hotline', id },
			before: saidOf(old),
			after: values
		});
	});
}

/** Another number, person or place from a day on: the old line ends the day before. Returns the new line. */
export async function change(
	ctx: Ctx,
	id: number,
	lockVersion: number,
	given: HotlineChangeGiven
): Promise<number> {
	const { from, ...values } = given;
	return changing(ctx, async (tx) => {
		const old = await locked(tx, id, lockVersion);
		await unitThere(tx, given.unitId);
		if (from <= old.validFrom || (old.validTo !== null && old.validTo < addDays(from, -1))) {
			throw new Refusal({
				code: 'hotline.not_valid_before',
				field: 'from',
				message:
					'Ngày trước ngày này số cũ chưa dùng hoặc đã thôi dùng. Hãy chọn ngày khác; nếu chỉ ghi nhầm, hãy dùng “Sửa lỗi ghi nhầm”.'
			});
		}
		await tx
			.update(hotline)
			.set({ validTo: addDays(from, -1), lockVersion: lockVersion + 1 })
			.where(eq(hotline.id, id));
		const [row] = await tx
			.insert(hotline)
			.values({
				...values,
				...recordedBy(ctx),
				position: old.position,
				validFrom: from,
				validTo: old.validTo !== null && old.validTo >= from ? old.validTo : null,
				succeedsId: id
			})
			.returning({ id: hotline.id });
		// What already followed the old line now follows the one between.
		await tx
			.update(hotline)
			.set({ succeedsId: row!.id })
			.where(and(eq(hotline.succeedsId, id), sql`${hotline.id} <> ${row!.id}`));
		await record(tx, ctx, {
			act: 'hotline.changed',
			subject: { kind: 'hotline', id: row!.id },
			before: { id, ...saidOf(old) },
			after: given
		});
		return row!.id;
	});
}

/** Ends a line that nothing follows, with its last day. */
export async function end(
	ctx: Ctx,
	id: number,
	lockVersion: number,
	lastDay: string,
	reason: string
): Promise<void> {
	await changing(ctx, async (tx) => {
		const old = await locked(tx, id, lockVersion);
		if (!isDay(lastDay) || lastDay < old.validFrom)
			throw new Refusal({
				code: 'hotline.last_day',
				field: 'validTo',
				message: 'Hãy chọn ngày cuối cùng còn dùng, từ ngày bắt đầu dùng trở đi.'
			});
		if (old.validTo !== null && old.validTo < dayOf(ctx.now))
			throw new Refusal({
				code: 'hotline.ended',
				status: 409,
				message: 'Dòng này đã thôi dùng rồi. Hãy tải lại trang để xem sổ mới nhất.'
			});
		const why = reason
			.toWellFormed()
			.normalize('NFC')
			.replaceAll(/[\p{Cc}\s]+/gu, ' ')
			.trim()
			.slice(0, 500);
		await tx
			.update(hotline)
			.set({ validTo: lastDay, lockVersion: lockVersion + 1 })
			.where(eq(hotline.id, id));
		await record(tx, ctx, {
			act: 'hotline.ended',
			subject: { kind: 'hotline', id },
			before: saidOf(old),
			after: { validTo: lastDay },
			note: why || undefined
		});
	});
}

/** Moves a line one place up or down among those that hold today or later. */
export async function move(ctx: Ctx, id: number, where: 'up' | 'down'): Promise<void> {
	await changing(ctx, async (tx) => {
		await tx.execute(sql`lock table ${hotline} in share row exclusive mode`);
		const today = dayOf(ctx.now);
		const rows = (await all(tx)).filter(({ validTo }) => validTo === null || validTo >= today);
		const at = rows.findIndex((row) => row.id === id);
		if (at < 0) throw notFound('dòng này trong sổ đường dây nóng');
		const to = where === 'up' ? at - 1 : at + 1;
		if (to < 0 || to >= rows.length) return;
		const order = rows.toSpliced(at, 1).toSpliced(to, 0, rows[at]!);
		for (const [position, row] of order.entries())
			if (row.position !== position + 1)
				await tx
					.update(hotline)
					.set({ position: position + 1 })
					.where(eq(hotline.id, row.id));
		await record(tx, ctx, {
			act: 'hotline.moved',
			subject: { kind: 'hotline', id },
			after: { where, order: order.map((row) => row.id) }
		});
	});
}

function changing<T>(ctx: Ctx, work: (tx: Transaction) => Promise<T>): Promise<T> {
	return transact(
		ctx,
		(tx) => {
			refuseIfAny(policy.refusals(ctx.actor, 'edit_hotlines'));
			return work(tx);
		},
		violations
	);
}

async function locked(
	tx: Transaction,
	id: number,
	lockVersion: number
): Promise<typeof hotline.$inferSelect> {
	const [found] = await tx.select().from(hotline).where(eq(hotline.id, id)).for('update');
	if (!found) throw notFound('dòng này trong sổ đường dây nóng');
	if (found.lockVersion !== lockVersion) throw staleVersion();
	return found;
}

async function unitThere(tx: Transaction, unitId: number | null): Promise<void> {
	if (unitId === null) return;
	const [found] = await tx.select({ id: unit.id }).from(unit).where(eq(unit.id, unitId));
	if (!found)
		throw new Refusal({
			code: 'hotline.unit',
			field: 'unitId',
			message: 'Hãy chọn lại đơn vị trong danh sách.'
		});
}

const recordedBy = (ctx: Ctx) => ({
	recordedAt: ctx.now,
	recordedByPersonId: ctx.actor.kind === 'person' ? ctx.actor.personId : null
});

/** What a line says, for the journal. */
function saidOf(row: typeof hotline.$inferSelect): Record<string, unknown> {
	const {
		wardId: _ward,
		id: _id,
		lockVersion: _lock,
		recordedAt: _at,
		recordedByPersonId: _by,
		...said
	} = row;
	return said;
}
