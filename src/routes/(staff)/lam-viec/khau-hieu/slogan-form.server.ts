/** What the form of a slogan sends, as the verb takes it. */
import type { SloganInput } from '#content/slogan.ts';
import { numberOf, textOf } from '../phat-thanh/doing.server.ts';

export const sloganInput = (values: Record<string, unknown>): SloganInput => ({
	text: textOf(values['text']),
	size: textOf(values['size']),
	style: textOf(values['style']),
	place: textOf(values['place']),
	hangsFrom: textOf(values['hangsFrom']),
	hangsTo: textOf(values['hangsTo']),
	taskId: numberOf(values['taskId']) || null,
	storyId: numberOf(values['storyId']) || null
});
