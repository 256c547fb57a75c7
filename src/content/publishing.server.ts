/** Bringing a story before the public and taking it back: on the minute, once, and its evidence with it. */
import { and, asc, eq, isNotNull, lte, notInArray, or, sql } from 'drizzle-orm';
import { withdrawEvidence } from '#plan/evidence.server.ts';
import { person, type Ctx } from '#people/actor.ts';
import { transact, type Transaction } from '#platform/db.server.ts';
import { record } from '#platform/journal.server.ts';
import { Refusal } from '#platform/refusal.ts';
import { begin, move, noApproval, seal, type Loaded } from './facts.server.ts';
import { makeShownPublic } from './files.server.ts';
import { indexStory } from './indexing.server.ts';
import { landOnTask } from './landing.server.ts';
import { reasonOf } from './review.server.ts';
import { story, storyContentArea, violations } from './schema.server.ts';
import { slugOf, type TransitionAct } from './story.ts';

/** Sets the minute of publication, or another one. */
export async function schedule(ctx: Ctx, id: number, at: Date, lockVersion?: number): Promise<void> {
	const minute = minuteAhead(ctx, at);
	await transact(ctx, async (tx) => {
		const loaded = await begin(tx, ctx, 'schedule', id, lockVersion);
		await move(
			tx,
			ctx,
			loaded,
			'schedule',
			{ scheduledAt: minute },
			{ act: 'story.scheduled', after: { scheduledAt: minute, title: loaded.revision.title } }
		);
	});
}

/** The minute a moment lies in, refused unless it is still to come; for checking a form before anything is done. */
export function minuteAhead(ctx: Pick<Ctx, 'now'>, at: Date): Date {
	const minute = new Date(Math.floor(at.getTime() / 60_000) * 60_000);
	const wrong = (message: string): Refusal => new Refusal({ code: 'story.time', field: 'at', message });
	if (Number.isNaN(minute.getTime())) throw wrong('Ngày giờ chưa đúng. Hãy chọn lại ngày và giờ đăng.');
	if (minute.getTime() <= ctx.now.getTime())
		throw wrong('Giờ đăng phải ở sau lúc này. Hãy chọn giờ khác, hoặc bấm “Đăng ngay”.');
	if (minute.getTime() > ctx.now.getTime() + 366 * 86_400_000)
		throw wrong('Giờ đăng xa quá một năm. Hãy chọn ngày gần hơn.');
	return minute;
}

export async function unschedule(ctx: Ctx, id: number, lockVersion?: number): Promise<void> {
	await transact(ctx, async (tx) => {
		const loaded = await begin(tx, ctx, 'unschedule', id, lockVersion);
		await move(tx, ctx, loaded, 'unschedule', { scheduledAt: null }, { act: 'story.unscheduled' });
	});
}

/** Publishes the approved version now. */
export async function publish(ctx: Ctx, id: number, lockVersion?: number): Promise<string> {
	return transact(
		ctx,
		async (tx) =>
			bringOut(tx, ctx, await begin(tx, ctx, 'publish', id, lockVersion), 'publish', 'story.published'),
		violations
	);
}

/**
 * The chair publishes without a second approval, because waiting would do harm (storm, epidemic, fraud). It leaves a
 * debt: another person has to look at it afterwards (`clearEmergency`).
 */
export async function publishEmergency(
	ctx: Ctx,
	id: number,
	reason: string,
	lockVersion?: number
): Promise<string> {
	const { personId } = person(ctx);
	const words = reasonOf(reason, 10, 'Hãy ghi lý do phải đăng khẩn (ít nhất 10 ký tự).');
	return transact(
		ctx,
		async (tx) => {
			const loaded = await begin(tx, ctx, 'publish_emergency', id, lockVersion);
			await seal(tx, ctx, loaded.revision.id);
			const debt = {
				emergencyAt: ctx.now,
				emergencyByPersonId: personId,
				emergencyReason: words,
				emergencyClearedAt: null,
				emergencyClearedByPersonId: null
			};
			return bringOut(
				tx,
				ctx,
				loaded,
				'publish_emergency',
				'story.published',
				{ ...noApproval, ...debt },
				words
			);
		},
		violations
	);
}

/** A publication later than this after its minute was not in time. */
const IN_TIME = 60_000;

/**
 * Publishes everything whose minute has come. Any number of workers may ask at once: the row is locked, passed over
 * when another holds it, and looked at again under the lock. One story that fails does not hold the others back.
 */
export async function publishDue(ctx: Ctx): Promise<number> {
	let published = 0;
	const failed: { id: number; error: unknown }[] = [];
	for (;;) {
		let current: number | undefined;
		try {
			const done = await transact(
				ctx,
				async (tx) => {
					const [due] = await tx
						.select({ id: story.id })
						.from(story)
						.where(
							and(
								eq(story.state, 'scheduled'),
								lte(story.scheduledAt, ctx.now),
								failed.length > 0
									? notInArray(
											story.id,
											failed.map(({ id }) => id)
										)
									: undefined
							)
						)
						.orderBy(asc(story.scheduledAt), asc(story.id))
						.limit(1)
						.for('update', { skipLocked: true });
					if (!due) return false;
					current = due.id;
					await publishOneDue(tx, ctx, due.id);
					return true;
				},
				violations
			);
			if (!done) break;
			published += 1;
		} catch (error) {
			if (current === undefined) throw error;
			failed.push({ id: current, error });
		}
	}
	if (failed.length > 0) {
		throw new AggregateError(
			failed.map(({ error }) => error),
			`scheduled stories that could not be published: ${failed.map(({ id }) => id).join(', ')}`
		);
	}
	return published;
}

async function publishOneDue(tx: Transaction, ctx: Ctx, id: number): Promise<void> {
	const loaded = await begin(tx, ctx, 'publish_due', id);
	const { scheduledAt } = loaded.row;
	const late = ctx.now.getTime() - scheduledAt!.getTime();
	const lateSeconds = late > IN_TIME ? Math.round(late / 1000) : null;
	await bringOut(tx, ctx, loaded, 'publish_due', 'story.published', { lateSeconds });
	if (lateSeconds !== null) {
		await record(tx, ctx, {
			act: 'story.published_late',
			subject: { kind: 'story', id },
			after: { title: loaded.revision.title, scheduledAt, publishedAt: ctx.now, lateSeconds }
		});
	}
}

async function bringOut(
	tx: Transaction,
	ctx: Ctx,
	loaded: Loaded,
	by: TransitionAct,
	act: string,
	extra: Partial<typeof story.$inferInsert> = {},
	reason?: string
): Promise<string> {
	const { row, revision } = loaded;
	const slug = row.slug ?? (await freeSlug(tx, revision.title));
	const moved = await move(
		tx,
		ctx,
		loaded,
		by,
		{
			slug,
			publishedRevisionId: revision.id,
			publishedAt: row.publishedAt ?? ctx.now,
			republishedAt: ctx.now,
			scheduledAt: null,
			lateSeconds: null,
			withdrawnAt: null,
			withdrawnByPersonId: null,
			withdrawnReason: null,
			withdrawnNotice: null,
			...extra
		},
		{
			act,
			reason,
			after: {
				slug,
				title: revision.title,
				first: row.publishedAt === null,
				emergency: by === 'publish_emergency'
			}
		}
	);
	await makeShownPublic(tx, row.id, revision);
	await tx.delete(storyContentArea).where(eq(storyContentArea.storyId, row.id));
	if (revision.areas.length > 0)
		await tx.insert(storyContentArea).values(revision.areas.map((areaKey) => ({ storyId: row.id, areaKey })));
	await landOnTask(tx, ctx, moved);
	await indexStory(tx, ctx, moved);
	return slug;
}

/** The first free address for a title. The lock keeps two stories of one title from taking the same. */
async function freeSlug(tx: Transaction, title: string): Promise<string> {
	await tx.execute(sql`select pg_advisory_xact_lock(hashtext('story-slug'), current_ward()::int)`);
	const base = slugOf(title);
	const taken = await tx
		.select({ slug: story.slug })
		.from(story)
		.where(and(isNotNull(story.slug), or(eq(story.slug, base), sql`${story.slug} like ${`${base}-%`}`)));
	const used = new Set(taken.map((row) => row.slug));
	let slug = base;
	for (let number = 2; used.has(slug); number++) slug = `${base}-${number}`;
	return slug;
}

/** Takes a story off the portal. Its address stays and tells people since when and why. */
export async function withdraw(
	ctx: Ctx,
	id: number,
	given: { reason: string; notice: string },
	lockVersion?: number
): Promise<void> {
	const { personId } = person(ctx);
	const reason = reasonOf(
		given.reason,
		10,
		'Hãy ghi lý do gỡ bài (ít nhất 10 ký tự); lý do này lưu trong nhật ký.'
	);
	const notice = reasonOf(
		given.notice,
		10,
		'Hãy ghi lời báo cho người dân (ít nhất 10 ký tự); lời này hiện ở địa chỉ của bài.',
		'notice'
	);
	await transact(ctx, async (tx) => {
		const loaded = await begin(tx, ctx, 'withdraw', id, lockVersion);
		await seal(tx, ctx, loaded.revision.id);
		const moved = await move(
			tx,
			ctx,
			loaded,
			'withdraw',
			{
				...noApproval,
				publishedRevisionId: null,
				withdrawnAt: ctx.now,
				withdrawnByPersonId: personId,
				withdrawnReason: reason,
				withdrawnNotice: notice
			},
			{
				act: 'story.withdrawn',
				reason,
				after: { slug: loaded.row.slug, notice, withdrawnRevisionId: loaded.row.publishedRevisionId }
			}
		);
		await tx.delete(storyContentArea).where(eq(storyContentArea.storyId, id));
		await withdrawEvidence(tx, ctx, { sourceKind: 'story', sourceId: id, reason: `Bài đã gỡ: ${reason}` });
		await indexStory(tx, ctx, moved);
	});
}

/** Back to a draft; it is public again only after a new approval. Until then its address keeps the notice. */
export async function restore(ctx: Ctx, id: number, lockVersion?: number): Promise<void> {
	await transact(ctx, async (tx) => {
		const loaded = await begin(tx, ctx, 'restore', id, lockVersion);
		await move(tx, ctx, loaded, 'restore', {}, { act: 'story.restored' });
	});
}
