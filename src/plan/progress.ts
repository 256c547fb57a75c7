/**
 * Progress (tiến độ): what was planned and what is there, by content area and month, by channel and month, on time or
 * late, regular or with gaps, and how much of the plan is completed. Pure sums over the picture of a plan; every figure
 * keeps the numbers of the tasks and the evidence behind it, so that each can be opened.
 */
import { daysBetween, type Day } from '#platform/clock.ts';
import { monthEnd, occurrencesOf, spanOf, type Occurrence, type Timing } from './task.ts';

export type Proof = {
	id: number;
	contentAreaKey: string | null;
	channel: string;
	count: number;
	sourceKind: string;
	sourceId: string | null;
	day: Day;
};
export type ProgressTask = Timing & {
	id: number;
	no: number;
	areaKeys: string[];
	channels: string[];
	proofs: Proof[];
	waived: boolean;
};

/** The row of what no content area (or channel) is named for. */
export const UNNAMED = '';

export type Month = { key: string; from: Day; to: Day };

export function monthsBetween(from: Day, to: Day): Month[] {
	const months: Month[] = [];
	let year = Number(from.slice(0, 4));
	let month = Number(from.slice(5, 7));
	while (`${year}-${String(month).padStart(2, '0')}-01` <= to) {
		const key = `${year}-${String(month).padStart(2, '0')}`;
		months.push({ key, from: `${key}-01`, to: monthEnd(year, month) });
		month += 1;
		if (month > 12) [year, month] = [year + 1, 1];
	}
	return months;
}

/** What was asked for in a time, and what became of it: the four parts sum up to `planned`. */
export type Tally = {
	planned: number;
	done: number;
	onTime: number;
	late: number;
	missing: number;
	pending: number;
};

export type CellState = 'none' | 'extra' | 'planned' | 'partly' | 'done' | 'ahead' | 'late' | 'missing';
export type Cell = Tally & { month: string; state: CellState; taskIds: number[]; proofIds: number[] };
export type Row = { key: string; cells: Cell[]; total: Tally };
export type Matrix = {
	months: Month[];
	rows: Row[];
	/** Cells that were due and are filled / cells that were due. */ filled: number;
	due: number;
};

/**
 * Settles times in their order: what was done in a time counts there first; what is left over makes up for what an
 * earlier time lacks (late), and then serves the next ones (ahead). A time that has not ended lacks nothing yet.
 */
export function settle(times: { planned: number; done: number; ended: boolean }[]): Tally[] {
	const tallies = times.map(({ planned, done, ended }) => {
		const onTime = Math.min(planned, done);
		const open = planned - onTime;
		return { planned, done, onTime, late: 0, missing: ended ? open : 0, pending: ended ? 0 : open };
	});
	let ahead = 0;
	for (const [at, tally] of tallies.entries()) {
		let left = Math.max(0, tally.done - tally.planned);
		for (const earlier of tallies.slice(0, at)) {
			const made = Math.min(left, earlier.missing);
			earlier.missing -= made;
			earlier.late += made;
			left -= made;
		}
		const open = tally.missing + tally.pending;
		const served = Math.min(ahead, open);
		tally.onTime += served;
		tally.missing -= Math.min(served, tally.missing);
		tally.pending = tally.planned - tally.onTime - tally.late - tally.missing;
		ahead += left - served;
	}
	return tallies;
}

/** Content area by month. A task about several areas spreads its measure over them in turn: 48 over 8 areas is 6 each. */
export function coverageByArea(
	tasks: ProgressTask[],
	year: number,
	areaKeys: string[],
	months: Month[],
	today: Day
): Matrix {
	return matrix(tasks, year, areaKeys, months, today, {
		keys: (task) => task.areaKeys,
		keyOf: (proof, task) => proof.contentAreaKey ?? (task.areaKeys.length === 1 ? task.areaKeys[0]! : UNNAMED)
	});
}

export function coverageByChannel(
	tasks: ProgressTask[],
	year: number,
	channelKeys: string[],
	months: Month[],
	today: Day
): Matrix {
	return matrix(tasks, year, channelKeys, months, today, {
		keys: (task) => task.channels,
		keyOf: (proof) => proof.channel
	});
}

type Axis = { keys: (task: ProgressTask) => string[]; keyOf: (proof: Proof, task: ProgressTask) => string };

/** More than this in one time is a print run (1.500 tờ rơi), not so many acts: it counts as one, done by any handing out. */
const MOST_ACTS = 31;

/** The occurrences of a task as acts of telling: what coverage counts. */
export function actsOf(task: ProgressTask, year: number): { occurrences: Occurrence[]; bulk: boolean } {
	const all = occurrencesOf(task, year);
	const bulk = all.some(({ planned }) => planned > MOST_ACTS);
	return {
		bulk,
		occurrences: bulk ? all.map((one) => ({ ...one, planned: Math.min(one.planned, 1) })) : all
	};
}

type Slot = { planned: number; done: number; proofIds: Set<number> };

function matrix(
	tasks: ProgressTask[],
	year: number,
	keys: string[],
	months: Month[],
	today: Day,
	axis: Axis
): Matrix {
	const known = new Set(keys);
	const rows = new Map<string, { tallies: Tally[][]; taskIds: Set<number>[]; proofIds: Set<number>[] }>();
	// Each task is settled by itself within a row: handing out leaflets does not make up for a missing broadcast.
	for (const task of tasks) {
		for (const [key, slots] of slotsOf(task, year, months, axis, (row) => (known.has(row) ? row : UNNAMED))) {
			let row = rows.get(key);
			if (!row) {
				row = { tallies: [], taskIds: months.map(() => new Set()), proofIds: months.map(() => new Set()) };
				rows.set(key, row);
			}
			row.tallies.push(settle(slots.map((slot, at) => ({ ...slot, ended: months[at]!.to < today }))));
			for (const [at, slot] of slots.entries()) {
				if (slot.planned > 0) row.taskIds[at]!.add(task.id);
				for (const id of slot.proofIds) row.proofIds[at]!.add(id);
			}
		}
	}
	const found = [...keys, ...(rows.has(UNNAMED) ? [UNNAMED] : [])].map((key): Row => {
		const row = rows.get(key);
		const cells = months.map((month, at): Cell => {
			const tally = sum(row?.tallies.map((one) => one[at]!) ?? []);
			return {
				...tally,
				month: month.key,
				state: stateOf(tally),
				taskIds: [...(row?.taskIds[at] ?? [])],
				proofIds: [...(row?.proofIds[at] ?? [])]
			};
		});
		return { key, cells, total: sum(cells) };
	});
	const due = found.flatMap((row) => row.cells).filter((one) => one.planned > 0 && one.state !== 'planned');
	const filled = due.filter((one) => one.state === 'done' || one.state === 'ahead' || one.state === 'late');
	return { months, rows: found, due: due.length, filled: filled.length };
}

/** One task's months in each row it touches: what it asks for there, and what came. */
function slotsOf(
	task: ProgressTask,
	year: number,
	months: Month[],
	axis: Axis,
	rowOf: (key: string) => string
): Map<string, Slot[]> {
	const at = new Map(months.map((month, index) => [month.key, index]));
	const slots = new Map<string, Slot[]>();
	const slot = (key: string, day: Day): Slot | undefined => {
		const index = at.get(day.slice(0, 7));
		if (index === undefined) return undefined;
		let row = slots.get(rowOf(key));
		if (!row) {
			row = months.map(() => ({ planned: 0, done: 0, proofIds: new Set() }));
			slots.set(rowOf(key), row);
		}
		return row[index];
	};
	const { occurrences, bulk } = actsOf(task, year);
	if (!task.waived) {
		const keys = axis.keys(task);
		let turn = 0;
		for (const one of occurrences) {
			for (let unit = 0; unit < one.planned; unit += 1, turn += 1) {
				const target = slot(keys.length ? keys[turn % keys.length]! : UNNAMED, one.due);
				if (target) target.planned += 1;
			}
		}
	}
	const counted = new Set<string>();
	for (const proof of [...task.proofs].sort((a, b) => b.count - a.count)) {
		const key = axis.keyOf(proof, task);
		const target = slot(key, proof.day);
		if (!target) continue;
		target.proofIds.add(proof.id);
		const source = `${rowOf(key)}|${proof.day}|${proof.sourceId === null ? proof.id : `${proof.sourceKind} ${proof.sourceId}`}`;
		if (counted.has(source)) continue;
		counted.add(source);
		target.done += bulk ? Math.min(1, proof.count) : proof.count;
	}
	return slots;
}

function stateOf(tally: Tally): CellState {
	if (tally.planned === 0) return tally.done > 0 ? 'extra' : 'none';
	if (tally.missing > 0) return tally.onTime + tally.late > 0 ? 'partly' : 'missing';
	if (tally.pending > 0) return 'planned';
	if (tally.late > 0) return 'late';
	return tally.done < tally.planned ? 'ahead' : 'done';
}

export function sum(tallies: Tally[]): Tally {
	const total = { planned: 0, done: 0, onTime: 0, late: 0, missing: 0, pending: 0 };
	for (const tally of tallies)
		for (const part of Object.keys(total) as (keyof Tally)[]) total[part] += tally[part];
	return total;
}

export type TaskTally = Tally & { taskId: number; times: (Tally & Occurrence & { proofIds: number[] })[] };

/** One task settled over its own occurrences; `within` keeps those that fall due in a window. */
export function settleTask(
	task: ProgressTask,
	year: number,
	today: Day,
	within?: { from: Day; to: Day }
): TaskTally {
	const all = occurrencesOf(task, year);
	const bySource = new Map<string, Proof>();
	for (const proof of task.proofs) {
		const source = proof.sourceId === null ? `row ${proof.id}` : `${proof.sourceKind} ${proof.sourceId}`;
		const before = bySource.get(source);
		if (!before || before.count < proof.count) bySource.set(source, proof);
	}
	const proofs = [...bySource.values()];
	const inside = all.map((one, at) => {
		const from = at === 0 ? '' : one.from;
		// What came before the first time or after the last still belongs to the task.
		const until = at === all.length - 1 ? '9999' : one.due;
		return proofs.filter((proof) => proof.day >= from && proof.day <= until);
	});
	// What came after the last day is late, so it stands in a time of its own.
	const last = all.at(-1)!;
	const after = inside.at(-1)!.filter((proof) => proof.day > last.due);
	inside[inside.length - 1] = inside.at(-1)!.filter((proof) => proof.day <= last.due);
	const count = (some: Proof[]) => some.reduce((total, proof) => total + proof.count, 0);
	const tallies = settle([
		...all.map((one, at) => ({ planned: one.planned, done: count(inside[at]!), ended: one.due < today })),
		{ planned: 0, done: count(after), ended: false }
	]);
	const times = all
		.map((one, at) => ({ ...one, ...tallies[at]!, proofIds: inside[at]!.map((proof) => proof.id) }))
		.filter((one) => !within || (one.due >= within.from && one.due <= within.to));
	return { taskId: task.id, times, ...sum(times) };
}

/** Times (kỳ) that have ended in a window: all of it there by its day, made up for later, or still lacking. */
export type Timeliness = {
	onTime: number;
	late: number;
	missing: number;
	/** On time / all that have ended; null when none has. */
	share: number | null;
	lateTaskIds: number[];
	missingTaskIds: number[];
};

/** Counted in times, not in products: fifteen hundred leaflets weigh no more than one broadcast. */
export function timeliness(
	tasks: ProgressTask[],
	year: number,
	today: Day,
	window: { from: Day; to: Day }
): Timeliness {
	const result: Timeliness = {
		onTime: 0,
		late: 0,
		missing: 0,
		share: null,
		lateTaskIds: [],
		missingTaskIds: []
	};
	for (const task of tasks) {
		if (task.waived) continue;
		const ended = settleTask(task, year, today, window).times.filter(
			(one) => one.planned > 0 && one.due < today
		);
		const missing = ended.filter((one) => one.missing > 0).length;
		const late = ended.filter((one) => one.missing === 0 && one.late > 0).length;
		result.missing += missing;
		result.late += late;
		result.onTime += ended.length - missing - late;
		if (missing > 0) result.missingTaskIds.push(task.id);
		if (late > 0) result.lateTaskIds.push(task.id);
	}
	const all = result.onTime + result.late + result.missing;
	return { ...result, share: all === 0 ? null : result.onTime / all };
}

export type CompletionRule = {
	/** `whole`: a task counts when all of it is there; `share`: its part, at most 100 %; `product`: by number of products. */
	count: 'whole' | 'share' | 'product';
	/** What came late counts in full or half. */
	late: 'full' | 'half';
	/** Tasks somebody decided not to do: not done, or left out of the sum. */
	waived: 'not_done' | 'left_out';
};
export const usualRule: CompletionRule = { count: 'whole', late: 'full', waived: 'not_done' };

export const completionRules = {
	count: {
		whole: 'Nhiệm vụ làm đủ sản phẩm',
		share: 'Tỷ lệ từng nhiệm vụ (tối đa 100%)',
		product: 'Tổng số sản phẩm'
	},
	late: { full: 'Làm chậm tính đủ', half: 'Làm chậm tính một nửa' },
	waived: { not_done: 'Không thực hiện tính là chưa xong', left_out: 'Không thực hiện thì không tính' }
} as const;

export type Completion = {
	/** 0 to 1; null when nothing was due. */
	value: number | null;
	earned: number;
	due: number;
	doneTaskIds: number[];
	openTaskIds: number[];
};

/** Plan completion: of what fell due in the window and is past, how much is there. */
export function completion(
	tasks: ProgressTask[],
	year: number,
	window: { from: Day; to: Day },
	today: Day,
	rule: CompletionRule
): Completion {
	const result: Completion = { value: null, earned: 0, due: 0, doneTaskIds: [], openTaskIds: [] };
	for (const task of tasks) {
		if (task.waived && rule.waived === 'left_out') continue;
		const { times } = settleTask(task, year, today, window);
		// Due is what has ended, and what is finished ahead of its day.
		const past = times.filter((one) => one.planned > 0 && (one.due < today || one.pending === 0));
		const planned = past.reduce((total, one) => total + one.planned, 0);
		if (planned === 0) continue;
		const worth = rule.late === 'half' ? 0.5 : 1;
		const got = task.waived ? 0 : past.reduce((total, one) => total + one.onTime + one.late * worth, 0);
		const whole = !task.waived && past.every((one) => one.missing + one.pending === 0);
		(whole ? result.doneTaskIds : result.openTaskIds).push(task.id);
		if (rule.count === 'product') {
			result.earned += got;
			result.due += planned;
		} else {
			const hadLate = past.some((one) => one.late > 0);
			result.earned += rule.count === 'share' ? got / planned : whole ? (hadLate ? worth : 1) : 0;
			result.due += 1;
		}
	}
	result.value = result.due === 0 ? null : result.earned / result.due;
	return result;
}

export type Regularity = {
	taskId: number;
	/** Times with at least one product / times that have ended. */
	kept: number;
	ended: number;
	/** Longest time without anything, in days, and where it lies. */
	longestGap: number;
	gapFrom: Day;
	gapTo: Day;
	emptyTimes: Occurrence[];
};

/** Does what should come again and again come? Only of tasks that recur; a time still running is not judged. */
export function regularity(task: ProgressTask, year: number, today: Day): Regularity | null {
	if (task.recurrence === 'none') return null;
	const span = spanOf(task, year);
	if (span.from > today) return null;
	const days = [...new Set(task.proofs.map((proof) => proof.day))].sort();
	const ended = occurrencesOf(task, year).filter((one) => one.planned > 0 && one.due < today);
	const empty = ended.filter((one) => !days.some((day) => day >= one.from && day <= one.due));
	const until = today < span.to ? today : span.to;
	const points = [span.from, ...days.filter((day) => day >= span.from && day <= until), until];
	let gap = { longestGap: -1, gapFrom: span.from, gapTo: until };
	for (const [at, point] of points.entries()) {
		const next = points[at + 1];
		if (next === undefined) break;
		const length = daysBetween(point, next);
		if (length > gap.longestGap) gap = { longestGap: length, gapFrom: point, gapTo: next };
	}
	return {
		taskId: task.id,
		kept: ended.length - empty.length,
		ended: ended.length,
		...gap,
		emptyTimes: empty
	};
}
