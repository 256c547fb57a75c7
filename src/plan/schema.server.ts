/** See migrations/0003-plan.sql for what each table is and why. */
import { date, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import type { Violations } from '#platform/db.server.ts';
import { id, moment, ref, wardId } from '#platform/schema.server.ts';
import type { Channel } from './channel.ts';
import type { Recurrence } from './task.ts';

export const plan = pgTable('plan', {
	id: id(),
	wardId: wardId(),
	year: integer().notNull(),
	title: text().notNull(),
	superior: text(),
	issuer: text(),
	number: text(),
	symbol: text(),
	place: text(),
	issuedOn: date('issued_on'),
	signer: text(),
	signerTitle: text('signer_title'),
	signerAuthority: text('signer_authority'),
	sourceFileId: ref('source_file_id'),
	sourceText: text('source_text'),
	understood: jsonb().$type<Record<string, unknown>>().notNull().default({}),
	createdAt: moment('created_at').notNull(),
	createdByPersonId: ref('created_by_person_id').notNull(),
	issuedAt: moment('issued_at'),
	issuedByPersonId: ref('issued_by_person_id'),
	replacesPlanId: ref('replaces_plan_id'),
	lockVersion: integer('lock_version').notNull().default(1)
});

export const contentArea = pgTable('content_area', {
	id: id(),
	wardId: wardId(),
	planId: ref('plan_id').notNull(),
	key: text().notNull(),
	marker: text().notNull(),
	shortName: text('short_name').notNull(),
	text: text().notNull(),
	ordinal: integer().notNull()
});

export const task = pgTable('task', {
	id: id(),
	wardId: wardId(),
	planId: ref('plan_id').notNull(),
	lineageId: ref('lineage_id'),
	no: integer().notNull(),
	title: text().notNull(),
	product: text(),
	measureCount: integer('measure_count'),
	measureUnit: text('measure_unit'),
	leadUnitId: ref('lead_unit_id'),
	leadText: text('lead_text'),
	cooperatingText: text('cooperating_text'),
	recurrence: text().$type<Recurrence>().notNull().default('none'),
	periodFrom: date('period_from'),
	periodTo: date('period_to'),
	deadlineOn: date('deadline_on'),
	deadlineText: text('deadline_text'),
	channels: text().array().$type<Channel[]>().notNull().default([]),
	sourceLine: integer('source_line'),
	doubts: text().array().notNull().default([]),
	budgetAmount: ref('budget_amount'),
	budgetLine: text('budget_line'),
	createdAt: moment('created_at').notNull(),
	lockVersion: integer('lock_version').notNull().default(1)
});

export const taskContentArea = pgTable('task_content_area', {
	wardId: wardId(),
	taskId: ref('task_id').notNull(),
	contentAreaId: ref('content_area_id').notNull()
});

export const taskUnit = pgTable('task_unit', {
	wardId: wardId(),
	taskId: ref('task_id').notNull(),
	unitId: ref('unit_id').notNull()
});

export const taskClosure = pgTable('task_closure', {
	id: id(),
	wardId: wardId(),
	taskId: ref('task_id').notNull(),
	kind: text({ enum: ['done', 'waived'] }).notNull(),
	reason: text(),
	at: moment('at').notNull(),
	byPersonId: ref('by_person_id').notNull(),
	confirmationAskedOfPersonId: ref('confirmation_asked_of_person_id'),
	confirmedAt: moment('confirmed_at'),
	confirmedByPersonId: ref('confirmed_by_person_id'),
	reopenedAt: moment('reopened_at'),
	reopenedByPersonId: ref('reopened_by_person_id'),
	reopenedReason: text('reopened_reason')
});

export const evidence = pgTable('evidence', {
	id: id(),
	wardId: wardId(),
	taskId: ref('task_id').notNull(),
	contentAreaKey: text('content_area_key'),
	channel: text().notNull(),
	title: text().notNull(),
	url: text(),
	fileId: ref('file_id'),
	count: integer().notNull().default(1),
	quantity: integer(),
	quantityUnit: text('quantity_unit'),
	occurredAt: moment('occurred_at').notNull(),
	note: text(),
	sourceKind: text('source_kind').notNull().default('manual'),
	sourceId: text('source_id'),
	addedAt: moment('added_at').notNull(),
	addedByPersonId: ref('added_by_person_id'),
	withdrawnAt: moment('withdrawn_at'),
	withdrawnReason: text('withdrawn_reason'),
	withdrawnByPersonId: ref('withdrawn_by_person_id')
});

export const taskReminder = pgTable('task_reminder', {
	id: id(),
	wardId: wardId(),
	taskId: ref('task_id').notNull(),
	personId: ref('person_id').notNull(),
	at: moment('at').notNull(),
	byPersonId: ref('by_person_id'),
	text: text().notNull()
});

export const planRecipient = pgTable('plan_recipient', {
	id: id(),
	wardId: wardId(),
	planId: ref('plan_id').notNull(),
	text: text().notNull(),
	unitId: ref('unit_id'),
	ordinal: integer().notNull(),
	receivedAt: moment('received_at'),
	receivedByPersonId: ref('received_by_person_id')
});

export const violations: Violations = {
	plan_replaced_once: {
		code: 'plan.replaced_already',
		status: 409,
		message: 'Kế hoạch này đã có bản thay thế đang soạn. Hãy mở bản đó và sửa tiếp.'
	},
	plan_issued_has_number: {
		code: 'plan.number_missing',
		field: 'number',
		message: 'Kế hoạch ban hành phải có số và ngày. Hãy nhập số và ngày ban hành.'
	},
	plan_year: {
		code: 'plan.year',
		field: 'year',
		message: 'Năm của kế hoạch không đúng. Hãy nhập năm gồm bốn chữ số.'
	},
	content_area_key_unique: {
		code: 'content_area.key_taken',
		message: 'Hai nội dung tuyên truyền đang trùng mã. Hãy sửa lại một trong hai.'
	},
	task_title_length: {
		code: 'task.title_length',
		field: 'title',
		message: 'Tên nhiệm vụ cần từ 3 đến 2.000 ký tự. Hãy nhập lại.'
	},
	task_no_unique: {
		code: 'task.no_taken',
		field: 'no',
		message: 'Số thứ tự nhiệm vụ bị trùng. Hãy chọn số khác.'
	},
	task_period: {
		code: 'task.period',
		field: 'periodTo',
		message: 'Ngày kết thúc phải từ ngày bắt đầu trở đi. Hãy xem lại hai ngày.'
	},
	task_measure_positive: {
		code: 'task.measure',
		field: 'measureCount',
		message: 'Số lượng sản phẩm phải là số lớn hơn 0, hoặc bỏ trống.'
	},
	task_closure_one_open: {
		code: 'task.closed_already',
		status: 409,
		message: 'Nhiệm vụ này vừa được người khác kết thúc. Hãy tải lại trang để xem.'
	},
	task_closure_waived_has_reason: {
		code: 'task.reason_missing',
		field: 'reason',
		message: 'Không thực hiện thì cần nêu lý do (ít nhất 10 ký tự). Hãy ghi rõ lý do.'
	},
	task_closure_confirmed_by_another: {
		code: 'task.confirm_own',
		status: 403,
		message: 'Người báo hoàn thành không tự xác nhận việc của mình. Hãy nhờ người được đề nghị xác nhận.'
	},
	plan_number_once: {
		code: 'plan.number_taken',
		status: 409,
		field: 'number',
		message:
			'Số này đã dùng cho một kế hoạch khác trong năm. Hãy lấy số tiếp theo trong sổ đăng ký văn bản đi.'
	},
	plan_frozen: {
		code: 'plan.issued',
		status: 409,
		message: 'Kế hoạch đã ban hành nên không sửa được nữa. Hãy mở bản điều chỉnh để thay thế.'
	},
	evidence_withdrawn_with_reason: {
		code: 'evidence.reason_missing',
		field: 'reason',
		message: 'Rút minh chứng thì cần nêu lý do. Hãy ghi ngắn gọn vì sao.'
	},
	evidence_url_form: {
		code: 'evidence.url',
		field: 'url',
		message: 'Địa chỉ liên kết phải bắt đầu bằng http:// hoặc https://. Hãy dán lại địa chỉ.'
	}
};
