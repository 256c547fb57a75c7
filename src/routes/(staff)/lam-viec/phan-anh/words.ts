/** How states and days of a case look on the pages of officers. */
import { states, type CaseState } from '#feedback/case.ts';
import * as format from '#platform/format.ts';
import type { Tone } from '#platform/ui/StateBadge.svelte';

const tones: Partial<Record<CaseState, Tone>> = {
	quarantined: 'warn',
	received: 'info',
	reopened: 'warn',
	waiting: 'plain',
	drafted: 'info',
	approved: 'info',
	answered: 'good',
	published: 'good',
	refused: 'plain',
	guided: 'plain',
	spam: 'plain'
};

export const stateBadge = (state: CaseState): { tone: Tone; label: string } => ({
	tone: tones[state] ?? 'plain',
	label: states[state].label
});

/** `null` when no day is running. */
export function dueBadge(
	dueOn: string | null,
	now: Date
): { tone: Tone; label: string; icon: 'clock' | 'warning' } | null {
	if (!dueOn) return null;
	const today = format.isoDay(now);
	const label = format.capitalise(format.due(dueOn, now));
	if (dueOn < today) return { tone: 'bad', label, icon: 'warning' };
	return { tone: dueOn === today ? 'warn' : 'plain', label, icon: 'clock' };
}
