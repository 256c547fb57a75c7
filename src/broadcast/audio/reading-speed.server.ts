/** What the station's recordings tell of its reading speed, and of each reader's. */
import { and, desc, eq, isNotNull, sql } from 'drizzle-orm';
import type { Transaction } from '#platform/db.server.ts';
import { readingTime, syllablesOf } from '../episode.ts';
import { audio, segment } from '../schema.server.ts';
import { settingsIn } from '../settings.server.ts';
import { learnedFrom, lengthAt, type Learned, type Reading } from './reading-speed.ts';

/** Recordings looked at, the latest first: enough for several readers. */
const LOOKED_AT = 200;

/** Of a recording made here the syllables are known; of a file somebody sent they are those of the segment it is given to. */
async function readings(tx: Transaction): Promise<Reading[]> {
	const spoken = tx
		.select({ text: sql<string>`min(${segment.spoken})`.as('text'), audioId: segment.audioId })
		.from(segment)
		.where(isNotNull(segment.audioId))
		.groupBy(segment.audioId)
		.as('spoken');
	const rows = await tx
		.select({
			readerId: audio.madeByPersonId,
			syllables: audio.syllables,
			durationMs: audio.durationMs,
			text: spoken.text
		})
		.from(audio)
		.leftJoin(spoken, eq(spoken.audioId, audio.id))
		.where(and(eq(audio.kind, 'recording'), eq(audio.state, 'ready')))
		.orderBy(desc(audio.id))
		.limit(LOOKED_AT);
	return rows.map(({ readerId, syllables, durationMs, text }) => ({
		readerId,
		syllables: syllables ?? syllablesOf(text ?? ''),
		durationMs: durationMs!
	}));
}

export type Speeds = {
	/** What the station set for itself. */
	setting: number;
	station: Learned | undefined;
	readers: Map<number, Learned>;
};

export async function speedsIn(tx: Transaction): Promise<Speeds> {
	const { readingSpeed } = await settingsIn(tx);
	const all = await readings(tx);
	const readers = new Map<number, Learned>();
	for (const id of new Set(all.map(({ readerId }) => readerId)))
		if (id !== null) {
			const learned = learnedFrom(all.filter(({ readerId }) => readerId === id));
			if (learned) readers.set(id, learned);
		}
	return { setting: readingSpeed, station: learnedFrom(all), readers };
}

/** How long a text will take on the air: as this reader reads, else as the station does, else by its setting. */
export function estimate(spoken: string, speeds: Speeds, readerId?: number | null): number {
	const learned = (readerId ? speeds.readers.get(readerId) : undefined) ?? speeds.station;
	return learned ? lengthAt(spoken, learned.speed) : readingTime(spoken, speeds.setting);
}
