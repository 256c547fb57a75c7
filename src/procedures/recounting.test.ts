/** Due days that move when the days off of their term become known. */
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Ctx } from '#people/actor.ts';
import * as daysOff from '#people/days-off.server.ts';
import { notice } from '#people/schema.server.ts';
import { makeWard, type TestWard } from '#people/testing.ts';
import { read } from '#platform/db.server.ts';
import { historyOf, page } from '#platform/journal.server.ts';
import { useDatabase } from '#platform/testing/database.ts';
import { makeCalendar } from '#platform/working-days.ts';
import { reactions } from '#reactions.ts';
import { announce, type Announcement } from './announcements.server.ts';
import { changesOfSet } from './changes.server.ts';
import * as duties from './duties.server.ts';
import { placeForm } from './place-form.ts';
import * as places from './places.server.ts';
import * as postings from './postings.server.ts';
import { versionOn } from './reading.server.ts';
import { sayMoved } from './recounted.ts';
import { recount } from './recounting.server.ts';
import { aCatalogue, procedureText } from './testing.ts';

const database = useDatabase();
let wards = 0;
const storm = { kind: 'off' as const, reason: 'Nghỉ tránh bão', document: 'Công điện 12/CĐ-UBND' };

/** A board with the sheet of a procedure, and a decision of Friday 2026-06-12: to be posted by 2026-06-19. */
async function aWard(lines?: (codes: string[]) => Announcement['lines'], issuedOn = '2026-06-12') {
	const ward = await makeWard(database.db, `tinh-lai-${++wards}`);
	const office = ward.as('office');
	const codes = await aCatalogue(office, 3);
	const placeId = await places.add(office, placeForm.parse({ name: 'Bảng chung', kind: 'office' }));
	const version = await read(office, (tx) => versionOn(tx, codes[0]!, '2026-06-15'));
	await postings.hang(office, { placeId, versionIds: [version!.id], postedOn: '2026-06-15' });
	const id = await announce(office, {
		number: '12/QĐ-UBND',
		issuedOn,
		issuer: 'Ủy ban nhân dân thành phố',
		title: 'Công bố thủ tục hành chính',
		lines: lines?.(codes) ?? [
			{ code: codes[0]!, kind: 'abolished', effectiveOn: '2026-07-01' },
			{
				code: codes[1]!,
				kind: 'amended',
				effectiveOn: '2026-07-01',
				text: procedureText({ code: codes[1]!, name: 'Mới', field: 'Lĩnh vực 1' })
			}
		]
	});
	return { ward, office, codes, placeId, id };
}

const due = (ctx: Ctx, id: number): Promise<Record<string, string>> =>
	read(ctx, (tx) => duties.dutiesOfSet(tx, id)).then((all) =>
		Object.fromEntries(all.map(({ kind, dueOn }) => [kind, dueOn]))
	);
const react = async (ward: TestWard, act: string): Promise<number> => {
	const line = (await page(ward.as('office'))).find((one) => one.act === act)!;
	for (const one of reactions[act]!) await one(ward.robot(), line);
	return line.id;
};
const lines = (ctx: Ctx, id: number) =>
	read(ctx, (tx) => historyOf(tx, { kind: 'change_set', id })).then((all) =>
		all.filter(({ act }) => act === 'procedure_duty.recounted')
	);

describe('a day off that is written down after the duties', () => {
	it('moves the limit and the taking down, with the reason in the journal, and back when it is taken back', async () => {
		const { ward, office, id } = await aWard();
		const before = { portal: '2026-06-19', board: '2026-06-19', story: '2026-06-19', radio: '2026-06-19' };
		expect(await due(office, id)).toEqual({ ...before, take_down: '2026-07-01' });

		await daysOff.add(office, { ...storm, from: '2026-06-18', to: '2026-06-19' });
		await react(ward, 'day_off.added');
		const after = { portal: '2026-06-23', board: '2026-06-23', story: '2026-06-23', radio: '2026-06-23' };
		expect(await due(office, id)).toEqual({ ...after, take_down: '2026-07-01' });
		expect((await read(office, (tx) => changesOfSet(tx, id))).map(({ postBy }) => postBy)).toEqual([
			'2026-06-23',
			'2026-06-23'
		]);
		expect((await lines(office, id))[0]).toMatchObject({
			before: { dueOn: '2026-06-19' },
			after: { dueOn: '2026-06-23', open: 3 },
			note: 'Hạn niêm yết chuyển từ 19/06/2026 sang 23/06/2026. Lịch có: 18/06/2026 Nghỉ tránh bão; 19/06/2026 Nghỉ tránh bão.'
		});

		await daysOff.add(office, { ...storm, from: '2026-07-01', to: '2026-07-01' });
		await react(ward, 'day_off.added');
		expect(await due(office, id)).toEqual({ ...after, take_down: '2026-07-02' });
		expect((await lines(office, id))[0]!.note).toBe(
			'Hạn gỡ tờ cũ chuyển từ 01/07/2026 sang 02/07/2026. Lịch có: 01/07/2026 Nghỉ tránh bão.'
		);

		const { lines: own } = await daysOff.ofYear(office, 2026);
		for (const { ownId } of own.filter((line) => line.ownId !== null)) {
			await daysOff.remove(office, ownId!);
			await react(ward, 'day_off.removed');
		}
		expect(await due(office, id)).toEqual({ ...before, take_down: '2026-07-01' });
	});

	it('brings a limit nearer when people work on a Saturday', async () => {
		const { ward, office, id } = await aWard();
		await daysOff.add(office, {
			kind: 'working',
			from: '2026-06-13',
			to: '2026-06-13',
			reason: 'Làm bù',
			document: ''
		});
		await react(ward, 'day_off.added');
		expect(await due(office, id)).toMatchObject({ board: '2026-06-18', story: '2026-06-18' });
	});

	it('tells who keeps the boards once, but not who wrote it down, and writes nothing a second time', async () => {
		const { ward, office, id } = await aWard();
		await daysOff.add(office, { ...storm, from: '2026-06-18', to: '2026-06-18' });
		await react(ward, 'day_off.added');
		const entryId = await react(ward, 'day_off.added');
		const told = await read(office, (tx) => tx.select().from(notice).where(eq(notice.entryId, entryId)));
		expect(told.map(({ personId }) => personId).sort()).toEqual(
			(['one_stop', 'culture', 'radio'] as const).map((role) => ward.as(role).actor.personId).sort()
		);
		expect(told[0]).toMatchObject({
			text: 'Lịch nghỉ đã đổi: hạn của 3 việc do thủ tục thay đổi chuyển từ 19/06/2026 sang 22/06/2026.',
			link: `/lam-viec/thu-tuc/quyet-dinh/${id}`
		});
		expect(await lines(office, id)).toHaveLength(1);
		expect(await recount(ward.robot())).toEqual([]);
	});

	it('decides anew whether something was late', async () => {
		const { ward, office, id, codes, placeId } = await aWard();
		const monday = { ...office, now: new Date('2026-06-22T09:00:00+07:00') };
		const version = await read(monday, (tx) => versionOn(tx, codes[1]!, '2026-07-01'));
		await postings.hang(monday, { placeId, versionIds: [version!.id], postedOn: '2026-06-22' });
		const board = async () =>
			(
				await read(monday, (tx) => duties.timeliness(tx, monday, { from: '2026-06-01', to: '2026-06-30' }))
			).find(({ kind }) => kind === 'board');
		expect(await board()).toMatchObject({ late: 1, inTime: 0 });
		await daysOff.add(monday, { ...storm, from: '2026-06-18', to: '2026-06-18' });
		await react(ward, 'day_off.added');
		expect(await board()).toMatchObject({ late: 0, inTime: 1 });
		expect((await due(office, id))['board']).toBe('2026-06-22');
	});

	it('has the sheet of a text that was put right come down within its moved limit', async () => {
		const { ward, office, id } = await aWard(
			(codes) => [
				{
					code: codes[0]!,
					kind: 'amended',
					// The first day of the text it takes the place of: what hangs was never right.
					effectiveOn: '2026-01-01',
					text: procedureText({ code: codes[0]!, name: 'Viết đúng', field: 'Lĩnh vực 0' })
				}
			],
			'2026-01-01'
		);
		const first = await due(office, id);
		expect(first['take_down']).toBe(first['board']);
		await daysOff.add(office, { ...storm, from: '2026-01-06', to: '2026-01-06' });
		await react(ward, 'day_off.added');
		const then = await due(office, id);
		expect(then['board']! > first['board']!).toBe(true);
		expect(then['take_down']).toBe(then['board']);
	});

	it('moves nothing in another ward, and nothing of a catalogue that was only taken stock of', async () => {
		const [mine, other] = [await aWard(), await aWard()];
		await daysOff.add(mine.office, { ...storm, from: '2026-06-18', to: '2026-06-18' });
		await react(mine.ward, 'day_off.added');
		expect((await due(other.office, other.id))['board']).toBe('2026-06-19');
		const moved = await recount(mine.ward.robot());
		expect(moved).toEqual([]);
		const stock = await makeWard(database.db, `tinh-lai-${++wards}`);
		await aCatalogue(stock.as('office'), 3);
		await daysOff.add(stock.as('office'), { ...storm, from: '2026-06-18', to: '2026-06-18' });
		expect(await recount(stock.robot())).toEqual([]);
	});
});

describe('the words of a moved day', () => {
	it('name the days that moved it, not every weekend', () => {
		const calendar = makeCalendar({
			own: [
				{ date: '2026-08-24', kind: 'off', reason: 'Nghỉ tránh bão' },
				{ date: '2026-08-22', kind: 'working', reason: 'Làm bù' }
			],
			settledYears: [2026]
		});
		expect(sayMoved({ from: '2026-08-20', old: '2026-08-25', due: '2026-08-26' }, calendar)).toBe(
			'Hạn niêm yết chuyển từ 25/08/2026 sang 26/08/2026. Lịch có: 22/08/2026 Làm bù; 24/08/2026 Nghỉ tránh bão.'
		);
		expect(sayMoved({ from: '2026-08-04', old: '2026-08-07', due: '2026-08-06' }, calendar)).toBe(
			'Hạn niêm yết chuyển từ 07/08/2026 sang 06/08/2026. Trong hạn không còn ngày nghỉ riêng nào.'
		);
	});
});
