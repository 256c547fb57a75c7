/** Which column means what: the row of headings under the titles, in any order, spelling and with a second row below. */
import { columns, type Column } from './columns.ts';
import type { CellRow } from './cells.ts';
import { bare } from './values.ts';

/** Titles may stand above the headings; further down than this nobody puts them. */
const DEEPEST_HEADING = 30;

/** Letters only: "Phí, lệ phí (nếu có) *" as "phi le phi". */
function headWords(head: string): string {
	return bare(head)
		.replace(/\((?:neu co|dong|vnd|\*|\d+)\)/g, ' ')
		.replace(/[^a-z0-9_]+/g, ' ')
		.trim();
}

const byHead = new Map(
	columns.flatMap((column) => [column.head, ...column.also].map((head) => [headWords(head), column]))
);
const byKey = new Map(columns.map((column) => [column.key, column]));

/** Headings of several words other files make longer: "Tên thủ tục hành chính cấp xã". */
const beginnings = [...byHead.keys()]
	.filter((words) => words.split(' ').length > 1)
	.toSorted((a, b) => b.length - a.length);

type Found = { column: Column; exact: boolean };

function columnOf(head: string): Found | undefined {
	const words = headWords(head);
	if (words === '' || words.length > 120) return undefined;
	const exact = byHead.get(words);
	if (exact) return { column: exact, exact: true };
	const kind = /^thoi (?:han|gian)/.test(words)
		? 'time'
		: /^(?:muc )?(?:thu )?(?:phi|le phi)/.test(words)
			? 'fee'
			: '';
	if (kind) {
		if (kind === 'time' && /rut ngan|cat giam|dia phuong/.test(words))
			return { column: byKey.get('localTime')!, exact: true };
		const way = /truc tuyen|online/.test(words)
			? 'online'
			: /buu (?:chinh|dien)|bcci/.test(words)
				? 'postal'
				: 'direct';
		return { column: byKey.get(`${kind}:${way}`)!, exact: way !== 'direct' || /truc tiep/.test(words) };
	}
	// What a procedure is replaced by is not the procedure.
	if (/thay the|lien quan|moi$|cu$/.test(words)) return undefined;
	const beginning = beginnings.find((known) => words.startsWith(`${known} `));
	return beginning ? { column: byHead.get(beginning)!, exact: false } : undefined;
}

export type Heading = {
	/** Where the rows below the headings begin. */
	below: number;
	columns: (Column | undefined)[];
	/** As the file heads them. */
	heads: string[];
	/** How many columns are known. */
	known: number;
};

export function findHeading(rows: CellRow[]): Heading | undefined {
	for (let at = 0; at < Math.min(rows.length, DEEPEST_HEADING); at++) {
		const heading = headingAt(rows, at);
		if (heading) return heading;
	}
	return undefined;
}

function headingAt(rows: CellRow[], at: number): Heading | undefined {
	const row = rows[at]!;
	const alone = meaning(row.cells.map(({ text }) => text));
	if (!has(alone, 'code') || !has(alone, 'name')) return undefined;
	const next = rows[at + 1];
	const wide = row.cells.some((cell) => (cell.wide ?? 1) > 1);
	// "Thời hạn" over "Trực tiếp" and "Trực tuyến": the two rows make one heading.
	const codeAt = alone.findIndex((column) => column?.key === 'code');
	if (next && wide && !next.cells[codeAt]?.text) {
		const over: string[] = [];
		row.cells.forEach((cell, column) => {
			for (let reach = 0; reach < (cell.wide ?? 1); reach++) over[column + reach] ??= cell.text;
		});
		const length = Math.max(over.length, next.cells.length);
		const both = Array.from({ length }, (_none, column) =>
			[over[column] ?? '', next.cells[column]?.text ?? ''].filter(Boolean).join(' ')
		);
		return headed(both, at + 2);
	}
	return headed(
		row.cells.map(({ text }) => text),
		at + 1
	);
}

const has = (found: (Column | undefined)[], key: string): boolean =>
	found.some((column) => column?.key === key);
function headed(heads: string[], below: number): Heading {
	const found = meaning(heads);
	return {
		below,
		columns: found,
		heads: heads.map((head) => head.replace(/\s+/g, ' ').trim()),
		known: new Set(found.flatMap((column) => column?.key ?? [])).size
	};
}

/** A heading known word by word wins over one that only begins like it. */
function meaning(heads: string[]): (Column | undefined)[] {
	const found = heads.map(columnOf);
	const exact = new Set(found.flatMap((one) => (one?.exact ? one.column.key : [])));
	return found.map((one) => (one && (one.exact || !exact.has(one.column.key)) ? one.column : undefined));
}
