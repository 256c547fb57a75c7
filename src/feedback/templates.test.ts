import { beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '#people/role.ts';
import { hotline, unit } from '#people/schema.server.ts';
import { makeWard, testNow, type TestWard } from '#people/testing.ts';
import { read, transact } from '#platform/db.server.ts';
import { historyOf } from '#platform/journal.server.ts';
import { Refusal } from '#platform/refusal.ts';
import { useDatabase } from '#platform/testing/database.ts';
import * as counting from './counting.server.ts';
import { unitChoices, unitNamed } from './choices.server.ts';
import { unitNames } from './likely-unit.ts';
import * as officerReceipt from './officer-receipt.server.ts';
import * as settings from './settings.server.ts';
import { defaultSettings } from './settings.ts';
import * as templates from './templates.server.ts';
import { filled, starters } from './templates.ts';
import { caseIn, receivedCase } from './testing.ts';

const database = useDatabase();
let ward: TestWard;
let neighbour: TestWard;

beforeAll(async () => {
	ward = await makeWard(database.db);
	neighbour = await makeWard(database.db, 'lang-gieng');
});
const rejected = async (work: Promise<unknown>): Promise<Refusal> => {
	const thrown = await work.then(
		() => undefined,
		(error: unknown) => error
	);
	expect(thrown).toBeInstanceOf(Refusal);
	return thrown as Refusal;
};
const given = {
	name: 'Đã sửa đèn',
	class: 'local_issue',
	text: 'Đèn {tên việc} đã sửa xong ngày {ngày nào}.'
};
const actsOf = async (kind: string, id: number) =>
	(await read(ward.robot(), (tx) => historyOf(tx, { kind, id }))).map(({ act }) => act);

describe('an answer template', () => {
	it('is added, changed and put away by the office, each with a line of the journal', async () => {
		const office = ward.as('office');
		const id = await templates.add(office, given);
		const [one] = (await templates.list(office)).filter((row) => row.id === id);
		expect(one).toMatchObject({ ...given, lockVersion: 1 });
		await templates.change(office, id, { ...given, class: '', name: 'Đã sửa xong đèn' }, 1);
		expect((await templates.list(office)).find((row) => row.id === id)).toMatchObject({
			name: 'Đã sửa xong đèn',
			class: null
		});
		expect((await rejected(templates.change(office, id, given, 1))).status).toBe(409);
		await templates.archive(office, id, 2);
		expect((await templates.list(office)).some((row) => row.id === id)).toBe(false);
		expect((await rejected(templates.change(office, id, given, 3))).status).toBe(404);
		expect(await actsOf('feedback_template', id)).toEqual([
			'feedback_template.archived',
			'feedback_template.changed',
			'feedback_template.added'
		]);
	});

	it('is refused to other posts and other wards, and with empty words', async () => {
		const id = await templates.add(ward.as('office'), given);
		expect((await rejected(templates.add(ward.as('one_stop'), given))).status).toBe(403);
		expect((await rejected(templates.archive(ward.as('culture'), id, 1))).status).toBe(403);
		expect((await rejected(templates.change(neighbour.as('office'), id, given, 1))).status).toBe(404);
		expect((await rejected(templates.add(ward.as('office'), { ...given, name: ' ' }))).field).toBe('name');
		expect((await rejected(templates.add(ward.as('office'), { ...given, text: 'ngắn' }))).field).toBe('text');
	});

	it('begins with the program’s own, taken over once', async () => {
		const office = neighbour.as('office');
		expect(await templates.addStarters(office)).toBe(starters.length);
		expect(await templates.addStarters(office)).toBe(0);
		expect(await templates.list(office)).toHaveLength(starters.length);
	});

	it('fills in what the case and the register know, and leaves the rest to the officer', async () => {
		const there = await makeWard(database.db, 'dien-san');
		const office = there.as('office');
		await transact(office, (tx) =>
			tx.insert(hotline).values([
				{
					kind: 'office',
					name: 'Đường dây cũ',
					number: '0225 1',
					takesFeedback: true,
					validFrom: '2025-01-01',
					validTo: '2026-01-01',
					recordedAt: testNow
				},
				{
					kind: 'office',
					name: 'Đường dây nóng',
					number: '0225 3822',
					takesFeedback: true,
					validFrom: '2026-01-01',
					recordedAt: testNow
				}
			])
		);
		await templates.add(office, { ...given, name: 'Mọi loại', class: '' });
		await templates.add(office, {
			...given,
			text: '{Đơn vị} trả lời {mã}: {tên việc}, {ngày nhận}, {đường dây nóng}, {việc đã làm}.'
		});
		const id = await caseIn(there, 'assigned');
		const [first] = await templates.forCase(there.as('one_stop'), id);
		expect(first!.text).toMatch(
			/^Đơn vị Một cửa trả lời PAKN\.\S+: Đèn đường đầu ngõ không sáng, 15\/06\/2026, 0225 3822, \{việc đã làm\}\.$/
		);
		expect((await rejected(templates.forCase(there.as('radio'), id))).status).toBe(404);
	});

	it('keeps braces it does not know, and values that are not known yet', () => {
		expect(filled('{mã} {lạ} {đơn vị} {', { mã: 'A', 'đơn vị': ' ' })).toBe('A {lạ} {đơn vị} {');
	});
});

describe('limits and settings', () => {
	const limit = {
		step: 'normal' as const,
		class: null,
		source: null,
		days: 7,
		basis: 'Quyết định của tỉnh',
		validFrom: '2026-06-01',
		validTo: null
	};

	it('are dated, end on a day, and leave a line of the journal', async () => {
		const office = ward.as('office');
		const id = await settings.addLimit(office, limit);
		await settings.endLimit(office, id, '2026-12-31');
		const found = (await settings.overview(office)).limits.find((row) => row.id === id)!;
		expect([found.days, found.validTo]).toEqual([7, '2026-12-31']);
		expect(await actsOf('feedback_limit', id)).toEqual(['feedback_limit.ended', 'feedback_limit.added']);
		expect((await rejected(settings.endLimit(office, id, '2026-05-31'))).field).toBe('validTo');
		for (const work of [
			() => settings.endLimit(office, 999_999, '2026-12-31'),
			() => settings.endLimit(neighbour.as('office'), id, '2026-12-31')
		])
			expect((await rejected(work())).status).toBe(404);
		expect((await rejected(settings.addLimit(ward.as('one_stop'), limit))).status).toBe(403);
	});

	it('are saved whole, by one person at a time', async () => {
		const office = ward.as('office');
		// Two who save for the first time at once: one of them comes late.
		const both = await Promise.allSettled(
			[0, 0].map((version) => settings.save(office, { ...defaultSettings, cutoff: '16:30' }, version))
		);
		expect(
			both.map((one) => (one.status === 'fulfilled' ? 'saved' : (one.reason as { status: number }).status))
		).toEqual(expect.arrayContaining(['saved', 409]));
		const saved = await settings.overview(office);
		expect([saved.settings.cutoff, saved.lockVersion]).toEqual(['16:30', 1]);
		expect((await rejected(settings.save(office, defaultSettings, 0))).status).toBe(409);
		expect((await rejected(settings.save(office, { cutoff: '25:00' }, 1))).field).toBe('cutoff');
		expect((await rejected(settings.save(office, { remindOfficer: 99 }, 1))).field).toBe('remindOfficer');
		expect((await rejected(settings.save(ward.as('culture'), {}, 1))).status).toBe(403);
		expect((await rejected(settings.overview(ward.as('culture')))).status).toBe(403);
		expect((await settings.overview(neighbour.as('office'))).settings).toEqual(defaultSettings);
	});

	it('can be tried out by the same rules as the cases', async () => {
		const there = await makeWard(database.db, 'thu-tinh');
		const tried = { day: '2026-02-13', time: '17:30', step: 'normal', class: null, source: 'web' } as const;
		const found = await counting.tryOut(there.as('office'), tried);
		expect(found!.on).toBe('2026-03-09');
		expect(found!.explained.join(' ')).toContain('Tết Nguyên đán');
		for (const wrong of [
			{ ...tried, day: '2026-02-30' },
			{ ...tried, time: '24:00' },
			{ ...tried, day: '0001-01-01' },
			{ ...tried, day: '' }
		])
			expect(await counting.tryOut(there.as('office'), wrong)).toBeNull();
	});
});

describe('what officers choose from', () => {
	it('are units of today and their people, without administrators and the level above', async () => {
		const choices = await unitChoices(ward.as('one_stop'));
		expect(choices.map(({ id }) => id)).not.toContain(ward.unitIds.superior);
		const names = choices.flatMap(({ people }) => people.map(({ name }) => name));
		expect(names).toContain('Người Một cửa');
		expect(names).not.toContain('Người Quản trị hệ thống');
		expect((await rejected(unitChoices(ward.as('superior')))).status).toBe(403);
		const office = ward.as('office');
		expect(await unitNamed(office, 'cong-an')).toBeNull();
		const [police] = await transact(office, (tx) =>
			tx
				.insert(unit)
				.values({ key: 'cong-an', name: unitNames['cong-an'], shortName: 'Công an', kind: 'service' })
				.returning()
		);
		expect(await unitNamed(office, 'cong-an')).toBe(police!.id);
		expect(await unitNamed(office, null)).toBeNull();
	});
});

describe('the receipt on paper', () => {
	it('holds neither the text nor the sender, and is not for everybody', async () => {
		const id = await receivedCase(ward);
		const paper = await officerReceipt.paper(ward.as('office'), id);
		expect(JSON.stringify(paper)).not.toMatch(/Mận|0912|Đèn/);
		expect(paper.code).toMatch(/^PAKN\./);
		for (const role of ['radio', 'superior'] as Role[])
			expect((await rejected(officerReceipt.paper(ward.as(role), id))).status).toBe(404);
	});
});
