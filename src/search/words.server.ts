/**
 * The word list (từ đồng nghĩa, từ viết tắt): what people say, and what the procedure calls it. A built-in list ships
 * with the program; a ward adds its own words, changes or removes what does not fit.
 */
import type { Ctx } from '#people/actor.ts';
import type { Day } from '#platform/clock.ts';

export type Word = {
	/** Of the ward's own row; null for a built-in line nobody touched. */
	id: number | null;
	/** What people type: "giấy độc thân", "cccd". */
	said: string;
	/** What it means, one official phrase each. */
	means: string[];
	/** Where the line comes from. */
	origin: 'built_in' | 'own' | 'changed' | 'removed';
	lockVersion: number;
};

export type WordGiven = { said: string; means: string[] };

/** Searches that found nothing, without who: folded words, how often, first and last day. */
export type Miss = { id: number; words: string; count: number; firstDay: Day; lastDay: Day };

/* eslint-disable @typescript-eslint/require-await */
/** Sorted by what people say; `filter` narrows by any of the words. */
export async function list(_ctx: Ctx, _filter = ''): Promise<Word[]> {
	return [];
}

export async function add(_ctx: Ctx, _given: WordGiven): Promise<number> {
	return 0;
}

/** Changes an own line, or lays an own line over a built-in one. `said` names the line as it stands. */
export async function change(
	_ctx: Ctx,
	_said: string,
	_lockVersion: number,
	_given: WordGiven
): Promise<void> {}

/** Takes an own line away; a built-in line is set aside for this ward. */
export async function remove(_ctx: Ctx, _said: string, _lockVersion: number): Promise<void> {}

/** Gives a built-in line that was changed or set aside its first meaning back. */
export async function restore(_ctx: Ctx, _said: string, _lockVersion: number): Promise<void> {}

/** Most often first. */
export async function misses(_ctx: Ctx, _limit = 100): Promise<Miss[]> {
	return [];
}

export async function dismiss(_ctx: Ctx, _missId: number): Promise<void> {}
