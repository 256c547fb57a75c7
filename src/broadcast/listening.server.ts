/** Listening again (nghe lại): what has been on the air, for everybody; one sound made of its parts, with its words. */
import { createReadStream } from 'node:fs';
import { and, asc, desc, eq, gte, lte } from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import { addDays, dayOf, startOfDay } from '#platform/clock.ts';
import { read, type Transaction } from '#platform/db.server.ts';
import * as files from '#platform/files.server.ts';
import { notFound } from '#platform/refusal.ts';
import * as episodes from './episodes.server.ts';
import { episode, programme } from './schema.server.ts';

export type Aired = {
	id: number;
	title: string;
	programme: string;
	airedAt: Date;
	durationMs: number;
	/** 0: its sound is not there (yet); the words are. */
	bytes: number;
	words: { title: string; spoken: string; startsMs: number }[];
};
type Part = { token: string; bytes: number };

/** The latest that have been on the air, newest first. */
export async function latest(ctx: Ctx, limit = 30): Promise<Aired[]> {
	return read(ctx, async (tx) => {
		const rows = await tx
			.select({ id: episode.id })
			.from(episode)
			.where(and(eq(episode.state, 'approved'), lte(episode.airsAt, ctx.now)))
			.orderBy(desc(episode.airsAt))
			.limit(limit);
		const all: Aired[] = [];
		for (const { id } of rows) {
			const one = await airedIn(tx, ctx, id);
			if (one && one.aired.bytes > 0) all.push(one.aired);
		}
		return all;
	});
}

export type OfToday = {
	id: number;
	title: string;
	startsAt: Date;
	durationMs: number;
	when: 'past' | 'now' | 'coming';
};

/** Today's programme, repeats too: what can be heard at which minute. */
export async function today(ctx: Ctx): Promise<OfToday[]> {
	const day = dayOf(ctx.now);
	return read(ctx, async (tx) => {
		const all: OfToday[] = [];
		for (const { episodeId, startsAt } of await episodes.airings(
			tx,
			ctx,
			startOfDay(day),
			startOfDay(addDays(day, 1))
		)) {
			const whole = await episodes.playable(tx, episodeId);
			if (!whole) continue;
			const ends = startsAt.getTime() + whole.durationMs;
			const when = startsAt > ctx.now ? 'coming' : ends > ctx.now.getTime() ? 'now' : 'past';
			all.push({ id: episodeId, title: whole.row.title, startsAt, durationMs: whole.durationMs, when });
		}
		return all;
	});
}

/** What comes in the next days, so that people know when to listen. */
export async function coming(ctx: Ctx, limit = 8): Promise<{ title: string; airsAt: Date }[]> {
	return read(ctx, (tx) =>
		tx
			.select({ title: episode.title, airsAt: episode.airsAt })
			.from(episode)
			.where(
				and(
					eq(episode.state, 'approved'),
					// Today's stand by themselves.
					gte(episode.airsAt, startOfDay(addDays(dayOf(ctx.now), 1)))
				)
			)
			.orderBy(asc(episode.airsAt))
			.limit(limit)
	);
}

export async function one(ctx: Ctx, id: number): Promise<Aired> {
	return (await found(ctx, id)).aired;
}

async function found(ctx: Ctx, id: number): Promise<{ aired: Aired; parts: Part[] }> {
	const one = await read(ctx, (tx) => airedIn(tx, ctx, id));
	if (!one) throw notFound('số phát thanh này');
	return one;
}

async function airedIn(
	tx: Transaction,
	ctx: Ctx,
	id: number
): Promise<{ aired: Aired; parts: Part[] } | null> {
	const [row] = await tx
		.select({ row: episode, name: programme.name })
		.from(episode)
		.innerJoin(programme, eq(programme.id, episode.programmeId))
		.where(and(eq(episode.id, id), eq(episode.state, 'approved'), lte(episode.airsAt, ctx.now)));
	if (!row) return null;
	const whole = await episodes.playable(tx, id);
	const parts: Part[] = [];
	for (const part of whole?.parts ?? []) {
		const file = (await files.byToken(tx, part.file))!;
		parts.push({ token: file.token, bytes: file.bytes });
	}
	const { segments, lengthMs } = await episodes.viewIn(tx, row.row);
	const startsMs = new Map<number, number>();
	let elapsed = 0;
	for (const part of whole?.parts ?? []) {
		if (part.segmentId !== undefined) startsMs.set(part.segmentId, elapsed);
		elapsed += part.durationMs;
	}
	return {
		aired: {
			id,
			title: row.row.title,
			programme: row.name,
			airedAt: row.row.airsAt,
			durationMs: whole?.durationMs ?? lengthMs,
			bytes: parts.reduce((sum, part) => sum + part.bytes, 0),
			words: segments
				.filter(({ spoken }) => spoken.trim() !== '')
				.map((one) => ({ title: one.title, spoken: one.spoken, startsMs: startsMs.get(one.id) ?? 0 }))
		},
		parts
	};
}

/** The sound of an episode from one byte to another: MP3s of one kind follow one another without a seam. */
export async function sound(
	ctx: Ctx,
	id: number
): Promise<{ bytes: number; from: (first: number, last: number) => AsyncGenerator<Uint8Array> }> {
	const { aired, parts } = await found(ctx, id);
	if (aired.bytes === 0) throw notFound('âm thanh của số này');
	return {
		bytes: aired.bytes,
		async *from(first, last) {
			let before = 0;
			for (const part of parts) {
				const [start, end] = [Math.max(0, first - before), Math.min(part.bytes - 1, last - before)];
				before += part.bytes;
				if (start > end) continue;
				yield* createReadStream(files.pathOf(part.token), { start, end }) as AsyncIterable<Uint8Array>;
			}
		}
	};
}
