/** How the states of a story look: the tone beside the word. */
import type { StoryState } from '../story.ts';

export const tones: Record<StoryState, 'plain' | 'info' | 'good' | 'warn' | 'bad'> = {
	draft: 'plain',
	in_review: 'info',
	sent_back: 'warn',
	approved: 'info',
	scheduled: 'info',
	published: 'good',
	withdrawn: 'bad'
};
