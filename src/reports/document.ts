/** The report as an administrative document: its text, the annex of tasks with their evidence, the annex of coverage. */
import { channels, type Channel } from '#plan/channel.ts';
import type {
	AdministrativeDocument,
	Annex,
	Block,
	Cell,
	Inline
} from '#platform/office-document/document.ts';
import type { ReportFigures, TaskFigure } from './figures.ts';
import { mattersAnnex } from './matters-annex.ts';
import type { Section } from './narrative.ts';

export type Printed = {
	issuer: string;
	place: string;
	title: string;
	number: string | null;
	issuedOn: string | null;
	/** The year in an open date line. */
	year: number;
	figures: ReportFigures;
	sections: Section[];
	addressees: string[];
	recipients: string[];
	signer: string | null;
	signerTitle: string;
	signerAuthority: string[];
	/** Address of the portal, for evidence kept as a path of ours. */
	origin: string;
};

/** How many pieces of evidence a task shows on paper; all of them are in the evidence dossier and on the screen. */
const SHOWN = 8;

export function reportDocument(printed: Printed): AdministrativeDocument {
	const [year, month, day] = printed.issuedOn?.split('-').map(Number) ?? [];
	return {
		superior: null,
		issuer: printed.issuer,
		number: printed.number?.split('/')[0] ?? null,
		symbol: 'BC-UBND',
		place: printed.place,
		date: { day: day ?? null, month: month ?? null, year: year ?? printed.year },
		kind: 'Báo cáo',
		abstract: printed.title,
		addressees: printed.addressees,
		body: bodyOf(printed.sections),
		annexes: [
			taskAnnex(printed),
			coverageAnnex(printed),
			...(printed.figures.matters ? [mattersAnnex(printed.figures, printed.origin)] : [])
		],
		recipients: printed.recipients,
		archive: 'VT, VP',
		signer: { authority: printed.signerAuthority, title: printed.signerTitle, name: printed.signer },
		creator: printed.issuer
	};
}

function bodyOf(sections: Section[]): Block[] {
	return sections.flatMap((section): Block[] => [
		...(section.heading ? [{ type: 'heading' as const, level: section.level, text: section.heading }] : []),
		...section.text
			.split('\n')
			.map((line) => line.trim())
			.filter(Boolean)
			.map((line): Block =>
				line.startsWith('- ')
					? { type: 'bullet', content: line.slice(2) }
					: { type: 'paragraph', content: line }
			)
	]);
}

function resultOf(task: TaskFigure): string[] {
	const unit = task.measureUnit ?? 'sản phẩm';
	const lines = [
		`Trong kỳ: ${task.doneInPeriod} ${unit}`,
		`Lũy kế: ${task.doneSoFar}/${task.required} ${unit}`
	];
	if (task.waivedReason !== null) return [...lines, `Không thực hiện: ${task.waivedReason}`];
	if (task.missing > 0) lines.push(`Thiếu ${task.missing} ${unit} đến hạn`);
	else if (task.late > 0) lines.push(`${task.late} ${unit} chậm hạn`);
	else if (task.planned > 0) lines.push('Đủ, đúng hạn');
	else lines.push('Chưa đến hạn trong kỳ');
	return lines;
}

function evidenceOf(task: TaskFigure, origin: string): Inline[][] {
	const shown = task.evidence.slice(0, SHOWN).map((one): Inline[] => {
		const words = `${one.day.split('-').reverse().join('/')}: ${one.title}`;
		const link = one.url ? (one.url.startsWith('/') ? `${origin}${one.url}` : one.url) : undefined;
		return [link ? { text: words, link } : `${words} (${channels[one.channel as Channel] ?? one.channel})`];
	});
	const more = task.evidence.length - shown.length;
	return more > 0 ? [...shown, [`Và ${more} minh chứng khác trong hồ sơ.`]] : shown;
}

function taskAnnex({ figures, origin }: Printed): Annex {
	return {
		title: `Kết quả thực hiện nhiệm vụ ${figures.period.label}`,
		orientation: 'landscape',
		body: [
			{
				type: 'table',
				columns: [
					{ header: 'TT', width: 5, align: 'center' },
					{ header: 'Nhiệm vụ', width: 24 },
					{ header: 'Sản phẩm', width: 15 },
					{ header: 'Đơn vị chủ trì', width: 14 },
					{ header: 'Thời hạn', width: 10 },
					{ header: 'Kết quả', width: 14 },
					{ header: 'Minh chứng', width: 28 }
				],
				rows: figures.tasks.map((task): Cell[] => {
					const evidence = evidenceOf(task, origin);
					return [
						{ lines: [String(task.no)], align: 'center' },
						{ lines: [task.title] },
						{ lines: [task.product ?? ''] },
						{ lines: [task.lead] },
						{ lines: [task.deadline] },
						{ lines: resultOf(task) },
						{ lines: evidence.length > 0 ? evidence : ['Chưa có trong kỳ'] }
					];
				})
			}
		]
	};
}

function coverageAnnex({ figures }: Printed): Annex {
	const months = figures.areas[0]?.months.map((cell) => cell.month) ?? [];
	return {
		title: 'Mức độ bao phủ nội dung tuyên truyền theo tháng',
		orientation: 'landscape',
		body: [
			{
				type: 'paragraph',
				content:
					'Mỗi ô ghi số sản phẩm đã thực hiện trên số sản phẩm đến hạn của tháng; ô ghi “-” là tháng không có sản phẩm nào.'
			},
			{
				type: 'table',
				columns: [
					{ header: 'Nội dung', width: 26 },
					...months.map((month) => ({
						header: `${month.slice(5)}/${month.slice(0, 4)}`,
						width: 7,
						align: 'center' as const
					})),
					{ header: 'Còn thiếu', width: 8, align: 'center' }
				],
				rows: figures.areas.map((area): Cell[] => [
					{ lines: [`${area.marker}) ${area.shortName}`] },
					...area.months.map((cell): Cell => ({
						lines: [cell.planned === 0 && cell.done === 0 ? '-' : `${cell.done}/${cell.planned}`],
						align: 'center'
					})),
					{ lines: [area.missing === 0 ? '-' : String(area.missing)], align: 'center' }
				])
			}
		]
	};
}
