/**
 * List of what was published in a quarter: contents, form, time (Luật 10/2022 Điều 13 khoản 2), from the rows of the
 * changes and the posting register. Shown on screen, printed as an administrative document.
 */
import { dayOf, type Day } from '#platform/clock.ts';
import * as format from '#platform/format.ts';
import type { AdministrativeDocument, Cell } from '#platform/office-document/document.ts';
import { changeKinds, type ChangeKind } from './procedure.ts';
import type { Quarter } from './quarter.ts';

export type PublishedChange = {
	code: string;
	name: string;
	kind: ChangeKind;
	number: string | null;
	issuedOn: Day | null;
	done: { kind: string; placeId: number | null; at: Date }[];
};
export type PostedAt = { placeName: string; day: Day; sheets: number };

export type PublishedLine = {
	/** What was made public. */
	content: string;
	/** Beside it: by which decision. */
	basis: string;
	/** In which form (Luật 10/2022 Điều 12) and when. */
	forms: { form: string; day: Day }[];
};

/** One line per change with all its forms, then the boards day by day. */
export function publishedLines(
	changes: PublishedChange[],
	posted: PostedAt[],
	placeNames: Map<number, string>
): PublishedLine[] {
	const ofChanges = changes.map(({ code, name, kind, number, issuedOn, done }) => ({
		content: `${name} (${code})`,
		basis: [
			changeKinds[kind],
			number ? `Quyết định số ${number}${issuedOn ? ` ngày ${format.date(issuedOn)}` : ''}` : ''
		]
			.filter(Boolean)
			.join('; '),
		forms: done
			.map(({ kind: way, placeId, at }) => ({ form: formWords(way, placeId, placeNames), day: dayOf(at) }))
			.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
	}));
	const ofBoards = posted.map(({ placeName, day, sheets }) => ({
		content: `Niêm yết ${format.number(sheets)} thủ tục hành chính`,
		basis: '',
		forms: [{ form: `Niêm yết tại ${placeName}`, day }]
	}));
	return [...ofChanges, ...ofBoards];
}

function formWords(way: string, placeId: number | null, placeNames: Map<number, string>): string {
	const place = placeId === null ? '' : (placeNames.get(placeId) ?? 'nơi niêm yết');
	if (way === 'portal') return 'Đăng trên cổng thông tin điện tử';
	if (way === 'board') return `Niêm yết tại ${place}`;
	if (way === 'take_down') return `Gỡ tờ cũ tại ${place}`;
	if (way === 'radio') return 'Phát trên hệ thống truyền thanh';
	return 'Đăng tin, bài';
}

export type ListHead = {
	issuer: string;
	place: string;
	quarter: Quarter;
	/** The day it is made. */
	day: Day;
};

export function publishedDocument(head: ListHead, lines: PublishedLine[]): AdministrativeDocument {
	const [year, month, day] = head.day.split('-').map(Number);
	// A quarter that still runs is told of up to the day the list is made.
	const until = head.day < head.quarter.to ? head.day : head.quarter.to;
	return {
		superior: null,
		issuer: head.issuer,
		number: null,
		symbol: 'TB-UBND',
		place: head.place,
		date: { day: day!, month: month!, year: year! },
		kind: 'Thông báo',
		abstract: `Danh mục thông tin về thủ tục hành chính đã công khai trong ${head.quarter.label}`,
		addressees: [],
		body: [
			{
				type: 'paragraph',
				content: `Thực hiện khoản 2 Điều 13 Luật Thực hiện dân chủ ở cơ sở, ${head.issuer} thông báo danh mục các nội dung về thủ tục hành chính đã công khai từ ngày ${format.date(head.quarter.from)} đến ngày ${format.date(until)}, thời điểm và hình thức công khai như sau:`
			},
			lines.length === 0
				? { type: 'paragraph', content: 'Trong quý không có thủ tục hành chính nào thay đổi.' }
				: {
						type: 'table',
						columns: [
							{ header: 'TT', width: 6, align: 'center' },
							{ header: 'Nội dung công khai', width: 50 },
							{ header: 'Thời điểm, hình thức', width: 44 }
						],
						rows: lines.map((line, index): Cell[] => [
							{ lines: [String(index + 1)], align: 'center' },
							{ lines: line.basis ? [line.content, line.basis] : [line.content] },
							{ lines: line.forms.map(({ form, day: on }) => `${format.date(on)}: ${form}`) }
						])
					}
		],
		annexes: [],
		recipients: ['Các nơi niêm yết', 'Cổng thông tin điện tử'],
		archive: 'VT, VP',
		signer: { authority: ['TM. Ủy ban nhân dân'], title: 'Chủ tịch', name: null },
		creator: head.issuer
	};
}
