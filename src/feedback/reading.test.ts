import fc from 'fast-check';
import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { roles, type Role } from '#people/role.ts';
import { makeWard, testNow, type TestWard } from '#people/testing.ts';
import { read, transact } from '#platform/db.server.ts';
import { Refusal } from '#platform/refusal.ts';
import { useDatabase } from '#platform/testing/database.ts';
import sharp from 'sharp';
import * as casefile from './casefile.server.ts';
import { states, type CaseState } from './case.ts';
import { factsOf } from './facts.server.ts';
import * as handling from './handling.server.ts';
import * as leading from './leading.server.ts';
import { messageClasses, type MessageClass } from './message-class.ts';
import { sight } from './policy.ts';
import * as reading from './reading.server.ts';
import { feedbackCase } from './schema.server.ts';
import * as senders from './senders.server.ts';
import { visibleTo } from './seeing.server.ts';
import { anAnswer, caseIn, classified, receivedCase } from './testing.ts';
import * as answering from './answering.server.ts';
import * as waiting from './waiting.server.ts';

const database = useDatabase();
const allRoles = Object.keys(roles) as Role[];
let neighbour: TestWard;

beforeAll(async () => {
	neighbour = await makeWard(database.db, 'lang-gieng');
});
const aWard = (key: string): Promise<TestWard> => makeWard(database.db, key);
const thrownBy = (work: Promise<unknown>): Promise<unknown> =>
	work.then(
		() => undefined,
		(error: unknown) => error
	);

describe('what somebody may list', () => {
	it('is the same in SQL as by sight, for every role and any case', async () => {
		const ward = await aWard('nhin-thay');
		const persons = allRoles.map((role) => ward.as(role).actor.personId);
		const units = Object.values(ward.unitIds);
		const pick = <T>(values: T[]) => fc.option(fc.constantFrom(...values), { freq: 2 });
		const drawn = fc.sample(
			fc.record({
				state: fc.constantFrom(...(Object.keys(states).filter((state) => state !== 'merged') as CaseState[])),
				class: pick(Object.keys(messageClasses) as MessageClass[]),
				takenByPersonId: pick(persons),
				unitId: pick(units),
				handlerPersonId: pick(persons),
				aboutUnitId: pick(units),
				sealedText: fc.option(fc.constant('niêm phong'), { freq: 4 })
			}),
			{ numRuns: 300, seed: 4 }
		);
		await transact(ward.robot(), (tx) =>
			tx.insert(feedbackCase).values(
				drawn.map((facts, at) => ({
					...facts,
					code: `PAKN.NT.20260615.${String(at + 1).padStart(4, '0')}`,
					submissionKey: `khoa-nhin-thay-thu-${at}-thu-nghiem`,
					secretHash: '-',
					source: 'web' as const,
					category: 'other' as const,
					text: 'Nội dung',
					anonymous: true,
					receivedAt: testNow,
					suggestion: { class: 'unclear' as const, personalData: [], unit: null, reasons: [] },
					createdAt: testNow,
					changedAt: testNow
				}))
			)
		);
		for (const role of allRoles) {
			const { actor } = ward.as(role);
			await read(ward.robot(), async (tx) => {
				const listed = await tx.select({ id: feedbackCase.id }).from(feedbackCase).where(visibleTo(actor));
				const seen = [];
				for (const row of await tx.select().from(feedbackCase))
					if (sight(actor, await factsOf(tx, row)) !== 'none') seen.push(row.id);
				expect(listed.map(({ id }) => id).toSorted((a, b) => a - b)).toEqual(seen.toSorted((a, b) => a - b));
			});
		}
		for (const actor of [ward.robot().actor, { kind: 'visitor' } as const])
			await read(ward.robot(), async (tx) => {
				const listed = await tx.select().from(feedbackCase).where(visibleTo(actor));
				expect(listed).toHaveLength(actor.kind === 'robot' ? 300 : 0);
			});
	});

	it('is nothing for another ward, and no list at all for the level above', async () => {
		const ward = await aWard('rieng-tung-phuong');
		await caseIn(ward, 'assigned');
		for (const role of ['chair', 'office', 'one_stop'] as Role[])
			expect((await reading.list(neighbour.as(role), { group: 'all' })).total).toBe(0);
		for (const role of ['superior', 'admin'] as Role[]) {
			expect(await thrownBy(reading.list(ward.as(role), {}))).toMatchObject({ status: 403 });
			expect(await thrownBy(reading.counters(ward.as(role)))).toMatchObject({ status: 403 });
			expect(await waiting.forMe(ward.as(role))).toBeNull();
		}
		expect(await thrownBy(reading.quarantine(ward.as('one_stop')))).toBeInstanceOf(Refusal);
	});
});

describe('the list', () => {
	it('puts what is due first on top, counts it, and narrows to what is asked for', async () => {
		const ward = await aWard('danh-sach');
		const late = await caseIn(ward, 'assigned', new Date('2026-06-01T09:00:00+07:00'));
		const dueToday = await caseIn(ward, 'assigned', new Date('2026-06-08T09:00:00+07:00'));
		const fresh = await receivedCase(ward);
		const draft = await caseIn(ward, 'drafted');
		const waits = await caseIn(ward, 'waiting');
		const done = await caseIn(ward, 'answered');
		const rubbish = await caseIn(ward, 'quarantined');
		const ids = async (role: Role, filters: reading.Filters): Promise<number[]> =>
			(await reading.list(ward.as(role), filters)).cases.map(({ id }) => id);

		expect((await ids('office', {})).slice(0, 2)).toEqual([late, dueToday]);
		expect(await ids('office', { due: 'late' })).toEqual([late]);
		expect(await ids('office', { due: 'today' })).toEqual([dueToday]);
		expect(await ids('office', { group: 'waiting' })).toEqual([waits]);
		expect(await ids('office', { group: 'done' })).toEqual([done]);
		expect(await ids('office', { group: 'unassigned' })).toEqual([fresh]);
		expect(await ids('office', { group: 'all' })).not.toContain(rubbish);
		expect(await ids('office', { state: 'drafted' })).toEqual([draft]);
		expect(await ids('office', { words: 'đường đầu', group: 'done' })).toEqual([done]);
		expect(await ids('office', { words: '%', group: 'all' })).toEqual([]);
		expect(await ids('office', { unitId: ward.unitIds.culture, group: 'all' })).toEqual([]);
		expect(await ids('office', { source: 'phone', group: 'all' })).toEqual([]);
		expect(await ids('office', { class: 'local_issue', due: 'late' })).toEqual([late]);

		// Whose turn it is.
		expect(await ids('chair', { group: 'mine' })).toEqual([draft]);
		expect(await ids('office', { group: 'mine' })).toEqual([fresh]);
		expect(await ids('one_stop', { group: 'mine' })).toEqual([late, dueToday]);
		expect(await ids('radio', { group: 'all' })).toEqual([]);
		expect(await waiting.forMe(ward.as('one_stop'))).toEqual({ many: 2, late: 1, soonest: '2026-06-15' });

		const counted = await reading.counters(ward.as('office'));
		expect([counted.late, counted.today, counted.waiting, counted.toApprove, counted.quarantined]).toEqual([
			1, 1, 1, 1, 1
		]);
		const suspects = await reading.quarantine(ward.as('office'));
		expect([suspects.waiting.map(({ id }) => id), suspects.more]).toEqual([[rubbish], 0]);
	});

	it('shows how an unclassified message begins, without personal data', async () => {
		const ward = await aWard('mo-dau');
		await receivedCase(ward, { text: 'Tôi là Trần Thị Mận, số 0912 345 678, xin báo cột đèn đầu ngõ hỏng.' });
		const [one] = (await reading.list(ward.as('office'), {})).cases;
		expect(one!.excerpt).toContain('xin báo cột đèn');
		expect(one!.excerpt).not.toMatch(/0912|Mận/);
	});
});

describe('the case file', () => {
	it('gives people of the unit it is about no personal data, in none of its parts', async () => {
		const ward = await aWard('ho-so');
		const id = await receivedCase(ward, { place: 'nhà ông Nguyễn Văn Tư, 0987 654 321' });
		const office = ward.as('office');
		await handling.classify(office, id, { ...classified, aboutUnitId: ward.unitIds.one_stop });
		await handling.assign(office, id, { unitId: ward.unitIds.one_stop });
		await handling.note(office, id, 'Đã gọi bà Trần Thị Mận 0912 345 678.');
		await answering.draft(office, id, { text: `Kính gửi bà Trần Thị Mận, số 0912 345 678. ${anAnswer}` });
		const seen = JSON.stringify(await casefile.open(ward.as('one_stop'), id));
		expect(seen).not.toMatch(/Mận|0912|0987|Nguyễn Văn Tư/);
		expect(seen).toContain('[đã che: số điện thoại]');
		const whole = await casefile.open(office, id);
		expect(whole.masked).toBe(false);
		expect(whole.row.text).toContain('0912 345 678');
		// Nobody gets hashes, seals or marks.
		for (const key of [
			'secretHash',
			'submissionKey',
			'sealedText',
			'fingerprint',
			'addressMark',
			'contentMark'
		])
			expect(whole.row).not.toHaveProperty(key);
		expect((await casefile.open(ward.as('one_stop'), id)).reasons.approve.length).toBeGreaterThan(0);
	});

	it('opens files to eyes that may see who sent them, to others only after a look with a reason', async () => {
		const ward = await aWard('tep-kem');
		const bytes = await sharp({ create: { width: 30, height: 30, channels: 3, background: '#357' } })
			.jpeg()
			.toBuffer();
		const id = await receivedCase(ward, { uploads: [{ name: 'nha-toi.jpg', bytes }] });
		const office = ward.as('office');
		await handling.classify(office, id, { ...classified, aboutUnitId: ward.unitIds.one_stop });
		await handling.assign(office, id, { unitId: ward.unitIds.one_stop });
		const [file] = (await casefile.open(office, id)).files;
		expect((await casefile.fileOf(office, id, file!.token)).mime).toBe('image/jpeg');

		const theirs = ward.as('one_stop');
		expect((await casefile.open(theirs, id)).files[0]).toMatchObject({ token: '', openNow: false });
		expect(await thrownBy(casefile.fileOf(theirs, id, file!.token))).toMatchObject({ status: 403 });
		await senders.look(theirs, id, 'Cần xem ảnh để biết đúng vị trí');
		expect((await casefile.open(theirs, id)).files[0]!.openNow).toBe(true);
		expect((await casefile.fileOf(theirs, id, file!.token)).mime).toBe('image/jpeg');
		const later = ward.as('one_stop', new Date(testNow.getTime() + 3_700_000));
		expect((await casefile.open(later, id)).files[0]!.openNow).toBe(false);

		for (const work of [
			() => casefile.fileOf(ward.as('radio'), id, file!.token),
			() => casefile.fileOf(neighbour.as('office'), id, file!.token),
			() => casefile.fileOf(office, id, 'khong-co-tep-nay'),
			() => casefile.open(ward.as('superior'), id)
		])
			expect(await thrownBy(work())).toMatchObject({ status: 404 });
	});

	it('keeps the files of a sealed matter closed until the seal is opened', async () => {
		const ward = await aWard('tep-niem-phong');
		const bytes = await sharp({ create: { width: 30, height: 30, channels: 3, background: '#357' } })
			.png()
			.toBuffer();
		const id = await receivedCase(ward, { uploads: [{ name: 'don.png', bytes }] });
		const token = (await casefile.open(ward.as('chair'), id)).files[0]!.token;
		await leading.guide(ward.as('office'), id, { kind: 'denunciation', place: 'Nơi tiếp công dân' });
		for (const role of ['chair', 'office'] as Role[])
			expect(await thrownBy(casefile.fileOf(ward.as(role), id, token))).toMatchObject({ status: 403 });
		await senders.openSealed(ward.as('chair'), id, 'Chuyển đơn cho bộ phận tiếp công dân');
		expect((await casefile.fileOf(ward.as('chair'), id, token)).mime).toMatch(/^image/);
		expect(await thrownBy(casefile.fileOf(ward.as('office'), id, token))).toMatchObject({ status: 403 });
	});

	it('greys the approval for whoever wrote on the draft before', async () => {
		const ward = await aWard('nguoi-soan');
		const id = await caseIn(ward, 'assigned');
		await answering.draft(ward.as('vice_chair'), id, { text: anAnswer });
		await answering.draft(ward.as('one_stop'), id, { text: `${anAnswer} Trân trọng.` });
		const reasonsOf = async (role: Role) =>
			(await casefile.open(ward.as(role), id)).reasons.approve.map(({ code }) => code);
		expect(await reasonsOf('vice_chair')).toEqual(['feedback.own_answer']);
		expect(await reasonsOf('chair')).toEqual([]);
	});

	it('shows what belongs together', async () => {
		const ward = await aWard('lien-quan');
		const id = await caseIn(ward, 'merged');
		const { related } = await casefile.open(ward.as('office'), id);
		expect(related.map(({ how }) => how)).toEqual(['into']);
		const [there] = await read(ward.robot(), (tx) =>
			tx
				.select({ into: feedbackCase.mergedIntoCaseId })
				.from(feedbackCase)
				.where(and(eq(feedbackCase.id, id)))
		);
		expect(related[0]!.id).toBe(there!.into);
	});
});
