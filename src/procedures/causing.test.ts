/** The work that changes cause, through real decisions, boards and days. */
import { describe, expect, it } from 'vitest';
import type { Ctx } from '#people/actor.ts';
import { makeWard } from '#people/testing.ts';
import { dayOf } from '#platform/clock.ts';
import { read, transact } from '#platform/db.server.ts';
import { historyOf } from '#platform/journal.server.ts';
import { useDatabase } from '#platform/testing/database.ts';
import { announce, type Announcement } from './announcements.server.ts';
import * as catalogue from './catalogue.server.ts';
import { changesOf, changesOfSet, publishedIn } from './changes.server.ts';
import * as duties from './duties.server.ts';
import { placeForm } from './place-form.ts';
import * as life from './life.server.ts';
import * as places from './places.server.ts';
import * as postings from './postings.server.ts';
import { versionOn, versionsOf } from './reading.server.ts';
import { aCatalogue, procedureText } from './testing.ts';

const database = useDatabase();
const today = '2026-06-15';
let wards = 0;
let decisions = 0;

/** Six procedures in five fields; one board carries all, one only the first field. */
async function aWard() {
	const ward = await makeWard(database.db, `viec-${++wards}`);
	const office = ward.as('office');
	const codes = await aCatalogue(office, 6);
	const add = (name: string, fields: string[], unitId: number) =>
		places.add(office, placeForm.parse({ name, kind: 'culture_house', fields, unitId }));
	const all = await add('Bảng chung', [], ward.unitIds.residential);
	const one = await add('Bảng một lĩnh vực', ['Lĩnh vực 0'], ward.unitIds.culture);
	return { ward, office, codes, all, one, add };
}

const on = (ctx: Ctx, day: string): Ctx => ({ ...ctx, now: new Date(`${day}T09:00:00+07:00`) });
const decide = (ctx: Ctx, lines: Announcement['lines'], more: Partial<Announcement> = {}) =>
	announce(ctx, {
		number: `${++decisions}/QĐ-UBND`,
		issuedOn: '2026-06-12',
		issuer: 'Ủy ban nhân dân thành phố',
		title: 'Công bố thủ tục hành chính',
		lines,
		...more
	});
const amended = (code: string, effectiveOn: string, name: string, field = 'Lĩnh vực 0') => ({
	code,
	kind: 'amended' as const,
	effectiveOn,
	text: procedureText({ code, name, field })
});
const abolished = (code: string, effectiveOn: string) => ({ code, kind: 'abolished' as const, effectiveOn });
const hang = (ctx: Ctx, placeId: number, code: string, day: string) =>
	read(ctx, async (tx) => (await versionOn(tx, code, day))!.id).then((id) =>
		postings.hang(ctx, { placeId, versionIds: [id], postedOn: day })
	);
const short = ({ kind, code, placeId, fromOn, dueOn }: duties.Duty) => [kind, code, placeId, fromOn, dueOn];
const ofSet = (ctx: Ctx, id: number, kind?: string) =>
	read(ctx, (tx) => duties.dutiesOfSet(tx, id)).then((all) =>
		all.filter((duty) => !kind || duty.kind === kind).map(short)
	);
const open = (ctx: Ctx, kind?: 'board' | 'take_down') =>
	read(ctx, (tx) => duties.openDuties(tx, ctx, { ahead: true })).then((all) =>
		all.filter((duty) => (kind ? duty.kind === kind : true)).map(short)
	);

describe('a change of the law', () => {
	it('asks each board of its field for the new sheet, tells once of the whole set, and shows it at once', async () => {
		const { office, codes, all, one } = await aWard();
		const id = await decide(office, [
			amended(codes[0]!, '2026-07-01', 'Tên mới'),
			amended(codes[1]!, '2026-07-01', 'Tên mới hai', 'Lĩnh vực 1')
		]);
		const limit = [today, '2026-06-19'];
		expect(await ofSet(office, id, 'board')).toEqual([
			['board', codes[0], all, ...limit],
			['board', codes[0], one, ...limit],
			['board', codes[1], all, ...limit]
		]);
		expect(await ofSet(office, id, 'story')).toEqual([['story', null, null, ...limit]]);
		expect(await ofSet(office, id, 'radio')).toEqual([['radio', null, null, ...limit]]);
		const portal = (await read(office, (tx) => duties.dutiesOfSet(tx, id))).filter(
			({ kind }) => kind === 'portal'
		);
		expect(portal).toMatchObject(
			[codes[0], codes[1]].map((code) => ({
				code,
				doneAt: office.now,
				doneByPersonId: null,
				link: `/thu-tuc/${code}`
			}))
		);
		expect(portal[0]!.doneNote).toContain('tự cập nhật');
		// Nothing of the old text hangs anywhere.
		expect(await ofSet(office, id, 'take_down')).toEqual([]);
	});

	it('counts the limit in working days from the decision, another one where a law says so', async () => {
		const { office, codes, all } = await aWard();
		const id = await decide(office, [amended(codes[1]!, '2026-09-10', 'Mới', 'Lĩnh vực 1')], {
			issuedOn: '2026-06-11',
			postingLimitDays: 3
		});
		expect(await ofSet(office, id, 'board')).toEqual([['board', codes[1], all, today, '2026-06-16']]);
	});

	it('has old sheets taken down on the day they end, or when people are next at work', async () => {
		const { office, codes, all, one } = await aWard();
		await hang(office, all, codes[0]!, today);
		await hang(office, all, codes[1]!, today);
		// 2026-07-04 is a Saturday.
		const id = await decide(office, [
			amended(codes[0]!, '2026-07-04', 'Mới'),
			abolished(codes[1]!, '2026-07-01')
		]);
		expect(await ofSet(office, id, 'take_down')).toEqual([
			['take_down', codes[1], all, '2026-07-01', '2026-07-01'],
			['take_down', codes[0], all, '2026-07-04', '2026-07-06']
		]);
		// Abolished: nothing to hang. The other board never had a sheet.
		expect((await ofSet(office, id, 'board')).map(([, code, place]) => [code, place])).toEqual([
			[codes[0], all],
			[codes[0], one]
		]);
	});

	it('is late when it is late, also when the decision was written down after the limit', async () => {
		const { office, codes, all } = await aWard();
		await hang(office, all, codes[1]!, today);
		const july = on(office, '2026-07-20');
		const id = await decide(july, [
			abolished(codes[1]!, '2026-06-22'),
			amended(codes[2]!, '2026-06-22', 'Mới')
		]);
		expect(await ofSet(office, id, 'take_down')).toEqual([
			['take_down', codes[1], all, '2026-06-22', '2026-06-22']
		]);
		expect(await ofSet(office, id, 'story')).toEqual([['story', null, null, '2026-06-19', '2026-06-19']]);
		const kept = await read(july, (tx) =>
			duties.timeliness(tx, july, { from: '2026-06-01', to: '2026-06-30' })
		);
		expect(kept.find(({ kind }) => kind === 'portal')).toMatchObject({
			count: 2,
			inTime: 0,
			late: 2,
			averageDays: 26
		});
		expect(kept.find(({ kind }) => kind === 'story')).toMatchObject({ overdue: 1 });
	});

	it('forgets boards that are given up', async () => {
		const { office, codes, all, one } = await aWard();
		await places.retire(office, one, 1);
		const id = await decide(office, [amended(codes[0]!, '2026-07-01', 'Mới')]);
		expect((await ofSet(office, id, 'board')).map(([, , place]) => place)).toEqual([all]);
	});
});

describe('a change of a change', () => {
	it('drops the sheet nobody posted, with the reason, and asks for the newest only', async () => {
		const { office, codes, all } = await aWard();
		const first = await decide(office, [amended(codes[1]!, '2026-07-01', 'Một', 'Lĩnh vực 1')]);
		await decide(office, [amended(codes[1]!, '2026-07-01', 'Hai', 'Lĩnh vực 1')]);
		const [dropped] = (await read(office, (tx) => duties.dutiesOfSet(tx, first))).filter(
			({ kind }) => kind === 'board'
		);
		expect(dropped).toMatchObject({ droppedAt: office.now, doneAt: null });
		expect(dropped!.droppedReason).toContain('đã thay đổi');
		const boards = await read(office, (tx) => duties.openDuties(tx, office, { kind: 'board' }));
		expect(boards).toMatchObject([{ name: 'Hai', placeId: all }]);
		expect((await read(office, (tx) => changesOf(tx, codes[1]!)))[0]).toMatchObject({ kind: 'amended' });
	});

	it('moves the day on which sheets come down when the end is moved', async () => {
		const { office, codes, all } = await aWard();
		await hang(office, all, codes[1]!, today);
		for (const day of ['2027-01-04', '2026-12-01', '2027-03-01']) {
			await decide(office, [abolished(codes[1]!, day)]);
			expect(await open(office, 'take_down')).toEqual([['take_down', codes[1], all, day, day]]);
		}
	});

	it('has a sheet that goes up in between come down for the text that was announced before', async () => {
		const { office, codes, all } = await aWard();
		await decide(office, [amended(codes[1]!, '2026-08-03', 'Tháng tám', 'Lĩnh vực 1')]);
		expect(await open(office, 'take_down')).toEqual([]);
		await decide(office, [amended(codes[1]!, '2026-07-01', 'Tháng bảy', 'Lĩnh vực 1')]);
		expect(
			(await read(office, (tx) => versionsOf(tx, codes[1]!))).map(({ name, effectiveFrom, effectiveTo }) => [
				name,
				effectiveFrom,
				effectiveTo
			])
		).toEqual([
			['Tháng tám', '2026-08-03', null],
			['Tháng bảy', '2026-07-01', '2026-08-03'],
			['Thủ tục thử nghiệm số 2', '2026-01-01', '2026-07-01']
		]);
		expect(await open(office, 'take_down')).toEqual([
			['take_down', codes[1], all, '2026-08-03', '2026-08-03']
		]);
		expect((await open(office, 'board')).length).toBe(2);
	});

	it('has the sheet of a text with an end come down in the same decision', async () => {
		const { office, codes, all } = await aWard();
		for (const lines of [
			[amended(codes[1]!, '2026-07-01', 'Tạm', 'Lĩnh vực 1'), abolished(codes[1]!, '2026-08-03')],
			[abolished(codes[2]!, '2026-08-03'), amended(codes[2]!, '2026-07-01', 'Tạm', 'Lĩnh vực 2')]
		]) {
			const id = await decide(office, lines);
			expect(await ofSet(office, id, 'take_down')).toEqual([
				['take_down', lines[0]!.code, all, '2026-08-03', '2026-08-03']
			]);
		}
	});
});

describe('what is no change of the law', () => {
	it('taking stock causes nothing', async () => {
		const ward = await makeWard(database.db, `viec-${++wards}`);
		const office = ward.as('office');
		await places.add(office, placeForm.parse({ name: 'Bảng', kind: 'office' }));
		await aCatalogue(office, 5);
		expect(await open(office)).toEqual([]);
		const published = await read(office, (tx) => publishedIn(tx, { from: '2026-01-01', to: '2026-12-31' }));
		expect(published).toEqual([]);
	});

	it('a correction changes the sheet, and is no news', async () => {
		const { office, codes, all } = await aWard();
		await hang(office, all, codes[1]!, today);
		const [base] = await read(office, (tx) => versionsOf(tx, codes[1]!));
		const { changeSetId } = await catalogue.edit(office, {
			text: procedureText({ code: codes[1]!, name: 'Viết đúng', field: 'Lĩnh vực 1' }),
			effectiveFrom: today,
			baseVersionId: base!.id,
			correction: true
		});
		expect((await ofSet(office, changeSetId!)).map(([kind, ...rest]) => [kind, ...rest]).sort()).toEqual([
			['board', codes[1], all, today, '2026-06-22'],
			['portal', codes[1], null, today, '2026-06-22'],
			['take_down', codes[1], all, today, '2026-06-22']
		]);
		// The wrong sheet is changed for the right one: both are done.
		const version = (await read(office, (tx) => versionsOf(tx, codes[1]!)))[0]!;
		await postings.hang(office, { placeId: all, versionIds: [version.id], postedOn: today, replacing: true });
		expect(await open(office)).toEqual([]);
	});

	it('a text of days that are over is kept for who looks back, and moves nobody', async () => {
		const { office, codes } = await aWard();
		const { changeSetId } = await transact(office, (tx) =>
			catalogue.apply(tx, office, { kind: 'import', title: 'Văn bản cũ' }, [
				{
					what: 'text',
					text: procedureText({ code: codes[0]!, name: 'Văn bản năm 2025', field: 'Lĩnh vực 0' }),
					effectiveFrom: '2025-03-01'
				}
			])
		);
		expect(await read(office, (tx) => versionOn(tx, codes[0]!, '2025-06-01'))).toMatchObject({
			name: 'Văn bản năm 2025',
			effectiveTo: '2026-01-01'
		});
		expect((await ofSet(office, changeSetId!)).map(([kind]) => kind)).toEqual(['portal']);
		expect(await open(office)).toEqual([]);
	});
});

describe('as the days pass', () => {
	it('asks nobody to post or take down what is over and never hung', async () => {
		const { office, codes, all } = await aWard();
		await decide(office, [
			amended(codes[1]!, '2026-07-01', 'Tạm', 'Lĩnh vực 1'),
			abolished(codes[1]!, '2026-08-03')
		]);
		const july = on(office, '2026-07-15');
		expect((await open(july)).filter(([, , place]) => place === all)).toHaveLength(2);
		const august = on(office, '2026-08-03');
		expect((await open(august)).filter(([, , place]) => place === all)).toEqual([]);
		const kept = await read(august, (tx) =>
			duties.timeliness(tx, august, { from: '2026-06-01', to: '2026-08-31' })
		);
		// It was never posted: that stays counted. There was nothing to take down: that was no work.
		expect(kept.find(({ kind }) => kind === 'board')).toMatchObject({ count: 1, overdue: 1 });
		expect(kept.find(({ kind }) => kind === 'take_down')).toBeUndefined();
	});

	it('asks nobody for a day to come to take down what is down already, and again once it is hung again', async () => {
		const { office, codes, all } = await aWard();
		const { postingIds } = await hang(office, all, codes[1]!, today);
		const id = await decide(office, [abolished(codes[1]!, '2026-12-01')]);
		const ahead = [['take_down', codes[1], all, '2026-12-01', '2026-12-01']];
		expect(await open(office, 'take_down')).toEqual(ahead);
		await postings.takeDown(office, { postingIds, on: today, reason: 'Bảng đem đi sửa.' });
		expect(await open(office, 'take_down')).toEqual([]);
		const listed = async (ctx: Ctx) =>
			(await read(ctx, (tx) => life.changesWithDuties(tx, codes[1]!, dayOf(ctx.now)))).flatMap((change) =>
				change.set.id === id ? change.duties.map(({ kind }) => kind) : []
			);
		expect(await listed(office)).toEqual(['portal']);
		const again = await hang(office, all, codes[1]!, today);
		expect(await open(office, 'take_down')).toEqual(ahead);
		expect(await listed(office)).toEqual(['portal', 'take_down']);
		await postings.takeDown(office, { postingIds: again.postingIds, on: today, reason: 'Bảng đem đi sửa.' });
		const december = on(office, '2026-12-02');
		expect(await open(december, 'take_down')).toEqual([]);
		expect(await listed(december)).toEqual(['portal']);
	});

	it('names, of a decision, what the days have settled', async () => {
		const { office, codes } = await aWard();
		const id = await decide(office, [
			amended(codes[1]!, '2026-07-01', 'Tạm', 'Lĩnh vực 1'),
			abolished(codes[1]!, '2026-08-03')
		]);
		const settled = async (day: string) => {
			const changes = await read(office, (tx) => changesOfSet(tx, id));
			const ids = await read(office, (tx) =>
				duties.settledByDays(
					tx,
					changes.map((change) => change.id),
					day
				)
			);
			const all = await read(office, (tx) => duties.dutiesOfSet(tx, id));
			return all.filter((duty) => ids.has(duty.id)).map(({ kind }) => kind);
		};
		expect(await settled('2026-07-15')).toEqual([]);
		expect(await settled('2026-08-03')).toEqual(['board', 'take_down']);
		expect(await read(office, (tx) => duties.settledByDays(tx, [], today))).toEqual(new Set());
	});

	it('keeps asking until the old sheet is down', async () => {
		const { office, codes, all } = await aWard();
		const { postingIds } = await hang(office, all, codes[1]!, today);
		const id = await decide(office, [abolished(codes[1]!, '2026-07-01')]);
		const july = on(office, '2026-07-02');
		expect(await open(july, 'take_down')).toHaveLength(1);
		await postings.takeDown(july, { postingIds, on: '2026-07-02' });
		expect(await open(july, 'take_down')).toEqual([]);
		const done = (await read(july, (tx) => duties.dutiesOfSet(tx, id))).find(
			({ kind }) => kind === 'take_down'
		);
		expect(done).toMatchObject({ doneAt: july.now, link: `/lam-viec/niem-yet/${all}` });
		const [line] = await read(office, (tx) => historyOf(tx, { kind: 'procedure_duty', id: done!.id }));
		expect(line).toMatchObject({ act: 'procedure_duty.finished', after: { count: 1 } });
	});

	it('lists in the quarter what was published in it, in which form and when', async () => {
		const { ward, office, codes, all } = await aWard();
		await decide(office, [
			amended(codes[1]!, '2026-06-22', 'Mới', 'Lĩnh vực 1'),
			abolished(codes[2]!, '2026-06-22')
		]);
		const radio = on(ward.as('radio'), '2026-07-01');
		const [duty] = await read(radio, (tx) => duties.openDuties(tx, radio, { mine: true }));
		await duties.finish(radio, duty!.id, { note: 'Phát trong bản tin 17 giờ.' });
		await hang(on(office, '2026-06-30'), all, codes[1]!, '2026-06-30');
		const quarter = (from: string, to: string) =>
			read(office, (tx) => publishedIn(tx, { from, to })).then((rows) =>
				rows.map(({ code, done }) => [code, ...done.map(({ kind }) => kind)])
			);
		expect(await quarter('2026-04-01', '2026-06-30')).toEqual([
			[codes[1], 'portal', 'board'],
			[codes[2], 'portal']
		]);
		// The radio told of the whole decision on the first day of the next quarter.
		expect(await quarter('2026-07-01', '2026-09-30')).toEqual([
			[codes[1], 'radio'],
			[codes[2], 'radio']
		]);
	});
});

describe('whose work it is', () => {
	it('shows each post its own, and the keepers everything', async () => {
		const { ward, office, codes, all, one } = await aWard();
		await decide(office, [amended(codes[0]!, '2026-07-01', 'Mới')]);
		const mine = (ctx: Ctx) =>
			read(ctx, (tx) => duties.openDuties(tx, ctx, { mine: true })).then((found) =>
				found.map(({ kind, placeId }) => (placeId ? `${kind} ${placeId}` : kind)).sort()
			);
		expect(await mine(ward.as('radio'))).toEqual(['radio']);
		expect(await mine(ward.as('culture'))).toEqual([`board ${one}`, 'story']);
		expect(await mine(ward.as('residential'))).toEqual([`board ${all}`]);
		expect(await mine(ward.as('accountant'))).toEqual([]);
		for (const role of ['office', 'one_stop', 'justice', 'chair'] as const)
			expect(await mine(ward.as(role))).toEqual([`board ${all}`, `board ${one}`, 'radio', 'story']);
	});

	it('is ended by words once, by who it is given to; boards end in the register', async () => {
		const { ward, office, codes } = await aWard();
		await decide(office, [amended(codes[0]!, '2026-07-01', 'Mới')]);
		const all = await read(office, (tx) => duties.openDuties(tx, office));
		const [story, board] = ['story', 'board'].map((kind) => all.find((duty) => duty.kind === kind)!.id);
		const note = 'Đã đăng trong bài tổng hợp.';
		await expect(duties.finish(ward.as('accountant'), story!, { note })).rejects.toMatchObject({
			status: 403
		});
		await expect(duties.finish(office, board!, { note })).rejects.toMatchObject({ code: 'duty.by_posting' });
		await expect(duties.finish(office, 999_999, { note })).rejects.toMatchObject({ status: 404 });
		await expect(duties.finish(office, story!, { note: ' a ' })).rejects.toMatchObject({ field: 'note' });
		await duties.finish(ward.as('culture'), story!, { note, link: '/tin-tuc/mot-bai' });
		const [line] = await read(office, (tx) => historyOf(tx, { kind: 'procedure_duty', id: story! }));
		expect(line).toMatchObject({ act: 'procedure_duty.finished', note, after: { link: '/tin-tuc/mot-bai' } });
		await expect(duties.finish(office, story!, { note })).rejects.toMatchObject({ status: 409 });
		const other = await makeWard(database.db, `viec-${++wards}`);
		await expect(duties.finish(other.as('office'), board!, { note })).rejects.toMatchObject({ status: 404 });
	});
});
