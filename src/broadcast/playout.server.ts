/**
 * Playout (lịch phát): approved episodes and confirmed emergencies become items with a moment, per area. A console
 * fetches them two days ahead; an item keeps its key, so that what is known already is not played twice.
 */
import { and, asc, eq, gt, gte, inArray, isNotNull, lt, sql } from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import { dayOf } from '#platform/clock.ts';
import { read, transact, type Transaction } from '#platform/db.server.ts';
import * as files from '#platform/files.server.ts';
import { notFound } from '#platform/refusal.ts';
import * as areas from './areas.server.ts';
import * as audios from './audio/audios.server.ts';
import * as consoles from './consoles.server.ts';
import * as episodes from './episodes.server.ts';
import type { PlayerRules } from './player/engine.ts';
import type { PlayoutItem, PlayoutPart } from './playout.ts';
import { broadcastArea, emergencyMessage, episode, playoutItem, programme } from './schema.server.ts';
import { settingsIn } from './settings.server.ts';
import { hoursProblems } from './slots.ts';

/** How far ahead a console holds its programme. */
export const AHEAD_HOURS = 48;

type Wanted = Omit<typeof playoutItem.$inferInsert, 'id' | 'wardId' | 'revision' | 'state' | 'changedAt'>;

/** Brings the items of the next two days up to date; the worker asks often, an unchanged item is not touched. */
export async function plan(ctx: Ctx): Promise<number> {
	return transact(ctx, async (tx) => planIn(tx, ctx));
}

export async function planIn(tx: Transaction, ctx: Ctx): Promise<number> {
	const from = ctx.now;
	const to = new Date(from.getTime() + AHEAD_HOURS * 3_600_000);
	const wanted = [...(await episodesWanted(tx, ctx, from, to)), ...(await emergenciesWanted(tx, from, to))];
	const present = await tx
		.select()
		.from(playoutItem)
		.where(and(gte(playoutItem.startsAt, from), lt(playoutItem.startsAt, to)));
	let changed = 0;
	for (const item of wanted) {
		const known = present.find(({ key }) => key === item.key);
		if (known?.state === 'planned' && sameItem(known, item)) continue;
		changed++;
		await tx
			.insert(playoutItem)
			.values({ ...item, state: 'planned', changedAt: ctx.now })
			.onConflictDoUpdate({
				target: playoutItem.key,
				set: { ...item, state: 'planned', changedAt: ctx.now, revision: sql`${playoutItem.revision} + 1` }
			});
	}
	// What is not wanted any more and has not begun is called off.
	const gone = present
		.filter(({ key, state }) => state === 'planned' && !wanted.some((item) => item.key === key))
		.map(({ id }) => id);
	if (gone.length > 0)
		await tx
			.update(playoutItem)
			.set({ state: 'cancelled', changedAt: ctx.now, revision: sql`${playoutItem.revision} + 1` })
			.where(inArray(playoutItem.id, gone));
	return changed + gone.length;
}

/** The database keeps the fields of an object in an order of its own. */
const told = (parts: PlayoutPart[]): string =>
	JSON.stringify(
		parts.map((part) => [part.audioId, part.title, part.file, part.sha256, part.durationMs, part.segmentId])
	);

const sameItem = (known: typeof playoutItem.$inferSelect, item: Wanted): boolean =>
	known.startsAt.getTime() === item.startsAt.getTime() &&
	known.level === item.level &&
	told(known.parts) === told(item.parts);

async function episodesWanted(tx: Transaction, ctx: Ctx, from: Date, to: Date): Promise<Wanted[]> {
	const settings = await settingsIn(tx);
	const all = await areas.inUse(tx);
	const wanted: Wanted[] = [];
	for (const { episodeId, startsAt } of await episodes.airings(tx, ctx, from, to)) {
		const whole = await episodes.playable(tx, episodeId);
		if (!whole) continue;
		const [of] = await tx
			.select({ areaIds: programme.broadcastAreaIds })
			.from(programme)
			.where(eq(programme.id, whole.row.programmeId));
		const local = new Date(startsAt.getTime() + 7 * 3_600_000);
		const at = {
			day: dayOf(startsAt),
			atMinute: local.getUTCHours() * 60 + local.getUTCMinutes(),
			durationMs: whole.durationMs
		};
		for (const area of all) {
			if (of!.areaIds.length > 0 && !of!.areaIds.includes(area.id)) continue;
			// Never loud in quiet hours: outside of the windows nothing but an emergency goes on the air.
			if (hoursProblems(at, settings, area.windows).some(({ code }) => code !== 'too_long')) continue;
			wanted.push({
				key: `e${episodeId}-${area.id}-${startsAt.getTime()}`,
				broadcastAreaId: area.id,
				episodeId,
				emergencyMessageId: null,
				level: whole.row.level,
				startsAt,
				durationMs: whole.durationMs,
				parts: whole.parts
			});
		}
	}
	return wanted;
}

/** An emergency is on the air from its confirmation, twice at once, then again every so many minutes until it is lifted. */
async function emergenciesWanted(tx: Transaction, from: Date, to: Date): Promise<Wanted[]> {
	const rows = await tx
		.select()
		.from(emergencyMessage)
		.where(and(eq(emergencyMessage.state, 'confirmed'), isNotNull(emergencyMessage.audioId)));
	const all = await areas.inUse(tx);
	const wanted: Wanted[] = [];
	for (const row of rows) {
		const sound = await audios.of(tx, row.audioId!);
		if (sound?.state !== 'ready') continue;
		const file = (await files.byId(tx, sound.mp3FileId!))!;
		const once: PlayoutPart = {
			audioId: sound.id,
			title: row.title,
			file: file.token,
			sha256: file.sha256,
			durationMs: sound.durationMs!
		};
		const every = (row.repeatMinutes ?? 0) * 60_000;
		const last = row.until && row.until < to ? row.until : to;
		for (let time = row.confirmedAt!.getTime(), turn = 0; time < last.getTime(); time += every, turn++) {
			// The first is due at once: a console that was away plays it as soon as it hears of it.
			const startsAt = new Date(time);
			if (startsAt >= from || turn === 0)
				for (const area of all) {
					if (row.broadcastAreaIds.length > 0 && !row.broadcastAreaIds.includes(area.id)) continue;
					const parts = turn === 0 ? [once, once] : [once];
					wanted.push({
						key: `k${row.id}-${area.id}-${turn}`,
						broadcastAreaId: area.id,
						episodeId: null,
						emergencyMessageId: row.id,
						level: 'emergency',
						startsAt,
						durationMs: parts.length * once.durationMs,
						parts
					});
				}
			if (every === 0) break;
		}
	}
	return wanted;
}

/** What an area's consoles are to hold: everything planned from a little before now. */
export async function itemsOf(tx: Transaction, areaId: number, now: Date): Promise<PlayoutItem[]> {
	const rows = await tx
		.select({
			item: playoutItem,
			episodeTitle: episode.title,
			emergencyTitle: emergencyMessage.title,
			emergencyState: emergencyMessage.state
		})
		.from(playoutItem)
		.leftJoin(episode, eq(episode.id, playoutItem.episodeId))
		.leftJoin(emergencyMessage, eq(emergencyMessage.id, playoutItem.emergencyMessageId))
		.where(
			and(
				eq(playoutItem.broadcastAreaId, areaId),
				eq(playoutItem.state, 'planned'),
				gt(playoutItem.startsAt, new Date(now.getTime() - 2 * 3_600_000)),
				lt(playoutItem.startsAt, new Date(now.getTime() + AHEAD_HOURS * 3_600_000))
			)
		)
		.orderBy(asc(playoutItem.startsAt), asc(playoutItem.id));
	return rows
		.filter(({ emergencyState }) => emergencyState !== 'lifted')
		.map(({ item, episodeTitle, emergencyTitle }) => ({
			key: item.key,
			revision: item.revision,
			title: episodeTitle ?? emergencyTitle ?? '',
			level: item.level,
			startsAt: item.startsAt.toISOString(),
			durationMs: item.durationMs,
			parts: item.parts
		}));
}

/** Everything a console needs to play on by itself: its area, what comes, and by which rules. */
export async function programmeFor(
	ctx: Ctx,
	token: string
): Promise<{
	now: string;
	console: { id: number; name: string; area: string };
	items: PlayoutItem[];
	rules: PlayerRules;
}> {
	return read(ctx, async (tx) => {
		const own = await consoles.byToken(tx, token);
		const [area] = await tx
			.select({ name: broadcastArea.name })
			.from(broadcastArea)
			.where(eq(broadcastArea.id, own.broadcastAreaId));
		const { afterInterruption, shortestRemainderSeconds } = await settingsIn(tx);
		return {
			now: ctx.now.toISOString(),
			console: { id: own.id, name: own.name, area: area!.name },
			items: await itemsOf(tx, own.broadcastAreaId, ctx.now),
			rules: { afterInterruption, shortestRemainderMs: shortestRemainderSeconds * 1000 }
		};
	});
}

/** The audio of an item a console is to play; nobody else's, and nothing else. */
export async function audioFor(ctx: Ctx, token: string, fileToken: string): Promise<files.StoredFile> {
	return read(ctx, async (tx) => {
		const own = await consoles.byToken(tx, token);
		const items = await itemsOf(tx, own.broadcastAreaId, ctx.now);
		const wanted = items.some(({ parts }) => parts.some(({ file }) => file === fileToken));
		const file = wanted ? await files.byToken(tx, fileToken) : undefined;
		if (!file) throw notFound('bản âm thanh này');
		return file;
	});
}
