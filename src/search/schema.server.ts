/** See migrations/0016-search.sql for what each table is and why. */
import { date, integer, pgTable, text } from 'drizzle-orm/pg-core';
import type { Violations } from '#platform/db.server.ts';
import { id, moment, ref, wardId } from '#platform/schema.server.ts';
import { sql } from 'drizzle-orm';
import type { Kind, OnlineLevel } from './entry.ts';

export const searchChange = pgTable('search_change', {
	id: id(),
	wardId: wardId(),
	kind: text().$type<Kind | 'words'>().notNull(),
	key: text(),
	stamp: ref('stamp')
		.notNull()
		.default(sql`pg_current_xact_id()::text::bigint`)
});

export const searchEntry = pgTable('search_entry', {
	id: id(),
	wardId: wardId(),
	changeId: ref('change_id').notNull(),
	kind: text().$type<Kind>().notNull(),
	key: text().notNull(),
	url: text().notNull(),
	title: text().notNull(),
	codes: text().array().notNull().default([]),
	aliases: text().array().notNull().default([]),
	body: text().notNull().default(''),
	bodyWords: text('body_words').notNull().default(''),
	field: text(),
	applicants: text().array().notNull().default([]),
	online: text().$type<OnlineLevel>(),
	shownFrom: moment('shown_from'),
	shownTo: moment('shown_to'),
	publishedAt: moment('published_at')
});

export const searchWord = pgTable('search_word', {
	id: id(),
	wardId: wardId(),
	said: text().notNull(),
	folded: text().notNull(),
	means: text().array().notNull(),
	lockVersion: integer('lock_version').notNull().default(1)
});

export const searchMiss = pgTable('search_miss', {
	id: id(),
	wardId: wardId(),
	words: text().notNull(),
	count: integer().notNull().default(1),
	firstDay: date('first_day').notNull(),
	lastDay: date('last_day').notNull(),
	dismissedOn: date('dismissed_on')
});

export const violations: Violations = {
	search_word_unique: {
		code: 'search.word_twice',
		status: 409,
		field: 'said',
		message: 'Danh sách đã có từ này. Hãy tìm dòng đó và bổ sung nghĩa vào đấy.'
	}
};
