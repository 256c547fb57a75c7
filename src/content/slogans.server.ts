/** The register of slogans: written, approved by another, hung, taken down in time. */
import { and, desc, eq, sql } from 'drizzle-orm';
import { person, type Ctx } from '#people/actor.ts';
import { person as personTable } from '#people/schema.server.ts';
import { landEvidence } from '#plan/evidence.server.ts';
import { contentArea, task, taskContentArea } from '#plan/schema.server.ts';
import { dayOf, isDay, startOfDay } from '#platform/clock.ts';
import { read, transact, type Transaction } from '#platform/db.server.ts';
import * as format from '#platform/format.ts';
import { record } from '#platform/journal.server.ts';
import { notFound, Refusal, refuseIfAny, type RefusalDetail } from '#platform/refusal.ts';
import { ward } from '#platform/schema.server.ts';
import type { BannerSize, BannerStyle } from './prints/banner.ts';
import { slogan, story, violations } from './schema.server.ts';
import {
	longestIn,
	refusals,
	stateOf,
	tidied,
	wrongIn,
	type SloganAct,
	type SloganInput,
	type SloganState
} from './slogan.ts';

export type SloganRow = typeof slogan.$inferSelect;
export type SloganView = SloganRow & { state: SloganState; writtenBy: string; wardName: string };

const acts = ['write', 'approve', 'print', 'hang', 'take_down', 'remove'] as const;

/** What hangs or will hang first, what is down last. */
export async function list(ctx: Ctx, limit = 300): Promise<SloganView[]> {
	refuseIfAny(refusals(ctx.actor, 'look'));
	const rows = await read(ctx, (tx) =>
		select(tx)
			.orderBy(sql`${slogan.takenDownOn} is not null`, desc(slogan.hangsTo), desc(slogan.id))
			.limit(limit)
	);
	return rows.map((row) => view(row, ctx));
}

export async function get(
	ctx: Ctx,
	id: number
): Promise<SloganView & { refusals: Record<(typeof acts)[number], RefusalDetail[]> }> {
	refuseIfAny(refusals(ctx.actor, 'look'));
	return read(ctx, async (tx) => {
		const [row] = await select(tx).where(eq(slogan.id, id));
		if (!row) throw notFound('khẩu hiệu này');
		return {
			...view(row, ctx),
			refusals: Object.fromEntries(acts.map((act) => [act, refusals(ctx.actor, act, row.slogan)])) as Record<
				(typeof acts)[number],
				RefusalDetail[]
			>
		};
	});
}

const select = (tx: Transaction) =>
	tx
		.select({ slogan, writtenBy: personTable.name, wardName: ward.name })
		.from(slogan)
		.innerJoin(personTable, eq(personTable.id, slogan.writtenByPersonId))
		.innerJoin(ward, eq(ward.id, slogan.wardId));

const view = (row: { slogan: SloganRow; writtenBy: string; wardName: string }, ctx: Ctx): SloganView => ({
	...row.slogan,
	state: stateOf(row.slogan, dayOf(ctx.now)),
	writtenBy: row.writtenBy,
	wardName: row.wardName
});

/** What a form for a new one needs to know. */
export async function beginning(
	ctx: Ctx
): Promise<{ longest: number; wardName: string; refusals: RefusalDetail[] }> {
	return read(ctx, async (tx) => {
		const there = await wardOf(tx, ctx);
		return {
			longest: longestIn(there.settings),
			wardName: there.name,
			refusals: refusals(ctx.actor, 'write')
		};
	});
}

async function wardOf(tx: Transaction, ctx: Ctx) {
	const [there] = await tx.select().from(ward).where(eq(ward.id, ctx.wardId));
	return there!;
}

export async function create(ctx: Ctx, input: SloganInput): Promise<number> {
	const { personId } = person(ctx);
	refuseIfAny(refusals(ctx.actor, 'write'));
	return transact(
		ctx,
		async (tx) => {
			const values = await checked(tx, ctx, input);
			const [row] = await tx
				.insert(slogan)
				.values({ ...values, writtenAt: ctx.now, writtenByPersonId: personId })
				.returning({ id: slogan.id });
			await record(tx, ctx, {
				act: 'slogan.written',
				subject: { kind: 'slogan', id: row!.id },
				after: values
			});
			return row!.id;
		},
		violations
	);
}

/** Changes it; the approval falls with any change, because it was given for these words at this place. */
export async function revise(ctx: Ctx, id: number, input: SloganInput, lockVersion: number): Promise<void> {
	const { personId } = person(ctx);
	await transact(
		ctx,
		async (tx) => {
			const row = await begin(tx, ctx, 'write', id);
			if (row.lockVersion !== lockVersion) throw changedMeanwhile();
			const values = await checked(tx, ctx, input);
			const before = Object.fromEntries(
				(Object.keys(values) as (keyof typeof values)[]).map((key) => [key, row[key]])
			);
			if (JSON.stringify(before) === JSON.stringify(values)) return;
			await change(tx, row, {
				...values,
				writtenAt: ctx.now,
				writtenByPersonId: personId,
				approvedAt: null,
				approvedByPersonId: null
			});
			await record(tx, ctx, {
				act: 'slogan.written',
				subject: { kind: 'slogan', id },
				before,
				after: values
			});
		},
		violations
	);
}

export async function approve(ctx: Ctx, id: number, lockVersion: number): Promise<void> {
	const { personId } = person(ctx);
	await transact(
		ctx,
		async (tx) => {
			const row = await begin(tx, ctx, 'approve', id);
			// Approved is what was read.
			if (row.lockVersion !== lockVersion) throw changedMeanwhile();
			await change(tx, row, { approvedAt: ctx.now, approvedByPersonId: personId });
			await record(tx, ctx, {
				act: 'slogan.approved',
				subject: { kind: 'slogan', id },
				after: { text: row.text, place: row.place }
			});
		},
		violations
	);
}

/** Somebody hung it: from then on it counts for its task. */
export async function hang(ctx: Ctx, id: number, given: { on: string; count: number }): Promise<void> {
	const { personId } = person(ctx);
	await transact(
		ctx,
		async (tx) => {
			const row = await begin(tx, ctx, 'hang', id);
			refuseIfAny(dayWrong(ctx, 'hungOn', given.on, 'treo'));
			if (given.on < dayOf(row.approvedAt!))
				throw new Refusal({
					code: 'slogan.hung_before_approval',
					field: 'hungOn',
					message: `Khẩu hiệu được duyệt ngày ${format.date(row.approvedAt!)}, nên ngày treo phải từ ngày ấy trở đi. Hãy chọn lại.`
				});
			if (!Number.isInteger(given.count) || given.count < 1 || given.count > 10_000)
				throw new Refusal({
					code: 'slogan.hung_count',
					field: 'hungCount',
					message: 'Hãy ghi số tấm đã treo, từ 1 đến 10.000.'
				});
			await change(tx, row, { hungOn: given.on, hungCount: given.count, hungByPersonId: personId });
			if (row.taskId)
				await landEvidence(tx, ctx, {
					taskId: row.taskId,
					contentAreaKeys: await areasOf(tx, row.taskId),
					channel: 'slogan',
					title: `Khẩu hiệu: ${row.text.replaceAll('\n', ' ')}`,
					url: `/lam-viec/khau-hieu/${id}`,
					occurredAt: startOfDay(given.on),
					sourceKind: 'slogan',
					sourceId: id
				});
			await record(tx, ctx, {
				act: 'slogan.hung',
				subject: { kind: 'slogan', id },
				after: { on: given.on, count: given.count, place: row.place }
			});
		},
		violations
	);
}

const areasOf = async (tx: Transaction, taskId: number): Promise<string[]> =>
	(
		await tx
			.select({ key: contentArea.key })
			.from(taskContentArea)
			.innerJoin(contentArea, eq(contentArea.id, taskContentArea.contentAreaId))
			.where(eq(taskContentArea.taskId, taskId))
	).map(({ key }) => key);

export async function takeDown(ctx: Ctx, id: number, on: string): Promise<void> {
	const { personId } = person(ctx);
	await transact(
		ctx,
		async (tx) => {
			const row = await begin(tx, ctx, 'take_down', id);
			refuseIfAny(dayWrong(ctx, 'takenDownOn', on, 'gỡ'));
			if (on < row.hungOn!)
				throw new Refusal({
					code: 'slogan.taken_down_on',
					field: 'takenDownOn',
					message: 'Ngày gỡ phải từ ngày treo trở đi. Hãy chọn lại.'
				});
			await change(tx, row, { takenDownOn: on, takenDownByPersonId: personId });
			await record(tx, ctx, { act: 'slogan.taken_down', subject: { kind: 'slogan', id }, after: { on } });
		},
		violations
	);
}

/** Only what never hung; what hung stays in the register. */
export async function remove(ctx: Ctx, id: number): Promise<void> {
	person(ctx);
	await transact(ctx, async (tx) => {
		const row = await begin(tx, ctx, 'remove', id);
		await tx.delete(slogan).where(eq(slogan.id, id));
		await record(tx, ctx, {
			act: 'slogan.removed',
			subject: { kind: 'slogan', id },
			before: { text: row.text, place: row.place }
		});
	});
}

async function begin(tx: Transaction, ctx: Ctx, act: SloganAct, id: number): Promise<SloganRow> {
	refuseIfAny(refusals(ctx.actor, 'look'));
	const [row] = await tx.select().from(slogan).where(eq(slogan.id, id)).for('update');
	if (!row) throw notFound('khẩu hiệu này');
	refuseIfAny(refusals(ctx.actor, act, row));
	return row;
}

const change = (tx: Transaction, row: SloganRow, values: Partial<SloganRow>) =>
	tx
		.update(slogan)
		.set({ ...values, lockVersion: row.lockVersion + 1 })
		.where(and(eq(slogan.id, row.id), eq(slogan.lockVersion, row.lockVersion)));

const changedMeanwhile = (): Refusal =>
	new Refusal({
		code: 'slogan.changed_meanwhile',
		status: 409,
		message: 'Người khác vừa sửa khẩu hiệu này. Hãy tải lại trang, đọc bản mới rồi làm tiếp.'
	});

function dayWrong(ctx: Ctx, field: string, day: string, what: string): RefusalDetail[] {
	if (!isDay(day)) return [{ code: `slogan.${field}`, field, message: `Hãy chọn ngày ${what}.` }];
	return day <= dayOf(ctx.now)
		? []
		: [
				{
					code: `slogan.${field}`,
					field,
					message: `Ngày ${what} chưa đến. Hãy ghi sau khi đã ${what} xong.`
				}
			];
}

async function checked(tx: Transaction, ctx: Ctx, input: SloganInput) {
	const values = {
		text: tidied(input.text),
		size: input.size as BannerSize,
		style: input.style as BannerStyle,
		place: tidied(input.place).replaceAll('\n', '; '),
		hangsFrom: input.hangsFrom,
		hangsTo: input.hangsTo,
		taskId: input.taskId,
		storyId: input.storyId
	};
	refuseIfAny(wrongIn(values, longestIn((await wardOf(tx, ctx)).settings)));
	if (values.taskId && !(await knows(tx, task, values.taskId)))
		throw new Refusal({
			code: 'slogan.taskId',
			field: 'taskId',
			message: 'Không còn nhiệm vụ này. Hãy chọn nhiệm vụ khác hoặc để trống.'
		});
	if (values.storyId && !(await knows(tx, story, values.storyId))) values.storyId = null;
	return values;
}

const knows = async (tx: Transaction, table: typeof task | typeof story, id: number): Promise<boolean> =>
	(await tx.select({ id: table.id }).from(table).where(eq(table.id, id))).length > 0;
