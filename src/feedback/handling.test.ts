import { and, desc, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeWard, testNow, type TestWard } from '#people/testing.ts';
import type { Role } from '#people/role.ts';
import type { Ctx } from '#people/actor.ts';
import { read } from '#platform/db.server.ts';
import { historyOf } from '#platform/journal.server.ts';
import { Refusal } from '#platform/refusal.ts';
import { useDatabase } from '#platform/testing/database.ts';
import * as answering from './answering.server.ts';
import type { CaseState } from './case.ts';
import * as handling from './handling.server.ts';
import * as leading from './leading.server.ts';
import * as merging from './merging.server.ts';
import * as quarantine from './quarantine.server.ts';
import {
	feedbackAnswer,
	feedbackMessage,
	feedbackNotice,
	feedbackPause,
	feedbackStep
} from './schema.server.ts';
import * as senders from './senders.server.ts';
import * as splitting from './splitting.server.ts';
import { aMessage, anAnswer, caseIn, classified, receivedCase, rowOf, said } from './testing.ts';

const database = useDatabase();
let ward: TestWard;
let neighbour: TestWard;

beforeAll(async () => {
	ward = await makeWard(database.db);
	neighbour = await makeWard(database.db, 'lang-gieng');
});

type From = Parameters<typeof caseIn>[1];
const rejected = async (work: Promise<unknown>): Promise<Refusal> => {
	const thrown = await work.then(
		() => undefined,
		(error: unknown) => error
	);
	expect(thrown).toBeInstanceOf(Refusal);
	return thrown as Refusal;
};
const journalOf = (id: number) => read(ward.robot(), (tx) => historyOf(tx, { kind: 'feedback', id }));
const lastStep = async (id: number) =>
	read(
		ward.robot(),
		async (tx) =>
			(
				await tx
					.select()
					.from(feedbackStep)
					.where(eq(feedbackStep.caseId, id))
					.orderBy(desc(feedbackStep.id))
					.limit(1)
			)[0]!
	);

type Verb = {
	name: string;
	from: From;
	by: Role;
	run: (ctx: Ctx, id: number, lock?: number) => Promise<unknown>;
	to: CaseState;
	act: string;
	/** A state in which it is refused, and somebody who may not do it. */
	notFrom: From;
	notBy: Role;
	bad?: { run: (ctx: Ctx, id: number) => Promise<unknown>; field: string }[];
	/** What the sender reads; empty: an inner step. */
	told: RegExp;
};

const unit = () => ward.unitIds.one_stop;

const verbs: Verb[] = [
	{
		name: 'takeUp',
		from: 'received',
		by: 'office',
		run: handling.takeUp,
		to: 'classifying',
		act: 'taken_up',
		notFrom: 'assigned',
		notBy: 'one_stop',
		told: /đang xem và phân loại/
	},
	{
		name: 'classify',
		from: 'received',
		by: 'office',
		run: (ctx, id, lock) => handling.classify(ctx, id, classified, lock),
		to: 'classifying',
		act: 'classified',
		notFrom: 'drafted',
		notBy: 'one_stop',
		bad: [
			{ run: (ctx, id) => handling.classify(ctx, id, { ...classified, class: 'khac' }), field: 'class' },
			{ run: (ctx, id) => handling.classify(ctx, id, { ...classified, class: 'spam' }), field: 'class' },
			{
				run: (ctx, id) => handling.classify(ctx, id, { ...classified, complexity: '' }),
				field: 'complexity'
			},
			{ run: (ctx, id) => handling.classify(ctx, id, { ...classified, title: ' ' }), field: 'title' },
			{
				run: (ctx, id) => handling.classify(ctx, id, { ...classified, title: 'Việc của số 0912345678' }),
				field: 'title'
			},
			{
				run: (ctx, id) => handling.classify(ctx, id, { ...classified, aboutUnitId: 999_999 }),
				field: 'aboutUnitId'
			}
		],
		told: /Phường đã xếp loại/
	},
	{
		name: 'assign',
		from: 'classifying',
		by: 'vice_chair',
		run: (ctx, id, lock) => handling.assign(ctx, id, { unitId: unit() }, lock),
		to: 'assigned',
		act: 'assigned',
		notFrom: 'drafted',
		notBy: 'culture',
		bad: [
			{ run: (ctx, id) => handling.assign(ctx, id, { unitId: 999_999 }), field: 'unitId' },
			{ run: (ctx, id) => handling.assign(ctx, id, { unitId: Number.NaN }), field: 'unitId' },
			{ run: (ctx, id) => handling.assign(ctx, id, { unitId: ward.unitIds.superior }), field: 'unitId' },
			{
				run: (ctx, id) =>
					handling.assign(ctx, id, { unitId: unit(), handlerPersonId: ward.as('culture').actor.personId }),
				field: 'handlerPersonId'
			}
		],
		// Five working days from Monday 15/6/2026.
		told: /Đã giao Đơn vị Một cửa xử lý\. Hạn trả lời: Thứ Hai, 22\/06\/2026/
	},
	{
		name: 'handOver',
		from: 'assigned',
		by: 'one_stop',
		run: (ctx, id, lock) =>
			handling.handOver(
				ctx,
				id,
				{ unitId: ward.unitIds.culture, note: 'Thuộc việc của bộ phận khác.' },
				lock
			),
		to: 'assigned',
		act: 'handed_over',
		notFrom: 'approved',
		notBy: 'radio',
		bad: [
			{
				run: (ctx, id) => handling.handOver(ctx, id, { unitId: unit(), note: 'Chuyển lại.' }),
				field: 'unitId'
			},
			{
				run: (ctx, id) => handling.handOver(ctx, id, { unitId: ward.unitIds.culture, note: '' }),
				field: 'note'
			}
		],
		told: /Đã chuyển Đơn vị Văn hóa xử lý tiếp/
	},
	{
		name: 'ask',
		from: 'assigned',
		by: 'one_stop',
		run: (ctx, id, lock) => handling.ask(ctx, id, 'Xin cho biết đèn gần nhà số bao nhiêu?', lock),
		to: 'waiting',
		act: 'asked',
		notFrom: 'approved',
		notBy: 'radio',
		bad: [{ run: (ctx, id) => handling.ask(ctx, id, 'Gì?'), field: 'question' }],
		told: /cần ông\/bà cho biết thêm/
	},
	{
		name: 'resume',
		from: 'waiting',
		by: 'one_stop',
		run: handling.resume,
		to: 'assigned',
		act: 'resumed',
		notFrom: 'assigned',
		notBy: 'radio',
		told: /tiếp tục xử lý/
	},
	{
		name: 'extend',
		from: 'assigned',
		by: 'office',
		run: (ctx, id, lock) =>
			handling.extend(ctx, id, { days: 3, reason: 'Phải chờ thiết bị thay thế về đến phường.' }, lock),
		to: 'assigned',
		act: 'extended',
		notFrom: 'approved',
		notBy: 'one_stop',
		bad: [
			{ run: (ctx, id) => handling.extend(ctx, id, { days: 3, reason: 'bận' }), field: 'reason' },
			{
				run: (ctx, id) => handling.extend(ctx, id, { days: 0, reason: 'Phải chờ thiết bị về.' }),
				field: 'days'
			},
			{
				run: (ctx, id) => handling.extend(ctx, id, { days: 2.5, reason: 'Phải chờ thiết bị.' }),
				field: 'days'
			},
			{
				run: (ctx, id) => handling.extend(ctx, id, { days: 6, reason: 'Phải chờ thiết bị về.' }),
				field: 'days'
			},
			{
				run: (ctx, id) => handling.extend(ctx, id, { days: 2, reason: 'Chờ ông ở số 0912345678 về nhà.' }),
				field: 'reason'
			}
		],
		told: /thêm 3 ngày làm việc\. Hạn trả lời mới: Thứ Năm, 25\/06\/2026\. Lý do: Phải chờ/
	},
	{
		name: 'reopen',
		from: 'answered',
		by: 'office',
		run: (ctx, id, lock) => handling.reopen(ctx, id, 'Đèn lại hỏng sau một ngày.', lock),
		to: 'reopened',
		act: 'reopened',
		notFrom: 'assigned',
		notBy: 'one_stop',
		bad: [{ run: (ctx, id) => handling.reopen(ctx, id, ''), field: 'reason' }],
		told: /xem lại việc này/
	},
	{
		name: 'forward',
		from: 'classifying',
		by: 'office',
		run: (ctx, id, lock) =>
			leading.forward(
				ctx,
				id,
				{ to: 'Công ty Điện lực khu vực', reach: 'số 1 phố Chợ, gọi 1900 0000' },
				lock
			),
		to: 'forwarded',
		act: 'forwarded',
		notFrom: 'drafted',
		notBy: 'one_stop',
		bad: [
			{ run: (ctx, id) => leading.forward(ctx, id, { to: '', reach: 'phố Chợ' }), field: 'to' },
			{ run: (ctx, id) => leading.forward(ctx, id, { to: 'Công ty Điện lực', reach: '' }), field: 'reach' }
		],
		told: /thẩm quyền của Công ty Điện lực khu vực.*chuyển ngày 15\/06\/2026.*liên hệ: số 1 phố Chợ/
	},
	{
		name: 'takeBack',
		from: 'forwarded',
		by: 'office',
		run: (ctx, id, lock) => leading.takeBack(ctx, id, 'Không phải lưới điện của công ty.', lock),
		to: 'classifying',
		act: 'taken_back',
		notFrom: 'assigned',
		notBy: 'one_stop',
		bad: [{ run: (ctx, id) => leading.takeBack(ctx, id, ''), field: 'reason' }],
		told: /Công ty Điện lực khu vực đã chuyển lại/
	},
	{
		name: 'guide',
		from: 'assigned',
		by: 'office',
		run: (ctx, id, lock) =>
			leading.guide(ctx, id, { kind: 'complaint_decision', place: 'Nơi tiếp công dân, số 1 phố Chợ' }, lock),
		to: 'guided',
		act: 'guided',
		notFrom: 'answered',
		notBy: 'one_stop',
		bad: [
			{ run: (ctx, id) => leading.guide(ctx, id, { kind: 'question', place: 'phố Chợ' }), field: 'kind' },
			{ run: (ctx, id) => leading.guide(ctx, id, { kind: 'denunciation', place: '' }), field: 'place' }
		],
		told: /là khiếu nại.*Luật Khiếu nại.*Nơi tiếp công dân, số 1 phố Chợ/
	},
	{
		name: 'refuse',
		from: 'classifying',
		by: 'office',
		run: (ctx, id, lock) =>
			leading.refuse(
				ctx,
				id,
				{ ground: 'scope', reason: 'Việc này thuộc hợp đồng riêng giữa hai bên.' },
				lock
			),
		to: 'refused',
		act: 'refused',
		notFrom: 'drafted',
		notBy: 'one_stop',
		bad: [
			{
				run: (ctx, id) => leading.refuse(ctx, id, { ground: 'lazy', reason: 'x'.repeat(30) }),
				field: 'ground'
			},
			{ run: (ctx, id) => leading.refuse(ctx, id, { ground: 'scope', reason: 'không' }), field: 'reason' },
			{
				run: (ctx, id) =>
					leading.refuse(ctx, id, { ground: 'missing', reason: 'Không ghi rõ đèn ở đâu, hỏng từ khi nào.' }),
				field: 'ground'
			}
		],
		told: /không tiếp nhận.*Lý do: Việc này thuộc hợp đồng riêng/
	},
	{
		name: 'merge',
		from: 'received',
		by: 'office',
		run: async (ctx, id, lock) => {
			const target = await receivedCase(ward);
			await merging.merge(ctx, id, (await rowOf(ward, target)).code, lock);
		},
		to: 'merged',
		act: 'merged',
		notFrom: 'drafted',
		notBy: 'one_stop',
		bad: [
			{ run: (ctx, id) => merging.merge(ctx, id, 'PAKN.XX.20260101.0001'), field: 'into' },
			{ run: async (ctx, id) => merging.merge(ctx, id, (await rowOf(ward, id)).code), field: 'into' },
			{
				run: async (ctx, id) => {
					const over = await caseIn(ward, 'guided');
					await merging.merge(ctx, id, (await rowOf(ward, over)).code);
				},
				field: 'into'
			}
		],
		told: /cùng nội dung đang được xử lý/
	},
	{
		name: 'unmerge',
		from: 'merged',
		by: 'office',
		run: (ctx, id, lock) => merging.unmerge(ctx, id, 'Hai đèn khác nhau.', lock),
		to: 'received',
		act: 'unmerged',
		notFrom: 'received',
		notBy: 'one_stop',
		bad: [{ run: (ctx, id) => merging.unmerge(ctx, id, ''), field: 'reason' }],
		told: /xem riêng/
	},
	{
		name: 'note',
		from: 'assigned',
		by: 'one_stop',
		run: (ctx, id) => handling.note(ctx, id, 'Đã gọi đội chiếu sáng, hẹn sáng mai.'),
		to: 'assigned',
		act: 'noted',
		notFrom: 'assigned',
		notBy: 'radio',
		bad: [{ run: (ctx, id) => handling.note(ctx, id, ' '), field: 'note' }],
		told: /^$/
	},
	{
		name: 'draft',
		from: 'assigned',
		by: 'one_stop',
		run: (ctx, id, lock) =>
			answering.draft(ctx, id, { text: anAnswer, legalBasis: 'Quy chế quản lý đô thị' }, lock),
		to: 'drafted',
		act: 'drafted',
		notFrom: 'approved',
		notBy: 'radio',
		bad: [
			{ run: (ctx, id) => answering.draft(ctx, id, { text: 'Đã làm.' }), field: 'text' },
			{ run: (ctx, id) => answering.draft(ctx, id, { text: `${anAnswer} {việc đã làm}` }), field: 'text' }
		],
		told: /^$/
	},
	{
		name: 'recordOutsideAnswer',
		from: 'forwarded',
		by: 'office',
		run: (ctx, id, lock) =>
			answering.recordOutsideAnswer(
				ctx,
				id,
				{ text: anAnswer, answeredBy: 'Công ty Điện lực khu vực' },
				lock
			),
		to: 'drafted',
		act: 'drafted',
		notFrom: 'received',
		notBy: 'one_stop',
		bad: [
			{
				run: (ctx, id) => answering.recordOutsideAnswer(ctx, id, { text: anAnswer, answeredBy: ' ' }),
				field: 'answeredBy'
			}
		],
		told: /Công ty Điện lực khu vực đã có trả lời/
	},
	{
		name: 'sendBack',
		from: 'drafted',
		by: 'chair',
		run: (ctx, id, lock) => answering.sendBack(ctx, id, 'Ghi rõ ngày thay đèn.', lock),
		to: 'assigned',
		act: 'sent_back',
		notFrom: 'assigned',
		notBy: 'office',
		bad: [{ run: (ctx, id) => answering.sendBack(ctx, id, ''), field: 'reason' }],
		told: /^$/
	},
	{
		name: 'approve',
		from: 'drafted',
		by: 'vice_chair',
		run: answering.approve,
		to: 'approved',
		act: 'approved',
		notFrom: 'assigned',
		notBy: 'office',
		told: /^$/
	},
	{
		name: 'answer',
		from: 'approved',
		by: 'one_stop',
		run: answering.answer,
		to: 'answered',
		act: 'answered',
		notFrom: 'drafted',
		notBy: 'radio',
		told: /Phường đã trả lời/
	},
	{
		name: 'release',
		from: 'quarantined',
		by: 'office',
		run: quarantine.release,
		to: 'received',
		act: 'released',
		notFrom: 'received',
		notBy: 'one_stop',
		told: /đã xem và tiếp nhận/
	},
	{
		name: 'rejectSpam',
		from: 'quarantined',
		by: 'office',
		run: quarantine.rejectSpam,
		to: 'spam',
		act: 'rejected_as_spam',
		notFrom: 'assigned',
		notBy: 'one_stop',
		told: /tin rác nên không xử lý/
	}
];

describe.each(verbs)('$name', (verb) => {
	it('moves the case, tells the sender what they may know, and leaves a line of the journal', async () => {
		const id = await caseIn(ward, verb.from);
		const before = await rowOf(ward, id);
		await verb.run(ward.as(verb.by), id, before.lockVersion);
		const row = await rowOf(ward, id);
		expect([row.state, row.lockVersion > before.lockVersion]).toEqual([verb.to, true]);
		const step = await lastStep(id);
		expect([step.fromState, step.toState, step.byKind]).toEqual([verb.from, verb.to, 'person']);
		expect(step.told).toMatch(verb.told);
		const [line] = await journalOf(id);
		expect(line!.act).toBe(`feedback.${verb.act}`);
		expect(line!.personId).toBe(ward.as(verb.by).actor.personId);
		// Neither the text, nor the sender, nor a contact stands in what is kept for good.
		expect(JSON.stringify([step, await journalOf(id)])).not.toMatch(/Mận|0912|man@vidu|khó đi lại/);
	});

	it('is not there for another ward, and not found where there is none', async () => {
		const id = await caseIn(ward, verb.from);
		expect((await rejected(verb.run(neighbour.as(verb.by), id))).status).toBe(404);
		expect((await rejected(verb.run(ward.as(verb.by), 999_999_999))).status).toBe(404);
	});

	it('is refused to whose it is not, and in a state it does not fit', async () => {
		const id = await caseIn(ward, verb.from);
		expect([403, 404]).toContain((await rejected(verb.run(ward.as(verb.notBy), id))).status);
		if (verb.notFrom !== verb.from) {
			const elsewhere = await caseIn(ward, verb.notFrom);
			expect(
				(await rejected(verb.run(ward.as(verb.by), elsewhere))).reasons.map(({ code }) => code)
			).toContain('feedback.state');
		}
		expect((await rowOf(ward, id)).state).toBe(verb.from);
	});

	it('is refused when the page it was pressed on is old', async () => {
		if (verb.name === 'note') return;
		const id = await caseIn(ward, verb.from);
		const { lockVersion } = await rowOf(ward, id);
		expect((await rejected(verb.run(ward.as(verb.by), id, lockVersion - 1))).code).toBe(
			'feedback.changed_meanwhile'
		);
	});

	it.each((verb.bad ?? []).map((bad, at) => ({ ...bad, at })))(
		'refuses bad input $at beside its field $field, and nothing is changed',
		async ({ run, field }) => {
			const id = await caseIn(ward, verb.from);
			const before = await rowOf(ward, id);
			expect((await rejected(run(ward.as(verb.by), id))).field).toBe(field);
			expect(await rowOf(ward, id)).toEqual(before);
		}
	);
});

describe('what follows from an act', () => {
	it('does not give an unclassified case out of the office', async () => {
		const id = await caseIn(ward, 'received');
		expect((await rejected(handling.assign(ward.as('office'), id, { unitId: unit() }))).code).toBe(
			'feedback.unclassified'
		);
	});

	it('counts no day of waiting, and puts the case back where it waited from', async () => {
		const id = await caseIn(ward, 'assigned');
		expect((await rowOf(ward, id)).dueOn).toBe('2026-06-22');
		const at = (day: string) => new Date(`${day}T10:00:00+07:00`);
		await handling.ask(ward.as('one_stop', at('2026-06-16')), id, 'Xin cho biết đèn nào hỏng?');
		expect((await rowOf(ward, id)).dueOn).toBeNull();
		await handling.resume(ward.as('one_stop', at('2026-06-19')), id);
		const row = await rowOf(ward, id);
		// Wednesday to Friday were waited: three working days more.
		expect([row.state, row.dueOn, row.due?.pausedDays]).toEqual(['assigned', '2026-06-25', 3]);
		const pauses = await read(ward.robot(), (tx) =>
			tx.select().from(feedbackPause).where(eq(feedbackPause.caseId, id))
		);
		expect(pauses.every(({ toAt }) => toAt !== null)).toBe(true);
	});

	it('writes down what the sender said on the telephone as theirs', async () => {
		const id = await caseIn(ward, 'waiting');
		await handling.resume(ward.as('one_stop'), id, undefined, 'Đèn ở cổng trước, bà Mận nói.');
		const [said] = await read(ward.robot(), (tx) =>
			tx
				.select()
				.from(feedbackMessage)
				.where(and(eq(feedbackMessage.caseId, id), eq(feedbackMessage.kind, 'addition')))
		);
		expect([said!.text, said!.byPersonId]).toEqual([
			'Đèn ở cổng trước, bà Mận nói.',
			ward.as('one_stop').actor.personId
		]);
		expect((await lastStep(id)).told).toMatch(/đã ghi lại thông tin/);
		expect(JSON.stringify(await journalOf(id))).not.toContain('cổng trước');
	});

	it('never puts off by more than the term itself, however often', async () => {
		const id = await caseIn(ward, 'assigned');
		const by = ward.as('office');
		await handling.extend(by, id, { days: 3, reason: 'Phải chờ thiết bị về phường.' });
		await handling.extend(by, id, { days: 2, reason: 'Thiết bị về chậm hơn dự kiến.' });
		const refusal = await rejected(handling.extend(by, id, { days: 1, reason: 'Vẫn còn chờ thiết bị.' }));
		expect([refusal.code, refusal.status]).toEqual(['feedback.days_most', 409]);
		// The term begun anew has days of its own.
		const again = await caseIn(ward, 'reopened');
		expect((await rowOf(ward, again)).extensionDays).toBe(0);
	});

	it('refuses for missing data only after asking', async () => {
		const id = await caseIn(ward, 'waiting');
		await leading.refuse(ward.as('office'), id, {
			ground: 'missing',
			reason: 'Đã hỏi mà chưa rõ đèn ở đâu nên không thể kiểm tra.'
		});
		expect((await rowOf(ward, id)).state).toBe('refused');
	});

	it('gives a case looked at again its term from the day of asking', async () => {
		const id = await caseIn(ward, 'answered');
		const later = new Date('2026-07-06T09:00:00+07:00');
		await handling.reopen(ward.as('office', later), id, 'Đèn lại hỏng sau ba tuần.');
		expect((await rowOf(ward, id)).dueOn).toBe('2026-07-13');
		// And it keeps that term through what follows.
		await handling.note(ward.as('office', new Date('2026-07-07T09:00:00+07:00')), id, 'Đã báo đội điện.');
		expect((await rowOf(ward, id)).dueOn).toBe('2026-07-13');
	});

	it('lets nobody approve what they have written on, whoever saved it last', async () => {
		const id = await caseIn(ward, 'assigned');
		await answering.draft(ward.as('chair'), id, { text: anAnswer });
		await answering.draft(ward.as('office'), id, { text: `${anAnswer} Trân trọng.` });
		expect((await rejected(answering.approve(ward.as('chair'), id))).code).toBe('feedback.own_answer');
		await answering.approve(ward.as('vice_chair'), id);
		const [answer] = await read(ward.robot(), (tx) =>
			tx.select().from(feedbackAnswer).where(eq(feedbackAnswer.caseId, id)).orderBy(desc(feedbackAnswer.id))
		);
		expect(answer!.approvedByPersonId).toBe(ward.as('vice_chair').actor.personId);
	});

	it('lets two officers who press at once do it once', async () => {
		const id = await caseIn(ward, 'classifying');
		const { lockVersion } = await rowOf(ward, id);
		const results = await Promise.allSettled([
			handling.assign(ward.as('office'), id, { unitId: unit() }, lockVersion),
			leading.forward(ward.as('chair'), id, { to: 'Công ty Điện lực', reach: 'phố Chợ' }, lockVersion)
		]);
		expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
	});

	it('tells everybody whose case was merged, and gives them the answer', async () => {
		const [one, two, target] = [
			await receivedCase(ward),
			await receivedCase(ward),
			await caseIn(ward, 'assigned')
		];
		const office = ward.as('office');
		const codeOf = async (id: number) => (await rowOf(ward, id)).code;
		await merging.merge(office, one, await codeOf(two));
		await merging.merge(office, two, await codeOf(target));
		await answering.draft(ward.as('one_stop'), target, { text: anAnswer });
		await answering.approve(ward.as('chair'), target);
		await answering.answer(ward.as('one_stop'), target);
		for (const id of [one, two]) {
			const step = await lastStep(id);
			expect([step.act, step.told]).toEqual(['answer', expect.stringMatching(/cũng là trả lời cho ông\/bà/)]);
			const letters = await read(ward.robot(), (tx) =>
				tx
					.select()
					.from(feedbackNotice)
					.where(and(eq(feedbackNotice.caseId, id), eq(feedbackNotice.stepId, step.id)))
			);
			expect(letters).toHaveLength(1);
		}
	});

	it('sees the same thing told twice, and only what may be looked at', async () => {
		const text = 'Hố ga trước cổng trường mầm non mất nắp đã một tuần, trẻ nhỏ đi qua rất nguy hiểm.';
		const one = await receivedCase(ward, { text });
		const other = await receivedCase(ward, { text: `Kính gửi phường. ${text}` });
		const found = await merging.likelySame(ward.as('office'), other);
		expect(found.map(({ id }) => id)).toContain(one);
		expect(found[0]!.likeness).toBeGreaterThan(0.5);
		expect((await rejected(merging.likelySame(ward.as('one_stop'), other))).status).toBe(404);
		expect((await rejected(merging.likelySame(neighbour.as('office'), other))).status).toBe(404);
	});
});

describe('a denunciation that was led to its own path', () => {
	it('leaves nothing to read but under the seal, for a leader with a reason', async () => {
		const text = 'Tôi tố cáo ông Phạm Văn Tám nhận tiền của dân khi làm sổ. Tôi có người làm chứng.';
		const id = await receivedCase(ward, { text, place: 'tại trụ sở' });
		const office = ward.as('office');
		await handling.classify(office, id, { ...classified, title: 'Cán bộ nhận tiền khi làm sổ' });
		await handling.assign(office, id, { unitId: unit() });
		await answering.draft(ward.as('one_stop'), id, {
			text: 'Về việc ông Tám nhận tiền, đơn vị trả lời như sau.'
		});
		await answering.sendBack(ward.as('chair'), id, 'Việc này là tố cáo.');
		await handling.note(ward.as('one_stop'), id, 'Người làm chứng là bà Tư.');
		await leading.guide(office, id, { kind: 'denunciation', place: 'Nơi tiếp công dân, số 1 phố Chợ' });
		const row = await rowOf(ward, id);
		const rest = await read(ward.robot(), async (tx) => [
			await tx.select().from(feedbackMessage).where(eq(feedbackMessage.caseId, id)),
			await tx.select().from(feedbackAnswer).where(eq(feedbackAnswer.caseId, id))
		]);
		expect(JSON.stringify([row, rest])).not.toMatch(/Tám|làm sổ|chứng là bà|trụ sở/);
		expect([row.fingerprint, row.title, row.place, row.class]).toEqual([[], '', '', 'denunciation']);
		const opened = await senders.openSealed(ward.as('chair'), id, 'Chuyển đơn cho bộ phận tiếp công dân');
		for (const part of [text, 'Cán bộ nhận tiền khi làm sổ', 'Người làm chứng là bà Tư', 'tại trụ sở'])
			expect(opened).toContain(part);
		await rejected(senders.openSealed(office, id, 'Chuyển đơn cho bộ phận tiếp công dân'));
		expect((await rejected(handling.note(ward.as('one_stop'), id, 'Còn thấy không?'))).status).toBe(404);
		expect((await lastStep(id)).told).toMatch(/Luật Tố cáo.*Nơi tiếp công dân, số 1 phố Chợ.*bí mật/);
	});

	it('is led the same way for those who said the same and were merged into it', async () => {
		const text = 'Tôi tố cáo việc thu tiền không có biên lai ở bãi xe của chợ, kéo dài nhiều tháng.';
		const [one, target] = [await receivedCase(ward, { text }), await receivedCase(ward, { text })];
		const office = ward.as('office');
		await merging.merge(office, one, (await rowOf(ward, target)).code);
		await leading.guide(office, target, { kind: 'denunciation', place: 'Nơi tiếp công dân' });
		const row = await rowOf(ward, one);
		expect(JSON.stringify(row)).not.toMatch(/biên lai/);
		expect(row.sealedText).not.toBeNull();
		expect((await lastStep(one)).told).toMatch(/tố cáo/);
	});

	it('is never given out, answered, forwarded or merged once it is classified', async () => {
		const id = await receivedCase(ward);
		const office = ward.as('office');
		await handling.classify(office, id, { ...classified, class: 'denunciation', title: 'sẽ không giữ' });
		expect((await rowOf(ward, id)).title).toBe('');
		for (const work of [
			() => handling.assign(office, id, { unitId: unit() }),
			() => leading.forward(office, id, { to: 'Thanh tra tỉnh', reach: 'phố Chợ' }),
			() => answering.draft(office, id, { text: anAnswer })
		])
			expect((await rejected(work())).reasons.map(({ code }) => code)).toContain('feedback.own_path');
		const target = await receivedCase(ward);
		expect((await rejected(merging.merge(office, id, (await rowOf(ward, target)).code))).code).toBe(
			'feedback.own_path'
		);
	});

	it('leaves an emergency readable: somebody has to run', async () => {
		const id = await receivedCase(ward);
		await leading.guide(ward.as('office'), id, { kind: 'emergency', place: 'Công an phường' });
		const row = await rowOf(ward, id);
		expect([row.state, row.class, row.text]).toEqual(['guided', 'emergency', expect.stringContaining(said)]);
		expect((await lastStep(id)).told).toMatch(/113.*114.*115/);
	});
});

describe('quarantine, several at once', () => {
	it('does what can be done, and says which could not', async () => {
		const ids = [
			await caseIn(ward, 'quarantined'),
			await caseIn(ward, 'quarantined'),
			await caseIn(ward, 'assigned')
		];
		const { done, refusals } = await quarantine.rejectAll(ward.as('office'), [...ids, ids[0]!]);
		expect([done, refusals.map(({ id }) => id)]).toEqual([2, [ids[2]]]);
		expect((await quarantine.releaseAll(ward.as('chair'), ids.slice(0, 2))).done).toBe(2);
		expect((await rowOf(ward, ids[0]!)).state).toBe('received');
		expect((await rejected(quarantine.rejectAll(ward.as('office'), []))).field).toBe('ids');
	});
});

describe('what was found to be rubbish', () => {
	it('is kept for the time the ward sets, then emptied with its sender; that it was there stays known', async () => {
		const there = await makeWard(database.db, 'giu-tin-rac');
		const id = await caseIn(there, 'spam');
		const after = (days: number) => there.robot(new Date(testNow.getTime() + days * 86_400_000));
		expect(await quarantine.emptyDue(after(89))).toBe(0);
		expect((await rowOf(there, id)).text).toContain('Đèn đường');
		expect(await quarantine.emptyDue(after(90))).toBe(1);
		expect(await quarantine.emptyDue(after(91))).toBe(0);
		const row = await rowOf(there, id);
		expect(JSON.stringify(row)).not.toMatch(/Đèn đường|Mận/);
		expect([row.state, row.fingerprint, row.contentMark]).toEqual(['spam', [], null]);
		const acts = await read(there.robot(), (tx) => historyOf(tx, { kind: 'feedback', id }));
		expect(acts.map(({ act }) => act).slice(0, 2)).toEqual([
			'feedback.spam_emptied',
			'feedback.sender_erased'
		]);
	});
});

describe('splitting', () => {
	const text =
		'Đèn đường đầu ngõ 5 hỏng ba hôm nay. Cán bộ ở quầy nói năng khó nghe khi tôi đến hỏi. Xin phường xem xét cả hai việc.';

	it('makes linked cases of the same sender and day, opened by the same secret word, and loses no word', async () => {
		const id = await receivedCase(ward, { text });
		const before = await rowOf(ward, id);
		const later = ward.as('office', new Date(testNow.getTime() + 86_400_000));
		const [made] = await splitting.split(later, id, { belongs: [1, 2, 'all'] }, before.lockVersion);
		const [first, second] = [await rowOf(ward, id), await rowOf(ward, made!.id)];
		expect(first.text).toBe('Đèn đường đầu ngõ 5 hỏng ba hôm nay. Xin phường xem xét cả hai việc.');
		expect(second.text).toBe(
			'Cán bộ ở quầy nói năng khó nghe khi tôi đến hỏi. Xin phường xem xét cả hai việc.'
		);
		expect([second.originalCaseId, second.senderId, second.receivedAt, second.state]).toEqual([
			id,
			first.senderId,
			first.receivedAt,
			'received'
		]);
		expect(second.code.slice(0, -5)).toBe(first.code.slice(0, -5));
		expect(second.dueOn).toBe(before.dueOn);
		expect((await lastStep(id)).told).toContain(second.code);
		expect((await journalOf(made!.id)).map(({ act }) => act)).toEqual(['feedback.divided']);
		expect((await journalOf(id))[0]!.act).toBe('feedback.split');
	});

	it('hangs the parts of a part on the first case, whose receipt the sender holds', async () => {
		const id = await receivedCase(ward, { text });
		const office = ward.as('office');
		const [made] = await splitting.split(
			office,
			id,
			{ belongs: [1, 2, 2] },
			(await rowOf(ward, id)).lockVersion
		);
		const part = await rowOf(ward, made!.id);
		const [deeper] = await splitting.split(office, part.id, { belongs: [1, 2] }, part.lockVersion);
		expect((await rowOf(ward, deeper!.id)).originalCaseId).toBe(id);
	});

	it('is refused where nothing is divided, numbers have gaps, or the page is old', async () => {
		const id = await receivedCase(ward, { text });
		const { lockVersion } = await rowOf(ward, id);
		const office = ward.as('office');
		for (const belongs of [
			[1, 1, 1],
			['all', 'all', 1],
			[1, 3, 1]
		] as (number | 'all')[][])
			expect((await rejected(splitting.split(office, id, { belongs }, lockVersion))).field).toBe('belongs');
		for (const work of [
			() => splitting.split(office, id, { belongs: [1, 2] }, lockVersion),
			() => splitting.split(office, id, { belongs: [1, 2, 2] }, lockVersion - 1)
		])
			expect((await rejected(work())).code).toBe('feedback.changed_meanwhile');
		for (const ctx of [ward.as('one_stop'), neighbour.as('office')])
			expect((await rejected(splitting.split(ctx, id, { belongs: [1, 2, 2] }, lockVersion))).status).toBe(
				404
			);
		expect((await rowOf(ward, id)).text).toBe(text);
	});
});

it('keeps a letter for the sender of every step that calls for one', async () => {
	const id = await caseIn(ward, 'answered');
	const letters = await read(ward.robot(), (tx) =>
		tx
			.select({ act: feedbackStep.act })
			.from(feedbackNotice)
			.innerJoin(feedbackStep, eq(feedbackStep.id, feedbackNotice.stepId))
			.where(eq(feedbackNotice.caseId, id))
			.orderBy(feedbackStep.id)
	);
	expect(letters.map(({ act }) => act)).toEqual(['received', 'assign', 'answer']);
	expect(aMessage().contact.email).not.toBe('');
});
