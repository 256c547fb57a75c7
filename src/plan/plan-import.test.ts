import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { transact } from '#platform/db.server.ts';
import { useDatabase } from '#platform/testing/database.ts';
import { makeWard, type TestWard } from '#people/testing.ts';
import { unit } from '#people/schema.server.ts';
import { plan2026, planDocumentText } from '#sample-ward/plan-2026.ts';
import { units, ward as sample } from '#sample-ward/ward.ts';
import { importDocument } from './plan-import.server.ts';
import * as plans from './plans.server.ts';
import { placed } from './reading.ts';
import { useFiles } from './testing.ts';

useFiles();

const bytes = (text: string) => new TextEncoder().encode(text);

/** The same kind of document three years before: posts instead of offices, duties instead of an annex. */
const before = `ỦY BAN NHÂN DÂN
PHƯỜNG CỔ THÀNH
Số: 09/KH-UBND

Cổ Thành, ngày 10 tháng 02 năm 2023

KẾ HOẠCH
Thông tin về cải cách hành chính năm 2023

I. NỘI DUNG
a) Chuyển đổi số, dịch vụ công trực tuyến, số hóa hồ sơ.
b) Đường dây nóng tiếp nhận phản ánh, kiến nghị của người dân.

II. TỔ CHỨC THỰC HIỆN
1. Công chức văn hóa: Chủ trì đăng 24 tin, bài về chuyển đổi số trên Cổng thông tin điện tử của phường.
2. Công chức kế toán: Thẩm định kinh phí.
3. Đài phát thanh phường: Phối hợp với Công chức văn hóa xây dựng chuyên mục phát hằng tháng về dịch vụ công trực tuyến.

Nơi nhận:
- Phòng Nội vụ thành phố;
- Các khu dân cư;
- Lưu: VP.
`;

describe('a plan document that comes in', () => {
	const database = useDatabase();
	let ward: TestWard;
	beforeAll(async () => {
		ward = await makeWard(database.db, 'nhap-van-ban');
		await transact(ward.as('office'), async (tx) => {
			// Out of the way of the real names.
			await tx.update(unit).set({ name: sql`'Thử ' || key`, shortName: sql`'Thử ' || key` });
			for (const one of units.filter(({ wardKey }) => wardKey === sample.key)) {
				await tx.insert(unit).values({
					key: one.key,
					name: one.name,
					shortName: one.shortName,
					kind: one.kind,
					abbreviation: one.symbol,
					validFrom: one.validFrom,
					validTo: one.validTo
				});
			}
		});
	});

	it('of this year gives its annex as tasks, with the units of this year', async () => {
		const id = await importDocument(ward.as('office'), {
			name: 'ke-hoach-2026.txt',
			bytes: bytes(planDocumentText)
		});
		const view = await plans.byId(ward.as('office'), id);
		expect(view).toMatchObject({
			state: 'draft',
			plan: { year: 2026 },
			source: { name: 'ke-hoach-2026.txt' }
		});
		expect(view.areas).toHaveLength(plan2026.contentAreas.length);
		expect(view.tasks).toHaveLength(plan2026.tasks.length);
		const keys = new Map(
			units.filter(({ wardKey }) => wardKey === sample.key).map((one) => [one.name, one.key])
		);
		for (const [at, task] of view.tasks.entries()) {
			const wanted = plan2026.tasks[at]!;
			expect([task.title, task.measureCount, keys.get(task.lead?.name ?? '')]).toEqual([
				wanted.title,
				wanted.measure.count,
				wanted.leadUnitKey
			]);
			expect(task.sourceLine).toBeGreaterThan(0);
		}
		expect(view.recipients.filter((one) => one.unitName?.startsWith('Tổ dân phố'))).toHaveLength(5);
		const reading = placed(view.plan.understood, view.plan.sourceText!, view.areas);
		expect(reading.lines[view.tasks[0]!.sourceLine! - 1]).toContain('Phổ biến Kế hoạch');
		expect(reading.areas.every((line) => line !== null)).toBe(true);
	});

	it('of 2023 gives duties as tasks, with the units of 2023', async () => {
		const id = await importDocument(ward.as('office'), { name: 'cu.txt', bytes: bytes(before) });
		const view = await plans.byId(ward.as('office'), id);
		expect(view.plan.year).toBe(2023);
		expect(view.tasks.map((task) => task.lead?.name)).toEqual(
			['cc-van-hoa-cu', 'cc-ke-toan-cu', 'truyen-thanh-cu'].map(
				(key) => units.find((one) => one.key === key)!.name
			)
		);
		expect(view.tasks[0]).toMatchObject({ measureCount: 24, measureUnit: 'tin, bài', channels: ['portal'] });
		// The areas keep the keys they had in the plan that is known.
		const [latest] = (await plans.list(ward.as('office'))).filter((one) => one.year === 2026);
		const keysNow = (await plans.byId(ward.as('office'), latest!.id)).areas.map((area) => area.key);
		expect(view.areas.map((area) => area.key)).toEqual([keysNow[4], keysNow[6]]);
		expect(view.tasks[2]).toMatchObject({ recurrence: 'monthly' });
		expect(view.tasks[2]!.areas).toHaveLength(1);
		expect(view.recipients.filter((one) => one.unitName?.startsWith('Khu dân cư')).length).toBeGreaterThan(3);
	});

	it('is refused when it is none, or when somebody else brings it', async () => {
		await expect(
			importDocument(ward.as('culture'), { name: 'a.txt', bytes: bytes(before) })
		).rejects.toMatchObject({ code: 'plan.not_keeper' });
		await expect(
			importDocument(ward.as('office'), { name: 'a.txt', bytes: new Uint8Array() })
		).rejects.toMatchObject({ name: 'Refusal' });
	});
});
