/** Episodes (số phát thanh): made ahead from the slots, written, approved by another person, put on the air or called off. */
import { createHash } from 'node:crypto';
import { and, asc, eq, gte, inArray, isNull, lt } from 'drizzle-orm';
import { person, type Ctx } from '#people/actor.ts';
import { addDays, dayOf } from '#platform/clock.ts';
import { read, transact, type Transaction } from '#platform/db.server.ts';
import { date as writtenDate } from '#platform/format.ts';
import { record } from '#platform/journal.server.ts';
import { notFound, Refusal, refuseIfAny, type RefusalDetail } from '#platform/refusal.ts';
import { calendarOf } from '#platform/working-days.server.ts';
import { ward } from '#platform/schema.server.ts';
import * as files from '#platform/files.server.ts';
import { replace } from '#search/index.server.ts';
import * as audios from './audio/audios.server.ts';
import { estimate, speedsIn, type Speeds } from './audio/reading-speed.server.ts';
import { episodeStates, isMusic, segmentKinds, type EpisodeState, type SegmentKind } from './episode.ts';
import type { PlayoutPart } from './playout.ts';
import { refusals, type StationAct } from './policy.ts';
import { episode, programme, programmeSlot, segment, violations } from './schema.server.ts';
import { settingsIn } from './settings.server.ts';
import { daysOf, hoursProblems, momentOf } from './slots.ts';
import { speakIn } from './spoken-words.server.ts';

export { isMusic };
export type Episode = typeof episode.$inferSelect;
export type Segment = typeof segment.$inferSelect;

/** An estimate is no stopwatch: so much over the planned length is nobody's concern. */
const SLACK_MS = 15_000;
const inWords = (ms: number): string => {
	const seconds = Math.round(ms / 1000);
	return seconds < 60 ? `${seconds} giây` : `${Math.floor(seconds / 60)} phút ${seconds % 60} giây`;
};

/** How far ahead episodes are made. */
const AHEAD_DAYS = 15;

/** Makes the episodes of the coming days that are not there yet; the worker asks every hour, twice does no harm. */
export async function makeAhead(ctx: Ctx): Promise<number> {
	return transact(ctx, async (tx) => {
		const calendar = await calendarOf(tx);
		const today = dayOf(ctx.now);
		const slots = await tx
			.select({ slot: programmeSlot, programme })
			.from(programmeSlot)
			.innerJoin(programme, eq(programme.id, programmeSlot.programmeId))
			.where(and(isNull(programme.retiredAt), isNull(programmeSlot.repeatsSlotId)));
		let made = 0;
		for (const { slot, programme: of } of slots) {
			for (const day of daysOf(slot, today, addDays(today, AHEAD_DAYS), calendar)) {
				const airsAt = momentOf(day, slot.atMinute);
				if (airsAt <= ctx.now) continue;
				if (
					await insertEpisode(tx, ctx, {
						programmeId: of.id,
						slotId: slot.id,
						title: `${of.name}, ngày ${writtenDate(day)}`,
						airsAt,
						template: of.template,
						openingAudioId: of.openingAudioId
					})
				)
					made++;
			}
		}
		return made;
	});
}

type Beginning = {
	programmeId: number;
	slotId: number | null;
	title: string;
	airsAt: Date;
	template: SegmentKind[];
	openingAudioId: number | null;
};

async function insertEpisode(tx: Transaction, ctx: Ctx, begin: Beginning): Promise<number | undefined> {
	const [row] = await tx
		.insert(episode)
		.values({
			programmeId: begin.programmeId,
			slotId: begin.slotId,
			title: begin.title.slice(0, 200),
			airsAt: begin.airsAt,
			state: 'draft',
			createdAt: ctx.now,
			changedAt: ctx.now
		})
		.onConflictDoNothing({ target: [episode.wardId, episode.slotId, episode.airsAt] })
		.returning({ id: episode.id });
	if (!row) return undefined;
	const say = await speakIn(tx);
	const [own] = await tx.select({ name: ward.name }).from(ward).where(eq(ward.id, ctx.wardId));
	const [of] = await tx
		.select({ name: programme.name })
		.from(programme)
		.where(eq(programme.id, begin.programmeId));
	await tx.insert(segment).values(
		begin.template.map((kind, position) => {
			const written = usualWords(kind, { station: own!.name, programme: of!.name, day: dayOf(begin.airsAt) });
			return {
				episodeId: row.id,
				position,
				kind,
				title: segmentKinds[kind],
				written,
				spoken: say(written),
				audioId:
					kind === 'jingle' || (kind === 'music' && begin.openingAudioId !== null)
						? begin.openingAudioId
						: null
			};
		})
	);
	await record(tx, ctx, {
		act: 'episode.made',
		subject: { kind: 'episode', id: row.id },
		after: { title: begin.title, airsAt: begin.airsAt.toISOString() }
	});
	return row.id;
}

function usualWords(kind: SegmentKind, of: { station: string; programme: string; day: string }): string {
	if (kind === 'opening')
		return `Đây là Đài truyền thanh ${of.station}. Kính chào bà con. Hôm nay, ngày ${writtenDate(of.day)}, mời bà con nghe chuyên mục ${of.programme}.`;
	if (kind === 'closing')
		return `Chuyên mục ${of.programme} đến đây là hết. Cảm ơn bà con đã lắng nghe. Xin chào và hẹn gặp lại.`;
	return '';
}

/** An episode outside of the slots: a special one. */
export async function addSpecial(
	ctx: Ctx,
	given: { programmeId: number; title: string; airsAt: Date }
): Promise<number> {
	refuseIfAny(refusals(ctx.actor, 'write_script'));
	const title = given.title.normalize('NFC').replace(/\s+/g, ' ').trim();
	if (title.length < 3 || title.length > 200)
		throw new Refusal({
			code: 'episode.title',
			field: 'title',
			message: 'Hãy đặt tên số phát thanh (3 đến 200 ký tự).'
		});
	if (!(given.airsAt > ctx.now))
		throw new Refusal({
			code: 'episode.past',
			field: 'airsAt',
			message: 'Giờ phát phải ở phía trước. Hãy chọn lại.'
		});
	return transact(ctx, async (tx) => {
		const [of] = await tx.select().from(programme).where(eq(programme.id, given.programmeId));
		if (!of || of.retiredAt) throw notFound('chuyên mục này');
		return (await insertEpisode(tx, ctx, {
			programmeId: of.id,
			slotId: null,
			title,
			airsAt: given.airsAt,
			template: of.template,
			openingAudioId: of.openingAudioId
		}))!;
	});
}

export type SegmentView = Segment & {
	/** Of the sound when it is there, else estimated. */
	lengthMs: number;
	/** By reading speed, learned from recordings once there are some; null for music. */
	estimateMs: number | null;
	audioState: audios.Audio['state'] | null;
	audioProgress: number | null;
	readsText: boolean | null;
	lacks: string | null;
};
export type EpisodeView = {
	row: Episode;
	programmeName: string;
	minutes: number;
	segments: SegmentView[];
	lengthMs: number;
	problems: string[];
	missing: RefusalDetail[];
};

/** The episode with its rundown: lengths, what is missing, what speaks against its hour. */
export async function view(ctx: Ctx, id: number): Promise<EpisodeView> {
	refuseIfAny(refusals(ctx.actor, 'look'));
	return read(ctx, async (tx) => viewIn(tx, await found(tx, id)));
}

async function found(tx: Transaction, id: number, lock = false): Promise<Episode> {
	const query = tx.select().from(episode).where(eq(episode.id, id));
	const [row] = await (lock ? query.for('no key update') : query);
	if (!row) throw notFound('số phát thanh này');
	return row;
}

export async function viewIn(tx: Transaction, row: Episode, learned?: Speeds): Promise<EpisodeView> {
	const [of] = await tx.select().from(programme).where(eq(programme.id, row.programmeId));
	const settings = await settingsIn(tx);
	const rows = await tx
		.select()
		.from(segment)
		.where(eq(segment.episodeId, row.id))
		.orderBy(asc(segment.position), asc(segment.id));
	const sounds = await audios.several(
		tx,
		rows.flatMap(({ audioId }) => (audioId === null ? [] : [audioId]))
	);
	const speeds = learned ?? (await speedsIn(tx));
	const segments = rows.map((one): SegmentView => {
		const sound = one.audioId === null ? undefined : sounds.get(one.audioId);
		const estimateMs = isMusic(one.kind) ? null : estimate(one.spoken, speeds);
		return {
			...one,
			audioState: sound?.state ?? null,
			audioProgress: sound?.progress ?? null,
			lengthMs: sound?.durationMs ?? estimateMs ?? 0,
			estimateMs,
			// A file somebody sent has no hash: people vouch for it.
			readsText: sound
				? sound.spokenHash === null || sound.spokenHash === audios.spokenHash(one.spoken)
				: null,
			lacks: lackOf(one, sound)
		};
	});
	const lengthMs = segments.reduce((sum, { lengthMs: length }) => sum + length, 0);
	const at = new Date(row.airsAt.getTime() + 7 * 3_600_000);
	const problems = hoursProblems(
		{ day: dayOf(row.airsAt), atMinute: at.getUTCHours() * 60 + at.getUTCMinutes(), durationMs: lengthMs },
		settings
	).map(({ message }) => message);
	const over = lengthMs - of!.minutes * 60_000;
	if (over >= SLACK_MS)
		problems.push(
			`Dài hơn khung dự định (${of!.minutes} phút) khoảng ${inWords(over)}. Hãy bớt hoặc rút gọn tiết mục trước khi duyệt.`
		);
	const missing = segments
		.filter((one) => !isMusic(one.kind) && one.spoken.trim() === '')
		.map((one): RefusalDetail => ({
			code: 'episode.segment_empty',
			message: `Tiết mục “${one.title || segmentKinds[one.kind]}” chưa có lời. Hãy viết, hoặc bỏ tiết mục này.`
		}));
	if (segments.length === 0)
		missing.push({
			code: 'episode.empty',
			message: 'Số phát thanh chưa có tiết mục nào. Hãy thêm ít nhất một tiết mục.'
		});
	return { row, programmeName: of!.name, minutes: of!.minutes, segments, lengthMs, problems, missing };
}

function lackOf(one: Segment, sound: audios.Audio | undefined): string | null {
	if (!isMusic(one.kind) && one.spoken.trim() === '') return 'chưa có lời';
	if (!sound) return 'chưa có âm thanh';
	if (sound.state === 'failed') return 'âm thanh bị lỗi';
	if (sound.state !== 'ready') return 'âm thanh đang xử lý';
	if (sound.spokenHash !== null && sound.spokenHash !== audios.spokenHash(one.spoken))
		return 'lời đã đổi sau khi đọc';
	return null;
}

const moves: Record<
	'submit' | 'send_back' | 'approve' | 'cancel' | 'reopen',
	{ from: EpisodeState[]; to: EpisodeState; who: StationAct; past: string }
> = {
	submit: { from: ['draft', 'sent_back'], to: 'in_review', who: 'write_script', past: 'submitted' },
	send_back: { from: ['in_review'], to: 'sent_back', who: 'approve_script', past: 'sent_back' },
	approve: { from: ['in_review'], to: 'approved', who: 'approve_script', past: 'approved' },
	cancel: {
		from: ['draft', 'in_review', 'sent_back', 'approved'],
		to: 'cancelled',
		who: 'run_station',
		past: 'cancelled'
	},
	reopen: { from: ['cancelled'], to: 'draft', who: 'run_station', past: 'reopened' }
};
export type EpisodeAct = keyof typeof moves;

/** Reasons against an act on the episode, for the verb and for the page's buttons. */
export function actRefusals(
	actor: Ctx['actor'],
	act: EpisodeAct,
	{ row, missing }: Pick<EpisodeView, 'row' | 'missing'>
): RefusalDetail[] {
	const { from, who } = moves[act];
	const reasons = refusals(actor, who);
	if (!from.includes(row.state))
		reasons.push({
			code: 'episode.state',
			status: 409,
			message: `Số phát thanh đang ở bước “${episodeStates[row.state]}” nên chưa làm được việc này.`
		});
	if (act === 'approve' && actor.kind === 'person' && row.writerPersonId === actor.personId)
		reasons.push({
			code: 'episode.own_work',
			status: 403,
			message: 'Người viết kịch bản không tự duyệt. Hãy nhờ lãnh đạo khác duyệt.'
		});
	if (act === 'submit' || act === 'approve') reasons.push(...missing);
	return reasons;
}

async function move(
	ctx: Ctx,
	id: number,
	act: EpisodeAct,
	lockVersion: number | undefined,
	changes: (view: EpisodeView) => Partial<typeof episode.$inferInsert>,
	note?: string
): Promise<void> {
	person(ctx);
	await transact(
		ctx,
		async (tx) => {
			const before = await viewIn(tx, await found(tx, id, true));
			refuseIfAny(actRefusals(ctx.actor, act, before));
			if (lockVersion !== undefined && before.row.lockVersion !== lockVersion) throw changedMeanwhile();
			await tx
				.update(episode)
				.set({
					...changes(before),
					state: moves[act].to,
					changedAt: ctx.now,
					lockVersion: before.row.lockVersion + 1
				})
				.where(eq(episode.id, id));
			// Nobody finds what is called off; what is on the air is found from its hour on (indexing.server.ts).
			if (act === 'cancel') await replace(tx, ctx, { kind: 'broadcast', key: String(id) }, []);
			await record(tx, ctx, {
				act: `episode.${moves[act].past}`,
				subject: { kind: 'episode', id },
				before: { state: before.row.state },
				after: { state: moves[act].to, title: before.row.title, airsAt: before.row.airsAt.toISOString() },
				note
			});
		},
		violations
	);
}

const changedMeanwhile = (): Refusal =>
	new Refusal({
		code: 'episode.changed_meanwhile',
		status: 409,
		message: 'Số phát thanh vừa được người khác thay đổi. Hãy tải lại trang, xem bản mới nhất rồi làm lại.'
	});

const noApproval = { approvedAt: null, approvedByPersonId: null, approvedHash: null };

export const submit = (ctx: Ctx, id: number, lockVersion?: number): Promise<void> =>
	move(ctx, id, 'submit', lockVersion, () => ({
		...noApproval,
		submittedByPersonId: person(ctx).personId,
		sentBackReason: null
	}));

export async function sendBack(ctx: Ctx, id: number, reason: string, lockVersion?: number): Promise<void> {
	const why = reasoned(reason);
	await move(ctx, id, 'send_back', lockVersion, () => ({ ...noApproval, sentBackReason: why }), why);
}

/** Approves exactly the words that were looked at; any change afterwards voids it. */
export const approve = (ctx: Ctx, id: number, lockVersion?: number): Promise<void> =>
	move(ctx, id, 'approve', lockVersion, (before) => ({
		approvedAt: ctx.now,
		approvedByPersonId: person(ctx).personId,
		approvedHash: hashOf(before.segments)
	}));

export async function cancel(ctx: Ctx, id: number, reason: string, lockVersion?: number): Promise<void> {
	const why = reasoned(reason);
	await move(ctx, id, 'cancel', lockVersion, () => ({ ...noApproval, cancelledReason: why }), why);
}

export const reopen = (ctx: Ctx, id: number): Promise<void> =>
	move(ctx, id, 'reopen', undefined, () => ({ ...noApproval, cancelledReason: null }));

function reasoned(given: string): string {
	const why = given.normalize('NFC').trim();
	if (why.length < 5)
		throw new Refusal({
			code: 'episode.reason',
			field: 'reason',
			message: 'Hãy ghi rõ lý do (ít nhất 5 ký tự).'
		});
	return why.slice(0, 1000);
}

const hashOf = (segments: Pick<Segment, 'kind' | 'spoken'>[]): string =>
	createHash('sha256')
		.update(JSON.stringify(segments.map(({ kind, spoken }) => [kind, spoken])))
		.digest('hex');

/**
 * Before a script is changed: allowed, still to be aired, latest version seen. An approval falls with the change, and
 * whoever changes it becomes its writer.
 */
export async function beginChange(
	tx: Transaction,
	ctx: Ctx,
	id: number,
	lockVersion?: number
): Promise<Episode> {
	refuseIfAny(refusals(ctx.actor, 'write_script'));
	const row = await found(tx, id, true);
	if (row.state === 'cancelled')
		throw new Refusal({
			code: 'episode.state',
			status: 409,
			message: 'Số phát thanh đã hủy nên không sửa được. Hãy mở lại trước.'
		});
	if (row.airsAt <= ctx.now)
		throw new Refusal({
			code: 'episode.aired',
			status: 409,
			message: 'Số này đã đến giờ phát nên không sửa được nữa.'
		});
	if (lockVersion !== undefined && row.lockVersion !== lockVersion) throw changedMeanwhile();
	const { personId } = person(ctx);
	await tx
		.update(episode)
		.set({
			...noApproval,
			writerPersonId: personId,
			state: row.state === 'approved' || row.state === 'in_review' ? 'draft' : row.state,
			changedAt: ctx.now,
			lockVersion: row.lockVersion + 1
		})
		.where(eq(episode.id, id));
	if (row.state === 'approved')
		await record(tx, ctx, {
			act: 'episode.approval_voided',
			subject: { kind: 'episode', id },
			before: { state: row.state },
			after: { state: 'draft', title: row.title }
		});
	return row;
}

export type Listed = Pick<Episode, 'id' | 'title' | 'airsAt' | 'state' | 'level' | 'programmeId'> & {
	lengthMs: number;
	lacking: string[];
};

/** Episodes between two moments in order of air, with what each still lacks. */
export async function between(ctx: Ctx, from: Date, to: Date): Promise<Listed[]> {
	refuseIfAny(refusals(ctx.actor, 'look'));
	return read(ctx, async (tx) => {
		const rows = await tx
			.select()
			.from(episode)
			.where(and(gte(episode.airsAt, from), lt(episode.airsAt, to)))
			.orderBy(asc(episode.airsAt), asc(episode.id));
		const listed: Listed[] = [];
		const speeds = await speedsIn(tx);
		for (const row of rows) {
			const { segments, lengthMs, problems } = await viewIn(tx, row, speeds);
			const lacking = segments.flatMap(({ lacks, title, kind }) =>
				lacks ? [`${title || segmentKinds[kind]}: ${lacks}`] : []
			);
			if (row.state !== 'approved' && row.state !== 'cancelled') lacking.push('chưa duyệt');
			listed.push({
				id: row.id,
				title: row.title,
				airsAt: row.airsAt,
				state: row.state,
				level: row.level,
				programmeId: row.programmeId,
				lengthMs,
				lacking: row.state === 'cancelled' ? [] : [...lacking, ...problems]
			});
		}
		return listed;
	});
}

/** What a console can play of it: only what is approved and whole; null otherwise. Music without sound is left out. */
export async function playable(
	tx: Transaction,
	id: number
): Promise<{ row: Episode; parts: PlayoutPart[]; durationMs: number } | null> {
	const row = await found(tx, id);
	if (row.state !== 'approved') return null;
	const { segments } = await viewIn(tx, row);
	if (row.approvedHash !== hashOf(segments)) return null;
	const wanted = segments.filter((one) => !(isMusic(one.kind) && one.audioId === null));
	const sounds = await audios.several(
		tx,
		wanted.flatMap(({ audioId }) => (audioId === null ? [] : [audioId]))
	);
	const parts: PlayoutPart[] = [];
	for (const one of wanted) {
		const sound = one.audioId === null ? undefined : sounds.get(one.audioId);
		if (sound?.state !== 'ready' || one.readsText === false) return null;
		const file = (await files.byId(tx, sound.mp3FileId!))!;
		parts.push({
			audioId: sound.id,
			title: one.title || segmentKinds[one.kind],
			file: file.token,
			sha256: file.sha256,
			durationMs: sound.durationMs!,
			segmentId: one.id
		});
	}
	return parts.length === 0
		? null
		: { row, parts, durationMs: parts.reduce((sum, part) => sum + part.durationMs, 0) };
}

/** Approved episodes of the coming days with the repeats of their slots: what consoles are to play, and when. */
export async function airings(
	tx: Transaction,
	ctx: Ctx,
	from: Date,
	to: Date
): Promise<{ episodeId: number; startsAt: Date }[]> {
	const rows = await tx
		.select({ id: episode.id, slotId: episode.slotId, airsAt: episode.airsAt })
		.from(episode)
		.where(
			and(
				eq(episode.state, 'approved'),
				gte(episode.airsAt, new Date(from.getTime() - 7 * 86_400_000)),
				lt(episode.airsAt, to)
			)
		);
	const slotIds = rows.flatMap(({ slotId }) => (slotId === null ? [] : [slotId]));
	const repeats =
		slotIds.length === 0
			? []
			: await tx.select().from(programmeSlot).where(inArray(programmeSlot.repeatsSlotId, slotIds));
	const calendar = await calendarOf(tx);
	const all: { episodeId: number; startsAt: Date }[] = [];
	for (const { id, slotId, airsAt } of rows) {
		all.push({ episodeId: id, startsAt: airsAt });
		// A repeat plays the latest episode before it, until the next one comes.
		const next = rows
			.filter((other) => other.slotId === slotId && other.airsAt > airsAt)
			.map((other) => other.airsAt)
			.sort((a, b) => a.getTime() - b.getTime())[0];
		for (const repeat of repeats.filter((one) => one.repeatsSlotId === slotId))
			for (const day of daysOf(repeat, dayOf(airsAt), dayOf(to), calendar)) {
				const startsAt = momentOf(day, repeat.atMinute);
				if (
					startsAt > airsAt &&
					(!next || startsAt < next) &&
					startsAt.getTime() - airsAt.getTime() < 7 * 86_400_000
				)
					all.push({ episodeId: id, startsAt });
			}
	}
	return all
		.filter(({ startsAt }) => startsAt >= from && startsAt < to)
		.sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
}
