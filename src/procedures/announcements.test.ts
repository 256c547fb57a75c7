import { describe, expect, it } from 'vitest';
import type { Ctx } from '#people/actor.ts';
import { roles, type Role } from '#people/role.ts';
import { makeWard } from '#people/testing.ts';
import { historyOf } from '#platform/journal.server.ts';
import { read } from '#platform/db.server.ts';
import type { Refusal } from '#platform/refusal.ts';
import { useDatabase } from '#platform/testing/database.ts';
import { announce, listSets, setById, type Announcement } from './announcements.server.ts';
import * as catalogue from './catalogue.server.ts';
import { versionOn, versionsOf } from './reading.server.ts';
import { aCatalogue, procedureText } from './testing.ts';

const database = useDatabase();
const monday = '2026-06-22';
let wards = 0;

async function aWard(n = 6) {
	const ward = await makeWard(database.db, `cong-bo-${++wards}`);
	const office = ward.as('office');
	return { ward, office, codes: await aCatalogue(office, n) };
}

const given = (lines: Announcement['lines'], more: Partial<Announcement> = {}): Announcement => ({
	number: '3249/QĐ-UBND',
	issuedOn: '2026-06-12',
	issuer: 'Ủy ban nhân dân thành phố Hải Phòng',
	title: 'Công bố danh mục thủ tục hành chính',
	lines,
	...more
});
const refusal = (work: Promise<unknown>): Promise<Refusal> =>
	work.then(
		() => expect.fail('nothing was refused'),
		(error: Refusal) => error
	);
const days = (versions: Awaited<ReturnType<typeof versionsOf>>) =>
	versions.map(({ name, effectiveFrom, effectiveTo, endKind }) => [
		name,
		effectiveFrom,
		effectiveTo,
		endKind
	]);

describe('an announcement decision', () => {
	it('abolishes two as of next Monday, replaces one by others, amends one with a text and one without', async () => {
		const { office, codes } = await aWard();
		const id = await announce(
			office,
			given([
				{ code: ` ${codes[0]!} `, kind: 'abolished', effectiveOn: monday },
				{ code: codes[1]!, kind: 'abolished', effectiveOn: monday },
				{
					code: codes[2]!,
					kind: 'replaced',
					effectiveOn: monday,
					replacedBy: [codes[3]!, ' 9.000001', codes[3]!]
				},
				{
					code: codes[3]!,
					kind: 'amended',
					effectiveOn: '2026-07-01',
					text: procedureText({ name: 'Tên mới' })
				},
				{ code: codes[4]!, kind: 'amended', effectiveOn: '2026-07-01' },
				{
					code: '8.000001',
					kind: 'new',
					effectiveOn: '2026-07-01',
					text: procedureText({ name: 'Hoàn toàn mới' })
				}
			])
		);
		const at = (code: string, day: string) => read(office, (tx) => versionOn(tx, code, day));
		expect(await at(codes[0]!, '2026-06-21')).toMatchObject({ effectiveTo: monday, endKind: 'abolished' });
		expect(await at(codes[0]!, monday)).toBeUndefined();
		expect(await at(codes[2]!, '2026-06-21')).toMatchObject({
			endKind: 'replaced',
			replacedBy: [codes[3], '9.000001']
		});
		expect(await at(codes[3]!, '2026-07-01')).toMatchObject({
			name: 'Tên mới',
			decision: '3249/QĐ-UBND',
			decidedOn: '2026-06-12'
		});
		expect(await at(codes[4]!, '2026-07-01')).toMatchObject({
			name: 'Thủ tục thử nghiệm số 5',
			decision: '3249/QĐ-UBND'
		});
		expect(await at('8.000001', '2026-06-30')).toBeUndefined();
		expect(await at('8.000001', '2026-07-01')).toMatchObject({ code: '8.000001' });

		const whole = (await read(office, (tx) => setById(tx, id)))!;
		expect(whole.set).toMatchObject({
			kind: 'decision',
			number: '3249/QĐ-UBND',
			recordedByPersonId: office.actor.personId
		});
		expect(whole.changes.map(({ code, kind }) => [code, kind]).sort()).toEqual([
			[codes[0], 'abolished'],
			[codes[1], 'abolished'],
			[codes[2], 'replaced'],
			[codes[3], 'amended'],
			[codes[4], 'amended'],
			['8.000001', 'new']
		]);
		expect(new Set(whole.changes.map(({ postBy }) => postBy))).toEqual(new Set(['2026-06-19']));
		const [line, ...more] = await read(office, (tx) => historyOf(tx, { kind: 'change_set', id }));
		expect(more).toEqual([]);
		expect(line).toMatchObject({
			act: 'procedures.changed',
			personId: office.actor.personId,
			after: {
				changeSetId: id,
				kind: 'decision',
				number: '3249/QĐ-UBND',
				added: 1,
				amended: 2,
				ended: 3,
				unchanged: 0
			}
		});
		expect((line!.after as { codes: string[] }).codes).toHaveLength(6);
		expect(await read(office, (tx) => setById(tx, 999_999))).toBeUndefined();
		const listed = await read(office, (tx) => listSets(tx, { kind: 'decision', page: 1 }));
		expect(listed).toMatchObject({ sets: [{ id, changes: 6 }], more: false });
	});

	it('takes a new procedure whose text was written beforehand, without losing a word of it', async () => {
		const { office } = await aWard(1);
		await catalogue.edit(office, {
			text: procedureText({ code: '8.000002', name: 'Đã viết trước' }),
			effectiveFrom: '2026-07-01',
			baseVersionId: null,
			correction: false
		});
		const line = { code: '8.000002', kind: 'new' as const, effectiveOn: '2026-07-01' };
		await announce(office, given([line]));
		const versions = await read(office, (tx) => versionsOf(tx, '8.000002'));
		expect(versions).toMatchObject([
			{ name: 'Đã viết trước', decision: '3249/QĐ-UBND', effectiveFrom: '2026-07-01', effectiveTo: null }
		]);
	});

	it('moves an end that was announced before, earlier or put off, but not one that has come', async () => {
		const { ward, office, codes } = await aWard(1);
		const end = (number: string, effectiveOn: string, ctx: Ctx = office) =>
			announce(
				ctx,
				given([{ code: codes[0]!, kind: 'abolished', effectiveOn }], { number, issuedOn: '2026-06-12' })
			);
		for (const [number, on] of [
			['1/QĐ-UBND', '2027-01-01'],
			['2/QĐ-UBND', '2026-12-01'],
			['3/QĐ-UBND', '2027-03-01']
		] as const) {
			await end(number, on);
			expect(days(await read(office, (tx) => versionsOf(tx, codes[0]!)))).toEqual([
				['Thủ tục thử nghiệm số 1', '2026-01-01', on, 'abolished']
			]);
		}
		const after = ward.as('office', new Date('2027-03-01T09:00:00+07:00'));
		expect(await refusal(end('4/QĐ-UBND', '2027-06-01', after))).toMatchObject({
			code: 'procedure.not_in_force'
		});
	});

	it('says clearly that it was written down before, also in other letters', async () => {
		const { office, codes } = await aWard();
		const lines = [{ code: codes[0]!, kind: 'abolished' as const, effectiveOn: monday }];
		await announce(office, given(lines));
		for (const number of ['3249/QĐ-UBND', '3249/qđ-ubnd', ' 3249/QĐ-UBND'.normalize('NFD')]) {
			const refused = await refusal(announce(office, given(lines, { number })));
			expect(refused).toMatchObject({ code: 'change_set.decision_taken', status: 409, field: 'number' });
			expect(refused.message).toContain('đã được ghi ngày 15/06/2026');
		}
		// Another year's decision may bear the same number.
		await announce(
			office,
			given([{ code: codes[1]!, kind: 'abolished', effectiveOn: monday }], { issuedOn: '2026-06-01' })
		);
	});

	it('refuses lines that cannot be, each with its code, and leaves nothing of the others', async () => {
		const { office, codes } = await aWard();
		await announce(
			office,
			given([{ code: codes[5]!, kind: 'amended', effectiveOn: '2026-09-01' }], { number: '1/QĐ-UBND' })
		);
		const good = { code: codes[0]!, kind: 'abolished' as const, effectiveOn: monday };
		const text = procedureText({ name: 'Văn bản' });
		const cases: [Announcement['lines'][number], string, string][] = [
			[{ code: '7.777777', kind: 'abolished', effectiveOn: monday }, 'procedure.not_in_force', '7.777777'],
			[{ code: '7.777777', kind: 'amended', effectiveOn: monday }, 'decision.unknown', '7.777777'],
			[{ code: '7.777777', kind: 'amended', effectiveOn: monday, text }, 'decision.unknown', '7.777777'],
			[{ code: '7.777777', kind: 'replaced', effectiveOn: monday, text }, 'decision.unknown', '7.777777'],
			[{ code: '7.777777', kind: 'new', effectiveOn: monday }, 'decision.text_missing', '7.777777'],
			[{ code: codes[1]!, kind: 'new', effectiveOn: monday, text }, 'decision.not_new', codes[1]!],
			[
				{ code: codes[5]!, kind: 'abolished', effectiveOn: '2026-08-01' },
				'procedure.later_version',
				codes[5]!
			],
			[{ code: codes[0]!, kind: 'amended', effectiveOn: monday, text }, 'procedure.twice', codes[0]!],
			[
				{ code: codes[1]!, kind: 'replaced', effectiveOn: monday, replacedBy: [codes[1]!] },
				'procedure.replaces_itself',
				codes[1]!
			],
			[
				{ code: codes[1]!, kind: 'replaced', effectiveOn: monday, replacedBy: ['không phải mã'] },
				'procedure.code',
				'không phải mã'
			],
			[{ code: codes[1]!, kind: 'corrected', effectiveOn: monday }, 'decision.lines', codes[1]!],
			[{ code: codes[1]!, kind: 'abolished', effectiveOn: '2026-02-30' }, 'decision.lines', codes[1]!],
			[{ code: codes[1]!, kind: 'abolished', effectiveOn: '2026-06-11' }, 'decision.lines', codes[1]!]
		];
		for (const [line, code, named] of cases) {
			const refused = await refusal(announce(office, given([good, line])));
			expect(refused.code, JSON.stringify(line)).toBe(code);
			expect(refused.message).toContain(named);
			expect(refused.field).toBe('lines');
		}
		expect((await read(office, (tx) => versionOn(tx, codes[0]!, monday)))?.effectiveTo).toBeNull();
		const listed = await read(office, (tx) => listSets(tx, { kind: 'decision', page: 1 }));
		expect(listed.sets).toHaveLength(1);
	});

	it('names every wrong line at once', async () => {
		const { office } = await aWard(1);
		const wrong = ['7.000001', '7.000002'].map((code) => ({
			code,
			kind: 'abolished' as const,
			effectiveOn: monday
		}));
		expect((await refusal(announce(office, given(wrong)))).reasons.map(({ message }) => message)).toEqual([
			expect.stringContaining('7.000001'),
			expect.stringContaining('7.000002')
		]);
	});

	it('asks for a whole head', async () => {
		const { office, codes } = await aWard(1);
		const lines = [{ code: codes[0]!, kind: 'abolished' as const, effectiveOn: monday }];
		const cases: [Partial<Announcement>, string][] = [
			[{ number: ' ' }, 'number'],
			[{ issuedOn: '12/6/2026' }, 'issuedOn'],
			[{ issuer: '' }, 'issuer'],
			[{ title: '' }, 'title'],
			[{ url: 'javascript:alert(1)' }, 'url'],
			[{ postingLimitDays: 61 }, 'postingLimitDays'],
			[{ postingLimitDays: 2.5 }, 'postingLimitDays'],
			[{ lines: [] }, 'lines']
		];
		for (const [more, field] of cases)
			expect((await refusal(announce(office, given(lines, more)))).field).toBe(field);
	});

	it('is written down by those who keep the catalogue', async () => {
		const { ward, codes } = await aWard(Object.keys(roles).length);
		const keepers: Role[] = ['chair', 'vice_chair', 'office', 'one_stop', 'justice'];
		for (const [at, role] of (Object.keys(roles) as Role[]).entries()) {
			const lines = [{ code: codes[at]!, kind: 'abolished' as const, effectiveOn: monday }];
			const work = announce(ward.as(role), given(lines, { number: `${at}/QĐ-UBND` }));
			if (keepers.includes(role)) expect(await work).toBeTypeOf('number');
			else expect(await refusal(work)).toMatchObject({ code: 'procedure.announce', status: 403 });
		}
		const lines = [{ code: codes[0]!, kind: 'abolished' as const, effectiveOn: monday }];
		const visitor = { ...ward.robot(), actor: { kind: 'visitor' as const } };
		expect(await refusal(announce(visitor, given(lines)))).toMatchObject({ status: 401 });
	});
});
