import type { Block, Moment, Story } from '#sample-ward/types.ts';

export const p = (text: string): Block => ({ type: 'paragraph', text });
export const h = (text: string): Block => ({ type: 'heading', text });
export const ul = (...items: string[]): Block => ({ type: 'list', ordered: false, items });
export const ol = (...items: string[]): Block => ({ type: 'list', ordered: true, items });
export const quote = (text: string, source: string): Block => ({ type: 'quote', text, source });
export const table = (caption: string, header: string[], ...rows: string[][]): Block => ({
	type: 'table',
	caption,
	header,
	rows
});

type Written = Omit<
	Story,
	'state' | 'submittedAt' | 'approval' | 'scheduledFor' | 'publishedAt' | 'sentBack' | 'withdrawal'
>;

const untouched = {
	submittedAt: null,
	approval: null,
	scheduledFor: null,
	publishedAt: null,
	sentBack: null,
	withdrawal: null
};

export function draft(written: Written): Story {
	return { ...written, ...untouched, state: 'draft' };
}

export function inReview(written: Written, submittedAt: Moment): Story {
	return { ...written, ...untouched, state: 'in_review', submittedAt };
}

export function sentBack(written: Written, submittedAt: Moment, back: NonNullable<Story['sentBack']>): Story {
	return { ...written, ...untouched, state: 'sent_back', submittedAt, sentBack: back };
}

export function approved(
	written: Written,
	submittedAt: Moment,
	approval: NonNullable<Story['approval']>
): Story {
	return { ...written, ...untouched, state: 'approved', submittedAt, approval };
}

export function scheduled(
	written: Written,
	submittedAt: Moment,
	approval: NonNullable<Story['approval']>,
	scheduledFor: Moment
): Story {
	return { ...approved(written, submittedAt, approval), state: 'scheduled', scheduledFor };
}

export function published(
	written: Written,
	submittedAt: Moment,
	approval: NonNullable<Story['approval']>,
	publishedAt: Moment
): Story {
	return { ...approved(written, submittedAt, approval), state: 'published', publishedAt };
}

export function withdrawn(story: Story, withdrawal: NonNullable<Story['withdrawal']>): Story {
	return { ...story, state: 'withdrawn', withdrawal };
}
