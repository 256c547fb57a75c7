/** When nobody touches the screen any more: first it asks, then it goes back to the start for the next person. */

/** Untouched for so long, the screen starts over. */
export const STARTS_OVER_AFTER = 90_000;
/** The last seconds are counted aloud on the screen. */
export const ASKS_FOR = 20_000;

export type Idle = { kind: 'in_use' } | { kind: 'asking'; secondsLeft: number } | { kind: 'over' };

export function idleAfter(untouched: number): Idle {
	const left = STARTS_OVER_AFTER - untouched;
	if (left <= 0) return { kind: 'over' };
	return left > ASKS_FOR ? { kind: 'in_use' } : { kind: 'asking', secondsLeft: Math.ceil(left / 1000) };
}
