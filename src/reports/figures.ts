/**
 * Figures (số liệu) of a report: counted from tasks and evidence of the period, each with the numbers of the rows behind
 * it. Frozen with the report, so the paper and the screen say the same for ever.
 */
import type { CellState } from '#plan/progress.ts';
import type { Day } from '#platform/clock.ts';

export type EvidenceFigure = {
	id: number;
	title: string;
	url: string | null;
	day: Day;
	channel: string;
	count: number;
};

export type TaskFigure = {
	taskId: number;
	no: number;
	title: string;
	product: string | null;
	measureUnit: string | null;
	lead: string;
	deadline: string;
	/** What fell due in the period, and what became of it. */
	planned: number;
	onTime: number;
	late: number;
	missing: number;
	/** Products of the period itself, whatever they were for. */
	doneInPeriod: number;
	/** Since the beginning of the plan, of how many. */
	doneSoFar: number;
	required: number;
	waivedReason: string | null;
	/** Newest first; the document shows the first of them. */
	evidence: EvidenceFigure[];
};

export type AreaFigure = {
	key: string;
	marker: string;
	shortName: string;
	planned: number;
	done: number;
	missing: number;
	late: number;
	months: { month: string; planned: number; done: number; state: CellState }[];
};

export type ChannelFigure = {
	channel: string;
	label: string;
	products: number;
	entries: number;
	attended: number;
};

/** Publicity of procedures (công khai thủ tục hành chính): how the posting limit was kept, by kind of work. */
export type PublicityFigure = {
	kind: string;
	label: string;
	count: number;
	inTime: number;
	late: number;
	overdue: number;
	/** Working days from the decision to the deed. */
	averageDays: number | null;
};

/** Feedback (phản ánh, kiến nghị) received in the period; `points` by TT 01/2018/TT-VPCP, index 8. */
export type FeedbackFigure = {
	received: number;
	answered: number;
	timed: number;
	inTime: number;
	late: number;
	open: number;
	forwarded: number;
	refused: number;
	published: number;
	points: number;
};

export type NextTask = { taskId: number; no: number; title: string; lead: string; due: Day };

export type ReportFigures = {
	period: { key: string; label: string; from: Day; to: Day; dueOn: Day };
	/** The figures stand as of this day: the end of the period, or the day of counting when that is earlier. */
	asOf: Day;
	plan: { id: number; title: string; number: string | null; issuedOn: Day | null };
	tasks: TaskFigure[];
	areas: AreaFigure[];
	channels: ChannelFigure[];
	/** Stories published in the period (each once, whatever areas it is about). */
	stories: number;
	completion: { earned: number; due: number; value: number | null };
	/** Due dates of the period (a monthly task has one a month) and how each was kept. */
	timeliness: { onTime: number; late: number; missing: number };
	/** Absent in reports frozen before procedures were counted. */
	procedures?: { changes: number; publicity: PublicityFigure[] };
	/** Absent in reports frozen before feedback was counted. */
	feedback?: FeedbackFigure;
	overdue: NextTask[];
	next: { label: string; tasks: NextTask[] };
};
