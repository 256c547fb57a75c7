import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeWard, type TestWard } from '#people/testing.ts';
import type { Ctx } from '#people/actor.ts';
import { read } from '#platform/db.server.ts';
import { historyOf } from '#platform/journal.server.ts';
import type { Refusal } from '#platform/refusal.ts';
import { useDatabase } from '#platform/testing/database.ts';
import * as intake from './intake.server.ts';
import type { Intake } from './given.server.ts';
import { byReceipt } from './receipts.server.ts';
import { feedbackCase, feedbackLook, feedbackSender, feedbackStep } from './schema.server.ts';
import * as senders from './senders.server.ts';

const database = useDatabase();
let ward: TestWard;
let visitor: Ctx;

beforeAll(async () => {
	ward = await makeWard(database.db);
	visitor = { ...ward.robot(), actor: { kind: 'visitor' } };
});

let keys = 0;
const given = (changes: Partial<Intake> = {}): Intake => ({
	submissionKey: `khoa-gui-thu-nghiem-${++keys}`,
	source: 'web',
	category: 'procedure',
	text: 'Tôi nộp hồ sơ khai sinh cho con từ tuần trước, hẹn hôm qua trả mà nay vẫn chưa có kết quả.',
	contact: { name: 'Nguyễn Thị Mận', phone: '0912 345 678', email: '', address: '' },
	...changes
});
const rowOf = async (id: number) =>
	read(visitor, async (tx) => (await tx.select().from(feedbackCase).where(eq(feedbackCase.id, id)))[0]!);

describe('receiving', () => {
	it('writes one whole case: number, due day, sealed sender, step, journal', async () => {
		const receipt = await intake.receive(visitor, given());
		expect(receipt.code).toMatch(/^PAKN\.TN\.20260615\.\d{4}$/);
		const row = await rowOf(receipt.id);
		// 15/6/2026 is a Monday: two working days to classify.
		expect([row.state, row.dueStep, row.dueOn, row.anonymous]).toEqual([
			'received',
			'classify',
			'2026-06-17',
			false
		]);
		const { sender, steps, journal } = await read(visitor, async (tx) => ({
			sender: (await tx.select().from(feedbackSender).where(eq(feedbackSender.id, row.senderId!)))[0]!,
			steps: await tx.select().from(feedbackStep).where(eq(feedbackStep.caseId, row.id)),
			journal: await historyOf(tx, { kind: 'feedback', id: row.id })
		}));
		expect(sender.sealed).not.toContain('0912345678');
		expect(steps.map(({ act, byKind }) => [act, byKind])).toEqual([['received', 'sender']]);
		expect(journal.map(({ act }) => act)).toEqual(['feedback.received']);
		expect(JSON.stringify(journal)).not.toMatch(/Mận|0912|khai sinh/);
	});

	it('makes one case of the same sending, also when both come at once, and shows the same receipt', async () => {
		const twice = given({ text: 'Đèn đường đầu ngõ 5 hỏng ba hôm nay, tối rất khó đi lại.' });
		const [one, other] = await Promise.all([intake.receive(visitor, twice), intake.receive(visitor, twice)]);
		const again = await intake.receive(visitor, twice);
		expect([one.id, one.code, one.secret]).toEqual([other.id, other.code, other.secret]);
		expect([again.code, again.secret, again.again]).toEqual([one.code, one.secret, true]);
		expect([one.again, other.again].filter(Boolean)).toHaveLength(1);
		const changed = await intake.receive(visitor, { ...twice, text: `${twice.text} Xin sửa sớm.` });
		expect(changed.id).not.toBe(one.id);
	});

	it('says everything that is wrong at once, field by field', async () => {
		const thrown = await intake
			.receive(
				visitor,
				given({
					text: ' kém ',
					place: 'x'.repeat(301),
					contact: { name: 'y'.repeat(101), phone: '09 không nhớ', email: 'a@b', address: '' }
				})
			)
			.catch((error: unknown) => error as Refusal);
		expect((thrown as Refusal).reasons.map(({ field }) => field)).toEqual([
			'text',
			'place',
			'name',
			'phone',
			'email'
		]);
	});

	it('keeps what looks like rubbish for a person to look at, with the reason, and acknowledges it', async () => {
		const trapped = await intake.receive(visitor, given({ trapped: true }));
		expect(trapped.quarantined).toBe(true);
		expect((await rowOf(trapped.id)).quarantineWhy).toContain('Ô ẩn');
		const many = { address: '203.0.113.7' };
		const seen = [];
		for (let i = 0; i < 8; i++)
			seen.push(
				(
					await intake.receive(
						visitor,
						given({ ...many, text: `Nắp cống số ${i} trước nhà bị vỡ, rất nguy hiểm cho trẻ nhỏ.` })
					)
				).quarantined
			);
		expect(seen).toEqual([false, false, false, false, false, false, true, true]);
		const proven = await intake.receive(
			visitor,
			given({ ...many, proven: true, text: 'Cây đổ chắn lối vào ngõ 12 từ đêm qua.' })
		);
		expect(proven.quarantined).toBe(false);
	});

	it('takes a message down for somebody, with the time it was said and who wrote it down', async () => {
		const said = new Date('2026-06-12T16:30:00+07:00');
		const { id } = await intake.receive(
			ward.as('one_stop'),
			given({ source: 'phone', receivedAt: said, address: '203.0.113.7' })
		);
		const row = await rowOf(id);
		expect([row.takenByPersonId, row.receivedAt, row.addressMark]).toEqual([
			ward.as('one_stop').actor.personId,
			said,
			null
		]);
		await expect(intake.receive(ward.as('superior'), given({ source: 'phone' }))).rejects.toMatchObject({
			code: 'feedback.role'
		});
		await expect(
			intake.receive(ward.as('office'), given({ receivedAt: new Date('2026-07-01') }))
		).rejects.toMatchObject({ field: 'receivedAt' });
	});

	it.each([
		['text', { text: 'ngắn' }],
		['text', { text: 'a'.repeat(20_001) }],
		['category', { category: 'constructor' }],
		['phone', { contact: { name: 'A', phone: '12', email: '', address: '' } }],
		['email', { contact: { name: 'A', phone: '', email: 'a@b\r\nBcc: c@d.vn', address: '' } }]
	])('refuses a wrong %s by name', async (field, changes) => {
		await expect(intake.receive(visitor, given(changes as Partial<Intake>))).rejects.toMatchObject({ field });
	});

	it('drops what no text should hold', async () => {
		const { id } = await intake.receive(
			visitor,
			given({ text: 'Rác chất đống\u0000 ở đầu chợ \ud800 hai ngày nay.' })
		);
		expect((await rowOf(id)).text).toBe('Rác chất đống ở đầu chợ \ufffd hai ngày nay.');
	});
});

describe('following', () => {
	it('opens with code and secret word, however they are typed, and says the same when either is wrong', async () => {
		const receipt = await intake.receive(visitor, given());
		const typed = receipt.secret
			.normalize('NFD')
			.replace(/[\u0300-\u036f]/g, '')
			.replaceAll('đ', 'd')
			.replaceAll('-', ' ')
			.toUpperCase();
		expect((await byReceipt(visitor, receipt.code.toLowerCase().replaceAll('.', ' '), typed)).id).toBe(
			receipt.id
		);
		const wrong = await byReceipt(visitor, receipt.code, 'sen-sen-0000').catch((error: unknown) => error);
		const nowhere = await byReceipt(visitor, 'PAKN.TN.20200101.0001', receipt.secret).catch(
			(error: unknown) => error
		);
		expect(wrong).toMatchObject({ code: 'feedback.no_such_receipt' });
		expect((wrong as Error).message).toBe((nowhere as Error).message);
	});
});

describe('the sender', () => {
	it('is opened with a reason only, and each look is kept', async () => {
		const { id } = await intake.receive(visitor, given());
		await expect(senders.look(ward.as('culture'), id, 'Cần gọi lại cho người gửi')).rejects.toMatchObject({
			status: 404
		});
		await expect(senders.look(ward.as('office'), id, '')).rejects.toMatchObject({ field: 'reason' });
		expect(await senders.look(ward.as('office'), id, 'Gọi lại hỏi thêm')).toMatchObject({
			name: 'Nguyễn Thị Mận',
			phone: '0912345678'
		});
		expect(await senders.looksOf(ward.as('chair'), id)).toMatchObject([
			{ what: 'identity', reason: 'Gọi lại hỏi thêm' }
		]);
		const acts = await read(visitor, async (tx) =>
			(await historyOf(tx, { kind: 'feedback', id })).map(({ act }) => act)
		);
		expect(acts).toContain('feedback.identity_opened');
	});

	it('is erased on request and by rule, and then nobody can open it', async () => {
		const asked = await intake.receive(visitor, given());
		await senders.erase(ward.as('office'), asked.id, 'Người gửi đề nghị xóa');
		await expect(senders.look(ward.as('office'), asked.id, 'Gọi lại hỏi thêm')).rejects.toMatchObject({
			code: 'feedback.no_sender'
		});
		const old = await intake.receive(visitor, given());
		const { db } = database;
		await db
			.update(feedbackCase)
			.set({ state: 'refused', closedAt: new Date('2024-01-01') })
			.where(eq(feedbackCase.id, old.id));
		await senders.eraseDue(ward.robot());
		const row = await rowOf(old.id);
		const [sender] = await db.select().from(feedbackSender).where(eq(feedbackSender.id, row.senderId!));
		expect([sender!.sealed, sender!.erasedWhy]).toEqual([null, 'retention']);
		expect(await db.$count(feedbackLook, eq(feedbackLook.caseId, old.id))).toBe(0);
	});

	it('cannot be opened when its seal is moved to another row', async () => {
		const one = await rowOf((await intake.receive(visitor, given())).id);
		const later: Ctx = { ...visitor, now: new Date(visitor.now.getTime() + 1000) };
		const other = await rowOf((await intake.receive(later, given())).id);
		const { db } = database;
		const [first] = await db.select().from(feedbackSender).where(eq(feedbackSender.id, one.senderId!));
		const { sealed } = first!;
		await db.update(feedbackSender).set({ sealed }).where(eq(feedbackSender.id, other.senderId!));
		await expect(senders.look(ward.as('office'), other.id, 'Gọi lại hỏi thêm')).rejects.toThrow();
	});
});
