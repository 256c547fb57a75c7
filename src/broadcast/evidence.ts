/**
 * What was really told (minh chứng phát thanh): from the lines consoles wrote down to segments that were heard, minutes
 * on the air, and whether an episode was told as a whole. Pure sums. One airing played by several areas at once was on
 * the air once; a repeat is air time of its own, but the episode it repeats counts once; what was cut counts the
 * minutes that were heard.
 */
import type { AsRunPart, AsRunResult, PlayoutPart } from './playout.ts';

/** A line of the log together with the item it was about. */
export type ToldLine = {
	episodeId: number;
	broadcastAreaId: number;
	/** When the item was planned: the same moment in two areas is one airing. */
	plannedFor: Date;
	startedAt: Date | null;
	endedAt: Date | null;
	result: AsRunResult;
	/** What the item was made of. */
	itemParts: PlayoutPart[];
	heard: AsRunPart[];
};

export type HeardPart = { segmentId: number | null; durationMs: number; heardMs: number };
export type Airing = {
	episodeId: number;
	plannedFor: Date;
	/** Null when nothing of it was heard anywhere. */
	startedAt: Date | null;
	parts: HeardPart[];
	heardMs: number;
};

/** So much of a segment must have been heard to say that it was told: the last breath may be missing. */
const TOLD_SHARE = 0.95;
export const isTold = ({ heardMs, durationMs }: Pick<HeardPart, 'heardMs' | 'durationMs'>): boolean =>
	heardMs > 0 && heardMs >= durationMs * TOLD_SHARE;

/** The airings of some lines, each once, in order of time. */
export function airingsOf(lines: ToldLine[]): Airing[] {
	const byMoment = Map.groupBy(lines, (line) => `${line.episodeId} ${line.plannedFor.getTime()}`);
	return [...byMoment.values()]
		.map((same): Airing => {
			const areas = [...Map.groupBy(same, ({ broadcastAreaId }) => broadcastAreaId).values()].map(
				heardInArea
			);
			// Nobody hears more than what the area heard that was on the air longest.
			const parts = areas
				.reduce((longest, one) => (lengthOf(one) > lengthOf(longest) ? one : longest))
				.map((part) => ({ ...part }));
			for (const part of parts)
				for (const area of areas)
					for (const other of area)
						if (part.segmentId !== null && other.segmentId === part.segmentId)
							part.heardMs = Math.max(part.heardMs, Math.min(other.heardMs, part.durationMs));
			const heardMs = lengthOf(parts);
			const starts = same.flatMap(({ startedAt }) => (startedAt === null ? [] : [startedAt.getTime()]));
			return {
				episodeId: same[0]!.episodeId,
				plannedFor: same[0]!.plannedFor,
				startedAt: heardMs > 0 && starts.length > 0 ? new Date(Math.min(...starts)) : null,
				parts,
				heardMs
			};
		})
		.toSorted((a, b) => a.plannedFor.getTime() - b.plannedFor.getTime() || a.episodeId - b.episodeId);
}

const lengthOf = (parts: HeardPart[]): number => parts.reduce((sum, { heardMs }) => sum + heardMs, 0);

/** Of one item in one area: several lines of it (before and after a cut) add up, a part never beyond its length. */
function heardInArea(lines: ToldLine[]): HeardPart[] {
	const { itemParts } = lines.reduce((longest, one) =>
		one.itemParts.length > longest.itemParts.length ? one : longest
	);
	const parts = itemParts.map((part): HeardPart => ({
		segmentId: part.segmentId ?? null,
		durationMs: part.durationMs,
		heardMs: 0
	}));
	for (const line of lines) {
		if (line.startedAt === null) continue;
		if (line.heard.length === 0) fillByClock(parts, line);
		for (const { audioId, heardMs } of line.heard) {
			let left = heardMs;
			for (const [at, part] of parts.entries()) {
				if (itemParts[at]!.audioId !== audioId) continue;
				const taken = Math.min(left, part.durationMs - part.heardMs);
				part.heardMs += taken;
				left -= taken;
			}
		}
	}
	return parts;
}

/** A line without parts says only from when to when: the parts sounded one after the other. */
function fillByClock(parts: HeardPart[], { result, startedAt, endedAt }: ToldLine): void {
	const whole = result === 'complete' || result === 'resumed';
	let left = whole
		? Infinity
		: startedAt && endedAt
			? Math.max(0, endedAt.getTime() - startedAt.getTime())
			: 0;
	for (const part of parts) {
		part.heardMs = Math.max(part.heardMs, Math.min(left, part.durationMs));
		left -= part.durationMs;
	}
}

/** What became of an episode over all its airings. */
export type Told = {
	/** Every segment of words has been heard, in one airing or over several. */
	whole: boolean;
	/** Segments that were heard to their end. */
	segmentIds: number[];
	/** When that was so first: of what is not whole, its first airing. */
	at: Date;
	/** Of the airing in which most was heard. */
	heardMs: number;
};

/** `wordIds`: its segments that say something; music that failed takes nothing away. Null: nobody heard anything. */
export function toldBy(airings: Airing[], wordIds: number[]): Told | null {
	const heard = airings
		.filter((one): one is Airing & { startedAt: Date } => one.startedAt !== null)
		.toSorted((a, b) => a.startedAt.getTime() - b.startedAt.getTime());
	if (heard.length === 0) return null;
	const segmentIds = new Set<number>();
	let at: Date | undefined;
	for (const airing of heard) {
		for (const part of airing.parts)
			if (part.segmentId !== null && isTold(part)) segmentIds.add(part.segmentId);
		if (!at && wordIds.every((id) => segmentIds.has(id))) at = airing.startedAt;
	}
	return {
		whole: at !== undefined,
		segmentIds: [...segmentIds],
		at: at ?? heard[0]!.startedAt,
		heardMs: Math.max(...heard.map(({ heardMs }) => heardMs))
	};
}
