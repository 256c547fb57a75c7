import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boardOf, carries, workOf, type Hanging, type Sheet } from './sheets.ts';

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
const upcomingOn = (versions: Version[], day: number) => versions.filter(({ from }) => day < from);
/** Any register: each version hangs at most once. */
const register = (versions: Version[]) =>
	fc.subarray(versions).map((hung) =>
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
	const hung = [...board.toHang, ...board.toReplace.map(({ next }) => next), ...board.toAnnounce];
	return [
		...hanging.filter((one) => !gone.has(one)),
		...hung.map(({ versionId, procedureId }) => ({ postingId: versionId + 5000, versionId, procedureId }))
	];
}

const boardOn = (
	world: { versions: Version[]; place: { fields: string[] }; day: number },
	hanging: Hanging[]
) =>
	boardOf(
		world.place,
		catalogueOn(world.versions, world.day),
		upcomingOn(world.versions, world.day),
		hanging
	);

describe('the list of a board', () => {
	it('leads to a board that says what holds in the fields of the place and what is announced, nothing else', () => {
		fc.assert(
			fc.property(world, ({ versions, hanging, place, day }) => {
				const after = obey(boardOn({ versions, place, day }, hanging), hanging);
				const wanted = versions.filter(({ field, to }) => carries(place, field) && day < to);
				expect(after.map(({ versionId }) => versionId).sort((a, b) => a - b)).toEqual(
					wanted.map(({ versionId }) => versionId).sort((a, b) => a - b)
				);
			})
		);
	});

	it('has nothing left to do once it was obeyed; on later days old sheets come down and nothing has to be hung', () => {
		fc.assert(
			fc.property(world, fc.nat(60), ({ versions, hanging, place, day }, days) => {
				const after = obey(boardOn({ versions, place, day }, hanging), hanging);
				expect(workOf(boardOn({ versions, place, day }, after))).toBe(0);
				const then = boardOn({ versions, place, day: day + days }, after);
				expect([...then.toHang, ...then.toReplace, ...then.toAnnounce]).toEqual([]);
				const ended = versions.filter(
					({ field, to }) => carries(place, field) && day < to && to <= day + days
				);
				expect(then.toTakeDown).toHaveLength(ended.length);
			})
		);
	});

	it('names every hanging sheet in exactly one place, and every sheet that should hang too', () => {
		fc.assert(
			fc.property(world, ({ versions, hanging, place, day }) => {
				const board = boardOn({ versions, place, day }, hanging);
				const named = [
					...board.toTakeDown,
					...board.toReplace.flatMap(({ old }) => old),
					...board.current.map((one) => one.hanging),
					...board.ahead.map((one) => one.hanging)
				];
				expect(named).toHaveLength(hanging.length);
				expect(new Set(named)).toEqual(new Set(hanging));
				const sheets = [
					...board.toHang,
					...board.toReplace.map(({ next }) => next),
					...board.current.map(({ sheet }) => sheet),
					...board.toAnnounce,
					...board.ahead.map(({ sheet }) => sheet)
				];
				const wanted = versions.filter(({ field, to }) => carries(place, field) && day < to);
				expect(sheets).toHaveLength(wanted.length);
				expect(new Set(sheets)).toEqual(new Set(wanted));
			})
		);
	});

	it('says change only where an older sheet of the same procedure hangs, and never takes down what holds', () => {
		fc.assert(
			fc.property(world, ({ versions, hanging, place, day }) => {
				const board = boardOn({ versions, place, day }, hanging);
				for (const { old, next } of board.toReplace) {
					expect(old.length).toBeGreaterThan(0);
					for (const one of old) {
						expect(one.procedureId).toBe(next.procedureId);
						expect(one.versionId).not.toBe(next.versionId);
					}
				}
				const gone = [...board.toTakeDown, ...board.toReplace.flatMap(({ old }) => old)];
				for (const { versionId } of gone) {
					const version = versions.find((one) => one.versionId === versionId)!;
					expect(version.to <= day || !carries(place, version.field)).toBe(true);
				}
			})
		);
	});
});

describe('one board through its days', () => {
	const marriage = { procedureId: 1, field: 'Hộ tịch' };
	const old = { ...marriage, versionId: 11 };
	const amended = { ...marriage, versionId: 12 };
	const hangs = (versionId: number): Hanging => ({ postingId: versionId, procedureId: 1, versionId });

	it('keeps the old sheet until its last day, changes it on the next, takes it down after the abolition', () => {
		const everything = { fields: [] };
		expect(workOf(boardOf(everything, [old], [], [hangs(11)]))).toBe(0);
		expect(boardOf(everything, [amended], [], [hangs(11)])).toMatchObject({
			toReplace: [{ old: [{ versionId: 11 }], next: { versionId: 12 } }],
			toHang: [],
			toTakeDown: []
		});
		expect(boardOf(everything, [], [], [hangs(12)]).toTakeDown).toMatchObject([{ versionId: 12 }]);
	});

	it('hangs the announced sheet beside the one that still holds', () => {
		const everything = { fields: [] };
		const before = boardOf(everything, [old], [amended], [hangs(11)]);
		expect(before.toAnnounce).toEqual([amended]);
		expect(before.toTakeDown).toEqual([]);
		expect(workOf(boardOf(everything, [old], [amended], [hangs(11), hangs(12)]))).toBe(0);
	});

	it('takes the old one down when the new one hangs beside it already', () => {
		const board = boardOf({ fields: [] }, [amended], [], [hangs(11), hangs(12)]);
		expect(board.toTakeDown).toMatchObject([{ versionId: 11 }]);
		expect(board.current).toHaveLength(1);
		expect(workOf(board)).toBe(1);
	});

	it('takes down what the place carries no more', () => {
		expect(boardOf({ fields: ['Đất đai'] }, [old], [], [hangs(11)]).toTakeDown).toHaveLength(1);
	});
});
