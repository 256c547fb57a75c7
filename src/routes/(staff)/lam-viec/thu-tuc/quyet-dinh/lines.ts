/**
 * The list of codes of an announcement decision as officers have it: copied out of a Word table or typed, with or
 * without names, one procedure a line. Only a cell that says nothing else is taken for the kind of change, because names
 * of procedures are full of such words ("Sửa đổi, bổ sung, hủy bỏ giao dịch").
 */
import type { ChangeKind } from '#procedures/procedure.ts';

export type PastedLine = {
	/** Number of the line in what was pasted, from 1. */
	line: number;
	code: string;
	name: string;
	kind: ChangeKind | null;
	replacedBy: string[];
};
export type Pasted = { lines: PastedLine[]; unread: { line: number; text: string }[]; twice: string[] };

/** A code of the national database; a case adds its own number, which is not part of it. */
const national = /(?<![\d.])(\d\.\d{6})(?:\.\d{2})?(?![\d])/;
/** Other registers have codes of their own: letters and digits without a space, at least one digit and one sign. */
const otherCode = /^(?=.*\d)(?=.*[.-])[0-9A-Z][0-9A-Z.-]{3,39}$/i;

const kindWords: [RegExp, ChangeKind][] = [
	[/^(mới|ban hành mới|mới ban hành|bổ sung mới|công bố mới)$/, 'new'],
	[/^(sửa đổi|sửa đổi, bổ sung|được sửa đổi, bổ sung|chuẩn hóa)$/, 'amended'],
	[/^(thay thế|bị thay thế|được thay thế)$/, 'replaced'],
	[/^(bãi bỏ|bị bãi bỏ|hủy bỏ|huỷ bỏ|bị hủy bỏ)$/, 'abolished']
];

export function readLines(text: string): Pasted {
	const lines: PastedLine[] = [];
	const unread: Pasted['unread'] = [];
	const twice = new Set<string>();
	text
		.normalize('NFC')
		.split(/\r?\n/)
		.forEach((raw, index) => {
			if (!raw.trim()) return;
			const read = readLine(raw);
			if (!read) unread.push({ line: index + 1, text: raw.trim().slice(0, 120) });
			else if (lines.some(({ code }) => code === read.code)) twice.add(read.code);
			else lines.push({ line: index + 1, ...read });
		});
	return { lines, unread, twice: [...twice] };
}

function readLine(raw: string): Omit<PastedLine, 'line'> | undefined {
	const cells = raw
		.split(/\t|\s*[|;]\s*/)
		.map((cell) => cell.trim())
		.filter(Boolean);
	let kind: ChangeKind | null = null;
	const rest: string[] = [];
	for (const cell of cells) {
		const said = kindWords.find(([words]) => words.test(cell.toLocaleLowerCase('vi')));
		if (said && kind === null) kind = said[1];
		else rest.push(cell);
	}
	const joined = rest.join(' ').replace(/\s+/g, ' ');
	const first = national.exec(joined);
	if (first) {
		const after = joined.slice(first.index + first[0].length);
		const instead = /(?:->|→|=>|thay (?:bằng|thế bởi|thế bằng|bởi))(.*)$/i.exec(after);
		const before = joined.slice(0, first.index).replace(/^\s*\d{1,3}[.)]?\s*$/, '');
		const name = `${before} ${instead ? after.slice(0, instead.index) : after}`;
		return {
			code: first[1]!,
			name: tidied(name),
			kind,
			replacedBy: instead ? codesIn(instead[1]!).filter((code) => code !== first[1]) : []
		};
	}
	const words = joined.replace(/^\d{1,3}[.)]\s+/, '').split(' ');
	const at = words.findIndex((word) => otherCode.test(word));
	if (at < 0) return undefined;
	return {
		code: words[at]!.toUpperCase(),
		name: tidied([...words.slice(0, at), ...words.slice(at + 1)].join(' ')),
		kind,
		replacedBy: []
	};
}

const tidied = (name: string): string =>
	name
		.replace(/^[\s\d.)(\-–:,]*(?=\p{L})/u, '')
		.replace(/[\s\-–:,(]+$/u, '')
		.trim();

/** The codes in a list, however they are separated. */
export function codesIn(text: string): string[] {
	const codes = text
		.toUpperCase()
		.split(/[\s,;]+/)
		.map((word) => national.exec(word)?.[1] ?? (otherCode.test(word) ? word : ''))
		.filter(Boolean);
	return [...new Set(codes)];
}
