/** When a task is due, in a few words. */
import { date, due } from '#platform/format.ts';
import type { TaskView } from '#plan/picture.server.ts';
import { recurrences } from '#plan/task.ts';

export function timingOf(task: TaskView): string {
	const rhythm = task.recurrence === 'none' ? null : recurrences[task.recurrence];
	return (
		[
			task.deadlineText ?? rhythm,
			task.deadlineOn && task.recurrence === 'none' ? date(task.deadlineOn) : null
		]
			.filter(Boolean)
			.join(', ') || 'Trong năm'
	);
}

/** The next day something is due; nothing for what has ended. */
export function nextOf(task: TaskView, today: string): string | null {
	if (task.closure || task.standing.ready) return null;
	return `${date(task.standing.nextDue)} (${due(task.standing.nextDue, today)})`;
}
