import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '#people/actor.ts';
import { makeWard, testNow, type TestWard } from '#people/testing.ts';
import { read } from '#platform/db.server.ts';
import { historyOf } from '#platform/journal.server.ts';
import { file } from '#platform/schema.server.ts';
import { settings } from '#platform/settings.ts';
import { useDatabase } from '#platform/testing/database.ts';
import type { CaseState } from './case.ts';
import * as answering from './answering.server.ts';
import * as followed from './followed.server.ts';
import * as following from './following.server.ts';
import * as handling from './handling.server.ts';
import * as merging from './merging.server.ts';
import { caseOf, passFor, passMinutes } from './pass.server.ts';
import * as pending from './pending.server.ts';
import {
	feedbackFile,
	feedbackMessage,
	feedbackPause,
	feedbackPendingFile,
	feedbackStep
} from './schema.server.ts';
import { anAnswer, caseIn, receivedCase, rowOf, visitorOf } from './testing.ts';

const database = useDatabase();
const dir = mkdtempSync(path.join(tmpdir(), 'minhbach-following-'));
let ward: TestWard;
let other: TestWard;
let sender: Ctx;
let photo: Uint8Array;

beforeAll(async () => {
	settings().FILES_URL = `file:${dir}`;
	ward = await makeWard(database.db);
	other = await makeWard(database.db, 'lang-gieng');
	sender = visitorOf(ward);
	photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#247' } })
		.jpeg()
		.toBuffer();
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const later = (days: number): Ctx => visitorOf(ward, new Date(testNow.getTime() + days * 86_400_000));
const actsOf = (id: number) =>
	read(sender, async (tx) => (await historyOf(tx, { kind: 'feedback', id })).map(({ act }) => act));
const journalOf = (id: number) =>
	read(sender, async (tx) => JSON.stringify(await historyOf(tx, { kind: 'feedback', id })));
const bytesInStore = (): number =>
	readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;
const addition = (text: string, more: Partial<following.Addition> = {}): following.Addition => ({
	text,
	formKey: 'bo-sung-thu-nghiem',
	...more
});

describe('adding', () => {
	it('lies with the case, told to the sender, its words not in the journal', async () => {
		const id = await receivedCase(ward);
		await following.add(
			sender,
			id,
			addition('Đèn ấy cạnh nhà văn hóa.', { uploads: [{ name: 'a.jpg', bytes: photo }] })
		);
		const shown = await followed.show(sender, id);
		expect(shown.talk).toMatchObject([
			{ kind: 'addition', text: 'Đèn ấy cạnh nhà văn hóa.', files: [{ name: 'a.jpg' }] }
		]);
		expect(shown.steps.at(-1)).toMatchObject({ told: 'Ông/bà đã bổ sung thông tin.', bySender: true });
		expect(await actsOf(id)).toContain('feedback.added_to');
		expect(await journalOf(id)).not.toContain('nhà văn hóa');
	});

	it('lets a case that waited go on, with its clock', async () => {
		const id = await caseIn(ward, 'waiting');
		expect((await rowOf(ward, id)).dueOn).toBeNull();
		await following.add(later(2), id, addition('Đèn thứ hai từ đầu ngõ.'));
		const row = await rowOf(ward, id);
		expect(row.state).toBe('assigned');
		expect(row.due).toMatchObject({ pausedDays: 2 });
		const [pause] = await read(sender, (tx) =>
			tx.select().from(feedbackPause).where(eq(feedbackPause.caseId, id))
		);
		expect(pause!.toAt).toEqual(later(2).now);
		expect((await actsOf(id)).slice(0, 2)).toEqual(['feedback.resumed', 'feedback.added_to']);
	});

	it('is one when sent twice, also at once, and leaves no bytes behind', async () => {
		const id = await receivedCase(ward);
		const before = bytesInStore();
		const same = () => addition('Gửi hai lần.', { uploads: [{ name: 'b.jpg', bytes: photo }] });
		await Promise.all([following.add(sender, id, same()), following.add(sender, id, same())]);
		await following.add(sender, id, same());
		const { messages, files } = await read(sender, async (tx) => ({
			messages: await tx.$count(feedbackMessage, eq(feedbackMessage.caseId, id)),
			files: await tx.$count(feedbackFile, eq(feedbackFile.caseId, id))
		}));
		expect([messages, files, bytesInStore() - before]).toEqual([1, 1, 1]);
	});

	it('is refused for a strange file, an empty text and a closed case, with nothing left half', async () => {
		const id = await receivedCase(ward);
		const before = bytesInStore();
		await expect(
			following.add(
				sender,
				id,
				addition('Kèm tệp.', {
					uploads: [
						{ name: 'a.jpg', bytes: photo },
						{ name: 'x.exe', bytes: Buffer.from([0x4d, 0x5a, 0, 0]) }
					]
				})
			)
		).rejects.toMatchObject({ code: 'file.unknown_kind' });
		await expect(following.add(sender, id, addition(' '))).rejects.toMatchObject({ field: 'text' });
		const closed = await caseIn(ward, 'answered');
		await expect(following.add(sender, closed, addition('Còn nữa.'))).rejects.toMatchObject({
			code: 'feedback.closed'
		});
		expect(bytesInStore()).toBe(before);
		expect((await followed.show(sender, id)).talk).toEqual([]);
	});

	it('finds no case of another ward', async () => {
		const id = await receivedCase(other);
		await expect(following.add(sender, id, addition('Sang phường khác.'))).rejects.toMatchObject({
			status: 404
		});
		await expect(followed.show(sender, id)).rejects.toMatchObject({ status: 404 });
		await expect(following.ownData(sender, id)).rejects.toMatchObject({ status: 404 });
	});
});

describe('rating', () => {
	it('is given once, for a sent answer, on five marks', async () => {
		const id = await caseIn(ward, 'answered');
		for (const score of [0, 6, 2.5, NaN])
			await expect(following.rate(sender, id, { score })).rejects.toMatchObject({ field: 'score' });
		await following.rate(sender, id, { score: 4, comment: 'Nhanh, rõ. Gọi 0912345678.' });
		expect((await followed.show(sender, id)).rating).toEqual({
			score: 4,
			comment: 'Nhanh, rõ. Gọi 0912345678.'
		});
		expect(await actsOf(id)).toContain('feedback.rated');
		expect(await journalOf(id)).not.toContain('0912345678');
		await expect(following.rate(sender, id, { score: 5 })).rejects.toMatchObject({ code: 'feedback.rated' });
		await expect(following.rate(sender, await caseIn(ward, 'drafted'), { score: 5 })).rejects.toMatchObject({
			code: 'feedback.not_answered'
		});
	});
});

describe('asking for another look', () => {
	it('is possible once, in time, and counts its term from that day; the reason stays out of the journal', async () => {
		const id = await caseIn(ward, 'answered');
		await expect(following.reopen(sender, id, 'không')).rejects.toMatchObject({ field: 'reason' });
		await following.reopen(later(3), id, 'Đèn sáng một hôm rồi lại tắt hẳn.');
		const row = await rowOf(ward, id);
		expect([row.state, row.reopenedCount, row.due!.from]).toEqual(['reopened', 1, '2026-06-18']);
		expect(await journalOf(id)).not.toContain('tắt hẳn');
		expect((await followed.show(sender, id)).talk.at(-1)!.text).toContain('tắt hẳn');
		// Answered again: not a second time.
		const office = ward.as('office');
		await handling.assign(office, id, { unitId: ward.unitIds.one_stop });
		await answering.draft(ward.as('one_stop'), id, { text: `${anAnswer} Lần hai.` });
		await answering.approve(ward.as('chair'), id);
		await answering.answer(ward.as('one_stop'), id);
		expect((await followed.show(sender, id)).answers).toHaveLength(2);
		await expect(following.reopen(later(4), id, 'Vẫn chưa đồng ý với câu trả lời.')).rejects.toMatchObject({
			code: 'feedback.reopened'
		});
	});

	it('is too late after the days of the ward', async () => {
		const id = await caseIn(ward, 'answered');
		await expect(following.reopen(later(31), id, 'Bây giờ mới đọc câu trả lời.')).rejects.toMatchObject({
			code: 'feedback.too_late'
		});
	});
});

describe('withdrawing and erasing', () => {
	it('ends the matter by the sender’s wish', async () => {
		const id = await caseIn(ward, 'waiting');
		await following.withdraw(sender, id);
		expect([(await rowOf(ward, id)).state, (await actsOf(id))[0]]).toEqual([
			'withdrawn',
			'feedback.withdrawn'
		]);
		await expect(following.withdraw(sender, await caseIn(ward, 'answered'))).rejects.toMatchObject({
			code: 'feedback.closed'
		});
	});

	it('does not end what others told of too', async () => {
		const main = await receivedCase(ward);
		const beside = await receivedCase(ward);
		await merging.merge(ward.as('office'), beside, (await rowOf(ward, main)).code);
		await expect(following.withdraw(sender, main)).rejects.toMatchObject({ code: 'feedback.others_too' });
	});

	it('erases contact data for good, and shows before in part only what is kept', async () => {
		const id = await receivedCase(ward);
		const before = await following.ownData(sender, id);
		expect(before.contact).toEqual([
			{ label: 'Họ tên', value: 'T. T. Mận' },
			{ label: 'Điện thoại', value: '••• ••• 678' },
			{ label: 'Thư điện tử', value: 'm•••@vidu.vn' }
		]);
		expect(await actsOf(id)).toContain('feedback.own_data_shown');
		await following.erase(sender, id);
		expect(await following.ownData(sender, id)).toEqual({ contact: [], erasedAt: testNow });
		expect(await actsOf(id)).toContain('feedback.sender_erased');
		await expect(following.erase(sender, id)).rejects.toMatchObject({ code: 'feedback.no_sender' });
	});
});

describe('what the sender sees', () => {
	it('is never an inner step, a note, a draft or a name of an officer', async () => {
		const id = await caseIn(ward, 'drafted');
		await handling.note(ward.as('office'), id, 'Ghi chú nội bộ: gọi điện lực.');
		const shown = JSON.stringify(await followed.show(sender, id));
		expect(shown).not.toMatch(/Ghi chú nội bộ|thay bóng đèn|Người /);
	});

	it.each<CaseState>([
		'received',
		'quarantined',
		'refused',
		'guided',
		'merged',
		'forwarded',
		'answered',
		'spam'
	])('opens in every state: %s', async (state) => {
		const shown = await followed.show(sender, await caseIn(ward, state as 'received'));
		expect(shown.steps.length).toBeGreaterThan(0);
		expect(shown.text === null).toBe(state === 'guided');
	});

	it('is the answer of the case it was merged into', async () => {
		const main = await caseIn(ward, 'approved');
		const beside = await receivedCase(ward);
		await merging.merge(ward.as('office'), beside, (await rowOf(ward, main)).code);
		expect((await followed.show(sender, beside)).answers).toEqual([]);
		await answering.answer(ward.as('one_stop'), main);
		expect((await followed.show(sender, beside)).answers).toMatchObject([{ text: anAnswer }]);
	});

	it('promises no day to whom no answer is owed', async () => {
		const contact = { name: '', phone: '', email: '', address: '' };
		expect((await followed.show(sender, await receivedCase(ward, { contact }))).due).toBeNull();
		expect((await followed.show(sender, await receivedCase(ward))).due!.explained.length).toBeGreaterThan(1);
	});
});

describe('the pass', () => {
	it('opens its case for half an hour, in its ward, as it was signed', () => {
		const pass = passFor(1, 42, testNow);
		expect(caseOf(pass, 1, testNow)).toBe(42);
		expect(caseOf(pass, 2, testNow)).toBeNull();
		expect(caseOf(pass.replace('.42.', '.43.'), 1, testNow)).toBeNull();
		expect(caseOf(pass, 1, new Date(testNow.getTime() + passMinutes * 60_000))).toBeNull();
		for (const broken of [undefined, '', 'x', '1.42.9.', `${pass}x`])
			expect(caseOf(broken, 1, testNow)).toBeNull();
	});
});

describe('files of a form handed back', () => {
	const key = 'mau-gui-thu-nghiem-0001';

	it('stay for the form, one each, and the strange ones are named', async () => {
		const exe = { name: 'x.exe', bytes: Buffer.from([0x4d, 0x5a, 0, 0]) };
		const first = await pending.keep(sender, key, [], [{ name: 'a.jpg', bytes: photo }, exe]);
		expect([first.kept.map(({ name }) => name), first.refused.map(({ field }) => field)]).toEqual([
			['a.jpg'],
			['files']
		]);
		const again = await pending.keep(sender, key, [first.kept[0]!.id], [{ name: 'a.jpg', bytes: photo }]);
		expect(again.kept).toEqual(first.kept);
		expect((await pending.keep(sender, key, [], [])).kept).toEqual([]);

		// Another form’s files are nobody else’s.
		const foreign = await receivedCase(ward, {
			submissionKey: 'mau-gui-khac-000001',
			keptFileIds: [first.kept[0]!.id]
		});
		expect((await followed.show(sender, foreign)).files).toEqual([]);
		const own = await receivedCase(ward, { submissionKey: key, keptFileIds: [first.kept[0]!.id] });
		expect((await followed.show(sender, own)).files).toMatchObject([{ name: 'a.jpg' }]);
	});

	it('go after a day, row and bytes', async () => {
		const bytes = bytesInStore();
		const { kept } = await pending.keep(
			sender,
			'mau-gui-bo-quen-0001',
			[],
			[{ name: 'a.jpg', bytes: photo }]
		);
		expect(bytesInStore()).toBe(bytes + 1);
		expect(await pending.removeOld({ ...ward.robot(), now: new Date(testNow.getTime() + 3_600_000) })).toBe(
			0
		);
		await pending.removeOld({ ...ward.robot(), now: new Date(testNow.getTime() + 25 * 3_600_000) });
		expect(bytesInStore()).toBe(bytes);
		const left = await read(sender, async (tx) => [
			await tx.$count(feedbackPendingFile),
			await tx.$count(file, eq(file.id, kept[0]!.id))
		]);
		expect(left).toEqual([0, 0]);
	});
});

describe('intake with files', () => {
	it('leaves neither rows nor bytes of a sending that was refused or came twice', async () => {
		const before = bytesInStore();
		await expect(
			receivedCase(ward, {
				uploads: [
					{ name: 'a.jpg', bytes: photo },
					{ name: 'x.exe', bytes: Buffer.from([0x4d, 0x5a, 0, 0]) }
				]
			})
		).rejects.toMatchObject({ code: 'file.unknown_kind' });
		expect(bytesInStore()).toBe(before);
		const twice = {
			submissionKey: 'hai-lan-mot-luc-0001',
			text: 'Cống trước cổng chợ bị tắc, nước tràn ra đường.',
			uploads: [{ name: 'a.jpg', bytes: photo }]
		};
		const ids = await Promise.all(Array.from({ length: 4 }, () => receivedCase(ward, twice)));
		expect(new Set(ids).size).toBe(1);
		expect(bytesInStore()).toBe(before + 1);
		const steps = await read(sender, (tx) => tx.$count(feedbackStep, eq(feedbackStep.caseId, ids[0]!)));
		expect(steps).toBe(1);
	});

	it('takes sound and film of telephones, which the office’s own forms do not', async () => {
		const amr = Buffer.concat([Buffer.from('#!AMR\n'), Buffer.alloc(64, 7)]);
		const wav = Buffer.concat([Buffer.from('RIFF\0\0\0\0WAVEfmt '), Buffer.alloc(64)]);
		const id = await receivedCase(ward, {
			uploads: [
				{ name: 'ghi âm.amr', bytes: amr },
				{ name: 'loa.wav', bytes: wav }
			]
		});
		expect((await followed.show(sender, id)).files.map(({ name }) => name)).toEqual([
			'ghi âm.amr',
			'loa.wav'
		]);
	});
});
