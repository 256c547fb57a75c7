import { sql } from 'drizzle-orm';
import { bigint, boolean, date, integer, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

/** Columns nearly every table begins with. The ward is filled in by the database from the transaction. */
export const id = () => bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity();
export const wardId = () =>
	bigint('ward_id', { mode: 'number' })
		.notNull()
		.default(sql`current_ward()`);
/** A reference to another row. */
export const ref = (column: string) => bigint(column, { mode: 'number' });
export const moment = (column: string) => timestamp(column, { withTimezone: true, mode: 'date' });

/** See migrations/0001-ground.sql for what each table is and why. */
export const ward = pgTable('ward', {
	id: id(),
	key: text().notNull(),
	name: text().notNull(),
	shortName: text('short_name').notNull(),
	placeName: text('place_name').notNull(),
	superiorName: text('superior_name').notNull(),
	provinceName: text('province_name').notNull(),
	officialCode: text('official_code'),
	host: text(),
	sample: boolean().notNull().default(false),
	settings: jsonb().$type<Record<string, unknown>>().notNull().default({}),
	createdAt: moment('created_at').notNull().defaultNow()
});

export const journalEntry = pgTable('journal_entry', {
	id: id(),
	wardId: wardId(),
	at: moment('at').notNull(),
	personId: ref('person_id'),
	positionId: ref('position_id'),
	robot: text(),
	act: text().notNull(),
	subjectKind: text('subject_kind').notNull(),
	subjectId: text('subject_id').notNull(),
	before: jsonb(),
	after: jsonb(),
	note: text()
});

export const file = pgTable('file', {
	id: id(),
	wardId: wardId(),
	token: text().notNull(),
	access: text({ enum: ['public', 'staff'] })
		.notNull()
		.default('staff'),
	name: text().notNull(),
	mime: text().notNull(),
	bytes: ref('bytes').notNull(),
	sha256: text().notNull(),
	width: integer(),
	height: integer(),
	createdAt: moment('created_at').notNull(),
	createdByPersonId: ref('created_by_person_id')
});

/** See migrations/0021-day-off.sql. */
export const dayOff = pgTable('day_off', {
	id: id(),
	wardId: wardId(),
	date: date().notNull(),
	kind: text({ enum: ['off', 'working'] }).notNull(),
	reason: text().notNull(),
	document: text().notNull().default(''),
	recordedAt: moment('recorded_at').notNull(),
	recordedByPersonId: ref('recorded_by_person_id')
});

export const dayOffYear = pgTable('day_off_year', {
	id: id(),
	wardId: wardId(),
	year: integer().notNull(),
	document: text().notNull(),
	recordedAt: moment('recorded_at').notNull(),
	recordedByPersonId: ref('recorded_by_person_id')
});
