/** The calendar over all channels: what goes out when, and what in it should make a person think again. */
import { dayOf } from '#platform/clock.ts';
import type { DeliveryState } from './delivery.ts';
import { sameWords, type Message } from './message.ts';

export type Planned = {
	id: number;
	accountId: number;
	accountName: string;
	plannedAt: Date;
	state: DeliveryState;
	message: Pick<Message, 'title' | 'summary' | 'text'>;
	storyId: number | null;
};

export type CalendarWarning = {
	kind: 'same_hour' | 'same_text' | 'empty_week';
	words: string;
	ids: number[];
};

const HOUR = 3_600_000;
/** The same words on one account within so many days are taken for a slip. */
const SAME_TEXT_DAYS = 30;

const live = ({ state }: Planned): boolean => state !== 'cancelled' && state !== 'failed';

/**
 * `until`: what is looked at ends there, so that a week not yet begun is not called empty too early; weeks are Monday to
 * Sunday by Vietnamese days. Only what is to come is warned of, against everything given.
 */
export function warnings(
	all: Planned[],
	now: Date,
	weeks: { from: string; to: string }[]
): CalendarWarning[] {
	const going = all.filter(live);
	return [...sameHour(going, now), ...sameText(going, now), ...emptyWeeks(going, weeks)];
}

function sameHour(going: Planned[], now: Date): CalendarWarning[] {
	const groups = new Map<string, Planned[]>();
	for (const one of going) {
		if (one.state !== 'planned' || one.plannedAt < now) continue;
		const key = `${one.accountId} ${Math.floor(one.plannedAt.getTime() / HOUR)}`;
		groups.set(key, [...(groups.get(key) ?? []), one]);
	}
	return [...groups.values()]
		.filter((group) => new Set(group.map(({ storyId, id }) => storyId ?? -id)).size > 1)
		.map((group) => ({
			kind: 'same_hour' as const,
			ids: group.map(({ id }) => id),
			words: `${group.length} bài lên “${group[0]!.accountName}” trong cùng một giờ. Hãy dời bớt để người xem không bỏ sót.`
		}));
}

function sameText(going: Planned[], now: Date): CalendarWarning[] {
	const groups = new Map<string, Planned[]>();
	for (const one of going) {
		const key = `${one.accountId} ${sameWords(one.message.title)}`;
		groups.set(key, [...(groups.get(key) ?? []), one]);
	}
	return [...groups.values()].flatMap((group) => {
		const sorted = group.toSorted((a, b) => a.plannedAt.getTime() - b.plannedAt.getTime());
		const near = sorted.filter(
			(one, at) =>
				at > 0 && one.plannedAt.getTime() - sorted[at - 1]!.plannedAt.getTime() < SAME_TEXT_DAYS * 24 * HOUR
		);
		const coming = near.filter(({ state, plannedAt }) => state === 'planned' && plannedAt >= now);
		if (coming.length === 0) return [];
		return [
			{
				kind: 'same_text' as const,
				ids: coming.map(({ id }) => id),
				words: `“${coming[0]!.message.title}” đã hoặc sẽ lên “${coming[0]!.accountName}” ${sorted.length} lần trong vòng ${SAME_TEXT_DAYS} ngày. Hãy đổi lời hoặc hủy bớt nếu không cố ý.`
			}
		];
	});
}

function emptyWeeks(going: Planned[], weeks: { from: string; to: string }[]): CalendarWarning[] {
	return weeks
		.filter(
			({ from, to }) => !going.some((one) => dayOf(one.plannedAt) >= from && dayOf(one.plannedAt) <= to)
		)
		.map(({ from, to }) => ({
			kind: 'empty_week' as const,
			ids: [],
			words: `Tuần ${shown(from)} đến ${shown(to)} chưa có bài nào lên kênh. Hãy xếp ít nhất một bài để giữ nhịp tuyên truyền.`
		}));
}

const shown = (day: string): string => `${day.slice(8)}/${day.slice(5, 7)}`;
