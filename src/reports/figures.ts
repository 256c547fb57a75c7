/**
 * Figures (số liệu) of a report: counted from tasks and evidence of the period, each with the numbers of the rows behind
 * it. Frozen with the report, so the paper and the screen say the same for ever.
 */
import type { CaseLine, PeriodFigures } from '#feedback/period-figures.ts';
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

/** Publications of the hotline (công khai đường dây nóng): what the plan's tasks about it have evidence of. */
export type HotlineFigure = {
	entries: number;
	tasks: {
		taskId: number;
		no: number;
		title: string;
		channels: { channel: string; label: string; entries: number }[];
	}[];
};

/** Feedback (phản ánh, kiến nghị) of the period, with the lines every number is counted from. */
export type MattersFigure = PeriodFigures & {
	hotline: HotlineFigure;
	/** Made public in the period. */
	answers: { title: string; url: string; on: Day }[];
	/** For whoever may look at cases; a page gets none of it (reports.server.ts). */
	lines: CaseLine[];
};

/** Loudspeakers (truyền thanh): what the consoles' log says was really on the air in the period. */
export type RadioFigure = {
	airings: number;
	episodes: number;
	whole: number;
	/** Begun and not told to the end. */
	begun: number;
	missed: number;
	minutes: number;
	/** Segments that were told, and minutes on the air, of each content area; key null: of none. */
	areas: { key: string | null; shortName: string; segments: number; minutes: number }[];
	/** Newest first. */
	proofs: { title: string; url: string; on: Day; minutes: number; whole: boolean }[];
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
	matters?: MattersFigure;
	/** Absent in reports frozen before the log was counted, and where nothing was to be played. */
	radio?: RadioFigure;
	overdue: NextTask[];
	next: { label: string; tasks: NextTask[] };
};
