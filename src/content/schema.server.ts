/** See migrations/0005-content.sql for what each table is and why. */
import { boolean, date, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import type { Violations } from '#platform/db.server.ts';
import { id, moment, ref, wardId } from '#platform/schema.server.ts';
import type { Body } from './body.ts';
import type { EditionOutlet, Written } from './edition.ts';
import type { BannerSize, BannerStyle } from './prints/banner.ts';
import type { SheetPart } from './sheet.ts';
import type { Attachment, Audience, Cover, StoryState } from './story.ts';

export const story = pgTable('story', {
	id: id(),
	wardId: wardId(),
	slug: text(),
	taskId: ref('task_id'),
	authorPersonId: ref('author_person_id').notNull(),
	state: text().$type<StoryState>().notNull().default('draft'),
	lockVersion: integer('lock_version').notNull().default(1),
	createdAt: moment('created_at').notNull(),
	changedAt: moment('changed_at').notNull(),
	currentRevisionId: ref('current_revision_id'),
	publishedRevisionId: ref('published_revision_id'),
	submittedAt: moment('submitted_at'),
	submittedByPersonId: ref('submitted_by_person_id'),
	sentBackAt: moment('sent_back_at'),
	sentBackByPersonId: ref('sent_back_by_person_id'),
	sentBackReason: text('sent_back_reason'),
	approvedAt: moment('approved_at'),
	approvedByPersonId: ref('approved_by_person_id'),
	approvedRevisionId: ref('approved_revision_id'),
	approvedWriterId: ref('approved_writer_id'),
	scheduledAt: moment('scheduled_at'),
	publishedAt: moment('published_at'),
	republishedAt: moment('republished_at'),
	lateSeconds: integer('late_seconds'),
	withdrawnAt: moment('withdrawn_at'),
	withdrawnByPersonId: ref('withdrawn_by_person_id'),
	withdrawnReason: text('withdrawn_reason'),
	withdrawnNotice: text('withdrawn_notice'),
	emergencyAt: moment('emergency_at'),
	emergencyByPersonId: ref('emergency_by_person_id'),
	emergencyReason: text('emergency_reason'),
	emergencyClearedAt: moment('emergency_cleared_at'),
	emergencyClearedByPersonId: ref('emergency_cleared_by_person_id'),
	reviewBy: date('review_by'),
	expiresOn: date('expires_on'),
	reviewRemindedFor: date('review_reminded_for'),
	expiryRemindedFor: date('expiry_reminded_for')
});

export const storyRevision = pgTable('story_revision', {
	id: id(),
	wardId: wardId(),
	storyId: ref('story_id').notNull(),
	kind: text({ enum: ['auto', 'saved', 'side'] }).notNull(),
	title: text().notNull(),
	summary: text().notNull(),
	body: jsonb().$type<Body>().notNull(),
	citedDocuments: text('cited_documents').array().notNull().default([]),
	areas: text().array().notNull().default([]),
	audiences: text().array().$type<Audience[]>().notNull().default([]),
	cover: jsonb().$type<Cover>().notNull(),
	attachments: jsonb().$type<Attachment[]>().notNull().default([]),
	words: integer().notNull(),
	byPersonId: ref('by_person_id').notNull(),
	begunAt: moment('begun_at').notNull(),
	at: moment('at').notNull(),
	note: text(),
	sealedAt: moment('sealed_at'),
	baseRevisionId: ref('base_revision_id'),
	resolvedAt: moment('resolved_at'),
	resolvedByPersonId: ref('resolved_by_person_id')
});

export const storyContentArea = pgTable('story_content_area', {
	wardId: wardId(),
	storyId: ref('story_id').notNull(),
	areaKey: text('area_key').notNull()
});

export const storyFile = pgTable('story_file', {
	wardId: wardId(),
	storyId: ref('story_id').notNull(),
	fileId: ref('file_id').notNull(),
	at: moment('at').notNull(),
	byPersonId: ref('by_person_id').notNull()
});

export const storyTransition = pgTable('story_transition', {
	id: id(),
	wardId: wardId(),
	storyId: ref('story_id').notNull(),
	act: text().notNull(),
	fromState: text('from_state').$type<StoryState>().notNull(),
	toState: text('to_state').$type<StoryState>().notNull(),
	revisionId: ref('revision_id'),
	at: moment('at').notNull(),
	byPersonId: ref('by_person_id'),
	reason: text()
});

export const storyPresence = pgTable('story_presence', {
	wardId: wardId(),
	storyId: ref('story_id').notNull(),
	personId: ref('person_id').notNull(),
	at: moment('at').notNull()
});

export const storyPreview = pgTable('story_preview', {
	id: id(),
	wardId: wardId(),
	storyId: ref('story_id').notNull(),
	token: text().notNull(),
	createdAt: moment('created_at').notNull(),
	createdByPersonId: ref('created_by_person_id').notNull(),
	expiresAt: moment('expires_at').notNull(),
	revokedAt: moment('revoked_at'),
	revokedByPersonId: ref('revoked_by_person_id')
});

export const edition = pgTable('edition', {
	id: id(),
	wardId: wardId(),
	storyId: ref('story_id').notNull(),
	outlet: text().$type<EditionOutlet>().notNull(),
	wanted: boolean().notNull().default(true),
	written: jsonb().$type<Written>().notNull().default({}),
	basedRevisionId: ref('based_revision_id').notNull(),
	version: integer().notNull().default(1),
	changedAt: moment('changed_at').notNull(),
	changedByPersonId: ref('changed_by_person_id').notNull()
});

export const approvalSheet = pgTable('approval_sheet', {
	id: id(),
	wardId: wardId(),
	storyId: ref('story_id').notNull(),
	revisionId: ref('revision_id').notNull(),
	digest: text().notNull(),
	parts: jsonb().$type<SheetPart[]>().notNull(),
	signedAt: moment('signed_at').notNull(),
	signedByPersonId: ref('signed_by_person_id').notNull()
});

export const sharePicture = pgTable('share_picture', {
	wardId: wardId(),
	storyId: ref('story_id').notNull(),
	drawn: text().notNull(),
	fileId: ref('file_id').notNull()
});

/** See migrations/0057-slogans.sql. */
export const slogan = pgTable('slogan', {
	id: id(),
	wardId: wardId(),
	text: text().notNull(),
	size: text().$type<BannerSize>().notNull(),
	style: text().$type<BannerStyle>().notNull(),
	place: text().notNull(),
	hangsFrom: date('hangs_from').notNull(),
	hangsTo: date('hangs_to').notNull(),
	storyId: ref('story_id'),
	taskId: ref('task_id'),
	writtenAt: moment('written_at').notNull(),
	writtenByPersonId: ref('written_by_person_id').notNull(),
	approvedAt: moment('approved_at'),
	approvedByPersonId: ref('approved_by_person_id'),
	hungOn: date('hung_on'),
	hungCount: integer('hung_count'),
	hungByPersonId: ref('hung_by_person_id'),
	takenDownOn: date('taken_down_on'),
	takenDownByPersonId: ref('taken_down_by_person_id'),
	lockVersion: integer('lock_version').notNull().default(1)
});

export const violations: Violations = {
	story_approved_by_another: {
		code: 'story.own_work',
		status: 403,
		message: 'Người viết bài không tự duyệt bài của mình. Hãy nhờ lãnh đạo khác duyệt.'
	},
	story_approved_not_by_writer: {
		code: 'story.own_work',
		status: 403,
		message: 'Người đã sửa bản này không tự duyệt bản đó. Hãy nhờ lãnh đạo khác duyệt.'
	},
	story_emergency_cleared_by_another: {
		code: 'story.own_emergency',
		status: 403,
		message: 'Người đăng khẩn không tự hậu kiểm bài của mình. Hãy nhờ người khác xem lại.'
	},
	slogan_approved_by_another: {
		code: 'slogan.own_work',
		status: 403,
		message: 'Người viết không tự duyệt khẩu hiệu của mình. Hãy nhờ lãnh đạo khác duyệt.'
	},
	story_emergency_cleared_not_by_author: {
		code: 'story.own_emergency',
		status: 403,
		message: 'Người viết bài không tự hậu kiểm bài của mình. Hãy nhờ người khác xem lại.'
	}
};
