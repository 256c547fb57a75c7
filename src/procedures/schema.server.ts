/** See migrations/0018-procedures.sql for what each table is and why. */
import { date, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import type { Violations } from '#platform/db.server.ts';
import { id, moment, ref, wardId } from '#platform/schema.server.ts';
import type { OnlineLevel } from '#search/entry.ts';
import type { ChangeKind, DutyKind, PlaceKind, ProcedureContent } from './procedure.ts';

export const procedure = pgTable('procedure', {
	id: id(),
	wardId: wardId(),
	code: text().notNull(),
	createdAt: moment('created_at').notNull()
});

export const changeSet = pgTable('change_set', {
	id: id(),
	wardId: wardId(),
	kind: text({ enum: ['decision', 'import', 'edit', 'inventory'] }).notNull(),
	title: text().notNull(),
	number: text(),
	issuedOn: date('issued_on'),
	issuer: text(),
	url: text(),
	fileId: ref('file_id'),
	postingLimitDays: integer('posting_limit_days').notNull().default(5),
	recordedAt: moment('recorded_at').notNull(),
	recordedByPersonId: ref('recorded_by_person_id')
});

export const procedureVersion = pgTable('procedure_version', {
	id: id(),
	wardId: wardId(),
	procedureId: ref('procedure_id').notNull(),
	changeSetId: ref('change_set_id').notNull(),
	effectiveFrom: date('effective_from').notNull(),
	effectiveTo: date('effective_to'),
	endKind: text('end_kind', { enum: ['amended', 'abolished', 'replaced'] }),
	replacedBy: text('replaced_by').array().notNull().default([]),
	name: text().notNull(),
	field: text().notNull().default(''),
	level: text().notNull().default(''),
	agency: text().notNull().default(''),
	applicants: text().array().notNull().default([]),
	onlineLevel: text('online_level').$type<OnlineLevel>(),
	content: jsonb().$type<ProcedureContent>().notNull(),
	decision: text().notNull().default(''),
	decidedOn: date('decided_on'),
	fingerprint: text().notNull(),
	sheetToken: text('sheet_token').notNull(),
	recordedAt: moment('recorded_at').notNull(),
	supersededAt: moment('superseded_at')
});

export const procedureChange = pgTable('procedure_change', {
	id: id(),
	wardId: wardId(),
	changeSetId: ref('change_set_id').notNull(),
	procedureId: ref('procedure_id').notNull(),
	kind: text().$type<ChangeKind>().notNull(),
	beforeVersionId: ref('before_version_id'),
	afterVersionId: ref('after_version_id'),
	effectiveOn: date('effective_on').notNull(),
	countedFrom: date('counted_from').notNull(),
	postBy: date('post_by').notNull(),
	replacedBy: text('replaced_by').array().notNull().default([]),
	recordedAt: moment('recorded_at').notNull()
});

export const postingPlace = pgTable('posting_place', {
	id: id(),
	wardId: wardId(),
	name: text().notNull(),
	kind: text().$type<PlaceKind>().notNull(),
	address: text().notNull().default(''),
	unitId: ref('unit_id'),
	fields: text().array().notNull().default([]),
	paper: text({ enum: ['A4', 'A3'] })
		.notNull()
		.default('A4'),
	ordinal: integer().notNull().default(0),
	createdAt: moment('created_at').notNull(),
	retiredAt: moment('retired_at'),
	lockVersion: integer('lock_version').notNull().default(1)
});

export const boardNumber = pgTable('board_number', {
	wardId: wardId(),
	placeId: ref('place_id').notNull(),
	procedureId: ref('procedure_id').notNull(),
	no: integer().notNull(),
	givenAt: moment('given_at').notNull()
});

export const posting = pgTable('posting', {
	id: id(),
	wardId: wardId(),
	placeId: ref('place_id').notNull(),
	procedureId: ref('procedure_id').notNull(),
	versionId: ref('version_id').notNull(),
	postedOn: date('posted_on').notNull(),
	recordedAt: moment('recorded_at').notNull(),
	postedByPersonId: ref('posted_by_person_id').notNull(),
	photoFileId: ref('photo_file_id'),
	note: text().notNull().default(''),
	takenDownOn: date('taken_down_on'),
	takenDownAt: moment('taken_down_at'),
	takenDownByPersonId: ref('taken_down_by_person_id')
});

export const procedureDuty = pgTable('procedure_duty', {
	id: id(),
	wardId: wardId(),
	changeSetId: ref('change_set_id').notNull(),
	changeId: ref('change_id'),
	kind: text().$type<DutyKind>().notNull(),
	placeId: ref('place_id'),
	fromOn: date('from_on').notNull(),
	dueOn: date('due_on').notNull(),
	doneAt: moment('done_at'),
	doneByPersonId: ref('done_by_person_id'),
	doneNote: text('done_note').notNull().default(''),
	link: text(),
	droppedAt: moment('dropped_at'),
	droppedReason: text('dropped_reason')
});

export const procedureFaq = pgTable('procedure_faq', {
	id: id(),
	wardId: wardId(),
	procedureId: ref('procedure_id').notNull(),
	question: text().notNull(),
	answer: text().notNull(),
	ordinal: integer().notNull().default(0),
	changedAt: moment('changed_at').notNull(),
	changedByPersonId: ref('changed_by_person_id').notNull(),
	lockVersion: integer('lock_version').notNull().default(1)
});

export const procedureRating = pgTable('procedure_rating', {
	id: id(),
	wardId: wardId(),
	procedureId: ref('procedure_id').notNull(),
	versionId: ref('version_id').notNull(),
	day: date().notNull(),
	score: integer().notNull(),
	unclear: text().array().notNull().default([]),
	comment: text().notNull().default(''),
	token: text().notNull()
});

export const procedureVisit = pgTable('procedure_visit', {
	wardId: wardId(),
	procedureId: ref('procedure_id').notNull(),
	day: date().notNull(),
	kind: text({ enum: ['view', 'print', 'scan', 'kiosk'] }).notNull(),
	placeId: ref('place_id').notNull().default(0),
	count: integer().notNull().default(0)
});

export const violations: Violations = {
	procedure_code_form: {
		code: 'procedure.code',
		field: 'code',
		message: 'Mã thủ tục chưa đúng, ví dụ đúng: 1.000894. Hãy xem lại mã.'
	},
	procedure_code_unique: {
		code: 'procedure.code_taken',
		status: 409,
		field: 'code',
		message: 'Mã thủ tục này vừa được người khác thêm. Hãy mở thủ tục đó trong danh mục.'
	},
	change_set_decision_once: {
		code: 'change_set.decision_taken',
		status: 409,
		field: 'number',
		message: 'Quyết định số này, ngày này đã được ghi. Hãy mở quyết định đó trong danh sách.'
	},
	procedure_version_one_at_a_time: {
		code: 'procedure.version_overlaps',
		status: 409,
		field: 'effectiveFrom',
		message:
			'Khoảng thời gian hiệu lực trùng với một bản khác của thủ tục này. Hãy tải lại trang và xem các bản đã có.'
	},
	posting_place_name_unique: {
		code: 'place.name_taken',
		status: 409,
		field: 'name',
		message: 'Đã có nơi niêm yết mang tên này. Hãy đặt tên khác.'
	},
	posting_place_name_length: {
		code: 'place.name',
		field: 'name',
		message: 'Tên nơi niêm yết cần từ 2 đến 200 ký tự. Hãy nhập lại.'
	},
	posting_hangs_once: {
		code: 'posting.hangs_already',
		status: 409,
		message: 'Tờ này đã được ghi là đang dán ở nơi đó. Hãy tải lại trang để xem.'
	},
	posting_days: {
		code: 'posting.days',
		field: 'takenDownOn',
		message: 'Ngày gỡ phải từ ngày dán trở đi. Hãy xem lại ngày.'
	},
	procedure_faq_question_length: {
		code: 'faq.question',
		field: 'question',
		message: 'Câu hỏi cần từ 5 đến 500 ký tự. Hãy nhập lại.'
	},
	procedure_faq_answer_length: {
		code: 'faq.answer',
		field: 'answer',
		message: 'Câu trả lời cần từ 5 đến 5.000 ký tự. Hãy nhập lại.'
	}
};
