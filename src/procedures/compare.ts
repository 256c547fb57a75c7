/** Two texts of a procedure side by side, field by field and word by word, in words an officer and a resident read. */
import { diffLines, diffWordsWithSpace } from 'diff';
import {
	onlineLevels,
	waysOfSubmitting,
	type Case,
	type Form,
	type ProcedureText,
	type Way
} from './procedure.ts';
import type { VersionOfCode } from './reading.server.ts';
import { copiesOf, feeWordsOf, timeWordsOf, validity } from './words.ts';

export type FieldDifference = { field: string; label: string; before: string; after: string };

/** The whole text of a stored version. */
export function textOf(version: VersionOfCode): ProcedureText {
	const { code, name, field, level, agency, applicants, onlineLevel, decision, decidedOn, content } = version;
	return { code, name, field, level, agency, applicants, onlineLevel, decision, decidedOn, content };
}

const lines = (parts: (string | false | null | undefined)[]): string => parts.filter(Boolean).join('\n');
const spoken = ({ text, notes }: { text: string; notes: string[] }): string =>
	[text, ...notes].filter(Boolean).join('; ');

function wayLine(way: Way): string {
	const fees = way.fees.map((fee) => [spoken(feeWordsOf(fee)), validity(fee)].filter(Boolean).join(', '));
	return lines([
		`${waysOfSubmitting[way.way]}: ${spoken(timeWordsOf(way.time)) || 'chưa ghi thời hạn'}${way.localTime ? ` (địa phương: ${spoken(timeWordsOf(way.localTime))})` : ''}`,
		...fees.map((fee) => `  Phí, lệ phí: ${fee || 'chưa ghi'}`),
		way.description && `  ${way.description}`
	]);
}

/** A file kept here is told from the one before by the beginning of its token; the whole would be its address. */
const formLine = ({ name, url, fileToken }: Form): string =>
	`  Mẫu: ${[name, url, fileToken && `tệp ${fileToken.slice(0, 6)}`].filter(Boolean).join(', ')}`;

function caseLines(one: Case): string {
	return lines([
		(one.name || one.code) && `Trường hợp: ${[one.code, one.name].filter(Boolean).join(' ')}`,
		one.time && `Thời hạn: ${spoken(timeWordsOf(one.time))}`,
		...one.papers.map((paper) =>
			lines([
				`- ${[paper.name, copiesOf(paper), paper.required === false && 'không bắt buộc'].filter(Boolean).join(': ')}`,
				...paper.forms.map(formLine)
			])
		)
	]);
}

type Said = (text: ProcedureText) => string;

/** Every field of the card, its name on the page, and how it is said in words. */
const fields: [field: string, label: string, said: Said][] = [
	['name', 'Tên thủ tục', (text) => text.name],
	['field', 'Lĩnh vực', (text) => text.field],
	['level', 'Cấp thực hiện', (text) => text.level],
	['agency', 'Cơ quan giải quyết', (text) => text.agency],
	['applicants', 'Đối tượng thực hiện', (text) => text.applicants.join('\n')],
	['onlineLevel', 'Mức độ trực tuyến', (text) => (text.onlineLevel ? onlineLevels[text.onlineLevel] : '')],
	['onlineReason', 'Lý do chưa toàn trình', (text) => text.content.onlineReason],
	['ways', 'Cách nộp, thời hạn, phí', (text) => text.content.ways.map(wayLine).join('\n')],
	['cases', 'Giấy tờ', (text) => text.content.cases.map(caseLines).join('\n')],
	['sets', 'Số bộ hồ sơ', (text) => (text.content.sets === null ? '' : `${text.content.sets} bộ`)],
	[
		'steps',
		'Trình tự',
		(text) => text.content.steps.map((step) => [step.name, step.text].filter(Boolean).join(': ')).join('\n')
	],
	['results', 'Kết quả', (text) => text.content.results.join('\n')],
	['conditions', 'Yêu cầu, điều kiện', (text) => text.content.conditions],
	[
		'legalBases',
		'Căn cứ pháp lý',
		(text) =>
			text.content.legalBases.map((basis) => [basis.code, basis.name].filter(Boolean).join(' ')).join('\n')
	],
	['place', 'Nơi tiếp nhận', (text) => text.content.place],
	['coordinating', 'Cơ quan phối hợp', (text) => text.content.coordinating],
	[
		'decision',
		'Quyết định công bố',
		(text) => [text.decision, text.decidedOn].filter(Boolean).join(', ngày ')
	],
	['portalUrl', 'Địa chỉ trên Cổng Dịch vụ công quốc gia', (text) => text.content.portalUrl ?? ''],
	['keywords', 'Từ khóa', (text) => text.content.keywords.join(', ')],
	['note', 'Ghi chú', (text) => text.content.note]
];

/** What differs, in the order of the card. Empty: they say the same. */
export function differences(before: ProcedureText, after: ProcedureText): FieldDifference[] {
	return fields.flatMap(([field, label, said]) => {
		const [old, now] = [said(before), said(after)];
		return old === now ? [] : [{ field, label, before: old, after: now }];
	});
}

export type Piece = { kind: 'same' | 'added' | 'removed'; text: string };

// Word by word a rewritten text takes seconds, and nobody reads such a mosaic: from here on whole lines are compared.
const MOST_EDITS = 1500;

/** Word by word; texts that have little in common line by line. */
export function wordDiff(before: string, after: string): Piece[] {
	const parts = diffWordsWithSpace(before, after, { maxEditLength: MOST_EDITS }) ?? diffLines(before, after);
	return parts.map(({ added, removed, value }) => ({
		kind: added ? 'added' : removed ? 'removed' : 'same',
		text: value
	}));
}
