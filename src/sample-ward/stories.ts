/**
 * Thirty stories of 2026 in all states. Ward names, events and figures are invented; the law they tell is only what
 * the team has seen in a text, and no fee, no telephone number and no office hours are given.
 */
import { atWork } from '#sample-ward/stories-at-work.ts';
import { firstQuarter } from '#sample-ward/stories-first-quarter.ts';
import { secondHalf } from '#sample-ward/stories-second-half.ts';
import { secondQuarter } from '#sample-ward/stories-second-quarter.ts';
import type { Story } from '#sample-ward/types.ts';

export const stories: Story[] = [...firstQuarter, ...secondQuarter, ...secondHalf, ...atWork];
