/** The sample catalogue, its boards and what changed in it during the year, brought through the verbs. */
import type { Ctx } from '#people/actor.ts';
import { announce } from '#procedures/announcements.server.ts';
import * as catalogue from '#procedures/catalogue.server.ts';
import * as faq from '#procedures/faq.server.ts';
import * as places from '#procedures/places.server.ts';
import * as postings from '#procedures/postings.server.ts';
import { catalogueOn } from '#procedures/reading.server.ts';
import type { PlaceKind } from '#procedures/procedure.ts';
import { dayOf, type Day } from '#platform/clock.ts';
import { transact } from '#platform/db.server.ts';
import { procedures } from './procedures.ts';
import type { SampleActors } from './seed-people.server.ts';

type Board = { name: string; kind: PlaceKind; address: string; unitKey: string; fields?: string[] };

const boards: Board[] = [
	{
		name: 'Bảng niêm yết Trung tâm Phục vụ hành chính công',
		kind: 'one_stop',
		address: 'Tầng 1, trụ sở Ủy ban nhân dân phường',
		unitKey: 'mot-cua'
	},
	{
		name: 'Nhà văn hóa tổ dân phố An Thành',
		kind: 'culture_house',
		address: 'Tổ dân phố An Thành',
		unitKey: 'tdp-an-thanh',
		fields: ['Hộ tịch', 'Chứng thực', 'Giảm nghèo', 'Bảo trợ xã hội']
	},
	{
		name: 'Nhà văn hóa tổ dân phố Bình Giang',
		kind: 'culture_house',
		address: 'Tổ dân phố Bình Giang',
		unitKey: 'tdp-binh-giang',
		fields: ['Hộ tịch', 'Chứng thực', 'Giảm nghèo']
	}
];

/** The day the catalogue was taken stock of, when the two-level government had settled its lists. */
const inventoryDay: Day = '2026-01-05';

export async function seedProcedures(
	ctx: Ctx,
	actors: SampleActors,
	unitIds: Map<string, number>
): Promise<void> {
	const at = (key: string, moment: string): Ctx => ({
		...ctx,
		actor: actors.get(key)!,
		now: new Date(moment)
	});
	const past = (moment: string): boolean => new Date(moment) <= ctx.now;

	if (!past('2026-01-05T09:00:00+07:00')) return;
	const desk = at('mot-cua', '2026-01-05T09:00:00+07:00');
	await transact(desk, (tx) =>
		catalogue.apply(
			tx,
			desk,
			{ kind: 'inventory', title: 'Danh mục thủ tục hành chính đang thực hiện tại phường' },
			procedures.map((text) => ({ what: 'text', text, effectiveFrom: inventoryDay }))
		)
	);

	const office = at('van-phong', '2026-01-06T08:30:00+07:00');
	const placeIds: number[] = [];
	for (const { unitKey, fields = [], ...board } of boards) {
		placeIds.push(
			await places.add(office, { ...board, fields, paper: 'A4', unitId: unitIds.get(unitKey) ?? null })
		);
	}
	if (!past('2026-01-08T10:00:00+07:00')) return;
	const hangers = ['mot-cua', 'van-phong', 'van-phong'];
	const hung = await transact(ctx, (tx) => catalogueOn(tx, dayOf(new Date('2026-01-08T10:00:00+07:00'))));
	for (const [index, placeId] of placeIds.entries()) {
		const carried = boards[index]!.fields;
		await postings.hang(at(hangers[index]!, '2026-01-08T10:00:00+07:00'), {
			placeId,
			versionIds: hung
				.filter((version) => !carried || carried.includes(version.field))
				.map((version) => version.id),
			postedOn: '2026-01-08',
			note: ''
		});
	}

	await ask(at('mot-cua', '2026-02-03T14:00:00+07:00'), past);
	if (past('2026-11-16T09:15:00+07:00')) await announcePoverty(at('mot-cua', '2026-11-16T09:15:00+07:00'));
}

/** Known months ahead: three procedures of the poverty lists end with the year. */
async function announcePoverty(ctx: Ctx): Promise<void> {
	await announce(ctx, {
		number: '3249/QĐ-UBND',
		issuedOn: '2026-11-13',
		issuer: 'Ủy ban nhân dân thành phố Hải Phòng',
		title: 'Công bố danh mục thủ tục hành chính được thay thế trong lĩnh vực giảm nghèo',
		lines: ['1.011606', '1.011607', '1.011608'].map((code) => ({
			code,
			kind: 'replaced' as const,
			effectiveOn: '2027-01-01',
			replacedBy: ['1.116214', '1.116215']
		}))
	});
}

const questions: [code: string, question: string, answer: string][] = [
	[
		'1.001193',
		'Con sinh ở tỉnh khác có đăng ký khai sinh tại phường được không?',
		'Được, nếu cha hoặc mẹ thường trú, tạm trú hoặc đang sinh sống tại phường. Ông/bà mang giấy chứng sinh do nơi sinh cấp.'
	],
	[
		'1.001193',
		'Quá 60 ngày mới đi đăng ký thì có bị phạt không?',
		'Phường vẫn đăng ký như bình thường. Ông/bà nộp lệ phí đăng ký quá hạn nếu không thuộc diện được miễn.'
	],
	[
		'1.000894',
		'Một người đi đăng ký thay cả hai được không?',
		'Không. Hồ sơ nộp trước qua mạng được, nhưng khi nhận kết quả cả hai phải có mặt để ký vào sổ.'
	],
	[
		'2.000815',
		'Bản chụp bằng điện thoại có chứng thực được không?',
		'Không. Ông/bà mang bản chính đến quầy; bản sao có thể chụp tại chỗ.'
	]
];

async function ask(ctx: Ctx, past: (moment: string) => boolean): Promise<void> {
	if (!past(ctx.now.toISOString())) return;
	for (const [code, question, answer] of questions) await faq.add(ctx, code, { question, answer });
}
