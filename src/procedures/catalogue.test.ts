import { describe, expect, it } from 'vitest';
import { makeWard } from '#people/testing.ts';
import { historyOf } from '#platform/journal.server.ts';
import { read, transact } from '#platform/db.server.ts';
import { useDatabase } from '#platform/testing/database.ts';
import { announce } from './announcements.server.ts';
import * as catalogue from './catalogue.server.ts';
import { changesBetween, changesOf, publishedIn } from './changes.server.ts';
import { diff } from './diff.server.ts';
import * as duties from './duties.server.ts';
import { catalogueOn, versionOn, versionsOf } from './reading.server.ts';
import { postingPlace } from './schema.server.ts';
import { aCatalogue, procedureText } from './testing.ts';

const database = useDatabase();
const now = new Date('2026-06-15T09:00:00+07:00');

async function aWard(key: string) {
	const ward = await makeWard(database.db, key);
	const office = ward.as('office', now);
	const codes = await aCatalogue(office, 6);
	return { ward, office, codes };
}

const aBoard = (ctx: Parameters<typeof transact>[0], name = 'Nhà văn hóa') =>
	transact(ctx, async (tx) => {
		const [row] = await tx
			.insert(postingPlace)
			.values({ name, kind: 'culture_house', createdAt: now })
			.returning();
		return row!.id;
	});

const decision = {
	number: '3249/QĐ-UBND',
	issuedOn: '2026-06-12',
	issuer: 'Ủy ban nhân dân thành phố Hải Phòng',
	title: 'Công bố thủ tục bãi bỏ'
};

describe('changing the catalogue', () => {
	it('takes stock without work, and the same list again changes nothing', async () => {
		const { office, codes } = await aWard('danh-muc-1');
		const all = await read(office, (tx) => catalogueOn(tx, '2026-06-15'));
		expect(all.map(({ code }) => code).sort()).toEqual(codes);
		expect(await read(office, (tx) => duties.openDuties(tx, office, { ahead: true }))).toEqual([]);
		const again = await transact(office, (tx) =>
			catalogue.apply(
				tx,
				office,
				{ kind: 'import', title: 'Lần nữa' },
				codes.map((code, at) => ({
					what: 'text',
					text: procedureText({
						code,
						// The other Unicode form and blanks around it are the same name.
						name: ` ${`Thủ tục thử nghiệm số ${at + 1}`.normalize('NFD')} `,
						field: `Lĩnh vực ${at % 5}`
					}),
					effectiveFrom: null
				}))
			)
		);
		expect(again).toMatchObject({ changeSetId: null, unchanged: 6 });
	});

	it('abolishes as of a day that is known in advance: the day alone moves it', async () => {
		const { office, codes } = await aWard('danh-muc-2');
		await aBoard(office);
		const id = await announce(office, {
			...decision,
			lines: codes.slice(0, 2).map((code) => ({
				code,
				kind: 'abolished' as const,
				effectiveOn: '2026-06-22',
				replacedBy: ['1.000003']
			}))
		});
		const on = (day: string) => read(office, (tx) => versionOn(tx, codes[0]!, day));
		expect(await on('2026-06-21')).toMatchObject({ endKind: 'abolished', replacedBy: ['1.000003'] });
		expect(await on('2026-06-22')).toBeUndefined();
		const changed = await read(office, (tx) =>
			changesBetween(tx, { from: '2026-06-01', to: '2026-12-31', limit: 10, offset: 0 })
		);
		expect(changed).toHaveLength(2);
		expect(changed[0]).toMatchObject({ kind: 'abolished', number: decision.number, postBy: '2026-06-19' });
		const work = await read(office, (tx) => duties.dutiesOfSet(tx, id));
		// Nothing hangs there yet, so nothing has to come down; the portal did its part by itself.
		expect(work.map(({ kind }) => kind).sort()).toEqual(['portal', 'portal', 'radio', 'story']);
		const published = await read(office, (tx) => publishedIn(tx, { from: '2026-04-01', to: '2026-06-30' }));
		expect(published.map(({ done }) => done.map(({ kind }) => kind))).toEqual([['portal'], ['portal']]);
		const [line] = await read(office, (tx) => historyOf(tx, { kind: 'change_set', id }));
		expect(line).toMatchObject({ act: 'procedures.changed' });
	});

	it('puts a new text into force on its day, with a sheet for every board that carries the field', async () => {
		const { office, codes } = await aWard('danh-muc-3');
		const placeId = await aBoard(office);
		await announce(office, {
			...decision,
			title: 'Công bố thủ tục sửa đổi',
			lines: [
				{
					code: codes[0]!,
					kind: 'amended',
					effectiveOn: '2026-07-01',
					text: procedureText({ code: codes[0]!, name: 'Tên mới của thủ tục' })
				}
			]
		});
		const versions = await read(office, (tx) => versionsOf(tx, codes[0]!));
		expect(versions.map(({ effectiveFrom, effectiveTo }) => [effectiveFrom, effectiveTo])).toEqual([
			['2026-07-01', null],
			['2026-01-01', '2026-07-01']
		]);
		const open = await read(office, (tx) => duties.openDuties(tx, office));
		expect(open.filter(({ kind }) => kind === 'board')).toMatchObject([
			{ placeId, dueOn: '2026-06-19', name: 'Tên mới của thủ tục', afterVersionId: versions[0]!.id }
		]);
		// Entered again before the sheet was posted: only the newest has to hang.
		await catalogue.edit(office, {
			text: procedureText({ code: codes[0]!, name: 'Tên mới nữa' }),
			effectiveFrom: '2026-07-01',
			baseVersionId: versions[0]!.id,
			correction: true
		});
		const boards = await read(office, (tx) => duties.openDuties(tx, office, { kind: 'board' }));
		expect(boards.map(({ name }) => name)).toEqual(['Tên mới nữa']);
		expect((await read(office, (tx) => changesOf(tx, codes[0]!))).map(({ kind }) => kind)).toEqual([
			'corrected',
			'amended',
			'new'
		]);
	});

	it('refuses unknown codes, a decision written twice, wrong days and posts without the right', async () => {
		const { ward, office, codes } = await aWard('danh-muc-4');
		const lines = [{ code: codes[0]!, kind: 'abolished' as const, effectiveOn: '2026-06-22' }];
		await expect(
			announce(office, { ...decision, lines: [{ ...lines[0]!, code: '9.999999' }] })
		).rejects.toMatchObject({ message: expect.stringContaining('9.999999') as string });
		await expect(announce(office, { ...decision, issuedOn: '2026-13-01', lines })).rejects.toMatchObject({
			field: 'issuedOn'
		});
		await expect(announce(office, { ...decision, lines: [] })).rejects.toMatchObject({ field: 'lines' });
		await expect(announce(ward.as('radio', now), { ...decision, lines })).rejects.toMatchObject({
			status: 403
		});
		await announce(office, { ...decision, lines });
		await expect(
			announce(office, { ...decision, lines: [{ ...lines[0]!, code: codes[1]! }] })
		).rejects.toMatchObject({ code: 'change_set.decision_taken' });
		// The refused decision left nothing.
		expect((await read(office, (tx) => versionOn(tx, codes[1]!, '2026-12-01')))?.effectiveTo).toBeNull();
	});

	it('refuses an edit that started from an older text, and keeps both people’s work', async () => {
		const { office, codes } = await aWard('danh-muc-5');
		const [base] = await read(office, (tx) => versionsOf(tx, codes[0]!));
		const change = (name: string) =>
			catalogue.edit(office, {
				text: procedureText({ code: codes[0]!, name }),
				effectiveFrom: '2026-06-15',
				baseVersionId: base!.id,
				correction: true
			});
		const outcomes = await Promise.allSettled([change('Người thứ nhất'), change('Người thứ hai')]);
		expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
		expect(await read(office, (tx) => versionsOf(tx, codes[0]!))).toHaveLength(1);
		await expect(
			catalogue.edit(office, {
				text: procedureText({ code: codes[1]! }),
				effectiveFrom: '2026-06-15',
				baseVersionId: null,
				correction: false
			})
		).rejects.toMatchObject({ status: 409 });
	});

	it('says beforehand what a list would change', async () => {
		const { office, codes } = await aWard('danh-muc-6');
		const found = await read(office, (tx) =>
			diff(tx, office, [
				{ text: procedureText({ code: '1.777777', name: 'Hoàn toàn mới' }), effectiveFrom: null },
				{
					text: procedureText({ code: codes[0]!, name: 'Thủ tục thử nghiệm số 1', field: 'Lĩnh vực 0' }),
					effectiveFrom: null
				},
				{
					text: procedureText({ code: codes[1]!, name: 'Tên khác', field: 'Lĩnh vực 1' }),
					effectiveFrom: '2026-07-01'
				}
			])
		);
		expect(found.added).toEqual([{ code: '1.777777', name: 'Hoàn toàn mới' }]);
		expect(found.unchanged).toBe(1);
		expect(found.changed).toMatchObject([
			{
				code: codes[1],
				differences: [{ field: 'name', before: 'Thủ tục thử nghiệm số 2', after: 'Tên khác' }]
			}
		]);
		expect(found.absent.map(({ code }) => code).sort()).toEqual(codes.slice(2));
	});

	it('lets a person end a duty with words, once, and counts how the limit was kept', async () => {
		const { ward, office, codes } = await aWard('danh-muc-7');
		await announce(office, {
			...decision,
			lines: [{ code: codes[0]!, kind: 'abolished', effectiveOn: '2026-06-22' }]
		});
		const radio = ward.as('radio', now);
		const [duty] = await read(radio, (tx) => duties.openDuties(tx, radio, { mine: true }));
		expect(duty).toMatchObject({ kind: 'radio' });
		await expect(duties.finish(radio, duty!.id, { note: '' })).rejects.toMatchObject({ field: 'note' });
		await duties.finish(radio, duty!.id, { note: 'Phát trong bản tin 17 giờ.' });
		await expect(duties.finish(radio, duty!.id, { note: 'Phát lần nữa.' })).rejects.toMatchObject({
			status: 409
		});
		await expect(duties.finish(radio, 999_999, { note: 'Không có.' })).rejects.toMatchObject({ status: 404 });
		const kept = await read(office, (tx) =>
			duties.timeliness(tx, office, { from: '2026-06-01', to: '2026-06-30' })
		);
		expect(kept.find(({ kind }) => kind === 'radio')).toMatchObject({ count: 1, inTime: 1, averageDays: 1 });
		expect(kept.find(({ kind }) => kind === 'story')).toMatchObject({ count: 1, inTime: 0, overdue: 0 });
	});

	it('does not cross into another ward', async () => {
		await aWard('danh-muc-8');
		const other = await makeWard(database.db, 'danh-muc-9');
		expect(await read(other.as('office', now), (tx) => catalogueOn(tx, '2026-06-15'))).toEqual([]);
	});
});
