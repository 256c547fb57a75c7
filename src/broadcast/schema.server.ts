/** See migrations/0040-broadcast.sql for what each table is and why. */
import { bigint, boolean, date, integer, jsonb, numeric, pgTable, smallint, text } from 'drizzle-orm/pg-core';
import type { Violations } from '#platform/db.server.ts';
import { id, moment, ref, wardId } from '#platform/schema.server.ts';
import type { EpisodeState, Level, SegmentKind } from './episode.ts';
import type { AsRunPart, ConsoleStatus, PlayoutPart } from './playout.ts';
import type { BroadcastSettings, Windows } from './settings.ts';

export const broadcastSetting = pgTable('broadcast_setting', {
	wardId: wardId(),
	settings: jsonb().$type<BroadcastSettings>().notNull(),
	changedAt: moment('changed_at').notNull(),
	changedByPersonId: ref('changed_by_person_id'),
	lockVersion: integer('lock_version').notNull().default(1)
});

export const spokenWord = pgTable('spoken_word', {
	id: id(),
	wardId: wardId(),
	written: text().notNull(),
	said: text().notNull(),
	changedAt: moment('changed_at').notNull(),
	changedByPersonId: ref('changed_by_person_id'),
	lockVersion: integer('lock_version').notNull().default(1)
});

export const broadcastArea = pgTable('broadcast_area', {
	id: id(),
	wardId: wardId(),
	name: text().notNull(),
	position: integer().notNull().default(0),
	streamToken: text('stream_token'),
	windows: jsonb().$type<Windows>(),
	retiredAt: moment('retired_at'),
	lockVersion: integer('lock_version').notNull().default(1)
});

export const audio = pgTable('audio', {
	id: id(),
	wardId: wardId(),
	kind: text({ enum: ['recording', 'upload', 'synthetic', 'music', 'jingle'] }).notNull(),
	title: text().notNull().default(''),
	state: text({ enum: ['waiting', 'working', 'ready', 'failed', 'stopped'] }).notNull(),
	progress: integer().notNull().default(0),
	error: text(),
	originalFileId: ref('original_file_id'),
	mp3FileId: ref('mp3_file_id'),
	aacFileId: ref('aac_file_id'),
	durationMs: integer('duration_ms'),
	lufs: numeric({ mode: 'number', precision: 5, scale: 1 }),
	truePeak: numeric('true_peak', { mode: 'number', precision: 5, scale: 1 }),
	waveform: smallint().array().notNull().default([]),
	trimFromMs: integer('trim_from_ms'),
	trimToMs: integer('trim_to_ms'),
	voice: text(),
	spokenHash: text('spoken_hash'),
	script: text(),
	begunAt: moment('begun_at'),
	step: text({ enum: ['reading', 'measuring', 'writing', 'checking'] }),
	claim: text(),
	tries: integer().notNull().default(0),
	wholeFileId: ref('whole_file_id'),
	wholeDurationMs: integer('whole_duration_ms'),
	wholeFromMs: integer('whole_from_ms'),
	wholeWaveform: smallint('whole_waveform').array().notNull().default([]),
	madeFromMs: integer('made_from_ms'),
	madeToMs: integer('made_to_ms'),
	syllables: integer(),
	uploadKey: text('upload_key'),
	madeAt: moment('made_at').notNull(),
	madeByPersonId: ref('made_by_person_id'),
	lockVersion: integer('lock_version').notNull().default(1)
});

export const programme = pgTable('programme', {
	id: id(),
	wardId: wardId(),
	name: text().notNull(),
	about: text().notNull().default(''),
	areaKey: text('area_key'),
	taskId: ref('task_id'),
	template: text().array().$type<SegmentKind[]>().notNull(),
	minutes: integer().notNull(),
	broadcastAreaIds: bigint('broadcast_area_ids', { mode: 'number' }).array().notNull().default([]),
	openingAudioId: ref('opening_audio_id'),
	retiredAt: moment('retired_at'),
	lockVersion: integer('lock_version').notNull().default(1)
});

export const programmeSlot = pgTable('programme_slot', {
	id: id(),
	wardId: wardId(),
	programmeId: ref('programme_id').notNull(),
	recurrence: text({ enum: ['weekly', 'monthly_day', 'monthly_weekday', 'dates'] }).notNull(),
	weekdays: smallint().array().notNull().default([]),
	weeks: smallint().array().notNull().default([]),
	monthDays: smallint('month_days').array().notNull().default([]),
	dates: date().array().notNull().default([]),
	atMinute: integer('at_minute').notNull(),
	repeatsSlotId: ref('repeats_slot_id'),
	onDayOff: text('on_day_off', { enum: ['keep', 'skip', 'next_day'] })
		.notNull()
		.default('keep'),
	validFrom: date('valid_from').notNull(),
	validTo: date('valid_to'),
	lockVersion: integer('lock_version').notNull().default(1)
});

export const episode = pgTable('episode', {
	id: id(),
	wardId: wardId(),
	programmeId: ref('programme_id').notNull(),
	slotId: ref('slot_id'),
	title: text().notNull(),
	airsAt: moment('airs_at').notNull(),
	state: text().$type<EpisodeState>().notNull(),
	level: text({ enum: ['routine', 'priority'] })
		.notNull()
		.default('routine'),
	submittedByPersonId: ref('submitted_by_person_id'),
	approvedAt: moment('approved_at'),
	approvedByPersonId: ref('approved_by_person_id'),
	approvedHash: text('approved_hash'),
	writerPersonId: ref('writer_person_id'),
	sentBackReason: text('sent_back_reason'),
	cancelledReason: text('cancelled_reason'),
	lockVersion: integer('lock_version').notNull().default(1),
	createdAt: moment('created_at').notNull(),
	changedAt: moment('changed_at').notNull()
});

export const segment = pgTable('segment', {
	id: id(),
	wardId: wardId(),
	episodeId: ref('episode_id').notNull(),
	position: integer().notNull(),
	kind: text().$type<SegmentKind>().notNull(),
	title: text().notNull().default(''),
	sourceKind: text('source_kind'),
	sourceId: text('source_id'),
	sourceVersion: text('source_version'),
	written: text().notNull().default(''),
	spoken: text().notNull().default(''),
	spokenByHand: boolean('spoken_by_hand').notNull().default(false),
	audioId: ref('audio_id'),
	contentAreaKey: text('content_area_key'),
	lockVersion: integer('lock_version').notNull().default(1)
});

export const console = pgTable('console', {
	id: id(),
	wardId: wardId(),
	broadcastAreaId: ref('broadcast_area_id').notNull(),
	name: text().notNull(),
	tokenHash: text('token_hash').notNull(),
	status: jsonb().$type<ConsoleStatus>(),
	seenAt: moment('seen_at'),
	missedSince: moment('missed_since'),
	retiredAt: moment('retired_at'),
	lockVersion: integer('lock_version').notNull().default(1)
});

export const emergencyMessage = pgTable('emergency_message', {
	id: id(),
	wardId: wardId(),
	title: text().notNull(),
	spoken: text().notNull(),
	audioId: ref('audio_id'),
	orderedBy: text('ordered_by').notNull(),
	receivedAt: moment('received_at').notNull(),
	state: text({ enum: ['drafted', 'confirmed', 'lifted'] }).notNull(),
	draftedByPersonId: ref('drafted_by_person_id'),
	confirmedByPersonId: ref('confirmed_by_person_id'),
	confirmedAt: moment('confirmed_at'),
	liftedByPersonId: ref('lifted_by_person_id'),
	liftedAt: moment('lifted_at'),
	repeatMinutes: integer('repeat_minutes'),
	until: moment('until'),
	broadcastAreaIds: bigint('broadcast_area_ids', { mode: 'number' }).array().notNull().default([]),
	capIdentifier: text('cap_identifier'),
	cap: jsonb().$type<Record<string, unknown>>(),
	lockVersion: integer('lock_version').notNull().default(1),
	createdAt: moment('created_at').notNull()
});

export const playoutItem = pgTable('playout_item', {
	id: id(),
	wardId: wardId(),
	broadcastAreaId: ref('broadcast_area_id').notNull(),
	key: text().notNull(),
	revision: integer().notNull().default(1),
	episodeId: ref('episode_id'),
	emergencyMessageId: ref('emergency_message_id'),
	level: text().$type<Level>().notNull(),
	startsAt: moment('starts_at').notNull(),
	durationMs: integer('duration_ms').notNull(),
	parts: jsonb().$type<PlayoutPart[]>().notNull(),
	state: text({ enum: ['planned', 'cancelled'] }).notNull(),
	changedAt: moment('changed_at').notNull()
});

export const asRun = pgTable('as_run', {
	id: id(),
	wardId: wardId(),
	consoleId: ref('console_id').notNull(),
	broadcastAreaId: ref('broadcast_area_id').notNull(),
	localId: text('local_id').notNull(),
	itemKey: text('item_key'),
	playoutItemId: ref('playout_item_id'),
	title: text().notNull(),
	level: text().$type<Level>().notNull(),
	plannedAt: moment('planned_at'),
	startedAt: moment('started_at'),
	endedAt: moment('ended_at'),
	result: text({ enum: ['complete', 'cut', 'resumed', 'missed', 'filler', 'test'] }).notNull(),
	why: text().notNull().default(''),
	parts: jsonb().$type<AsRunPart[]>().notNull().default([]),
	receivedAt: moment('received_at').notNull()
});

export const readAloud = pgTable('read_aloud', {
	id: id(),
	wardId: wardId(),
	kind: text({ enum: ['article', 'procedure'] }).notNull(),
	key: text().notNull(),
	spokenHash: text('spoken_hash').notNull(),
	voice: text().notNull(),
	audioId: ref('audio_id').notNull(),
	askedAt: moment('asked_at').notNull()
});

export const violations: Violations = {
	programme_name_once: {
		code: 'programme.name_taken',
		field: 'name',
		message: 'Đã có chuyên mục tên này. Hãy đặt tên khác.'
	},
	programme_slot_validity: {
		code: 'programme_slot.validity',
		field: 'validTo',
		message: 'Ngày kết thúc phải từ ngày bắt đầu trở đi. Hãy xem lại hai ngày.'
	},
	broadcast_area_name_once: {
		code: 'broadcast_area.name_taken',
		field: 'name',
		message: 'Đã có cụm loa tên này. Hãy đặt tên khác.'
	},
	spoken_word_once: {
		code: 'spoken_word.taken',
		field: 'written',
		message: 'Từ này đã có trong danh sách. Hãy sửa dòng đã có.'
	},
	episode_two_people: {
		code: 'episode.own_work',
		status: 403,
		message: 'Người viết kịch bản không tự duyệt. Hãy nhờ lãnh đạo khác duyệt.'
	},
	emergency_two_people: {
		code: 'emergency.own_message',
		status: 403,
		message:
			'Bản tin khẩn cần người thứ hai xác nhận. Hãy nhờ Chủ tịch, Phó Chủ tịch hoặc người được giao xác nhận.'
	},
	emergency_cap_once: {
		code: 'emergency.cap_taken',
		status: 409,
		message: 'Cảnh báo này đã được nhận trước đó.'
	}
};
