/**
 * Emergency messages (bản tin khẩn; QĐ 18/2021/QĐ-TTg Đ60, NĐ 66/2021 Đ4 k3): written by one, confirmed by a second
 * person, on the air at once over everything else and outside of hours, repeated until lifted; every minute is kept.
 */
import { desc, eq } from 'drizzle-orm';
import { person, type Ctx } from '#people/actor.ts';
import { read, transact, type Transaction } from '#platform/db.server.ts';
import { record } from '#platform/journal.server.ts';
import { notFound, Refusal, refuseIfAny, type RefusalDetail } from '#platform/refusal.ts';
import * as audios from './audio/audios.server.ts';
import * as playout from './playout.server.ts';
import { refusals } from './policy.ts';
import { emergencyMessage, violations } from './schema.server.ts';
import { settingsIn } from './settings.server.ts';
import { speakIn } from './spoken-words.server.ts';

export type Emergency = typeof emergencyMessage.$inferSelect;

export type EmergencyGiven = {
	title: string;
	/** As written; it is said in its spoken form. */
	text: string;
	/** Số văn bản, điện thoại của ai: who ordered it. */
	orderedBy: string;
	receivedAt: Date;
	repeatMinutes: number | null;
	until: Date | null;
	areaIds: number[];
	cap?: { identifier: string; fields: Record<string, unknown> };
};

const wrong = (field: string, message: string): Refusal =>
	new Refusal({ code: `emergency.${field}`, field, message });

/** Writes it down and lets the station's voice read it at once, so that it is ready when it is confirmed. */
export async function draft(ctx: Ctx, given: EmergencyGiven): Promise<number> {
	refuseIfAny(refusals(ctx.actor, 'draft_emergency'));
	const title = given.title.normalize('NFC').replace(/\s+/g, ' ').trim();
	const text = given.text.toWellFormed().normalize('NFC').trim();
	const orderedBy = given.orderedBy.normalize('NFC').replace(/\s+/g, ' ').trim();
	if (title.length < 3 || title.length > 200)
		throw wrong('title', 'Hãy đặt tên bản tin khẩn (3 đến 200 ký tự).');
	if (text.length < 10 || text.length > 4000)
		throw wrong('text', 'Hãy viết lời bản tin (10 đến 4.000 ký tự): việc gì, ở đâu, bà con cần làm gì.');
	if (orderedBy.length < 3 || orderedBy.length > 300)
		throw wrong('orderedBy', 'Hãy ghi ai ra lệnh phát: số văn bản, hoặc điện thoại của ai, lúc nào.');
	if (given.receivedAt > ctx.now)
		throw wrong('receivedAt', 'Giờ nhận lệnh không thể ở phía trước. Hãy xem lại.');
	if (
		given.repeatMinutes !== null &&
		!(Number.isInteger(given.repeatMinutes) && given.repeatMinutes >= 5 && given.repeatMinutes <= 720)
	)
		throw wrong('repeatMinutes', 'Nhắc lại sau 5 đến 720 phút, hoặc bỏ trống để chỉ phát một lần.');
	if (given.until !== null && given.until <= ctx.now)
		throw wrong('until', 'Giờ thôi phát phải ở phía trước. Hãy chọn lại.');
	const { spoken, voice } = await read(ctx, async (tx) => ({
		spoken: (await speakIn(tx))(text),
		voice: (await settingsIn(tx)).voice
	}));
	const audioId = await audios.synthesise(ctx, { title, spoken, voice });
	return transact(
		ctx,
		async (tx) => {
			const [row] = await tx
				.insert(emergencyMessage)
				.values({
					title,
					spoken,
					audioId,
					orderedBy,
					receivedAt: given.receivedAt,
					state: 'drafted',
					draftedByPersonId: ctx.actor.kind === 'person' ? ctx.actor.personId : null,
					repeatMinutes: given.repeatMinutes,
					until: given.until,
					broadcastAreaIds: given.areaIds,
					capIdentifier: given.cap?.identifier ?? null,
					cap: given.cap?.fields ?? null,
					createdAt: ctx.now
				})
				.returning({ id: emergencyMessage.id });
			await record(tx, ctx, {
				act: 'emergency.drafted',
				subject: { kind: 'emergency', id: row!.id },
				after: { title, orderedBy, receivedAt: given.receivedAt.toISOString() }
			});
			return row!.id;
		},
		violations
	);
}

/** Reasons against an act, for the verb and for the page's buttons. */
export function actRefusals(actor: Ctx['actor'], act: 'confirm' | 'lift', row: Emergency): RefusalDetail[] {
	const reasons = refusals(actor, 'confirm_emergency');
	if (act === 'confirm' && actor.kind === 'person' && row.draftedByPersonId === actor.personId)
		reasons.push({
			code: 'emergency.own_message',
			status: 403,
			message:
				'Bản tin khẩn cần người thứ hai xác nhận. Hãy nhờ Chủ tịch, Phó Chủ tịch hoặc người được giao xác nhận.'
		});
	const wanted = act === 'confirm' ? 'drafted' : 'confirmed';
	if (row.state !== wanted)
		reasons.push({
			code: 'emergency.state',
			status: 409,
			message:
				act === 'confirm'
					? 'Bản tin này đã phát hoặc đã dừng. Hãy tải lại trang.'
					: 'Bản tin này chưa phát hoặc đã dừng. Hãy tải lại trang.'
		});
	return reasons;
}

/** Puts it on the air: from this moment consoles are told to play it over everything. */
export async function confirm(ctx: Ctx, id: number): Promise<void> {
	const { personId } = person(ctx);
	await transact(
		ctx,
		async (tx) => {
			const row = await locked(tx, id);
			refuseIfAny(actRefusals(ctx.actor, 'confirm', row));
			await tx
				.update(emergencyMessage)
				.set({
					state: 'confirmed',
					confirmedAt: ctx.now,
					confirmedByPersonId: personId,
					lockVersion: row.lockVersion + 1
				})
				.where(eq(emergencyMessage.id, id));
			await record(tx, ctx, {
				act: 'emergency.confirmed',
				subject: { kind: 'emergency', id },
				after: {
					title: row.title,
					minutesSinceOrder: Math.round((ctx.now.getTime() - row.receivedAt.getTime()) / 60_000)
				}
			});
			await playout.planIn(tx, ctx);
		},
		violations
	);
}

/** Takes it off the air: no repeat is begun any more. */
export async function lift(ctx: Ctx, id: number): Promise<void> {
	const { personId } = person(ctx);
	await transact(ctx, async (tx) => {
		const row = await locked(tx, id);
		refuseIfAny(actRefusals(ctx.actor, 'lift', row));
		await tx
			.update(emergencyMessage)
			.set({
				state: 'lifted',
				liftedAt: ctx.now,
				liftedByPersonId: personId,
				lockVersion: row.lockVersion + 1
			})
			.where(eq(emergencyMessage.id, id));
		await record(tx, ctx, {
			act: 'emergency.lifted',
			subject: { kind: 'emergency', id },
			after: { title: row.title }
		});
		await playout.planIn(tx, ctx);
	});
}

async function locked(tx: Transaction, id: number): Promise<Emergency> {
	const [row] = await tx
		.select()
		.from(emergencyMessage)
		.where(eq(emergencyMessage.id, id))
		.for('no key update');
	if (!row) throw notFound('bản tin khẩn này');
	return row;
}

export async function list(ctx: Ctx): Promise<(Emergency & { audioState: audios.Audio['state'] | null })[]> {
	refuseIfAny(refusals(ctx.actor, 'look'));
	return read(ctx, async (tx) => {
		const rows = await tx.select().from(emergencyMessage).orderBy(desc(emergencyMessage.id)).limit(100);
		const sounds = await audios.several(
			tx,
			rows.flatMap(({ audioId }) => (audioId === null ? [] : [audioId]))
		);
		return rows.map((row) => ({
			...row,
			audioState: row.audioId === null ? null : (sounds.get(row.audioId)?.state ?? null)
		}));
	});
}
