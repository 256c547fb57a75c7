/** What a stranger gets of feedback: whatever stands in unpublished cases is in none of it. */
import { beforeAll, describe, expect, it } from 'vitest';
import * as publication from '#feedback/publication.server.ts';
import * as published from '#feedback/published.server.ts';
import * as figures from '#feedback/figures.server.ts';
import { caseIn, rowOf, said, visitorOf } from '#feedback/testing.ts';
import { makeWard, type TestWard } from '#people/testing.ts';
import { useDatabase } from '#platform/testing/database.ts';
import { search } from '#search/find.server.ts';
import { load as list } from './+page.server.ts';
import { load as one } from './[slug]/+page.server.ts';
import { load as numbers } from './so-lieu/+page.server.ts';

const database = useDatabase();
let ward: TestWard;
let neighbour: TestWard;
beforeAll(async () => {
	ward = await makeWard(database.db);
	neighbour = await makeWard(database.db, 'lang-ben');
	for (const state of ['received', 'answered', 'guided', 'refused', 'quarantined', 'reopened'] as const)
		await caseIn(ward, state);
});

const page = (path: string, params: Record<string, string> = {}) =>
	({
		locals: { ctx: visitorOf(ward) },
		params,
		url: new URL(`http://phuong.vidu${path}`),
		setHeaders: () => undefined
	}) as never;

describe('a stranger', () => {
	it('reads nothing of unpublished cases on any page or in search', async () => {
		const seen = JSON.stringify([
			await list(page('/phan-anh?q=den')),
			await numbers(page('/phan-anh/so-lieu')),
			await search(visitorOf(ward), { words: 'đèn đường', limit: 20 } as never),
			await published.addresses(visitorOf(ward)),
			await figures.forEverybody(visitorOf(ward), { from: '2020-01-01', to: '2030-12-31' })
		]);
		for (const secret of ['Mận', '0912', 'man@vidu.vn', said.slice(0, 25), 'PAKN.'])
			expect(seen).not.toContain(secret);
	});

	it('meets a prepared copy at no address, and a withdrawn one with kind words', async () => {
		const id = await caseIn(ward, 'answered');
		const texts = {
			title: 'Đèn ngõ tắt nhiều tối',
			question: 'Đèn đầu ngõ tắt nhiều tối, xin phường sửa.',
			answer: 'Đơn vị quản lý đã thay bóng trong buổi sáng.'
		};
		await publication.prepare(ward.as('office'), id, {
			texts,
			byHand: [],
			decided: {},
			taskId: null,
			pictures: {}
		});
		const slug = 'den-ngo-tat-nhieu-toi';
		await expect(one(page(`/phan-anh/${slug}`, { slug }))).rejects.toMatchObject({ status: 404 });
		await publication.confirm(ward.as('vice_chair'), id);
		expect(JSON.stringify(await one(page(`/phan-anh/${slug}`, { slug })))).not.toMatch(/Mận|0912|PAKN/);
		expect(await published.bySlug(visitorOf(neighbour), slug)).toBeUndefined();
		await publication.withdraw(
			ward.as('office'),
			id,
			'Người gửi đề nghị gỡ.',
			(await rowOf(ward, id)).lockVersion
		);
		await expect(one(page(`/phan-anh/${slug}`, { slug }))).rejects.toMatchObject({ status: 410 });
	});

	it('is no officer: radio, level above and the neighbours do not open the public copy being worked on', async () => {
		const id = await caseIn(ward, 'answered');
		for (const who of [ward.as('radio'), ward.as('superior'), neighbour.as('office'), visitorOf(ward)])
			await expect(publication.open(who, id)).rejects.toMatchObject({ status: expect.any(Number) });
	});
});
