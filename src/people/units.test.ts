import { beforeEach, describe, expect, it } from 'vitest';
import { read } from '#platform/db.server.ts';
import { historyOf } from '#platform/journal.server.ts';
import { useDatabase } from '#platform/testing/database.ts';
import * as persons from './persons.server.ts';
import { makeWard, type TestWard } from './testing.ts';
import * as units from './units.server.ts';

const database = useDatabase();
let ward: TestWard;
let n = 0;
beforeEach(async () => {
	ward = await makeWard(database.db, `don-vi-${++n}`);
});
const given = {
	name: 'Phòng Nội vụ thành phố Cũ',
	shortName: 'Phòng Nội vụ',
	kind: 'superior' as const,
	abbreviation: null,
	officialCode: null,
	validFrom: '2019-03-01'
};
const { validFrom: _from, ...renamed } = {
	...given,
	name: 'Sở Nội vụ thành phố Mới',
	shortName: 'Sở Nội vụ',
	abbreviation: 'SNV'
};
const lines = (id: number) => read(ward.as('office'), (tx) => historyOf(tx, { kind: 'unit', id }));
const on = (name: string, day: string) => read(ward.as('office'), (tx) => units.unitByName(tx, name, day));

describe('a unit', () => {
	it('is added and corrected by the office or the administrator, never over a newer change', async () => {
		await expect(units.add(ward.as('culture'), given)).rejects.toMatchObject({ code: 'people.edit_units' });
		const id = await units.add(ward.as('office'), given);
		await expect(units.correct(ward.as('chair'), id, 1, given)).rejects.toMatchObject({ status: 403 });
		await expect(units.correct(ward.as('office'), 999_999, 1, given)).rejects.toMatchObject({
			code: 'not_found'
		});
		await units.correct(ward.as('admin'), id, 1, { ...given, abbreviation: 'PNV' });
		await expect(units.correct(ward.as('office'), id, 1, given)).rejects.toMatchObject({
			code: 'people.stale'
		});
		const found = (await units.list(ward.as('radio'))).find((unit) => unit.id === id);
		expect(found).toMatchObject({
			key: 'phong-noi-vu',
			abbreviation: 'PNV',
			predecessorIds: [],
			successorIds: []
		});
		expect((await lines(id)).map(({ act }) => act)).toEqual(['unit.corrected', 'unit.added']);
	});

	it('renamed from a day on keeps its old name for the days before, and its people their posts', async () => {
		const office = ward.as('office');
		const id = await units.add(office, given);
		await expect(
			units.succeed(ward.as('culture'), [id], { ...renamed, from: '2025-07-01' })
		).rejects.toMatchObject({ status: 403 });
		await expect(units.succeed(office, [999_999], { ...renamed, from: '2025-07-01' })).rejects.toMatchObject({
			code: 'not_found'
		});
		await expect(units.succeed(office, [id], { ...renamed, from: '2019-03-01' })).rejects.toMatchObject({
			code: 'unit.not_valid_before',
			field: 'from'
		});
		const next = await units.succeed(office, [id], { ...renamed, from: '2025-07-01' });
		expect((await on('Phòng Nội vụ', '2023-01-12')).unit?.id).toBe(id);
		expect((await on('Sở Nội vụ', '2026-01-12')).unit?.id).toBe(next);
		const later = await on('Phòng Nội vụ thành phố', '2026-01-12');
		expect([later.unit, later.otherTime?.unit.id, later.otherTime?.now.map((unit) => unit.id)]).toEqual([
			undefined,
			id,
			[next]
		]);
		expect((await lines(next))[0]).toMatchObject({
			act: 'unit.succeeded',
			before: [{ id, name: given.name }]
		});
	});

	it('joined with another takes the posts of both along, one after the other in time', async () => {
		const admin = ward.as('admin');
		const joined = await units.succeed(admin, [ward.unitIds.culture, ward.unitIds.radio], {
			...renamed,
			name: 'Phòng Văn hóa - Xã hội',
			shortName: 'Phòng VHXH',
			abbreviation: 'VHXH',
			kind: 'office',
			from: '2026-07-01'
		});
		for (const role of ['culture', 'radio'] as const) {
			const { positions } = await persons.byId(admin, ward.as(role).actor.personId);
			expect(positions.map(({ unitId, validFrom, validTo }) => [unitId, validFrom, validTo])).toEqual([
				[ward.unitIds[role], '2026-01-01', '2026-06-30'],
				[joined, '2026-07-01', null]
			]);
		}
		const now = await read(admin, (tx) => units.unitsOn(tx, '2026-07-01'));
		expect(now.map((unit) => unit.id)).toContain(joined);
		expect(now.map((unit) => unit.id)).not.toContain(ward.unitIds.radio);
		expect(now.find((unit) => unit.id === joined)!.predecessorIds.sort()).toEqual(
			[ward.unitIds.culture, ward.unitIds.radio].sort()
		);
	});

	it('is not ended while people hold posts in it; they are named', async () => {
		const office = ward.as('office');
		await expect(units.retire(office, ward.unitIds.front, '2026-06-30', '')).rejects.toMatchObject({
			code: 'unit.people_remain',
			message: expect.stringContaining(ward.as('front').actor.name)
		});
		const id = await units.add(office, given);
		await expect(units.retire(office, id, 'mai', '')).rejects.toMatchObject({ field: 'validTo' });
		await expect(units.retire(office, id, '2018-01-01', '')).rejects.toMatchObject({ code: 'unit.validity' });
		await units.retire(office, id, '2025-06-30', 'Kết thúc hoạt động cấp huyện');
		expect((await lines(id))[0]).toMatchObject({ act: 'unit.retired', note: 'Kết thúc hoạt động cấp huyện' });
		expect((await units.holders(office)).get(ward.unitIds.front)).toEqual([ward.as('front').actor.name]);
	});
});
