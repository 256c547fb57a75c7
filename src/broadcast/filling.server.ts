/**
 * Episodes made ahead fill themselves (số tự có nội dung): stories of the programme's content area that nobody told yet,
 * published answers, the procedure of the week (what changed first). Only what nobody touched is filled; the officer
 * replaces, adds, drops and puts in order, and takes other things from the same offers.
 */
import {
	and,
	asc,
	desc,
	eq,
	gt,
	gte,
	inArray,
	isNotNull,
	isNull,
	lt,
	lte,
	ne,
	notInArray,
	or,
	sql
} from 'drizzle-orm';
import { plainText } from '#content/body.ts';
import { story, storyRevision } from '#content/schema.server.ts';
import type { Ctx } from '#people/actor.ts';
import { addDays, dayOf, startOfDay } from '#platform/clock.ts';
import { read, transact, type Transaction } from '#platform/db.server.ts';
import { record } from '#platform/journal.server.ts';
import { notFound, Refusal, refuseIfAny } from '#platform/refusal.ts';
import { openDuties } from '#procedures/duties.server.ts';
import { holdsOn, versionOn } from '#procedures/reading.server.ts';
import { procedure, procedureVersion } from '#procedures/schema.server.ts';
import { toldOf } from '#procedures/story-duties.server.ts';
import { radioText } from '#procedures/telling.ts';
import { popular } from '#procedures/visits.server.ts';
import { estimate, speedsIn } from './audio/reading-speed.server.ts';
import { isMusic, type SegmentKind } from './episode.ts';
import { answerWords, fitting, procedureWords, storyWords, type OfferedAnswer } from './filling.ts';
import { refusals } from './policy.ts';
import { episode, programme, segment } from './schema.server.ts';
import * as segments from './segments.server.ts';
import { speakIn } from './spoken-words.server.ts';

export type SourceKind = 'story' | 'answer' | 'procedure' | 'procedure_change';
export type Offer = {
	/** `story:12`: how a form names it. */
	key: string;
	segmentKind: SegmentKind;
	source: { kind: SourceKind; id: string; version: string };
	title: string;
	/** From the longest form to the shortest. */
	words: string[];
	contentAreaKey: string | null;
};

/** News older than this is no news. */
const NEWS_DAYS = 120;
/** A procedure comes round again after so long. */
const PROCEDURE_DAYS = 180;
const OFFERED = 20;

type Of = { id: number; airsAt: Date; areaKey: string | null; minutes: number };

/** Names of what has been told already or stands in an episode to come; `since`: told before that may be told again. */
async function taken(tx: Transaction, kind: SourceKind, since?: Date): Promise<string[]> {
	const rows = await tx
		.selectDistinct({ id: segment.sourceId })
		.from(segment)
		.innerJoin(episode, eq(episode.id, segment.episodeId))
		.where(
			and(
				eq(segment.sourceKind, kind),
				isNotNull(segment.sourceId),
				ne(episode.state, 'cancelled'),
				since ? gte(episode.airsAt, since) : undefined
			)
		);
	return rows.map(({ id }) => id!);
}

const among = (ids: string[]): string[] => (ids.length > 0 ? ids : ['']);

async function stories(tx: Transaction, of: Of): Promise<Offer[]> {
	const told = await taken(tx, 'story');
	const day = dayOf(of.airsAt);
	const rows = await tx
		.select({
			id: story.id,
			revisionId: storyRevision.id,
			title: storyRevision.title,
			summary: storyRevision.summary,
			body: storyRevision.body,
			areas: storyRevision.areas
		})
		.from(story)
		.innerJoin(storyRevision, eq(storyRevision.id, story.publishedRevisionId))
		.where(
			and(
				gte(story.publishedAt, startOfDay(addDays(day, -NEWS_DAYS))),
				lte(story.publishedAt, of.airsAt),
				or(isNull(story.expiresOn), gte(story.expiresOn, day)),
				of.areaKey ? sql`${of.areaKey} = any(${storyRevision.areas})` : undefined,
				notInArray(sql`${story.id}::text`, among(told))
			)
		)
		.orderBy(desc(story.publishedAt), desc(story.id))
		.limit(OFFERED);
	return rows.map((row) => ({
		key: `story:${row.id}`,
		segmentKind: 'story',
		source: { kind: 'story', id: String(row.id), version: String(row.revisionId) },
		title: row.title.slice(0, 200),
		words: storyWords({ title: row.title, summary: row.summary, text: plainText(row.body) }),
		contentAreaKey: of.areaKey && row.areas.includes(of.areaKey) ? of.areaKey : (row.areas[0] ?? null)
	}));
}

async function answers(tx: Transaction, of: Of, given: OfferedAnswer[]): Promise<Offer[]> {
	const told = await taken(tx, 'answer');
	return given
		.filter(({ slug }) => !told.includes(slug))
		.slice(0, OFFERED)
		.map((one) => ({
			key: `answer:${one.slug}`,
			segmentKind: 'answer',
			source: { kind: 'answer', id: one.slug, version: '1' },
			title: one.title.slice(0, 200),
			words: answerWords(one),
			contentAreaKey: of.areaKey
		}));
}

/** Change sets that are still to be read out (việc của đài khi thủ tục thay đổi), most urgent first. */
async function changes(tx: Transaction, ctx: Ctx, of: Of): Promise<Offer[]> {
	const told = await taken(tx, 'procedure_change');
	const duties = await openDuties(tx, ctx, { kind: 'radio', ahead: true });
	const offers: Offer[] = [];
	for (const { changeSetId } of duties.filter((one) => !told.includes(String(one.changeSetId))).slice(0, 5)) {
		const set = await toldOf(tx, changeSetId);
		const words = set ? radioText(set.set, set.changes) : '';
		if (words)
			offers.push({
				key: `procedure_change:${changeSetId}`,
				segmentKind: 'procedure',
				source: { kind: 'procedure_change', id: String(changeSetId), version: '1' },
				title: 'Thủ tục thay đổi',
				words: [words],
				contentAreaKey: of.areaKey
			});
	}
	return offers;
}

/** Procedures not read out lately: what people look up most comes first. */
async function procedures(tx: Transaction, of: Of): Promise<Offer[]> {
	const day = dayOf(of.airsAt);
	const told = await taken(tx, 'procedure', startOfDay(addDays(day, -PROCEDURE_DAYS)));
	const asked = await popular(tx, { from: addDays(day, -90), to: day, limit: 100 });
	const codes = asked.map(({ code }) => code).filter((code) => !told.includes(code));
	if (codes.length < OFFERED) {
		const others = await tx
			.select({ code: procedure.code })
			.from(procedureVersion)
			.innerJoin(procedure, eq(procedure.id, procedureVersion.procedureId))
			.where(and(holdsOn(day), notInArray(procedure.code, among([...told, ...codes]))))
			.orderBy(asc(procedureVersion.name), asc(procedure.code))
			.limit(OFFERED);
		codes.push(...others.map(({ code }) => code));
	}
	const offers: Offer[] = [];
	for (const code of codes.slice(0, OFFERED)) {
		const version = await versionOn(tx, code, day);
		if (version)
			offers.push({
				key: `procedure:${code}`,
				segmentKind: 'procedure',
				source: { kind: 'procedure', id: code, version: String(version.id) },
				title: version.name.slice(0, 200),
				words: procedureWords(version, day),
				contentAreaKey: of.areaKey
			});
	}
	return offers;
}

async function factsOf(tx: Transaction, episodeId: number): Promise<Of> {
	const [of] = await tx
		.select({
			id: episode.id,
			airsAt: episode.airsAt,
			areaKey: programme.areaKey,
			minutes: programme.minutes
		})
		.from(episode)
		.innerJoin(programme, eq(programme.id, episode.programmeId))
		.where(eq(episode.id, episodeId));
	if (!of) throw notFound('số phát thanh này');
	return of;
}

/** What an officer can take into an episode. */
export async function offersFor(ctx: Ctx, episodeId: number, given: OfferedAnswer[]): Promise<Offer[]> {
	refuseIfAny(refusals(ctx.actor, 'look'));
	return read(ctx, async (tx) => offersIn(tx, ctx, await factsOf(tx, episodeId), given));
}

async function offersIn(tx: Transaction, ctx: Ctx, of: Of, given: OfferedAnswer[]): Promise<Offer[]> {
	return [
		...(await stories(tx, of)),
		...(await answers(tx, of, given)),
		...(await changes(tx, ctx, of)),
		...(await procedures(tx, of))
	];
}

/** Takes one of the offers into a segment, in place of what it says. */
export async function take(
	ctx: Ctx,
	segmentId: number,
	key: string,
	given: OfferedAnswer[],
	lockVersion?: number
): Promise<void> {
	refuseIfAny(refusals(ctx.actor, 'write_script'));
	const { offer, written } = await read(ctx, async (tx) => {
		const [row] = await tx
			.select({ episodeId: segment.episodeId })
			.from(segment)
			.where(eq(segment.id, segmentId));
		if (!row) throw notFound('tiết mục này');
		const of = await factsOf(tx, row.episodeId);
		const found = (await offersIn(tx, ctx, of, given)).find((one) => one.key === key);
		if (!found)
			throw new Refusal({
				code: 'segment.offer_gone',
				status: 409,
				field: 'offer',
				message: 'Nội dung này vừa được dùng ở số khác hoặc không còn công khai. Hãy chọn nội dung khác.'
			});
		return { offer: found, written: await wordsFor(tx, of, found, segmentId) };
	});
	await segments.write(
		ctx,
		segmentId,
		{ title: offer.title, written, source: offer.source, contentAreaKey: offer.contentAreaKey },
		lockVersion
	);
}

/** The longest form that leaves room for the other segments of its episode. */
async function wordsFor(tx: Transaction, of: Of, offer: Offer, segmentId: number): Promise<string> {
	const [say, speeds] = [await speakIn(tx), await speedsIn(tx)];
	const rows = await tx.select().from(segment).where(eq(segment.episodeId, of.id));
	const others = rows.filter(({ id }) => id !== segmentId);
	const open = others.filter(({ kind, written }) => !isMusic(kind) && written.trim() === '').length;
	const said = others.reduce(
		(sum, one) => sum + (isMusic(one.kind) ? 10_000 : estimate(one.spoken, speeds)),
		0
	);
	const room = Math.max(0, of.minutes * 60_000 - said) / (open + 1);
	return fitting(offer.words, (written) => estimate(say(written), speeds) <= room);
}

const fillable: SegmentKind[] = ['story', 'answer', 'procedure'];

/** Fills the empty segments of the coming fortnight that nobody has begun to write; twice does no harm. */
export async function fillAhead(ctx: Ctx, given: OfferedAnswer[]): Promise<number> {
	return transact(ctx, async (tx) => {
		const rows = await tx
			.select({ id: episode.id })
			.from(episode)
			.where(
				and(
					eq(episode.state, 'draft'),
					isNull(episode.writerPersonId),
					gt(episode.airsAt, ctx.now),
					lt(episode.airsAt, new Date(ctx.now.getTime() + 16 * 86_400_000))
				)
			)
			.orderBy(asc(episode.airsAt), asc(episode.id))
			// Whoever writes in one of them at this moment goes first; it is looked at again in an hour.
			.for('no key update', { skipLocked: true });
		if (rows.length === 0) return 0;
		const empty = await tx
			.select({ id: segment.id, episodeId: segment.episodeId, kind: segment.kind })
			.from(segment)
			.where(
				and(
					inArray(
						segment.episodeId,
						rows.map(({ id }) => id)
					),
					inArray(segment.kind, fillable),
					eq(segment.written, ''),
					eq(segment.spoken, '')
				)
			)
			.orderBy(asc(segment.position), asc(segment.id));
		let filled = 0;
		for (const { id } of rows)
			filled += await fillOne(
				tx,
				ctx,
				id,
				empty.filter((one) => one.episodeId === id),
				given
			);
		return filled;
	});
}

async function fillOne(
	tx: Transaction,
	ctx: Ctx,
	episodeId: number,
	empty: { id: number; kind: SegmentKind }[],
	given: OfferedAnswer[]
): Promise<number> {
	if (empty.length === 0) return 0;
	const of = await factsOf(tx, episodeId);
	const kinds = new Set(empty.map(({ kind }) => kind));
	const offers = [
		...(kinds.has('story') ? await stories(tx, of) : []),
		...(kinds.has('answer') ? await answers(tx, of, given) : []),
		...(kinds.has('procedure') ? await changes(tx, ctx, of) : [])
	];
	if (kinds.has('procedure') && !offers.some(({ segmentKind }) => segmentKind === 'procedure'))
		offers.push(...(await procedures(tx, of)));
	const say = await speakIn(tx);
	const titles: string[] = [];
	for (const { id, kind } of empty) {
		const at = offers.findIndex(({ segmentKind }) => segmentKind === kind);
		if (at < 0) continue;
		const [offer] = offers.splice(at, 1) as [Offer];
		const written = await wordsFor(tx, of, offer, id);
		await tx
			.update(segment)
			.set({
				title: offer.title,
				written,
				spoken: say(written),
				sourceKind: offer.source.kind,
				sourceId: offer.source.id,
				sourceVersion: offer.source.version,
				contentAreaKey: offer.contentAreaKey,
				lockVersion: sql`${segment.lockVersion} + 1`
			})
			.where(eq(segment.id, id));
		titles.push(offer.title);
	}
	if (titles.length > 0)
		await record(tx, ctx, {
			act: 'episode.filled',
			subject: { kind: 'episode', id: episodeId },
			after: { titles }
		});
	return titles.length;
}
