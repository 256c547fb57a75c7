/** The form of an announcement decision as it goes back and forth: the head, then one line for each procedure. */
import { changeKinds, type ChangeKind } from '#procedures/procedure.ts';
import type { RefusalDetail } from '#platform/refusal.ts';
import * as format from '#platform/format.ts';
import { isDay } from '#platform/clock.ts';
import { codesIn, readLines } from './lines.ts';

/** Kinds a decision can announce; a correction is no decision. */
export const announced = (Object.keys(changeKinds) as ChangeKind[]).filter((kind) => kind !== 'corrected');

export type Head = {
	number: string;
	issuedOn: string;
	issuer: string;
	title: string;
	url: string;
	postingLimitDays: string;
	fileToken: string;
	fileName: string;
	/** For every line that does not say otherwise. */
	kind: string;
	effectiveOn: string;
	/** What was pasted. */
	paste: string;
};
export type Line = {
	code: string;
	name: string;
	kind: string;
	effectiveOn: string;
	replacedBy: string;
	drop: boolean;
};

const headFields = [
	'number',
	'issuedOn',
	'issuer',
	'title',
	'url',
	'postingLimitDays',
	'fileToken',
	'fileName',
	'kind',
	'effectiveOn',
	'paste'
] as const;

const word = (data: FormData, name: string): string => {
	const value = data.get(name);
	return typeof value === 'string' ? value.normalize('NFC').trim() : '';
};

export function headFrom(data: FormData): Head {
	return Object.fromEntries(headFields.map((name) => [name, word(data, name)])) as Head;
}

export function linesFrom(data: FormData): Line[] {
	const numbers = [...data.keys()].flatMap((name) => /^lines\.(\d{1,4})\.code$/.exec(name)?.[1] ?? []);
	return numbers.map((number) => {
		const at = (field: string) => word(data, `lines.${number}.${field}`);
		return {
			code: at('code').toUpperCase(),
			name: at('name'),
			kind: at('kind'),
			effectiveOn: at('effectiveOn'),
			replacedBy: at('replacedBy'),
			drop: at('drop') === '1'
		};
	});
}

/** The lines of what was pasted and of what was picked, each with what the head says for all. */
export function linesOf(head: Head, picked: string[]): { lines: Line[]; notes: string[] } {
	const { lines, unread, twice } = readLines(head.paste);
	const notes = unread.map(
		({ line, text }) => `Dòng ${line} chưa có mã thủ tục nên không được đọc: “${text}”.`
	);
	if (twice.length > 0) notes.push(`Có mã ghi hai lần, chỉ lấy lần đầu: ${twice.join(', ')}.`);
	const known = new Set(lines.map(({ code }) => code));
	const base = { kind: head.kind, effectiveOn: head.effectiveOn, drop: false };
	return {
		lines: [
			...lines.map(({ code, name, kind, replacedBy }) => ({
				...base,
				code,
				name,
				kind: kind ?? head.kind,
				replacedBy: replacedBy.join(', ')
			})),
			...picked
				.filter((code) => !known.has(code))
				.map((code) => ({ ...base, code, name: '', replacedBy: '' }))
		],
		notes
	};
}

export type KnownProcedure = { name: string; field: string };

/** What one line will do, in words, or what stands against it. */
export function sayLine(
	line: Line,
	known: KnownProcedure | undefined,
	{ today, issuedOn }: { today: string; issuedOn: string }
): { words: string; problem: string | null } {
	if (line.drop) return { words: 'Bỏ qua dòng này.', problem: null };
	const name = known?.name ?? line.name;
	if (!(announced as string[]).includes(line.kind)) return { words: '', problem: 'Chưa chọn loại thay đổi.' };
	if (!isDay(line.effectiveOn)) return { words: '', problem: 'Chưa chọn ngày có hiệu lực.' };
	if (isDay(issuedOn) && line.effectiveOn < issuedOn)
		return { words: '', problem: 'Ngày có hiệu lực đứng trước ngày ký quyết định.' };
	const instead = codesIn(line.replacedBy);
	if (line.replacedBy && instead.length === 0)
		return { words: '', problem: 'Ô “Thay bằng mã” chưa đúng, ví dụ đúng: 1.116214, 1.116215.' };
	const when = line.effectiveOn > today ? `từ ngày ${format.date(line.effectiveOn)}` : 'ngay khi ghi';
	if (line.kind === 'new') {
		if (known)
			return { words: '', problem: 'Mã này đã có trong danh mục. Hãy chọn “Sửa đổi, bổ sung” hoặc bỏ dòng.' };
		if (name.length < 3) return { words: '', problem: 'Thủ tục mới cần có tên. Hãy ghi tên.' };
		return { words: `Thêm thủ tục mới, hiện cho người dân ${when}. Nội dung ghi tiếp sau.`, problem: null };
	}
	if (!known) {
		return {
			words: '',
			problem: 'Không có mã này trong danh mục. Hãy xem lại mã, chọn “Mới ban hành”, hoặc bỏ dòng.'
		};
	}
	if (line.kind === 'amended')
		return {
			words: `Nội dung mới áp dụng ${when}. Sau khi ghi, mở thủ tục để sửa chữ theo quyết định.`,
			problem: null
		};
	const by = instead.length > 0 ? ` Người dân được chỉ sang mã ${instead.join(', ')}.` : '';
	return {
		words: `Hết hiệu lực ${when}; tờ niêm yết phải gỡ.${by}`,
		problem:
			line.kind === 'replaced' && instead.length === 0 ? 'Được thay thế: hãy ghi mã thủ tục thay.' : null
	};
}

/** What the head lacks. */
export function headProblems(head: Head): RefusalDetail[] {
	const lack = (field: keyof Head, message: string): RefusalDetail => ({
		code: `decision.${field}`,
		field,
		message
	});
	const days = Number(head.postingLimitDays || '5');
	return [
		...(head.number ? [] : [lack('number', 'Hãy ghi số quyết định, ví dụ 3249/QĐ-UBND.')]),
		...(isDay(head.issuedOn) ? [] : [lack('issuedOn', 'Hãy chọn ngày ban hành quyết định.')]),
		...(head.issuer ? [] : [lack('issuer', 'Hãy ghi cơ quan ban hành.')]),
		...(!head.url || /^https?:\/\/\S+$/.test(head.url)
			? []
			: [lack('url', 'Địa chỉ phải bắt đầu bằng https:// hoặc http://.')]),
		...(Number.isInteger(days) && days >= 0 && days <= 60
			? []
			: [lack('postingLimitDays', 'Số ngày làm việc để niêm yết: từ 0 đến 60.')])
	];
}
