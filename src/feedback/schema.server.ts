/** See migrations/0022-feedback.sql for what each table is and why. */
import { boolean, date, doublePrecision, integer, jsonb, numeric, pgTable, text } from 'drizzle-orm/pg-core';
import type { Violations } from '#platform/db.server.ts';
import { id, moment, ref, wardId } from '#platform/schema.server.ts';
import type { CaseAct, CaseState, Category, Complexity, RefusalGround, Source } from './case.ts';
import type { Due } from './due.ts';
import type { LimitStep } from './limits.ts';
import type { MessageClass } from './message-class.ts';
import type { Box, Decision } from './redaction.ts';
import type { FeedbackSettings } from './settings.ts';
import type { Triage } from './triage.ts';

/** What a step can be: a transition, its beginning, or the coming and going of its public copy. */
export type StepAct = CaseAct | 'received' | 'divided' | 'rated' | 'erased' | 'prepared' | 'copy_withdrawn';

export const feedbackSender = pgTable('feedback_sender', {
	id: id(),
	wardId: wardId(),
	sealed: text(),
	hasName: boolean('has_name').notNull(),
	hasPhone: boolean('has_phone').notNull(),
	hasEmail: boolean('has_email').notNull(),
	createdAt: moment('created_at').notNull(),
	erasedAt: moment('erased_at'),
	erasedWhy: text('erased_why', { enum: ['asked', 'retention', 'guided'] })
});

export const feedbackCase = pgTable('feedback_case', {
	id: id(),
	wardId: wardId(),
	code: text().notNull(),
	submissionKey: text('submission_key').notNull(),
	secretHash: text('secret_hash').notNull(),
	source: text().$type<Source>().notNull(),
	state: text().$type<CaseState>().notNull(),
	category: text().$type<Category>().notNull(),
	class: text().$type<MessageClass>(),
	complexity: text().$type<Complexity>().notNull().default('normal'),
	title: text().notNull().default(''),
	text: text().notNull(),
	sealedText: text('sealed_text'),
	place: text().notNull().default(''),
	latitude: doublePrecision(),
	longitude: doublePrecision(),
	anonymous: boolean().notNull(),
	senderId: ref('sender_id'),
	namePublic: boolean('name_public').notNull().default(false),
	receivedAt: moment('received_at').notNull(),
	takenByPersonId: ref('taken_by_person_id'),
	unitId: ref('unit_id'),
	handlerPersonId: ref('handler_person_id'),
	aboutUnitId: ref('about_unit_id'),
	dueStep: text('due_step', { enum: ['classify', 'forward', 'answer'] }),
	dueOn: date('due_on'),
	due: jsonb().$type<Due>(),
	extensionDays: integer('extension_days').notNull().default(0),
	waitingFrom: text('waiting_from').$type<CaseState>(),
	forwardedTo: text('forwarded_to'),
	refusalGround: text('refusal_ground').$type<RefusalGround>(),
	originalCaseId: ref('original_case_id'),
	mergedIntoCaseId: ref('merged_into_case_id'),
	answerId: ref('answer_id'),
	suggestion: jsonb().$type<Triage>().notNull(),
	fingerprint: integer().array().notNull().default([]),
	addressMark: text('address_mark'),
	contentMark: text('content_mark'),
	quarantineWhy: text('quarantine_why'),
	reopenedCount: integer('reopened_count').notNull().default(0),
	closedAt: moment('closed_at'),
	answeredAt: moment('answered_at'),
	answeredDueOn: date('answered_due_on'),
	createdAt: moment('created_at').notNull(),
	changedAt: moment('changed_at').notNull(),
	lockVersion: integer('lock_version').notNull().default(1)
});

export const feedbackWhole = pgTable('feedback_whole', {
	wardId: wardId(),
	caseId: ref('case_id').notNull(),
	text: text().notNull(),
	splitAt: moment('split_at').notNull()
});

export const feedbackNumber = pgTable('feedback_number', {
	wardId: wardId(),
	day: date().notNull(),
	last: integer().notNull()
});

export const feedbackStep = pgTable('feedback_step', {
	id: id(),
	wardId: wardId(),
	caseId: ref('case_id').notNull(),
	act: text().$type<StepAct>().notNull(),
	fromState: text('from_state').$type<CaseState>(),
	toState: text('to_state').$type<CaseState>().notNull(),
	at: moment('at').notNull(),
	byKind: text('by_kind', { enum: ['person', 'sender', 'robot'] }).notNull(),
	byPersonId: ref('by_person_id'),
	unitId: ref('unit_id'),
	told: text().notNull().default(''),
	reason: text().notNull().default('')
});

export const feedbackPause = pgTable('feedback_pause', {
	id: id(),
	wardId: wardId(),
	caseId: ref('case_id').notNull(),
	fromAt: moment('from_at').notNull(),
	toAt: moment('to_at')
});

export const feedbackMessage = pgTable('feedback_message', {
	id: id(),
	wardId: wardId(),
	caseId: ref('case_id').notNull(),
	kind: text({ enum: ['addition', 'question', 'note'] }).notNull(),
	text: text().notNull(),
	at: moment('at').notNull(),
	byPersonId: ref('by_person_id')
});

export const feedbackFile = pgTable('feedback_file', {
	id: id(),
	wardId: wardId(),
	caseId: ref('case_id').notNull(),
	messageId: ref('message_id'),
	fileId: ref('file_id').notNull(),
	position: integer().notNull(),
	boxes: jsonb().$type<Box[]>().notNull().default([]),
	chosen: boolean().notNull().default(false),
	nobody: boolean().notNull().default(false),
	publicFileId: ref('public_file_id')
});

export const feedbackPendingFile = pgTable('feedback_pending_file', {
	id: id(),
	wardId: wardId(),
	submissionKey: text('submission_key').notNull(),
	fileId: ref('file_id').notNull(),
	at: moment('at').notNull()
});

export const feedbackAnswer = pgTable('feedback_answer', {
	id: id(),
	wardId: wardId(),
	caseId: ref('case_id').notNull(),
	text: text().notNull(),
	legalBasis: text('legal_basis').notNull().default(''),
	answeredBy: text('answered_by').notNull().default(''),
	draftedAt: moment('drafted_at').notNull(),
	draftedByPersonId: ref('drafted_by_person_id').notNull(),
	approvedAt: moment('approved_at'),
	approvedByPersonId: ref('approved_by_person_id'),
	sentAt: moment('sent_at'),
	sentByPersonId: ref('sent_by_person_id')
});

export const feedbackRating = pgTable('feedback_rating', {
	id: id(),
	wardId: wardId(),
	caseId: ref('case_id').notNull(),
	answerId: ref('answer_id').notNull(),
	score: integer().notNull(),
	comment: text().notNull().default(''),
	at: moment('at').notNull()
});

export const feedbackPublication = pgTable('feedback_publication', {
	id: id(),
	wardId: wardId(),
	caseId: ref('case_id').notNull(),
	slug: text().notNull(),
	state: text({ enum: ['prepared', 'sent_back', 'published', 'withdrawn'] }).notNull(),
	title: text().notNull(),
	question: text().notNull(),
	answer: text().notNull(),
	draftQuestion: text('draft_question').notNull().default(''),
	draftAnswer: text('draft_answer').notNull().default(''),
	sentBackReason: text('sent_back_reason'),
	spans: jsonb().$type<Decision[]>().notNull(),
	class: text().$type<MessageClass>().notNull(),
	areaKey: text('area_key'),
	taskId: ref('task_id'),
	answerId: ref('answer_id').notNull(),
	preparedAt: moment('prepared_at').notNull(),
	preparedByPersonId: ref('prepared_by_person_id').notNull(),
	confirmedAt: moment('confirmed_at'),
	confirmedByPersonId: ref('confirmed_by_person_id'),
	publishedAt: moment('published_at'),
	withdrawnAt: moment('withdrawn_at'),
	withdrawnByPersonId: ref('withdrawn_by_person_id'),
	withdrawnReason: text('withdrawn_reason'),
	lockVersion: integer('lock_version').notNull().default(1)
});

export const feedbackLook = pgTable('feedback_look', {
	id: id(),
	wardId: wardId(),
	caseId: ref('case_id').notNull(),
	what: text({ enum: ['identity', 'text'] }).notNull(),
	personId: ref('person_id').notNull(),
	positionId: ref('position_id').notNull(),
	at: moment('at').notNull(),
	reason: text().notNull()
});

export const feedbackTemplate = pgTable('feedback_template', {
	id: id(),
	wardId: wardId(),
	name: text().notNull(),
	class: text().$type<MessageClass>(),
	text: text().notNull(),
	archivedAt: moment('archived_at'),
	lockVersion: integer('lock_version').notNull().default(1)
});

export const feedbackLimit = pgTable('feedback_limit', {
	id: id(),
	wardId: wardId(),
	step: text().$type<LimitStep>().notNull(),
	class: text().$type<MessageClass>(),
	source: text().$type<Source>(),
	days: numeric({ mode: 'number', precision: 4, scale: 1 }).notNull(),
	basis: text().notNull(),
	validFrom: date('valid_from').notNull(),
	validTo: date('valid_to'),
	recordedAt: moment('recorded_at').notNull(),
	recordedByPersonId: ref('recorded_by_person_id')
});

export const feedbackSetting = pgTable('feedback_setting', {
	wardId: wardId(),
	settings: jsonb().$type<FeedbackSettings>().notNull(),
	changedAt: moment('changed_at').notNull(),
	changedByPersonId: ref('changed_by_person_id'),
	lockVersion: integer('lock_version').notNull().default(1)
});

export const feedbackReminder = pgTable('feedback_reminder', {
	id: id(),
	wardId: wardId(),
	caseId: ref('case_id').notNull(),
	rung: text({ enum: ['officer', 'head', 'leader'] }).notNull(),
	dueOn: date('due_on').notNull(),
	at: moment('at').notNull()
});

export const feedbackNotice = pgTable('feedback_notice', {
	id: id(),
	wardId: wardId(),
	caseId: ref('case_id').notNull(),
	stepId: ref('step_id').notNull(),
	state: text({ enum: ['waiting', 'sent', 'failed', 'no_address'] }).notNull(),
	tries: integer().notNull().default(0),
	nextTryAt: moment('next_try_at'),
	sentAt: moment('sent_at'),
	error: text()
});

export const feedbackApiKey = pgTable('feedback_api_key', {
	id: id(),
	wardId: wardId(),
	name: text().notNull(),
	keyHash: text('key_hash').notNull(),
	createdAt: moment('created_at').notNull(),
	createdByPersonId: ref('created_by_person_id'),
	revokedAt: moment('revoked_at')
});

export const violations: Violations = {
	feedback_answer_two_people: {
		code: 'feedback.own_answer',
		status: 403,
		message: 'Người soạn trả lời không tự duyệt. Hãy nhờ lãnh đạo khác duyệt.'
	},
	feedback_publication_two_people: {
		code: 'feedback.own_copy',
		status: 403,
		message: 'Người soạn bản công khai không tự xác nhận. Hãy nhờ một người khác xem lại từng chỗ đã che.'
	},
	feedback_rating_once: {
		code: 'feedback.rated',
		status: 409,
		message: 'Ông/bà đã đánh giá câu trả lời này rồi. Cảm ơn ông/bà.'
	},
	feedback_reminder_once: { code: 'feedback.reminded', status: 409, message: 'Đã nhắc hạn này rồi.' },
	feedback_limit_validity: {
		code: 'feedback.limit_validity',
		field: 'validTo',
		message: 'Ngày hết hiệu lực phải từ ngày bắt đầu trở đi. Hãy xem lại hai ngày.'
	}
};
