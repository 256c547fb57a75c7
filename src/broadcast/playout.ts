/** What a console is told to play, what it says of itself, and what it wrote down; shapes both sides share. */
import type { Level } from './episode.ts';

/** One audio of an item, in order. `file` is fetched from the console's own address and checked against the hash. */
export type PlayoutPart = {
	audioId: number;
	title: string;
	file: string;
	sha256: string;
	durationMs: number;
	segmentId?: number;
};

export type PlayoutItem = {
	key: string;
	revision: number;
	title: string;
	level: Level;
	/** ISO 8601 with offset. */
	startsAt: string;
	durationMs: number;
	parts: PlayoutPart[];
};

export type ConsoleStatus = {
	version: string;
	/** Milliseconds the console's clock is ahead of the server's. */
	driftMs: number;
	volume: number;
	playing: string | null;
	cachedUntil: string | null;
	free: number | null;
};

export type AsRunPart = { audioId: number; heardMs: number; sha256: string };
export type AsRunResult = 'complete' | 'cut' | 'resumed' | 'missed' | 'filler' | 'test';

/** One line of a console's log. */
export type AsRunLine = {
	localId: string;
	itemKey: string | null;
	title: string;
	level: Level;
	plannedAt: string | null;
	startedAt: string | null;
	endedAt: string | null;
	result: AsRunResult;
	why: string;
	parts: AsRunPart[];
};
