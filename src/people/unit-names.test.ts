import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchUnitName, type NamedUnit } from './unit-names.ts';

const before = { validFrom: '2019-03-01', validTo: '2025-06-30' };
const since = { validFrom: '2025-07-01', validTo: null };
const list: [number, string, string, { validFrom: string; validTo: string | null }, number[]?, string?][] = [
	[1, 'Phòng Nội vụ thành phố Chí Linh', 'Phòng Nội vụ', before, [2]],
	[2, 'Sở Nội vụ thành phố Hải Phòng', 'Sở Nội vụ', since, [], 'SNV'],
	[3, 'Ủy ban nhân dân phường Cổ Thành', 'UBND phường', before, [4]],
	[4, 'Ủy ban nhân dân phường Cổ Thành', 'UBND phường', since],
	[5, 'Ủy ban nhân dân thành phố Chí Linh', 'UBND thành phố', before, [6]],
	[6, 'Ủy ban nhân dân thành phố Hải Phòng', 'UBND thành phố', since],
	[7, 'Công chức Văn hóa', 'Công chức văn hóa', before, [8]],
	[8, 'Phòng Văn hóa - Xã hội', 'Phòng VHXH', since, [], 'VHXH'],
	[9, 'Bộ phận tiếp nhận và trả kết quả phường', 'Bộ phận một cửa', before, [10]],
	[10, 'Trung tâm Phục vụ hành chính công phường', 'Trung tâm PVHCC', since, [], 'TTPVHCC'],
	[11, 'Khu dân cư Tân Lập 1', 'KDC Tân Lập 1', before, [13]],
	[12, 'Khu dân cư Tân Lập 2', 'KDC Tân Lập 2', before, [13]],
	[13, 'Tổ dân phố Tân Lập', 'TDP Tân Lập', since],
	[14, 'Ủy ban Mặt trận Tổ quốc Việt Nam phường', 'UB MTTQ phường', since],
	[15, 'Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường', 'Văn phòng', since, [], 'VP'],
	[16, 'Đài truyền thanh phường', 'Đài truyền thanh', since],
	[17, 'Hội đồng nhân dân phường Cổ Thành', 'HĐND phường', since]
];
const units: NamedUnit[] = list.map(([id, name, shortName, valid, successorIds = [], abbreviation]) => ({
	id,
	name,
	shortName,
	abbreviation: abbreviation ?? null,
	...valid,
	successorIds,
	predecessorIds: list.filter(([, , , , next]) => next?.includes(id)).map(([other]) => other)
}));
const then = '2023-01-12';
const today = '2026-11-22';
const idOn = (name: string, day: string) => matchUnitName(name, units, day, 'Cổ Thành').unit?.id;

describe('a printed name', () => {
	it.each([
		['UBND phường', 4],
		['Uỷ ban nhân dân Phường Cổ Thành', 4],
		['ỦY BAN NHÂN DÂN PHƯỜNG CỔ THÀNH', 4],
		['uy ban nhan dan phuong', 4],
		['UBND TP Hải Phòng', 6],
		['Ủy ban nhân dân thành phố', 6],
		['Phòng Văn hóa – Xã hội phường', 8],
		['phòng văn hoá và xã hội', 8],
		['Phòng VHXH', 8],
		['VHXH', 8],
		['Trung tâm PVHCC phường Cổ Thành', 10],
		['TDP Tân Lập', 13],
		['Tổ dân phố Tân Lập'.normalize('NFD'), 13],
		['Mặt trận Tổ quốc', 14],
		['Ủy ban MTTQ phường', 14],
		['Văn phòng HĐND - UBND', 15],
		['Văn phòng Ủy ban nhân dân phường Cổ Thành', 15],
		['Đài phát thanh phường', 16],
		['HĐND phường', 17]
	])('of 2026: %s', (name, id) => {
		expect(idOn(name, today)).toBe(id);
	});

	it.each([
		['Phòng Nội vụ', 1],
		['Phòng Nội vụ thành phố', 1],
		['Phòng Nội vụ TP. Chí Linh', 1],
		['UBND phường', 3],
		['UBND thành phố Chí Linh', 5],
		['UBND thành phố', 5],
		['công chức văn hóa', 7],
		['Cán bộ văn hoá', 7],
		['Bộ phận Tiếp nhận và trả kết quả', 9],
		['Bộ phận một cửa phường', 9],
		['khu dân cư Tân Lập 2', 12]
	])('of 2023: %s', (name, id) => {
		expect(idOn(name, then)).toBe(id);
	});

	it('of another time is not given to anybody of today, but says who carries on', () => {
		const found = matchUnitName('Phòng Nội vụ', units, today);
		expect(found.unit).toBeUndefined();
		expect(found.otherTime?.unit.id).toBe(1);
		expect(found.otherTime?.now.map(({ id }) => id)).toEqual([2]);
		expect(matchUnitName('Tổ dân phố Tân Lập', units, then).otherTime?.now.map(({ id }) => id)).toEqual([
			11, 12
		]);
	});

	it('never takes the ward of a name for the former city of the same name', () => {
		expect(matchUnitName('UBND phường Chí Linh', units, then)).toEqual({
			unit: undefined,
			candidates: [],
			otherTime: undefined
		});
		expect(matchUnitName('UBND phường Chí Linh', units, today).otherTime).toBeUndefined();
	});

	it('of the same office in another ward is not ours', () => {
		expect(idOn('Phòng Văn hóa - Xã hội phường Láng Giềng', today)).toBeUndefined();
		expect(idOn('Trung tâm Phục vụ hành chính công phường Láng Giềng', today)).toBeUndefined();
		expect(idOn('UBND phường Láng Giềng', today)).toBeUndefined();
	});

	it('that several units answer to is left to a person', () => {
		const found = matchUnitName('Ủy ban nhân dân', units, today);
		expect(found.unit).toBeUndefined();
		expect(found.candidates.map(({ id }) => id)).toEqual([4, 6]);
	});

	it('that nobody bears finds nobody', () => {
		for (const name of ['Trạm thủy nông', '', ' - ', 'phường', 'Sở Tư pháp thành phố Hải Phòng']) {
			expect(matchUnitName(name, units, today).unit, name).toBeUndefined();
		}
	});

	it('is found whatever its letters look like, if it is the whole name', () => {
		const day = today;
		fc.assert(
			fc.property(
				fc.constantFrom(...units.filter((unit) => unit.validTo === null)),
				fc.boolean(),
				fc.constantFrom('NFC', 'NFD'),
				(unit, upper, form) => {
					const written = (
						upper ? unit.name.toLocaleUpperCase('vi') : unit.name.toLocaleLowerCase('vi')
					).normalize(form);
					expect(idOn(`  ${written} `, day)).toBe(unit.id);
				}
			)
		);
	});

	it('of any letters breaks nothing', () => {
		fc.assert(fc.property(fc.string({ unit: 'binary' }), (name) => void matchUnitName(name, units, today)));
	});
});
