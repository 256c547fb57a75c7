/** A task as the lists show it: a few words, not its whole story (which would travel to the browser with every list). */
import { date, due } from '#platform/format.ts';
import type { TaskView } from '#plan/picture.server.ts';
import { recurrences, type Standing } from '#plan/task.ts';

export type TaskLine = {
	id: number;
	no: number;
	title: string;
	areas: string[];
	lead: string;
	leadName: string;
	standing: Standing;
	confirmed: boolean;
	closed: boolean;
	done: number;
	measureUnit: string | null;
	timing: string;
};

export function lineOf(task: TaskView): TaskLine {
	return {
		id: task.id,
		no: task.no,
		title: task.title,
		areas: task.areas.map((area) => area.shortName),
		lead: task.lead?.shortName ?? task.leadText ?? 'Chưa có đơn vị chủ trì',
		leadName: task.lead?.name ?? task.leadText ?? 'Chưa có đơn vị chủ trì',
		standing: task.standing,
		confirmed: Boolean(task.closure?.confirmedAt),
		closed: task.closure !== null,
		done: task.facts.done,
		measureUnit: task.measureUnit,
		timing: timingOf(task)
	};
}

/** When a task is due, in a few words: those of the plan, where it has some. */
function timingOf(task: TaskView): string {
	if (task.deadlineText) return task.deadlineText;
	if (task.recurrence !== 'none') return recurrences[task.recurrence];
	return task.deadlineOn ? date(task.deadlineOn) : 'Trong năm';
}

/** The next day something is due; nothing for what has ended. */
export function nextOf(task: Pick<TaskLine, 'standing' | 'closed'>, today: string): string | null {
	if (task.closed || task.standing.ready) return null;
	return `${date(task.standing.nextDue)} (${due(task.standing.nextDue, today)})`;
}
