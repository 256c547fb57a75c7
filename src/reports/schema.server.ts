/** See migrations/0008-reports.sql for what each column is and why. */
import { date, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import type { Violations } from '#platform/db.server.ts';
import { id, moment, ref, wardId } from '#platform/schema.server.ts';
import type { ReportFigures } from './figures.ts';
import type { Section } from './narrative.ts';

export const report = pgTable('report', {
	id: id(),
	wardId: wardId(),
	period: text().notNull(),
	fromOn: date('from_on').notNull(),
	toOn: date('to_on').notNull(),
	planId: ref('plan_id').notNull(),
	title: text().notNull(),
	figures: jsonb().$type<ReportFigures>().notNull(),
	sections: jsonb().$type<Section[]>().notNull(),
	addressees: text().array().notNull().default([]),
	recipients: text().array().notNull().default([]),
	signer: text(),
	signerTitle: text('signer_title').notNull(),
	signerAuthority: text('signer_authority').array().notNull().default([]),
	createdAt: moment('created_at').notNull(),
	createdByPersonId: ref('created_by_person_id').notNull(),
	countedAt: moment('counted_at').notNull(),
	lockVersion: integer('lock_version').notNull().default(1),
	frozenAt: moment('frozen_at'),
	frozenByPersonId: ref('frozen_by_person_id'),
	number: text(),
	issuedOn: date('issued_on'),
	issuedAt: moment('issued_at'),
	issuedByPersonId: ref('issued_by_person_id'),
	supplementsReportId: ref('supplements_report_id')
});

export const violations: Violations = {
	report_once: {
		code: 'report.exists',
		status: 409,
		message:
			'Kỳ này đã có báo cáo. Hãy mở báo cáo đó trong danh sách; báo cáo đã chốt thì lập báo cáo bổ sung.'
	},
	report_number_once: {
		code: 'report.number_taken',
		status: 409,
		field: 'number',
		message: 'Số này đã có báo cáo khác trong năm dùng. Hãy xem lại sổ văn bản đi và nhập số khác.'
	},
	report_frozen: {
		code: 'report.frozen',
		status: 409,
		message: 'Báo cáo đã chốt nên không sửa được nữa. Hãy lập báo cáo bổ sung để điều chỉnh.'
	}
};
