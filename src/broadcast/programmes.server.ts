/** Programmes (chuyên mục) and their slots. */
import { asc, eq, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Ctx } from '#people/actor.ts';
import { task } from '#plan/schema.server.ts';
import { isDay } from '#platform/clock.ts';
import { read, transact, type Transaction } from '#platform/db.server.ts';
import { record } from '#platform/journal.server.ts';
import { notFound, Refusal, refuseIfAny } from '#platform/refusal.ts';
import { segmentKinds, type SegmentKind } from './episode.ts';
import { refusals } from './policy.ts';
import { programme, programmeSlot, violations } from './schema.server.ts';

export type Programme = typeof programme.$inferSelect;
export type Slot = typeof programmeSlot.$inferSelect;

const line = (longest: number) =>
	z
		.string()
		.transform((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim())
		.pipe(z.string().max(longest, `Dài quá ${longest} ký tự. Hãy viết gọn lại.`));
const day = z.string().refine(isDay, 'Hãy chọn một ngày có thật.');

export const programmeGiven = z.object({
	name: line(120).refine((name) => name.length >= 3, 'Hãy đặt tên chuyên mục (ít nhất 3 ký tự).'),
	about: line(1000).default(''),
	areaKey: z.string().nullable().default(null),
	taskId: z.number().int().positive().nullable().default(null),
	template: z
		.array(z.enum(Object.keys(segmentKinds) as [SegmentKind, ...SegmentKind[]]))
		.min(1, 'Hãy chọn ít nhất một tiết mục.')
		.max(20, 'Nhiều nhất 20 tiết mục.'),
	minutes: z.number().int().min(1, 'Thời lượng từ 1 phút.').max(120, 'Thời lượng đến 120 phút.'),
	broadcastAreaIds: z.array(z.number().int().positive()).default([]),
	openingAudioId: z.number().int().positive().nullable().default(null)
});
export type ProgrammeGiven = z.input<typeof programmeGiven>;

export const slotGiven = z
	.object({
		recurrence: z.enum(['weekly', 'monthly_day', 'monthly_weekday', 'dates']),
		weekdays: z.array(z.number().int().min(1).max(7)).default([]),
		weeks: z.array(z.number().int().min(-1).max(5)).default([]),
		monthDays: z.array(z.number().int().min(1).max(31)).default([]),
		dates: z.array(day).default([]),
		atMinute: z.number().int().min(0).max(1439),
		repeatsSlotId: z.number().int().positive().nullable().default(null),
		onDayOff: z.enum(['keep', 'skip', 'next_day']).default('keep'),
		validFrom: day,
		validTo: day.nullable().default(null)
	})
	.superRefine((slot, wrong) => {
		const missing = {
			weekly: slot.weekdays.length === 0,
			monthly_day: slot.monthDays.length === 0,
			monthly_weekday: slot.weekdays.length === 0 || slot.weeks.length === 0,
			dates: slot.dates.length === 0
		}[slot.recurrence];
		if (missing)
			wrong.addIssue({
				code: 'custom',
				path: [
					slot.recurrence === 'monthly_day' ? 'monthDays' : slot.recurrence === 'dates' ? 'dates' : 'weekdays'
				],
				message: 'Hãy chọn những ngày phát.'
			});
	});
export type SlotGiven = z.input<typeof slotGiven>;

function parsed<T extends z.ZodType>(schema: T, given: unknown): z.output<T> {
	const result = schema.safeParse(given);
	if (result.success) return result.data;
	const issue = result.error.issues[0]!;
	throw new Refusal({
		code: 'programme.wrong',
		field: String(issue.path[0] ?? ''),
		message: /[À-ỹ]/.test(issue.message) ? issue.message : 'Giá trị này chưa đúng. Hãy nhập lại.'
	});
}

async function refuseUnknownTask(tx: Transaction, taskId: number | null): Promise<void> {
	if (taskId === null) return;
	const [found] = await tx.select({ id: task.id }).from(task).where(eq(task.id, taskId));
	if (!found)
		throw new Refusal({
			code: 'programme.task',
			field: 'taskId',
			message: 'Nhiệm vụ này không còn trong kế hoạch. Hãy chọn lại.'
		});
}

export async function create(ctx: Ctx, given: ProgrammeGiven): Promise<number> {
	refuseIfAny(refusals(ctx.actor, 'run_station'));
	const values = parsed(programmeGiven, given);
	return transact(
		ctx,
		async (tx) => {
			await refuseUnknownTask(tx, values.taskId);
			const [row] = await tx.insert(programme).values(values).returning({ id: programme.id });
			await record(tx, ctx, {
				act: 'programme.created',
				subject: { kind: 'programme', id: row!.id },
				after: { name: values.name }
			});
			return row!.id;
		},
		violations
	);
}

export async function edit(ctx: Ctx, id: number, given: ProgrammeGiven, lockVersion: number): Promise<void> {
	refuseIfAny(refusals(ctx.actor, 'run_station'));
	const values = parsed(programmeGiven, given);
	await transact(
		ctx,
		async (tx) => {
			await refuseUnknownTask(tx, values.taskId);
			const before = await lockedProgramme(tx, id, lockVersion);
			await tx
				.update(programme)
				// What this form does not ask for stays: areas of loudspeakers, the opening music.
				.set({
					...values,
					broadcastAreaIds: given.broadcastAreaIds ?? before.broadcastAreaIds,
					openingAudioId: given.openingAudioId === undefined ? before.openingAudioId : values.openingAudioId,
					lockVersion: sql`${programme.lockVersion} + 1`
				})
				.where(eq(programme.id, id));
			await record(tx, ctx, {
				act: 'programme.edited',
				subject: { kind: 'programme', id },
				before: { name: before.name, minutes: before.minutes },
				after: { name: values.name, minutes: values.minutes }
			});
		},
		violations
	);
}

/** Ends a programme: no further episodes are made; what was aired stays. */
export async function retire(ctx: Ctx, id: number, lockVersion: number): Promise<void> {
	refuseIfAny(refusals(ctx.actor, 'run_station'));
	await transact(ctx, async (tx) => {
		await lockedProgramme(tx, id, lockVersion);
		await tx
			.update(programme)
			.set({ retiredAt: ctx.now, lockVersion: sql`${programme.lockVersion} + 1` })
			.where(eq(programme.id, id));
		await record(tx, ctx, { act: 'programme.retired', subject: { kind: 'programme', id } });
	});
}

async function lockedProgramme(tx: Transaction, id: number, lockVersion?: number): Promise<Programme> {
	const [row] = await tx.select().from(programme).where(eq(programme.id, id)).for('no key update');
	if (!row || row.retiredAt) throw notFound('chuyên mục này');
	if (lockVersion !== undefined && row.lockVersion !== lockVersion)
		throw new Refusal({
			code: 'programme.changed_meanwhile',
			status: 409,
			message: 'Chuyên mục vừa được người khác sửa. Hãy tải lại trang rồi sửa lại.'
		});
	return row;
}

export async function addSlot(ctx: Ctx, programmeId: number, given: SlotGiven): Promise<number> {
	refuseIfAny(refusals(ctx.actor, 'run_station'));
	const values = parsed(slotGiven, given);
	return transact(
		ctx,
		async (tx) => {
			await lockedProgramme(tx, programmeId);
			if (values.repeatsSlotId !== null) {
				const [repeated] = await tx
					.select()
					.from(programmeSlot)
					.where(eq(programmeSlot.id, values.repeatsSlotId));
				if (!repeated || repeated.programmeId !== programmeId || repeated.repeatsSlotId !== null)
					throw new Refusal({
						code: 'programme_slot.repeats',
						field: 'repeatsSlotId',
						message: 'Hãy chọn khung phát chính của chính chuyên mục này để phát lại.'
					});
			}
			const [row] = await tx
				.insert(programmeSlot)
				.values({ ...values, programmeId })
				.returning({ id: programmeSlot.id });
			await record(tx, ctx, {
				act: 'programme.slot_added',
				subject: { kind: 'programme', id: programmeId },
				after: values
			});
			return row!.id;
		},
		violations
	);
}

/** The last day of a slot; what has been aired is not touched. */
export async function endSlot(ctx: Ctx, slotId: number, validTo: string): Promise<void> {
	refuseIfAny(refusals(ctx.actor, 'run_station'));
	const last = parsed(day, validTo);
	await transact(
		ctx,
		async (tx) => {
			const [row] = await tx
				.update(programmeSlot)
				.set({ validTo: last, lockVersion: sql`${programmeSlot.lockVersion} + 1` })
				.where(eq(programmeSlot.id, slotId))
				.returning();
			if (!row) throw notFound('khung phát này');
			await record(tx, ctx, {
				act: 'programme.slot_ended',
				subject: { kind: 'programme', id: row.programmeId },
				after: { slotId, validTo: last }
			});
		},
		violations
	);
}

export async function list(ctx: Ctx): Promise<(Programme & { slots: Slot[] })[]> {
	refuseIfAny(refusals(ctx.actor, 'look'));
	return read(ctx, async (tx) => {
		const rows = await tx
			.select()
			.from(programme)
			.where(isNull(programme.retiredAt))
			.orderBy(asc(programme.name));
		const slots = await tx
			.select()
			.from(programmeSlot)
			.orderBy(asc(programmeSlot.atMinute), asc(programmeSlot.id));
		return rows.map((row) => ({ ...row, slots: slots.filter((slot) => slot.programmeId === row.id) }));
	});
}
