/** Looks, ratings and questions: what the public side of a procedure leaves behind. */
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '#people/actor.ts';
import { makeWard, testNow, type TestWard } from '#people/testing.ts';
import { read, transact } from '#platform/db.server.ts';
import { historyOf } from '#platform/journal.server.ts';
import { Refusal } from '#platform/refusal.ts';
import { useDatabase } from '#platform/testing/database.ts';
import * as browsing from './browsing.server.ts';
import * as faq from './faq.server.ts';
import { procedureTextShape } from './procedure.ts';
import * as ratings from './ratings.server.ts';
import { changeSet, postingPlace, procedure, procedureVersion } from './schema.server.ts';
import * as visits from './visits.server.ts';

const database = useDatabase();
let ward: TestWard;
let other: TestWard;
const ids: Record<string, number> = {};
let placeId: number;

const visitor = (of = ward, now = testNow): Ctx => ({ ...of.robot(now), actor: { kind: 'visitor' } });
const today = '2026-06-15';
const period = { from: today, to: today };
const refusal = async (work: Promise<unknown>): Promise<Refusal> => {
	const thrown: unknown = await work.then(
		() => undefined,
		(error: unknown) => error
	);
	if (thrown instanceof Refusal) return thrown;
	throw new Error(`no refusal but ${String(thrown)}`);
};

/** A procedure whose text holds between the two days. */
async function put(
	code: string,
	name: string,
	from: string,
	to: string | null = null,
	replacedBy: string[] = []
) {
	const { content, ...text } = procedureTextShape.parse({ code, name, field: 'Hộ tịch', content: {} });
	await transact(ward.robot(), async (tx) => {
		const [set] = await tx
			.insert(changeSet)
			.values({ kind: 'inventory', title: 'Danh mục', recordedAt: testNow })
			.returning();
		const [row] = await tx.insert(procedure).values({ code, createdAt: testNow }).returning();
		ids[code] = row!.id;
		await tx.insert(procedureVersion).values({
			procedureId: row!.id,
			changeSetId: set!.id,
			effectiveFrom: from,
			effectiveTo: to,
			endKind: to ? 'abolished' : null,
			replacedBy,
			name: text.name,
			field: text.field,
			applicants: ['Công dân Việt Nam'],
			onlineLevel: 'full',
			content,
			fingerprint: code,
			sheetToken: `token-${code}`,
			recordedAt: testNow
		});
	});
}

beforeAll(async () => {
	ward = await makeWard(database.db);
	other = await makeWard(database.db, 'phuong-khac');
	await put('1.000001', 'Đăng ký khai sinh', '2026-01-01');
	await put('1.000002', 'Đăng ký khai sinh lưu động', '2026-01-01', '2026-07-01', ['1.000003']);
	await put('1.000003', 'Đăng ký khai sinh tại nhà', '2026-07-01');
	await put('1.000004', 'Đăng ký việc đã bỏ', '2025-01-01', '2026-01-01');
	await transact(ward.robot(), async (tx) => {
		const [place] = await tx
			.insert(postingPlace)
			.values({ name: 'Nhà văn hóa', kind: 'culture_house', createdAt: testNow })
			.returning();
		placeId = place!.id;
	});
});

describe('looks', () => {
	it('are counted per day and kind, many at once, without who', async () => {
		for (let n = 0; n < 3; n++) visits.note(visitor(), ids['1.000001']!, 'view');
		visits.note(visitor(), ids['1.000002']!, 'view');
		await visits.flush();
		visits.note(visitor(), ids['1.000001']!, 'view');
		visits.note(visitor(), ids['1.000001']!, 'scan', placeId);
		await visits.flush();
		const summary = await read(ward.robot(), (tx) => visits.visitsSummary(tx, period));
		expect(summary.totals).toEqual({ view: 5, print: 0, scan: 1, kiosk: 0 });
		expect(summary.procedures).toMatchObject([
			{ code: '1.000001', name: 'Đăng ký khai sinh', view: 4, scan: 1 },
			{ code: '1.000002', view: 1 }
		]);
		expect(summary.places).toEqual([{ placeId, name: 'Nhà văn hóa', scans: 1 }]);
		expect(await read(ward.robot(), (tx) => visits.popular(tx, { ...period, limit: 1 }))).toEqual([
			{ code: '1.000001', name: 'Đăng ký khai sinh' }
		]);
		const none = await read(other.robot(), (tx) => visits.visitsSummary(tx, period));
		expect(none.procedures).toEqual([]);
	});

	it('of the ward’s own people and of its robots are not counted', async () => {
		const before = await read(ward.robot(), (tx) => visits.visitsSummary(tx, period));
		visits.note(ward.as('one_stop'), ids['1.000001']!, 'view');
		visits.note(ward.robot(), ids['1.000001']!, 'view');
		await visits.flush();
		expect(await read(ward.robot(), (tx) => visits.visitsSummary(tx, period))).toEqual(before);
	});

	it('that cannot be written fail nobody, and do not take the others with them', async () => {
		visits.note(visitor(), 999_999, 'view');
		visits.note(visitor(), ids['1.000003']!, 'kiosk');
		await expect(visits.flush()).resolves.toBeUndefined();
		const summary = await read(ward.robot(), (tx) => visits.visitsSummary(tx, period));
		expect(summary.procedures.find(({ code }) => code === '1.000003')).toMatchObject({ kiosk: 1 });
	});

	it('make no procedure popular that is no longer in force', async () => {
		for (let n = 0; n < 9; n++) visits.note(visitor(), ids['1.000004']!, 'view');
		await visits.flush();
		const codes = (await read(ward.robot(), (tx) => visits.popular(tx, { ...period, limit: 9 }))).map(
			({ code }) => code
		);
		expect(codes).toContain('1.000001');
		expect(codes).not.toContain('1.000004');
	});
});

describe('ratings', () => {
	it('take a score from 1 to 5 for what was read, and once what was not clear', async () => {
		const token = await ratings.give(visitor(), '1.000001', '2');
		await ratings.explain(visitor(), '1.000001', token, {
			unclear: ['fee', 'khac-la'],
			comment: ' Tiền nộp ở đâu? '
		});
		await ratings.give(visitor(), '1.000001', '5');
		const summary = await read(ward.robot(), (tx) => ratings.ratingsSummary(tx, period));
		expect(summary).toMatchObject({
			total: 2,
			average: 3.5,
			byScore: [0, 1, 0, 0, 1],
			unclear: [{ part: 'fee', label: 'Tiền phải nộp', count: 1 }],
			procedures: [{ code: '1.000001', count: 2, average: 3.5 }],
			comments: [
				{ code: '1.000001', score: 2, day: today, comment: 'Tiền nộp ở đâu?', unclear: ['Tiền phải nộp'] }
			]
		});
		const again = await refusal(
			ratings.explain(visitor(), '1.000001', token, { unclear: ['time'], comment: '' })
		);
		expect(again.code).toBe('rating.explained');
	});

	it('refuse what is no score, an unknown procedure, a foreign or old token, a text too long', async () => {
		for (const score of ['0', '6', '2.5', 'nhiều', '', null, undefined]) {
			expect((await refusal(ratings.give(visitor(), '1.000001', score))).code).toBe('rating.score');
		}
		expect((await refusal(ratings.give(visitor(), '9.999999', '3'))).status).toBe(404);
		expect((await refusal(ratings.give(visitor(other), '1.000001', '3'))).status).toBe(404);
		const token = await ratings.give(visitor(), '1.000001', '3');
		const given = { unclear: [], comment: 'Khó hiểu' };
		expect((await refusal(ratings.explain(visitor(), '1.000002', token, given))).code).toBe('rating.gone');
		const later = new Date(testNow.getTime() + 48 * 3600_000);
		expect((await refusal(ratings.explain(visitor(ward, later), '1.000001', token, given))).code).toBe(
			'rating.gone'
		);
		const long = { unclear: [], comment: 'a'.repeat(1001) };
		expect((await refusal(ratings.explain(visitor(), '1.000001', token, long))).field).toBe('gop-y');
	});

	it('leave nothing that tells when within the day or who', async () => {
		const { rows } = await database.db.execute(
			sql`select act from journal_entry where act like 'rating%' or act like 'visit%'`
		);
		expect(rows).toEqual([]);
	});
});

describe('questions', () => {
	const given = { question: 'Mang giấy gì theo?', answer: 'Mang thẻ căn cước của người đi làm.' };
	const asked = () => read(ward.robot(), (tx) => faq.faqOf(tx, ids['1.000001']!));
	const acts = async () =>
		(await read(ward.robot(), (tx) => historyOf(tx, { kind: 'procedure', id: '1.000001' })))
			.map(({ act }) => act)
			.filter((act) => act.startsWith('faq.'))
			.reverse();

	it('are added, changed and taken away by the desk, each time with a line in the journal', async () => {
		const desk = ward.as('one_stop');
		const first = await faq.add(desk, '1.000001', given);
		await faq.add(desk, '1.000001', { question: 'Bao giờ xong việc?', answer: 'Ngay trong ngày.' });
		expect((await asked()).map(({ question }) => question)).toEqual([
			'Mang giấy gì theo?',
			'Bao giờ xong việc?'
		]);
		await faq.change(desk, first, 1, { ...given, answer: 'Mang thẻ căn cước.' });
		expect((await asked())[0]).toMatchObject({ answer: 'Mang thẻ căn cước.', lockVersion: 2 });
		const stale = await refusal(faq.change(desk, first, 1, given));
		expect([stale.code, stale.status]).toEqual(['faq.stale', 409]);
		expect((await refusal(faq.remove(desk, first, 1))).code).toBe('faq.stale');
		await faq.remove(desk, first, 2);
		expect(await asked()).toHaveLength(1);
		expect(await acts()).toEqual(['faq.added', 'faq.added', 'faq.changed', 'faq.removed']);
	});

	it('refuse the wrong post, an unknown procedure or question, and what says too little', async () => {
		for (const actor of [ward.as('accountant'), ward.as('superior'), visitor()]) {
			expect([401, 403]).toContain((await refusal(faq.add(actor, '1.000001', given))).status);
		}
		expect((await refusal(faq.add(ward.as('one_stop'), '9.999999', given))).status).toBe(404);
		expect((await refusal(faq.change(ward.as('one_stop'), 999_999, 1, given))).status).toBe(404);
		expect((await refusal(faq.add(other.as('one_stop'), '1.000001', given))).status).toBe(404);
		const short = await refusal(faq.add(ward.as('one_stop'), '1.000001', { question: '?', answer: ' ' }));
		expect(short.reasons.map(({ field }) => field)).toEqual(['question', 'answer']);
	});
});

describe('the way through the catalogue', () => {
	const standings = (on: string) =>
		read(ward.robot(), (tx) =>
			browsing.standingsOf(tx, ['1.000002', '1.000003', '1.000004', '9.999999'], on)
		);

	it('knows where each procedure stands, and what replaces it', async () => {
		const before = await standings(today);
		expect(before.get('1.000002')!.notice).toEqual({
			kind: 'ends',
			on: '2026-07-01',
			how: 'replaced',
			replacedBy: ['1.000003']
		});
		expect(before.get('1.000003')!.notice).toMatchObject({ kind: 'starts', on: '2026-07-01' });
		expect(before.get('1.000004')!.notice).toMatchObject({ kind: 'ended', how: 'abolished' });
		expect(before.has('9.999999')).toBe(false);
		const after = await standings('2026-07-01');
		expect([after.get('1.000002')!.notice?.kind, after.get('1.000003')!.notice]).toEqual(['ended', null]);
	});

	it('offers only what is in force', async () => {
		const [choices, addresses, near] = await read(ward.robot(), async (tx) => [
			await browsing.choicesOn(tx, today),
			await browsing.addresses(tx, today),
			await browsing.neighbours(
				tx,
				{ code: '1.000001', name: 'Đăng ký khai sinh', field: 'Hộ tịch' },
				today,
				5
			)
		]);
		expect(choices).toEqual({
			applicants: [{ value: 'Công dân Việt Nam', count: 2 }],
			online: [{ value: 'full', count: 2 }]
		});
		expect(addresses.map(({ code }) => code)).toEqual(['1.000001', '1.000002']);
		expect(near.map(({ code }) => code)).toEqual(['1.000002']);
	});
});
