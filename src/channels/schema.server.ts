/** See migrations/0060-channels.sql for what each table is and why. */
import { integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import type { Violations } from '#platform/db.server.ts';
import { id, moment, ref, wardId } from '#platform/schema.server.ts';
import type { AccountSettings } from './account.ts';
import type { Progress } from './client.ts';
import type { DeliveryState, Figures } from './delivery.ts';
import type { Outlet } from './forms.ts';
import type { Message } from './message.ts';

export const channelAccount = pgTable('channel_account', {
	id: id(),
	wardId: wardId(),
	kind: text().$type<Outlet>().notNull(),
	name: text().notNull(),
	address: text(),
	settings: jsonb().$type<AccountSettings>().notNull().default({}),
	secrets: text(),
	secretsBefore: text('secrets_before'),
	tokenEndsAt: moment('token_ends_at'),
	refreshedAt: moment('refreshed_at'),
	state: text({ enum: ['working', 'sign_in', 'stopped', 'off'] })
		.notNull()
		.default('off'),
	trouble: text(),
	workedAt: moment('worked_at'),
	pausedUntil: moment('paused_until'),
	addedAt: moment('added_at').notNull(),
	addedByPersonId: ref('added_by_person_id'),
	retiredAt: moment('retired_at'),
	lockVersion: integer('lock_version').notNull().default(1)
});

export const delivery = pgTable('delivery', {
	id: id(),
	wardId: wardId(),
	accountId: ref('account_id').notNull(),
	sourceKind: text('source_kind').notNull(),
	sourceId: ref('source_id').notNull(),
	sourceVersion: integer('source_version').notNull().default(1),
	storyId: ref('story_id'),
	taskId: ref('task_id'),
	areaKeys: text('area_keys').array().notNull().default([]),
	message: jsonb().$type<Message>().notNull(),
	state: text().$type<DeliveryState>().notNull().default('planned'),
	plannedAt: moment('planned_at').notNull(),
	nextTryAt: moment('next_try_at'),
	tries: integer().notNull().default(0),
	heldBy: text('held_by'),
	heldUntil: moment('held_until'),
	progress: jsonb().$type<Progress>().notNull().default({}),
	remoteId: text('remote_id'),
	remoteUrl: text('remote_url'),
	sentAt: moment('sent_at'),
	counted: integer(),
	place: text(),
	photoFileId: ref('photo_file_id'),
	troubleCode: text('trouble_code'),
	trouble: text(),
	figures: jsonb().$type<Figures>().notNull().default({}),
	figuresAt: moment('figures_at'),
	addedAt: moment('added_at').notNull(),
	addedByPersonId: ref('added_by_person_id'),
	lockVersion: integer('lock_version').notNull().default(1)
});

export const deliveryAttempt = pgTable('delivery_attempt', {
	id: id(),
	wardId: wardId(),
	deliveryId: ref('delivery_id').notNull(),
	no: integer().notNull(),
	act: text({ enum: ['send', 'find'] }).notNull(),
	begunAt: moment('begun_at').notNull(),
	endedAt: moment('ended_at'),
	outcome: text(),
	code: text(),
	words: text()
});

export const channelSignIn = pgTable('channel_sign_in', {
	wardId: wardId(),
	accountId: ref('account_id').notNull(),
	stateHash: text('state_hash').notNull(),
	verifier: text().notNull(),
	personId: ref('person_id').notNull(),
	begunAt: moment('begun_at').notNull()
});

export const subscriber = pgTable('subscriber', {
	id: id(),
	wardId: wardId(),
	kind: text({ enum: ['email', 'push'] }).notNull(),
	mark: text().notNull(),
	sealed: text(),
	areaKeys: text('area_keys').array().notNull().default([]),
	state: text({ enum: ['asked', 'confirmed', 'left', 'bounced'] }).notNull(),
	confirmHash: text('confirm_hash'),
	leaveHash: text('leave_hash').notNull(),
	askedAt: moment('asked_at').notNull(),
	confirmedAt: moment('confirmed_at'),
	leftAt: moment('left_at'),
	bounces: integer().notNull().default(0)
});

export const mailing = pgTable('mailing', {
	id: id(),
	wardId: wardId(),
	deliveryId: ref('delivery_id').notNull(),
	subscriberId: ref('subscriber_id').notNull(),
	state: text({ enum: ['waiting', 'sent', 'failed'] })
		.notNull()
		.default('waiting'),
	tries: integer().notNull().default(0),
	nextTryAt: moment('next_try_at'),
	sentAt: moment('sent_at'),
	trouble: text()
});

export const violations: Violations = {
	channel_account_name_once: {
		code: 'channel.name_taken',
		status: 409,
		field: 'name',
		message: 'Đã có một tài khoản mang tên này. Hãy đặt tên khác.'
	}
};
