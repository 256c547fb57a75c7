/**
 * The text of a report (phần lời): drafted from the figures in the words of the office, edited by a person before it is
 * frozen. It says what the figures say and no more; causes are for people to write.
 *
 * Outline as usual for reform reports: chỉ đạo, điều hành; kết quả; đánh giá; phương hướng; kiến nghị.
 */
import { number as inDigits, percent } from '#platform/format.ts';
import type { MattersFigure, RadioFigure, ReportFigures, TaskFigure } from './figures.ts';

/** One part of the text. A line that begins with "- " is an item of a list; other lines are paragraphs. */
export type Section = {
	id: string;
	level: 1 | 2;
	heading: string;
	text: string;
	/** A person changed it: counting anew leaves it alone. */
	edited: boolean;
};

/** What the officer has to put in; a report that still holds it cannot be frozen. */
export const TO_FILL = '[Bổ sung:';

const date = (day: string): string => day.split('-').reverse().join('/');
/** Numbers below ten take a zero in administrative documents: "03 nhiệm vụ". */
const n = (value: number): string =>
	value > 0 && value < 10 && Number.isInteger(value)
		? `0${value}`
		: inDigits(value, Number.isInteger(value) ? 0 : 1);
const list = (items: string[], most = 12): string[] =>
	items.length <= most
		? items
		: [...items.slice(0, most), `- Và ${n(items.length - most)} nội dung khác nêu tại phụ lục;`];
const closed = (lines: string[]): string =>
	lines
		.map((line, at) => (line.startsWith('- ') && at === lines.length - 1 ? line.replace(/;$/, '.') : line))
		.join('\n');

/** Drafts every section from the figures. `ward` as it stands in a sentence: "phường Cổ Thành". */
export function narrate(figures: ReportFigures, ward: string): Section[] {
	const parts: Omit<Section, 'edited'>[] = [
		{ id: 'opening', level: 1, heading: '', text: opening(figures, ward) },
		{ id: 'direction', level: 1, heading: 'CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH', text: direction(figures, ward) },
		{ id: 'results', level: 1, heading: 'KẾT QUẢ THỰC HIỆN', text: '' },
		{
			id: 'results-tasks',
			level: 2,
			heading: 'Kết quả thực hiện nhiệm vụ của Kế hoạch',
			text: tasks(figures)
		},
		{ id: 'results-areas', level: 2, heading: 'Kết quả theo nội dung tuyên truyền', text: areas(figures) },
		{
			id: 'results-channels',
			level: 2,
			heading: 'Kết quả theo hình thức tuyên truyền',
			text: channels(figures)
		},
		...(figures.radio
			? [
					{
						id: 'results-radio',
						level: 2 as const,
						heading: 'Phát thanh trên hệ thống loa truyền thanh',
						text: radio(figures.radio)
					}
				]
			: []),
		...(figures.procedures?.changes || figures.procedures?.publicity.length
			? [
					{
						id: 'results-procedures',
						level: 2 as const,
						heading: 'Công khai thủ tục hành chính',
						text: publicity(figures.procedures)
					}
				]
			: []),
		...(figures.matters && told(figures.matters)
			? [
					{
						id: 'results-feedback',
						level: 2 as const,
						heading: 'Tiếp nhận, giải quyết và công khai phản ánh, kiến nghị',
						text: feedback(figures.matters)
					}
				]
			: []),
		{ id: 'assessment', level: 1, heading: 'ĐÁNH GIÁ CHUNG', text: '' },
		{ id: 'achieved', level: 2, heading: 'Kết quả đạt được', text: achieved(figures) },
		{ id: 'shortcomings', level: 2, heading: 'Tồn tại, hạn chế', text: shortcomings(figures) },
		{
			id: 'causes',
			level: 2,
			heading: 'Nguyên nhân',
			text: lacks(figures)
				? `${TO_FILL} nguyên nhân khách quan và chủ quan của các tồn tại nêu trên, do Văn phòng và đơn vị chủ trì xác định.]`
				: 'Không có.'
		},
		{ id: 'next', level: 1, heading: 'PHƯƠNG HƯỚNG, NHIỆM VỤ KỲ TIẾP THEO', text: ahead(figures) },
		{ id: 'proposals', level: 1, heading: 'ĐỀ XUẤT, KIẾN NGHỊ', text: 'Không có.' },
		{
			id: 'closing',
			level: 1,
			heading: '',
			text: `Trên đây là Báo cáo kết quả thực hiện Kế hoạch tuyên truyền cải cách hành chính ${figures.period.label} của ${ward}.`
		}
	];
	return parts.map((part) => ({ ...part, edited: false }));
}

function publicity({ changes, publicity: rows }: NonNullable<ReportFigures['procedures']>): string {
	const lines = [
		`Trong kỳ có ${n(changes)} lượt thủ tục hành chính mới, sửa đổi, thay thế hoặc bãi bỏ có hiệu lực.`
	];
	if (rows.length > 0) {
		lines.push('Các việc công khai đến hạn trong kỳ:');
		for (const { label, count, inTime, late, overdue, averageDays } of rows) {
			const days =
				averageDays === null
					? ''
					: `, bình quân ${n(Math.round(averageDays * 10) / 10)} ngày làm việc kể từ ngày có quyết định`;
			lines.push(
				`- ${label}: ${n(count)} việc, ${n(inTime)} việc đúng hạn${late ? `, ${n(late)} việc chậm` : ''}${overdue ? `, ${n(overdue)} việc quá hạn chưa làm` : ''}${days};`
			);
		}
	}
	return closed(lines);
}

/** Only what the log of the consoles shows. */
function radio({ airings, episodes, whole, begun, missed, minutes, areas }: RadioFigure): string {
	const lines = [
		`Theo nhật ký của máy phát: ${n(airings)} lượt phát của ${n(episodes)} số phát thanh, tổng thời lượng ${n(minutes)} phút; ${n(whole)} số phát trọn${begun ? `, ${n(begun)} số phát dở` : ''}${missed ? `; ${n(missed)} lượt theo lịch không phát được` : ''}.`
	];
	if (areas.length > 0) {
		lines.push('Thời lượng theo nội dung tuyên truyền:');
		for (const area of areas)
			lines.push(
				`- ${area.shortName}: ${n(area.minutes)} phút${area.segments ? `, ${n(area.segments)} tiết mục phát trọn` : ''};`
			);
	}
	return closed(lines);
}

/** A ward that never took any in, and tells nobody where to, has nothing to say of it. */
const told = ({ total, answers, hotline }: MattersFigure): boolean =>
	total.total > 0 || answers.length > 0 || hotline.entries > 0;

function feedback({ total, points, answers, hotline }: MattersFigure): string {
	const solved = total.answered + total.forwarded + total.refused;
	const timed = total.inTime + total.late;
	const lines: string[] = [];
	if (hotline.entries > 0) {
		const ways = [
			...Map.groupBy(
				hotline.tasks.flatMap((task) => task.channels),
				({ label }) => label
			)
		].map(([label, some]) => `${label} ${n(some.reduce((sum, { entries }) => sum + entries, 0))} lượt`);
		lines.push(
			`Công khai địa chỉ, đường dây nóng tiếp nhận phản ánh, kiến nghị ${n(hotline.entries)} lượt: ${ways.join(', ')}.`
		);
	}
	if (total.total > 0) {
		lines.push(
			`Tổng số phản ánh, kiến nghị phải giải quyết: ${n(total.total)} (kỳ trước chuyển sang ${n(total.carried)}, tiếp nhận trong kỳ ${n(total.received)}). Đã giải quyết ${n(solved)}: trả lời ${n(total.answered)}, chuyển cơ quan có thẩm quyền ${n(total.forwarded)}, không tiếp nhận có lý do ${n(total.refused)}. Đang giải quyết ${n(total.open + total.overdue)}: còn trong hạn ${n(total.open)}, quá hạn ${n(total.overdue)}.`,
			timed + total.overdue > 0
				? `Trả lời đúng hạn ${n(total.inTime)}/${n(timed + total.overdue)} việc đến hạn (${percent(total.inTime, timed + total.overdue, 1)}); chỉ số tiếp thu, giải quyết phản ánh, kiến nghị theo Thông tư 01/2018/TT-VPCP: ${n(points)} điểm. Chi tiết theo loại việc và đơn vị tại Phụ lục III.`
				: 'Chưa có việc nào đến hạn trả lời. Chi tiết theo loại việc và đơn vị tại Phụ lục III.'
		);
	}
	lines.push(
		answers.length > 0
			? `Đã công khai ${n(answers.length)} câu hỏi và trả lời trên trang của phường.`
			: 'Trong kỳ chưa công khai câu trả lời nào trên trang của phường.'
	);
	return lines.join('\n');
}

/** Counted anew: what a person wrote stays, the rest says the new figures. */
export function refreshed(before: Section[], after: Section[]): Section[] {
	return after.map((section) => before.find((one) => one.id === section.id && one.edited) ?? section);
}

function planName({ plan }: ReportFigures): string {
	const number = plan.number ? ` số ${plan.number}` : '';
	const day = plan.issuedOn ? ` ngày ${date(plan.issuedOn)}` : '';
	return `Kế hoạch${number}${day}`;
}

function opening(figures: ReportFigures, ward: string): string {
	return `Thực hiện ${planName(figures)} của Ủy ban nhân dân ${ward} về tuyên truyền cải cách hành chính năm ${figures.period.key.slice(0, 4)}, Ủy ban nhân dân ${ward} báo cáo kết quả thực hiện ${figures.period.label} (số liệu từ ngày ${date(figures.period.from)} đến ngày ${date(figures.asOf)}) như sau:`;
}

function direction(figures: ReportFigures, ward: string): string {
	const due = figures.tasks.filter((task) => task.planned > 0);
	const leads = new Set(due.map((task) => task.lead).filter(Boolean)).size;
	return [
		`Ủy ban nhân dân ${ward} tổ chức thực hiện ${planName(figures)} với ${n(figures.tasks.length)} nhiệm vụ, phân công đơn vị chủ trì, sản phẩm và thời hạn của từng nhiệm vụ.`,
		due.length > 0
			? `Trong kỳ có ${n(due.length)} nhiệm vụ có sản phẩm đến hạn, do ${n(leads)} đơn vị chủ trì; tiến độ và minh chứng của từng nhiệm vụ được theo dõi, cập nhật trên hệ thống.`
			: 'Trong kỳ không có nhiệm vụ nào có sản phẩm đến hạn.'
	].join('\n');
}

function tasks(figures: ReportFigures): string {
	const { due, earned, value } = figures.completion;
	const { onTime, late, missing } = figures.timeliness;
	const planned = onTime + late + missing;
	const lines: string[] = [];
	if (due > 0 && value !== null) {
		lines.push(
			`Hoàn thành ${n(earned)}/${n(due)} nhiệm vụ có sản phẩm đến hạn trong kỳ, đạt ${percent(value, 1, 1)}.`
		);
	}
	if (planned > 0) {
		lines.push(
			`Trong ${n(planned)} lượt đến hạn của các nhiệm vụ: ${n(onTime)} lượt đúng hạn${late ? `, ${n(late)} lượt chậm đã làm bù` : ''}${missing ? `, ${n(missing)} lượt chưa đủ sản phẩm` : ''}. Chi tiết từng nhiệm vụ và minh chứng tại Phụ lục I.`
		);
	} else {
		lines.push('Trong kỳ không có sản phẩm nào đến hạn. Kết quả lũy kế của từng nhiệm vụ tại Phụ lục I.');
	}
	const waived = figures.tasks.filter((task) => task.waivedReason !== null);
	for (const task of waived)
		lines.push(`- Nhiệm vụ số ${task.no} không thực hiện: ${task.waivedReason!.replace(/[.;]$/, '')};`);
	return closed(lines);
}

function areas(figures: ReportFigures): string {
	const told = figures.areas.filter((area) => area.done > 0);
	const silent = figures.areas.filter((area) => area.done === 0);
	if (figures.areas.length === 0) return 'Kế hoạch không phân chia nội dung tuyên truyền.';
	const lines = [
		`Đã tuyên truyền ${n(told.length)}/${n(figures.areas.length)} nội dung của Kế hoạch, cụ thể:`
	];
	for (const area of told)
		lines.push(
			`- ${area.shortName}: ${n(area.done)} sản phẩm${area.missing ? `, còn thiếu ${n(area.missing)} sản phẩm` : ''};`
		);
	if (silent.length > 0)
		lines.push(
			`- Chưa có sản phẩm trong kỳ: ${silent.map((area) => area.shortName.toLocaleLowerCase('vi')).join('; ')};`
		);
	return closed(lines);
}

function channels(figures: ReportFigures): string {
	if (figures.channels.length === 0) return 'Trong kỳ chưa có minh chứng nào được cập nhật.';
	const lines = figures.channels.map(
		({ label, entries, attended }) =>
			`- ${label}: ${n(entries)} lượt thực hiện có minh chứng${attended ? `, ${inDigits(attended)} lượt người tham dự` : ''};`
	);
	const stories =
		figures.stories > 0
			? [`Đăng ${n(figures.stories)} tin, bài trên Cổng thông tin điện tử của phường. Theo từng hình thức:`]
			: ['Theo từng hình thức:'];
	return closed([...stories, ...lines]);
}

const finished = (task: TaskFigure): boolean =>
	task.planned > 0 && task.missing === 0 && task.waivedReason === null;

function achieved(figures: ReportFigures): string {
	const whole = figures.tasks.filter(finished);
	if (whole.length === 0) return 'Trong kỳ chưa có nhiệm vụ nào hoàn thành đủ sản phẩm đến hạn.';
	return closed([
		`${n(whole.length)} nhiệm vụ hoàn thành đủ sản phẩm đến hạn trong kỳ:`,
		...list(
			whole.map(
				(task) =>
					`- ${task.title.replace(/[.;]$/, '')} (${n(task.onTime + task.late)} ${task.measureUnit ?? 'sản phẩm'});`
			)
		)
	]);
}

const lacks = (figures: ReportFigures): boolean =>
	figures.timeliness.missing > 0 || figures.timeliness.late > 0;

function shortcomings(figures: ReportFigures): string {
	const missing = figures.tasks.filter((task) => task.missing > 0 && task.waivedReason === null);
	const late = figures.tasks.filter((task) => task.late > 0);
	if (missing.length + late.length === 0) return 'Không có sản phẩm nào chậm hạn hoặc chưa thực hiện.';
	return closed([
		...list(
			missing.map(
				(task) =>
					`- ${task.title.replace(/[.;]$/, '')}: thiếu ${n(task.missing)}/${n(task.planned)} ${task.measureUnit ?? 'sản phẩm'};`
			)
		),
		...list(
			late.map(
				(task) =>
					`- ${task.title.replace(/[.;]$/, '')}: ${n(task.late)} ${task.measureUnit ?? 'sản phẩm'} chậm hạn;`
			)
		)
	]);
}

function ahead(figures: ReportFigures): string {
	const lines: string[] = [];
	if (figures.overdue.length > 0)
		lines.push(`Hoàn thành ${n(figures.overdue.length)} nhiệm vụ còn thiếu sản phẩm của kỳ này.`);
	if (figures.next.tasks.length > 0) {
		lines.push(`Trong ${figures.next.label} tập trung các nhiệm vụ đến hạn sau:`);
		lines.push(
			...list(
				figures.next.tasks.map(
					(task) =>
						`- ${task.title.replace(/[.;]$/, '')}${task.lead ? ` (${task.lead})` : ''}, hạn ${date(task.due)};`
				)
			)
		);
	}
	return lines.length > 0
		? closed(lines)
		: `${TO_FILL} nhiệm vụ trọng tâm của kỳ tiếp theo; Kế hoạch hiện hành không có nhiệm vụ nào đến hạn.]`;
}
