import { beforeAll, describe, expect, it } from 'vitest';
import { makeWard, type TestWard } from '#people/testing.ts';
import { useDatabase } from '#platform/testing/database.ts';
import * as editions from '../editions.server.ts';
import * as sheets from '../sheets.server.ts';
import { storyIn } from '../testing.ts';
import { toPrint } from './loading.server.ts';

const database = useDatabase();
let ward: TestWard;
const origin = 'https://phuong.gov.vn';

beforeAll(async () => {
	ward = await makeWard(database.db);
});

const sign = async (id: number): Promise<void> => {
	const { digest, lockVersion } = await sheets.look(ward.as('chair'), id);
	await sheets.sign(ward.as('chair'), id, { digest, lockVersion });
};
const want = (id: number, outlet: 'leaflet' | 'notice_board', version: number, title?: string) =>
	editions.write(ward.as('culture'), id, outlet, { wanted: true, written: title ? { title } : {}, version });

describe('what is printed of a story', () => {
	it('is its edition as somebody wrote it, with the ward’s names', async () => {
		const id = await storyIn(ward, 'draft');
		await want(id, 'notice_board', 0, 'Nhận kết quả trong ngày');
		expect(await toPrint(ward.as('front'), id, 'notice_board', origin).catch((error) => error.status)).toBe(
			404
		);
		expect(await toPrint(ward.as('office'), id, 'notice_board', origin)).toMatchObject({
			message: { title: 'Nhận kết quả trong ngày', link: `/t/${id}` },
			ward: { name: 'phường thu-nghiem', superiorName: 'Ủy ban nhân dân thành phố Hải Phòng' },
			day: '2026-06-15',
			signed: false
		});
	});

	it('is signed only under a sheet that holds and covers it', async () => {
		const id = await storyIn(ward, 'in_review');
		await sign(id);
		const signed = async (outlet: 'leaflet' | 'notice_board') =>
			(await toPrint(ward.as('office'), id, outlet, origin)).signed;
		expect(await signed('notice_board')).toBe(true);
		// The leaflet was not wanted, so nobody signed it.
		expect(await signed('leaflet')).toBe(false);
		await want(id, 'leaflet', 0);
		expect(await signed('notice_board')).toBe(false);
		expect(await signed('leaflet')).toBe(false);
	});
});
