/** The annex of feedback: what came in and what became of it, by class and by unit; the hotline; the answers made public. */
import { measures, type Measure, type PeriodSums } from '#feedback/period-figures.ts';
import { date } from '#platform/format.ts';
import type { Annex, Block, Cell, Column } from '#platform/office-document/document.ts';
import type { MattersFigure, ReportFigures } from './figures.ts';

const columns = Object.keys(measures) as Measure[];

export function mattersAnnex(figures: ReportFigures, origin: string): Annex {
	const matters = figures.matters!;
	return {
		title: `Tình hình tiếp nhận, giải quyết phản ánh, kiến nghị ${figures.period.label}`,
		orientation: 'landscape',
		body: [
			{
				type: 'paragraph',
				content: `Số liệu từ ngày ${date(figures.period.from)} đến ngày ${date(figures.asOf)}. Không gồm tố cáo, khiếu nại, tố giác tội phạm (có trình tự riêng theo luật), tin rác, việc người gửi đã rút và việc đã gộp. Danh sách mã vụ việc của từng số liệu lưu cùng báo cáo trên hệ thống.`
			},
			byGroups(matters),
			...hotline(matters),
			...answers(matters, origin)
		]
	};
}

function byGroups({ total, byClass, byUnit }: MattersFigure): Block {
	const head: Column[] = [
		{ header: 'Loại việc, đơn vị', width: 22 },
		...columns.map((name) => ({ header: measures[name].label, width: 7, align: 'center' as const }))
	];
	const figuresOf = (sums: PeriodSums, bold = false): Cell[] =>
		columns.map((name) => ({
			lines: [sums[name] === 0 ? '-' : String(sums[name])],
			align: 'center',
			...(bold ? { bold } : {})
		}));
	const group = (title: string): Cell[] => [{ lines: [title], bold: true, span: head.length }];
	const rows: Cell[][] = [[{ lines: ['Tổng số'], bold: true }, ...figuresOf(total, true)]];
	if (byClass.length > 0)
		rows.push(
			group('Theo loại việc'),
			...byClass.map((row): Cell[] => [{ lines: [row.label] }, ...figuresOf(row)]),
			group('Theo đơn vị xử lý'),
			...byUnit.map((row): Cell[] => [{ lines: [row.label] }, ...figuresOf(row)])
		);
	return { type: 'table', columns: head, rows };
}

function hotline({ hotline: { tasks } }: MattersFigure): Block[] {
	if (tasks.length === 0) return [];
	return [
		{
			type: 'table',
			title: 'Công khai đường dây nóng',
			columns: [
				{ header: 'Nhiệm vụ', width: 50 },
				{ header: 'Hình thức, số lượt có minh chứng (Phụ lục I)', width: 50 }
			],
			rows: tasks.map((task): Cell[] => [
				{ lines: [`${task.no}. ${task.title}`] },
				{
					lines:
						task.channels.length > 0
							? task.channels.map(({ label, entries }) => `${label}: ${entries} lượt`)
							: ['Chưa có trong kỳ']
				}
			])
		}
	];
}

function answers({ answers: list }: MattersFigure, origin: string): Block[] {
	if (list.length === 0) return [];
	return [
		{
			type: 'table',
			title: 'Câu hỏi và trả lời đã công khai trong kỳ',
			columns: [
				{ header: 'TT', width: 6, align: 'center' },
				{ header: 'Ngày', width: 14, align: 'center' },
				{ header: 'Nội dung', width: 80 }
			],
			rows: list.map((one, at): Cell[] => [
				{ lines: [String(at + 1)], align: 'center' },
				{ lines: [date(one.on)], align: 'center' },
				{ lines: [{ text: one.title, link: `${origin}${one.url}` }] }
			])
		}
	];
}
