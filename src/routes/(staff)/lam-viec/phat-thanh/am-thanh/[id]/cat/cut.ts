/** The part of a recording that is kept, in milliseconds. */
export type Cut = { fromMs: number; toMs: number };
export const LEAST_MS = 500;

/** A handle stops before the other and at the ends. */
export function bounded({ fromMs, toMs }: Cut, moved: keyof Cut, durationMs: number): Cut {
	if (moved === 'fromMs') return { fromMs: Math.round(Math.max(0, Math.min(fromMs, toMs - LEAST_MS))), toMs };
	return { fromMs, toMs: Math.round(Math.min(durationMs, Math.max(toMs, fromMs + LEAST_MS))) };
}
