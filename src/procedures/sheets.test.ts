import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boardOf, carries, sheetsOf, workOf, type Hanging, type Sheet } from './sheets.ts';

type Version = Sheet & { from: number; to: number };

const fields = ['Hộ tịch', 'Chứng thực', 'Đất đai'];

/** Procedures with versions one after another on days 0 to 60, some with a gap, some ending for good. */
const history = fc
	.array(
		fc.record({
			field: fc.constantFrom(...fields),
			starts: fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 4 }),
			lasts: fc.integer({ min: 1, max: 70 }),
			moves: fc.boolean()
		}),
		{ maxLength: 12 }
	)
	.map((procedures) =>
		procedures.flatMap(({ field, starts, lasts, moves }, procedure) => {
			const sorted = starts.sort((a, b) => a - b);
			return sorted.map((from, index): Version => {
				const next = sorted[index + 1];
				return {
					versionId: procedure * 10 + index,
					procedureId: procedure,
					field: moves && index % 2 === 1 ? fields[(fields.indexOf(field) + 1) % 3]! : field,
					from,
					to: Math.min(next ?? 1000, from + lasts)
				};
			});
		})
	);
const place = fc.record({ fields: fc.subarray(fields) });
const catalogueOn = (versions: Version[], day: number) =>
	versions.filter(({ from, to }) => from <= day && day < to);
/** Any register: each version hangs at most once. */
const register = (versions: Version[]) =>
	fc
		.subarray(versions)
		.map((hung) =>
			hung.map(({ versionId, procedureId }): Hanging => ({
				postingId: versionId + 1000,
				procedureId,
				versionId
			}))
		);
const world = history.chain((versions) =>
	fc.record({ versions: fc.constant(versions), hanging: register(versions), place, day: fc.nat(60) })
);

/** Does what the list says. */
function obey(board: ReturnType<typeof boardOf<Version, Hanging>>, hanging: Hanging[]): Hanging[] {
	const gone = new Set([...board.toTakeDown, ...board.toReplace.flatMap(({ old }) => old)]);
	const hung = [...board.toHang, ...board.toReplace.map(({ next }) => next)];
	return [
		...hanging.filter((one) => !gone.has(one)),
		...hung.map(({ versionId, procedureId }) => ({ postingId: versionId + 5000, versionId, procedureId }))
	];
}

describe('the list of a board', () => {
	it('leads to a board that says exactly what holds on the day in the fields of the place', () => {
		fc.assert(
			fc.property(world, ({ versions, hanging, place, day }) => {
				const catalogue = catalogueOn(versions, day);
				const after = obey(boardOf(place, catalogue, hanging), hanging);
				const wanted = catalogue.filter(({ field }) => carries(place, field));
				expect(after.map(({ versionId }) => versionId).sort((a, b) => a - b)).toEqual(
					wanted.map(({ versionId }) => versionId).sort((a, b) => a - b)
				);
			})
		);
	});

	it('has nothing left to do once it was obeyed, until the clock moves', () => {
		fc.assert(
			fc.property(world, ({ versions, hanging, place, day }) => {
				const catalogue = catalogueOn(versions, day);
				const after = obey(boardOf(place, catalogue, hanging), hanging);
				const next = boardOf(place, catalogue, after);
				expect(workOf(next)).toBe(0);
				expect(next.current).toHaveLength(after.length);
				const ending = wantedEnds(catalogue, place, day);
				const tomorrow = boardOf(place, catalogueOn(versions, day + 1), after);
				if (ending > 0) expect(workOf(tomorrow)).toBeGreaterThan(0);
			})
		);
	});

	it('names every hanging sheet in exactly one place, and every sheet that should hang too', () => {
		fc.assert(
			fc.property(world, ({ versions, hanging, place, day }) => {
				const catalogue = catalogueOn(versions, day);
				const board = boardOf(place, catalogue, hanging);
				const named = [
					...board.toTakeDown,
					...board.toReplace.flatMap(({ old }) => old),
					...board.current.map((one) => one.hanging)
				];
				expect(named).toHaveLength(hanging.length);
				expect(new Set(named)).toEqual(new Set(hanging));
				const sheets = [
					...board.toHang,
					...board.toReplace.map(({ next }) => next),
					...board.current.map(({ sheet }) => sheet)
				];
				expect(sheets).toHaveLength(sheetsOf(place, catalogue).length);
				expect(new Set(sheets)).toEqual(new Set(sheetsOf(place, catalogue)));
			})
		);
	});

	it('says change only where an older sheet of the same procedure hangs', () => {
		fc.assert(
			fc.property(world, ({ versions, hanging, place, day }) => {
				for (const { old, next } of boardOf(place, catalogueOn(versions, day), hanging).toReplace) {
					expect(old.length).toBeGreaterThan(0);
					for (const one of old) {
						expect(one.procedureId).toBe(next.procedureId);
						expect(one.versionId).not.toBe(next.versionId);
					}
				}
			})
		);
	});
});

const wantedEnds = (catalogue: Version[], place: { fields: string[] }, day: number) =>
	catalogue.filter(({ field, to }) => carries(place, field) && to === day + 1).length;

describe('one board through its days', () => {
	const marriage = { procedureId: 1, field: 'Hộ tịch' };
	const old = { ...marriage, versionId: 11 };
	const amended = { ...marriage, versionId: 12 };
	const hangs = (versionId: number): Hanging => ({ postingId: versionId, procedureId: 1, versionId });

	it('keeps the old sheet until its last day, changes it on the next, takes it down after the abolition', () => {
		const everything = { fields: [] };
		expect(workOf(boardOf(everything, [old], [hangs(11)]))).toBe(0);
		expect(boardOf(everything, [amended], [hangs(11)])).toMatchObject({
			toReplace: [{ old: [{ versionId: 11 }], next: { versionId: 12 } }],
			toHang: [],
			toTakeDown: []
		});
		expect(boardOf(everything, [], [hangs(12)]).toTakeDown).toMatchObject([{ versionId: 12 }]);
	});

	it('takes the old one down when the new one hangs beside it already', () => {
		const board = boardOf({ fields: [] }, [amended], [hangs(11), hangs(12)]);
		expect(board.toTakeDown).toMatchObject([{ versionId: 11 }]);
		expect(board.current).toHaveLength(1);
		expect(workOf(board)).toBe(1);
	});

	it('takes down what the place carries no more', () => {
		expect(boardOf({ fields: ['Đất đai'] }, [old], [hangs(11)]).toTakeDown).toHaveLength(1);
	});
});
