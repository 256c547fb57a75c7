/** The number of a sheet on its board stays while others come and go. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ctx } from '#people/actor.ts';
import { makeWard } from '#people/testing.ts';
import { read, transact } from '#platform/db.server.ts';
import { useDatabase } from '#platform/testing/database.ts';
import { announce, type Announcement } from './announcements.server.ts';
import * as boardNumbers from './board-numbers.server.ts';
import { numbersOf, type Numbered } from './board-numbers.ts';
import * as boards from './boards.server.ts';
import { placeForm } from './place-form.ts';
import * as places from './places.server.ts';
import * as postings from './postings.server.ts';
import { load } from './print/loading.server.ts';
import { versionOn } from './reading.server.ts';
import { boardNumber } from './schema.server.ts';
import { aCatalogue, procedureText } from './testing.ts';

const carried = (...ids: number[]): Numbered[] => ids.map((procedureId) => ({ procedureId, replaces: [] }));
const given = (map: Map<number, number>) => [...map].map(([id, no]) => `${id}:${no}`).join(' ');

describe('numbers of a board', () => {
	it('are counted from one at first, in the order of the catalogue', () => {
		expect(given(numbersOf(carried(30, 10, 20), new Map()))).toBe('30:1 10:2 20:3');
	});

	it('stay when one comes before or goes; the next takes what is free', () => {
		const kept = numbersOf(carried(1, 2, 3, 4), new Map());
		expect(given(numbersOf(carried(9, 1, 3, 4), kept))).toBe('9:2 1:1 3:3 4:4');
		expect(given(numbersOf(carried(8, 9, 1, 3, 4), kept))).toBe('8:2 9:5 1:1 3:3 4:4');
	});

	it('pass to the procedure that replaces another, also beside it; to one only', () => {
		const kept = numbersOf(carried(1, 2, 3), new Map());
		const next = [...carried(1, 2, 3), { procedureId: 7, replaces: [2] }, { procedureId: 8, replaces: [2] }];
		expect(given(numbersOf(next, kept))).toBe('1:1 2:2 3:3 7:2 8:4');
		// The old one is gone already.
		expect(given(numbersOf([...carried(1, 3), { procedureId: 7, replaces: [2] }], kept))).toBe('1:1 3:3 7:2');
		// Several become one: the lowest of theirs.
		expect(given(numbersOf([...carried(1, 3), { procedureId: 7, replaces: [3, 1] }], kept))).toBe(
			'1:1 3:3 7:1'
		);
	});

	it('are told apart again when the replacement is called off', () => {
		const kept = new Map([
			[2, 2],
			[7, 2]
		]);
		expect(given(numbersOf(carried(2, 7), kept))).toBe('2:2 7:1');
	});

	it('never change for what stays, and are shared only by who replaces whom', () => {
		const board = fc.uniqueArray(fc.integer({ min: 1, max: 12 }));
		fc.assert(
			fc.property(fc.array(board, { minLength: 1, maxLength: 8 }), (days) => {
				let kept = new Map<number, number>();
				for (const ids of days) {
					const now = numbersOf(carried(...ids), kept);
					expect([...now.keys()]).toEqual(ids);
					expect(new Set(now.values()).size).toBe(ids.length);
					for (const [id, no] of now) if (kept.has(id)) expect(no).toBe(kept.get(id));
					// Never more numbers in use than the fullest day asked for.
					expect(Math.max(0, ...now.values())).toBeLessThanOrEqual(
						Math.max(...days.map(({ length }) => length))
					);
					kept = now;
				}
			})
		);
	});
});

const database = useDatabase();
const today = '2026-06-15';
let wards = 0;

async function aBoard() {
	const ward = await makeWard(database.db, `so-to-${++wards}`);
	const office = ward.as('office');
	const codes = await aCatalogue(office, 4);
	const placeId = await places.add(office, placeForm.parse({ name: 'Bảng', kind: 'office' }));
	return { ward, office, codes, placeId };
}
const on = (ctx: Ctx, day: string): Ctx => ({ ...ctx, now: new Date(`${day}T09:00:00+07:00`) });
const sheets = (ctx: Ctx, placeId: number, day: string) =>
	read(ctx, async (tx) => boards.boardAt(tx, await places.byId(tx, ctx, placeId), day));
const numbers = async (ctx: Ctx, placeId: number, day = today) =>
	Object.fromEntries((await sheets(ctx, placeId, day)).sheets.map(({ code, no }) => [code, no]));
let decided = 0;
const decide = (ctx: Ctx, lines: Announcement['lines']) =>
	announce(ctx, {
		number: `${++decided}/QĐ-UBND`,
		issuedOn: '2026-06-12',
		issuer: 'Ủy ban nhân dân thành phố',
		title: 'Công bố thủ tục hành chính',
		lines
	});
const text = (code: string, name: string) => procedureText({ code, name, field: 'Lĩnh vực 0' });

describe('a board of paper', () => {
	it('keeps its numbers when a procedure comes first in the catalogue, and fills what an abolished one left', async () => {
		const { office, codes, placeId } = await aBoard();
		const before = await numbers(office, placeId);
		expect(Object.values(before)).toEqual([1, 2, 3, 4]);
		await decide(office, [{ code: codes[1]!, kind: 'abolished', effectiveOn: '2026-07-01' }]);
		await decide(office, [
			{ code: '9.000001', kind: 'new', effectiveOn: '2026-06-15', text: text('9.000001', 'A thêm vào') }
		]);
		// The abolished one holds until July: its number is not free.
		expect(await numbers(office, placeId)).toEqual({ ...before, '9.000001': 5 });
		const july = on(office, '2026-07-02');
		await decide(july, [
			{ code: '9.000002', kind: 'new', effectiveOn: '2026-07-02', text: text('9.000002', 'A thêm nữa') }
		]);
		const { [codes[1]!]: free, ...rest } = before;
		expect(await numbers(july, placeId, '2026-07-02')).toEqual({ ...rest, '9.000001': 5, '9.000002': free });
	});

	it('keeps the number of a sheet that still hangs after its end', async () => {
		const { office, codes, placeId } = await aBoard();
		const version = await read(office, (tx) => versionOn(tx, codes[0]!, today));
		const { postingIds } = await postings.hang(office, {
			placeId,
			versionIds: [version!.id],
			postedOn: today
		});
		await decide(office, [{ code: codes[0]!, kind: 'abolished', effectiveOn: '2026-07-01' }]);
		const july = on(office, '2026-07-02');
		const add = (code: string, effectiveOn: string) =>
			decide(on(office, effectiveOn), [{ code, kind: 'new', effectiveOn, text: text(code, `Mới ${code}`) }]);
		await add('9.000001', '2026-07-02');
		expect(await numbers(july, placeId, '2026-07-02')).toMatchObject({ '9.000001': 5 });
		expect((await sheets(july, placeId, '2026-07-02')).board.toTakeDown).toMatchObject([{ no: 1 }]);
		await postings.takeDown(july, { postingIds, on: '2026-07-02' });
		await add('9.000002', '2026-07-03');
		expect(await numbers(july, placeId, '2026-07-03')).toMatchObject({ '9.000001': 5, '9.000002': 1 });
	});

	it('gives the number of a replaced procedure to the one in its place, and prints it', async () => {
		const { office, codes, placeId } = await aBoard();
		await decide(office, [
			{ code: '9.000001', kind: 'new', effectiveOn: '2026-07-01', text: text('9.000001', 'Thay') },
			{ code: codes[2]!, kind: 'replaced', effectiveOn: '2026-07-01', replacedBy: ['9.000001'] }
		]);
		const before = await numbers(office, placeId);
		expect((await sheets(office, placeId, today)).board.toAnnounce).toMatchObject([
			{ code: '9.000001', no: before[codes[2]!] }
		]);
		const july = on(office, '2026-07-01');
		const after = await numbers(july, placeId, '2026-07-01');
		expect(after['9.000001']).toBe(before[codes[2]!]);
		expect(after[codes[2]!]).toBeUndefined();
		const set = await load(july, { placeId, origin: 'https://phuong.example' });
		expect(set.sheets.map(({ no }) => no)).toEqual([1, 2, 3, 4]);
		expect(Object.fromEntries(set.contents.map(({ code, no }) => [code, no]))).toEqual(after);
	});

	it('numbers boards of before by what the catalogue says, once, and each ward its own', async () => {
		const { ward, office, placeId } = await aBoard();
		const shown = await numbers(office, placeId);
		await transact(office, (tx) => tx.delete(boardNumber));
		expect(await numbers(office, placeId)).toEqual(shown);
		await boardNumbers.keepAll(ward.robot());
		await boardNumbers.keepAll(ward.robot());
		expect(await read(office, (tx) => tx.select().from(boardNumber))).toHaveLength(4);
		const other = await aBoard();
		expect(await read(other.office, (tx) => tx.select().from(boardNumber))).toHaveLength(4);
	});

	it('numbers the fields a board takes up later behind those it has', async () => {
		const { office, codes } = await aBoard();
		const given = { name: 'Bảng hai', kind: 'office', fields: ['Lĩnh vực 2', 'Lĩnh vực 3'] };
		const placeId = await places.add(office, placeForm.parse(given));
		expect(await numbers(office, placeId)).toEqual({ [codes[2]!]: 1, [codes[3]!]: 2 });
		await places.change(office, placeId, 1, placeForm.parse({ ...given, fields: [] }));
		expect(await numbers(office, placeId)).toEqual({
			[codes[2]!]: 1,
			[codes[3]!]: 2,
			[codes[0]!]: 3,
			[codes[1]!]: 4
		});
	});
});
