/**
 * The radio's evidence: what consoles wrote down lands on the programme's plan task, and is summed up by content area.
 * Everything is counted from the log, so a line that is brought twice, late, or by several areas counts once.
 */
import { and, asc, eq, gte, inArray, isNotNull, lt, sql } from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import { landEvidence, rootOf } from '#plan/evidence.server.ts';
import { task } from '#plan/schema.server.ts';
import { read, type Transaction } from '#platform/db.server.ts';
import * as radioDuties from '#procedures/radio-duties.server.ts';
import { isMusic, type SegmentKind } from './episode.ts';
import { airingsOf, isTold, toldBy, type Airing, type ToldLine } from './evidence.ts';
import { asRun, episode, playoutItem, programme, segment } from './schema.server.ts';

/** "8 phút 05 giây", as a length stands in a title. */
const lengthOf = (ms: number): string => {
	const seconds = Math.round(ms / 1000);
	const minutes = Math.floor(seconds / 60);
	return minutes === 0 ? `${seconds} giây` : `${minutes} phút ${String(seconds % 60).padStart(2, '0')} giây`;
};

const toldLines = (tx: Transaction) =>
	tx
		.select({
			episodeId: sql<number>`${playoutItem.episodeId}`.mapWith(Number),
			broadcastAreaId: asRun.broadcastAreaId,
			plannedFor: playoutItem.startsAt,
			startedAt: asRun.startedAt,
			endedAt: asRun.endedAt,
			result: asRun.result,
			itemParts: playoutItem.parts,
			heard: asRun.parts
		})
		.from(asRun)
		.innerJoin(playoutItem, eq(playoutItem.id, asRun.playoutItemId));

/**
 * Lands what has been heard of an episode on its programme's task: one product once all of it has been told, whichever
 * areas and repeats played it; what was only begun stands there with its real minutes and counts no product yet.
 */
export async function landEpisode(tx: Transaction, ctx: Ctx, episodeId: number): Promise<void> {
	// Two consoles may bring their lines at once: the second counts after the first.
	const [of] = await tx
		.select({ title: episode.title, taskId: programme.taskId, areaKey: programme.areaKey })
		.from(episode)
		.innerJoin(programme, eq(programme.id, episode.programmeId))
		.where(eq(episode.id, episodeId))
		.for('no key update', { of: episode });
	if (!of) return;
	const segments = await tx
		.select({
			id: segment.id,
			kind: segment.kind,
			areaKey: segment.contentAreaKey,
			sourceKind: segment.sourceKind,
			sourceId: segment.sourceId
		})
		.from(segment)
		.where(eq(segment.episodeId, episodeId));
	const lines: ToldLine[] = await toldLines(tx).where(eq(playoutItem.episodeId, episodeId));
	const words = segments.filter(({ kind }) => !isMusic(kind)).map(({ id }) => id);
	const told = toldBy(airingsOf(lines), words);
	if (!told) return;
	const url = `/phat-thanh/${episodeId}`;
	await radioDuties.aired(tx, ctx, {
		changeSetIds: segments.flatMap(({ id, sourceKind, sourceId }) =>
			sourceKind === 'procedure_change' && told.segmentIds.includes(id) ? [Number(sourceId)] : []
		),
		at: told.at,
		link: url
	});
	if (!of.taskId) return;
	const keys = segments.flatMap(({ id, areaKey }) =>
		areaKey !== null && told.segmentIds.includes(id) ? [areaKey] : []
	);
	if (of.areaKey !== null) keys.push(of.areaKey);
	const length = lengthOf(told.heardMs);
	await landEvidence(tx, ctx, {
		taskId: of.taskId,
		contentAreaKeys: [...new Set(keys)],
		channel: 'radio',
		title: told.whole ? `${of.title} (${length})` : `${of.title} (phát dở, ${length})`,
		url,
		occurredAt: told.at,
		sourceKind: 'episode',
		sourceId: episodeId,
		count: told.whole ? 1 : 0
	});
}

/** What the station told of one content area; null: segments and programmes without one. */
export type AreaAir = { key: string | null; segments: number; airMs: number };
export type Air = {
	/** Times something was on the air: an episode and each of its repeats, several areas at once counted once. */
	airings: number;
	episodes: number;
	/** Of these episodes: told to the end; only begun. */
	whole: number;
	begun: number;
	/** Planned times at which nothing was heard anywhere. */
	missed: number;
	airMs: number;
	areas: AreaAir[];
	/** What the numbers are counted from, newest first. */
	proofs: {
		episodeId: number;
		title: string;
		url: string;
		startedAt: Date;
		heardMs: number;
		whole: boolean;
	}[];
};

type Of = { id: number; title: string; areaKey: string | null };
type Piece = { id: number; episodeId: number; kind: SegmentKind; areaKey: string | null };

/** What was on the air in a period, of all programmes. */
export async function airedBetween(ctx: Ctx, from: Date, to: Date): Promise<Air> {
	return read(ctx, async (tx) => {
		const lines = await toldLines(tx).where(
			and(isNotNull(playoutItem.episodeId), gte(playoutItem.startsAt, from), lt(playoutItem.startsAt, to))
		);
		return summedUp(tx, lines);
	});
}

/** Of the programmes that carry out one task, in any version of its plan. */
export async function airedFor(ctx: Ctx, taskId: number): Promise<Air> {
	return read(ctx, async (tx) => {
		const [one] = await tx.select({ root: rootOf }).from(task).where(eq(task.id, taskId));
		if (!one) return summedUp(tx, []);
		const family = await tx.select({ id: task.id }).from(task).where(eq(rootOf, one.root));
		const lines = await toldLines(tx)
			.innerJoin(episode, eq(episode.id, playoutItem.episodeId))
			.innerJoin(programme, eq(programme.id, episode.programmeId))
			.where(
				inArray(
					programme.taskId,
					family.map(({ id }) => id)
				)
			);
		return summedUp(tx, lines);
	});
}

async function summedUp(tx: Transaction, lines: ToldLine[]): Promise<Air> {
	const airings = airingsOf(lines);
	const ids = [...new Set(airings.map(({ episodeId }) => episodeId))];
	if (ids.length === 0)
		return { airings: 0, episodes: 0, whole: 0, begun: 0, missed: 0, airMs: 0, areas: [], proofs: [] };
	const rows: Of[] = await tx
		.select({ id: episode.id, title: episode.title, areaKey: programme.areaKey })
		.from(episode)
		.innerJoin(programme, eq(programme.id, episode.programmeId))
		.where(inArray(episode.id, ids));
	const pieces: Piece[] = await tx
		.select({
			id: segment.id,
			episodeId: segment.episodeId,
			kind: segment.kind,
			areaKey: segment.contentAreaKey
		})
		.from(segment)
		.where(inArray(segment.episodeId, ids))
		.orderBy(asc(segment.id));
	const of = new Map(rows.map((row) => [row.id, row]));
	const piecesOf = Map.groupBy(pieces, ({ episodeId }) => episodeId);
	const told = new Map(
		ids.map((id) => [
			id,
			toldBy(
				airings.filter(({ episodeId }) => episodeId === id),
				(piecesOf.get(id) ?? []).filter(({ kind }) => !isMusic(kind)).map((piece) => piece.id)
			)
		])
	);
	const heard = airings.filter((one): one is Airing & { startedAt: Date } => one.startedAt !== null);
	return {
		airings: heard.length,
		episodes: new Set(heard.map(({ episodeId }) => episodeId)).size,
		whole: [...told.values()].filter((one) => one?.whole).length,
		begun: [...told.values()].filter((one) => one && !one.whole).length,
		missed: airings.length - heard.length,
		airMs: heard.reduce((sum, { heardMs }) => sum + heardMs, 0),
		areas: byArea(heard, of, pieces),
		proofs: heard
			.toSorted((a, b) => b.startedAt.getTime() - a.startedAt.getTime())
			.map(({ episodeId, startedAt, heardMs, parts }) => ({
				episodeId,
				title: of.get(episodeId)!.title,
				url: `/phat-thanh/${episodeId}`,
				startedAt,
				heardMs,
				whole: parts.every(isTold)
			}))
	};
}

/** Minutes of every airing; a segment that was told counts once, however often it was repeated. */
function byArea(airings: Airing[], of: Map<number, Of>, pieces: Piece[]): AreaAir[] {
	const piece = new Map(pieces.map((one) => [one.id, one]));
	const sums = new Map<string | null, { segmentIds: Set<number>; airMs: number }>();
	for (const { episodeId, parts } of airings)
		for (const part of parts) {
			const said = part.segmentId === null ? undefined : piece.get(part.segmentId);
			const key = said?.areaKey ?? of.get(episodeId)?.areaKey ?? null;
			const sum = sums.get(key) ?? { segmentIds: new Set<number>(), airMs: 0 };
			sum.airMs += part.heardMs;
			if (said && tellsSomething(said.kind) && isTold(part)) sum.segmentIds.add(said.id);
			sums.set(key, sum);
		}
	return [...sums].map(([key, { segmentIds, airMs }]) => ({ key, segments: segmentIds.size, airMs }));
}

/** Greetings and music frame what is told. */
const tellsSomething = (kind: SegmentKind): boolean =>
	['story', 'answer', 'procedure', 'notice'].includes(kind);
