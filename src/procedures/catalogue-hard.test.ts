/** The catalogue under pressure: any order of acts, two people at once, other wards, a thousand texts. */
import fc from 'fast-check';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Ctx } from '#people/actor.ts';
import { makeWard } from '#people/testing.ts';
import { addDays } from '#platform/clock.ts';
import { read, transact } from '#platform/db.server.ts';
import { historyOf } from '#platform/journal.server.ts';
import type { Refusal } from '#platform/refusal.ts';
import { useDatabase } from '#platform/testing/database.ts';
import { announce } from './announcements.server.ts';
import { lock } from './catalogue-lock.server.ts';
import * as catalogue from './catalogue.server.ts';
import { catalogueOn, versionOn, versionsOf } from './reading.server.ts';
import { postingPlace } from './schema.server.ts';
import { toldOf } from './story-duties.server.ts';
import { aCatalogue, procedureText } from './testing.ts';

const database = useDatabase();
const today = '2026-06-15';
let wards = 0;
const aWard = () => makeWard(database.db, `kho-${++wards}`);

const put = (ctx: Ctx, proposed: catalogue.Proposed[], kind: catalogue.SetHead['kind'] = 'import') =>
	transact(ctx, (tx) => catalogue.apply(tx, ctx, { kind, title: 'Danh mục' }, proposed));
const text = (code: string, name: string, effectiveFrom: string | null = null): catalogue.Proposed => ({
	what: 'text',
	text: procedureText({ code, name }),
	effectiveFrom
});
const end = (code: string, on: string): catalogue.Proposed => ({
	what: 'end',
	code,
	how: 'abolished',
	on,
	replacedBy: []
});
/** Asks the database again and again; the answer comes as soon as the other connection waits. */
async function until(so: () => Promise<boolean>): Promise<void> {
	for (let asked = 0; asked < 2000; asked++) if (await so()) return;
	expect.fail('it never came to that');
}
const refusal = (work: Promise<unknown>): Promise<Refusal> =>
	work.then(
		() => expect.fail('nothing was refused'),
		(error: Refusal) => error
	);

describe('any order of acts', () => {
	it('leaves one text for each day, the one a plain list of days would have', async () => {
		const office = (await aWard()).as('office');
		const days = Array.from({ length: 10 }, (_, at) => addDays('2026-06-10', at));
		const act = fc.record({
			what: fc.constantFrom('put', 'put', 'end'),
			at: fc.nat(9),
			name: fc.constantFrom('Bản một', 'Bản hai', 'Bản ba')
		});
		let runs = 0;
		await fc.assert(
			fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 8 }), async (acts) => {
				const code = `2.${String(++runs).padStart(6, '0')}`;
				const model = new Map<string, string | undefined>();
				/** The first day after `at` on which something else is known to begin or this to end. */
				let starts = new Set<string>();
				for (const { what, at, name } of acts) {
					const day = days[at]!;
					if (what === 'put') {
						const holding = model.get(day);
						await put(office, [text(code, name, day)]);
						if (holding === name) continue;
						// Until the next day that says something else by itself, or nothing.
						for (let next = at; next < days.length; next++) {
							const one = days[next]!;
							if (next > at && (starts.has(one) || (holding !== undefined && model.get(one) === undefined)))
								break;
							model.set(one, name);
						}
						starts.add(day);
					} else {
						const before = await read(office, (tx) => versionsOf(tx, code));
						const done = await put(office, [end(code, day)]).catch((error: Refusal) => error.code);
						if (typeof done === 'string' || done.changeSetId === null) continue;
						const last = before.find(({ effectiveFrom }) => effectiveFrom < day)!;
						for (const one of days) {
							if (one >= day) model.set(one, undefined);
							else if (last.effectiveTo !== null && one >= last.effectiveTo) model.set(one, last.name);
						}
						starts = new Set([...starts].filter((one) => one < day));
					}
				}
				for (const day of days)
					expect((await read(office, (tx) => versionOn(tx, code, day)))?.name, `${code} ${day}`).toBe(
						model.get(day)
					);
				const spans = (await read(office, (tx) => versionsOf(tx, code))).reverse();
				spans.forEach(({ effectiveTo }, at) => {
					const next = spans[at + 1];
					if (next) expect(effectiveTo !== null && effectiveTo <= next.effectiveFrom).toBe(true);
				});
			}),
			{ numRuns: 25 }
		);
	}, 60_000);

	it('changes nothing when the same list comes again, whatever its texts', async () => {
		const office = (await aWard()).as('office');
		const codes = fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 10 });
		await fc.assert(
			fc.asyncProperty(codes, fc.string({ unit: 'binary', maxLength: 40 }), async (some, words) => {
				const list = some.map((at) => text(`3.${String(at).padStart(6, '0')}`, `Thủ tục ${words}`));
				await put(office, list);
				expect(await put(office, list)).toMatchObject({ changeSetId: null, unchanged: some.length });
			}),
			{ numRuns: 15 }
		);
	}, 120_000);
});

describe('two people at once', () => {
	it('take stock once; the other list is a change that causes work', async () => {
		const office = (await aWard()).as('office');
		const bring = (name: string) =>
			transact(office, async (tx) =>
				catalogue.apply(
					tx,
					office,
					{ kind: await catalogue.importKind(tx), title: name },
					Array.from({ length: 30 }, (_, at) => text(`1.${String(at).padStart(6, '0')}`, `${name} ${at}`))
				)
			);
		const done = await Promise.all([bring('Một'), bring('Hai')]);
		expect(done.map(({ added, amended }) => [added, amended]).sort()).toEqual([
			[0, 30],
			[30, 0]
		]);
		const kinds = await read(office, (tx) =>
			tx.execute<{ kind: string }>(sql`select kind from change_set order by id`)
		);
		expect(kinds.rows.map(({ kind }) => kind)).toEqual(['inventory', 'import']);
		const held = await read(office, (tx) => catalogueOn(tx, today));
		expect(held).toHaveLength(30);
		expect(new Set(held.map(({ name }) => name.split(' ')[0])).size).toBe(1);
	});

	it('do not put an older text back by a decision that names none', async () => {
		const office = (await aWard()).as('office');
		const [code] = await aCatalogue(office, 1);
		let deciding: Promise<unknown> = Promise.resolve();
		await transact(office, async (tx) => {
			await lock(tx);
			deciding = announce(office, {
				number: '1/QĐ-UBND',
				issuedOn: '2026-06-12',
				issuer: 'Ủy ban nhân dân thành phố',
				title: 'Công bố thủ tục',
				lines: [{ code: code!, kind: 'amended', effectiveOn: '2026-07-01' }]
			});
			await until(async () => {
				const { rows } = await database.db.execute(
					sql`select 1 from pg_locks where locktype = 'advisory' and not granted`
				);
				return rows.length > 0;
			});
			await catalogue.apply(tx, office, { kind: 'edit', title: 'Sửa' }, [
				text(code!, 'Vừa sửa', '2026-01-01')
			]);
		});
		await deciding;
		expect(await read(office, (tx) => versionOn(tx, code!, '2026-07-01'))).toMatchObject({
			name: 'Vừa sửa',
			decision: '1/QĐ-UBND'
		});
	});

	it('cannot both write the same decision', async () => {
		const office = (await aWard()).as('office');
		const codes = await aCatalogue(office, 2);
		const outcomes = await Promise.allSettled(
			codes.map((code) =>
				announce(office, {
					number: '5/QĐ-UBND',
					issuedOn: '2026-06-12',
					issuer: 'Ủy ban nhân dân thành phố',
					title: 'Công bố thủ tục',
					lines: [{ code, kind: 'abolished', effectiveOn: '2026-07-01' }]
				})
			)
		);
		expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
		expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
			reason: { code: 'change_set.decision_taken' }
		});
	});
});

describe('a list that contradicts itself', () => {
	it('is refused as a whole, naming the code', async () => {
		const office = (await aWard()).as('office');
		const cases: [catalogue.Proposed[], string, string][] = [
			[[text('1.000002', 'Một'), text('1.000002', 'Hai', today)], 'procedure.twice', '1.000002'],
			[[text('1.000002', 'Một', today), end(' 1.000002 ', today)], 'procedure.twice', '1.000002'],
			[[text('1.000002', 'Một', '2026-06-31')], 'procedure.day', '1.000002'],
			[[end('1.000002', 'hôm nay')], 'procedure.day', '1.000002'],
			[[end('không phải mã', today)], 'procedure.code', 'không phải mã'],
			[[end('1.000002', today)], 'procedure.not_in_force', '1.000002'],
			[
				[{ ...text('1.000002', 'Tên'), text: { ...procedureText(), name: ' a ' } } as never],
				'procedure.text',
				'1.000001'
			]
		];
		for (const [proposed, code, named] of cases) {
			const refused = await refusal(put(office, [text('1.000001', 'Đúng', '2026-01-01'), ...proposed]));
			expect(refused.code).toBe(code);
			expect(refused.message).toContain(named);
		}
		expect(await read(office, (tx) => catalogueOn(tx, today))).toEqual([]);
	});

	it('keeps no half letters and no blanks, and one Unicode form', async () => {
		const office = (await aWard()).as('office');
		const odd = (more: string) => ` Tên\u0000 lạ \ud800 ${more} `;
		const written = procedureText({
			code: '1.000001',
			name: odd('Hộ tịch'.normalize('NFD')),
			content: { note: odd('ghi chú') }
		});
		await put(office, [{ what: 'text', text: written, effectiveFrom: null }]);
		expect(await read(office, (tx) => versionOn(tx, '1.000001', today))).toMatchObject({
			name: 'Tên lạ \ufffd Hộ tịch',
			content: { note: 'Tên lạ \ufffd ghi chú' }
		});
	});
});

describe('an officer’s own change', () => {
	it('asks to start from the text that it would take the place of', async () => {
		const { office, code } = { office: (await aWard()).as('office'), code: '1.000001' };
		await aCatalogue(office, 1);
		await put(office, [text(code, 'Từ tháng bảy', '2026-07-01')]);
		const [later, base] = await read(office, (tx) => versionsOf(tx, code));
		const change = (more: Partial<catalogue.Edit>) =>
			catalogue.edit(office, {
				text: procedureText({ code, name: 'Mới' }),
				effectiveFrom: '2026-07-10',
				baseVersionId: base!.id,
				correction: false,
				...more
			});
		const refused = await refusal(change({}));
		expect(refused).toMatchObject({ code: 'procedure.later_text', status: 409, field: 'effectiveFrom' });
		expect(refused.message).toContain('01/07/2026');
		expect(await refusal(change({ baseVersionId: 999_999 }))).toMatchObject({ code: 'procedure.stale' });
		expect(
			await refusal(change({ text: procedureText({ code: '6.666666' }), baseVersionId: base!.id }))
		).toMatchObject({ status: 404 });
		expect(await refusal(change({ baseVersionId: null }))).toMatchObject({ code: 'procedure.code_taken' });
		expect(await change({ baseVersionId: later!.id })).toMatchObject({ amended: 1 });
		expect(await change({ effectiveFrom: '2026-06-20' })).toMatchObject({ amended: 1 });
		expect((await read(office, (tx) => versionsOf(tx, code))).map((one) => one.effectiveFrom)).toEqual([
			'2026-07-10',
			'2026-07-01',
			'2026-06-20',
			'2026-01-01'
		]);
	});

	it('leaves a line with what it started from and why; none when it changed nothing', async () => {
		const ward = await aWard();
		const office = ward.as('office');
		const [code] = await aCatalogue(office, 1);
		const [base] = await read(office, (tx) => versionsOf(tx, code!));
		const same = { field: 'Lĩnh vực 0', code: code! };
		const change = (ctx: Ctx, name: string) =>
			catalogue.edit(ctx, {
				text: { ...procedureText(same), name },
				effectiveFrom: today,
				baseVersionId: base!.id,
				correction: true,
				reason: ' Sai tên so với quyết định '
			});
		expect(await refusal(change(ward.as('radio'), 'Tên đúng'))).toMatchObject({
			code: 'procedure.edit',
			status: 403
		});
		expect(await refusal(change(office, 'x'))).toMatchObject({ field: 'name' });
		expect(await change(office, base!.name)).toMatchObject({ changeSetId: null, unchanged: 1 });
		const { changeSetId } = await change(office, 'Tên đúng');
		const lines = await read(office, (tx) => historyOf(tx, { kind: 'procedure', id: code! }));
		expect(lines).toMatchObject([
			{
				act: 'procedure.edited',
				personId: office.actor.personId,
				before: { versionId: base!.id },
				after: { changeSetId, effectiveFrom: '2026-01-01', correction: true },
				note: 'Sai tên so với quyết định'
			}
		]);
	});
});

describe('another ward', () => {
	it('has its own procedures, decisions and locks under the same codes and numbers', async () => {
		const [here, there] = [(await aWard()).as('office'), (await aWard()).as('office')];
		await aCatalogue(here, 2);
		const codes = await aCatalogue(there, 2);
		await Promise.all(
			[here, there].map((ctx) =>
				announce(ctx, {
					number: '7/QĐ-UBND',
					issuedOn: '2026-06-12',
					issuer: 'Ủy ban nhân dân thành phố',
					title: 'Công bố thủ tục',
					lines: [
						{ code: codes[0]!, kind: 'abolished', effectiveOn: ctx === here ? '2026-07-01' : '2026-08-01' }
					]
				})
			)
		);
		const ends = (ctx: Ctx) => read(ctx, async (tx) => (await versionOn(tx, codes[0]!, today))?.effectiveTo);
		expect([await ends(here), await ends(there)]).toEqual(['2026-07-01', '2026-08-01']);
		const [base] = await read(there, (tx) => versionsOf(tx, codes[1]!));
		// The version of the neighbour does not exist here.
		expect(
			await refusal(
				catalogue.edit(here, {
					text: procedureText({ code: codes[1]! }),
					effectiveFrom: today,
					baseVersionId: base!.id,
					correction: true
				})
			)
		).toMatchObject({ code: 'procedure.stale' });
	});
});

describe('a thousand texts', () => {
	it('are changed with their duties about as fast as they came in, and read as unchanged faster', async () => {
		const office = (await aWard()).as('office');
		await transact(office, (tx) =>
			tx.insert(postingPlace).values(
				Array.from({ length: 3 }, (_, at) => ({
					name: `Bảng ${at}`,
					kind: 'office' as const,
					createdAt: office.now
				}))
			)
		);
		const list = (name: string) =>
			Array.from({ length: 1000 }, (_, at) => text(`1.${String(at).padStart(6, '0')}`, `${name} ${at}`));
		const lap = async (work: () => Promise<unknown>) => {
			const started = performance.now();
			await work();
			return performance.now() - started;
		};
		// Beside what bringing them in takes in the same run: machines differ and are shared.
		const reference = await lap(() => put(office, list('Ban đầu'), 'inventory'));
		let changeSetId = 0;
		const changing = async () => (changeSetId = (await put(office, list('Sửa đổi'))).changeSetId!);
		expect(await lap(changing)).toBeLessThan(6 * reference);
		expect(await lap(() => put(office, list('Sửa đổi')))).toBeLessThan(3 * reference);
		const told = () => read(office, (tx) => toldOf(tx, changeSetId));
		const { changes } = (await told())!;
		expect([changes.length, changes[7]]).toEqual([
			1000,
			{ code: '1.000007', name: 'Sửa đổi 7', kind: 'amended', effectiveOn: today, replacedBy: [] }
		]);
		expect(await lap(told)).toBeLessThan(reference);
	}, 120_000);
});
