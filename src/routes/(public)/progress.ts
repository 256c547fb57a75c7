/** Where the plan's tasks stand, in words for people who do not work at the ward office. */
import type { TaskState } from '#plan/task.ts';
import type { Tone } from '#platform/ui/StateBadge.svelte';
import type { IconName } from '#platform/ui/Icon.svelte';

export type Stage = 'done' | 'doing' | 'late' | 'ahead' | 'dropped';

export const stages: Record<Stage, { label: string; tone: Tone; icon: IconName; fill: string }> = {
	done: { label: 'Đã xong', tone: 'good', icon: 'check', fill: 'bg-success' },
	doing: { label: 'Đang làm', tone: 'info', icon: 'clock', fill: 'bg-info' },
	late: { label: 'Đang chậm', tone: 'bad', icon: 'warning', fill: 'bg-error' },
	ahead: { label: 'Chưa đến lúc làm', tone: 'plain', icon: 'calendar', fill: 'bg-base-content/30' },
	dropped: { label: 'Không làm nữa', tone: 'plain', icon: 'blocked', fill: 'bg-base-content/60' }
};

const stageOfState: Record<TaskState, Stage> = {
	done: 'done',
	in_progress: 'doing',
	due_soon: 'doing',
	overdue: 'late',
	planned: 'ahead',
	waived: 'dropped'
};

export function stageOf(state: TaskState): Stage {
	return stageOfState[state];
}

export type StageCounts = Record<Stage, number>;

export function countStages(states: Iterable<TaskState>): StageCounts {
	const counts: StageCounts = { done: 0, doing: 0, late: 0, ahead: 0, dropped: 0 };
	for (const state of states) counts[stageOf(state)] += 1;
	return counts;
}

export function isStage(text: string | null): text is Stage {
	return text !== null && Object.hasOwn(stages, text);
}
