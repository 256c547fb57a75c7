/** Who in the ward is told of what happens to a case, and in which words: its code, never its content or its sender. */
import { eq } from 'drizzle-orm';
import type { Ctx } from '#people/actor.ts';
import * as notices from '#people/notices.server.ts';
import { peopleIn, peopleWith } from '#people/positions.server.ts';
import type { Role } from '#people/role.ts';
import { dayOf } from '#platform/clock.ts';
import { transact, type Transaction } from '#platform/db.server.ts';
import * as format from '#platform/format.ts';
import type { JournalLine } from '#platform/journal.server.ts';
import type { CaseRow } from './facts.server.ts';
import { feedbackAnswer, feedbackCase } from './schema.server.ts';

type News = {
	/** Posts whose holders are told. */
	roles?: Role[];
	/** The handler, or the people of the unit it was given to; the office when it was given to nobody. */
	holders?: boolean;
	drafter?: boolean;
	unless?: (row: CaseRow, line: JournalLine) => boolean;
	words: (code: string, line: JournalLine, row: CaseRow) => string;
};

const until = (row: CaseRow): string => (row.dueOn ? ` Hạn: ${format.weekdayDate(row.dueOn)}.` : '');
const because = ({ note }: JournalLine): string => (note ? ` Lý do: ${note.slice(0, 200)}` : '');
const after = (line: JournalLine): Record<string, unknown> => (line.after ?? {}) as Record<string, unknown>;

const news: Record<string, News> = {
	'feedback.received': {
		roles: ['office'],
		unless: (_row, line) => after(line)['state'] === 'quarantined',
		words: (code, _line, row) => `Phản ánh mới ${code}, cần phân loại.${until(row)}`
	},
	'feedback.released': {
		roles: ['office'],
		words: (code, _line, row) => `Phản ánh ${code} không phải tin rác, cần phân loại.${until(row)}`
	},
	'feedback.assigned': {
		holders: true,
		words: (code, _line, row) => `Đồng chí hoặc đơn vị được giao phản ánh ${code}.${until(row)}`
	},
	'feedback.handed_over': {
		holders: true,
		words: (code, line, row) => `Phản ánh ${code} được chuyển đến.${until(row)}${because(line)}`
	},
	'feedback.drafted': {
		roles: ['chair', 'vice_chair'],
		words: (code, _line, row) => `Chờ duyệt trả lời phản ánh ${code}.${until(row)}`
	},
	'feedback.sent_back': {
		holders: true,
		drafter: true,
		words: (code, line) => `Dự thảo trả lời phản ánh ${code} được trả lại để sửa.${because(line)}`
	},
	'feedback.approved': {
		holders: true,
		roles: ['office'],
		words: (code) => `Trả lời phản ánh ${code} đã duyệt, hãy gửi cho người dân.`
	},
	'feedback.added_to': {
		holders: true,
		words: (code) => `Người gửi vừa bổ sung thông tin cho phản ánh ${code}.`
	},
	'feedback.extended': {
		holders: true,
		words: (code, _line, row) => `Phản ánh ${code} được gia hạn.${until(row)}`
	},
	'feedback.taken_back': {
		roles: ['office'],
		words: (code, line) => `Phản ánh ${code} được cơ quan khác trả lại, cần xem lại ngay.${because(line)}`
	},
	'feedback.reopened': {
		roles: ['office'],
		holders: true,
		words: (code, _line, row) => `Phản ánh ${code} cần xem lại, hãy giao xử lý.${until(row)}`
	},
	'feedback.unmerged': {
		roles: ['office'],
		words: (code) => `Phản ánh ${code} không còn gộp với việc khác, cần phân loại.`
	},
	'feedback.divided': {
		roles: ['office'],
		words: (code, line) =>
			`Nội dung mới ${code} tách từ ${String(after(line)['from'] ?? 'phản ánh khác')}, cần phân loại.`
	},
	'feedback.withdrawn': {
		holders: true,
		words: (code) => `Người gửi đã rút phản ánh ${code}. Đồng chí không cần làm gì thêm.`
	},
	'feedback.guided': {
		roles: ['chair', 'vice_chair'],
		words: (code) => `Phản ánh ${code} thuộc trình tự riêng theo luật; người gửi đã được hướng dẫn.`
	}
};

/** The acts to follow, for the table of reactions. */
export const told: string[] = Object.keys(news);

/** Tells everybody concerned, but not whoever did it. Runs twice without harm: a line tells a person once. */
export async function tell(ctx: Ctx, line: JournalLine): Promise<void> {
	const one = news[line.act];
	if (!one) return;
	await transact(ctx, async (tx) => {
		const [row] = await tx
			.select()
			.from(feedbackCase)
			.where(eq(feedbackCase.id, Number(line.subjectId)));
		if (!row || one.unless?.(row, line)) return;
		const people = new Set([
			...(one.roles ? await peopleWith(tx, one.roles, dayOf(ctx.now)) : []),
			...(one.holders ? await holdersOf(tx, ctx, row) : []),
			...(one.drafter ? await drafterOf(tx, row) : [])
		]);
		await notices.tell(tx, ctx, {
			personIds: [...people].filter((id) => id !== line.personId),
			entryId: line.id,
			text: one.words(row.code, line, row),
			link: `/lam-viec/phan-anh/${row.id}`
		});
	});
}

/** Whoever has it in hand. */
export async function holdersOf(
	tx: Transaction,
	ctx: Ctx,
	row: Pick<CaseRow, 'handlerPersonId' | 'unitId'>
): Promise<number[]> {
	const today = dayOf(ctx.now);
	if (row.handlerPersonId !== null) return [row.handlerPersonId];
	const there = row.unitId === null ? [] : await peopleIn(tx, [row.unitId], today);
	// A unit nobody holds a post in forgets nothing, because the office is told.
	return there.length > 0 ? there : peopleWith(tx, ['office'], today);
}

async function drafterOf(tx: Transaction, row: CaseRow): Promise<number[]> {
	if (row.answerId === null) return [];
	const drafts = await tx
		.select({ by: feedbackAnswer.draftedByPersonId })
		.from(feedbackAnswer)
		.where(eq(feedbackAnswer.id, row.answerId));
	return drafts.map(({ by }) => by);
}
