/**
 * From what was read in a plan document to proposed tasks (nhiệm vụ dự kiến). Rows of the annex come first; a plan
 * without one gives its units' duties. Nothing is made up: a field the document leaves open stays open, every proposal
 * names the line it comes from, and what is doubtful is said so that the officer looks there.
 */
import type { Day } from '#platform/clock.ts';
import { matchAreas, type KnownArea } from './area-match.ts';
import { channelsIn, type Channel } from './channel.ts';
import { readDeadline, readRecurrence } from './deadline-words.ts';
import { measuresIn } from './measure-words.ts';
import type { PlanDocument } from './plan-document.ts';
import type { SourceLines } from './source-lines.ts';
import { occurrencesOf, recurrences, type Recurrence } from './task.ts';
import { matchUnits, type Register } from './unit-match.ts';

export type TaskDraft = {
	title: string;
	product: string | null;
	measureCount: number | null;
	measureUnit: string | null;
	contentAreaKeys: string[];
	leadUnitId: number | null;
	leadText: string | null;
	cooperatingUnitIds: number[];
	cooperatingText: string | null;
	recurrence: Recurrence;
	periodFrom: Day | null;
	deadlineOn: Day | null;
	deadlineText: string | null;
	channels: Channel[];
	/** Line of the document's text the proposal comes from. */
	sourceLine: number | null;
	doubts: string[];
};

export type Surroundings = {
	areas: KnownArea[];
	register: Register;
	/** The plan's date, or the first day of its year while the date is open: which units there were. */
	on: Day;
	year: number;
	source: SourceLines;
};

const LONGEST_TITLE = 300;
const SIGNS_AT_END = /[.;:,…\s]+$/;

export function taskDrafts(document: PlanDocument, around: Surroundings): TaskDraft[] {
	const rows = document.annexTasks.length > 0 ? fromAnnex(document) : fromDuties(document);
	return rows.filter((row) => row.task.trim().length >= 3).map((row) => draftOf(row, around));
}

type Row = {
	task: string;
	product: string | null;
	lead: string | null;
	coordinate: string | null;
	deadline: string | null;
	/** Where the reader saw it. */
	line: number | null;
};

function fromAnnex(document: PlanDocument): Row[] {
	return document.annexTasks.map((row, at) => ({
		task: row.task,
		product: row.product || null,
		lead: row.lead || null,
		coordinate: row.coordinate || null,
		deadline: row.deadline || null,
		line: document.source?.annexTasks[at] ?? null
	}));
}

function fromDuties(document: PlanDocument): Row[] {
	return document.units.flatMap((unit, unitAt) =>
		unit.duties.map((duty, at) => ({
			task: duty,
			product: null,
			lead: unit.name,
			coordinate: helpersIn(duty),
			deadline: null,
			line: document.source?.units[unitAt]?.duties[at] ?? null
		}))
	);
}

/** "phối hợp với Đài phát thanh phường xây dựng các chuyên mục": whom, without what is to be done together. */
function helpersIn(duty: string): string | null {
	const found = /phối hợp (?:với|cùng)\s+([^.;:]{3,160})/iu.exec(duty.normalize('NFC'))?.[1];
	return found?.split(DOING)[0]?.trim().replace(SIGNS_AT_END, '') || null;
}
const DOING =
	/\s(?:(?:triển khai|tổ chức|thực hiện|tuyên truyền|xây dựng|thẩm định|đăng|viết|kiểm tra|chuẩn bị|rà soát|tham mưu|hướng dẫn|đề xuất|cung cấp|biên tập|sản xuất|phát sóng|lập|đưa|tăng cường|đẩy mạnh|vận động|theo dõi|để|trong việc)(?=\s))/iu;

function draftOf(row: Row, around: Surroundings): TaskDraft {
	const doubts: string[] = [];
	const task = row.task.normalize('NFC').trim().replaceAll(/\s+/g, ' ');
	const whole = `${task}. ${row.product ?? ''}`;

	const areas = matchAreas(whole, around.areas);
	if (areas.length === 0) doubts.push('Chưa rõ thuộc nội dung tuyên truyền nào: hãy chọn.');

	const lead = matchUnits(row.lead, around.register, around.on);
	const coordinate = matchUnits(row.coordinate, around.register, around.on);
	// A table cell may join lead and helpers: the first leads.
	const [leadUnitId = null, ...helpers] = lead.unitIds;
	if (!row.lead) doubts.push('Văn bản không ghi đơn vị chủ trì.');
	else if (leadUnitId === null)
		doubts.push(`Chưa tìm thấy “${row.lead}” trong danh mục đơn vị: hãy chọn đơn vị chủ trì.`);
	else if (lead.rest || helpers.length > 0)
		doubts.push(`Văn bản ghi chủ trì là “${row.lead}”: hãy kiểm tra đơn vị đã chọn.`);

	const deadline = row.deadline ? readDeadline(row.deadline, around.year) : null;
	if (deadline?.doubt) doubts.push(deadline.doubt);
	const measures = [...measuresIn(row.product ?? ''), ...measuresIn(task)];
	const [measure, second] = measures;
	if (second)
		doubts.push(`Có nhiều số lượng (${measures.map((one) => one.words).join('; ')}): đã lấy số đầu.`);
	const recurrence =
		deadline?.recurrence ?? measure?.per ?? (deadline?.on ? null : readTaskRecurrence(whole)) ?? 'none';
	const timing = {
		recurrence,
		measureCount: null,
		periodFrom: deadline?.from ?? null,
		periodTo: null,
		deadlineOn: deadline?.on ?? null
	};
	const times = measure?.per ? occurrencesOf({ ...timing, recurrence: measure.per }, around.year).length : 1;
	if (measure && times > 1) {
		doubts.push(
			`Số lượng cả năm tính từ “${measure.words}” ${recurrences[measure.per!].toLowerCase()}: ${measure.count} × ${times} kỳ.`
		);
	}
	if (/tuần\s*\/\s*tháng/iu.test(task) && !deadline?.recurrence)
		doubts.push('Văn bản ghi “tuần/tháng”: hãy chọn một kỳ.');

	const title = shortened(task);
	if (title.length < task.replace(SIGNS_AT_END, '').length)
		doubts.push('Câu trong văn bản dài, tên nhiệm vụ đã cắt ngắn: hãy đọc lại cả đoạn.');
	return {
		title,
		product: row.product,
		measureCount: measure ? measure.count * times : null,
		measureUnit: measure?.unit ?? null,
		contentAreaKeys: areas.map(({ key }) => key),
		leadUnitId,
		leadText: row.lead,
		cooperatingUnitIds: [...new Set([...helpers, ...coordinate.unitIds])].filter((id) => id !== leadUnitId),
		cooperatingText: row.coordinate,
		recurrence,
		periodFrom: timing.periodFrom,
		deadlineOn: timing.deadlineOn,
		deadlineText: row.deadline,
		channels: channelsIn(whole),
		sourceLine: row.line ?? around.source.find(task),
		doubts
	};
}

/** In a sentence of duties only clear words count: "ngân sách hằng năm" is no rhythm of the task. */
function readTaskRecurrence(text: string): Recurrence | null {
	const found = readRecurrence(text);
	return found === 'yearly' ? null : found;
}

/** The first sentence or part of it, cut at a sign, never inside a word. */
function shortened(text: string): string {
	const clean = text.replace(SIGNS_AT_END, '');
	if (clean.length <= LONGEST_TITLE) return clean;
	const head = clean.slice(0, LONGEST_TITLE);
	const cut = Math.max(head.lastIndexOf('. '), head.lastIndexOf('; '));
	return cut > 60 ? head.slice(0, cut) : `${head.slice(0, head.lastIndexOf(' '))}…`;
}
