import type { SloganState } from '#content/slogan.ts';
import type { Tone } from '#platform/ui/StateBadge.svelte';

/** How a state of a slogan looks, on its page and in the register. */
export const sloganTones: Record<SloganState, Tone> = {
	to_approve: 'info',
	to_hang: 'info',
	hanging: 'good',
	overdue: 'bad',
	down: 'plain'
};
