/** See migrations/0002-people.sql for what each table is and why. */
import { boolean, date, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { id, moment, ref, wardId } from '#platform/schema.server.ts';
import type { Violations } from '#platform/db.server.ts';
import type { HotlineKind } from './hotline.ts';
import type { Role } from './role.ts';
import type { UnitKind } from './unit.ts';

export const unit = pgTable('unit', {
	id: id(),
	wardId: wardId(),
	key: text().notNull(),
	name: text().notNull(),
	shortName: text('short_name').notNull(),
	kind: text().$type<UnitKind>().notNull(),
	abbreviation: text(),
	officialCode: text('official_code'),
	validFrom: date('valid_from'),
	validTo: date('valid_to'),
	lockVersion: integer('lock_version').notNull().default(1)
});

export const unitSuccession = pgTable('unit_succession', {
	wardId: wardId(),
	predecessorId: ref('predecessor_id').notNull(),
	successorId: ref('successor_id').notNull()
});

export const person = pgTable('person', {
	id: id(),
	wardId: wardId(),
	userId: text('user_id'),
	name: text().notNull(),
	signInName: text('sign_in_name'),
	email: text(),
	phone: text(),
	createdAt: moment('created_at').notNull(),
	leftAt: moment('left_at'),
	leftByPersonId: ref('left_by_person_id'),
	lockVersion: integer('lock_version').notNull().default(1)
});

export const position = pgTable('position', {
	id: id(),
	wardId: wardId(),
	personId: ref('person_id').notNull(),
	unitId: ref('unit_id').notNull(),
	title: text().notNull(),
	role: text().$type<Role>().notNull(),
	validFrom: date('valid_from').notNull(),
	validTo: date('valid_to'),
	lockVersion: integer('lock_version').notNull().default(1)
});

export const notice = pgTable('notice', {
	id: id(),
	wardId: wardId(),
	personId: ref('person_id').notNull(),
	entryId: ref('entry_id').notNull(),
	at: moment('at').notNull(),
	text: text().notNull(),
	link: text().notNull(),
	readAt: moment('read_at')
});

/** See migrations/0023-hotline.sql. */
export const hotline = pgTable('hotline', {
	id: id(),
	wardId: wardId(),
	kind: text().$type<HotlineKind>().notNull(),
	name: text().notNull(),
	title: text().notNull().default(''),
	number: text().notNull().default(''),
	email: text().notNull().default(''),
	url: text().notNull().default(''),
	postalAddress: text('postal_address').notNull().default(''),
	hours: text().notNull().default(''),
	purpose: text().notNull().default(''),
	takesFeedback: boolean('takes_feedback').notNull().default(false),
	unitId: ref('unit_id'),
	public: boolean().notNull().default(true),
	position: integer().notNull().default(0),
	validFrom: date('valid_from').notNull(),
	validTo: date('valid_to'),
	succeedsId: ref('succeeds_id'),
	recordedAt: moment('recorded_at').notNull(),
	recordedByPersonId: ref('recorded_by_person_id'),
	lockVersion: integer('lock_version').notNull().default(1)
});

export const violations: Violations = {
	unit_key_unique: {
		code: 'unit.key_taken',
		field: 'key',
		message: 'Mã đơn vị này đã có. Hãy chọn mã khác.'
	},
	unit_validity: {
		code: 'unit.validity',
		field: 'validTo',
		message: 'Ngày hết hiệu lực phải từ ngày bắt đầu trở đi. Hãy xem lại hai ngày.'
	},
	unit_succession_not_itself: {
		code: 'unit.succeeds_itself',
		field: 'successorId',
		message: 'Một đơn vị không thể kế tục chính nó. Hãy chọn đơn vị khác.'
	},
	hotline_validity: {
		code: 'hotline.validity',
		field: 'validFrom',
		message: 'Ngày bắt đầu dùng phải trước ngày thôi dùng. Hãy xem lại hai ngày.'
	},
	person_sign_in_name_unique: {
		code: 'person.sign_in_name_taken',
		field: 'signInName',
		message: 'Tên đăng nhập này đã có người dùng. Hãy chọn tên khác.'
	},
	person_name_length: {
		code: 'person.name_length',
		field: 'name',
		message: 'Họ tên cần từ 2 đến 100 ký tự. Hãy nhập lại họ tên.'
	},
	position_validity: {
		code: 'position.validity',
		field: 'validTo',
		message: 'Ngày thôi giữ chức danh phải từ ngày bắt đầu trở đi. Hãy xem lại hai ngày.'
	}
};
