/** Where the plan's tasks stand, in words for people who do not work at the ward office. */
import type { TaskState } from '#plan/task.ts';
import type { Tone } from '#platform/ui/StateBadge.svelte';
import type { IconName } from '#platform/ui/Icon.svelte';

export type Stage = 'done' | 'ready' | 'doing' | 'late' | 'ahead' | 'dropped';

export const stages: Record<Stage, { label: string; tone: Tone; icon: IconName; fill: string }> = {
	done: { label: 'Đã xong', tone: 'good', icon: 'check', fill: 'bg-success' },
	/** Everything asked for is there; only the office's own closing is missing. */
	ready: { label: 'Đủ kết quả, chờ xác nhận', tone: 'good', icon: 'check', fill: 'bg-success/60' },
	doing: { label: 'Đang làm', tone: 'info', icon: 'clock', fill: 'bg-info' },
	late: { label: 'Đang chậm', tone: 'bad', icon: 'warning', fill: 'bg-error' },
	ahead: { label: 'Chưa đến lúc làm', tone: 'plain', icon: 'calendar', fill: 'bg-base-content/30' },
	dropped: { label: 'Không làm nữa', tone: 'plain', icon: 'blocked', fill: 'bg-base-content/60' }
};

/** A year that is over has nothing "under way" any more. */
const pastLabels: Partial<Record<Stage, string>> = {
	ready: 'Đủ kết quả',
	doing: 'Chưa kết thúc',
	late: 'Chưa đủ kết quả',
	ahead: 'Chưa làm'
};

export function stageLabel(stage: Stage, past = false): string {
	return (past && pastLabels[stage]) || stages[stage].label;
}

const stageOfState: Record<TaskState, Stage> = {
	done: 'done',
	in_progress: 'doing',
	due_soon: 'doing',
	overdue: 'late',
	planned: 'ahead',
	waived: 'dropped'
};

export type Progress = { state: TaskState; measure: string | null; done: number; required: number };

export function stageOf({ state, measure, done, required }: Progress): Stage {
	const stage = stageOfState[state];
	// Work "as needed", without a number, goes on to the end of the year however much of it is there.
	const whole = measure !== null && done >= required;
	return whole && (stage === 'doing' || stage === 'ahead') ? 'ready' : stage;
}

export type StageCounts = Record<Stage, number>;

export function countStages(tasks: Iterable<Progress>): StageCounts {
	const counts: StageCounts = { done: 0, ready: 0, doing: 0, late: 0, ahead: 0, dropped: 0 };
	for (const task of tasks) counts[stageOf(task)] += 1;
	return counts;
}

export function isStage(text: string | null): text is Stage {
	return text !== null && Object.hasOwn(stages, text);
}
