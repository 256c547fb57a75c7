/** Counting a report: the same sums as the progress pages, bounded to the period. */
import { inArray } from 'drizzle-orm';
import { airedBetween } from '#broadcast/evidence.server.ts';
import type { Ctx } from '#people/actor.ts';
import { channels, type Channel } from '#plan/channel.ts';
import type { TaskView } from '#plan/picture.server.ts';
import * as plans from '#plan/plans.server.ts';
import {
	completion,
	coverageByArea,
	monthsBetween,
	settleTask,
	usualRule,
	type ProgressTask
} from '#plan/progress.ts';
import { periodFigures } from '#feedback/period-figures.ts';
import * as feedback from '#feedback/period-figures.server.ts';
import * as progress from '#plan/progress.server.ts';
import { evidence } from '#plan/schema.server.ts';
import { productCount } from '#plan/task.ts';
import { addDays, dayOf, startOfDay, type Day } from '#platform/clock.ts';
import { read } from '#platform/db.server.ts';
import { Refusal } from '#platform/refusal.ts';
import type {
	ChannelFigure,
	EvidenceFigure,
	HotlineFigure,
	NextTask,
	RadioFigure,
	ReportFigures,
	TaskFigure
} from './figures.ts';
import * as changes from '#procedures/changes.server.ts';
import { timeliness } from '#procedures/duties.server.ts';
import { dutyKinds, type DutyKind } from '#procedures/procedure.ts';
import { nextPeriod, type Period } from './period.ts';

type Row = typeof evidence.$inferSelect;
const inOrder = Object.keys(dutyKinds) as DutyKind[];

/** Counts a period. Refuses when no plan of its year was issued, or when the period has not begun. */
export async function count(ctx: Ctx, period: Period): Promise<ReportFigures> {
	if (dayOf(ctx.now) < period.from) {
		throw new Refusal({
			code: 'report.not_begun',
			field: 'period',
			message: `Kỳ báo cáo ${period.label} chưa bắt đầu (từ ${period.from.split('-').reverse().join('/')}). Hãy chọn kỳ khác.`
		});
	}
	const plan = await plans.current(ctx, period.year);
	if (!plan) {
		throw new Refusal({
			code: 'report.no_plan',
			field: 'period',
			message: `Năm ${period.year} chưa có kế hoạch nào được ban hành nên chưa có gì để báo cáo. Hãy ban hành kế hoạch trước.`
		});
	}
	// The day after the end: what fell due on the last day has ended by then.
	const asOf = dayOf(ctx.now) <= period.to ? dayOf(ctx.now) : period.to;
	const then: Ctx = {
		...ctx,
		now: dayOf(ctx.now) <= period.to ? ctx.now : startOfDay(addDays(period.to, 1))
	};
	const window = { from: period.from, to: period.to };
	const overview = await progress.overview(then, { planId: plan.id, ...window });
	const tasks = overview.tasks.map((view) => ({ view, sums: bounded(progress.asProgress(view), asOf) }));
	const rows = await evidenceOf(
		ctx,
		tasks.flatMap(({ sums }) =>
			sums.proofs.filter((proof) => proof.day >= period.from).map((proof) => proof.id)
		)
	);
	const months = monthsBetween(period.from, period.to);
	const matrix = coverageByArea(
		tasks.map(({ sums }) => sums),
		plan.year,
		overview.areas.map((area) => area.key),
		months,
		overview.today
	);

	const figures = tasks.map(({ view, sums }) =>
		taskFigure(view, sums, plan.year, overview.today, window, rows)
	);
	// Counted in due dates: products of different kinds (1.500 leaflets, 3 meetings) do not add up.
	const dates = tasks
		.filter(({ view }) => view.closure?.kind !== 'waived')
		.flatMap(({ sums }) => settleTask(sums, plan.year, overview.today, window).times)
		.filter((one) => one.planned > 0 && one.pending === 0);
	const { earned, due, value } = completion(
		tasks.map(({ sums }) => sums),
		plan.year,
		window,
		overview.today,
		usualRule
	);
	const next = nextPeriod(period);
	const { lines, answers } = await feedback.matters(then, window);
	const radio = await radioFigure(
		ctx,
		window,
		new Map(overview.areas.map((one) => [one.key, one.shortName]))
	);
	const procedures = await read(ctx, async (tx) => ({
		changes: await changes.countBetween(tx, window),
		publicity: (await timeliness(tx, then, window))
			.map((one) => ({ ...one, label: dutyKinds[one.kind] }))
			.toSorted((a, b) => inOrder.indexOf(a.kind) - inOrder.indexOf(b.kind))
	}));
	return {
		period: { key: period.key, label: period.label, from: period.from, to: period.to, dueOn: period.dueOn },
		asOf,
		plan: { id: plan.id, title: plan.title, number: plan.number, issuedOn: plan.issuedOn },
		tasks: figures,
		areas: overview.areas.map((area) => {
			const row = matrix.rows.find((one) => one.key === area.key)!;
			const { planned, done, missing, late } = row.total;
			return {
				key: area.key,
				marker: area.marker,
				shortName: area.shortName,
				planned,
				done,
				missing,
				late,
				months: row.cells.map((cell) => ({
					month: cell.month,
					planned: cell.planned,
					done: cell.done,
					state: cell.state
				}))
			};
		}),
		channels: byChannel([...rows.values()]),
		stories: new Set(
			[...rows.values()].filter((row) => row.sourceKind === 'story').map((row) => row.sourceId)
		).size,
		completion: { earned, due, value },
		timeliness: {
			onTime: dates.filter((one) => one.missing === 0 && one.late === 0).length,
			late: dates.filter((one) => one.missing === 0 && one.late > 0).length,
			missing: dates.filter((one) => one.missing > 0).length
		},
		procedures,
		matters: { ...periodFigures(lines), hotline: hotlineFigure(figures), answers, lines },
		...(radio && { radio }),
		overdue: tasks.flatMap(({ view, sums }) => {
			if (view.closure) return [];
			const lacking = settleTask(sums, plan.year, overview.today, window).times.find(
				(one) => one.missing > 0
			);
			return lacking ? [brief(view, lacking.due)] : [];
		}),
		next: {
			label: next.label,
			tasks: tasks.flatMap(({ view, sums }) => {
				if (view.closure) return [];
				const [due] = settleTask(sums, plan.year, overview.today, {
					from: next.from,
					to: next.to
				}).times.filter((one) => one.planned > 0);
				return due ? [brief(view, due.due)] : [];
			})
		}
	};
}

/** What came after the day of the figures does not count yet. */
function bounded(sums: ProgressTask, asOf: Day): ProgressTask {
	return { ...sums, proofs: sums.proofs.filter((proof) => proof.day <= asOf) };
}

async function evidenceOf(ctx: Ctx, ids: number[]): Promise<Map<number, Row>> {
	if (ids.length === 0) return new Map();
	const rows = await read(ctx, (tx) => tx.select().from(evidence).where(inArray(evidence.id, ids)));
	return new Map(rows.map((row) => [row.id, row]));
}

function taskFigure(
	view: TaskView,
	sums: ProgressTask,
	year: number,
	today: Day,
	window: { from: Day; to: Day },
	rows: Map<number, Row>
): TaskFigure {
	const { planned, onTime, late, missing } = settleTask(sums, year, today, window);
	const inPeriod = sums.proofs.filter((proof) => proof.day >= window.from);
	return {
		taskId: view.id,
		no: view.no,
		title: view.title,
		product: view.product,
		measureUnit: view.measureUnit,
		lead: view.lead?.name ?? view.leadText ?? '',
		deadline: view.deadlineText ?? view.deadlineOn?.split('-').reverse().join('/') ?? '',
		planned,
		onTime,
		late,
		missing,
		doneInPeriod: productCount(inPeriod),
		doneSoFar: productCount(sums.proofs),
		required: view.standing.required,
		waivedReason: view.closure?.kind === 'waived' ? view.closure.reason : null,
		evidence: onePerSource(inPeriod.flatMap((proof) => rows.get(proof.id) ?? []))
	};
}

/** One act about two content areas has two rows and is one piece of evidence. */
function onePerSource(rows: Row[]): EvidenceFigure[] {
	const seen = new Map<string, Row>();
	for (const row of rows) {
		const source = row.sourceId === null ? `row ${row.id}` : `${row.sourceKind} ${row.sourceId}`;
		if (!seen.has(source)) seen.set(source, row);
	}
	return [...seen.values()]
		.sort((a, b) => b.occurredAt.getTime() - a.occurredAt.getTime() || b.id - a.id)
		.map((row) => ({
			id: row.id,
			title: row.title,
			url: row.url,
			day: dayOf(row.occurredAt),
			channel: row.channel,
			count: row.count
		}));
}

/** The plan orders the numbers made public in tasks of their own; their evidence is the proof. */
const aboutHotline = /đường dây nóng|hotline|địa chỉ tiếp nhận/iu;

function hotlineFigure(figures: TaskFigure[]): HotlineFigure {
	const tasks = figures
		.filter(({ title }) => aboutHotline.test(title.normalize('NFC')))
		.map(({ taskId, no, title, evidence: proofs }) => ({
			taskId,
			no,
			title,
			channels: (Object.keys(channels) as Channel[]).flatMap((channel) => {
				const entries = proofs.filter((one) => one.channel === channel).length;
				return entries > 0 ? [{ channel, label: channels[channel], entries }] : [];
			})
		}));
	return {
		entries: tasks.flatMap((task) => task.channels).reduce((sum, { entries }) => sum + entries, 0),
		tasks
	};
}

const minutesOf = (ms: number): number => Math.round(ms / 6000) / 10;

async function radioFigure(
	ctx: Ctx,
	window: { from: Day; to: Day },
	names: Map<string, string>
): Promise<RadioFigure | undefined> {
	const air = await airedBetween(ctx, startOfDay(window.from), startOfDay(addDays(window.to, 1)));
	if (air.airings + air.missed === 0) return undefined;
	const { airings, episodes, whole, begun, missed } = air;
	return {
		airings,
		episodes,
		whole,
		begun,
		missed,
		minutes: minutesOf(air.airMs),
		areas: air.areas
			.map(({ key, segments, airMs }) => ({
				key,
				shortName: key === null ? 'Nội dung khác' : (names.get(key) ?? 'Nội dung khác'),
				segments,
				minutes: minutesOf(airMs)
			}))
			.toSorted((a, b) => b.minutes - a.minutes),
		proofs: air.proofs.map(({ title, url, startedAt, heardMs, whole: toTheEnd }) => ({
			title,
			url,
			on: dayOf(startedAt),
			minutes: minutesOf(heardMs),
			whole: toTheEnd
		}))
	};
}

function byChannel(rows: Row[]): ChannelFigure[] {
	return (Object.keys(channels) as Channel[]).flatMap((channel) => {
		const ours = rows.filter((row) => row.channel === channel);
		if (ours.length === 0) return [];
		const acts = new Map(
			ours.map((row) => [row.sourceId === null ? `row ${row.id}` : `${row.sourceKind} ${row.sourceId}`, row])
		);
		const sum = (value: (row: Row) => number): number =>
			[...acts.values()].reduce((total, row) => total + value(row), 0);
		return [
			{
				channel,
				label: channels[channel],
				products: sum((row) => row.count),
				entries: acts.size,
				attended: sum((row) => (/người/.test(row.quantityUnit ?? '') ? (row.quantity ?? 0) : 0))
			}
		];
	});
}

function brief(view: TaskView, due: Day): NextTask {
	return {
		taskId: view.id,
		no: view.no,
		title: view.title,
		lead: view.lead?.shortName ?? view.leadText ?? '',
		due
	};
}
